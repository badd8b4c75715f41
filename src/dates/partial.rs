//! A date known to the day, the month or only the year; circa or sure.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month};

use super::DateFault;

/// Years outside this are slips of the keys, and would give facets without end.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Written and stored in the form of EDTF (ISO 8601-2:2019, level 1): `2013`, `2019-06`,
/// `2019-06-14`, `2008-22` for the summer of a year, `2008~` for circa and `1999?` for one that the
/// source leaves in doubt. Sorts by first day; of two that begin together, the less precise first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    first: Date,
    precision: Precision,
    doubt: Doubt,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Year,
    /// Spring, summer or autumn. A winter lies in two years, and has no place here.
    Season,
    Month,
    Day,
}

/// The seasons as EDTF numbers them, with the first of their three months.
const SEASONS: [(u8, u8); 3] = [(21, 3), (22, 6), (23, 9)];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Doubt {
    #[default]
    None,
    Circa,
    Unsure,
}

impl Doubt {
    fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Circa => "~",
            Self::Unsure => "?",
        }
    }
}

impl PartialDate {
    pub fn of_year(year: i32) -> Result<Self, DateFault> {
        Self::new(year, 1, 1, Precision::Year)
    }

    pub fn of_month(year: i32, month: u8) -> Result<Self, DateFault> {
        Self::new(year, month, 1, Precision::Month)
    }

    fn of_season(year: i32, season: u8) -> Result<Self, DateFault> {
        let found = SEASONS.iter().find(|(number, _)| *number == season);
        let (_, month) = found.ok_or(DateFault::NoSuchDay)?;
        Self::new(year, *month, 1, Precision::Season)
    }

    pub fn of_day(day: Date) -> Result<Self, DateFault> {
        Self::new(day.year(), day.month().into(), day.day(), Precision::Day)
    }

    /// The same date, said to be circa.
    #[must_use]
    pub fn about(self) -> Self {
        Self { doubt: Doubt::Circa, ..self }
    }

    fn new(year: i32, month: u8, day: u8, precision: Precision) -> Result<Self, DateFault> {
        if !YEARS.contains(&year) {
            return Err(DateFault::FarOff);
        }
        let month = Month::try_from(month).map_err(|_| DateFault::NoSuchDay)?;
        let first = Date::from_calendar_date(year, month, day).map_err(|_| DateFault::NoSuchDay)?;
        Ok(Self { first, precision, doubt: Doubt::None })
    }

    pub fn year(self) -> i32 {
        self.first.year()
    }

    pub fn precision(self) -> Precision {
        self.precision
    }

    pub fn is_circa(self) -> bool {
        self.doubt == Doubt::Circa
    }

    /// Is it in doubt: `1999?`.
    pub fn is_unsure(self) -> bool {
        self.doubt == Doubt::Unsure
    }

    pub fn first_day(self) -> Date {
        self.first
    }

    pub fn last_day(self) -> Date {
        let (year, month) = (self.first.year(), self.first.month());
        let days = match self.precision {
            Precision::Year => i64::from(time::util::days_in_year(year)),
            // Each of them has 92 days but autumn, which has 91.
            Precision::Season => 92 - i64::from(month == Month::September),
            Precision::Month => i64::from(month.length(year)),
            Precision::Day => 1,
        };
        self.first + Duration::days(days - 1)
    }

    /// The day, where it is one and surely so.
    pub fn sure_day(self) -> Option<Date> {
        let is_sure = !self.is_circa() && !self.is_unsure();
        (is_sure && self.precision == Precision::Day).then_some(self.first)
    }

    /// Which season it is, as EDTF numbers them: 21 is spring.
    pub fn season(self) -> Option<u8> {
        let month = u8::from(self.first.month());
        let its = SEASONS.iter().find(|(_, first)| *first == month).map(|(number, _)| *number);
        its.filter(|_| self.precision == Precision::Season)
    }

    /// What HTML's `<time datetime>` takes: the stored form without the sign of doubt. It knows no
    /// seasons, so of one only the year is told.
    pub fn datetime(self) -> String {
        match self.precision {
            Precision::Season => format!("{:04}", self.first.year()),
            _ => Self { doubt: Doubt::None, ..self }.to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.first.year())?;
        if let Some(season) = self.season() {
            write!(f, "-{season}")?;
        } else if self.precision >= Precision::Month {
            write!(f, "-{:02}", u8::from(self.first.month()))?;
        }
        if self.precision == Precision::Day {
            write!(f, "-{:02}", self.first.day())?;
        }
        f.write_str(self.doubt.sign())
    }
}

impl FromStr for PartialDate {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        let doubts = [Doubt::Circa, Doubt::Unsure];
        let signed = |doubt: Doubt| Some((text.strip_suffix(doubt.sign())?, doubt));
        let (plain, doubt) = doubts.into_iter().find_map(signed).unwrap_or((text, Doubt::None));
        let mut parts = plain.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| number(part, 2)).transpose()?;
        let day = parts.next().map(|part| number(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(DateFault::Malformed);
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| DateFault::Malformed);
        let date = match (month, day) {
            (None, _) => Self::of_year(year.into()),
            (Some(season @ 21..), None) => Self::of_season(year.into(), small(season)?),
            (Some(month), None) => Self::of_month(year.into(), small(month)?),
            (Some(month), Some(day)) => {
                Self::new(year.into(), small(month)?, small(day)?, Precision::Day)
            }
        }?;
        Ok(Self { doubt, ..date })
    }
}

/// Exactly `width` ASCII digits; `parse` alone would take a sign.
fn number(part: &str, width: usize) -> Result<u16, DateFault> {
    let sound = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    if sound { part.parse().map_err(|_| DateFault::Malformed) } else { Err(DateFault::Malformed) }
}

impl TryFrom<String> for PartialDate {
    type Error = DateFault;

    fn try_from(text: String) -> Result<Self, DateFault> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}
