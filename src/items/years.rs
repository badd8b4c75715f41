//! The facet of years. What goes on still is filed under an open interval, `2019/..` as EDTF writes
//! it: it counts for every year until the one that its list is of, and need not be filed anew.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait};

pub const FACET: &str = "year";

/// What an open interval ends in.
const OPEN: &str = "/..";

/// The years that a value stands for in a list of `this_year`.
pub fn each(value: &str, this_year: i32) -> Vec<String> {
    match value.strip_suffix(OPEN).and_then(|first| first.parse::<i32>().ok()) {
        Some(first) => {
            (first..=Ord::max(this_year, first)).map(|year| format!("{year:04}")).collect()
        }
        None => vec![value.to_owned()],
    }
}

/// The rows whose value stands for one of `chosen`. All years have four digits, so that texts are
/// in their order.
pub fn condition(value: &Expr, chosen: &BTreeSet<String>, this_year: i32) -> Condition {
    let begun = chosen.iter().map(|year| format!("{year}{OPEN}"));
    let mut any = Condition::any().add(value.clone().is_in(chosen.iter().cloned().chain(begun)));
    let has_been = |year: &&String| year.parse::<i32>().is_ok_and(|year| year <= this_year);
    if let Some(last) = chosen.iter().filter(has_been).max() {
        let open = value.clone().like(format!("%{OPEN}"));
        any = any.add(open.and(value.clone().lte(format!("{last}{OPEN}"))));
    }
    any
}

/// The same counts by year.
pub fn count(counts: BTreeMap<String, i64>, this_year: i32) -> BTreeMap<String, i64> {
    let mut by_year = BTreeMap::new();
    for (value, n) in counts {
        for year in each(&value, this_year) {
            *by_year.entry(year).or_default() += n;
        }
    }
    by_year
}
