//! Dates as precise as they are known, spans between them, and the day it is in Oslo.

mod local;
mod partial;
mod period;
mod span;
#[cfg(test)]
mod tests;
mod typed;

use std::sync::LazyLock;

use jiff::{Timestamp, tz::TimeZone};
use time::{Date, Month, OffsetDateTime};

pub use local::Local;
pub use partial::{PartialDate, Precision};
pub use period::Period;
pub use span::Span;
pub use typed::{
    has_no_such_hour, is_doubtful, shown_as, typed, typed_day, why_undated, without_midnight,
};

/// Why a date or a period was refused. [`DateFault::key`] names the sentence for a form; `Display`
/// is for the report of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    #[error(
        "a date is written 2013, 2019-06 or 2019-06-14, with ~ after it for circa and ? for doubt"
    )]
    Malformed,
    #[error("a date that something begins or ends by is sure, without ~ or ?")]
    Doubtful,
    #[error("there is no such day")]
    NoSuchDay,
    #[error("the year is outside 1800–2199")]
    FarOff,
    #[error("the period ends before it begins")]
    Reversed,
    #[error("a time is written 2026-03-12 or 2026-03-12T09:00, as the clock in Oslo shows it")]
    NoTime,
    #[error("the clock in Oslo never shows this time")]
    NoSuchTime,
}

impl DateFault {
    pub fn key(self) -> &'static str {
        match self {
            Self::Malformed => "dates-malformed",
            Self::Doubtful => "dates-doubtful",
            Self::NoSuchDay => "dates-no-such-day",
            Self::FarOff => "dates-far-off",
            Self::Reversed => "dates-reversed",
            Self::NoTime => "dates-no-time",
            Self::NoSuchTime => "dates-no-such-time",
        }
    }
}

/// So that `?` works where a form's faults are Fluent keys.
impl From<DateFault> for &'static str {
    fn from(fault: DateFault) -> Self {
        fault.key()
    }
}

/// The calendar day in Oslo at an instant: what «published on» means to a reader.
pub fn oslo_day(at: OffsetDateTime) -> Date {
    oslo_civil(at, oslo()).unwrap_or_else(|| at.to_offset(time::UtcOffset::UTC).date())
}

fn oslo() -> Option<&'static TimeZone> {
    static OSLO: LazyLock<Option<TimeZone>> =
        LazyLock::new(|| TimeZone::get("Europe/Oslo").inspect_err(unknown_zone).ok());
    OSLO.as_ref()
}

/// The zone's rules are compiled in; should they ever be missing, days are those of UTC.
fn unknown_zone(error: &jiff::Error) {
    tracing::error!(%error, "the time zone Europe/Oslo is unknown");
}

/// The instant at which `day` ends in Oslo: midnight there, whatever the season.
pub fn end_of_oslo_day(day: Date) -> OffsetDateTime {
    let next = day.next_day().unwrap_or(day);
    let midnight = next.midnight().assume_utc();
    oslo_offset(next).map_or(midnight, |offset| midnight - offset)
}

/// How far Oslo's clocks are from UTC as `day` begins.
fn oslo_offset(day: Date) -> Option<time::Duration> {
    let year = i16::try_from(day.year()).ok()?;
    let (month, day) = (i8::try_from(u8::from(day.month())).ok()?, i8::try_from(day.day()).ok()?);
    let midnight = jiff::civil::Date::new(year, month, day).ok()?.at(0, 0, 0, 0);
    let zoned = oslo()?.to_ambiguous_zoned(midnight).compatible().ok()?;
    Some(time::Duration::seconds(zoned.offset().seconds().into()))
}

fn oslo_civil(at: OffsetDateTime, oslo: Option<&TimeZone>) -> Option<Date> {
    let day = oslo?.to_datetime(Timestamp::from_second(at.unix_timestamp()).ok()?).date();
    let month = Month::try_from(u8::try_from(day.month()).ok()?).ok()?;
    Date::from_calendar_date(day.year().into(), month, u8::try_from(day.day()).ok()?).ok()
}
