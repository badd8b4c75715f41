//! How long something holds: from a date, until the first day that it no longer does.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month};

use super::{DateFault, PartialDate, Period, Precision};

/// Registers write validity as Statistics Norway does: `to` is the first day it no longer was, so
/// that what follows begins where the other ends, however roughly that date is known. An unknown
/// beginning is before everything, and without an end it still holds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    from: Option<PartialDate>,
    to: Option<PartialDate>,
}

impl Span {
    pub fn new(from: Option<PartialDate>, to: Option<PartialDate>) -> Result<Self, DateFault> {
        match (from, to) {
            (Some(from), Some(to)) if to.first_day() <= from.first_day() => {
                Err(DateFault::Reversed)
            }
            _ => Ok(Self { from, to }),
        }
    }

    /// Reads two dates as registers write them; an empty one is open.
    pub fn read(from: &str, to: &str) -> Result<Self, DateFault> {
        let end = |text: &str| (!text.is_empty()).then(|| text.parse()).transpose();
        Self::new(end(from)?, end(to)?)
    }

    pub fn from(self) -> Option<PartialDate> {
        self.from
    }

    pub fn to(self) -> Option<PartialDate> {
        self.to
    }

    /// The first day of all, when the beginning is known.
    pub fn first_day(self) -> Option<Date> {
        self.from.map(PartialDate::first_day)
    }

    /// The first day it no longer was; `None` while it is.
    pub fn end(self) -> Option<Date> {
        self.to.map(PartialDate::first_day)
    }

    pub fn contains(self, day: Date) -> bool {
        self.first_day().is_none_or(|first| first <= day) && self.end().is_none_or(|end| day < end)
    }

    /// Does it hold that day whichever day its roughly known ends were? From `2008~` it surely does
    /// when 2008 is over; of `1999?` that is known first when a source tells of it, which is `told`.
    pub fn surely_contains(self, day: Date, told: Option<Date>) -> bool {
        let begun = self.from.is_none_or(|from| {
            let last = from.last_day();
            (if from.is_unsure() { told.map_or(Date::MAX, |told| told.max(last)) } else { last })
                <= day
        });
        begun && self.end().is_none_or(|end| day < end)
    }

    /// May it hold that day, if its roughly known end was a late one?
    pub fn may_contain(self, day: Date) -> bool {
        let last = self.to.map(PartialDate::last_day);
        self.first_day().is_none_or(|first| first <= day) && last.is_none_or(|last| day < last)
    }

    pub fn overlaps(self, other: Self) -> bool {
        let before = |a: Self, b: Self| match (a.end(), b.first_day()) {
            (Some(end), Some(first)) => end <= first,
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }

    /// Over before `day`.
    pub fn is_over(self, day: Date) -> bool {
        self.end().is_some_and(|end| end <= day)
    }

    /// Over before `day` whichever day its roughly known end was.
    pub fn is_surely_over(self, day: Date) -> bool {
        self.to.is_some_and(|to| to.last_day() <= day)
    }

    /// As a reader counts, with the last day inside: until 1 January 2017 is to 31 December 2016,
    /// and beside a year just 2016.
    pub fn shown(self) -> Period {
        let last = self.to.map(|to| {
            if to.precision() != Precision::Day {
                return to;
            }
            let day = to.first_day() - Duration::DAY;
            let by_year = self.from.is_some_and(|from| from.precision() == Precision::Year);
            let year_ends = day.month() == Month::December && day.day() == 31;
            let shown = if by_year && year_ends {
                PartialDate::of_year(day.year())
            } else {
                PartialDate::of_day(day)
            };
            shown.unwrap_or(to)
        });
        Period::new(self.from, last).unwrap_or_default()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (end, before) in [(self.from, ""), (self.to, "/")] {
            f.write_str(before)?;
            match end {
                Some(date) => date.fmt(f)?,
                None => f.write_str("..")?,
            }
        }
        Ok(())
    }
}
