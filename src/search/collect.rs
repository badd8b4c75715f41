//! Goes once through all matches: filters, counts the facets, keeps the best.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashSet};
use std::sync::Arc;

use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::columns::{self, Columns, KIND, LANG};
use super::rank::Scored;
use super::schema::{Fields, column};
use super::weights::{ARCHIVED, FRESH, OWN_LANGUAGE, STALE};
use super::{Counts, Query};

pub(super) struct Collect<'a> {
    pub(super) query: &'a Query,
    pub(super) fields: &'a Fields,
    /// How many of the best to keep.
    pub(super) keep: usize,
    /// Whether hits can be better or worse than each other; if not, the newest come first.
    pub(super) scores: bool,
    /// The share of the question's rarity that a hit must have.
    pub(super) required: f32,
    /// When the newest document was published.
    pub(super) newest: Option<i64>,
    /// The works of which there are translations, where these are to be one hit with them.
    pub(super) translated: Option<&'a HashSet<u64>>,
    /// Whether all that is found is counted; if not, only the best are wanted.
    pub(super) counts: bool,
}

/// What was found in the segments so far.
#[derive(Default)]
pub(super) struct Matches {
    /// Those that have what was asked for.
    pub(super) total: usize,
    /// Those that have only something of it.
    pub(super) below: usize,
    /// Those with all first, and each time the best first.
    pub(super) best: Vec<Ranked>,
    /// Of each group of [`Columns`], above and below the line.
    counts: Vec<Sides<BTreeMap<String, u64>>>,
    /// What was found of each work that has translations; empty once they are settled.
    works: BTreeMap<u64, Vec<Member>>,
    /// For a hit that is one language of its work: where the others are.
    pub(super) also: BTreeMap<DocAddress, Vec<DocAddress>>,
}

/// Something of what is above the line, and of what is below it.
#[derive(Clone, Debug, Default)]
struct Sides<T> {
    above: T,
    below: T,
}

impl<T> Sides<T> {
    fn of(&mut self, above: bool) -> &mut T {
        if above { &mut self.above } else { &mut self.below }
    }
}

/// One language of a work that was found.
struct Member {
    /// The one group whose filter stands in its way.
    refused: Option<usize>,
    /// It is in the reader's language.
    is_own: bool,
    ranked: Ranked,
}

impl Matches {
    /// What each value would give above the line; where none gives anything there, below it.
    pub(super) fn counts(&self, fields: &Fields) -> Counts {
        let nothing_above = self.counts.iter().all(|group| group.above.is_empty());
        let side = |group: &Sides<BTreeMap<String, u64>>| {
            sorted(if nothing_above { &group.below } else { &group.above })
        };
        let of = |nth: usize| self.counts.get(nth).map(side).unwrap_or_default();
        let named = (LANG + 1..).zip(fields.facets());
        let facets = named.map(|(nth, facet)| (facet.to_owned(), of(nth)));
        Counts {
            kinds: of(KIND),
            langs: of(LANG),
            facets: facets.filter(|(_, values)| !values.is_empty()).collect(),
        }
    }
}

fn sorted(counts: &BTreeMap<String, u64>) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = counts.iter().map(|(value, count)| (value.clone(), *count)).collect();
    // The map was in order of value, and the sort is stable.
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

/// A document's place in the order: better is greater.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    /// It has all that was asked for.
    pub(super) above: bool,
    pub(super) score: Score,
    published: i64,
    /// The latter half of its id.
    pub(super) order: u64,
    pub(super) address: DocAddress,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.above.cmp(&other.above))
            .then(self.score.total_cmp(&other.score))
            .then(self.published.cmp(&other.published))
            .then(self.order.cmp(&other.order))
            .then(self.address.cmp(&other.address))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

