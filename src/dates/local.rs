//! A time on the wall in Norway: a day, and an hour where there is one.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Disambiguation;
use serde::{Deserialize, Serialize};
use time::{Date, Month, OffsetDateTime};

use super::{DateFault, oslo, oslo_day};

/// Written and stored as `2026-03-12` or `2026-03-12T09:00`, as the clock in Oslo shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Local {
    day: Date,
    /// Hour and minute; none for something that fills the day.
    time: Option<(u8, u8)>,
}

impl Local {
    /// What the clock in Oslo shows at an instant.
    pub fn at(at: OffsetDateTime) -> Self {
        let time = oslo().and_then(|oslo| {
            let shown = oslo.to_datetime(Timestamp::from_second(at.unix_timestamp()).ok()?);
            Some((u8::try_from(shown.hour()).ok()?, u8::try_from(shown.minute()).ok()?))
        });
        Self { day: oslo_day(at), time }
    }

    pub fn day(self) -> Date {
        self.day
    }

    /// Hour and minute.
    pub fn time(self) -> Option<(u8, u8)> {
        self.time
    }

    /// The instant that it begins: a whole day at midnight.
    pub fn instant(self) -> OffsetDateTime {
        self.instant_by(Disambiguation::Compatible)
    }

    /// The last instant that the clock shows it: another than the first where it does so twice.
    pub fn last_instant(self) -> OffsetDateTime {
        self.instant_by(Disambiguation::Later)
    }

    fn instant_by(self, which: Disambiguation) -> OffsetDateTime {
        let (hour, minute) = self.time.unwrap_or((0, 0));
        instant(self.day, hour, minute, which)
    }

    /// The instant that the day is over.
    pub fn end_of_day(self) -> OffsetDateTime {
        let after = self.day.next_day().unwrap_or(self.day);
        instant(after, 0, 0, Disambiguation::Compatible)
    }

    /// For those who don't know where the clock hangs: `2026-03-12T09:00:00+01:00`, or the day.
    pub fn instant_written(self) -> String {
        let Some((hour, minute)) = self.time else { return self.to_string() };
        let offset = oslo().and_then(|oslo| {
            let at = civil(self.day, hour, minute)?;
            let found =
                oslo.to_ambiguous_zoned(at).disambiguate(Disambiguation::Compatible).ok()?;
            Some(found.offset().seconds() / 60)
        });
        let Some(minutes) = offset else { return self.to_string() };
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.abs();
        let (hours, rest) = (minutes / 60, minutes % 60);
        format!("{}T{hour:02}:{minute:02}:00{sign}{hours:02}:{rest:02}", self.day)
    }

    /// What HTML's `<time datetime>` takes.
    pub fn datetime(self) -> String {
        self.to_string()
    }
}

impl Local {
    /// Does the clock show this twice, in the night that it is set back? [`Local::instant`] is the first.
    pub fn is_shown_twice(self) -> bool {
        let Some((hour, minute)) = self.time else { return false };
        let Some((oslo, at)) = oslo().zip(civil(self.day, hour, minute)) else { return false };
        matches!(oslo.to_ambiguous_zoned(at).offset(), jiff::tz::AmbiguousOffset::Fold { .. })
    }
}

/// The instant the clock in Oslo shows this. In the hour that the clock goes over twice it is the
/// first, unless the later is asked for; parsing refuses the hour it jumps over.
fn instant(day: Date, hour: u8, minute: u8, which: Disambiguation) -> OffsetDateTime {
    let zoned = oslo().and_then(|oslo| {
        let at = civil(day, hour, minute)?;
        let found = oslo.to_ambiguous_zoned(at).disambiguate(which).ok()?;
        OffsetDateTime::from_unix_timestamp(found.timestamp().as_second()).ok()
    });
    zoned.unwrap_or_else(|| day.midnight().assume_utc())
}

fn civil(day: Date, hour: u8, minute: u8) -> Option<civil::DateTime> {
    let year = i16::try_from(day.year()).ok()?;
    let month = i8::try_from(u8::from(day.month())).ok()?;
    let (of_month, hour) = (i8::try_from(day.day()).ok()?, i8::try_from(hour).ok()?);
    civil::DateTime::new(year, month, of_month, hour, i8::try_from(minute).ok()?, 0, 0).ok()
}

/// Is there such a time at all that night?
fn exists(day: Date, hour: u8, minute: u8) -> bool {
    let Some((oslo, at)) = oslo().zip(civil(day, hour, minute)) else { return true };
    !matches!(oslo.to_ambiguous_zoned(at).offset(), jiff::tz::AmbiguousOffset::Gap { .. })
}

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.day.year(), u8::from(self.day.month()));
        write!(f, "{year:04}-{month:02}-{:02}", self.day.day())?;
        match self.time {
            Some((hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Local {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        let (day, time) = match text.split_once('T') {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let mut parts = day.split('-');
        let mut part = |width| number(parts.next().ok_or(DateFault::NoTime)?, width);
        let (year, month, of_month) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(DateFault::NoTime);
        }
        if !(1900..=2199).contains(&year) {
            return Err(DateFault::FarOff);
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| DateFault::NoSuchDay);
        let month = Month::try_from(small(month)?).map_err(|_| DateFault::NoSuchDay)?;
        let day = Date::from_calendar_date(year.into(), month, small(of_month)?)
            .map_err(|_| DateFault::NoSuchDay)?;
        let Some(time) = time else { return Ok(Self { day, time: None }) };
        let (hour, minute) = time.split_once(':').ok_or(DateFault::NoTime)?;
        let (hour, minute) = (small(number(hour, 2)?)?, small(number(minute, 2)?)?);
        if hour > 23 || minute > 59 || !exists(day, hour, minute) {
            return Err(DateFault::NoSuchTime);
        }
        Ok(Self { day, time: Some((hour, minute)) })
    }
}

fn number(part: &str, width: usize) -> Result<u16, DateFault> {
    let sound = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    if sound { part.parse().map_err(|_| DateFault::NoTime) } else { Err(DateFault::NoTime) }
}

impl TryFrom<String> for Local {
    type Error = DateFault;

    fn try_from(text: String) -> Result<Self, DateFault> {
        text.parse()
    }
}

impl From<Local> for String {
    fn from(local: Local) -> Self {
        local.to_string()
    }
}
