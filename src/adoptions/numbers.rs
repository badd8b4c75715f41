//! Which numbers of a measure may be shown to all.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::work::{Measured, Observation, Shape};

/// Fewer people than this could be recognised: such a number is never shown.
pub const LEAST: f64 = 5.0;

/// So many of the newest periods are shown.
const MOST: usize = 500;

/// The value of a period; none where it is not to be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The first day of the period: `2026-03-01`.
    pub day: String,
    pub value: Option<f64>,
}

/// The numbers of a measure as its chart has them, the oldest first. What was counted as something else is no
/// part of them, and neither is what could point at one person; rare events are told by month.
pub fn points(measured: &Measured) -> Vec<Point> {
    let Some(shape) = Shape::named(&measured.definition.shape) else { return Vec::new() };
    if let Some(months) = measured.events_by_month() {
        let shown = |events: f64| !(events > 0.0 && events < LEAST);
        let point = |(day, events): (Date, f64)| Point {
            day: day.to_string(),
            value: Some(events).filter(|events| shown(*events)),
        };
        return months.into_iter().map(point).collect();
    }
    let point = |one: &Observation| {
        let by = measured.definitions.iter().find(|by| by.version == one.version)?;
        if by.shape != measured.definition.shape || one.value.is_none() {
            return None;
        }
        let value = one.charted(shape, f64::from(by.per.max(1)));
        Some(Point { day: one.day.to_string(), value: value.filter(|_| may_be_shown(shape, one)) })
    };
    let mut points: Vec<Point> = measured.numbers.iter().filter_map(point).collect();
    points.drain(..points.len().saturating_sub(MOST));
    points
}

fn may_be_shown(shape: Shape, one: &Observation) -> bool {
    let is_few = |count: Option<f64>| count.is_some_and(|count| count > 0.0 && count < LEAST);
    match shape {
        Shape::Share => {
            let rest = one.denominator.zip(one.value).map(|(all, some)| all - some);
            ![one.value, one.denominator, rest].into_iter().any(is_few)
        }
        Shape::Count => !is_few(one.value),
        Shape::Rate => !is_few(one.denominator),
        Shape::Value => true,
    }
}
