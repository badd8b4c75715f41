//! One number, entered in seconds: the period that waits is chosen already, and what was below the line
//! last time stands there.

use askama::Template;
use axum::extract::{Request, State};
use figures::period;
use figures::{Kind, Known, When};
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use super::entered::{self, Entered};
use super::sure::{self, SURE};
use super::{INSTEAD, LIMIT, LINE, SENT, frame_under, masked, open, path, refused, said};
use crate::app::App;
use crate::dates::{PartialDate, oslo_day};
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{
    Alternative, Field, FieldKind, Filled, Form, RegisterNames, Submitted, View, Wording,
};
use crate::i18n::{Arg, Text, Words};
use crate::login::known;
use crate::people::persons;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{
    self, Doubt, Entry, Measured, Number, Observation, Open, Refused, Shape, Standing, Unread,
    Writer, latest, read_period,
};

const VALUE: &str = "tall";
const ALL: &str = "av";
const WHEN: &str = "tid";
const OTHER: &str = "annen_tid";
const WHY: &str = "grunn";
/// Buttons: nothing happened, or nobody was there to count; and what stands is taken back.
const NONE: &str = "ingen";
const TAKE: &str = "ta_bort";

/// So many periods are offered; an older one is written.
const OFFERED: usize = 24;
const MOST: i64 = 10_000_000;

#[derive(Template)]
#[template(path = "improvement/number.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: String,
    definition: String,
    form: EntryForm,
    /// Where many numbers are entered at once.
    paste: String,
    /// What was said of the period before, the newest first.
    said: Vec<Words>,
    entered: Entered,
}

/// The form of a number, which stands on the page of the work as well.
pub struct EntryForm {
    pub action: String,
    pub fields: View,
    pub sent: Uuid,
    /// The number that is corrected.
    pub instead: String,
    pub none: Option<Words>,
}

/// The measure of an address.
#[derive(serde::Deserialize)]
pub struct At {
    id: Uuid,
    measure: Uuid,
}

/// A measure on somebody's page, with the day that it is.
pub struct Desk<'a> {
    pub t: Text,
    pub open: &'a Open,
    pub measured: &'a Measured,
    pub today: Date,
}

/// What is typed of a number, under these names; the team's own words are in the language that they wrote.
pub fn value_fields(measured: &Measured, lang: &str, (value, all): (&str, &str)) -> Vec<Field> {
    let (shape, definition) = (said::shape(measured), &measured.definition);
    let label = |text: &str, usual: &str| -> Wording {
        if text.is_empty() { usual.into() } else { said::own(lang, text) }
    };
    let (min, decimals) = if shape == Shape::Value { (-MOST, 3) } else { (0, 0) };
    let kind = FieldKind::Number { min, max: MOST, decimals };
    let numerator = label(&definition.numerator, "improvement-value");
    let mut fields = vec![Field::new(value, numerator, kind)];
    if shape.has_denominator() {
        let decimals = u8::from(shape == Shape::Rate);
        let kind = FieldKind::Number { min: 0, max: MOST, decimals };
        fields.push(Field::new(all, label(&definition.denominator, "improvement-all"), kind));
    }
    fields
}

