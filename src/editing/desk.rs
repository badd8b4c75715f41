//! A text on somebody's desk: what it is, what may be asked about it, and what they have sent.

use askama::Template;
use axum::http::StatusCode;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::beside::{Original, original};
use super::chapters::{self, Opened, Sheet};
use super::checklist::{self, Checklist};
use super::form::{self, NUMBER, Offered, PERSON};
use super::numbers::{self, REASON, Unsaid, WHICH};
use super::save::Sending;
use super::seek::{self, CHOSEN, Sought};
use super::tabs::{Tab, tabs};
use super::units::{self, Kept};
use super::{content, held, may, path, presence, receipts, uploads};
use crate::app::App;
use crate::dates::{Local, oslo_day};
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Owner, Registers, Stage, Working};
use crate::kinds::Kind;
use crate::login::known;
use crate::people::persons;
use crate::rights::Who;
use crate::text::Fault;
use crate::web::{Frame, Visit};
use crate::work::Shared;

pub struct Desk {
    pub item: Working,
    pub kind: &'static Kind,
    pub content: Content,
    pub registers: Registers,
    pub form: Form,
    pub known: RegisterNames,
    pub who: Who,
}

/// The form shows what is saved nowhere yet.
const UNSAVED: &str = "unsaved";

/// So long two texts are compared.
pub const COMPARING: std::time::Duration = std::time::Duration::from_millis(800);

/// What is told beside the form.
#[derive(Default)]
pub struct Beside {
    /// What looked like an identity number was masked in these inputs.
    pub masked: Vec<String>,
    /// A text of theirs that waits to be joined, by the revision that it was written on.
    pub aside: Option<i32>,
    /// All but what is wrong is saved.
    pub is_partly: bool,
    /// What is wrong with what was said of a number.
    pub unsaid: Unsaid,
}

#[derive(Template)]
#[template(path = "editing/edit.html")]
struct Edit {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    action: String,
    stage: Words,
    stage_colour: &'static str,
    saved: String,
    /// What readers have while this is written.
    readers: Option<Words>,
    number: i32,
    /// The newest revision, when it is theirs, and the one that their text which waits was written on: so the
    /// script knows what it kept that has come here.
    mine: i32,
    aside: Option<i32>,
    person: Uuid,
    /// What kind of text it is, by its name.
    kind: &'static str,
    /// What the form shows: the stored text, what was sent and is saved but for what is wrong, or what is
    /// saved nowhere yet.
    own: &'static str,
    /// What is wrong; the fields themselves stand in `sheet`.
    fields: View,
    sheet: Sheet,
    tabs: Vec<Tab>,
    checklist: Checklist,
    others: Vec<String>,
    /// Who else can open it, of what is not public.
    seen_by: Option<Words>,
    /// The label of each field, and where it is.
    masked: Vec<(Words, String)>,
    is_handed_in: bool,
    /// A number that is said to be none, and why; typed, and not saved yet.
    spared: String,
    reason: String,
    /// What is said of it is no reason: it is short, or has a number in it, or is of no number.
    is_unsaid: bool,
    /// The same, input by input.
    which_fault: Option<Words>,
    why_fault: Option<Words>,
    /// The form that was held until they were back.
    held: String,
    /// What it makes use of, and what was looked for.
    sought: Sought,
    /// What it is translated from, to be read beside.
    original: Option<Original>,
    /// The pictures within its prose, as JSON.
    pictures: String,
    /// Where what others begin from is written, behind the text; empty where there is no such thing.
    model: &'static str,
}

/// A text that they may read.
pub async fn open(app: &App, visit: &Visit, id: Uuid) -> Result<(Working, &'static Kind), Error> {
    let item = Working::open(&app.db, id).await?.ok_or(Error::NotFound)?;
    let kind = app.kinds.named(&item.item.kind).ok_or(Error::NotFound)?;
    if may::read(known(visit)?, &item) { Ok((item, kind)) } else { Err(Error::Forbidden) }
}

