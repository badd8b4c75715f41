//! The way of a text from draft to public and beyond: what it lacks, who has said yes, what comes next.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::OffsetDateTime;
use uuid::Uuid;

use super::checklist::{self, Checklist};
use super::desk::{at, called, frame, lang_attr, open, stage};
use super::numbers::{self, Standing};
use super::{Id, act, approvals, may, path, receipts, unsaved};
use crate::app::App;
use crate::dates::Local;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::{Content, Stage, State as ItemState, Working};
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
    /// Numbers that look like a person's, and what was said of each.
    numbers: Vec<(Standing, Option<String>)>,
    /// When it will be public, and which time that is where the clock shows it twice.
    due: Option<(String, Option<Words>)>,
    may: May,
    fields: View,
    notice: Option<Words>,
    receipt: Option<Words>,
    /// They have typed something that is not in the text.
    has_unsaved: bool,
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
    id: Uuid,
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
    let numbers = numbers(app, t, id, &content).await?;
    let unsaid = numbers.iter().any(|(_, said)| said.is_none());
    let checklist = checklist::whole(app, t, kind, &item, unsaid).await?;
    let here = path(t.lang.code(), id);
    let (heading, (stage, colour)) = (t.plain("editing-steps"), stage(t, &item));
    let mut frame = frame(app, visit, &heading)
        .under(&content.title, &here)
        .under(&heading, format!("{here}/steg"));
    frame.refused = filled.is_refused();
    let is_public = item.item.state().is_visible();
    let due = item.newest.publish_at.filter(|_| item.is_draft());
    let page = Steps {
        t,
        frame,
        lang: lang_attr(t, &item.head.lang),
        may: May::of(known(visit)?, &item, !given.is_empty()),
        fields: View::new(t, &act::form(act::is_twice(filled)), filled, &RegisterNames::default()),
        number: item.number(),
        due: due.map(|due| (at(t, *due), which(*due).map(|key| t.get(key)))),
        public: is_public.then(|| format!("/{}/{}/{}", t.lang.code(), kind.path, item.item.slug)),
        title: content.title,
        here,
        stage,
        colour,
        checklist,
        yeses,
        numbers,
        notice: notice.map(|key| t.get(key)),
        receipt: receipts::told(app, visit, t, &item).await?,
        has_unsaved: !unsaved::of(&app.db, id, known(visit)?.id).await?.is_empty(),
    };
    crate::web::page(status, &page)
}

/// Which of the two times it is, where the clock shows it twice.
fn which(due: OffsetDateTime) -> Option<&'static str> {
    let shown = Local::at(due);
    let key = if shown.instant() == due { "editing-due-twice" } else { "editing-due-twice-last" };
    shown.is_shown_twice().then_some(key)
}

/// The numbers in the text, each with why it is kept, who says so, and when.
async fn numbers(
    app: &App,
    t: Text,
    item: Uuid,
    content: &Content,
) -> Result<Vec<(Standing, Option<String>)>, Error> {
    let spared = numbers::of(&app.db, item).await?;
    let mut names = BTreeMap::new();
    let mut all = Vec::new();
    for number in numbers::standing(&app.seal, item, &spared, content) {
        let Some(said) = number.said.clone() else {
            all.push((number, None));
            continue;
        };
        if let Entry::Vacant(name) = names.entry(said.person_id) {
            name.insert(called(app, t, said.person_id).await?);
        }
        let name = names.get(&said.person_id).cloned().unwrap_or_default();
        let by = t.plain_with2("editing-remark-by", "name", name, "at", at(t, *said.made_at));
        all.push((number, Some(format!("{} ({by})", said.reason))));
    }
    Ok(all)
}
