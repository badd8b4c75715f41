//! `?per=2020-03-01`: the page as anybody could read it when that day ended.

use time::{Date, Month, OffsetDateTime};

use crate::clock::Clock;
use crate::dates::{PartialDate, end_of_oslo_day, oslo_day};
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
        if query.is_repeated(PARAMETER) {
            return Err(Error::NotUnderstood(PARAMETER));
        }
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

/// `2020-03-01`, or as people write it, «1.3.2020»; a year or a month is its first day.
fn parse(text: &str) -> Option<Date> {
    let written = match text.split('.').collect::<Vec<_>>().as_slice() {
        [day, month, year] => {
            let number = |part: &str| part.trim().parse::<u16>().ok();
            format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?)
        }
        _ => text.to_owned(),
    };
    if let Ok(date) = written.parse::<PartialDate>() {
        let is_sure = !date.is_circa() && !date.is_unsure();
        return is_sure.then(|| date.first_day());
    }
    // Days that are too long ago for any date of ours are days all the same.
    let bytes = written.as_bytes();
    let is_shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(n, byte)| match n {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_shaped {
        return None;
    }
    let month = Month::try_from(written[5..7].parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(written[..4].parse().ok()?, month, written[8..].parse().ok()?).ok()
}
