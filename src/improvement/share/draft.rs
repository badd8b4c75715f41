//! The draft of the public page, made of a work. What somebody has written in it stays.

use time::Date;
use uuid::Uuid;

use crate::dates::{PartialDate, Period};
use crate::db::{self, Reads};
use crate::editing::may;
use crate::items::{Content, Draft, Head, Working, WriteError, Writer};
use crate::kinds::Kind;
use crate::projects::{Facts, Outcome, Status as Told};
use crate::rights::Who;
use crate::work::{Refused, Shared, Status, Work};

/// The kind of text that tells of a work.
pub const PROJECT: &str = "project";

pub fn unwritten(error: WriteError) -> Refused {
    match error {
        WriteError::Db(error) => Refused::Database(error),
        WriteError::Stale { .. } => Refused::Stale,
        other => Refused::Database(db::DbErr::Custom(other.to_string())),
    }
}

/// Saves it beside the text that is there. Tells whether that is theirs to write.
pub async fn save<C: Reads>(
    items: &Writer<'_, C>,
    who: &Who,
    there: &Working,
    draft: &Draft,
) -> Result<(Uuid, bool), Refused> {
    let (item, seen) = (there.item.id, there.number());
    let is_theirs = may::hold(who, there);
    let saved = items.save(item, seen, draft).await.map_err(unwritten)?;
    // One that is as it was needs nobody to look at it.
    if !is_theirs && (saved != seen || there.is_draft()) {
        items.submit(item, saved).await.map_err(unwritten)?;
    }
    Ok((item, is_theirs))
}

pub fn of(
    kind: &'static Kind,
    work: &Work,
    there: Option<&Working>,
    (shared, (outcome, evidence)): (&Shared, &(Option<Outcome>, String)),
    note: String,
) -> Draft {
    let before = there.map(Working::content).unwrap_or_default();
    let mut facts: Facts = before.facts_as();
    let status = Status::named(&work.status).unwrap_or(Status::Active);
    facts.status = Some(told(status));
    facts.outcome = outcome.or(facts.outcome);
    if !evidence.is_empty() {
        facts.outcome_note = on_one_line(evidence);
    }
    fill(&mut facts.aim, || on_one_line(&aim(shared)));
    fill(&mut facts.sections.what_we_do, || list(shared.cycles.iter().map(|one| &one.plan)));
    fill(&mut facts.sections.lessons, || list(shared.cycles.iter().map(|one| &one.learned)));
    if facts.period.is_empty() {
        facts.period = period(shared, status);
    }
    let facts = serde_json::to_value(&facts).unwrap_or_default();
    let title = if before.title.is_empty() { work.title.clone() } else { before.title.clone() };
    let content = Content {
        title,
        work: Some(shared.stored()),
        facts: (kind.check)(facts.clone()).unwrap_or(facts),
        facts_version: kind.version,
        ..before
    };
    let new_head = || Head { lang: work.lang.clone(), centre: work.place_id, ..Head::default() };
    Draft {
        content,
        head: there.map_or_else(new_head, |there| there.head.clone()),
        note: Some(note),
    }
}

fn told(status: Status) -> Told {
    match status {
        Status::Planned => Told::Planned,
        Status::Active | Status::Paused => Told::Ongoing,
        Status::Finished => Told::Completed,
        Status::Stopped => Told::Stopped,
    }
}

fn fill(text: &mut String, with: impl Fn() -> String) {
    if text.trim().is_empty() {
        *text = with();
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn aim(shared: &Shared) -> String {
    let aim = &shared.aim;
    let said = [&aim.what, &aim.whom, &aim.much].map(|text| text.trim());
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(". ")
}

/// Each on a line of a list in CommonMark.
fn list<'a>(texts: impl Iterator<Item = &'a String>) -> String {
    let lines = texts.map(|text| on_one_line(text)).filter(|text| !text.is_empty());
    lines.map(|text| format!("- {text}")).collect::<Vec<_>>().join("\n")
}

/// From the first number to the last; open for what goes on.
fn period(shared: &Shared, status: Status) -> Period {
    let days = shared.measures.iter().flat_map(|measure| &measure.numbers);
    let mut days: Vec<Date> = days.map(|number| number.day.first_day()).collect();
    days.sort_unstable();
    let month = |day: &Date| PartialDate::of_month(day.year(), day.month().into()).ok();
    let last = days.last().filter(|_| status.is_over());
    Period::new(days.first().and_then(month), last.and_then(month)).unwrap_or_default()
}