impl Desk<'_> {
    fn form(&self, chosen: Option<Date>, asks_why: bool, asks_sure: bool) -> Form {
        let Self { t, open, measured, .. } = *self;
        let fields = value_fields(measured, &open.work.lang, (VALUE, ALL)).into_iter();
        let mut fields: Vec<Field> = fields.map(Field::needed).collect();
        fields.push(Field::choice(WHEN, "improvement-when", self.periods(t, chosen)));
        fields.push(
            Field::line(OTHER, "improvement-when-other", 40).helped("improvement-when-other-help"),
        );
        if asks_why {
            let why = Field::line(WHY, "improvement-why", LINE);
            fields.push(why.needed().helped("improvement-why-help"));
        }
        let mut hidden = vec![SENT, INSTEAD, NONE, TAKE];
        if asks_sure {
            fields.push(sure::field(SURE));
        } else {
            hidden.push(SURE);
        }
        Form::new(LIMIT, fields).hiding(hidden)
    }

    /// The newest periods, each with the number that it has.
    fn periods(&self, t: Text, chosen: Option<Date>) -> Vec<Alternative> {
        let frequency = said::frequency(self.measured);
        let mut days = latest(frequency, self.today, OFFERED);
        days.extend(chosen.filter(|day| !days.contains(day)));
        // What was before the team began, and before its first number, is missed by nobody.
        let began = frequency.first(oslo_day(*self.open.work.made_at));
        let first = self.measured.numbers.iter().map(|one| one.day).min();
        let began = first.map_or(began, |first| first.min(began));
        let one = |day: &Date| {
            let period = said::period(t, frequency, *day);
            let has = self.measured.on(*day).map(|one| said::number(t, self.measured, one));
            let words = match has {
                Some(has) => t.plain_with2("improvement-has", "period", period, "number", has),
                None if *day < began => period,
                None => t.plain_with("improvement-lacks", "period", period),
            };
            Alternative::new(day.to_string(), said::own(t.lang.code(), &words))
        };
        days.iter().map(one).collect()
    }

    /// The form for a period; with what stands there, to be corrected.
    fn prefilled(&self, day: Date) -> (Filled, Option<&Observation>) {
        let mut filled = Filled::empty();
        filled.typed.set(WHEN, day.to_string());
        let there = self.measured.on(day).filter(|one| one.value.is_some());
        if let Some(value) = there.and_then(|one| one.value) {
            filled.typed.set(VALUE, said::typed(self.t, value));
        }
        // Nearly always it is as many as last time.
        let last = || self.measured.numbers.iter().rev().find(|one| one.denominator.is_some());
        if let Some(all) = there.or_else(last).and_then(|one| one.denominator) {
            filled.typed.set(ALL, said::typed(self.t, all));
        }
        (filled, there)
    }

    /// The form of the period that waits, or of the newest.
    pub fn due(&self, sent: Uuid) -> (Date, EntryForm) {
        let newest = said::frequency(self.measured).first(self.today);
        // Of a work that is over nothing is asked for: its last number may be corrected.
        let last = || self.measured.numbers.last().map(|one| one.day);
        let due = if self.open.is_over() { last() } else { self.measured.due(self.today) };
        let day = due.unwrap_or(newest);
        let (filled, there) = self.prefilled(day);
        (day, self.shown(&filled, Some(day), there.map(|one| one.id), sent))
    }

    fn shown(
        &self,
        filled: &Filled,
        chosen: Option<Date>,
        instead: Option<Uuid>,
        sent: Uuid,
    ) -> EntryForm {
        let (t, measured) = (self.t, self.measured);
        let form = self.form(chosen, instead.is_some(), sure::is_asked(&filled.typed, SURE));
        let work = path(t.lang, self.open.work.id);
        EntryForm {
            action: format!("{work}/tall/{}", measured.row.id),
            fields: View::new(t, &form, filled, &RegisterNames::default()),
            sent,
            instead: instead.map(|id| id.to_string()).unwrap_or_default(),
            none: said::none(t, said::shape(measured)),
        }
    }

    /// What is most likely a slip, at its field.
    fn unsure(&self, entry: &Entry, filled: &Filled) -> Option<Fault> {
        if sure::is_said(&filled.typed, SURE) {
            return None;
        }
        let number = entry.number?;
        let of_day = || {
            let place = if filled.text(OTHER).is_empty() { WHEN } else { OTHER };
            Some(Fault::new(place, sure::day(self.measured, entry.day, self.today)?))
        };
        let of_number = sure::number(self.measured, number.value);
        let of_number = of_number.map(|key| Fault::new(VALUE, key));
        of_number.or_else(of_day).or_else(|| self.finer(entry.day, filled.text(OTHER)))
    }

    /// A day is typed where months or longer are counted: its number may be of that day alone.
    fn finer(&self, first: Date, other: &str) -> Option<Fault> {
        let frequency = said::frequency(self.measured);
        let period = match period::read(other)? {
            When::Known(Known { period, .. }) if period.kind == Kind::Day => period,
            _ => return None,
        };
        let whole = frequency.kind().around(first);
        // The first and the last day are how many write the whole of it.
        let is_whole = [whole.first, whole.last()].contains(&period.first);
        let is_asked = frequency.kind() <= Kind::Month && !is_whole;
        let said = said::period(self.t, frequency, first);
        is_asked.then(|| Fault::new(OTHER, "improvement-unsure-day").filled("period", said))
    }

    /// Another period is chosen than that of the number that stood there, and it has none: nothing is corrected.
    fn free(&self, sent: &mut Submitted, given: &mut Given, chosen: Option<Date>) {
        let frequency = said::frequency(self.measured);
        let other = sent.value(OTHER).trim();
        let day = if other.is_empty() {
            chosen.map(|day| frequency.first(day))
        } else {
            read_period(frequency, other, self.today).ok()
        };
        let stood = self.measured.numbers.iter().find(|one| Some(one.id) == given.instead);
        let is_other = stood.is_none_or(|one| Some(one.day) != day);
        let is_empty = |day| self.measured.on(day).is_none_or(|one| one.value.is_none());
        let is_silent = sent.value(WHY).trim().is_empty() && !given.takes;
        if given.instead.is_some() && is_silent && is_other && day.is_some_and(is_empty) {
            given.instead = None;
            for name in [INSTEAD, WHY] {
                sent.take(name);
            }
        }
    }

    /// What was filled in, as a number of a period, or why it is none.
    fn entry(&self, filled: &Filled, sent: &Given) -> Result<Entry, Fault> {
        let other = filled.text(OTHER);
        let frequency = said::frequency(self.measured);
        let day = if other.is_empty() {
            let day = filled.text(WHEN).parse::<PartialDate>();
            day.map(PartialDate::first_day).map_err(|_| Fault::missing(WHEN))?
        } else {
            read_period(frequency, other, self.today).map_err(unread)?
        };
        let read = |key: &str| filled.value.get(key).and_then(Value::as_f64);
        let number = read(VALUE).map(|value| Number { value, denominator: read(ALL) });
        Ok(Entry {
            measure: self.measured.row.id,
            day,
            number: number.filter(|_| !sent.takes),
            sent: sent.id,
            instead_of: sent.instead.map(|id| (id, filled.text(WHY).to_owned())),
        })
    }
}

