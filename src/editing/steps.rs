//! The way of a text from draft to public and beyond: what it lacks, who has said yes, what comes next.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::checklist::{self, Checklist};
use super::desk::{at, called, frame, lang_attr, open, stage};
use super::{Id, act, approvals, may, notes, path, uploads};
use crate::app::App;
use crate::dates::{Local, oslo_day};
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::{Stage, State as ItemState, Working};
use crate::login::known;
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/steps.html")]
struct Steps {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    /// Where the text is written.
    here: String,
    stage: Words,
    colour: &'static str,
    number: i32,
    checklist: Checklist,
    yeses: Vec<String>,
    /// When it will be public, and whether the clock shows that twice.
    due: Option<(String, bool)>,
    may: May,
    fields: View,
    notice: Option<Words>,
    public: Option<String>,
}

/// The buttons that are theirs now.
#[expect(clippy::struct_excessive_bools, reason = "a button each, and all combinations occur")]
struct May {
    write: bool,
    hand_in: bool,
    take_back: bool,
    approve: bool,
    publish: bool,
    archive: bool,
    withdraw: bool,
    restore: bool,
    discard: bool,
}

impl May {
    fn of(who: &Who, item: &Working, has_yes: bool) -> Self {
        let (stage, public) = (item.stage(), item.item.state());
        let (write, retire) = (may::write(who, item), may::retire(who, item));
        let is_handed_in = matches!(stage, Some(Stage::InReview | Stage::Scheduled));
        Self {
            write,
            hand_in: write && stage == Some(Stage::Draft),
            take_back: is_handed_in && (write || may::review(who, item)),
            approve: stage == Some(Stage::InReview) && may::review(who, item),
            publish: item.is_draft() && has_yes && may::publish(who, item),
            archive: retire && public == ItemState::Published,
            withdraw: retire && public.is_visible(),
            restore: retire && matches!(public, ItemState::Archived | ItemState::Withdrawn),
            discard: write && item.is_draft(),
        }
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    page(&app, &visit, id, (StatusCode::OK, &Filled::empty()), None).await
}

pub async fn page(
    app: &App,
    visit: &Visit,
    id: uuid::Uuid,
    (status, filled): (StatusCode, &Filled),
    notice: Option<&str>,
) -> Reply {
    let t = visit.t;
    let (item, kind) = open(app, visit, id).await?;
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let given = approvals::of(&app.db, id, item.newest.number).await?;
    let mut yeses = Vec::with_capacity(given.len());
    for yes in &given {
        let name = called(app, t, yes.person_id).await?;
        let when = at(t, *yes.made_at);
        yeses.push(t.plain_with2("editing-approved-by", "name", name, "at", when));
    }
    let of_files = uploads::checks(&app.db, t, id, &content, oslo_day(app.clock.now())).await?;
    let mut checklist = checklist::make(t, kind, &item, &content, notes::open(&app.db, id).await?);
    checklist.checks.splice(0..0, of_files);
    let here = path(t.lang.code(), id);
    let (heading, (stage, colour)) = (t.plain("editing-steps"), stage(t, &item));
    let mut frame = frame(app, visit, &heading)
        .under(&content.title, &here)
        .under(&heading, format!("{here}/steg"));
    frame.refused = filled.is_refused();
    let is_public = item.item.state().is_visible();
    let due = item.newest.publish_at.filter(|_| item.is_draft()).map(|due| Local::at(*due));
    let page = Steps {
        t,
        frame,
        lang: lang_attr(t, &item.head.lang),
        may: May::of(known(visit)?, &item, !given.is_empty()),
        fields: View::new(t, &act::form(), filled, &RegisterNames::default()),
        number: item.number(),
        due: due.map(|due| (t.local(due), due.is_shown_twice())),
        public: is_public.then(|| format!("/{}/{}/{}", t.lang.code(), kind.path, item.item.slug)),
        title: content.title,
        here,
        stage,
        colour,
        checklist,
        yeses,
        notice: notice.map(|key| t.get(key)),
    };
    crate::web::page(status, &page)
}
