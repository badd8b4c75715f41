//! The register of places as a whole: what was where on a day, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use super::index::Index;
use super::{Counties, County, Municipality, Succession};
use crate::dates::Span;
use crate::statements::StatementFault;
use crate::text::is_a_letter_away;

/// All counties and municipalities there have been, and which became which. Made by
/// `files::build`, which checks it.
#[derive(Clone, Debug, Default)]
pub struct Places {
    counties: Counties,
    /// By code, then by day.
    municipalities: Vec<Municipality>,
    changes: Vec<Succession>,
    index: Index,
    /// Where items that name a county are found as well.
    onward: BTreeMap<String, BTreeSet<String>>,
}

/// A code that a place has from a day on: one step where it has had several in turn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeSince {
    pub code: String,
    pub since: Date,
}

/// Under which codes an item is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filed {
    pub counties: BTreeSet<String>,
    pub municipalities: BTreeSet<String>,
}

/// «Uoppgitt» and its like stand in the list of codes, but are no places.
const NO_PLACE: &str = "99";

/// An item that names only a county is found under the later counties that took at least one in ten
/// of its municipalities: Oppland is found under Innlandet, not under Viken for two of 26.
const SHARE: usize = 10;

impl Places {
    pub(super) fn new(
        counties: Vec<County>,
        mut municipalities: Vec<Municipality>,
        mut changes: Vec<Succession>,
    ) -> Self {
        municipalities.retain(|municipality| municipality.county() != NO_PLACE);
        municipalities.sort_by(|a, b| (&a.code, a.valid_from).cmp(&(&b.code, b.valid_from)));
        changes.sort();
        let index = Index::new(&municipalities, &changes);
        let counties = Counties::of(counties);
        let mut places = Self { counties, municipalities, changes, index, onward: BTreeMap::new() };
        let codes: Vec<_> = places.counties.iter().map(|county| county.code.clone()).collect();
        places.onward =
            codes.into_iter().map(|c| (c.clone(), places.counties_onward(&c))).collect();
        places
    }

    pub fn counties(&self) -> &Counties {
        &self.counties
    }

    /// Every period of every municipality, by code and day.
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    pub fn changes(&self) -> &[Succession] {
        &self.changes
    }

    pub fn on(&self, day: Date) -> impl Iterator<Item = &Municipality> {
        self.municipalities.iter().filter(move |municipality| municipality.is_on(day))
    }

    /// The periods of a code, oldest first. A code may have stood for two places in its time.
    pub fn periods(&self, code: &str) -> impl DoubleEndedIterator<Item = &Municipality> {
        let places = self.index.periods.get(code).into_iter().flatten();
        places.map(|n| &self.municipalities[*n])
    }

    pub fn municipality(&self, code: &str, day: Date) -> Option<&Municipality> {
        self.periods(code).find(|municipality| municipality.is_on(day))
    }

    /// What the code stands for, or stood for last.
    pub fn newest(&self, code: &str) -> Option<&Municipality> {
        self.periods(code).next_back()
    }

    pub fn county_on(&self, municipality: &Municipality, day: Date) -> Option<&County> {
        self.counties.get(municipality.county()).filter(|county| county.is_on(day))
    }

    /// What a municipality became, change by change: the codes to the right of each day.
    pub fn became(&self, code: &str) -> impl Iterator<Item = (Date, &[String])> {
        let days = self.index.after.get(code).into_iter().flatten();
        days.map(|(day, codes)| (*day, codes.as_slice()))
    }

    /// What a municipality came of, change by change.
    pub fn came_of(&self, code: &str) -> impl Iterator<Item = (Date, &[String])> {
        let days = self.index.before.get(code).into_iter().flatten();
        days.map(|(day, codes)| (*day, codes.as_slice()))
    }

    /// Every code on the way from `code` as it was on `from`, up to and with `until`; the one it
    /// begins with is the first.
    pub fn onward(&self, code: &str, from: Date, until: Date) -> Vec<CodeSince> {
        let mut steps: Vec<CodeSince> = Vec::new();
        let mut next = vec![CodeSince { code: code.to_owned(), since: from }];
        while let Some(step) = next.pop() {
            if steps.contains(&step) {
                continue;
            }
            let after = self.index.after.get(&step.code);
            let change =
                after.and_then(|days| days.range(..=until).find(|(day, _)| **day > step.since));
            if let Some((day, codes)) = change {
                let goes_on =
                    self.periods(&step.code).any(|m| m.valid_from < *day && m.is_on(*day));
                let stays = goes_on.then_some(&step.code);
                let codes = codes.iter().chain(stays);
                next.extend(codes.map(|code| CodeSince { code: code.clone(), since: *day }));
            }
            steps.push(step);
        }
        steps
    }

