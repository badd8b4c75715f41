//! A date as a reader types it: «2008», «juni 2017», «1.6.2017», «1.6.17», «2017-06-01».

use time::Date;

use super::{DateFault, PartialDate};

/// Reads a date in any of the forms that people write.
pub fn typed(text: &str) -> Result<PartialDate, DateFault> {
    let text = text.trim().to_lowercase();
    let apart: Vec<&str> =
        text.split(['.', ' ', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match apart.as_slice() {
        [day, month, its_year] => {
            let month = named(month).map_or_else(|| number(month), Ok)?;
            let written = format!("{:04}-{month:02}-{:02}", year(its_year)?, number(day)?);
            written.parse()
        }
        [month, its_year] => {
            let month = named(month).map_or_else(|| number(month), Ok)?;
            format!("{:04}-{month:02}", year(its_year)?).parse()
        }
        _ => text.parse(),
    }
}

/// The day that is shown when somebody asks for a time, and whether what they asked for is longer than a
/// day; nothing is no choice. A year or a month is shown as it was at its end, so that what came in the
/// course of it is there; of the time that is now, the day is today.
pub fn shown_as(text: &str, today: Date) -> Result<Option<(Date, bool)>, DateFault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let date = typed(text)?;
    if date.is_circa() || date.is_unsure() {
        return Err(DateFault::Malformed);
    }
    let (first, last) = (date.first_day(), date.last_day());
    let day = if first <= today && today <= last { today } else { last };
    Ok(Some((day, first != last)))
}

fn named(text: &str) -> Option<u16> {
    figures::words::month(text).map(u16::from)
}

fn year(text: &str) -> Result<u16, DateFault> {
    let number = number(text)?;
    // A year that nobody can mean is refused further on, in its own words.
    if text.len() == 4 {
        return Ok(number);
    }
    let full = figures::words::full_year(number.into(), text.len());
    full.and_then(|year| u16::try_from(year).ok()).ok_or(DateFault::Malformed)
}

fn number(text: &str) -> Result<u16, DateFault> {
    let sound = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().map_err(|_| DateFault::Malformed) } else { Err(DateFault::Malformed) }
}
