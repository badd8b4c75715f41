//! The way of a text from draft to public and beyond: what it lacks, who has said yes, what comes next.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::OffsetDateTime;
use uuid::Uuid;

use super::asks::{self, Asked};
use super::checklist::{self, Checklist};
use super::desk::{at, called, frame, lang_attr, open, readers, stage};
use super::handing::{self, Handing};
use super::numbers::{self, Standing};
use super::retire::{self, Question, Retiring};
use super::{Id, act, approvals, may, path, receipts, unsaved};
use crate::app::App;
use crate::dates::Local;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::{Content, Item, Stage, State as ItemState, Working};
use crate::kinds::Kind;
use crate::login::known;
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

/// Asks what readers meet when it is archived or withdrawn, before it is.
const ASKED: &str = "spor";

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
    /// What readers have meanwhile.
    readers: Option<Words>,
    number: i32,
    checklist: Checklist,
    yeses: Vec<Yes>,
    asked: Asked,
    /// What they hand in, where they may.
    handing: Option<Handing>,
    /// Numbers that look like a person's, and what was said of each.
    numbers: Vec<(Standing, Option<String>)>,
    /// When it will be public, and which time that is where the clock shows it twice.
    due: Option<(String, Option<Words>)>,
    may: May,
    /// What it waits for, in a sentence.
    next: &'static str,
    fields: View,
    /// They were asked whether to go on, though something is lacking.
    is_asked: bool,
    /// They have said yes to this version already.
    has_said_yes: bool,
    /// What is asked before it is archived or withdrawn, where they are about to.
    question: Option<Question>,
    /// Why it was.
    retired: Option<String>,
    notice: Option<Words>,
    /// They have typed something that is not in the text.
    has_unsaved: bool,
    public: Option<String>,
    /// Where readers will find it, of what is not public there yet.
    address: Option<(Words, String)>,
}

/// Somebody has said yes.
struct Yes {
    by: Uuid,
    told: String,
    /// They could still say it today: else it counts no more.
    counts: bool,
}

/// What a page shows that answers something.
pub struct Shown<'a> {
    pub status: StatusCode,
    pub filled: &'a Filled,
    pub question: Option<Retiring>,
    pub notice: Option<&'a str>,
}

/// The buttons that are theirs now.
#[expect(clippy::struct_excessive_bools, reason = "a button each, and all combinations occur")]
struct May {
    write: bool,
    hand_in: bool,
    take_back: bool,
    ask: bool,
    approve: bool,
    publish: bool,
    unschedule: bool,
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
            ask: write && stage == Some(Stage::InReview) && !has_yes,
            approve: stage == Some(Stage::InReview) && may::review(who, item),
            publish: item.is_draft() && has_yes && may::publish(who, item),
            unschedule: stage == Some(Stage::Scheduled) && (write || may::publish(who, item)),
            archive: retire && public == ItemState::Published,
            withdraw: retire && public.is_visible(),
            restore: retire && matches!(public, ItemState::Archived | ItemState::Withdrawn),
            discard: may::discard(who, item) && item.is_draft(),
        }
    }

    /// Is there a button for them at all?
    fn has_any(&self) -> bool {
        let now = [self.hand_in, self.take_back, self.ask, self.approve, self.publish];
        let later = [self.unschedule, self.archive, self.withdraw, self.restore, self.discard];
        now.contains(&true) || later.contains(&true)
    }

    /// What is told to somebody who pressed: nobody is asked to press once more who has no button for it now.
    fn told<'n>(&self, key: &'n str, stage: Option<Stage>, checklist: &Checklist) -> &'n str {
        match key {
            act::LACKING if stage == Some(Stage::Draft) => "editing-notice-draft",
            act::LACKING if !self.approve && !self.publish => "editing-notice-done",
            act::LACKING if checklist.wanted().is_empty() => "editing-notice-stale",
            key => key,
        }
    }

    fn retires(&self, what: Retiring) -> bool {
        match what {
            Retiring::Archive => self.archive,
            Retiring::Withdraw => self.withdraw,
        }
    }
}

/// What a text waits for, as it is now.
fn next(item: &Working, has_yes: bool) -> &'static str {
    match (item.stage(), item.item.state()) {
        (Some(Stage::Scheduled), _) => "editing-next-scheduled",
        (Some(Stage::InReview), _) if has_yes => "editing-next-approved",
        (Some(_), _) => "guides-help-steps",
        (None, ItemState::Published) => "editing-next-public",
        (None, ItemState::Archived) => "editing-next-archived",
        (None, _) => "editing-next-out",
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let question = visit.parameters()?.get(ASKED).and_then(Retiring::of);
    let filled = &Filled::empty();
    let shown = Shown { status: StatusCode::OK, filled, question, notice: None };
    page(&app, &visit, id, shown).await
}

