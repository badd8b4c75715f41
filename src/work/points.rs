//! What stands on a chart before it is worked out: a point a period, a point an event, or a count a month.

use std::collections::BTreeMap;

use time::Date;

use super::read::Measured;
use super::tables::Observation;
use super::terms::{Frequency, Shape};

/// One point. What is below the line is kept apart: limits are wider where it is small.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// The first of its period, or the day of its event.
    pub day: Date,
    /// Which event of its day, from 0.
    pub nth: i64,
    pub y: Option<f64>,
    pub n: Option<f64>,
    /// The version of the definition that it was counted by.
    pub version: i32,
}

/// So many periods without a number are shown as missing; beyond that the axis alone tells.
const GAPS: usize = 800;
/// So many events of one day are told apart, and so many points are drawn of what happened.
const A_DAY: u8 = 20;
const EVENTS: usize = 5_000;

impl Point {
    pub fn moment(&self) -> i64 {
        moment(self.day) + self.nth
    }
}

pub(super) fn moment(day: Date) -> i64 {
    day.midnight().assume_utc().unix_timestamp()
}

/// The numbers that belong in one line, by their days: what was counted as something else does not.
fn known(measured: &Measured) -> BTreeMap<Date, &Observation> {
    let is_same = |number: &&Observation| {
        let by = measured.definitions.iter().find(|one| one.version == number.version);
        by.is_some_and(|by| by.shape == measured.definition.shape)
    };
    measured.numbers.iter().filter(is_same).map(|one| (one.day, one)).collect()
}

/// Each period from the first number to the last.
pub(super) fn by_period(measured: &Measured, shape: Shape, frequency: Frequency) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (day, number) in known(measured) {
        // Where the frequency has changed, or gaps are many, only what is known is shown.
        if let Some(last) = points.last().copied() {
            let next = std::iter::successors(Some(frequency.after(last.day)), |d| {
                Some(frequency.after(*d))
            });
            let missing: Vec<Date> = next.take_while(|next| *next < day).take(GAPS + 1).collect();
            if points.len() + missing.len() <= GAPS {
                let gap = |day| Point { day, nth: 0, y: None, n: None, version: last.version };
                points.extend(missing.into_iter().map(gap));
            }
        }
        let n = number.denominator.filter(|_| shape.has_denominator());
        points.push(Point { day, nth: 0, y: number.value, n, version: number.version });
    }
    points
}

/// The days from one event to the next, at the day of the next. Of the first nothing is known.
pub(super) fn between(measured: &Measured) -> Vec<Point> {
    let mut points = Vec::new();
    let mut last: Option<Date> = None;
    for (day, number) in known(measured) {
        let value = number.value.unwrap_or(0.0);
        for nth in (0..A_DAY).take_while(|nth| f64::from(*nth) < value) {
            if let Some(last) = last {
                let days = i32::try_from((day - last).whole_days()).unwrap_or(i32::MAX);
                let y = Some(f64::from(days));
                let (nth, version) = (i64::from(nth), number.version);
                points.push(Point { day, nth, y, n: None, version });
            }
            last = Some(day);
        }
    }
    points.split_off(points.len().saturating_sub(EVENTS))
}

/// How many events each month had, and no day: what is told of rare events outside the team.
pub(super) fn by_month(measured: &Measured, shape: Shape) -> Vec<Point> {
    let mut months: BTreeMap<Date, (f64, i32)> = BTreeMap::new();
    for (day, number) in known(measured) {
        let Some(value) = number.value else { continue };
        let events = if shape == Shape::Count { value } else { 1.0 };
        let month = months.entry(Frequency::Month.first(day)).or_default();
        *month = (month.0 + events, number.version);
    }
    let mut points: Vec<Point> = Vec::new();
    for (day, (events, version)) in months {
        let begun = points.last().map(|last| Frequency::Month.after(last.day));
        let next = std::iter::successors(begun, |day| Some(Frequency::Month.after(*day)));
        let calm: Vec<Date> = next.take_while(|next| *next < day).take(GAPS).collect();
        let point = |day, events| Point { day, nth: 0, y: Some(events), n: None, version };
        points.extend(calm.into_iter().map(|day| point(day, 0.0)));
        points.push(point(day, events));
    }
    points
}
