//! Which numbers of a measure may be shown to all.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::work::{Least, Measured, Observation, Shape};

/// So many of the newest periods are shown.
const MOST: usize = 500;

/// The value of a period; none where it is held back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The first day of the period: `2026-03-01`.
    pub day: String,
    pub value: Option<f64>,
}

/// The numbers of a measure as its chart has them, the oldest first. What was counted as something else is no
/// part of them, and what could point at one person has no value, where it counts people; rare events are told
/// by month. What a page of its own shows of the measure is sifted by the same rule.
pub fn points(measured: &Measured, counts_people: bool, least: Least) -> Vec<Point> {
    let Some(shape) = Shape::named(&measured.definition.shape) else { return Vec::new() };
    let of_unknown = measured.is_share_of_unknown();
    let is_shown = |shape: Shape, value: f64, of: Option<f64>| {
        !counts_people || !of_unknown && !least.hides(shape, value, of)
    };
    if let Some(months) = measured.events_by_month() {
        let point = |(day, events): (Date, f64)| Point {
            day: day.to_string(),
            value: Some(events).filter(|events| is_shown(Shape::Count, *events, None)),
        };
        return months.into_iter().map(point).collect();
    }
    let point = |one: &Observation| {
        let by = measured.definitions.iter().find(|by| by.version == one.version)?;
        if by.shape != measured.definition.shape {
            return None;
        }
        // Where nothing was at risk there is nothing to hold back.
        let value = one.charted(shape, f64::from(by.per.max(1)))?;
        let is_shown = is_shown(shape, one.value?, one.denominator);
        Some(Point { day: one.day.to_string(), value: Some(value).filter(|_| is_shown) })
    };
    let mut points: Vec<Point> = measured.numbers.iter().filter_map(point).collect();
    points.drain(..points.len().saturating_sub(MOST));
    points
}

/// How many numbers are held back.
pub fn withheld(points: &[Point]) -> usize {
    points.iter().filter(|point| point.value.is_none()).count()
}

/// Is there anything to draw? Zeros alone beside numbers that are held back would say that nothing happened.
pub fn tell_something(points: &[Point]) -> bool {
    let mut values = points.iter().filter_map(|point| point.value);
    if withheld(points) == 0 { values.next().is_some() } else { values.any(|value| value != 0.0) }
}
