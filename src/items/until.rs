//! The facet of how far something has come. What a text said of itself until a day is filed with that day,
//! `ongoing/2021-06-30`: up to then it counts as `ongoing`, after it as `was_ongoing`, and need not be
//! filed anew. Of what ends by itself, and nobody has said when, no more is known than that it was so when it was
//! last told of: it counts as `ongoing_open`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use sea_orm::Condition;
use sea_orm::sea_query::{Expr, ExprTrait};
use time::Date;

pub const FACET: &str = "status";

/// What stands before the name of what was so until a day that is over.
const WAS: &str = "was_";

/// What stands after the name of what nobody has said the end of.
const OPEN: &str = "_open";

/// What ends by itself.
const PASSING: [&str; 2] = ["planned", "ongoing"];

fn passes(name: &str) -> bool {
    PASSING.contains(&name)
}

/// What holds until the end of a day.
pub fn value(name: &str, last: Date) -> String {
    format!("{name}/{last}")
}

/// What a value stands for on a day.
pub fn now(value: &str, day: Date) -> Cow<'_, str> {
    match value.split_once('/') {
        Some((name, last)) if last < day.to_string().as_str() => Cow::Owned(format!("{WAS}{name}")),
        Some((name, _)) => Cow::Borrowed(name),
        None if passes(value) => Cow::Owned(format!("{value}{OPEN}")),
        None => Cow::Borrowed(value),
    }
}

/// The rows whose value stands for one of `chosen` on a day. All days have four digits of the year, so that
/// texts are in their order.
pub fn condition(value: &Expr, chosen: &BTreeSet<String>, day: Date) -> Condition {
    let as_it_stands = chosen.iter().filter_map(|one| match one.strip_suffix(OPEN) {
        Some(name) if passes(name) => Some(name.to_owned()),
        _ if passes(one) => None,
        _ => Some(one.clone()),
    });
    let mut any = Condition::any().add(value.clone().is_in(as_it_stands));
    for one in chosen {
        let (name, is_over) = match one.strip_prefix(WAS) {
            Some(name) => (name, true),
            None => (one.as_str(), false),
        };
        if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            continue;
        }
        let until = value.clone().like(format!("{name}/%"));
        let edge = self::value(name, day);
        let is_so = if is_over { value.clone().lt(edge) } else { value.clone().gte(edge) };
        any = any.add(until.and(is_so));
    }
    any
}

/// The same counts by what the values stand for on a day.
pub fn count(counts: BTreeMap<String, i64>, day: Date) -> BTreeMap<String, i64> {
    let mut by_name = BTreeMap::new();
    for (value, n) in counts {
        *by_name.entry(now(&value, day).into_owned()).or_default() += n;
    }
    by_name
}