pub async fn page(app: &App, visit: &Visit, id: Uuid, shown: Shown<'_>) -> Reply {
    let t = visit.t;
    let (item, kind) = open(app, visit, id).await?;
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let asked = asks::of(app, t, &item).await?;
    let yeses = yeses(app, t, &item, &asked).await?;
    let who = known(visit)?;
    let is_theirs = |yes: &Yes| yes.by == who.id && yes.counts;
    let has_said_yes = item.stage() == Some(Stage::InReview) && yeses.iter().any(is_theirs);
    let has_yes = yeses.iter().any(|yes| yes.counts);
    let mut may = May::of(who, &item, has_yes);
    may.approve &= !has_said_yes;
    let question = shown.question.filter(|what| may.retires(*what));
    let numbers = numbers(app, t, &item.item, &content).await?;
    let is_unsaid = numbers.iter().any(|(_, said)| said.is_none());
    let checklist = checklist::whole(app, t, kind, &item, is_unsaid).await?;
    let notice = shown.notice.map(|key| may.told(key, item.stage(), &checklist));
    let handing = Box::pin(handing::of(app, visit, &item, &asked)).await?;
    let notice = notice.or(handing.notice(item.stage()));
    let handing = Some(handing).filter(|_| may.hand_in);
    let here = path(t.lang.code(), id);
    // Whoever reads it to say yes or no can't open it to write.
    let opened = if may::write(who, &item) { here.clone() } else { format!("{here}/forhandsvis") };
    let (heading, (stage, colour)) = (t.plain("editing-steps"), stage(t, &item));
    let mut frame = frame(app, visit, &heading)
        .under(&content.title, opened)
        .under(&heading, format!("{here}/steg"));
    frame.refused = shown.filled.is_refused();
    frame.receipt = receipts::told(app, visit, t, &item).await?;
    // What was typed belongs to the question, where there is one, and else to the hour.
    let empty = Filled::empty();
    let timed = if question.is_some() { &empty } else { shown.filled };
    let page = Steps {
        t,
        frame,
        address: address(app, t, kind, &item).await?,
        lang: lang_attr(t, &item.head.lang),
        may,
        next: next(&item, has_yes),
        fields: View::new(t, &act::form(act::is_twice(timed)), timed, &RegisterNames::default()),
        question: retire::question(app, (t, who), &item, (question, shown.filled)).await?,
        retired: retire::told(app, t, &item).await?,
        readers: readers(t, &item),
        number: item.number(),
        due: due(t, &item),
        public: public(t, kind, &item),
        title: content.title,
        here,
        stage,
        colour,
        checklist,
        yeses,
        asked,
        handing,
        numbers,
        is_asked: notice == Some(act::LACKING),
        has_said_yes,
        notice: notice.map(|key| t.get(key)),
        has_unsaved: !unsaved::of(&app.db, id, who.id).await?.is_empty(),
    };
    crate::web::page(shown.status, &page)
}

/// When it is to be published by itself, and which of two hours that are called the same.
fn due(t: Text, item: &Working) -> Option<(String, Option<Words>)> {
    let due = item.newest.publish_at.filter(|_| item.is_draft())?;
    Some((at(t, *due), which(*due).map(|key| t.get(key))))
}

/// Where readers have it.
fn public(t: Text, kind: &Kind, item: &Working) -> Option<String> {
    let is_public = item.item.state().is_visible();
    is_public.then(|| format!("/{}/{}/{}", t.lang.code(), kind.path, item.item.slug))
}

/// The address that it gets with the text that waits: it is made of the title, and whoever says yes to the
/// text says yes to it as well.
async fn address(
    app: &App,
    t: Text,
    kind: &'static Kind,
    item: &Working,
) -> Result<Option<(Words, String)>, Error> {
    if !item.is_draft() {
        return Ok(None);
    }
    let is_new = item.item.was_never_public();
    let slug = item.address(&app.db).await?;
    if !is_new && slug == item.item.slug {
        return Ok(None);
    }
    let said = t.get(if is_new { "editing-address-will" } else { "editing-address-moves" });
    Ok(Some((said, format!("/{}/{}/{slug}", t.lang.code(), kind.path))))
}

/// Who has said yes to the newest text, and when.
async fn yeses(app: &App, t: Text, item: &Working, asked: &Asked) -> Result<Vec<Yes>, Error> {
    let mut yeses = Vec::new();
    for yes in approvals::of(&app.db, item.item.id, item.newest.number).await? {
        let (name, when) = (called(app, t, yes.person_id).await?, at(t, *yes.made_at));
        let told = t.plain_with2("editing-approved-by", "name", name, "at", when);
        let (by, counts) = (yes.person_id, asked.may.contains(&yes.person_id));
        yeses.push(Yes { by, told, counts });
    }
    Ok(yeses)
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
    item: &Item,
    content: &Content,
) -> Result<Vec<(Standing, Option<String>)>, Error> {
    let spared = numbers::of(&app.db, item).await?;
    let mut names = BTreeMap::new();
    let mut all = Vec::new();
    for number in numbers::standing(&app.seal, &spared, content) {
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
