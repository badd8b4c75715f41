//! The periods that a number may be entered for: those that are missing, and those that are about to begin.

use std::collections::BTreeSet;

use time::Date;
use uuid::Uuid;

use super::super::said;
use crate::work::{Frequency, Measured, latest};

/// So far back it is looked for what is missing; what is older is pasted or entered one by one.
const LOOKED: usize = 24;
/// Nobody counts more periods than these: days in fifty years.
const FURTHEST: usize = 20_000;

/// What is said of one period stands under one name in the form: the measure and the day, without a sign
/// that means something there.
pub fn key(measure: Uuid, day: Date) -> String {
    format!("{}_{}", measure.simple(), day.to_julian_day())
}

/// The measure and the day of a name.
pub fn read(key: &str) -> Option<(Uuid, Date)> {
    let (measure, day) = key.split_once('_')?;
    let day = Date::from_julian_day(day.parse().ok()?).ok()?;
    Some((Uuid::try_parse(measure).ok()?, day))
}

/// So many periods without a number there are before those that [`missing`] looks at.
pub fn missing_before(measured: &Measured, today: Date) -> usize {
    let said = measured.numbers.iter().filter(|one| one.value.is_some());
    let said: BTreeSet<Date> = said.map(|one| one.day).collect();
    let Some(first) = said.first().copied().filter(|_| !measured.row.is_ended) else { return 0 };
    let frequency = said::frequency(measured);
    let looked = latest(frequency, today, LOOKED).last().copied().unwrap_or(today);
    let between = std::iter::successors(Some(first), |day| Some(frequency.after(*day)));
    let all = between.take(FURTHEST).take_while(|day| *day < looked).count();
    all.saturating_sub(said.range(..looked).count())
}

/// The periods without a number, in the order of time: from the first that has one until now. Of a measure
/// without any it is the one that we are in.
pub fn missing(measured: &Measured, today: Date) -> Vec<Date> {
    if measured.row.is_ended {
        return Vec::new();
    }
    let frequency = said::frequency(measured);
    let said = measured.numbers.iter().filter(|one| one.value.is_some());
    let said: BTreeSet<Date> = said.map(|one| one.day).collect();
    let first = said.first().copied().unwrap_or_else(|| frequency.first(today));
    let days = latest(frequency, today, LOOKED).into_iter();
    let mut days: Vec<Date> = days.filter(|day| *day >= first && !said.contains(day)).collect();
    days.reverse();
    days
}

/// The periods that begin next. A page that is opened without the net shows them when their day has come.
pub fn coming(measured: &Measured, today: Date) -> Vec<Date> {
    if measured.row.is_ended {
        return Vec::new();
    }
    let frequency = said::frequency(measured);
    let count = match frequency {
        Frequency::Day => 7,
        Frequency::Week | Frequency::Month => 2,
        Frequency::Quarter | Frequency::Tertial => 1,
    };
    let now = frequency.first(today);
    let days = std::iter::successors(Some(frequency.after(now)), |day| Some(frequency.after(*day)));
    days.take(count).filter(|day| measured.on(*day).is_none()).collect()
}
