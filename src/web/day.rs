//! `?per=2020-03-01`: the page as anybody could read it when that day ended.

use time::{Date, Month, OffsetDateTime};

use crate::clock::Clock;
use crate::dates::{end_of_oslo_day, oslo_day};
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
}

impl AsOf {
    /// The day that the address asks for; `None` when it asks for none.
    pub fn read(query: &str, clock: &Clock) -> Result<Option<Self>, Error> {
        if !query.contains(PARAMETER) {
            return Ok(None);
        }
        let query = Query::parse(query)?;
        let Some(text) = query.get(PARAMETER).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let day = parse(text).ok_or(Error::Day(NoDay::Malformed))?;
        let now = clock.now();
        if day > oslo_day(now) {
            return Err(Error::Day(NoDay::Future));
        }
        Ok(Some(Self { day, until: end_of_oslo_day(day).min(now + time::Duration::MILLISECOND) }))
    }

    /// What follows a path for it to lead to the same day.
    pub fn query(self) -> String {
        format!("?{PARAMETER}={}", self.day)
    }
}

/// `2020-03-01` and nothing else.
fn parse(text: &str) -> Option<Date> {
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
