//! The display on the ward: one page with the aim, the charts and the last test, for a screen on the wall
//! and for paper. It names nobody.
//!
//! It fetches itself anew by a header, without script, until somebody who reads it asks it not to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use time::Date;
use uuid::Uuid;

use super::own;
use crate::app::App;
use crate::charts::Shape as Format;
use crate::dates::{Local, PartialDate, oslo_day};
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::improvement::share::people::are_counted;
use crate::improvement::{Id, open, path, said};
use crate::login::BY_ITSELF;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{
    self, Act, Choice, Cycle, Drawn, Frequency, Least, Measured, Note, Observation, Open, Shape,
    Shared, SharedMeasure, Status, Work, chart_of,
};

#[derive(Template)]
#[template(path = "improvement/team/board.html")]
struct Board {
    t: Text,
    title: Words,
    place: Words,
    status: Words,
    aim: Words,
    whom: Words,
    much: Words,
    by: Option<String>,
    charts: Vec<Chart>,
    /// So many measures have no room.
    more: usize,
    /// Fewer people than this are told of to nobody but the team.
    least: u32,
    /// What the numbers in the charts mean, where it is the same in all of them.
    marks: Vec<String>,
    cycle: Option<Tried>,
    /// When it was drawn.
    drawn: String,
    is_renewed: bool,
    /// The same page, with the other choice about that.
    other: String,
    /// The way back, for who came from the work.
    back: Option<String>,
}

struct Chart {
    name: Words,
    /// A picture for each width, and what it says; none before the first number.
    figure: Option<(String, String)>,
    newest: String,
    /// What the numbers in it mean, where those in the others mean something else.
    marks: Vec<String>,
    /// So many numbers are of so few people that the display holds them back.
    withheld: usize,
}

/// The last test.
struct Tried {
    nth: i32,
    plan: Words,
    /// What the team thinks will come of it, as long as it goes on.
    prediction: Words,
    when: Option<String>,
    learned: Words,
    act: Option<Words>,
}

/// What is sealed into the link.
const PURPOSE: &str = "display";
/// A parameter: `nei` lets the page stand as it is.
const RENEWED: &str = "fornyes";
/// Seconds.
const EVERY: &str = "600";
/// A wall has room for so many that are read from across the room.
const SHOWN: usize = 4;

/// The address of a display, for whoever has it.
pub fn link(app: &App, lang: Lang, display: Uuid) -> String {
    format!("/{}/tavle/{}", lang.code(), app.seal.token(PURPOSE, display))
}

/// What others than the team see of these measures, by the rule of a public page: what could point at one
/// person is held back. Where nobody has said whom a measure counts, its words tell, and a share is of people.
pub async fn seen(
    app: &App,
    open: &Open,
    measures: &[Measured],
    beside: (&[Cycle], &[Note]),
) -> Result<Shared, Error> {
    let people = work::of_people(&app.db, &open.work, measures).await?;
    let today = oslo_day(app.clock.now());
    let choice = |one: &Measured| {
        let guess = || said::shape(one) == Shape::Share || are_counted(one);
        let counts_people = people.get(&one.row.id).copied().unwrap_or_else(guess);
        Choice { measure: one.row.id, counts_people, is_open: false, is_live: false }
    };
    let choices: Vec<Choice> = measures.iter().map(choice).collect();
    let measures: Vec<Measured> = measures.iter().map(|one| outside(one, today)).collect();
    Ok(work::told(&measures, beside, &choices, Least(app.settings.small_numbers)))
}

/// The same as others than the team see it: what is counted each day is told by its month, when that is over.
fn outside(measured: &Measured, today: Date) -> Measured {
    let mut seen = measured.clone();
    let shape = said::shape(measured);
    if said::frequency(measured) != Frequency::Day || !shape.is_counted() {
        return seen;
    }
    let mut months: BTreeMap<Date, Observation> = BTreeMap::new();
    let now = Frequency::Month.first(today);
    for one in measured.numbers.iter().filter(|one| one.value.is_some() && one.day < now) {
        let month = Frequency::Month.first(one.day);
        // Where the measure began to mean something else, the month is told by what it means since.
        let before = months.get(&month).filter(|sum| sum.version == one.version);
        let (value, denominator) = match before {
            Some(sum) => (added(sum.value, one.value), added(sum.denominator, one.denominator)),
            None => (one.value, one.denominator),
        };
        months.insert(month, Observation { day: month, value, denominator, ..one.clone() });
    }
    seen.numbers = months.into_values().collect();
    Frequency::Month.name().clone_into(&mut seen.definition.frequency);
    if shape == Shape::Count {
        // What is aimed at each day is no aim of a month.
        seen.goals.clear();
    }
    seen
}

fn added(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    Some(one? + other?)
}

pub async fn of_team(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    page(&app, &visit, &open, true).await
}

#[derive(serde::Deserialize)]
pub struct Link {
    token: String,
}

/// Whoever has the link sees it, logged in or not, as long as the team has not taken it back.
pub async fn by_link(
    State(app): State<App>,
    visit: Visit,
    Named(Link { token }): Named<Link>,
) -> Reply {
    let display = app.seal.read_token(PURPOSE, &token).ok_or(Error::NotFound)?;
    let open = work::of_display(&app.db, display).await?.ok_or(Error::NotFound)?;
    page(&app, &visit, &open, false).await
}