    /// What the municipality that was `code` on `from` is on `until`: several after a split.
    pub fn follow(&self, code: &str, from: Date, until: Date) -> Vec<&Municipality> {
        if until < from {
            return self.trace(code, from, until);
        }
        let steps = self.onward(code, from, until);
        let goes_on = |step: &CodeSince| {
            let after = self.index.after.get(&step.code);
            after.is_some_and(|days| days.range(..=until).any(|(day, _)| *day > step.since))
        };
        let ends = steps.iter().filter(|step| !goes_on(step)).map(|step| step.code.as_str());
        let ends: BTreeSet<&str> = ends.collect();
        ends.into_iter().filter_map(|code| self.municipality(code, until)).collect()
    }

    /// What the municipality that is `code` on `from` was on an earlier day: several before a merger.
    /// One that has left a merged one again was what had its name, and what is left was the others.
    fn trace(&self, code: &str, from: Date, until: Date) -> Vec<&Municipality> {
        let mut all = self.all_before(code, from, until);
        let Some((day, whole)) = self.left(code, from, until) else { return all };
        let (Some(new), Some(old)) = (
            self.municipality(code, day),
            day.previous_day().and_then(|d| self.municipality(whole, d)),
        ) else {
            return all;
        };
        let parts = self.parts_of(whole, day);
        if new.shares_name(old) {
            // What another part took with it, by its name.
            let others = || parts.iter().filter(|part| part.code != new.code);
            let is_gone = |m: &Municipality| {
                others().any(|part| part.shares_name(m) && !part.shares_name(old))
            };
            if !all.iter().all(|m| is_gone(m)) {
                all.retain(|m| !is_gone(m));
            }
        } else if all.iter().any(|m| m.shares_name(new)) {
            all.retain(|m| m.shares_name(new));
        }
        all
    }

    /// The last day after `until` on which the municipality came of a part of one other alone.
    fn left(&self, code: &str, from: Date, until: Date) -> Option<(Date, &str)> {
        let days = self.index.before.get(code)?;
        let (day, of) = days.range(..=from).rev().find(|(day, _)| **day > until)?;
        let was_there =
            day.previous_day().is_some_and(|eve| self.municipality(code, eve).is_some());
        match of.as_slice() {
            [whole] if !was_there && self.parts_of(whole, *day).len() > 1 => Some((*day, whole)),
            _ => None,
        }
    }

    /// What there is that day of one that was whole the day before.
    fn parts_of(&self, whole: &str, day: Date) -> Vec<&Municipality> {
        let codes = self.index.after.get(whole).and_then(|days| days.get(&day));
        let mut codes: BTreeSet<&str> = codes.into_iter().flatten().map(String::as_str).collect();
        codes.insert(whole);
        codes.into_iter().filter_map(|code| self.municipality(code, day)).collect()
    }

    fn all_before(&self, code: &str, from: Date, until: Date) -> Vec<&Municipality> {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let mut seen: BTreeSet<(String, Date)> = BTreeSet::new();
        let mut next = vec![(code.to_owned(), from)];
        while let Some((code, at)) = next.pop() {
            if !seen.insert((code.clone(), at)) {
                continue;
            }
            let before = self.index.before.get(&code);
            let change =
                before.and_then(|days| days.range(..=at).rev().find(|(day, _)| **day > until));
            match change.and_then(|(day, codes)| Some((*day, day.previous_day()?, codes))) {
                None => found.extend(self.municipality(&code, until).map(|m| m.code.as_str())),
                Some((day, eve, codes)) => {
                    let was = self.periods(&code).any(|m| m.is_on(eve) && m.is_on(day));
                    let stays = was.then_some(&code);
                    next.extend(codes.iter().chain(stays).map(|code| (code.clone(), eve)));
                }
            }
        }
        found.into_iter().filter_map(|code| self.municipality(code, until)).collect()
    }

