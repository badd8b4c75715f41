//! A number on its way in, and what no chart can be made of.

use time::Date;
use uuid::Uuid;

use super::terms::{Frequency, Shape};

/// What is said of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The number, or what is above the line.
    pub value: f64,
    pub denominator: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub measure: Uuid,
    /// Any day of its period.
    pub day: Date,
    /// None takes back what was said.
    pub number: Option<Number>,
    /// What the sender calls it: the same sent again changes nothing.
    pub sent: Uuid,
    /// The number that this one takes the place of, and why.
    pub instead_of: Option<(Uuid, String)>,
}

/// Why a number is not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Its period has not begun.
    Future,
    /// So long ago that it is a slip of the keys.
    FarOff,
    /// It counts a part of one, or less than none.
    NotCounted,
    /// What it is a part of is missing.
    NoDenominator,
    /// Of a share: more than all.
    MoreThanAll,
    /// Something happened where nothing could.
    NothingAtRisk,
    /// A number that is taken back, or takes another's place, without a word of why.
    NoReason,
}

/// Years before this are slips of the keys.
const FIRST_YEAR: i32 = 1990;

impl Number {
    /// What is wrong with it, by what the measure counts.
    pub fn doubt(self, shape: Shape) -> Option<Doubt> {
        let Self { value, denominator } = self;
        let is_whole = |number: f64| number >= 0.0 && number.fract() == 0.0;
        if !value.is_finite() || shape.is_counted() && !is_whole(value) {
            return Some(Doubt::NotCounted);
        }
        if !shape.has_denominator() {
            return None;
        }
        let Some(all) = denominator else { return Some(Doubt::NoDenominator) };
        if !all.is_finite() || all < 0.0 || shape == Shape::Share && !is_whole(all) {
            Some(Doubt::NotCounted)
        } else if all == 0.0 && value > 0.0 {
            Some(Doubt::NothingAtRisk)
        } else if shape == Shape::Share && value > all {
            Some(Doubt::MoreThanAll)
        } else {
            None
        }
    }
}

impl Entry {
    /// What is wrong with it as a whole.
    pub(super) fn doubt(&self, shape: Shape, frequency: Frequency, today: Date) -> Option<Doubt> {
        let first = frequency.first(self.day);
        if first > today {
            return Some(Doubt::Future);
        }
        if first.year() < FIRST_YEAR {
            return Some(Doubt::FarOff);
        }
        let is_silent =
            self.instead_of.as_ref().is_some_and(|(_, reason)| reason.trim().is_empty());
        if is_silent || self.number.is_none() && self.instead_of.is_none() {
            return Some(Doubt::NoReason);
        }
        self.number.and_then(|number| number.doubt(shape))
    }
}

impl Doubt {
    /// The sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::Future => "work-doubt-future",
            Self::FarOff => "work-doubt-far-off",
            Self::NotCounted => "work-doubt-not-counted",
            Self::NoDenominator => "work-doubt-no-denominator",
            Self::MoreThanAll => "work-doubt-more-than-all",
            Self::NothingAtRisk => "work-doubt-nothing-at-risk",
            Self::NoReason => "work-doubt-no-reason",
        }
    }
}
