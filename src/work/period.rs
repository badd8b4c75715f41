//! The periods that a measure is counted in: which there are, and how people write them.

use time::{Date, Duration, Weekday};

use super::terms::Frequency;
use crate::dates::{DateFault, PartialDate, Precision, typed};
use crate::i18n::Text;

/// Why a time was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    Date(DateFault),
    /// A year where a month is wanted, a month where a day is.
    TooRough,
    /// No year has a week of that number.
    NoWeek,
}

impl Frequency {
    /// The first day of the period that a day is in.
    pub fn first(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let since = day.weekday().number_days_from_monday();
                day.checked_sub(Duration::days(since.into())).unwrap_or(day)
            }
            Self::Month => day.replace_day(1).unwrap_or(day),
        }
    }

    /// The first day of the period before the one that begins here.
    pub fn before(self, first: Date) -> Date {
        first.previous_day().map_or(first, |day| self.first(day))
    }

    /// The first day of the one after it.
    pub fn after(self, first: Date) -> Date {
        match self {
            Self::Day => first.next_day().unwrap_or(first),
            Self::Week => first.checked_add(Duration::WEEK).unwrap_or(first),
            // From any first of a month 31 days lead into the next.
            Self::Month => first.checked_add(Duration::days(31)).map_or(first, |d| self.first(d)),
        }
    }

    /// What the period is called: «november 2026», «uke 48, 2026», «2. november 2026».
    pub fn said(self, t: Text, first: Date) -> String {
        if self == Self::Week {
            let (year, week, _) = first.to_iso_week_date();
            return t.plain_with2("improvement-week", "week", week, "year", year.to_string());
        }
        self.dated(first).map_or_else(|| first.to_string(), |date| t.partial(&date))
    }

    /// The period as a date of the precision that it has.
    pub fn dated(self, first: Date) -> Option<PartialDate> {
        match self {
            Self::Month => PartialDate::of_month(first.year(), first.month().into()).ok(),
            Self::Day | Self::Week => PartialDate::of_day(first).ok(),
        }
    }
}

/// The newest periods up to a day, the newest first. The one that the day is in is among them: some
/// count before it is over.
pub fn latest(frequency: Frequency, today: Date, count: usize) -> Vec<Date> {
    let newest = frequency.first(today);
    std::iter::successors(Some(newest), |first| Some(frequency.before(*first)))
        .take(count)
        .collect()
}

/// Reads a period as people write it: «mars 2025», «1.3.2025», «uke 9», «uke 9 2025», «2025-W09». A week
/// without its year is the newest of that number that has begun.
pub fn read_period(frequency: Frequency, text: &str, today: Date) -> Result<Date, Unread> {
    if let Some(week) = week(text) {
        // A week is a day of it; a month of which only a week is said is not known.
        if frequency != Frequency::Week {
            return Err(Unread::TooRough);
        }
        let (number, year) = week;
        return match year {
            Some(year) => monday(year, number).ok_or(Unread::NoWeek),
            None => newest_week(number, today).ok_or(Unread::NoWeek),
        };
    }
    let date = typed(text).map_err(Unread::Date)?;
    if date.is_circa() || date.is_unsure() || !is_fine(frequency, &date) {
        return Err(Unread::TooRough);
    }
    Ok(frequency.first(date.first_day()))
}

fn is_fine(frequency: Frequency, date: &PartialDate) -> bool {
    match frequency {
        Frequency::Month => date.precision() >= Precision::Month,
        Frequency::Day | Frequency::Week => date.precision() == Precision::Day,
    }
}

/// The number of a week, and its year if it is said.
fn week(text: &str) -> Option<(u8, Option<i32>)> {
    let text = text.trim().to_lowercase();
    if let Some((year, number)) = text.split_once("-w") {
        return Some((number.parse().ok()?, Some(year.parse().ok()?)));
    }
    let words = ["uke", "veke", "week", "vahkku"];
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
    let mut parts = rest.split([' ', ',', '/', '.', '-']).filter(|part| !part.is_empty());
    let number = parts.next()?.parse().ok()?;
    let year = parts.next().map(str::parse::<i32>).transpose().ok()?;
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    parts.next().is_none().then_some((number, year))
}

fn monday(year: i32, week: u8) -> Option<Date> {
    let is_near = (1900..2200).contains(&year);
    is_near.then(|| Date::from_iso_week_date(year, week, Weekday::Monday).ok()).flatten()
}

fn newest_week(number: u8, today: Date) -> Option<Date> {
    let this = today.to_iso_week_date().0;
    // A year has 53 weeks now and then: five years back there is one.
    (0..=6).filter_map(|ago| monday(this - ago, number)).find(|first| *first <= today)
}

/// A date that a text was kept as: `2027-06` is the last day of it.
pub(super) fn last_day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::last_day)
}
