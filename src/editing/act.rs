//! What the buttons of the way do: each in one transaction, with the right asked in it, for the revision
//! that whoever pressed has seen, and with its row in the log.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::form::NUMBER;
use super::receipts::Receipt;
use super::retire::{self, Retiring, WHY};
use super::save::Halt;
use super::steps::{self, Shown};
use super::{Id, approvals, asks, checklist, kept, may, numbers, path, unsaved, uploads};
use crate::app::App;
use crate::dates::{Local, oslo_day};
use crate::db::{self, Tx};
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, RegisterNames, Submitted};
use crate::items::{Discarded, Stage, Working, WriteError, Writer, reviews};
use crate::login::known;
use crate::people::{Entry, What};
use crate::rights::Who;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;

pub const LIMIT: usize = 16 * 1024;
pub const DO: &str = "gjor";
const WHEN: &str = "naar";
const WHICH: &str = "gang";
const FIRST: &str = "forste";
const LAST: &str = "andre";
/// They have looked at the numbers that look like a person's.
const SEEN: &str = "tall";
/// So much is lacking on the page that they pressed on, and they go on all the same: it is asked once of
/// whoever says yes or publishes, and nothing of it is a rule.
const LACKS: &str = "mangler";
const ANYWAY: &str = "likevel";
/// Told with that question.
pub const LACKING: &str = "editing-notice-lacking";
/// Who is asked by name to look through it.
const READER: &str = "leser";

/// The hour that a text is to be public at; the rest are buttons. Of an hour that the clock shows twice it
/// is asked which.
pub fn form(is_twice: bool) -> Form {
    let when = Field::new(WHEN, "editing-when", FieldKind::Time);
    let when = when.needed().helped("editing-when-help");
    let options = [(FIRST, "editing-which-first"), (LAST, "editing-which-last")];
    let options = options.map(|(value, words)| Alternative::new(value, words));
    // Only asked for where it must be said.
    let which = Field::choice(WHICH, "editing-which", options.into()).or_another();
    let fields = std::iter::once(when).chain(is_twice.then_some(which)).collect::<Vec<_>>();
    Form::new(LIMIT, fields).hiding([NUMBER, DO, SEEN, LACKS, ANYWAY])
}

/// Is the hour one that the clock shows twice?
pub fn is_twice(filled: &Filled) -> bool {
    filled.text(WHEN).parse::<Local>().is_ok_and(Local::is_shown_twice)
}

/// The instant that was chosen.
fn chosen(filled: &Filled) -> Option<OffsetDateTime> {
    let at: Local = filled.text(WHEN).parse().ok()?;
    Some(if filled.text(WHICH) == LAST { at.last_instant() } else { at.instant() })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    HandIn,
    /// Somebody else is asked to look through it.
    Ask,
    TakeBack,
    Approve,
    Publish(Option<OffsetDateTime>),
    /// It is not to be public at its hour after all.
    Unschedule,
    Archive,
    Withdraw,
    Restore,
    Discard,
}

impl Step {
    fn of(name: &str, at: Option<OffsetDateTime>) -> Option<Self> {
        Some(match name {
            "send-inn" => Self::HandIn,
            "be-om" => Self::Ask,
            "ta-tilbake" => Self::TakeBack,
            "godkjenn" => Self::Approve,
            "publiser" => Self::Publish(None),
            "tidspunkt" => Self::Publish(at),
            "avlys" => Self::Unschedule,
            "arkiver" => Self::Archive,
            "trekk" => Self::Withdraw,
            "hent-fram" => Self::Restore,
            "kast" => Self::Discard,
            _ => return None,
        })
    }

    fn what(self) -> What {
        match self {
            Self::HandIn => What::TextHandedIn,
            Self::Ask => What::TextReaderAsked,
            Self::TakeBack => What::TextReturned,
            Self::Approve => What::TextApproved,
            Self::Publish(_) => What::TextPublished,
            Self::Unschedule => What::TextUnscheduled,
            Self::Archive => What::TextArchived,
            Self::Withdraw => What::TextWithdrawn,
            Self::Restore => What::TextRestored,
            Self::Discard => What::TextDiscarded,
        }
    }

