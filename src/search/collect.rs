//! Goes once through all matches: filters, counts the facets, keeps the best.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::rank::Scored;
use super::schema::column;
use super::weights::{ARCHIVED, FRESH, OWN_LANGUAGE, STALE};
use super::{Facets, Query};

/// The filter groups, in the order of [`Matches::counts`].
const GROUPS: [&str; 5] =
    [column::KIND, column::THEMES, column::COUNTIES, column::LANG, column::OUTCOME];
const LANG: usize = 3;

pub(super) struct Collect<'a> {
    pub(super) query: &'a Query,
    /// How many of the best to keep.
    pub(super) keep: usize,
    /// Whether hits can be better or worse than each other; if not, the newest come first.
    pub(super) scores: bool,
    /// The share of the question's rarity that a hit must have.
    pub(super) required: f32,
    /// When the newest document was published.
    pub(super) newest: Option<i64>,
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
        let [kinds, themes, counties, langs, outcomes] = &self.counts;
        Facets {
            kinds: sorted(kinds),
            themes: sorted(themes),
            counties: sorted(counties),
            langs: sorted(langs),
            outcomes: sorted(outcomes),
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

/// When the newest document of a segment was published.
pub(super) fn newest(reader: &SegmentReader) -> tantivy::Result<Option<i64>> {
    let published = reader.fast_fields().i64(column::PUBLISHED)?;
    Ok(if published.values.num_vals() == 0 { None } else { Some(published.max_value()) })
}

impl Collect<'_> {
    /// Adds what a segment has to what others gave.
    pub(super) fn add(
        &self,
        nth: SegmentOrdinal,
        reader: &SegmentReader,
        scored: &Scored,
        all: &mut Matches,
    ) -> tantivy::Result<()> {
        let mut segment = self.segment(nth, reader)?;
        for doc in &scored.documents {
            let (score, share) = scored.of(*doc);
            if !self.scores || share >= self.required {
                segment.collect(*doc, score);
            }
        }
        let found = segment.harvest()?;
        all.total += found.total;
        all.best.extend(found.best);
        for (sum, counts) in all.counts.iter_mut().zip(found.counts) {
            for (value, count) in counts {
                *sum.entry(value).or_default() += count;
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(())
    }

    fn segment(&self, nth: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Segment> {
        let fast = reader.fast_fields();
        let query = self.query;
        let wanted = [&query.kinds, &query.themes, &query.counties, &query.langs, &query.outcomes];
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
            newest: self.newest,
            include_archived: query.include_archived,
            keep: self.keep,
            scores: self.scores,
            total: 0,
            best: BinaryHeap::new(),
        })
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
    newest: Option<i64>,
    keep: usize,
    scores: bool,
    total: usize,
    /// The worst on top, to be thrown out first.
    best: BinaryHeap<Reverse<Ranked>>,
}

impl Segment {
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
        let mut score = sum;
        if archived {
            score *= ARCHIVED;
        }
        if self.own_lang.is_some() && self.groups[LANG].first(doc) == self.own_lang {
            score *= OWN_LANGUAGE;
        }
        if let (Some(newest), Some(published)) = (self.newest, self.published.first(doc)) {
            #[expect(clippy::cast_precision_loss, reason = "ages need no more than six digits")]
            let age = newest.saturating_sub(published) as f32;
            score *= 1.0 + FRESH * STALE / (STALE + age.max(0.0));
        }
        score
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
