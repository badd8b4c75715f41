//! The words of the index, held in memory, with all the ways to find them.
//!
//! For each word: in how many documents it is, its folded spellings, its stem, its stem as both
//! written languages have it, its root, and its parts if it is a compound. And for each segment
//! where the documents of a word are listed. It follows the segments: new ones are read, dropped
//! ones forgotten; the rest stays. Which words are compounds depends on which words there are, so
//! when many have come all are looked at again.
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use norsk::compound::{Vocabulary, split};
use norsk::forms::{bridged, root, stem, subjects};
use tantivy::index::SegmentId;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader};

use super::schema::Fields;

/// A word, by its place in [`Lexis`].
pub(super) type WordId = u32;

/// What a word can be looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Layer {
    /// [`norsk::spellings`].
    Folded,
    /// [`Layer::Bridge`] with its letters folded, for words written without æ, ø and å.
    Loose,
    /// [`norsk::forms::stem`].
    Form,
    /// [`norsk::forms::bridged`], for a compound of all its parts.
    Bridge,
    /// [`norsk::forms::root`].
    Root,
    /// A part of a compound, by its bridged stem.
    Part,
    PartRoot,
    /// [`norsk::forms::subjects`].
    Subject,
}

/// A word found by a key, and which bytes of it the key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    key: u64,
    pub(super) word: WordId,
    pub(super) from: u16,
    pub(super) to: u16,
}

#[derive(Debug)]
struct Word {
    text: Arc<str>,
    documents: u32,
    /// Which letters it has, a bit each: rules out most words when looking for a near one.
    letters: u32,
}

#[derive(Debug, Default)]
pub(super) struct Lexis {
    words: Vec<Word>,
    ids: HashMap<Arc<str>, WordId>,
    /// In order of key.
    entries: Vec<Entry>,
    /// In order of text.
    alphabetic: Vec<WordId>,
    segments: HashMap<SegmentId, Segment>,
    /// How many words there were when compounds were last looked at.
    split_at: usize,
}

/// Where a segment has its words: in its text, and in its attachments.
#[derive(Debug, Default)]
struct Segment {
    text: Lists,
    files: Lists,
}

/// In order of word.
#[derive(Debug, Default)]
struct Lists(Vec<(WordId, List)>);

/// [`TermInfo`] in a third of its size.
#[derive(Clone, Copy, Debug)]
struct List {
    documents: u32,
    postings: (u32, u32),
    positions: (u32, u32),
}

/// After growing by this share, all compounds are looked at again.
const GROWTH: usize = 4;

impl Lexis {
    /// Brings the words up to date with what the searcher sees.
    pub(super) fn follow(&mut self, fields: &Fields, searcher: &Searcher) -> tantivy::Result<()> {
        let readers = searcher.segment_readers();
        let gone: Vec<SegmentId> = self
            .segments
            .keys()
            .copied()
            .filter(|id| readers.iter().all(|reader| reader.segment_id() != *id))
            .collect();
        for id in gone {
            if let Some(segment) = self.segments.remove(&id) {
                for (word, list) in &segment.text.0 {
                    let documents = &mut self.words[*word as usize].documents;
                    *documents = documents.saturating_sub(list.documents);
                }
            }
        }
        let known = self.words.len();
        for reader in readers {
            if !self.segments.contains_key(&reader.segment_id()) {
                let segment = Segment {
                    text: self.read(reader, fields.text, true)?,
                    files: self.read(reader, fields.files, false)?,
                };
                self.segments.insert(reader.segment_id(), segment);
            }
        }
        let many = self.words.len() > self.split_at + self.split_at / GROWTH;
        self.look(if many { 0 } else { known });
        self.order(known);
        Ok(())
    }

