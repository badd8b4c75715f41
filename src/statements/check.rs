//! Rules that hold for statements whatever they are about; a fault names the rule and the rows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{StatedFact, Statement};

/// A rule that is broken, and the rows that break it together. A page says it by its key, in the
/// reader's language; the report of an import says it in English (`Display`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFault {
    pub rule: String,
    pub rows: Vec<String>,
    /// The sentence of a page; none for a rule that only a file can break.
    pub key: Option<&'static str>,
}

pub type Faults = Vec<StatementFault>;

impl StatementFault {
    pub fn new(rule: impl Into<String>, rows: Vec<String>) -> Self {
        Self { rule: rule.into(), rows, key: None }
    }

    /// What a page says of it.
    #[must_use]
    pub fn said(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }
}

impl fmt::Display for StatementFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rows.join(" and "), self.rule)
    }
}

const ONE: &str = "statements-one-at-a-time";

/// Two statements of which one source can only mean one at a time: a name, a leader. Two sources may
/// disagree: both are kept.
pub fn one_at_a_time<'a, S: StatedFact + 'a>(
    rule: &str,
    statements: impl Iterator<Item = &'a Statement<S>>,
) -> Faults {
    pairs(statements)
        .filter(|(a, b)| a.source == b.source && a.valid.overlaps(b.valid))
        .map(|(a, b)| StatementFault::new(rule, vec![a.describe(), b.describe()]).said(ONE))
        .collect()
}

/// The same said twice by one source for days that overlap.
pub fn same_twice<'a, S: StatedFact + PartialEq + 'a>(
    statements: impl Iterator<Item = &'a Statement<S>>,
) -> Faults {
    pairs(statements)
        .filter(|(a, b)| a.fact == b.fact && a.source == b.source && a.valid.overlaps(b.valid))
        .map(|(a, b)| {
            let rule = "the same is said twice by one source for days that overlap";
            StatementFault::new(rule, vec![a.describe(), b.describe()]).said("statements-twice")
        })
        .collect()
}

fn pairs<'a, S: 'a>(
    statements: impl Iterator<Item = &'a Statement<S>>,
) -> impl Iterator<Item = (&'a Statement<S>, &'a Statement<S>)> {
    let all: Vec<_> = statements.collect();
    let count = all.len();
    (0..count).flat_map(move |i| {
        let all = all.clone();
        (i + 1..count).map(move |j| (all[i], all[j]))
    })
}

/// What each leads to, and the row that says so.
pub type Edges = BTreeMap<String, Vec<(String, String)>>;

/// Each ring once: the row that leads into it and the one that leads back.
pub fn rings(edges: &Edges, rule: &str) -> Faults {
    let mut faults = Vec::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for start in edges.keys() {
        let mut next: Vec<(&str, &str)> = vec![(start.as_str(), "")];
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        while let Some((at, first)) = next.pop() {
            for (to, row) in edges.get(at).into_iter().flatten() {
                let first = if first.is_empty() { row.as_str() } else { first };
                if to == start && !told.contains(start.as_str()) {
                    let rows = vec![first.to_owned(), row.clone()];
                    faults.push(StatementFault::new(rule, rows).said("statements-ring"));
                    told.extend(reached.iter().copied());
                    told.insert(start);
                } else if reached.insert(to) {
                    next.push((to, first));
                }
            }
        }
    }
    faults
}