impl Desk {
    /// A text that they may change.
    pub async fn open(app: &App, visit: &Visit, id: Uuid) -> Result<Self, Error> {
        let (item, kind) = open(app, visit, id).await?;
        let who = known(visit)?.clone();
        if !may::write(&who, &item) {
            return Err(Error::Forbidden);
        }
        let content = item.newest.content().ok_or(Error::Unreadable(id))?;
        let registers = Registers::load(&app.db).await?;
        let offered = Offered::new(&registers, visit.t, &who, app.clock.now());
        let form = form::form(kind, &offered, &item, &content);
        let known = offered.known(&content.municipalities);
        Ok(Self { item, kind, content, registers, form, known, who })
    }

    /// The form with the newest text, or with another of it.
    pub fn filled(&self, content: &Content) -> Filled {
        let value = form::value(self.kind, &self.registers, &self.item, content);
        let mut filled = Filled::of(&self.form, &value);
        filled.typed.add(CHOSEN, "");
        for used in &content.uses {
            filled.typed.add(CHOSEN, used);
        }
        filled
    }

    /// What was sent with what is wrong between its fields, and from where it came.
    pub fn looked_through(&self, filled: Filled) -> Filled {
        if !filled.is_sent() {
            return filled;
        }
        let is_theirs = filled.typed.value(PERSON) == self.who.id.to_string();
        let other = (!is_theirs).then(|| Fault::new(WHOLE, "editing-fault-other-person"));
        let is_numbered = filled.typed.value(NUMBER).parse::<i32>().is_ok();
        let unnumbered = (!is_numbered).then(|| Fault::new(WHOLE, "editing-fault-number"));
        let between = self.between(&filled);
        filled.and(between).and(other).and(unnumbered)
    }

    /// What is wrong between fields that are right each by itself, and with the pictures that they name.
    pub fn between(&self, filled: &Filled) -> Vec<Fault> {
        let mut faults = content::faults(&filled.value, &filled.faults);
        faults.extend(uploads::faults(&filled.value, &self.content));
        faults.extend(content::wrong_address(&filled.value, &self.item));
        faults
    }

    /// The newest text as the form holds it.
    pub fn stored(&self) -> Value {
        form::value(self.kind, &self.registers, &self.item, &self.content)
    }

    /// What of a form can be saved: all of it, or all but the fields that are wrong.
    pub fn kept(&self, filled: &Filled) -> Option<Kept> {
        units::kept(&self.form, filled, &self.stored())
    }

    /// What can be saved, ready to be.
    pub fn sending(&self, typed: &Submitted, kept: Kept, by_itself: bool) -> Sending {
        let before = self.content.clone();
        Sending {
            item: self.item.item.id,
            seen: typed.value(NUMBER).parse().unwrap_or_default(),
            written: content::written(self.kind, &kept.value, &self.item, before),
            form: kept.value,
            unsaved: kept.unsaved,
            wrong: kept.wrong,
            joins: None,
            who: self.who.clone(),
            by_itself,
            spared: None,
            held: held::named(typed),
        }
    }

    pub async fn page(
        &self,
        app: &App,
        visit: &Visit,
        (status, filled): (StatusCode, &Filled),
        beside: Beside,
    ) -> Reply {
        let (t, id) = (visit.t, self.item.item.id);
        let action = path(t.lang.code(), id);
        let title = self.content.title.clone();
        let mut frame = frame(app, visit, &title).under(&title, &action);
        frame.refused = filled.is_refused() || !beside.unsaid.is_nothing();
        frame.receipt = receipts::told(app, visit, t, &self.item).await?;
        let named = |place: &String| {
            let (label, id) = self.form.named(place)?;
            Some((label.say(t), id))
        };
        let (stage, stage_colour) = stage(t, &self.item);
        let mut fields = View::new(t, &self.form, filled, &self.known);
        let query = visit.parameters().unwrap_or_default();
        let field = query.get(chapters::FIELD).unwrap_or_default();
        let (own, open) = self.shown(filled, &beside);
        let sheet = chapters::split(t, &self.form, &mut fields, &Opened { masked: &open, field });
        for (id, key) in [(WHICH, beside.unsaid.which), (REASON, beside.unsaid.why)] {
            if let Some(key) = key {
                fields.summary.add(id, t.get(key));
            }
        }
        let why = if beside.is_partly { fields.summary.in_line() } else { String::new() };
        let page = Edit {
            t,
            frame,
            lang: lang_attr(t, &self.item.head.lang),
            title,
            action,
            stage,
            stage_colour,
            saved: self.saved(t, app.clock.now(), own, &why),
            readers: readers(t, &self.item),
            number: filled.typed.value(NUMBER).parse().unwrap_or(self.item.number()),
            mine: mine(&self.item, self.who.id),
            aside: beside.aside,
            person: self.who.id,
            kind: self.kind.name,
            own,
            fields,
            sheet,
            tabs: tabs(app, t, &self.who, &self.item).await?,
            checklist: self.checklist(app, t).await?,
            others: others(app, t, id, self.who.id).await?,
            seen_by: seen_by(t, &self.registers, &self.item),
            masked: beside.masked.iter().filter_map(named).collect(),
            is_handed_in: self.item.stage().is_some_and(|stage| stage != Stage::Draft),
            spared: filled.typed.value(WHICH).to_owned(),
            reason: filled.typed.value(REASON).to_owned(),
            is_unsaid: beside.unsaid.is_nothing() && numbers::is_unsaid(&beside.masked),
            which_fault: beside.unsaid.which.map(|key| t.get(key)),
            why_fault: beside.unsaid.why.map(|key| t.get(key)),
            held: filled.typed.value(held::WAITS).to_owned(),
            sought: seek::sought(app, t, self, &filled.typed).await?,
            // On the heap: every future that shows the form would else be as large.
            original: Box::pin(original(app, t, self.kind, &self.registers, &self.item)).await?,
            pictures: uploads::offered(t, id, &self.content),
            model: self.model(),
        };
        crate::web::page(status, &page)
    }