    fn read(
        &mut self,
        reader: &SegmentReader,
        field: Field,
        count: bool,
    ) -> tantivy::Result<Lists> {
        let inverted = reader.inverted_index(field)?;
        let mut lists = Vec::with_capacity(inverted.terms().num_terms());
        let mut terms = inverted.terms().stream()?;
        while terms.advance() {
            let Ok(text) = std::str::from_utf8(terms.key()) else { continue };
            let list = List::new(terms.value());
            let word = self.word_of(text);
            if count {
                self.words[word as usize].documents += list.documents;
            }
            lists.push((word, list));
        }
        lists.sort_unstable_by_key(|(word, _)| *word);
        Ok(Lists(lists))
    }

    fn word_of(&mut self, text: &str) -> WordId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        let text: Arc<str> = text.into();
        self.words.push(Word { text: Arc::clone(&text), documents: 0, letters: letters(&text) });
        self.ids.insert(text, id);
        id
    }

    /// Makes the keys of the words from this one on.
    fn look(&mut self, from: usize) {
        if from == 0 {
            self.entries.clear();
            self.split_at = self.words.len();
        }
        let mut new = self.looked_at(from);
        new.sort_unstable();
        new.dedup();
        self.entries = merged(std::mem::take(&mut self.entries), new, Entry::cmp);
    }

    /// The keys of these words. Many are shared between threads: a large index is opened sooner.
    fn looked_at(&self, from: usize) -> Vec<Entry> {
        const FEW: usize = 2_000;
        let words = &self.words[from..];
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = words.len().div_ceil(threads).max(FEW);
        let look = |nth: usize, words: &[Word]| {
            let mut found = Vec::new();
            for (at, word) in (from + nth * share..).zip(words) {
                let id = WordId::try_from(at).unwrap_or(WordId::MAX);
                keys(&word.text, self, |layer, key, range| {
                    let short = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
                    let key = hashed(layer, key);
                    found.push(Entry { key, word: id, from: short(range.0), to: short(range.1) });
                });
            }
            found
        };
        let look = &look;
        if words.len() <= FEW {
            return look(0, words);
        }
        std::thread::scope(|scope| {
            let shares = words.chunks(share).enumerate();
            let working: Vec<_> =
                shares.map(|(nth, words)| scope.spawn(move || look(nth, words))).collect();
            working.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
        })
    }

    fn order(&mut self, from: usize) {
        let first = WordId::try_from(from).unwrap_or(WordId::MAX);
        let last = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        let mut new: Vec<WordId> = (first..last).collect();
        new.sort_unstable_by(|a, b| self.text(*a).cmp(self.text(*b)));
        let old = std::mem::take(&mut self.alphabetic);
        let merged = merged(old, new, |a, b| self.text(*a).cmp(self.text(*b)));
        self.alphabetic = merged;
    }

    pub(super) fn text(&self, word: WordId) -> &str {
        &self.words[word as usize].text
    }

    pub(super) fn documents_of(&self, word: WordId) -> u32 {
        self.words[word as usize].documents
    }

    /// The word as it is written here.
    pub(super) fn exactly(&self, normal: &str) -> Option<WordId> {
        self.ids.get(normal).copied()
    }

    pub(super) fn by(&self, layer: Layer, key: &str) -> &[Entry] {
        let key = hashed(layer, key);
        let from = self.entries.partition_point(|entry| entry.key < key);
        let found = self.entries[from..].iter().take_while(|entry| entry.key == key).count();
        &self.entries[from..from + found]
    }

    /// The words that begin like this, in alphabetic order.
    pub(super) fn begun(&self, beginning: &str) -> impl Iterator<Item = WordId> {
        let from = self.alphabetic.partition_point(|word| self.text(*word) < beginning);
        let rest = self.alphabetic[from..].iter().copied();
        rest.take_while(move |word| self.text(*word).starts_with(beginning))
    }

    /// The words at most so many letters away, with how many.
    pub(super) fn near(&self, normal: &str, most: usize) -> Vec<(WordId, usize)> {
        let wanted = letters(normal);
        let length = normal.chars().count();
        let most_bits = u32::try_from(2 * most).unwrap_or(u32::MAX);
        let mut near = Vec::new();
        for (id, word) in (0..).zip(&self.words) {
            if (word.letters ^ wanted).count_ones() > most_bits
                || word.text.len().abs_diff(normal.len()) > 2 * most
                || word.documents == 0
                || word.text.chars().count().abs_diff(length) > most
            {
                continue;
            }
            if let Some(distance) = norsk::distance(normal, &word.text, most) {
                near.push((id, distance));
            }
        }
        near
    }

    /// Where a segment lists the documents with a word.
    pub(super) fn list(&self, segment: SegmentId, files: bool, word: WordId) -> Option<TermInfo> {
        let segment = self.segments.get(&segment)?;
        let lists = if files { &segment.files } else { &segment.text };
        let at = lists.0.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        Some(lists.0[at].1.info())
    }

    pub(super) fn has_files(&self, segment: SegmentId) -> bool {
        self.segments.get(&segment).is_some_and(|segment| !segment.files.0.is_empty())
    }
}