/// What came along with the fields.
struct Given {
    id: Uuid,
    instead: Option<Uuid>,
    takes: bool,
}

fn unread(why: Unread) -> Fault {
    let key = match why {
        Unread::Date(fault) => fault.key(),
        Unread::TooRough => "improvement-fault-rough",
        Unread::NoWeek => "improvement-fault-week",
    };
    Fault::new(OTHER, key)
}

/// At which field a doubt is told.
fn place(doubt: Doubt, filled: &Filled) -> &'static str {
    match doubt {
        Doubt::Future | Doubt::FarOff if filled.text(OTHER).is_empty() => WHEN,
        Doubt::Future | Doubt::FarOff => OTHER,
        Doubt::NotCounted => VALUE,
        Doubt::NoDenominator | Doubt::MoreThanAll | Doubt::NothingAtRisk => ALL,
        Doubt::NoReason => WHY,
    }
}

/// The work and the measure, for those who enter numbers.
async fn found(app: &App, visit: &Visit, at: &At) -> Result<(Open, Measured), Error> {
    let open = open(app, visit, at.id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let measured = open.measure(&app.db, at.measure).await?.ok_or(Error::NotFound)?;
    Ok((open, measured))
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, &at).await?;
    let today = oslo_day(app.clock.now());
    let desk = Desk { t: visit.t, open: &open, measured: &measured, today };
    let query = visit.parameters()?;
    let (day, form) = match query.get(WHEN) {
        None => desk.due(app.clock.random_id()),
        Some(day) => {
            let day = day.parse::<PartialDate>().map_err(|_| Error::NotUnderstood(WHEN))?;
            let day = said::frequency(&measured).first(day.first_day());
            let (filled, there) = desk.prefilled(day);
            let instead = there.map(|one| one.id);
            (day, desk.shown(&filled, Some(day), instead, app.clock.random_id()))
        }
    };
    page(&app, &visit, &desk, (Some(day), form), &Filled::empty()).await
}

async fn page(
    app: &App,
    visit: &Visit,
    desk: &Desk<'_>,
    (day, form): (Option<Date>, EntryForm),
    filled: &Filled,
) -> Reply {
    let (t, measured) = (desk.t, desk.measured);
    let heading = measured.definition.name.clone();
    let mut frame = frame_under(app, visit, desk.open, &heading, &form.action);
    frame.refused = filled.is_refused();
    let asks_all = visit.parameters()?.get(entered::ALL).is_some();
    // A form that comes back to be mended, or sent once more, asks the database for nothing.
    let (said, entered) = match day {
        Some(day) => (
            before(app, t, measured, day).await?,
            entered::of(app, desk, (form.action.as_str(), asks_all)).await?,
        ),
        None => (Vec::new(), Entered::default()),
    };
    let definition = measured.definition.definition.clone();
    let paste = form.action.replacen("/tall/", "/lim-inn/", 1);
    let page = Page { t, frame, heading, definition, form, paste, said, entered };
    crate::web::page(filled.status(), &page)
}