    /// What the form shows, as the script is told, and the inputs whose chapters are open.
    fn shown(&self, filled: &Filled, beside: &Beside) -> (&'static str, Vec<String>) {
        let mut open = beside.masked.clone();
        if filled.typed.value(NUMBER).is_empty() {
            return ("stored", open);
        }
        if beside.is_partly {
            return ("typed", open);
        }
        // What came back is seen.
        open.extend(changed(&filled.typed, &self.filled(&self.content).typed));
        (UNSAVED, open)
    }

    fn saved(&self, t: Text, now: OffsetDateTime, own: &str, why: &str) -> String {
        if own == UNSAVED {
            return t.plain("editing-saved-not");
        }
        told_saved(t, &saved(t, *self.item.newest.created_at, now), why)
    }

    /// A team's own numbers are shared from its workspace; without them it is a model.
    fn model(&self) -> &'static str {
        let is_teams = Shared::of(self.content.work.as_ref()).is_some_and(|one| one.has_numbers());
        if self.kind.guide.is_some() && !is_teams { "/modell" } else { "" }
    }

    /// What the text lacks as it is stored.
    async fn checklist(&self, app: &App, t: Text) -> Result<Checklist, Error> {
        let spared = numbers::of(&app.db, &self.item.item).await?;
        let standing = numbers::standing(&app.seal, &spared, &self.content);
        let unsaid = standing.iter().any(|number| number.said.is_none());
        checklist::whole(app, t, self.kind, &self.item, unsaid).await
    }
}

/// The inputs that hold something else than they did.
fn changed(now: &Submitted, before: &Submitted) -> Vec<String> {
    // As a browser sends it and as we keep it are the same.
    let said = |typed: &Submitted, name: &str| {
        let each = typed.values(name).iter().map(|value| value.replace("\r\n", "\n"));
        each.filter(|value| !value.trim().is_empty()).collect::<Vec<_>>()
    };
    let names: Vec<&str> = now.names().collect();
    // What tells only which rows there are holds nothing itself: their inputs come right after it.
    let is_group = |nth: usize, name: &str| {
        let below = names.get(nth + 1).and_then(|next| next.strip_prefix(name));
        below.is_some_and(|rest| rest.starts_with('.'))
    };
    let each = names.iter().enumerate().filter(|(nth, name)| !is_group(*nth, name));
    let differs = |name: &str| said(now, name) != said(before, name);
    each.filter(|(_, name)| differs(name)).map(|(_, name)| (*name).to_owned()).collect()
}

/// When it was saved, and why some of it is not.
pub fn told_saved(t: Text, at: &str, why: &str) -> String {
    if why.is_empty() {
        return t.plain_with("editing-saved", "at", at);
    }
    t.plain_with2("editing-saved-but", "at", at, "why", why)
}

