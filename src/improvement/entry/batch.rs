//! What a phone has kept while it had no net, sent as one list and answered one by one: kept, had already, met by
//! another number, of a day that is another by our clock, or refused with why.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use figures::people::in_words;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

use super::super::{Id, LINE, said};
use super::desk::Desk;
use super::keep::{Asked, keep};
use crate::app::App;
use crate::dates::{PartialDate, oslo_day};
use crate::error::{Error, Reply};
use crate::forms::masked;
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Visit, WholePage};
use crate::work::{Doubt, Entered, Entry, Frequency, Number, Observation, Refused, Tally};

const LIMIT: usize = 256 * 1024;
/// As in the form.
const LARGEST: f64 = 10_000_000.0;
/// So many at once; the phone sends the next when these are answered.
const MOST: usize = 200;
/// Clocks that differ by less agree on the day, but for an hour around midnight that passes by itself.
const AGREE: Duration = Duration::HOUR;

#[derive(Deserialize)]
struct Batch {
    /// Who typed it. It is never entered as another's.
    person: Uuid,
    /// What the phone's clock shows as it sends, in milliseconds.
    #[serde(default)]
    now: Option<i64>,
    /// Each is read for itself: one that is not understood costs no other.
    entries: Vec<Value>,
}

/// A number, taps, or what is to be undone.
#[derive(Deserialize)]
struct Sent {
    /// What the phone calls it: sent again it is known.
    #[serde(rename = "sent")]
    id: Uuid,
    measure: Uuid,
    /// The first day of its period.
    #[serde(default)]
    day: Option<String>,
    #[serde(default)]
    value: Option<f64>,
    #[serde(default)]
    all: Option<f64>,
    /// So many more happened.
    #[serde(default)]
    more: Option<i32>,
    /// The number that is wrong, and why.
    #[serde(default)]
    instead: Option<Uuid>,
    #[serde(default)]
    reason: String,
    /// What was sent under this name is undone.
    #[serde(default)]
    undo: Option<Uuid>,
    /// What the phone's clock showed when it was typed, in milliseconds.
    #[serde(default)]
    at: Option<i64>,
    /// Whoever typed it has been asked, and has chosen the day.
    #[serde(default)]
    sure: bool,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Fate {
    Kept,
    /// It was there already.
    Known,
    /// Another number stands there.
    Conflict,
    /// Its period begins within the hour, by our clock.
    Early,
    /// By our clock it was another day when it was typed: whoever typed it says which it is of.
    Clock,
    Refused,
}

#[derive(Serialize)]
struct Told {
    sent: String,
    is: Fate,
    /// Why, for the reader.
    said: String,
    /// The number that stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    there: Option<Uuid>,
    /// The periods that it may be of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    days: Vec<Offered>,
}

#[derive(Serialize)]
struct Offered {
    day: String,
    period: String,
}

#[derive(Serialize)]
struct Answer {
    answers: Vec<Told>,
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let unread = |_| Error::NotUnderstood("entries");
    let body = to_bytes(request.into_body(), LIMIT).await.map_err(unread)?;
    let batch: Batch =
        serde_json::from_slice(&body).map_err(|_| Error::NotUnderstood("entries"))?;
    if batch.person != known(&visit)?.id {
        return Err(Error::Forbidden);
    }
    if batch.entries.len() > MOST {
        return Err(Error::NotUnderstood("entries"));
    }
    let desk = Desk::open(&app, &visit, id).await?;
    let clocks = Clocks { ours: app.clock.now(), theirs: batch.now.and_then(instant) };
    let mut answers = Vec::with_capacity(batch.entries.len());
    for value in batch.entries {
        answers.push(one(&app, &visit, &desk, (clocks, value)).await?);
    }
    Ok(whole(Answer { answers }))
}

fn whole(answer: Answer) -> Response {
    let mut response = Json(answer).into_response();
    response.extensions_mut().insert(WholePage);
    response
}

async fn one(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    (clocks, value): (Clocks, Value),
) -> Result<Told, Error> {
    let named = value.get("sent").and_then(Value::as_str).unwrap_or_default().to_owned();
    let told = |is: Fate, key: &str| Told {
        sent: named.clone(),
        is,
        said: if key.is_empty() { String::new() } else { desk.t.plain(key) },
        there: None,
        days: Vec::new(),
    };
    let sent: Option<Sent> = serde_json::from_value(value).ok();
    let days = sent.as_ref().and_then(|sent| clocks.doubtful(desk, sent));
    let Some(asked) = sent.and_then(|sent| asked(desk, sent)) else {
        return Ok(told(Fate::Refused, "entry-unread"));
    };
    if let Some(days) = days {
        return Ok(Clocks::ask(desk, named, days));
    }
    if let Asked::Number(Entry { instead_of: Some((_, reason)), .. }) = &asked {
        if masked(reason).is_some() {
            return Ok(told(Fate::Refused, "improvement-fault-identity"));
        }
        if in_words(reason).is_some() {
            return Ok(told(Fate::Refused, "improvement-fault-person"));
        }
    }
    Ok(match keep(app, visit, desk.open.work.id, &asked).await {
        Ok(Entered::New | Entered::Corrected) => told(Fate::Kept, ""),
        Ok(Entered::Same) => told(Fate::Known, ""),
        Err(Refused::Twice(there)) => met(desk, named, &there),
        Err(Refused::Doubt(Doubt::Future)) => match clocks.of_future(desk, &asked) {
            Some(days) => Clocks::ask(desk, named, days),
            None => told(Fate::Early, "entry-early"),
        },
        Err(Refused::Doubt(doubt)) => told(Fate::Refused, doubt.key()),
        Err(Refused::Stale) => told(Fate::Refused, "entry-too-late"),
        Err(Refused::NotThere) => told(Fate::Refused, "entry-gone"),
        Err(error) => return Err(super::super::refused(error)),
    })
}

/// Both are told: the phone has its own, and asks which of them is right.
fn met(desk: &Desk, sent: String, there: &Observation) -> Told {
    let said = desk.measured(there.measure_id).map(|measured| {
        let period = said::period(desk.t, said::frequency(measured), there.day);
        let number = said::number(desk.t, measured, there);
        desk.t.plain_with2("entry-there", "period", period, "number", number)
    });
    Told {
        sent,
        is: Fate::Conflict,
        said: said.unwrap_or_default(),
        there: Some(there.id),
        days: Vec::new(),
    }
}

fn instant(milliseconds: i64) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp(milliseconds.div_euclid(1_000)).ok()
}

