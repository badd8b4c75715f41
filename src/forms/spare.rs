//! What is said of numbers that look like a person's and are none, in any form of those who are logged in.
//!
//! The form comes back with dots, and the first field where there are some asks what they were. Whoever ticks that
//! a number is none writes it once more where it stood and says what it is. The tick carries the marks of what was
//! masked the last time, so that it frees nothing else.

use std::collections::BTreeSet;

use super::mask::DOT;
use super::{PROOF, Submitted};
use crate::i18n::{Text, Words};
use crate::text::Fault;

/// The tick, and what the number is.
const NONE: &str = "ikke-fodselsnummer";
const WHAT: &str = "hva-tallet-er";
/// A word or two is no reason.
const SHORTEST: usize = 10;
const LONGEST: usize = 500;
/// So many numbers of one form can be said to be none; more is a list of something.
const MOST: usize = 100;

/// A number has so many.
const DIGITS: usize = 11;

/// Of a field in which something was masked, and of one where the number is not written again.
pub(super) const MASKED: &str = "forms-fault-spare";
const AGAIN: &str = "forms-fault-spare-again";
/// What is said of a number is no reason.
const NO_REASON: &str = "forms-fault-spare-why";

/// What the form asks of what was masked in it.
#[derive(Clone, Debug, Default)]
pub struct Sparing {
    /// The path of the field that asks.
    pub(super) place: String,
    /// What was masked, so that the tick is of that alone.
    marks: String,
    is_ticked: bool,
    reason: String,
    has_no_reason: bool,
}

/// The same, as a field shows it.
pub struct Spare {
    pub marks: String,
    pub is_ticked: bool,
    pub reason: String,
    pub fault: Option<Words>,
}

impl Spare {
    pub const NONE: &str = NONE;
    pub const WHAT: &str = WHAT;
}

impl Sparing {
    pub(super) fn shown(&self, t: Text) -> Spare {
        Spare {
            marks: self.marks.clone(),
            is_ticked: self.is_ticked,
            reason: self.reason.clone(),
            fault: self.fault(t),
        }
    }

    /// What is wrong with what was said.
    pub(super) fn fault(&self, t: Text) -> Option<Words> {
        self.has_no_reason.then(|| t.get(NO_REASON))
    }

    /// The input that it is wrong in.
    pub(super) const fn at() -> &'static str {
        WHAT
    }
}

/// Why a number is none, when that is said: in words, and not by the number itself.
pub fn reason_of_number(said: &str) -> Option<String> {
    let reason: String = said.trim().chars().take(LONGEST).collect();
    let has_number = !norsk::identity::found(&reason).is_empty();
    // The dots of a number that was masked say nothing.
    let is_long = reason.chars().filter(|c| *c != DOT).count() >= SHORTEST;
    (!has_number && is_long).then_some(reason)
}

/// What somebody says now: of which numbers, by their marks, and what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidOfNumbers {
    pub marks: BTreeSet<String>,
    pub reason: String,
}

impl Submitted {
    /// The eleven digits of what looks like an identity number in what was typed, but for inputs that are ours.
    pub fn look_alikes(&self, ours: &[&str]) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for name in self.names().filter(|name| !is_ours(name, ours) && ![NONE, WHAT].contains(name))
        {
            for value in self.values(name) {
                all.extend(norsk::identity::found(value).into_iter().map(|found| found.digits));
            }
        }
        all.into_iter().take(MOST).collect()
    }

    /// Masks what looks like an identity number, but for those that are known to be none and those that this form
    /// says it of, each by its mark. Tells what is wrong, and what is said now. What is left may be kept.
    pub fn mask_but_said(
        &mut self,
        ours: &[&str],
        known: &BTreeSet<String>,
        mark: impl Fn(&str) -> String,
    ) -> (Vec<Fault>, Option<SaidOfNumbers>) {
        let ticks = self.take(NONE);
        let ticked: BTreeSet<&str> = ticks.iter().flat_map(|one| one.split_whitespace()).collect();
        let typed = self.take(WHAT).into_iter().next().unwrap_or_default();
        let reason = reason_of_number(&typed);
        let (mut freed, mut hidden) = (BTreeSet::new(), BTreeSet::new());
        let places = self.mask_but(|name, digits| {
            if is_ours(name, ours) {
                return true;
            }
            let mark = mark(digits);
            let is_freed = reason.is_some() && ticked.contains(mark.as_str());
            if known.contains(&mark) {
                return true;
            }
            if is_freed {
                freed.insert(mark);
            } else {
                hidden.insert(mark);
            }
            is_freed
        });
        self.is_looked_through = true;
        let is_forgotten = !ticked.is_empty() && freed.is_empty() && places.is_empty();
        let again = if is_forgotten { self.dotted() } else { None };
        if let Some(place) = places.first().or(again.as_ref()) {
            if again.is_some() {
                hidden.extend(ticked.iter().map(|mark| (*mark).to_owned()));
            }
            let has_no_reason = !ticked.is_empty() && reason.is_none();
            self.sparing = Some(Sparing {
                place: place.clone(),
                marks: hidden.into_iter().collect::<Vec<_>>().join(" "),
                is_ticked: !ticked.is_empty() && freed.is_empty(),
                reason: super::masked(&typed).unwrap_or(typed),
                has_no_reason,
            });
        }
        let faults = places.into_iter().map(|place| Fault::new(place, MASKED));
        let faults = faults.chain(again.map(|place| Fault::new(place, AGAIN))).collect();
        let said = reason.filter(|_| !freed.is_empty());
        (faults, said.map(|reason| SaidOfNumbers { marks: freed, reason }))
    }

    /// The first input where something stands masked.
    fn dotted(&self) -> Option<String> {
        let has_dots = |value: &String| value.chars().filter(|c| *c == DOT).count() >= DIGITS;
        let found = self.names().find(|name| self.values(name).iter().any(has_dots));
        found.map(str::to_owned)
    }
}

/// An id or a mark of ours, which may well look like a number.
fn is_ours(name: &str, ours: &[&str]) -> bool {
    name == PROOF || ours.contains(&name)
}
