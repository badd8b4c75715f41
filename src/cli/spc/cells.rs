//! What one cell says: a number, a moment, or nothing.

use std::fmt::Write as _;

use figures::period::{self, Yearless};
use figures::{Kind, Known, When};
use spc::X;
use time::Time;

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

/// `900`: digits and nothing else.
pub(super) fn is_whole(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number with a decimal point or comma, thousands set apart by spaces: `1 234,5`, `-0.5`, `−3`.
pub(super) fn number(cell: &str) -> Option<f64> {
    figures::number::plain(cell)
}

/// A moment, in any form that people write: `2024-03-01 08:30`, `1.3.2024`, `1. mars 24`; a longer period
/// (`2024-03`, `2024-W09`, `2024K1`) stands for its first day.
pub(super) fn moment(cell: &str) -> Option<i64> {
    match period::read(cell)? {
        // A year alone is a number.
        When::Known(known) if known.period.kind != Kind::Year => Some(instant(known)),
        _ => None,
    }
}

/// The same of `3/4/2024`, where the column tells which of the two is the month.
pub(super) fn slashed(cell: &str, day_first: bool) -> Option<i64> {
    period::read(cell)?.ordered(day_first).map(instant)
}

/// A moment in digits alone, and how many they are: a month (6), a day (8), or the number that Excel has of
/// a day in our time (5).
pub(super) fn digits(cell: &str) -> Option<(usize, i64)> {
    let text = cell.trim();
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match (period::read(text)?, whole.len()) {
        (When::Serial(number), 5) if OUR_TIME.contains(&number) => {
            period::serial(number, false).map(|known| (5, instant(known)))
        }
        (When::Known(known), length @ (6 | 8)) if whole.len() == text.len() => {
            Some((length, instant(known)))
        }
        _ => None,
    }
}

/// From 1990 to 2059.
const OUR_TIME: std::ops::Range<f64> = 32_874.0..58_440.0;

/// The same number of a day where days are counted from 1904.
pub(super) fn since_1904(cell: &str) -> Option<i64> {
    match period::read(cell)? {
        When::Serial(number) => period::serial(number, true).map(instant),
        _ => None,
    }
}

/// A day or a month where a number should stand: Excel makes 9. oktober of 9.10.
pub(super) fn is_like_date(cell: &str) -> bool {
    match period::read(cell) {
        Some(When::Known(known)) => matches!(known.period.kind, Kind::Day | Kind::Month),
        Some(When::Yearless(yearless)) => !matches!(yearless, Yearless::Week(_)),
        Some(When::Either { .. }) => true,
        Some(When::Serial(_)) | None => false,
    }
}

/// Why a cell where a number should stand holds none.
pub(super) fn why_no_number(cell: &str) -> &'static str {
    let cell = cell.trim();
    let is_marked = |mark: char| cell.strip_suffix(mark).and_then(|rest| number(rest.trim()));
    if is_like_date(cell) {
        "looks like a date: has Excel made one of a number such as 9.10?"
    } else if is_marked('%').is_some() {
        "has its unit with it: write the number alone, and give --unit %"
    } else if ['*', '†', '¹', '²', '³', ')'].into_iter().any(|mark| is_marked(mark).is_some())
    {
        "has a mark of a note behind it: write the number alone"
    } else if cell.starts_with('=') {
        "is a formula without its answer"
    } else if cell.starts_with('#') {
        "is a fault that the spreadsheet tells of: leave the cell empty where there is no value"
    } else {
        "is not a number"
    }
}

fn instant(known: Known) -> i64 {
    let hour = known.hour.unwrap_or(Time::MIDNIGHT);
    known.period.first.with_time(hour).assume_utc().unix_timestamp()
}

/// «år 2024», which is a number as 2024 is.
pub(super) fn year(cell: &str) -> Option<f64> {
    let said = cell.to_lowercase();
    if !said.split_whitespace().any(|word| ["år", "året", "year"].contains(&word)) {
        return None;
    }
    match period::read(cell)? {
        When::Known(known) if known.period.kind == Kind::Year => {
            Some(f64::from(known.period.first.year()))
        }
        _ => None,
    }
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
    match period::read(cell) {
        Some(When::Either { .. }) => true,
        Some(_) => false,
        None => {
            let parts: Vec<&str> = cell.trim().split('/').collect();
            let is_figures =
                |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            parts.len() == 3 && parts.iter().all(is_figures)
        }
    }
}
