//! What numbers are in. Minutes are no hours, and grams no kilos: one is never taken for the other.

use crate::clean::clean;

/// A unit that has others beside it for the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Milligram,
    Gram,
    Kilo,
}

impl Unit {
    /// The unit that a word means.
    ///
    /// ```
    /// use figures::unit::Unit;
    ///
    /// assert_eq!(Unit::called("min."), Some(Unit::Minute));
    /// assert_eq!(Unit::called("fall"), None);
    /// ```
    pub fn called(word: &str) -> Option<Self> {
        match clean(word).to_lowercase().trim_end_matches('.') {
            "sek" | "sekund" | "sekunder" => Some(Self::Second),
            "min" | "minutt" | "minutter" | "minutes" => Some(Self::Minute),
            "timer" | "timar" | "hours" => Some(Self::Hour),
            "døgn" | "dager" | "dagar" | "days" => Some(Self::Day),
            "uker" | "veker" | "weeks" => Some(Self::Week),
            "måneder" | "månader" | "months" => Some(Self::Month),
            "mg" | "milligram" => Some(Self::Milligram),
            "g" | "gram" => Some(Self::Gram),
            "kg" | "kilo" | "kilogram" => Some(Self::Kilo),
            _ => None,
        }
    }

    /// What a measure is in, by its first word: «minutter per besøk».
    pub fn of_measure(unit: &str) -> Option<Self> {
        Self::called(clean(unit).split(' ').next()?)
    }

    /// What a heading says that the numbers below it are in: «Ventetid (timer)», «Ventetid i timer».
    pub fn of_heading(heading: &str) -> Option<Self> {
        let heading = clean(heading).to_lowercase();
        let bracketed = heading.rsplit_once(['(', '[']).map(|(_, inside)| inside);
        let after = heading.rsplit_once(" i ").map(|(_, rest)| rest);
        // «Ventetid i min avdeling» says nothing of minutes.
        let whole = |words: &str| {
            let bare = words.trim_end_matches([')', ']']);
            Self::called(bare.split_once(" per ").map_or(bare, |(unit, _)| unit))
        };
        [bracketed, after].into_iter().flatten().find_map(whole)
    }
}
