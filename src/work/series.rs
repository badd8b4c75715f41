//! From numbers to a chart: what `spc` works out, with what the team says about it.

use std::collections::{BTreeMap, BTreeSet};

use spc::{Analysis, Chart, Row, Series, X};
use time::{Date, OffsetDateTime};

use super::period::last_day;
use super::points::{Point, between, by_month, by_period, moment};
use super::read::Measured;
use super::shared::SharedNumber;
use super::tables::{Cycle, Mark, Note, Observation};
use super::terms::{Better, Frequency, MarkKind, Shape};
use crate::charts::{self, Drawing, NoteKind, Subject, Target, Unit};

/// A measure, worked out.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub analysis: Analysis,
    /// What it was worked out from, a row a point.
    pub series: Series,
    /// Do its values tell days from one event to the next, worked out from the days?
    pub is_days_between: bool,
    title: String,
    shape: Shape,
    unit: String,
    better: Better,
    targets: Vec<Target>,
    notes: Vec<charts::Note>,
    until: Option<i64>,
    /// How long a point lasts.
    frequency: Frequency,
    /// So many of its numbers are told to nobody.
    withheld: usize,
}

/// The axis goes on to the goal's day when that is no longer away.
const AHEAD: time::Duration = time::Duration::days(370);
/// So much of a test's plan stands in the chart.
const NOTE: usize = 60;

/// What is drawn of a measure, and how.
#[derive(Clone, Copy)]
struct Way {
    chart: Chart,
    shape: Shape,
    /// How long a point lasts.
    frequency: Frequency,
    better: Better,
    /// Are its values in the unit of its goals?
    is_as_counted: bool,
    /// Is it told outside the team?
    is_outside: bool,
}

/// The chart of a measure for its team. None before its first number, and of numbers that no chart can be
/// made of.
pub fn chart_of(measured: &Measured, notes: &[Note], cycles: &[Cycle]) -> Option<Drawn> {
    let shape = Shape::named(&measured.definition.shape)?;
    let frequency = Frequency::named(&measured.definition.frequency)?;
    let chart = measured.chart();
    let better = Better::named(&measured.row.better).unwrap_or(Better::Neither);
    let as_counted =
        Way { chart, shape, frequency, better, is_as_counted: true, is_outside: false };
    if chart == Chart::T && shape == Shape::Count {
        // The longer between them, the fewer they are.
        let way = Way { better: better.turned(), is_as_counted: false, ..as_counted };
        let drawn = drawn(measured, way, &between(measured), (notes, cycles));
        // Before the second event nothing is known of times between.
        if drawn.is_some() {
            return drawn;
        }
        let way = Way { chart: Chart::Run, ..as_counted };
        let points = by_period(measured, shape, frequency);
        return self::drawn(measured, way, &points, (notes, cycles));
    }
    drawn(measured, as_counted, &by_period(measured, shape, frequency), (notes, cycles))
}

/// The same for those outside the team. Rare events are counted by month there: a day could tell whom one
/// of them happened to.
pub fn chart_outside(measured: &Measured, notes: &[Note], cycles: &[Cycle]) -> Option<Drawn> {
    if !measured.is_of_rare_events() {
        return chart_of(measured, notes, cycles);
    }
    let shape = Shape::named(&measured.definition.shape)?;
    let better = Better::named(&measured.row.better).unwrap_or(Better::Neither);
    let way = Way {
        chart: Chart::Run,
        shape: Shape::Count,
        frequency: Frequency::Month,
        better: if shape == Shape::Count { better } else { better.turned() },
        is_as_counted: false,
        is_outside: true,
    };
    drawn(measured, way, &by_month(measured, shape), (notes, cycles))
}

