//! Which changes a code takes part in, ready for walking through time in either direction.

use std::collections::BTreeMap;

use time::Date;

use super::{Municipality, Succession};

#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The periods of a code, oldest first, by where they stand in the register.
    pub periods: BTreeMap<String, Vec<usize>>,
    /// What it became: by code and day.
    pub after: BTreeMap<String, BTreeMap<Date, Vec<String>>>,
    /// What it came of: by code and day.
    pub before: BTreeMap<String, BTreeMap<Date, Vec<String>>>,
}

impl Index {
    pub fn new(municipalities: &[Municipality], changes: &[Succession]) -> Self {
        let mut index = Self::default();
        for (n, municipality) in municipalities.iter().enumerate() {
            index.periods.entry(municipality.code.clone()).or_default().push(n);
        }
        for Succession { day, old, new } in changes {
            let mut add = |map: fn(&mut Self) -> &mut BTreeMap<_, BTreeMap<_, Vec<_>>>,
                           of: &String,
                           to: &String| {
                let days: &mut BTreeMap<Date, Vec<String>> =
                    map(&mut index).entry(of.clone()).or_default();
                days.entry(*day).or_default().push(to.clone());
            };
            add(|index| &mut index.after, old, new);
            add(|index| &mut index.before, new, old);
        }
        index
    }
}
