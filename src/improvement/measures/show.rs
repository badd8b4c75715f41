//! One measure: its chart with what to do next, its plan, and what the team has said of the chart.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::super::said;
use super::{At, Fact, chart, found, frame_of, list, mark, own, plan, state};
use crate::app::App;
use crate::dates::PartialDate;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{
    Counting, Cycle, Definition, Goal, Mark, MarkKind, MeasureKind, Measured, Note, Open, Shape,
    Standing,
};

#[derive(Template)]
#[template(path = "improvement/measures/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    here: String,
    name: Words,
    kind: Words,
    counting: Words,
    /// Where its numbers are entered.
    entry: String,
    figure: Option<String>,
    advice: Option<Words>,
    /// Rare events are told by month to whoever sees it from outside the team.
    is_by_month: bool,
    marks: Vec<Line>,
    goals: Vec<Line>,
    notes: Vec<Line>,
    facts: Vec<Fact>,
    versions: Vec<Words>,
    states: Vec<(&'static str, Words)>,
    seen: i32,
    /// Said when another had changed it meanwhile.
    stale: Option<Words>,
    may_write: bool,
    may_note: bool,
}

/// Something that can be taken away.
struct Line {
    id: Uuid,
    words: Words,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Reads).await?;
    let (notes, cycles) = beside(&app, &open).await?;
    let (who, t) = (known(&visit)?, visit.t);
    let is_inside = open.has(who);
    let drawn = open.chart(who, &measured, (&notes, &cycles));
    let figure = drawn.as_ref().map(|drawn| list::drawing(t, drawn, "maling").figure(t));
    let advice = drawn.as_ref().filter(|_| is_inside);
    let here = at.path(t.lang);
    let own = |text: &str| own(t, &open, text);
    let kind = MeasureKind::named(&measured.row.kind);
    let counting = measured.row.counting();
    let is_stale = visit.parameters()?.get(state::STALE).is_some();
    let page = Show {
        t,
        frame: frame_of(&app, &visit, &open, Some(&measured)),
        name: own(&measured.definition.name),
        kind: t.get(kind.unwrap_or(MeasureKind::Outcome).key()),
        counting: t.get(counting.key()),
        entry: format!("{}/tall/{}", super::path(t.lang, at.id), at.measure),
        figure,
        advice: advice.map(|drawn| chart::advised(t, &measured, drawn)),
        is_by_month: !is_inside && measured.is_of_rare_events(),
        // A day of its own is for the team alone.
        marks: if is_inside { marks(t, &measured) } else { Vec::new() },
        goals: goals(t, &measured),
        notes: if is_inside { its_notes(t, &measured, &notes) } else { Vec::new() },
        facts: plan::facts(t, &open, &measured),
        versions: versions(t, &measured),
        states: states(t, counting),
        seen: measured.row.number,
        stale: is_stale.then(|| t.get("improvement-stale")),
        may_write: open.standing >= Standing::Writes,
        may_note: open.standing >= Standing::Advises,
        here,
    };
    crate::web::page(StatusCode::OK, &page)
}

fn marks(t: Text, measured: &Measured) -> Vec<Line> {
    let one = |one: &Mark| {
        let kind = MarkKind::named(&one.kind)?;
        let period = mark::period(t, measured, one.day);
        let what = t.plain(kind.key());
        let words = t.with3("measures-marked", "what", what, "period", period, "why", &one.reason);
        Some(Line { id: one.id, words })
    };
    measured.marks.iter().filter_map(one).collect()
}

fn goals(t: Text, measured: &Measured) -> Vec<Line> {
    let is_share = said::shape(measured) == Shape::Share;
    let mut goals = measured.goals.clone();
    goals.sort_by_key(|goal| goal.from_day);
    let one = |goal: Goal| {
        let value = if is_share {
            t.plain_with("measures-per-cent", "value", said::plain(t, goal.value * 100.0))
        } else {
            said::plain(t, goal.value)
        };
        let by = goal.reached_by.as_deref();
        let by = by.and_then(|by| by.parse::<PartialDate>().ok());
        let by = by.map_or_else(|| t.plain("measures-goal-open"), |by| t.partial(&by));
        let words = match goal.from_day {
            None => t.with2("measures-aimed", "value", value, "by", by),
            Some(day) => {
                t.with3("measures-aimed-from", "value", value, "by", by, "day", t.date(day))
            }
        };
        Line { id: goal.id, words }
    };
    goals.into_iter().map(one).collect()
}

/// What happened on this chart alone; what is told of all stands on the page of the work.
fn its_notes(t: Text, measured: &Measured, notes: &[Note]) -> Vec<Line> {
    let ours = notes.iter().filter(|note| note.measure_id == Some(measured.row.id));
    let one = |note: &Note| {
        let words = t.with2("measures-noted", "day", t.date(note.day), "words", &note.words);
        Line { id: note.id, words }
    };
    ours.map(one).collect()
}

/// What its numbers meant before, the newest first.
fn versions(t: Text, measured: &Measured) -> Vec<Words> {
    let now = measured.row.version;
    let mut old: Vec<_> = measured.definitions.iter().filter(|one| one.version != now).collect();
    old.sort_by_key(|one| std::cmp::Reverse(one.version));
    let one = |one: &Definition| {
        let meant = if one.definition.is_empty() { &one.numerator } else { &one.definition };
        t.with3("measures-meant", "version", one.version, "name", &one.name, "meant", meant)
    };
    old.into_iter().map(one).collect()
}

/// What it may become: each button with what it says.
fn states(t: Text, now: Counting) -> Vec<(&'static str, Words)> {
    let all = [
        (Counting::Active, "measures-resume"),
        (Counting::Paused, "measures-pause"),
        (Counting::Ended, "measures-end"),
    ];
    let others = all.into_iter().filter(|(one, _)| *one != now);
    others.map(|(one, key)| (one.name(), t.get(key))).collect()
}

/// What stands beside the numbers on a chart.
pub async fn beside(app: &App, open: &Open) -> Result<(Vec<Note>, Vec<Cycle>), Error> {
    Ok((open.notes(&app.db).await?, open.cycles(&app.db).await?))
}