fn drawn(
    measured: &Measured,
    way: Way,
    points: &[Point],
    (notes, cycles): (&[Note], &[Cycle]),
) -> Option<Drawn> {
    let (first, last) = (points.first()?.day, points.last()?.day);
    // All may have been taken back.
    points.iter().find(|point| point.y.is_some())?;
    let plan = plan(measured, way, points);
    let row =
        |point: &Point| Row { x: X::Time(point.moment()), y: point.y, n: point.n, part: None };
    let series = Series { facet: Vec::new(), rows: points.iter().map(row).collect() };
    // A run chart can be made of nearly all that another cannot.
    let analysis = plan
        .analyse(&series)
        .or_else(|_| spc::Plan { chart: Chart::Run, ..plan.clone() }.analyse(&series));
    let goals = if way.is_as_counted { measured.goals.as_slice() } else { &[] };
    let mut goals = goals.to_vec();
    goals.sort_by_key(|goal| goal.from_day);
    let until = goals.last().and_then(|goal| last_day(goal.reached_by.as_deref()?));
    let until = until.filter(|day| *day > last && *day - last <= AHEAD).map(moment);
    let target = |from: Option<Date>, value: f64| {
        let from = from.map(|day| X::Time(moment(day.max(first))));
        Target { from, value }
    };
    Some(Drawn {
        analysis: analysis.ok()?,
        series,
        is_days_between: !way.is_as_counted && !way.is_outside,
        title: measured.definition.name.clone(),
        shape: way.shape,
        unit: measured.definition.unit.clone(),
        better: way.better,
        targets: goals.iter().map(|goal| target(goal.from_day, goal.value)).collect(),
        notes: told(measured, way, (notes, cycles), (first, last)),
        until,
        frequency: way.frequency,
        withheld: 0,
    })
}

/// What `spc` is to do: as `padriver spc` is told by its flags.
fn plan(measured: &Measured, way: Way, points: &[Point]) -> spc::Plan {
    let mut plan = spc::Plan::new(way.chart);
    plan.splits = splits(measured, way, points);
    if way.shape == Shape::Rate {
        plan.multiply = f64::from(measured.definition.per.max(1));
    }
    if way.is_outside {
        return plan;
    }
    plan.rules = measured.rules();
    let out: BTreeSet<Date> =
        marks(measured, MarkKind::Exclude).map(|mark| way.frequency.first(mark.day)).collect();
    let numbered = points.iter().enumerate();
    plan.exclude =
        numbered.filter(|(_, point)| out.contains(&point.day)).map(|(at, _)| at).collect();
    plan.frozen = frozen(measured, &plan.splits, points);
    plan
}

fn marks(measured: &Measured, kind: MarkKind) -> impl Iterator<Item = &Mark> {
    measured.marks.iter().filter(move |mark| mark.kind == kind.name())
}

/// So many points are before a day.
fn before(points: &[Point], day: Date) -> usize {
    points.partition_point(|point| point.day < day)
}

/// A new part begins where numbers begin to mean something else, and where the team says so.
fn splits(measured: &Measured, way: Way, points: &[Point]) -> BTreeSet<usize> {
    let changes = |pair: &[Point]| pair[0].version != pair[1].version;
    let by_version = points.windows(2).zip(1..).filter(|(pair, _)| changes(pair));
    let by_team = marks(measured, MarkKind::Split);
    let by_team = by_team.map(|mark| before(points, way.frequency.first(mark.day)));
    let all = by_version.map(|(_, at)| at).chain(by_team);
    all.filter(|at| (1..points.len()).contains(at)).collect()
}

/// The parts whose lines are computed from their first points, and from how many. Of several marks in one
/// part the last holds.
fn frozen(
    measured: &Measured,
    splits: &BTreeSet<usize>,
    points: &[Point],
) -> BTreeMap<usize, usize> {
    let of_mark = |mark: &Mark| {
        let after = points.partition_point(|point| point.day <= mark.day);
        let last = after.checked_sub(1)?;
        let part = splits.range(..=last).count();
        let start = splits.range(..=last).next_back().copied().unwrap_or(0);
        Some((part, after - start))
    };
    marks(measured, MarkKind::Freeze).filter_map(of_mark).collect()
}

