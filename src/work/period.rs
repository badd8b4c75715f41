//! The periods that a measure is counted in: which there are, and how people write them.

use figures::period::{self, Yearless};
use figures::{Kind, Known, When};
use time::Date;

use super::terms::Frequency;
use crate::dates::{DateFault, PartialDate, typed};
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
    /// How long its periods are.
    pub fn kind(self) -> Kind {
        match self {
            Self::Day => Kind::Day,
            Self::Week => Kind::Week,
            Self::Month => Kind::Month,
            Self::Quarter => Kind::Quarter,
            Self::Tertial => Kind::Tertial,
        }
    }

    /// The first day of the period that a day is in.
    pub fn first(self, day: Date) -> Date {
        self.kind().around(day).first
    }

    /// The first day of the period before the one that begins here.
    pub fn before(self, first: Date) -> Date {
        first.previous_day().map_or(first, |day| self.first(day))
    }

    /// The first day of the one after it.
    pub fn after(self, first: Date) -> Date {
        self.kind().around(first).next().first
    }

    /// What the period is called: «november 2026», «uke 48, 2026», «2. november 2026».
    pub fn said(self, t: Text, first: Date) -> String {
        if self == Self::Week {
            let (year, week, _) = first.to_iso_week_date();
            return t.plain_with2("improvement-week", "week", week, "year", year.to_string());
        }
        let part = match self {
            Self::Quarter => Some(("improvement-paste-quarter", 3)),
            Self::Tertial => Some(("improvement-paste-tertial", 4)),
            _ => None,
        };
        if let Some((key, months)) = part {
            let number = (u8::from(first.month()) - 1) / months + 1;
            return t.plain_with2(key, "number", number, "year", first.year().to_string());
        }
        self.dated(first).map_or_else(|| first.to_string(), |date| t.partial(&date))
    }

    /// The period as a date of the precision that it has; none where dates have no such.
    pub fn dated(self, first: Date) -> Option<PartialDate> {
        match self {
            Self::Month => PartialDate::of_month(first.year(), first.month().into()).ok(),
            Self::Day | Self::Week => PartialDate::of_day(first).ok(),
            Self::Quarter | Self::Tertial => None,
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

/// Reads a period as people write it: «mars 2025», «1.3.2025», «uke 9», «uke 9 2025», «3. kvartal 25». A
/// week without its year is the newest of that number that has begun.
pub fn read_period(frequency: Frequency, text: &str, today: Date) -> Result<Date, Unread> {
    match period::read(text) {
        Some(When::Yearless(Yearless::Week(number))) if frequency == Frequency::Week => {
            newest_week(number, today).ok_or(Unread::NoWeek)
        }
        Some(When::Yearless(_)) => Err(Unread::TooRough),
        Some(When::Known(Known { period, .. })) => {
            let kind = frequency.kind();
            let is_week = |kind: Kind| kind == Kind::Week;
            // A month of which only a week is said is not known.
            let fits = period.kind == Kind::Day
                || is_week(period.kind) == is_week(kind)
                    && period.kind >= kind
                    && period.within(kind);
            if fits { Ok(frequency.first(period.first)) } else { Err(Unread::TooRough) }
        }
        _ if is_week(text) => Err(Unread::NoWeek),
        _ => partial(frequency, text),
    }
}

/// What has another form than periods have, and the words for why it is none.
fn partial(frequency: Frequency, text: &str) -> Result<Date, Unread> {
    let date = typed(text).map_err(Unread::Date)?;
    date.sure_day().map(|day| frequency.first(day)).ok_or(Unread::TooRough)
}

/// Is a week meant, whatever its number?
fn is_week(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let words = ["uke", "veke", "week", "vahkku"];
    words.iter().any(|word| text.starts_with(word)) && text.contains(|c: char| c.is_ascii_digit())
}

fn newest_week(number: u8, today: Date) -> Option<Date> {
    let this = today.to_iso_week_date().0;
    // A year has 53 weeks now and then: five years back there is one.
    let monday = |ago| Kind::Week.nth(this - ago, number).map(|week| week.first);
    (0..=6).filter_map(monday).find(|first| *first <= today)
}

/// A date that a text was kept as: `2027-06` is the last day of it.
pub(super) fn last_day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>().ok().map(PartialDate::last_day)
}
