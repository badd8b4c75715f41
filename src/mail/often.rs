//! How often a letter comes that gathers what is new: on a morning, so that nobody is written to at night.

use time::{Duration, OffsetDateTime};

use crate::dates::{end_of_oslo_day, oslo_day};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Often {
    Day,
    Week,
}

/// Six in the morning: before the day shift.
const MORNING: Duration = Duration::hours(6);

impl Often {
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Day, Self::Week].into_iter().find(|often| often.name() == name)
    }

    /// The next morning that one comes: tomorrow's, or that of the next Monday.
    pub fn next(self, now: OffsetDateTime) -> OffsetDateTime {
        let today = oslo_day(now);
        let days_left = match self {
            Self::Day => 0,
            Self::Week => 6 - i64::from(today.weekday().number_days_from_monday()),
        };
        end_of_oslo_day(today + Duration::days(days_left)) + MORNING
    }
}