    fn receipt(self) -> Receipt {
        match self {
            Self::HandIn => Receipt::HandedIn,
            Self::Ask => Receipt::ReaderAsked,
            Self::TakeBack => Receipt::TakenBack,
            Self::Approve => Receipt::Approved,
            Self::Publish(None) => Receipt::Published,
            Self::Publish(Some(_)) => Receipt::Scheduled,
            Self::Unschedule => Receipt::Unscheduled,
            Self::Archive => Receipt::Archived,
            Self::Withdraw => Receipt::Withdrawn,
            Self::Restore => Receipt::Restored,
            Self::Discard => Receipt::Discarded,
        }
    }

    fn is_theirs(self, who: &Who, item: &Working) -> bool {
        match self {
            Self::HandIn | Self::Ask => may::write(who, item),
            Self::Discard => may::discard(who, item),
            Self::TakeBack => may::write(who, item) || may::review(who, item),
            Self::Approve => may::review(who, item),
            Self::Publish(_) => may::publish(who, item),
            Self::Unschedule => may::publish(who, item) || may::write(who, item),
            Self::Archive | Self::Withdraw | Self::Restore => may::retire(who, item),
        }
    }
}

/// Who is to look through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// The one who was asked before, if anybody was.
    AsBefore,
    WhoeverIsFirst,
    Person(Uuid),
}

impl Whom {
    fn of(filled: &Filled) -> Result<Self, Error> {
        match filled.typed.values(READER).first().map(String::as_str) {
            None => Ok(Self::AsBefore),
            Some("") => Ok(Self::WhoeverIsFirst),
            Some(id) => {
                let id = Uuid::try_parse(id).map_err(|_| Error::NotUnderstood(READER))?;
                Ok(Self::Person(id))
            }
        }
    }
}

/// What is to be done, with which revision, by whom.
#[derive(Clone)]
struct Asked {
    item: Uuid,
    seen: i32,
    step: Step,
    who: Who,
    /// Whoever says yes has looked at the numbers in the text.
    has_seen: bool,
    whom: Whom,
    /// Why it is archived or withdrawn.
    why: String,
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let mut sent = Submitted::receive(request, LIMIT).await;
    let masked = sent.mask();
    let name = sent.value(DO).to_owned();
    let (question, is_timed) = (Retiring::of(&name), name == "tidspunkt");
    let form = match question {
        Some(_) => retire::form(),
        None if is_timed => form(true),
        None => {
            let hidden = [NUMBER, DO, SEEN, READER, LACKS, ANYWAY];
            Form::new(LIMIT, Vec::<Field>::new()).hiding(hidden)
        }
    };
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default());
    let filled = if is_timed { timed(&app, filled) } else { filled };
    let filled = filled.and(form.told_of(&masked));
    if (is_timed || question.is_some()) && !filled.is_good() {
        let shown = Shown { status: filled.status(), filled: &filled, question, notice: None };
        return steps::page(&app, &visit, id, shown).await;
    }
    let step = Step::of(&name, chosen(&filled)).ok_or(Error::NotUnderstood(DO))?;
    if is_to_be_asked(step, &filled) {
        let (status, notice) = (StatusCode::CONFLICT, Some(LACKING));
        let empty = Filled::empty();
        let filled = if is_timed { &filled } else { &empty };
        let shown = Shown { status, filled, question: None, notice };
        return steps::page(&app, &visit, id, shown).await;
    }
    let seen = filled.typed.value(NUMBER).parse().map_err(|_| Error::NotUnderstood(NUMBER))?;
    let has_seen = !filled.typed.value(SEEN).is_empty();
    let (whom, why) = (Whom::of(&filled)?, filled.text(WHY).to_owned());
    let who = known(&visit)?.clone();
    let asked = Asked { item: id, seen, step, who, has_seen, whom, why };
    answer(&app, &visit, &asked).await
}

