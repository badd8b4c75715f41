//! What one cell says: a number, a moment, or nothing.

use std::fmt::Write as _;

use spc::X;
use time::{Date, Month, Time};

/// A cell without a value.
pub(super) fn is_missing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty()
        || ["na", "n/a", "null"].iter().any(|word| cell.eq_ignore_ascii_case(word))
        || is_sign_for_missing(cell)
}

/// As tables in print say that there is nothing to tell.
pub(super) fn is_sign_for_missing(cell: &str) -> bool {
    ["-", "–", "—", ".", ".."].contains(&cell.trim())
}

/// `1,000` or `12.000`: may be thousands, and is read as a number with three decimals.
pub(super) fn is_like_thousands(cell: &str) -> bool {
    let Some((whole, rest)) = cell.trim().split_once([',', '.']) else { return false };
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    figures(whole)
        && whole.len() <= 3
        && !whole.starts_with('0')
        && figures(rest)
        && rest.len() == 3
}

/// A number with a decimal point or comma, thousands set apart by spaces: `1 234,5`, `-0.5`, `−3`.
pub(super) fn number(cell: &str) -> Option<f64> {
    let mut plain = String::with_capacity(cell.len());
    let mut before = ' ';
    let mut characters = cell.trim().chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\u{2212}' => plain.push('-'),
            ',' => plain.push('.'),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                // A space stands between figures only, as in 1 234.
                let between =
                    before.is_ascii_digit() && characters.peek().is_some_and(char::is_ascii_digit);
                if !between {
                    return None;
                }
            }
            '0'..='9' | '.' | '+' | '-' | 'e' | 'E' => plain.push(character),
            _ => return None,
        }
        before = character;
    }
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A moment: `2024-03-01`, `2024-03-01 08:30`, `1.3.2024`, `01.03.2024`; a month (`2024-03`) and an
/// ISO week (`2024-W09`) stand for their first day.
pub(super) fn moment(cell: &str) -> Option<i64> {
    let cell = cell.trim();
    let (day, clock) = match cell.split_once(['T', ' ']) {
        Some((day, clock)) => (day, clock_of(clock.trim())?),
        None => (cell, Time::MIDNIGHT),
    };
    let day = if day.contains('.') { norwegian(day)? } else { iso(day)? };
    Some(day.with_time(clock).assume_utc().unix_timestamp())
}

/// The moment as it is written in answers: a date, and a time of day where it is not midnight.
pub(super) fn written(moment: i64) -> String {
    let Ok(at) = time::OffsetDateTime::from_unix_timestamp(moment) else {
        return moment.to_string();
    };
    let day = at.date();
    let clock = at.time();
    let mut text = format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day());
    if clock != Time::MIDNIGHT {
        let _ = write!(text, "T{:02}:{:02}:{:02}", clock.hour(), clock.minute(), clock.second());
    }
    text
}

/// `x` as it is written in answers.
pub(super) fn place(x: &X) -> String {
    match x {
        X::Number(number) => number.to_string(),
        X::Time(moment) => written(*moment),
        X::Label(label) => label.clone(),
    }
}

/// Whether this may be a day with a slash, which Norwegians and Americans read differently.
pub(super) fn has_slashes(cell: &str) -> bool {
    let parts: Vec<&str> = cell.trim().split('/').collect();
    parts.len() == 3
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

fn clock_of(text: &str) -> Option<Time> {
    let text = text.trim_end_matches('Z');
    let mut parts = text.split(':');
    let hour = figures(parts.next()?, 1..=2)?;
    let minute = figures(parts.next()?, 2..=2)?;
    let second = match parts.next() {
        Some(seconds) => figures(seconds.split('.').next()?, 2..=2)?,
        None => 0,
    };
    let small = |number: i32| u8::try_from(number).ok();
    if parts.next().is_some() {
        return None;
    }
    Time::from_hms(small(hour)?, small(minute)?, small(second)?).ok()
}

fn iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = figures(parts.next()?, 4..=4)?;
    let middle = parts.next()?;
    let day = parts.next();
    if parts.next().is_some() {
        return None;
    }
    if let Some(week) = middle.strip_prefix('W') {
        let week = u8::try_from(figures(week, 1..=2)?).ok()?;
        let first = Date::from_iso_week_date(year, week, time::Weekday::Monday).ok()?;
        return day.is_none().then_some(first);
    }
    let day = day.map_or(Some(1), |day| figures(day, 1..=2))?;
    date(year, figures(middle, 1..=2)?, day)
}

fn norwegian(text: &str) -> Option<Date> {
    let mut parts = text.split('.');
    let day = figures(parts.next()?, 1..=2)?;
    let month = figures(parts.next()?, 1..=2)?;
    let year = figures(parts.next()?, 4..=4)?;
    if parts.next().is_some() { None } else { date(year, month, day) }
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

fn figures(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let sound = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}