/// What was said of a period, when and by whom; the newest first.
async fn before(app: &App, t: Text, measured: &Measured, day: Date) -> Result<Vec<Words>, Error> {
    let said = work::history(&app.db, measured.row.id, day).await?;
    let people = said.iter().map(|one| one.person_id).collect();
    let names = persons::names(&app.db, people).await?;
    let nobody = t.plain("improvement-somebody");
    let one = |one: &Observation| {
        let who = names.get(&one.person_id).unwrap_or(&nobody);
        let number = said::number(t, measured, one);
        let at = t.day(*one.made_at);
        if one.reason.is_empty() {
            return t.with3("improvement-said", "number", number, "who", who, "day", at);
        }
        let values = [("number", number), ("who", who.clone()), ("day", at)];
        let values = values.into_iter().map(|(name, value)| (name, Arg::from(value)));
        let reason = [("reason", Arg::from(one.reason.as_str()))];
        t.fill("improvement-said-why", values.chain(reason))
    };
    Ok(said.iter().map(one).collect())
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, &at).await?;
    let today = oslo_day(app.clock.now());
    let desk = Desk { t: visit.t, open: &open, measured: &measured, today };
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked(&app, &visit, &mut sent).await?;
    let mut given = Given {
        id: Uuid::try_parse(sent.value(SENT)).unwrap_or_else(|_| app.clock.random_id()),
        instead: Uuid::try_parse(sent.value(INSTEAD)).ok(),
        takes: !sent.value(TAKE).is_empty(),
    };
    put_right(&mut sent, &measured, given.takes);
    let chosen = sent.value(WHEN).parse::<PartialDate>().ok().map(PartialDate::first_day);
    desk.free(&mut sent, &mut given, chosen);
    let form = desk.form(chosen, given.instead.is_some(), sure::is_asked(&sent, SURE));
    let mut filled = Filled::of_sent(sent, &form, &RegisterNames::default()).and(faults);
    let mut day = chosen;
    if filled.is_good() {
        let entry = desk.entry(&filled, &given);
        let unsure = entry.as_ref().ok().and_then(|entry| desk.unsure(entry, &filled));
        match (entry, unsure) {
            (Err(fault), _) => filled = filled.and([fault]),
            (Ok(_), Some(fault)) => {
                sure::ask(&mut filled.typed, SURE);
                filled = filled.and([fault]);
            }
            (Ok(entry), None) => match save(&app, &visit, at.id, &entry).await {
                Ok(_) => return Ok(crate::web::see_other(&after(&visit, &at, &entry))),
                Err(Refused::Twice(there)) => {
                    day = Some(there.day);
                    given.instead = Some(there.id);
                    filled = filled.and([twice(&desk, &there)]);
                }
                Err(Refused::Doubt(doubt)) => {
                    let place = place(doubt, &filled);
                    filled = filled.and([Fault::new(place, doubt.key())]);
                }
                Err(error) => {
                    let error = refused(error);
                    return unsaved(&app, &visit, &desk, (&given, day), (filled, error)).await;
                }
            },
        }
    }
    let shown = desk.shown(&filled, day, given.instead, given.id);
    page(&app, &visit, &desk, (given.instead.and(day), shown), &filled).await
}

/// What a button says is filled in, and «18 av 24» in both fields.
fn put_right(sent: &mut Submitted, measured: &Measured, takes: bool) {
    let shape = said::shape(measured);
    // Nothing happened says nothing of what is measured.
    let nothing = !sent.value(NONE).is_empty() && shape != Shape::Value;
    // Of what is taken back nothing need be said; of nothing, only what it is out of.
    if nothing || takes {
        sent.set(VALUE, "0");
    }
    sure::spread(sent, measured, (VALUE, ALL));
    if shape == Shape::Share && nothing || shape.has_denominator() && takes {
        sent.set(ALL, "0");
    }
}

/// It could not be saved now: the form again, to be sent once more, and known then if it was saved.
async fn unsaved(
    app: &App,
    visit: &Visit,
    desk: &Desk<'_>,
    (given, day): (&Given, Option<Date>),
    (filled, error): (Filled, Error),
) -> Reply {
    if !error.will_pass() {
        return Err(error);
    }
    let filled = filled.unsaved();
    let shown = desk.shown(&filled, day, given.instead, given.id);
    let page = page(app, visit, desk, (None, shown), &filled).await;
    page.map(crate::web::unsaved)
}

/// The chart, which says what was saved.
fn after(visit: &Visit, at: &At, entry: &Entry) -> String {
    format!("{}?lagret={}", path(visit.lang(), at.id), entry.measure)
}

fn twice(desk: &Desk<'_>, there: &Observation) -> Fault {
    let period = said::period(desk.t, said::frequency(desk.measured), there.day);
    Fault::new(WHY, "improvement-fault-twice")
        .filled("period", period)
        .filled("number", said::number(desk.t, desk.measured, there))
}

async fn save(
    app: &App,
    visit: &Visit,
    work: Uuid,
    entry: &Entry,
) -> Result<work::Entered, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<work::Entered, Refused, _>(&app.db, |tx| {
        let (clock, who, entry) = (app.clock.clone(), who.clone(), entry.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).enter(work, &entry).await })
    })
    .await
}

impl EntryForm {
    pub fn is_correction(&self) -> bool {
        !self.instead.is_empty()
    }
}
