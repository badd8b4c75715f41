//! A span between two partial dates, either of which may be unknown.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::Date;

use super::{DateFault, PartialDate};

/// Never ends before it begins. JSON: `{"from":"2019-06","to":"2021-06"}`, an unknown end left
/// out. Text: an EDTF interval, `2019-06/2021-06`, with `..` for an end that is unknown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct Period {
    from: Option<PartialDate>,
    to: Option<PartialDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<PartialDate>,
}

impl Period {
    pub fn new(from: Option<PartialDate>, to: Option<PartialDate>) -> Result<Self, DateFault> {
        match (from, to) {
            (Some(from), Some(to)) if from.first_day() > to.last_day() => Err(DateFault::Reversed),
            _ => Ok(Self { from, to }),
        }
    }

    pub fn from(self) -> Option<PartialDate> {
        self.from
    }

    pub fn to(self) -> Option<PartialDate> {
        self.to
    }

    /// Whether nothing is known of it.
    pub fn is_empty(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    pub fn first_day(self) -> Option<Date> {
        self.from.map(PartialDate::first_day)
    }

    pub fn last_day(self) -> Option<Date> {
        self.to.map(PartialDate::last_day)
    }

    /// The years to file it under. One without an end that `goes_on` still is an open interval,
    /// `2019/..`; of one whose end, or beginning, nobody knows, the other year alone is known.
    pub fn years(self, goes_on: bool) -> Vec<String> {
        let year = |date: PartialDate| date.year();
        match (self.from.map(year), self.to.map(year)) {
            (Some(first), None) if goes_on => vec![format!("{first:04}/..")],
            (Some(first), Some(last)) => (first..=last).map(|year| format!("{year:04}")).collect(),
            (first, last) => first.or(last).map(|year| format!("{year:04}")).into_iter().collect(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (end, before) in [(self.from, ""), (self.to, "/")] {
            f.write_str(before)?;
            match end {
                Some(date) => date.fmt(f)?,
                None => f.write_str("..")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Period {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        let (from, to) = text.split_once('/').ok_or(DateFault::Malformed)?;
        let end = |text: &str| if text == ".." { Ok(None) } else { text.parse().map(Some) };
        Self::new(end(from)?, end(to)?)
    }
}

impl TryFrom<Ends> for Period {
    type Error = DateFault;

    fn try_from(ends: Ends) -> Result<Self, DateFault> {
        Self::new(ends.from, ends.to)
    }
}

impl From<Period> for Ends {
    fn from(period: Period) -> Self {
        Self { from: period.from, to: period.to }
    }
}
