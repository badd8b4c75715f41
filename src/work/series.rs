//! From numbers to a chart: what `spc` works out, with what the team says about it.

use std::collections::{BTreeMap, BTreeSet};

use spc::{Analysis, Chart, Row, Series, X};
use time::Date;

use super::period::last_day;
use super::read::Measured;
use super::tables::{Cycle, Note, Observation};
use super::terms::{Better, Frequency, Shape};
use crate::charts::{self, Drawing, NoteKind, Subject, Target, Unit};

/// A measure, worked out.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub analysis: Analysis,
    title: String,
    shape: Shape,
    unit: String,
    better: Better,
    targets: Vec<Target>,
    notes: Vec<charts::Note>,
    until: Option<i64>,
}

/// So many periods without a number are shown as missing; beyond that the axis alone tells.
const GAPS: usize = 800;
/// The axis goes on to the goal's day when that is no longer away.
const AHEAD: time::Duration = time::Duration::days(370);
/// So much of a test's plan stands in the chart.
const NOTE: usize = 60;

fn moment(day: Date) -> i64 {
    day.midnight().assume_utc().unix_timestamp()
}

/// The run chart of a measure. None before its first number, and of numbers that no chart can be made of.
pub fn chart_of(measured: &Measured, notes: &[Note], cycles: &[Cycle]) -> Option<Drawn> {
    let shape = Shape::named(&measured.definition.shape)?;
    let frequency = Frequency::named(&measured.definition.frequency)?;
    let rows = rows(measured, shape, frequency);
    let (first, last) = (rows.first()?.0, rows.last()?.0);
    // All may have been taken back.
    rows.iter().find(|(_, value, _)| value.is_some())?;
    let mut plan = spc::Plan::new(Chart::Run);
    plan.splits = splits(&rows);
    let row = |(day, value, _): &(Date, Option<f64>, i32)| Row {
        x: X::Time(moment(*day)),
        y: *value,
        n: None,
        part: None,
    };
    let series = Series { facet: Vec::new(), rows: rows.iter().map(row).collect() };
    let analysis = plan.analyse(&series).ok()?;
    let mut goals = measured.goals.clone();
    goals.sort_by_key(|goal| goal.from_day);
    let until = goals.last().and_then(|goal| last_day(goal.reached_by.as_deref()?));
    let until = until.filter(|day| *day > last && *day - last <= AHEAD).map(moment);
    Some(Drawn {
        analysis,
        title: measured.definition.name.clone(),
        shape,
        unit: measured.definition.unit.clone(),
        better: Better::named(&measured.row.better).unwrap_or(Better::Neither),
        targets: goals
            .iter()
            .map(|goal| Target {
                from: goal.from_day.map(|day| X::Time(moment(day.max(first)))),
                value: goal.value,
            })
            .collect(),
        notes: told(measured, frequency, (notes, cycles), (first, last)),
        until,
    })
}

/// Each period from the first number to the last, with its value, and the version it was counted by.
fn rows(measured: &Measured, shape: Shape, frequency: Frequency) -> Vec<(Date, Option<f64>, i32)> {
    // What was counted as something else is no part of the same line.
    let per = |number: &Observation| {
        let by = measured.definitions.iter().find(|one| one.version == number.version)?;
        (by.shape == measured.definition.shape).then(|| f64::from(by.per.max(1)))
    };
    let known: BTreeMap<Date, (&Observation, f64)> =
        measured.numbers.iter().filter_map(|one| Some((one.day, (one, per(one)?)))).collect();
    let mut rows: Vec<(Date, Option<f64>, i32)> = Vec::new();
    for (day, (number, per)) in known {
        // Where the frequency has changed, or gaps are many, only what is known is shown.
        if let Some((last, _, version)) = rows.last().copied() {
            let missing: Vec<Date> =
                std::iter::successors(Some(frequency.after(last)), |d| Some(frequency.after(*d)))
                    .take_while(|next| *next < day)
                    .take(GAPS + 1)
                    .collect();
            if rows.len() + missing.len() <= GAPS {
                rows.extend(missing.into_iter().map(|gap| (gap, None, version)));
            }
        }
        rows.push((day, number.charted(shape, per), number.version));
    }
    rows
}

/// A new part begins where numbers begin to mean something else.
fn splits(rows: &[(Date, Option<f64>, i32)]) -> BTreeSet<usize> {
    let changes = |pair: &[(Date, Option<f64>, i32)]| pair[0].2 != pair[1].2;
    rows.windows(2).zip(1..).filter(|(pair, _)| changes(pair)).map(|(_, at)| at).collect()
}

/// What happened while the measure was taken: notes of the team, and tests of change. Each stands at the
/// period that its day is in.
fn told(
    measured: &Measured,
    frequency: Frequency,
    (notes, cycles): (&[Note], &[Cycle]),
    (first, last): (Date, Date),
) -> Vec<charts::Note> {
    let place = |day: Date| {
        let period = frequency.first(day);
        (first..=last).contains(&period).then(|| X::Time(moment(period)))
    };
    let ours = |note: &&Note| note.measure_id.is_none_or(|id| id == measured.row.id);
    let happened = notes.iter().filter(|note| !note.is_gone).filter(ours).filter_map(|note| {
        let at = place(note.day)?;
        Some(charts::Note { at, text: note.words.clone(), kind: NoteKind::Event })
    });
    let tests = cycles.iter().filter_map(|cycle| {
        let at = place(cycle.from_day?)?;
        Some(charts::Note { at, text: start(&cycle.plan), kind: NoteKind::Pdsa })
    });
    happened.chain(tests).collect()
}

fn start(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= NOTE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(NOTE - 1).collect();
    format!("{}…", cut.trim_end())
}

impl Observation {
    /// The value as a chart has it; none where nothing was at risk, or the number was taken back.
    pub fn charted(&self, shape: Shape, per: f64) -> Option<f64> {
        let value = self.value?;
        if !shape.has_denominator() {
            return Some(value);
        }
        let all = self.denominator.filter(|all| *all > 0.0)?;
        Some(if shape == Shape::Rate { value / all * per } else { value / all })
    }
}

impl Drawn {
    /// The chart as the page draws it, with ids that begin with `id`.
    pub fn drawing<'a>(&'a self, id: &'a str) -> Drawing<'a> {
        let drawing = Drawing::new(&self.analysis, id, &self.title);
        Drawing {
            subject: match self.shape {
                Shape::Share => Subject::Share,
                Shape::Count => Subject::Number,
                Shape::Rate => Subject::Rate,
                Shape::Value => Subject::Value,
            },
            unit: match self.shape {
                Shape::Share => Unit::Share,
                Shape::Value | Shape::Rate if !self.unit.is_empty() => Unit::Of(self.unit.clone()),
                _ => Unit::Number,
            },
            better: self.better.into(),
            targets: self.targets.clone(),
            notes: self.notes.clone(),
            until: self.until,
            ..drawing
        }
    }
}
