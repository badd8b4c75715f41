//! Which numbers of a measure may be shown to all.

use serde::{Deserialize, Serialize};

use crate::work::{Least, Measured, Shape, SharedMeasure, SharedNumber};

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
/// by month: the very numbers that a page of its own shows of the measure.
pub fn points(measured: &Measured, counts_people: bool, least: Least) -> Vec<Point> {
    let shape = if measured.is_of_rare_events() {
        Some(Shape::Count)
    } else {
        Shape::named(&measured.definition.shape)
    };
    let Some(shape) = shape else { return Vec::new() };
    let point = |(one, is_hidden): (SharedNumber, bool)| {
        let by = measured.definitions.iter().find(|by| by.version == one.version)?;
        // Where nothing was at risk there is nothing to hold back.
        let value = one.charted(shape, f64::from(by.per.max(1)))?;
        let day = one.day.first_day().to_string();
        Some(Point { day, value: Some(value).filter(|_| !is_hidden) })
    };
    let told = SharedMeasure::each(measured, counts_people, least).into_iter();
    let mut points: Vec<Point> = told.filter_map(point).collect();
    points.drain(..points.len().saturating_sub(MOST));
    points
}

/// What the measure is filed under where nobody has said that it is the same as another's: two that are called
/// the same and counted in other ways are not the same.
pub fn key_of(name: &str, shape: Shape) -> String {
    format!("{}-{}", slug::slugify(name), shape.name())
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