    /// The codes that an item is found under which names these: those, and all that they became.
    pub fn filed_under(&self, counties: &[String], municipalities: &[String]) -> Filed {
        let mut filed = Filed::default();
        for code in counties {
            filed.counties.insert(code.clone());
            filed.counties.extend(self.onward.get(code).into_iter().flatten().cloned());
        }
        for code in municipalities {
            let last = self.newest(code).and_then(last_day);
            let steps = last.map(|day| self.onward(code, day, Date::MAX)).unwrap_or_default();
            filed.municipalities.insert(code.clone());
            filed.municipalities.extend(steps.into_iter().map(|step| step.code));
        }
        let of = filed.municipalities.iter().filter_map(|code| code.get(..2));
        let known = of.filter(|code| self.counties.get(code).is_some()).map(str::to_owned);
        filed.counties.extend(known);
        filed
    }

    fn counties_onward(&self, code: &str) -> BTreeSet<String> {
        let last = self.counties.get(code).and_then(|county| county.valid_to?.previous_day());
        let Some(last) = last else { return BTreeSet::new() };
        let its: Vec<_> = self.on(last).filter(|m| m.county() == code).collect();
        let mut reached: BTreeMap<String, usize> = BTreeMap::new();
        for municipality in &its {
            let steps = self.onward(&municipality.code, last, Date::MAX);
            let counties: BTreeSet<_> =
                steps.iter().filter_map(|step| step.code.get(..2)).collect();
            for county in counties {
                *reached.entry(county.to_owned()).or_default() += 1;
            }
        }
        let enough = |n: usize| n * SHARE >= its.len();
        reached.into_iter().filter(|(_, n)| enough(*n)).map(|(county, _)| county).collect()
    }

    /// Has any municipality ever had the name?
    pub fn is_called(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// The one name that is a letter away from what somebody wrote; `None` when there are more.
    pub fn almost_called(&self, name: &str) -> Option<&str> {
        let near: BTreeSet<&str> =
            self.names().filter(|known| is_a_letter_away(known, name)).collect();
        let mut near = near.into_iter();
        near.next().filter(|_| near.next().is_none())
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.municipalities.iter().flat_map(|municipality| municipality.name.split(" - "))
    }

    /// Where the municipalities of a county went, or came from: day, the other county, how many.
    pub fn moves(&self, code: &str) -> Vec<(Date, String, usize, bool)> {
        let mut moves: BTreeMap<(Date, String, bool), usize> = BTreeMap::new();
        for Succession { day, old, new } in &self.changes {
            let (Some(from), Some(to)) = (old.get(..2), new.get(..2)) else { continue };
            let (other, away) = if from == code { (to, true) } else { (from, false) };
            if from != to && (from == code || to == code) {
                *moves.entry((*day, other.to_owned(), away)).or_default() += 1;
            }
        }
        moves.into_iter().map(|((day, other, away), n)| (day, other, n, away)).collect()
    }
}

fn last_day(municipality: &Municipality) -> Option<Date> {
    municipality.valid_to.and_then(Date::previous_day)
}

impl Places {
    /// Refuses a code that is no municipality, or was none when the statement begins to hold. What
    /// the municipality became later is followed, so a statement may outlive its code.
    pub fn check_code(&self, code: &str, valid: Span, row: &str) -> Result<(), StatementFault> {
        let Some(newest) = self.newest(code) else {
            let rule = format!("{code:?} is no municipality");
            return Err(StatementFault::new(rule, vec![row.to_owned()]).said("statements-unknown"));
        };
        let began = valid.from().map(|from| (from.first_day(), from.last_day()));
        let was = |(first, last)| self.periods(code).any(|m| m.is_on(first) || m.is_on(last));
        if began.is_none_or(was) {
            return Ok(());
        }
        let periods: Vec<String> =
            self.periods(code).map(|m| format!("{} {} ({})", m.code, m.name, m.span())).collect();
        let rule = format!("{code} {} did not exist then", newest.name);
        let fault = StatementFault::new(rule, vec![row.to_owned(), periods.join(", ")]);
        Err(fault.said("statements-not-then"))
    }

    /// As [`Places::check_code`], for a county.
    pub fn check_county(&self, code: &str, valid: Span, row: &str) -> Result<(), StatementFault> {
        let Some(county) = self.counties.get(code) else {
            let rule = format!("{code:?} is no county");
            return Err(StatementFault::new(rule, vec![row.to_owned()]).said("statements-unknown"));
        };
        let began = valid.from().map(|from| (from.first_day(), from.last_day()));
        if began.is_none_or(|(first, last)| county.is_on(first) || county.is_on(last)) {
            return Ok(());
        }
        let rule = format!("{code} {} did not exist then", county.name);
        let period = format!("{} {} ({})", county.code, county.name, county.span());
        let fault = StatementFault::new(rule, vec![row.to_owned(), period]);
        Err(fault.said("statements-not-then"))
    }
}
