//! `?per=2020-03-01`: the page as anybody could read it when that day ended. A year or a month is its
//! last day, here as in the network through time.

use time::{Date, Month, OffsetDateTime};

use crate::clock::Clock;
use crate::dates::{end_of_oslo_day, oslo_day, shown_as};
use crate::error::{Error, NoDay};
use crate::web::Query;

/// The name of the parameter.
pub const PARAMETER: &str = "per";

/// A day in the past, or today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    pub day: Date,
    /// What was public at this instant is what the page shows.
    pub until: OffsetDateTime,
    /// What was asked for is longer than a day: the page says as which day it is shown.
    pub is_period: bool,
}

impl AsOf {
    /// The day that the address asks for; `None` when it asks for none.
    pub fn read(query: &str, clock: &Clock) -> Result<Option<Self>, Error> {
        if !query.contains(PARAMETER) {
            return Ok(None);
        }
        let query = Query::parse(query)?;
        if query.is_repeated(PARAMETER) {
            return Err(Error::NotUnderstood(PARAMETER));
        }
        let Some(text) = query.get(PARAMETER).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let now = clock.now();
        let today = oslo_day(now);
        let (day, is_period) = match shown_as(text, today) {
            Ok(None) => return Ok(None),
            Ok(Some(read)) => read,
            Err(_) => (long_ago(text).ok_or(Error::Day(NoDay::Malformed))?, false),
        };
        if day > today {
            return Err(Error::Day(NoDay::Future));
        }
        let until = end_of_oslo_day(day).min(now + time::Duration::MILLISECOND);
        Ok(Some(Self { day, until, is_period }))
    }

    /// What follows a path for it to lead to the same day.
    pub fn query(self) -> String {
        format!("?{PARAMETER}={}", self.day)
    }
}

/// Days that are too long ago for any date of ours are days all the same: there was nothing on them.
fn long_ago(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(n, byte)| match n {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_shaped {
        return None;
    }
    let month = Month::try_from(text[5..7].parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(text[..4].parse().ok()?, month, text[8..].parse().ok()?).ok()
}
