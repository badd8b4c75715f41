//! What lists ask of the catalogue: which rows, how many with each value, which of them on a page.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use roaring::RoaringBitmap;
use time::Date;
use uuid::Uuid;

use super::super::list::{At, Counts, Sort, Wanted, When, in_time};
use super::super::{adopted, until, years};
use super::columns::Columns;
use super::entry::{Millis, USES, millis};

/// What was public at some instant, as readers of a language are shown it, with history.
pub struct Live {
    at: Option<Millis>,
    lang: &'static str,
    /// In whatever language.
    pub(super) all: RoaringBitmap,
    /// Each item once, in the reader's language where it has been translated.
    pub(super) rows: RoaringBitmap,
}

/// So many instants are kept: a page asks for one again and again.
pub const KEPT: usize = 8;

impl Live {
    pub fn is_of(&self, wanted: &Wanted) -> bool {
        (self.at, self.lang) == (instant(wanted.at), wanted.lang)
    }
}

/// So many rows are gone through one by one; of more, the sets of the values are held against theirs.
/// Tests meet both.
const FEW: u64 = if cfg!(test) { 12 } else { 4_000 };

/// `None` is now: what is so now is so whatever the clock says.
fn instant(at: At) -> Option<Millis> {
    match at {
        At::Now(_) => None,
        At::Past(until) => Some(millis(until)),
    }
}

/// Of a past day a text, as it was; of now the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub item: Uuid,
    pub text: Uuid,
}

impl Columns {
    pub fn live(&self, wanted: &Wanted) -> Live {
        let at = instant(wanted.at);
        let none = RoaringBitmap::new();
        let in_lang = self.langs.get(wanted.lang).unwrap_or(&none);
        let all = at.map_or_else(|| self.now.clone(), |at| self.on(at));
        let translated = &all & &self.translations & in_lang;
        let mut originals = &all - &self.translations;
        if at.is_none() {
            originals -= self.superseded.get(wanted.lang).unwrap_or(&none);
        } else {
            for row in &translated {
                for original in self.rows_of_original(row) {
                    originals.remove(original);
                }
            }
        }
        Live { at, lang: wanted.lang, rows: originals | translated, all }
    }

    /// What was public at an instant.
    fn on(&self, at: Millis) -> RoaringBitmap {
        let there = (0..).zip(&self.spans).filter(|(_, (from, until))| *from < at && *until >= at);
        there.map(|(row, _)| row).collect()
    }

    /// The rows that have, for each facet but `except`, one of the chosen values.
    fn listed(&self, live: &Live, wanted: &Wanted, except: Option<&str>) -> RoaringBitmap {
        let mut rows = live.rows.clone();
        if !wanted.kinds.is_empty() {
            let kinds = wanted.kinds.iter().filter_map(|kind| self.kinds.get(*kind));
            rows &= union(kinds);
        }
        if !wanted.archived {
            rows -= &self.archived;
        }
        for (facet, values) in &wanted.chosen {
            if Some(*facet) == except || values.is_empty() {
                continue;
            }
            rows &= self.having(facet, values, wanted.at.day());
        }
        if let Some(when) = wanted.when {
            let now = millis(wanted.at.instant());
            let is_so = |row: &u32| {
                self.when.get(row).is_some_and(|(_, ends)| match when {
                    When::Coming => *ends >= now,
                    When::Past => *ends < now,
                })
            };
            rows = (rows & &self.timed).iter().filter(is_so).collect();
        }
        rows
    }

    /// What is filed under one of the values.
    pub(super) fn having(
        &self,
        facet: &str,
        values: &BTreeSet<String>,
        day: Date,
    ) -> RoaringBitmap {
        let Some(known) = self.facets.get(facet) else { return RoaringBitmap::new() };
        let chosen: Vec<u32> = match facet {
            years::FACET => of_years(known, values, day.year()),
            until::FACET => of_day(known, values, day),
            _ => values.iter().filter_map(|value| known.get(value).copied()).collect(),
        };
        union(chosen.iter().map(|value| &self.values[*value as usize]))
    }

