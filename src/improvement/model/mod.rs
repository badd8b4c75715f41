//! What others begin from, of a tool, a package or a project without a workspace: aim, drivers and measures
//! that whoever writes the text gives it as data.

mod form;
mod read;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::{Id, LIMIT, SEEN, conflict, masked_for_text};
use crate::app::App;
use crate::db;
use crate::editing::may;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::items::{Content, Draft, Working, WriteError, Writer};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::Shared;

#[derive(Template)]
#[template(path = "improvement/model/model.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    seen: i32,
    fields: View,
}

/// A text that they write, of a kind that others begin from. One that tells of a team's own numbers is
/// written in their workspace.
async fn open(app: &App, visit: &Visit, id: Uuid) -> Result<(Working, Content), Error> {
    let there = Working::open(&app.db, id).await?.ok_or(Error::NotFound)?;
    if !may::write(known(visit)?, &there) {
        return Err(Error::Forbidden);
    }
    let kind = app.kinds.named(&there.item.kind).filter(|kind| kind.guide.is_some());
    let content = there.newest.content().ok_or(Error::Unreadable(id))?;
    let is_teams = Shared::of(content.work.as_ref()).is_some_and(|shared| shared.has_numbers());
    if kind.is_none() || is_teams { Err(Error::NotFound) } else { Ok((there, content)) }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (there, content) = open(&app, &visit, id).await?;
    let shared = Shared::of(content.work.as_ref()).unwrap_or_default();
    let filled = Filled::of(&form::form(), &form::value(&shared));
    page(&app, &visit, (&content.title, id), &filled, there.number())
}

fn page(app: &App, visit: &Visit, (title, id): (&str, Uuid), filled: &Filled, seen: i32) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let text = format!("/{code}/skriv/{id}");
    let (heading, action) = (t.plain("sharing-model-heading"), format!("{text}/modell"));
    let frame = Frame::new(app, visit, &heading).form();
    let frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    let mut frame = frame.under(title, text).under(&heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, &form::form(), filled, &RegisterNames::default());
    crate::web::page(filled.status(), &Page { t, frame, action, seen, fields })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let (_, content) = open(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let doubts = form::in_percent(&mut sent);
    let faults = masked_for_text(&mut sent).into_iter().chain(doubts);
    let seen = sent.value(SEEN).parse().unwrap_or(0);
    let filled = Filled::of_sent(sent, &form::form(), &RegisterNames::default()).and(faults);
    let title = content.title.as_str();
    if !filled.is_good() {
        return page(&app, &visit, (title, id), &filled, seen);
    }
    let before = Shared::of(content.work.as_ref()).unwrap_or_default();
    let shared = read::shared(&filled.value, &before);
    match save(&app, &visit, (id, seen), &shared).await {
        Ok(()) => {
            let lang = visit.lang().code();
            Ok(crate::web::see_other(&format!("/{lang}/skriv/{id}")))
        }
        // Sent again it comes after what was saved meanwhile, which stays in all else.
        Err(WriteError::Stale { newest }) => {
            let shown = page(&app, &visit, (title, id), &filled.unsaved(), newest);
            shown.map(conflict)
        }
        Err(WriteError::Db(error)) => match Error::from(error) {
            error if error.will_pass() => {
                let shown = page(&app, &visit, (title, id), &filled.unsaved(), seen);
                shown.map(crate::web::unsaved)
            }
            error => Err(error),
        },
        Err(error) => Err(Error::Internal(error.to_string())),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    (id, seen): (Uuid, i32),
    shared: &Shared,
) -> Result<(), WriteError> {
    let who = known(visit).map_err(|_| WriteError::Missing)?;
    let note = visit.t.plain("sharing-model-note");
    // Nothing in it is no model.
    let work = (*shared != Shared::default()).then(|| shared.stored());
    db::transaction::<(), WriteError, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        let (work, note) = (work.clone(), note.clone());
        Box::pin(async move {
            let there = Working::open(tx, id).await?.filter(|there| may::write(&who, there));
            let there = there.ok_or(WriteError::Missing)?;
            let content = Content { work, ..there.content() };
            let draft = Draft { content, head: there.head.clone(), note: Some(note) };
            Writer::new(tx, &clock, kinds.stored()).by(who.id).save(id, seen, &draft).await?;
            Ok(())
        })
    })
    .await
}
