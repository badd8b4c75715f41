//! What is said of a page whose subject was not there on the day that is asked for.

use time::Date;

use super::Per;
use crate::i18n::{Text, Words};

/// It was not there: not yet, or no longer; the page tells of the nearest day it was.
pub struct Absent {
    pub label: Words,
    /// Above each part: which day it is told of.
    pub dated: Words,
}

impl Absent {
    /// Nothing when the day that is told of is the one that is asked for.
    pub fn of(t: Text, per: &Per, told: Date) -> Option<Self> {
        let key = match (told == per.day, per.day < told, per.is_chosen()) {
            (true, ..) => return None,
            (_, true, _) => "atlas-absent-not-yet",
            _ if per.is_ahead() => "atlas-absent-no-more",
            (_, _, true) => "atlas-absent-then",
            _ => "atlas-absent-no-more",
        };
        Some(Self { label: t.get(key), dated: t.with("atlas-dated", "date", t.date(told)) })
    }
}