/// Something is lacking, and they have not said yet that they go on.
fn is_to_be_asked(step: Step, filled: &Filled) -> bool {
    let is_for_others = matches!(step, Step::Approve | Step::Publish(_));
    let said = |name: &str| !filled.typed.value(name).is_empty();
    is_for_others && said(LACKS) && !said(ANYWAY)
}

async fn answer(app: &App, visit: &Visit, asked: &Asked) -> Reply {
    match take(app, asked).await {
        Ok(is_gone) => {
            let (code, id) = (visit.lang().code(), asked.item);
            let back = if is_gone {
                Receipt::Gone.on(&format!("/{code}/skriv"))
            } else {
                asked.step.receipt().on(&format!("{}/steg", path(code, id)))
            };
            Ok(crate::web::see_other(&back))
        }
        Err(halt) => {
            let notice = notice(&halt).ok_or(Error::from(halt))?;
            let (status, filled) = (StatusCode::CONFLICT, &Filled::empty());
            let shown = Shown { status, filled, question: None, notice: Some(notice) };
            steps::page(app, visit, asked.item, shown).await
        }
    }
}

/// With what is wrong with the hour: there must be one, and it is to come.
fn timed(app: &App, filled: Filled) -> Filled {
    if !filled.is_good() {
        return filled;
    }
    let fault = match chosen(&filled) {
        None => Some(Fault::missing(WHEN)),
        Some(_) if is_twice(&filled) && filled.text(WHICH).is_empty() => {
            Some(Fault::new(WHICH, "editing-fault-twice"))
        }
        Some(at) if at <= app.clock.now() => Some(Fault::new(WHEN, "editing-fault-past")),
        Some(_) => None,
    };
    filled.and(fault)
}

/// Why it was not done, for who may know; else it is a fault like any other.
fn notice(halt: &Halt) -> Option<&'static str> {
    Some(match halt {
        Halt::Write(WriteError::Stale { .. }) => "editing-notice-stale",
        Halt::Write(WriteError::NoDraft | WriteError::WrongState(_)) => "editing-notice-done",
        Halt::Write(WriteError::TooEarly(_)) => "editing-notice-early",
        Halt::NoYes => "editing-notice-no-yes",
        Halt::NotWhole => "editing-notice-not-whole",
        Halt::Reader => "editing-notice-reader",
        Halt::Numbers => "editing-notice-numbers",
        Halt::Draft => "editing-notice-draft",
        _ => return None,
    })
}

/// Tells whether the item is gone with it.
async fn take(app: &App, asked: &Asked) -> Result<bool, Halt> {
    db::transaction::<bool, Halt, _>(&app.db, |tx| {
        let (app, asked) = (app.clone(), asked.clone());
        Box::pin(async move {
            let found = Working::open(tx, asked.item).await?.ok_or(WriteError::Missing)?;
            if !asked.step.is_theirs(&asked.who, &found) {
                return Err(Halt::May);
            }
            if found.number() != asked.seen {
                return Err(WriteError::Stale { newest: found.number() }.into());
            }
            let entry = Entry::of(asked.step.what()).by(Some(asked.who.id));
            let told = json!({ "revision": asked.seen });
            entry.on("item", asked.item).telling(told).write(tx, &app.clock).await?;
            done(tx, &app, &asked, &found).await
        })
    })
    .await
}