async fn page(app: &App, visit: &Visit, open: &Open, is_team: bool) -> Reply {
    let (t, work) = (visit.t, &open.work);
    let (cycles, notes) = (open.cycles(&app.db).await?, open.notes(&app.db).await?);
    let mut measures = open.measures(&app.db).await?;
    measures.retain(|one| !one.row.is_ended);
    // Those that have something to show come first.
    measures.sort_by_key(|one| Reverse(one.numbers.iter().any(|number| number.value.is_some())));
    let more = measures.len().saturating_sub(SHOWN);
    measures.truncate(SHOWN);
    let is_renewed = visit.parameters()?.get(RENEWED) != Some("nei");
    let here = format!("/{}/{}", t.lang.code(), visit.path);
    let mut charts: Vec<Chart> = if is_team {
        let one = |(measured, n): (&Measured, usize)| {
            chart(t, work, (measured, n), chart_of(measured, &notes, &cycles).as_ref())
        };
        measures.iter().zip(1..).map(one).collect()
    } else {
        let shared = seen(app, open, &measures, (cycles.as_slice(), notes.as_slice())).await?;
        let drawn = shared.drawn(Least(app.settings.small_numbers));
        let one = |(place, measure): (usize, &SharedMeasure)| {
            let drawn = drawn.iter().find(|(of, _)| *of == place).map(|(_, drawn)| drawn);
            let chart = chart(t, work, (&measure.measured(place), place + 1), drawn);
            Chart { withheld: measure.withheld, ..chart }
        };
        shared.measures.iter().enumerate().map(one).collect()
    };
    let marks = told_once(&mut charts);
    let board = Board {
        t,
        title: own(t, work, &work.title),
        place: own(t, work, &work.place),
        status: t.get(Status::named(&work.status).unwrap_or(Status::Active).key()),
        aim: own(t, work, &work.aim_what),
        whom: own(t, work, &work.aim_whom),
        much: own(t, work, &work.aim_much),
        by: work.aim_by.as_deref().and_then(|by| date(t, by)),
        charts,
        more,
        least: app.settings.small_numbers,
        marks,
        cycle: cycles.first().map(|cycle| tried(t, work, cycle)),
        drawn: t.local(Local::at(app.clock.now())),
        is_renewed,
        other: if is_renewed { format!("{here}?{RENEWED}=nei") } else { here.clone() },
        back: is_team.then(|| path(t.lang, work.id)),
    };
    let mut response = crate::web::page(StatusCode::OK, &board)?;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if is_renewed {
        let again = HeaderValue::from_str(&format!("{EVERY}; url={here}?{BY_ITSELF}"));
        headers.insert(header::REFRESH, again.unwrap_or(HeaderValue::from_static(EVERY)));
    }
    Ok(response)
}

fn date(t: Text, text: &str) -> Option<String> {
    text.parse::<PartialDate>().ok().map(|date| t.partial(&date))
}

/// What happened is told once, where all charts have the same marks.
fn told_once(charts: &mut [Chart]) -> Vec<String> {
    let drawn = || charts.iter().filter(|one| one.figure.is_some());
    let first = drawn().next().map(|one| one.marks.clone()).unwrap_or_default();
    if drawn().any(|one| one.marks != first) {
        return Vec::new();
    }
    for one in charts.iter_mut() {
        one.marks.clear();
    }
    first
}

fn chart(t: Text, work: &Work, (measured, n): (&Measured, usize), drawn: Option<&Drawn>) -> Chart {
    let id = format!("tavle-{n}");
    let mut marks = Vec::new();
    let figure = drawn.map(|drawn| {
        let drawing = drawn.drawing(&id);
        let [wall, narrow] = [Format::Wall, Format::Narrow].map(|one| drawing.with_words(t, one));
        // What a screen has room for in the picture itself, a phone may have a number for.
        marks = if wall.notes.is_empty() { narrow.notes } else { wall.notes };
        (wall.picture + &narrow.picture, wall.sentence)
    });
    let newest = measured.numbers.iter().rev().find(|one| one.value.is_some());
    let newest = newest.map(|one| {
        let period = said::period(t, said::frequency(measured), one.day);
        format!("{period}: {}", said::number(t, measured, one))
    });
    Chart {
        name: own(t, work, &measured.definition.name),
        figure,
        newest: newest.unwrap_or_default(),
        marks,
        withheld: 0,
    }
}

/// Of a test all but who did it.
fn tried(t: Text, work: &Work, cycle: &Cycle) -> Tried {
    Tried {
        nth: cycle.nth,
        plan: own(t, work, &cycle.plan),
        prediction: own(t, work, if cycle.act.is_none() { cycle.prediction.as_str() } else { "" }),
        when: cycle.from_day.map(|day| t.date(day)),
        learned: own(t, work, &cycle.learned),
        act: cycle.act.as_deref().and_then(Act::named).map(|act| t.get(act.key())),
    }
}