impl Collect<'_> {
    /// Adds what a segment has to what others gave; [`Collect::settle`] puts it in order.
    pub(super) fn add(
        &self,
        nth: SegmentOrdinal,
        reader: &SegmentReader,
        columns: &Columns,
        scored: &Scored,
        all: &mut Matches,
    ) -> tantivy::Result<()> {
        let mut segment = self.segment(nth, reader, columns)?;
        for doc in &scored.documents {
            let (score, share) = scored.of(*doc);
            if !self.scores || share >= self.required {
                segment.collect(*doc, score, scored.has_all(*doc));
            }
        }
        for (work, member) in segment.members.drain(..) {
            all.works.entry(work).or_default().push(member);
        }
        all.total += segment.total;
        all.below += segment.below;
        all.counts.resize_with(segment.groups.len(), Sides::default);
        for (sums, group) in all.counts.iter_mut().zip(&segment.groups) {
            let sides =
                [(&mut sums.above, &group.counts.above), (&mut sums.below, &group.counts.below)];
            for (sum, counts) in sides {
                for (value, count) in group.values.iter().zip(counts).filter(|(_, n)| **n > 0) {
                    *sum.entry(value.clone()).or_default() += count;
                }
            }
        }
        all.best.extend(segment.best.into_iter().map(|Reverse(ranked)| ranked));
        Ok(())
    }

    /// When all segments are gone through: puts the best in order, and makes one of each work that has translations.
    /// Such a work is shown in the reader's language, else in the one that fits best, and it is as good as the best of
    /// them. It has all that was asked for if one of them has.
    pub(super) fn settle(&self, columns: &[Arc<Columns>], all: &mut Matches) {
        let values = |one: &Member, nth: usize| {
            let DocAddress { segment_ord, doc_id } = one.ranked.address;
            let group = columns[segment_ord as usize].groups.get(nth);
            group.into_iter().flat_map(move |group| {
                let numbers = group.of(doc_id).iter();
                numbers.filter_map(|number| group.values.get(*number as usize))
            })
        };
        for members in std::mem::take(&mut all.works).into_values() {
            for (nth, counts) in all.counts.iter_mut().enumerate().filter(|_| self.counts) {
                let of_group = members.iter().filter(|one| one.refused.is_none_or(|by| by == nth));
                let of_group: Vec<&Member> = of_group.collect();
                let above = of_group.iter().any(|one| one.ranked.above);
                let found = of_group.into_iter().filter(|one| one.ranked.above == above);
                let values: BTreeSet<&String> = found.flat_map(|one| values(one, nth)).collect();
                for value in values {
                    *counts.of(above).entry(value.clone()).or_default() += 1;
                }
            }
            let mut found: Vec<&Member> =
                members.iter().filter(|one| one.refused.is_none()).collect();
            found.sort_by_key(|one| Reverse((one.is_own, one.ranked)));
            let Some((shown, others)) = found.split_first() else { continue };
            let above = found.iter().any(|one| one.ranked.above);
            *if above { &mut all.total } else { &mut all.below } += 1;
            let best = found.iter().map(|one| one.ranked.score).fold(shown.ranked.score, f32::max);
            all.best.push(Ranked { above, score: best, ..shown.ranked });
            if !others.is_empty() {
                let others = others.iter().map(|one| one.ranked.address).collect();
                all.also.insert(shown.ranked.address, others);
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
    }

    fn segment<'a>(
        &'a self,
        nth: SegmentOrdinal,
        reader: &SegmentReader,
        columns: &'a Columns,
    ) -> tantivy::Result<Segment<'a>> {
        let query = self.query;
        let chosen = self.fields.facets().map(|facet| query.chosen(facet));
        let wanted = [&*query.kinds, &*query.langs].into_iter().chain(chosen);
        let kept = columns.groups.iter().zip(wanted);
        let is_kept = |name: &str| self.fields.facets().any(|facet| facet == name);
        let others = query.facets.iter().filter(|(name, _)| !is_kept(name));
        let others = others.map(|(_, values)| (columns::Group::NONE, &**values));
        let groups = kept.chain(others).map(|(column, wanted)| Group::new(column, wanted));
        let own_lang = query.prefer_lang.as_ref();
        Ok(Segment {
            collect: self,
            nth,
            columns,
            order: reader.fast_fields().u64(column::ORDER)?,
            groups: groups.collect(),
            own_lang: own_lang.and_then(|lang| columns.groups[LANG].number(lang)),
            total: 0,
            below: 0,
            best: BinaryHeap::new(),
            members: Vec::new(),
        })
    }
}

struct Segment<'a> {
    collect: &'a Collect<'a>,
    nth: SegmentOrdinal,
    columns: &'a Columns,
    order: Column<u64>,
    groups: Vec<Group<'a>>,
    own_lang: Option<u32>,
    total: usize,
    below: usize,
    /// The worst on top, to be thrown out first.
    best: BinaryHeap<Reverse<Ranked>>,
    /// What belongs to works that have translations, some of which may be in other segments.
    members: Vec<(u64, Member)>,
}

