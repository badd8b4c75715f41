//! The page where a text is written. It works without script: each button sends the form.

use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::desk::{Beside, Desk};
use super::form::{HAND_IN, NEXT, SHOW};
use super::save::{Halt, Sending, save, set_aside};
use super::seek::{self, FIND};
use super::{Id, act, aside, form, held, numbers, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Submitted};
use crate::items::{Content, WriteError};
use crate::library::fields::LIMIT;
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Query, Visit};

/// Names the inputs where something was masked, in the address of the page after.
const MASKED: &str = "skjult";

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = Desk::open(&app, &visit, id).await?;
    let waiting = aside::of(&app.db, id, desk.who.id).await?;
    let filled = desk.filled(&desk.content);
    let masked = visit.parameters()?.all(MASKED).map(str::to_owned).collect();
    let beside = Beside { masked, has_aside: waiting.is_some(), ..Beside::default() };
    desk.page(&app, &visit, (StatusCode::OK, &filled), beside).await
}

/// The text of theirs that was set aside, in the form, with the newest beside it.
pub async fn join(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = Desk::open(&app, &visit, id).await?;
    let waiting = aside::of(&app.db, id, desk.who.id).await?.ok_or(Error::NotFound)?;
    let mine = Content::of_stored(&waiting.content).ok_or(Error::Unreadable(id))?;
    let differences = desk.differences(visit.t, &mine).await?;
    let beside = Beside { differences, is_joining: true, ..Beside::default() };
    desk.page(&app, &visit, (StatusCode::OK, &desk.filled(&mine)), beside).await
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let mut sent = Submitted::receive(request, LIMIT).await;
    if held::is_anothers(&sent, known(&visit)?.id) {
        return held::hold(&app, &visit, sent).await;
    }
    form::one_line(&mut sent);
    let desk = Desk::open(&app, &visit, id).await?;
    let spared = numbers::of(&app.db, id).await?;
    let (masked, spared) = numbers::mask(&app.seal, id, &spared, &mut sent);
    let filled = Filled::of_sent(sent, &desk.form, &desk.known);
    let is_shown = [SHOW, FIND].iter().any(|name| !filled.typed.value(name).is_empty());
    if is_shown {
        // What a browser had kept, or what was looked for: on the page, and not saved yet.
        let filled = Filled::unread(filled.typed);
        let beside = Beside { masked, ..Beside::default() };
        return desk.page(&app, &visit, (StatusCode::OK, &filled), beside).await;
    }
    let filled = desk.looked_through(filled);
    if !filled.is_good() {
        let beside = Beside { masked, ..Beside::default() };
        return desk.page(&app, &visit, (filled.status(), &filled), beside).await;
    }
    let mut sending = Sending { spared, ..desk.sending(&filled, false) };
    if let Some(uses) = seek::chosen(&app, &desk, &filled.typed).await? {
        sending.written.draft.content.uses = uses;
    }
    match save(&app, &sending).await {
        // Nobody goes on before they have been told what is masked.
        Ok(number) if masked.is_empty() && filled.typed.value(NEXT) == HAND_IN => {
            act::hand_in(&app, &visit, id, number).await
        }
        Ok(_) => Ok(crate::web::see_other(&after(&visit, id, &filled, &masked))),
        Err(Halt::Write(WriteError::Stale { .. })) => {
            met(&app, &visit, &sending, &filled, masked).await
        }
        Err(halt) => match Error::from(halt) {
            error if error.will_pass() => {
                let filled = filled.unsaved();
                let beside = Beside { masked, ..Beside::default() };
                let page = desk.page(&app, &visit, (filled.status(), &filled), beside).await;
                page.map(crate::web::unsaved)
            }
            error => Err(error),
        },
    }
}

/// Somebody has saved meanwhile: both texts are kept, and stand side by side.
async fn met(
    app: &App,
    visit: &Visit,
    sending: &Sending,
    filled: &Filled,
    masked: Vec<String>,
) -> Reply {
    set_aside(app, sending).await?;
    // Anew: it is the newest text that it is held against.
    let desk = Desk::open(app, visit, sending.item).await?;
    let differences = desk.differences(visit.t, &sending.written.draft.content).await?;
    let beside = Beside { masked, differences, is_joining: true, has_aside: false };
    desk.page(app, visit, (StatusCode::CONFLICT, filled), beside).await
}

/// Where the button leads that was pressed.
fn after(visit: &Visit, id: uuid::Uuid, filled: &Filled, masked: &[String]) -> String {
    let here = path(visit.lang().code(), id);
    match filled.typed.value(NEXT) {
        // Nobody goes on before they have been told.
        _ if !masked.is_empty() => {
            let told = masked.iter().fold(Query::default(), |query, name| query.and(MASKED, name));
            format!("{here}{told}")
        }
        "forhandsvis" => format!("{here}/forhandsvis"),
        "steg" => format!("{here}/steg"),
        _ => here,
    }
}
