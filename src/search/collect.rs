//! Goes once through all matches: filters, counts the facets, keeps the best.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::counted::split;
use super::schema::column;
use super::weights::{ALL_WORDS, ARCHIVED, OWN_LANGUAGE};
use super::{Facets, Query};

/// The filter groups, in the order of [`Matches::counts`].
const GROUPS: [&str; 4] = [column::KIND, column::THEMES, column::COUNTIES, column::LANG];
const LANG: usize = 3;

pub(super) struct Collect<'a> {
    pub(super) query: &'a Query,
    /// How many of the best to keep.
    pub(super) keep: usize,
    /// How many words were asked for; 0 when the order is newest first.
    pub(super) words: usize,
    pub(super) scores: bool,
}

type Counts = [BTreeMap<String, u64>; GROUPS.len()];

/// What one segment gave, or all of them.
#[derive(Default)]
pub(super) struct Matches {
    pub(super) total: usize,
    /// Best first.
    pub(super) best: Vec<Ranked>,
    counts: Counts,
}

impl Matches {
    pub(super) fn facets(&self) -> Facets {
        let [kinds, themes, counties, langs] = &self.counts;
        Facets {
            kinds: sorted(kinds),
            themes: sorted(themes),
            counties: sorted(counties),
            langs: sorted(langs),
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
    pub(super) score: Score,
    published: i64,
    order: u64,
    pub(super) address: DocAddress,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.score.total_cmp(&other.score))
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

impl Collector for Collect<'_> {
    type Fruit = Matches;
    type Child = Segment;

    fn for_segment(&self, nth: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Segment> {
        let fast = reader.fast_fields();
        let query = self.query;
        let wanted = [&query.kinds, &query.themes, &query.counties, &query.langs];
        let mut groups = Vec::with_capacity(GROUPS.len());
        for (name, wanted) in GROUPS.into_iter().zip(wanted) {
            groups.push(Group::new(fast.str(name)?, wanted)?);
        }
        let own_lang = match &query.prefer_lang {
            Some(lang) => groups[LANG].ordinal(lang)?,
            None => None,
        };
        Ok(Segment {
            nth,
            archived: fast.bool(column::ARCHIVED)?,
            published: fast.i64(column::PUBLISHED)?,
            order: fast.u64(column::ORDER)?,
            groups,
            own_lang,
            include_archived: query.include_archived,
            keep: self.keep,
            words: self.words,
            scores: self.scores,
            total: 0,
            best: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.scores
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Matches>>) -> tantivy::Result<Matches> {
        let mut all = Matches::default();
        for segment in segments {
            let segment = segment?;
            all.total += segment.total;
            all.best.extend(segment.best);
            for (sum, counts) in all.counts.iter_mut().zip(segment.counts) {
                for (value, count) in counts {
                    *sum.entry(value).or_default() += count;
                }
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
    }
}

pub(super) struct Segment {
    nth: SegmentOrdinal,
    archived: Column<bool>,
    published: Column<i64>,
    order: Column<u64>,
    groups: Vec<Group>,
    own_lang: Option<u64>,
    include_archived: bool,
    keep: usize,
    words: usize,
    scores: bool,
    total: usize,
    /// The worst on top, to be thrown out first.
    best: BinaryHeap<Reverse<Ranked>>,
}

impl SegmentCollector for Segment {
    type Fruit = tantivy::Result<Matches>;

    fn collect(&mut self, doc: DocId, sum: Score) {
        let archived = self.archived.first(doc).unwrap_or_default();
        if archived && !self.include_archived {
            return;
        }
        let mut refused = None;
        for (nth, group) in self.groups.iter().enumerate() {
            if !group.takes(doc) && refused.replace(nth).is_some() {
                return; // refused by two groups, so of no interest to any
            }
        }
        if let Some(nth) = refused {
            // Only this group's own filter stands in the way, and that is left out of its counts.
            self.groups[nth].count(doc);
            return;
        }
        self.groups.iter_mut().for_each(|group| group.count(doc));
        self.total += 1;
        let score = if self.scores { self.score(doc, sum, archived) } else { 0.0 };
        self.keep_if_best(doc, score);
    }

    fn harvest(self) -> tantivy::Result<Matches> {
        let mut counts = Counts::default();
        for (counts, group) in counts.iter_mut().zip(&self.groups) {
            *counts = group.named_counts()?;
        }
        let best = self.best.into_iter().map(|Reverse(ranked)| ranked).collect();
        Ok(Matches { total: self.total, best, counts })
    }
}

impl Segment {
    fn score(&self, doc: DocId, sum: Score, archived: bool) -> Score {
        let (matched, mut score) = split(sum);
        if archived {
            score *= ARCHIVED;
        }
        if self.own_lang.is_some() && self.groups[LANG].first(doc) == self.own_lang {
            score *= OWN_LANGUAGE;
        }
        if self.words > 1 && matched == self.words { score + ALL_WORDS } else { score }
    }

    fn keep_if_best(&mut self, doc: DocId, score: Score) {
        if self.keep == 0 {
            return;
        }
        let ranked = Ranked {
            score,
            published: self.published.first(doc).unwrap_or(i64::MIN),
            order: self.order.first(doc).unwrap_or_default(),
            address: DocAddress::new(self.nth, doc),
        };
        if self.best.len() < self.keep {
            self.best.push(Reverse(ranked));
        } else if let Some(mut worst) = self.best.peek_mut()
            && worst.0 < ranked
        {
            *worst = Reverse(ranked);
        }
    }
}

/// One filter group in one segment. A segment where no document has a value has no column.
struct Group {
    column: Option<StrColumn>,
    /// The values asked for, as this segment numbers them; `None` takes every document.
    wanted: Option<Vec<u64>>,
    counts: Vec<u64>,
}

impl Group {
    fn new(column: Option<StrColumn>, wanted: &[String]) -> tantivy::Result<Self> {
        let values = column.as_ref().map_or(0, |column| column.num_terms());
        let mut group = Self { column, wanted: None, counts: vec![0; values] };
        if !wanted.is_empty() {
            let mut ordinals = Vec::new();
            for value in wanted {
                ordinals.extend(group.ordinal(value)?);
            }
            group.wanted = Some(ordinals);
        }
        Ok(group)
    }

    fn ordinal(&self, value: &str) -> tantivy::Result<Option<u64>> {
        match &self.column {
            Some(column) => Ok(column.dictionary().term_ord(value)?),
            None => Ok(None),
        }
    }

    fn first(&self, doc: DocId) -> Option<u64> {
        self.column.as_ref()?.ords().first(doc)
    }

    fn takes(&self, doc: DocId) -> bool {
        let Some(wanted) = &self.wanted else { return true };
        let Some(column) = &self.column else { return false };
        column.term_ords(doc).any(|ordinal| wanted.contains(&ordinal))
    }

    fn count(&mut self, doc: DocId) {
        let Some(column) = &self.column else { return };
        for ordinal in column.term_ords(doc) {
            if let Some(count) =
                usize::try_from(ordinal).ok().and_then(|at| self.counts.get_mut(at))
            {
                *count += 1;
            }
        }
    }

    fn named_counts(&self) -> tantivy::Result<BTreeMap<String, u64>> {
        let mut named = BTreeMap::new();
        let Some(column) = &self.column else { return Ok(named) };
        for (ordinal, count) in (0..).zip(&self.counts) {
            let mut value = String::new();
            if *count > 0 && column.ord_to_str(ordinal, &mut value)? {
                named.insert(value, *count);
            }
        }
        Ok(named)
    }
}