/// What happened while the measure was taken: notes of the team, why a part began, and tests of change.
/// Each stands at the period that its day is in.
fn told(
    measured: &Measured,
    way: Way,
    (notes, cycles): (&[Note], &[Cycle]),
    (first, last): (Date, Date),
) -> Vec<charts::Note> {
    let place = |day: Date| {
        let period = way.frequency.first(day);
        (first..=last).contains(&period).then(|| X::Time(moment(period)))
    };
    let ours = |note: &&Note| note.measure_id.is_none_or(|id| id == measured.row.id);
    let event = |day: Date, text: &str| {
        Some(charts::Note { at: place(day)?, text: text.to_owned(), kind: NoteKind::Event })
    };
    let happened = notes.iter().filter(|note| !note.is_gone).filter(ours);
    let happened = happened.filter_map(|note| event(note.day, &note.words));
    let parts = marks(measured, MarkKind::Split);
    let parts = parts.filter_map(|mark| event(mark.day, &mark.reason));
    // Each by its own number, so that a mark on the chart and a test on the page are the same.
    let mut in_order: Vec<&Cycle> = cycles.iter().collect();
    in_order.sort_by_key(|cycle| cycle.nth);
    let tests = in_order.into_iter().filter_map(|cycle| {
        let at = place(cycle.from_day?)?;
        Some(charts::Note { at, text: start(&cycle.plan), kind: NoteKind::Test(cycle.nth) })
    });
    happened.chain(parts).chain(tests).collect()
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
        charted((self.value?, self.denominator), shape, per)
    }
}

impl SharedNumber {
    /// The same of a number that is shared.
    pub fn charted(&self, shape: Shape, per: f64) -> Option<f64> {
        charted((self.value, self.of), shape, per)
    }
}

fn charted((value, of): (f64, Option<f64>), shape: Shape, per: f64) -> Option<f64> {
    if !shape.has_denominator() {
        return Some(value);
    }
    let all = of.filter(|all| *all > 0.0)?;
    Some(if shape == Shape::Rate { value / all * per } else { value / all })
}

/// What a period of this length is called, for charts.
fn called(frequency: Frequency) -> charts::Called {
    match frequency {
        Frequency::Day => |t, first| Frequency::Day.said(t, first),
        Frequency::Week => |t, first| Frequency::Week.said(t, first),
        Frequency::Month => |t, first| Frequency::Month.said(t, first),
        Frequency::Quarter => |t, first| Frequency::Quarter.said(t, first),
        Frequency::Tertial => |t, first| Frequency::Tertial.said(t, first),
    }
}

impl Drawn {
    /// Where so many numbers are held back, nothing is worked out of the others: it would tell of them as if
    /// they were all.
    #[must_use]
    pub(super) fn holding_back(mut self, withheld: usize) -> Self {
        if withheld > 0 {
            self.analysis = self.analysis.points_alone();
            self.withheld = withheld;
        }
        self
    }

    /// Are some of its numbers told to nobody? Then its chart judges nothing.
    pub fn is_partial(&self) -> bool {
        self.withheld > 0
    }

    /// The first and the last day on the chart.
    pub fn days(&self) -> Option<(Date, Date)> {
        let day = |row: &Row| match row.x {
            X::Time(at) => OffsetDateTime::from_unix_timestamp(at).ok().map(OffsetDateTime::date),
            _ => None,
        };
        Some((day(self.series.rows.first()?)?, day(self.series.rows.last()?)?))
    }

    /// The chart as the page draws it, with ids that begin with `id`.
    pub fn drawing<'a>(&'a self, id: &'a str) -> Drawing<'a> {
        let drawing = Drawing::new(&self.analysis, id, &self.title);
        let is_between = matches!(self.analysis.chart, Chart::T | Chart::G);
        Drawing {
            subject: match self.shape {
                _ if is_between => drawing.subject,
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
            has_letters: true,
            until: self.until,
            called: Some(called(self.frequency)),
            withheld: self.withheld,
            ..drawing
        }
    }
}
