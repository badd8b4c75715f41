//! What a municipality that a statement names by its code has become, or was, on another day.

use time::Date;

use super::{Municipality, Places};
use crate::dates::{PartialDate, Span};

impl Places {
    /// The first day of the span on which the code stood for a municipality.
    pub fn first_known(&self, code: &str, valid: Span) -> Date {
        let first = valid.first_day().unwrap_or(Date::MIN);
        if self.municipality(code, first).is_some() {
            return first;
        }
        let inside = valid.from().map_or(first, PartialDate::last_day);
        let found = self.periods(code).find(|m| m.is_on(inside));
        found.map_or(first, |m| m.valid_from.max(first))
    }

    /// What the municipality that had the code when the statement begins is that day.
    pub fn became_on(&self, code: &str, valid: Span, day: Date) -> Option<&Municipality> {
        let first = self.first_known(code, valid);
        let (then, since) = match self.municipality(code, first) {
            Some(then) => (then, first),
            None => self.nearest(code, day)?,
        };
        self.goes_on_as((code, then), since, day)
    }

    /// What a municipality of one day is on another. Of several that it has been split into, the one that has kept
    /// its name: where none has, nobody knows.
    pub fn goes_on_as(
        &self,
        (code, then): (&str, &Municipality),
        since: Date,
        day: Date,
    ) -> Option<&Municipality> {
        match self.follow(code, since, day).as_slice() {
            [one] => Some(one),
            several => several.iter().find(|now| now.shares_name(then)).copied(),
        }
    }

    /// What the code stood for on the day, or last, with a day on which it did so.
    fn nearest(&self, code: &str, day: Date) -> Option<(&Municipality, Date)> {
        if let Some(then) = self.municipality(code, day) {
            return Some((then, day));
        }
        let newest = self.newest(code)?;
        let last = newest.valid_to.and_then(Date::previous_day).filter(|last| *last < day);
        Some((newest, last.unwrap_or(newest.valid_from)))
    }
}