async fn done(tx: &Tx, app: &App, asked: &Asked, found: &Working) -> Result<bool, Halt> {
    let Asked { item, seen, step, who, has_seen, why, .. } = asked;
    let (item, seen, clock) = (*item, *seen, &app.clock);
    let writer = Writer::new(tx, clock, app.kinds.stored()).by(who.id).because(why);
    if matches!(step, Step::Archive | Step::Withdraw) && found.stage() == Some(Stage::Scheduled) {
        // Its hour would bring back what they take away.
        writer.unschedule(item, seen).await?;
    }
    match step {
        Step::Ask => name_reader(tx, app, asked, found).await?,
        Step::HandIn => {
            name_reader(tx, app, asked, found).await?;
            writer.submit(item, seen).await?;
            kept::keep(tx, clock, (item, found.newest.number)).await?;
        }
        Step::TakeBack => {
            writer.return_to_draft(item, seen).await?;
            // What is handed in once more is looked through once more.
            approvals::withdraw(tx, item, found.newest.number).await?;
        }
        Step::Approve => {
            match found.stage() {
                Some(Stage::InReview) => {}
                Some(Stage::Draft) => return Err(Halt::Draft),
                Some(Stage::Scheduled) | None => return Err(WriteError::NoDraft.into()),
            }
            if !has_seen && !standing(tx, app, found).await?.is_empty() {
                return Err(Halt::Numbers);
            }
            approvals::give(tx, clock, (item, found.newest.number), who.id).await?;
            kept::keep(tx, clock, (item, found.newest.number)).await?;
        }
        Step::Publish(at) => {
            may_be_public(tx, app, found).await?;
            writer.publish(item, seen, at.unwrap_or_else(|| clock.now())).await?;
            if at.is_none() {
                reviews::forget(tx, item).await?;
            }
            // Also when it waits for its hour, and is taken back.
            kept::keep(tx, clock, (item, found.newest.number)).await?;
        }
        Step::Unschedule => writer.unschedule(item, seen).await?,
        Step::Archive => writer.archive(item, seen).await?,
        Step::Withdraw => writer.withdraw(item, seen).await?,
        Step::Restore => writer.restore(item, seen).await?,
        Step::Discard => {
            unsaved::forget(tx, item, who.id).await?;
            return Ok(writer.discard(item, seen).await? == Discarded::Item);
        }
    }
    Ok(false)
}

/// Who is to look through it: somebody who may, and who may still where they were asked before.
async fn name_reader(tx: &Tx, app: &App, asked: &Asked, found: &Working) -> Result<(), Halt> {
    if !matches!(found.stage(), Some(Stage::Draft | Stage::InReview)) {
        return Err(WriteError::NoDraft.into());
    }
    let readers = asks::readers(tx, found, oslo_day(app.clock.now())).await?;
    let whom = match asked.whom {
        Whom::WhoeverIsFirst => None,
        Whom::Person(id) if readers.contains_key(&id) => Some(id),
        Whom::Person(_) => return Err(Halt::Reader),
        Whom::AsBefore => {
            let before = reviews::asked(tx, asked.item).await?.map(|row| row.person_id);
            before.filter(|id| readers.contains_key(id))
        }
    };
    Ok(reviews::ask(tx, &app.clock, (asked.item, whom), asked.who.id).await?)
}

/// Somebody who has not written in it has said yes to this very revision and may still, it is as its kind
/// demands, and those who are seen in it consent.
async fn may_be_public(tx: &Tx, app: &App, found: &Working) -> Result<(), Halt> {
    let today = oslo_day(app.clock.now());
    if !approvals::counts(tx, found, today).await? {
        return Err(Halt::NoYes);
    }
    let (kind, content) = (app.kinds.named(&found.item.kind), found.content());
    let is_whole = kind.is_some_and(|kind| checklist::is_whole(kind, &content));
    let is_told = standing(tx, app, found).await?.iter().all(|number| number.said.is_some());
    let is_cleared = uploads::is_cleared(tx, found.item.id, &content, today).await?;
    let is_to_come = !checklist::is_past(&content, today);
    if is_whole && is_told && is_cleared && is_to_come { Ok(()) } else { Err(Halt::NotWhole) }
}

/// The numbers in the newest text that look like a person's.
async fn standing(tx: &Tx, app: &App, found: &Working) -> Result<Vec<numbers::Standing>, Halt> {
    let spared = numbers::of(tx, &found.item).await?;
    Ok(numbers::standing(&app.seal, &spared, &found.content()))
}