/// Ours and the phone's, as it sent.
#[derive(Clone, Copy)]
struct Clocks {
    ours: OffsetDateTime,
    theirs: Option<OffsetDateTime>,
}

/// How often a measure is counted, and the periods that a number may be of.
type Days = (Frequency, Vec<Date>);

impl Clocks {
    /// The day that the phone showed when something was typed, and the day that it was: where its clock goes
    /// wrong by more than an hour.
    fn typed(self, at: i64) -> Option<(Date, Date)> {
        let wrong = self.ours - self.theirs?;
        let shown = instant(at)?;
        let was = shown.checked_add(wrong)?;
        (wrong.abs() > AGREE).then(|| (oslo_day(shown), oslo_day(was)))
    }

    /// What was typed for a day that it was by the phone's clock alone: a tap, which is of the moment, or a
    /// number of a period that had not begun. It would stand on the wrong day, and nobody would see it.
    fn doubtful(self, desk: &Desk, sent: &Sent) -> Option<Days> {
        let measured = desk.measured(sent.measure).filter(|_| !sent.sure)?;
        let frequency = said::frequency(measured);
        let day = sent.day.as_deref()?.parse::<PartialDate>().ok()?.first_day();
        let (shown, was) = self.typed(sent.at?)?;
        let [first, shown, now] = [day, shown, was].map(|day| frequency.first(day));
        let is_of_shown = first == shown && shown != now;
        let is_wrong = is_of_shown && (sent.more.is_some() || first > was);
        let has_begun = |day: &Date| *day <= desk.today;
        is_wrong.then(|| (frequency, [now, first].into_iter().filter(has_begun).collect()))
    }

    /// What is of a period that begins in more than an hour.
    fn of_future(self, desk: &Desk, asked: &Asked) -> Option<Days> {
        let (measure, day) = match asked {
            Asked::Number(entry) => (entry.measure, entry.day),
            Asked::Tally(tally) => (tally.measure, tally.day),
            Asked::Undo { .. } => return None,
        };
        let frequency = said::frequency(desk.measured(measure)?);
        let is_soon = frequency.first(day) <= oslo_day(self.ours + AGREE);
        (!is_soon).then(|| (frequency, vec![frequency.first(desk.today)]))
    }

    fn ask(desk: &Desk, sent: String, (frequency, days): Days) -> Told {
        let today = Frequency::Day.said(desk.t, desk.today);
        let offered = |day: Date| Offered {
            day: day.to_string(),
            period: said::period(desk.t, frequency, day),
        };
        Told {
            sent,
            is: Fate::Clock,
            said: desk.t.plain_with("entry-clock", "today", today),
            there: None,
            days: days.into_iter().map(offered).collect(),
        }
    }
}

/// None where it is not understood.
fn asked(desk: &Desk, sent: Sent) -> Option<Asked> {
    if let Some(undone) = sent.undo {
        return Some(Asked::Undo { measure: sent.measure, sent: undone });
    }
    let day = sent.day?.parse::<PartialDate>().ok()?.first_day();
    if let Some(more) = sent.more {
        let is_near = (-1000..=1000).contains(&more)
            && sent.all.is_none_or(|all| (0.0..=LARGEST).contains(&all));
        let tally = Tally { measure: sent.measure, day, more, sent: sent.id, all: sent.all };
        return is_near.then_some(Asked::Tally(tally));
    }
    let near = |number: f64| number.abs() <= LARGEST;
    let number = sent.value.filter(|value| near(*value));
    let all = sent.all.filter(|all| near(*all));
    // What was said and can't be is not left out: it is refused.
    if number.is_none() || all.is_none() && sent.all.is_some() {
        return None;
    }
    let measured = desk.measured(sent.measure);
    let takes_all = measured.is_some_and(|one| said::shape(one).has_denominator());
    let denominator = all.filter(|_| takes_all);
    let reason: String = sent.reason.chars().filter(|c| !c.is_control()).take(LINE).collect();
    Some(Asked::Number(Entry {
        measure: sent.measure,
        day,
        // No number is a negative nought.
        number: number.map(|value| Number { value: value + 0.0, denominator }),
        sent: sent.id,
        instead_of: sent.instead.map(|id| (id, reason)),
    }))
}