    /// How many there are in all, and those on a page.
    pub fn page(&self, live: &Live, wanted: &Wanted, skip: u64, take: u64) -> (u64, Vec<Chosen>) {
        let rows = self.listed(live, wanted, None);
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let part = (size(skip), size(take));
        let found = match (wanted.when, wanted.sort) {
            (Some(when), _) => {
                let compare = |a, b| self.compare_start(a, b);
                self.by_start.page(&rows, when == When::Past, part, compare)
            }
            (None, Sort::Title) => {
                self.by_title.page(&rows, false, part, |a, b| self.compare_title(a, b))
            }
            (None, Sort::Newest) => {
                self.by_age.page(&rows, true, part, |a, b| self.compare_age(a, b))
            }
            (None, Sort::Oldest) => self.oldest(&rows, part),
            (None, Sort::Adopted) => self.adopted(&rows, part),
        };
        (rows.len(), found.into_iter().map(|row| self.chosen(row)).collect())
    }

    /// Those of the items that a list would show.
    pub fn these(&self, live: &Live, wanted: &Wanted, ids: &[Uuid]) -> Vec<Chosen> {
        let rows = self.listed(live, wanted, None);
        let of_ids = ids.iter().flat_map(|id| self.rows_of_id(id));
        of_ids.filter(|row| rows.contains(*row)).map(|row| self.chosen(row)).collect()
    }

    fn chosen(&self, row: u32) -> Chosen {
        Chosen {
            item: self.items[self.rows[row as usize].item as usize].id,
            text: self.texts[row as usize],
        }
    }

    /// What nobody knows the day of stands last this way too.
    fn oldest(&self, rows: &RoaringBitmap, (skip, take): (usize, usize)) -> Vec<u32> {
        let (dated, undated) = (rows - &self.undated, rows & &self.undated);
        let compare = |a, b| self.compare_age(a, b);
        let mut found = self.by_age.page(&dated, false, (skip, take), compare);
        let before = usize::try_from(dated.len()).unwrap_or(usize::MAX);
        let rest = (skip.saturating_sub(before), take - found.len());
        found.extend(self.by_age.page(&undated, false, rest, compare));
        found
    }

    /// Those that most have taken into use first, and of as many the newest.
    fn adopted(&self, rows: &RoaringBitmap, (mut skip, take): (usize, usize)) -> Vec<u32> {
        let compare = |a, b| self.compare_age(a, b);
        let mut counts: Vec<(&String, &u32)> =
            self.facets.get(adopted::COUNT).into_iter().flatten().collect();
        counts.sort_unstable_by(|a, b| b.0.cmp(a.0));
        let (mut left, mut found) = (rows.clone(), Vec::new());
        for (_, value) in counts {
            if found.len() >= take {
                return found;
            }
            let here = &left & &self.values[*value as usize];
            left -= &here;
            found.extend(self.by_age.page(&here, true, (skip, take - found.len()), compare));
            skip = skip.saturating_sub(usize::try_from(here.len()).unwrap_or(usize::MAX));
        }
        found.extend(self.by_age.page(&left, true, (skip, take - found.len()), compare));
        found
    }

    pub fn archived(&self, live: &Live, wanted: &Wanted) -> u64 {
        let all = Wanted { archived: true, ..wanted.clone() };
        self.listed(live, &all, None).intersection_len(&self.archived)
    }

    pub fn by_kind(&self, live: &Live, wanted: &Wanted) -> BTreeMap<String, i64> {
        let rows = self.listed(live, wanted, None);
        let of_kind = |(kind, set): (&String, &RoaringBitmap)| {
            let count = number(rows.intersection_len(set));
            (count > 0).then(|| (kind.clone(), count))
        };
        self.kinds.iter().filter_map(of_kind).collect()
    }

