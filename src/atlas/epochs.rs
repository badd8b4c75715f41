//! Ways to the days when the arrangement had become another.

use std::collections::BTreeMap;

use time::Date;

use super::Per;
use crate::centres::Network;
use crate::dates::PartialDate;

/// A year when the arrangement became another.
pub struct Epoch {
    pub year: i32,
    pub href: String,
    pub current: bool,
}

/// The arrangements as the centres themselves tell them, each on a day when it had surely begun.
/// `address` is the view's, ready for one more parameter.
pub fn epochs(network: &Network, per: &Per, address: &str) -> Vec<Epoch> {
    let mut days: BTreeMap<i32, Date> = BTreeMap::new();
    for from in network.centres().iter().filter_map(|centre| centre.valid.from()) {
        let begun = days.entry(from.year()).or_insert(from.last_day());
        *begun = PartialDate::last_day(from).max(*begun);
    }
    let days: Vec<(i32, Date)> = days.into_iter().filter(|(_, day)| *day <= per.today).collect();
    let current = days.iter().rposition(|(_, day)| *day <= per.day);
    let epoch = |(n, (year, day)): (usize, &(i32, Date))| Epoch {
        year: *year,
        href: format!("{address}per={day}"),
        current: per.is_chosen() && current == Some(n),
    };
    days.iter().enumerate().map(epoch).collect()
}
