//! What filters, facets and order read of each document, as plain lists in memory.
//!
//! A question may match most of the documents, and each of them is counted: reading packed columns
//! would take most of the time that an answer takes.
use std::ops::Range;

use tantivy::columnar::StrColumn;
use tantivy::{DocId, SegmentReader};

use super::schema::{Fields, column};

/// Where among the filter groups these are; the facets come after them, in the order of [`Fields`].
pub(super) const KIND: usize = 0;
pub(super) const LANG: usize = 1;

/// The columns of one segment.
#[derive(Debug)]
pub(super) struct Columns {
    archived: Vec<bool>,
    /// The least there is where it is not known.
    published: Vec<i64>,
    /// Which work each is, by the latter half of the id of its original.
    works: Vec<u64>,
    /// The works that something here is a translation of.
    pub(super) translated: Vec<u64>,
    /// When the newest document was published.
    pub(super) newest: Option<i64>,
    pub(super) groups: Vec<Group>,
}

/// The values of one filter group, numbered.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) values: Vec<String>,
    /// The numbers that each document has, one document after the other.
    numbers: Vec<u32>,
    /// Where those of each document end; empty where each has just one.
    ends: Vec<u32>,
}

impl Columns {
    pub(super) fn read(fields: &Fields, reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let archived = fast.bool(column::ARCHIVED)?;
        let published = fast.i64(column::PUBLISHED)?;
        let (work, order) = (fast.u64(column::WORK)?, fast.u64(column::ORDER)?);
        let documents = 0..reader.max_doc();
        let known = |doc| published.first(doc);
        let own = [column::KIND, column::LANG].map(str::to_owned);
        let mut groups = Vec::new();
        for name in own.into_iter().chain(fields.facets().map(column::of_facet)) {
            groups.push(match fast.str(&name)? {
                Some(column) => Group::read(&column, documents.clone())?,
                None => Group::default(),
            });
        }
        let of = |doc| work.first(doc).or_else(|| order.first(doc)).unwrap_or_default();
        let works: Vec<u64> = documents.clone().map(of).collect();
        let is_translation = |doc: &DocId| order.first(*doc) != Some(works[*doc as usize]);
        let translations = documents.clone().filter(is_translation);
        let translated = translations.map(|doc| works[doc as usize]).collect();
        Ok(Self {
            translated,
            newest: documents.clone().filter_map(known).max(),
            archived: documents.clone().map(|doc| archived.first(doc) == Some(true)).collect(),
            published: documents.map(|doc| known(doc).unwrap_or(i64::MIN)).collect(),
            works,
            groups,
        })
    }

    pub(super) fn work(&self, doc: DocId) -> u64 {
        self.works[doc as usize]
    }

    pub(super) fn is_archived(&self, doc: DocId) -> bool {
        self.archived[doc as usize]
    }

    pub(super) fn published(&self, doc: DocId) -> Option<i64> {
        Some(self.published[doc as usize]).filter(|at| *at != i64::MIN)
    }
}

impl Group {
    /// Of a facet that the index does not keep: no document has a value.
    pub(super) const NONE: &Self =
        &Self { values: Vec::new(), numbers: Vec::new(), ends: Vec::new() };

    fn read(column: &StrColumn, documents: Range<DocId>) -> tantivy::Result<Self> {
        let mut group = Self::default();
        for ordinal in 0..column.num_terms() as u64 {
            let mut value = String::new();
            column.ord_to_str(ordinal, &mut value)?;
            group.values.push(value);
        }
        let mut one_each = true;
        for doc in documents {
            let before = group.numbers.len();
            let ordinals = column.term_ords(doc);
            group
                .numbers
                .extend(ordinals.map(|ordinal| u32::try_from(ordinal).unwrap_or(u32::MAX)));
            one_each &= group.numbers.len() == before + 1;
            group.ends.push(u32::try_from(group.numbers.len()).unwrap_or(u32::MAX));
        }
        if one_each {
            group.ends = Vec::new();
        }
        group.numbers.shrink_to_fit();
        Ok(group)
    }

    pub(super) fn number(&self, value: &str) -> Option<u32> {
        let at = self.values.iter().position(|known| known == value)?;
        u32::try_from(at).ok()
    }

    /// The numbers of the values that a document has.
    pub(super) fn of(&self, doc: DocId) -> &[u32] {
        let at = doc as usize;
        if self.ends.is_empty() {
            return self.numbers.get(at..=at).unwrap_or_default();
        }
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.numbers[from..self.ends[at] as usize]
    }
}