    /// How many have each value of each of the facets; of one that is chosen, as if it were not.
    pub fn counts(&self, live: &Live, wanted: &Wanted, facets: &[&str]) -> Counts {
        let rows = self.listed(live, wanted, None);
        let is_chosen = |facet: &str| wanted.chosen.get(facet).is_some_and(|v| !v.is_empty());
        let numbers = if rows.len() > FEW { Vec::new() } else { self.numbers(&rows) };
        let mut counts = Counts::new();
        for facet in facets {
            let Some(values) = self.facets.get(*facet) else { continue };
            let of_facet = if is_chosen(facet) {
                self.counts_of(live, wanted, facet)
            } else {
                let count = |value: u32| match numbers.get(value as usize) {
                    Some(count) => i64::from(*count),
                    None => number(rows.intersection_len(&self.values[value as usize])),
                };
                in_time(facet, counted(values, count), wanted.at)
            };
            if !of_facet.is_empty() {
                counts.insert((*facet).to_owned(), of_facet);
            }
        }
        counts
    }

    /// How many of few rows have each value, by the number of the value.
    fn numbers(&self, rows: &RoaringBitmap) -> Vec<u32> {
        let mut numbers = vec![0_u32; self.values.len()];
        for value in rows.iter().flat_map(|row| self.filed_under(row)) {
            numbers[*value as usize] += 1;
        }
        numbers
    }

    /// How many have each value of a facet, whatever is chosen of it.
    pub fn counts_of(&self, live: &Live, wanted: &Wanted, facet: &str) -> BTreeMap<String, i64> {
        let Some(values) = self.facets.get(facet) else { return BTreeMap::new() };
        let rows = self.listed(live, wanted, Some(facet));
        let count = |value: u32| number(rows.intersection_len(&self.values[value as usize]));
        in_time(facet, counted(values, count), wanted.at)
    }

    /// What is made use of, by external id, in what is filed under a value now.
    pub fn used_where(&self, facet: &str, value: &str) -> Vec<String> {
        let filed = self.facets.get(facet).and_then(|values| values.get(value));
        let (Some(filed), Some(used)) = (filed, self.facets.get(USES)) else { return Vec::new() };
        let rows = &self.now & &self.values[*filed as usize];
        let is_there = |value: &u32| !rows.is_disjoint(&self.values[*value as usize]);
        used.iter().filter(|(_, value)| is_there(value)).map(|(name, _)| name.clone()).collect()
    }

    /// The next instant after `now` when something begins or is over.
    pub fn next_boundary(&self, now: Millis) -> Option<Millis> {
        let all = self.when.values().flat_map(|(starts, ends)| [*starts, *ends]);
        all.filter(|at| *at > now).min()
    }
}

/// The values that stand for one of the years.
fn of_years(known: &HashMap<String, u32>, years: &BTreeSet<String>, this_year: i32) -> Vec<u32> {
    let is_one = |value: &str| years::each(value, this_year).iter().any(|y| years.contains(y));
    known.iter().filter(|(value, _)| is_one(value)).map(|(_, number)| *number).collect()
}

/// The values that stand for one of these on a day.
fn of_day(known: &HashMap<String, u32>, chosen: &BTreeSet<String>, day: Date) -> Vec<u32> {
    let is_one = |value: &str| chosen.contains(&*until::now(value, day));
    known.iter().filter(|(value, _)| is_one(value)).map(|(_, number)| *number).collect()
}

pub(super) fn union<'s>(sets: impl Iterator<Item = &'s RoaringBitmap>) -> RoaringBitmap {
    sets.fold(RoaringBitmap::new(), |all, set| all | set)
}

pub(super) fn counted(
    values: &HashMap<String, u32>,
    count: impl Fn(u32) -> i64,
) -> BTreeMap<String, i64> {
    let counted = values.iter().map(|(value, number)| (value.clone(), count(*number)));
    counted.filter(|(_, count)| *count > 0).collect()
}

pub(super) fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The one of `kept` that a question is about, made if there is none.
pub fn live_of(columns: &Columns, kept: &mut Vec<Arc<Live>>, wanted: &Wanted) -> Arc<Live> {
    if let Some(live) = kept.iter().find(|live| live.is_of(wanted)) {
        return Arc::clone(live);
    }
    let live = Arc::new(columns.live(wanted));
    if kept.len() >= KEPT {
        kept.remove(0);
    }
    kept.push(Arc::clone(&live));
    live
}
