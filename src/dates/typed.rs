//! A date as a reader types it: «2008», «sommeren 2008», «juni 2017», «1.6.2017», «1.6.17», «2017-06-01», `2017M06`.

use figures::{Kind, Known, Period, When};

use time::Date;

use super::{DateFault, PartialDate};

/// Reads a date in any of the forms that people write, as tables and charts read it.
pub fn typed(text: &str) -> Result<PartialDate, DateFault> {
    let text = norsk::tidy(text).trim().to_lowercase();
    if let Ok(date) = text.parse() {
        return Ok(date);
    }
    match figures::period::read(&text) {
        Some(When::Known(Known { period, hour: None })) if !is_marked(&text) => {
            of_period(period).unwrap_or_else(|| in_parts(&text))
        }
        _ => in_parts(&text),
    }
}

/// Can day and month be mistaken, as in «3/4/2024»? Here people mean the third of April, but a file may come
/// from anywhere.
pub fn is_doubtful(text: &str) -> bool {
    match figures::period::read(text) {
        Some(When::Either { first, second, .. }) => first != second && first.max(second) <= 12,
        _ => false,
    }
}

/// Does it name an hour that no clock shows, as «25.00» and «09:75»? A day is none: «25.12».
pub fn has_no_such_hour(text: &str) -> bool {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':'));
    parts.map(|part| part.trim_matches(['.', ':'])).any(|part| {
        let Some((before, after)) = part.split_once(['.', ':']) else { return false };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(before) || !digits(after) || after.len() != 2 || before.len() > 2 {
            return false;
        }
        let (Ok(hour), Ok(minute)) = (before.parse::<u8>(), after.parse::<u8>()) else {
            return false;
        };
        let is_hour = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
        let is_day = part.contains('.') && (1..=31).contains(&hour) && (1..=12).contains(&minute);
        !is_hour && !is_day
    })
}

/// A day of a file; none where it is not told for sure.
pub fn typed_day(text: &str) -> Option<Date> {
    typed(text).ok().filter(|_| !is_doubtful(text))?.sure_day()
}

/// Why a cell of a table is no date, where there is more to say than how dates are written: a fault of the
/// spreadsheet, a day that can be mistaken for another, or the number that Excel has of one.
pub fn why_undated(text: &str) -> Option<String> {
    let text = text.trim();
    if text.starts_with('#') {
        return Some("is a fault that the spreadsheet tells of".to_owned());
    }
    if is_doubtful(text) {
        return Some(
            "may have the day first or the month: write 2017-06-01 or 1.6.2017".to_owned(),
        );
    }
    let Some(When::Serial(number)) = figures::period::read(text) else { return None };
    let day = |since_1904| figures::period::serial(number, since_1904).map(|day| day.period.first);
    let (usual, other) = (day(false)?, day(true)?);
    Some(format!(
        "looks like the number that Excel has of a day, {usual} (or {other}, counted from 1904): show the \
         cells as dates and save the file anew"
    ))
}

/// A day without the midnight that a spreadsheet may write after it.
pub fn without_midnight(text: &str) -> &str {
    let day = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix(" 00:00"));
    day.unwrap_or(text)
}

/// A footnote or something in brackets belongs to a table and not to a date.
fn is_marked(text: &str) -> bool {
    text.contains(['*', '†', '(', ')', '¹', '²', '³'])
}

fn of_period(Period { kind, first }: Period) -> Option<Result<PartialDate, DateFault>> {
    match kind {
        Kind::Day => Some(PartialDate::of_day(first)),
        Kind::Month => Some(PartialDate::of_month(first.year(), first.month().into())),
        Kind::Year => Some(PartialDate::of_year(first.year())),
        // No date of ours is as long.
        Kind::Week | Kind::Quarter | Kind::Tertial | Kind::Half => None,
    }
}

/// The same by its parts, and why it is no date: «1/6/2017» has the day first, as people write here.
fn in_parts(text: &str) -> Result<PartialDate, DateFault> {
    let apart: Vec<&str> =
        text.split(['.', ' ', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match apart.as_slice() {
        [day, month, its_year] => {
            let month = named(month).map_or_else(|| number(month), Ok)?;
            let written = format!("{:04}-{month:02}-{:02}", year(its_year)?, number(day)?);
            written.parse()
        }
        [part, its_year] if season(part).is_some() => {
            let code = season(part).unwrap_or_default();
            format!("{:04}-{code}", year(its_year)?).parse()
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
    let (first, last) = if let Some(period) = part_of_year(text) {
        (period.first, period.last())
    } else {
        let date = typed(text)?;
        if date.is_circa() || date.is_unsure() {
            return Err(DateFault::Malformed);
        }
        (date.first_day(), date.last_day())
    };
    let day = if first <= today && today <= last { today } else { last };
    Ok(Some((day, first != last)))
}

/// «uke 5 2017», «1. kvartal 2017», `2017K1`: no date of ours is as long, and its last day is a day.
fn part_of_year(text: &str) -> Option<Period> {
    let When::Known(Known { period, hour: None }) = figures::period::read(text)? else {
        return None;
    };
    let is_part = matches!(period.kind, Kind::Week | Kind::Quarter | Kind::Tertial | Kind::Half);
    (is_part && !is_marked(text)).then_some(period)
}

/// As EDTF writes seasons: `2008-22` is the summer of 2008.
fn season(word: &str) -> Option<u8> {
    Some(match word {
        "vår" | "våren" => 21,
        "sommer" | "sommeren" | "sommar" | "sommaren" => 22,
        "høst" | "høsten" | "haust" | "hausten" => 23,
        _ => return None,
    })
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