impl Segment<'_> {
    /// `above`: it has all that was asked for.
    fn collect(&mut self, doc: DocId, sum: Score, above: bool) {
        let archived = self.columns.is_archived(doc);
        if archived && !self.collect.query.include_archived {
            return;
        }
        let mut refused = None;
        for (nth, group) in self.groups.iter().enumerate() {
            if !group.takes(doc) && (refused.replace(nth).is_some() || !self.collect.counts) {
                return; // refused by two groups, so of no interest to any
            }
        }
        let work = self.columns.work(doc);
        if self.collect.translated.is_some_and(|works| works.contains(&work)) {
            let score = self.score(doc, sum, archived);
            let ranked = self.ranked(doc, score, above);
            let member = Member { refused, is_own: self.is_own(doc), ranked };
            self.members.push((work, member));
            return;
        }
        if let Some(nth) = refused {
            // Only this group's own filter stands in the way, and that is left out of its counts.
            if self.collect.counts {
                self.groups[nth].count(doc, above);
            }
            return;
        }
        if self.collect.counts {
            self.groups.iter_mut().for_each(|group| group.count(doc, above));
        }
        *if above { &mut self.total } else { &mut self.below } += 1;
        let score = self.score(doc, sum, archived);
        self.keep_if_best(doc, score, above);
    }

    fn is_own(&self, doc: DocId) -> bool {
        self.own_lang.is_some() && self.groups[LANG].of(doc).first() == self.own_lang.as_ref()
    }

    fn ranked(&self, doc: DocId, score: Score, above: bool) -> Ranked {
        Ranked {
            above,
            score,
            published: self.columns.published(doc).unwrap_or(i64::MIN),
            order: self.order.first(doc).unwrap_or_default(),
            address: DocAddress::new(self.nth, doc),
        }
    }

    fn score(&self, doc: DocId, sum: Score, archived: bool) -> Score {
        // Where all are as good, the day decides.
        if !self.collect.scores || self.collect.query.newest_first {
            return 0.0;
        }
        let mut score = sum;
        if archived {
            score *= ARCHIVED;
        }
        if self.is_own(doc) {
            score *= OWN_LANGUAGE;
        }
        if let (Some(newest), Some(published)) = (self.collect.newest, self.columns.published(doc))
        {
            #[expect(clippy::cast_precision_loss, reason = "ages need no more than six digits")]
            let age = newest.saturating_sub(published) as f32;
            score *= 1.0 + FRESH * STALE / (STALE + age.max(0.0));
        }
        score
    }

    fn keep_if_best(&mut self, doc: DocId, score: Score, above: bool) {
        let is_full = self.best.len() >= self.collect.keep;
        let is_worse = |worst: &Ranked| {
            (!above && worst.above) || (above == worst.above && score < worst.score)
        };
        if is_full && self.best.peek().is_none_or(|worst| is_worse(&worst.0)) {
            return;
        }
        let ranked = self.ranked(doc, score, above);
        if !is_full {
            self.best.push(Reverse(ranked));
        } else if let Some(mut worst) = self.best.peek_mut()
            && worst.0 < ranked
        {
            *worst = Reverse(ranked);
        }
    }
}

/// One filter group in one segment.
struct Group<'a> {
    column: &'a columns::Group,
    values: &'a [String],
    /// Whether documents with each value are taken; `None` takes every document.
    wanted: Option<Vec<bool>>,
    counts: Sides<Vec<u64>>,
}

impl<'a> Group<'a> {
    fn new(column: &'a columns::Group, wanted: &[String]) -> Self {
        let values = column.values.as_slice();
        let is_wanted = |value: &String| wanted.contains(value);
        Self {
            column,
            values,
            wanted: (!wanted.is_empty()).then(|| values.iter().map(is_wanted).collect()),
            counts: Sides { above: vec![0; values.len()], below: vec![0; values.len()] },
        }
    }

    fn of(&self, doc: DocId) -> &[u32] {
        self.column.of(doc)
    }

    fn takes(&self, doc: DocId) -> bool {
        let Some(wanted) = &self.wanted else { return true };
        self.of(doc).iter().any(|number| wanted[*number as usize])
    }

    fn count(&mut self, doc: DocId, above: bool) {
        let counts = self.counts.of(above);
        for number in self.column.of(doc) {
            counts[*number as usize] += 1;
        }
    }
}