/// The frame of a page of this room.
pub fn frame(app: &App, visit: &Visit, title: &str) -> Frame {
    let (t, code) = (visit.t, visit.lang().code());
    Frame::new(app, visit, title)
        .form()
        .under(t.plain("web-my-page"), format!("/{code}/min-side"))
        .under(t.plain("editing-heading"), format!("/{code}/skriv"))
}

/// How far a text has come, and its colour.
pub fn stage(t: Text, item: &Working) -> (Words, &'static str) {
    if let Some(stage) = item.stage() {
        return on_its_way(t, stage);
    }
    let (key, colour) = match item.item.state().name() {
        "archived" => ("editing-stage-archived", "neutral"),
        "withdrawn" => ("editing-stage-withdrawn", "warning"),
        _ => ("editing-stage-published", "success"),
    };
    (t.get(key), colour)
}

/// The same of a text that is not public.
pub fn on_its_way(t: Text, stage: Stage) -> (Words, &'static str) {
    let (key, colour) = match stage {
        Stage::Draft => ("editing-stage-draft", "neutral"),
        Stage::InReview => ("editing-stage-review", "info"),
        Stage::Scheduled => ("editing-stage-scheduled", "success"),
    };
    (t.get(key), colour)
}

/// What readers have while a text is changed that is public: they keep what they have until the next has been
/// looked through.
pub fn readers(t: Text, item: &Working) -> Option<Words> {
    let at = item.public.as_ref()?.published_at?;
    Some(match (item.stage(), item.item.state().name()) {
        (None, "withdrawn") => return None,
        // Its draft is told of as a draft, and nothing else on the page says that readers have none.
        (Some(_), "withdrawn") => t.get("editing-readers-none"),
        (None, _) => t.get("editing-readers-same"),
        (Some(_), "archived") => t.with("editing-readers-archived", "day", t.day(*at)),
        (Some(_), _) => t.with("editing-readers-before", "day", t.day(*at)),
    })
}

/// The number of the newest text when they wrote it; else none.
pub fn mine(item: &Working, who: Uuid) -> i32 {
    if item.newest.author == Some(who) { item.newest.number } else { 0 }
}

pub fn lang_attr(t: Text, lang: &str) -> &'static str {
    Lang::parse(lang).filter(|lang| *lang != t.lang).map_or("", Lang::code)
}

/// Who can open a text that nobody has published: said where it is written, so that nobody has to guess.
pub fn seen_by(t: Text, registers: &Registers, item: &Working) -> Option<Words> {
    if item.item.published_at.is_some() {
        return None;
    }
    // Whoever began it has left: all who have a role there have it now.
    let passed_on = item.kept_at.and_then(|place| registers.owner(Some(place))).map(Owner::name);
    if let Some(place) = passed_on {
        return Some(t.with("editing-seen-passed-on", "place", place));
    }
    let owner = registers.owner(item.item.centre_id);
    let owner = owner.map(Owner::name);
    Some(match (may::is_private(item), owner) {
        (true, None) => t.get("editing-seen-alone"),
        (true, Some(place)) => t.with("editing-seen-at", "place", place),
        (false, None) => t.get("editing-seen-handed-in"),
        (false, Some(place)) => t.with("editing-seen-handed-in-at", "place", place),
    })
}

/// Day and hour, as the clock in Oslo shows them.
pub fn at(t: Text, at: OffsetDateTime) -> String {
    t.local(Local::at(at))
}

/// When it was saved: the hour alone when that was today.
pub fn saved(t: Text, at: OffsetDateTime, now: OffsetDateTime) -> String {
    let local = Local::at(at);
    let today = local.time().filter(|_| local.day() == oslo_day(now));
    today.map_or_else(|| t.local(local), |clock| t.clock(clock))
}

/// What a person is called.
pub async fn called(app: &App, t: Text, person: Uuid) -> Result<String, Error> {
    let found = persons::by_id(&app.db, person).await?;
    let name = found.map(|person| person.name).filter(|name| !name.is_empty());
    Ok(name.unwrap_or_else(|| t.plain("editing-somebody")))
}

/// Who else is writing here now.
pub async fn others(app: &App, t: Text, item: Uuid, but: Uuid) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for person in presence::others(&app.db, &app.clock, item, but).await? {
        names.push(called(app, t, person).await?);
    }
    Ok(names)
}