impl Vocabulary for Lexis {
    fn documents(&self, word: &str) -> u32 {
        self.exactly(word).map_or(0, |id| self.documents_of(id))
    }
}

impl List {
    fn new(info: &TermInfo) -> Self {
        let range = |range: &std::ops::Range<usize>| {
            // A segment of more than four gigabytes of postings has other troubles.
            let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            (short(range.start), short(range.end))
        };
        Self {
            documents: info.doc_freq,
            postings: range(&info.postings_range),
            positions: range(&info.positions_range),
        }
    }

    fn info(self) -> TermInfo {
        let range = |(from, to): (u32, u32)| from as usize..to as usize;
        TermInfo {
            doc_freq: self.documents,
            postings_range: range(self.postings),
            positions_range: range(self.positions),
        }
    }
}

/// All that a word can be looked up by, with the bytes it stands for.
fn keys(word: &str, words: &impl Vocabulary, mut found: impl FnMut(Layer, &str, (usize, usize))) {
    let whole = (0, word.len());
    for spelling in norsk::spellings(word) {
        found(Layer::Folded, &spelling, whole);
    }
    let form = stem(word);
    found(Layer::Form, &form, whole);
    let atoms = split(word, words);
    if atoms.is_empty() {
        let both = bridged(&form);
        found(Layer::Bridge, &both, whole);
        found(Layer::Loose, &norsk::fold(&both), whole);
        found(Layer::Root, &root(&both), whole);
        for subject in subjects(&both) {
            found(Layer::Subject, &subject.to_string(), whole);
        }
    }
    for from in 0..atoms.len() {
        for to in from + 1..=atoms.len() {
            let key = joined(atoms[from..to].iter().map(|atom| atom.key.as_str()));
            let by_root = root(&key);
            let last = &atoms[to - 1];
            let range = (atoms[from].range.start, last.range.end - last.link);
            if range == whole {
                found(Layer::Bridge, &key, whole);
                found(Layer::Loose, &norsk::fold(&key), whole);
                found(Layer::Root, &by_root, whole);
            } else {
                found(Layer::Part, &key, range);
                found(Layer::PartRoot, &by_root, range);
            }
        }
    }
}

/// One key for parts side by side.
pub(super) fn joined<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    keys.collect::<Vec<_>>().join("+")
}

fn hashed(layer: Layer, key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (layer, key).hash(&mut hasher);
    hasher.finish()
}

/// A bit for each letter, `a` to `z`, others together.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| {
        let at = if c.is_ascii_lowercase() {
            u32::from(c) - u32::from('a')
        } else {
            26 + u32::from(c) % 6
        };
        bits | 1 << at
    })
}

/// Two ordered lists as one.
fn merged<T: Copy>(
    old: Vec<T>,
    new: Vec<T>,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Vec<T> {
    if old.is_empty() {
        return new;
    }
    let mut out = Vec::with_capacity(old.len() + new.len());
    let mut old = old.into_iter().peekable();
    for item in new {
        while let Some(before) = old.next_if(|other| order(other, &item).is_le()) {
            out.push(before);
        }
        out.push(item);
    }
    out.extend(old);
    out
}
