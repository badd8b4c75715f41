//! The words of the index, held in memory, with all the ways to find them.
//!
//! For each word: in how many documents it is, and its keys ([`super::keys`]); for each segment,
//! where the documents of a word are listed. A [`Lexis`] never changes. After a commit the next one
//! is made from it: new segments are read, and only words that were not there before are looked at.
//! Which words are compounds depends on which words there are, so when many have come all are
//! looked at again.
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use norsk::compound::{Memory, Vocabulary};
use tantivy::index::SegmentId;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{DocId, InvertedIndexReader, Searcher, SegmentReader};

use super::about::Known;
use super::keys::{Layer, hashed, keys};
use super::schema::Fields;
use super::words::{Entry, WordId, WordList};

#[derive(Clone, Debug, Default)]
pub(super) struct Lexis {
    /// In order of text: most words, and what is kept on disk.
    base: Arc<WordList>,
    /// Those that came since.
    more: Arc<WordList>,
    /// In how many documents each is.
    documents: Vec<u32>,
    segments: HashMap<SegmentId, Arc<Segment>>,
    /// What answers the words of texts: found once, and good enough until much has changed.
    known: Arc<Known>,
    /// In so many documents, new or written anew, something may have changed since the first of it was found.
    changed: u64,
}

/// Where a segment has its words: in its text, and in its attachments.
#[derive(Debug, Default)]
struct Segment {
    text: Postings,
    files: Postings,
    /// How many of its documents have attachments with text.
    with_files: u64,
}

/// Where the documents with each word are.
type Lists = Vec<(WordId, List)>;

/// In order of word.
#[derive(Debug, Default)]
struct Postings {
    lists: Lists,
    /// Where the first with this word or a later one is, for each sixteenth word: looking for one
    /// among a million from the middle is slow.
    near: Vec<u32>,
}

/// See [`Postings::near`].
const STEP: WordId = 16;

impl Postings {
    fn new(mut lists: Lists) -> Self {
        lists.sort_unstable_by_key(|(word, _)| *word);
        let mut near = Vec::new();
        for (at, (word, _)) in (0..).zip(&lists) {
            while near.len() <= (*word / STEP) as usize {
                near.push(at);
            }
        }
        Self { lists, near }
    }

    fn of(&self, word: WordId) -> Option<List> {
        let from = *self.near.get((word / STEP) as usize)? as usize;
        let rest = &self.lists[from..];
        let rest = &rest[..rest.len().min(STEP as usize)];
        let at = rest.iter().find(|(other, _)| *other >= word)?;
        (at.0 == word).then_some(at.1)
    }
}

/// [`TermInfo`] in a third of its size.
#[derive(Clone, Copy, Debug)]
struct List {
    documents: u32,
    postings: (u32, u32),
    positions: (u32, u32),
}

/// After growing by this share, all words are looked at again.
const GROWTH: usize = 4;
/// So many new words are no reason by themselves.
const FEW: usize = 2_000;
/// When this share of the documents has changed, what is known of their words is found anew.
const OUTDATED: u64 = 100;
/// Of the words with a key, so many at most are of interest.
const MOST: usize = 256;

impl Lexis {
    /// Words that were looked at earlier, of an index that has not been read yet.
    pub(super) fn kept(base: WordList) -> Self {
        let more = Arc::new(WordList::starting_at(base.next()));
        Self { base: Arc::new(base), more, ..Self::default() }
    }

    /// What is worth keeping.
    pub(super) fn base(&self) -> &Arc<WordList> {
        &self.base
    }

    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// The words of what the searcher sees. `anew`: all are looked at again.
    pub(super) fn followed(
        &self,
        fields: &Fields,
        searcher: &Searcher,
        anew: bool,
    ) -> tantivy::Result<Self> {
        let readers = searcher.segment_readers();
        if anew || self.base.len() == 0 && has_many(fields, searcher)? {
            return Self::of_all(fields, searcher);
        }
        let mut more = WordList::clone(&self.more);
        let known = more.next();
        let mut segments = HashMap::new();
        let mut changed = self.changed;
        for reader in readers {
            let id = reader.segment_id();
            let segment = if let Some(segment) = self.segments.get(&id) {
                Arc::clone(segment)
            } else {
                changed += u64::from(reader.num_docs());
                Arc::new(Segment::read(reader, fields, &self.base, &mut more)?)
            };
            segments.insert(id, segment);
        }
        if more.len() > FEW + self.base.len() / GROWTH {
            return Self::of_all(fields, searcher);
        }
        // Words keep their numbers, so what was found of one is still true, but for what is new.
        let holds = changed * OUTDATED <= searcher.num_docs();
        let answers = if holds { Arc::clone(&self.known) } else { Arc::default() };
        let mut next = Self {
            base: Arc::clone(&self.base),
            documents: counts(&segments, more.next()),
            more: Arc::new(more),
            segments,
            known: answers,
            changed: if holds { changed } else { 0 },
        };
        if next.more.next() > known {
            let new = next.looked_at(known);
            let documents = next.documents.as_slice();
            Arc::make_mut(&mut next.more).add_entries(new, |word| documents[word as usize]);
        }
        Ok(next)
    }

    /// All words of what the searcher sees, in order.
    fn of_all(fields: &Fields, searcher: &Searcher) -> tantivy::Result<Self> {
        let readers = searcher.segment_readers();
        let mut inverted = Vec::new();
        for reader in readers {
            inverted.push(reader.inverted_index(fields.text)?);
            inverted.push(reader.inverted_index(fields.files)?);
        }
        let (mut base, lists) = merged(&inverted)?;
        base.fold_in_order();
        let mut lists = lists.into_iter();
        let mut segments = HashMap::new();
        for reader in readers {
            let (text, files) = (lists.next(), lists.next());
            let [text, files] = [text, files].map(|lists| Postings::new(lists.unwrap_or_default()));
            let segment = Arc::new(Segment::new(reader, fields, text, files)?);
            segments.insert(reader.segment_id(), segment);
        }
        let more = WordList::starting_at(base.next());
        let documents = counts(&segments, more.next());
        let (base, more) = (Arc::new(base), Arc::new(more));
        let mut next = Self { base, more, documents, segments, ..Self::default() };
        let new = next.looked_at(0);
        let documents = next.documents.as_slice();
        Arc::make_mut(&mut next.base).add_entries(new, |word| documents[word as usize]);
        Ok(next)
    }

    /// The keys of the words from this one on. Many are shared between threads.
    fn looked_at(&self, from: WordId) -> Vec<Entry> {
        let words: Vec<WordId> = (from..self.more.next()).collect();
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = words.len().div_ceil(threads).max(FEW);
        let look = |words: &[WordId]| {
            let mut found = Vec::new();
            let remembering = Remembering { lexis: self, memory: Memory::default() };
            for word in words.iter().copied().filter(|word| self.documents_of(*word) > 0) {
                keys(self.text(word), &remembering, |layer, key, range| {
                    let short = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
                    let (from, to) = (short(range.0), short(range.1));
                    found.push(Entry { key: hashed(layer, key), word, from, to });
                });
            }
            found
        };
        let look = &look;
        if words.len() <= FEW {
            return look(&words);
        }
        std::thread::scope(|scope| {
            let working: Vec<_> =
                words.chunks(share).map(|words| scope.spawn(move || look(words))).collect();
            working.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
        })
    }

    pub(super) fn text(&self, word: WordId) -> &str {
        if word < self.base.next() { self.base.text(word) } else { self.more.text(word) }
    }

    pub(super) fn documents_of(&self, word: WordId) -> u32 {
        self.documents.get(word as usize).copied().unwrap_or_default()
    }

    /// The word as it is written here, if a document has it.
    pub(super) fn exactly(&self, normal: &str) -> Option<WordId> {
        let word = self.base.find(normal).or_else(|| self.more.find(normal))?;
        (self.documents_of(word) > 0).then_some(word)
    }

    /// The words that have the key; where there are very many, those in most documents.
    pub(super) fn by(&self, layer: Layer, key: &str) -> impl Iterator<Item = Entry> {
        layer.with().iter().flat_map(move |layer| {
            let some = self.base.by(*layer, key).iter().take(MOST);
            some.chain(self.more.by(*layer, key).iter().take(MOST)).copied()
        })
    }

    /// The words with this folded spelling.
    pub(super) fn spelled(&self, folded: &str) -> impl Iterator<Item = Entry> {
        let to = u16::try_from(folded.len()).unwrap_or(u16::MAX);
        let exactly = self.exactly(folded).map(|word| Entry { key: 0, word, from: 0, to });
        exactly.into_iter().chain(self.by(Layer::Folded, folded))
    }

    /// The words that begin like this.
    pub(super) fn begun(&self, beginning: &str) -> impl Iterator<Item = WordId> {
        let more = self.more.all().filter(move |(_, text)| text.starts_with(beginning));
        let all = self.base.begun_in_order(beginning).chain(more.map(|(word, _)| word));
        all.filter(|word| self.documents_of(*word) > 0)
    }

    /// The words that begin like this with letters of their own, which nobody typed.
    pub(super) fn begun_folded(&self, beginning: &str) -> impl Iterator<Item = WordId> {
        let all = self.base.begun_folded(beginning).chain(self.more.begun_folded(beginning));
        all.filter(|word| self.documents_of(*word) > 0)
    }

    /// The words at most so many letters away, with how many.
    pub(super) fn near(&self, normal: &str, most: usize) -> Vec<(WordId, usize)> {
        let mut near = Vec::new();
        self.base.near(normal, most, &mut near);
        self.more.near(normal, most, &mut near);
        near.retain(|(word, _)| self.documents_of(*word) > 0);
        near
    }

    /// The words that look like this one at least so much, with how much.
    pub(super) fn alike(&self, normal: &str, least: f32) -> Vec<(WordId, f32)> {
        let base = self.base.runs().alike(normal, least).into_iter();
        let more = self.more.runs().alike(normal, least).into_iter();
        let more = more.map(|(nth, alike)| (self.base.next() + nth, alike));
        let found = base.chain(more);
        found.filter(|(word, _)| self.documents_of(*word) > 0).collect()
    }

    /// Where a segment lists the documents with a word.
    pub(super) fn list(&self, segment: SegmentId, files: bool, word: WordId) -> Option<TermInfo> {
        let segment = self.segments.get(&segment)?;
        let lists = if files { &segment.files } else { &segment.text };
        lists.of(word).map(List::info)
    }

    /// How many documents have attachments with text.
    pub(super) fn with_files(&self) -> u64 {
        self.segments.values().map(|segment| segment.with_files).sum()
    }

    pub(super) fn has_files(&self, segment: SegmentId) -> bool {
        self.segments.get(&segment).is_some_and(|segment| !segment.files.lists.is_empty())
    }
}

impl Vocabulary for Lexis {
    fn documents(&self, word: &str) -> u32 {
        self.exactly(word).map_or(0, |id| self.documents_of(id))
    }
}

/// The same, for all words at once.
struct Remembering<'a> {
    lexis: &'a Lexis,
    memory: Memory,
}

impl Vocabulary for Remembering<'_> {
    fn documents(&self, word: &str) -> u32 {
        self.lexis.documents(word)
    }

    fn memory(&self) -> Option<&Memory> {
        Some(&self.memory)
    }
}

fn counts(segments: &HashMap<SegmentId, Arc<Segment>>, words: WordId) -> Vec<u32> {
    let mut documents = vec![0_u32; words as usize];
    for segment in segments.values() {
        for (word, list) in segment.text.lists.iter().chain(&segment.files.lists) {
            let sum = &mut documents[*word as usize];
            *sum = sum.saturating_add(list.documents);
        }
    }
    documents
}

/// Whether any segment has more words than are looked at one by one.
fn has_many(fields: &Fields, searcher: &Searcher) -> tantivy::Result<bool> {
    for reader in searcher.segment_readers() {
        if reader.inverted_index(fields.text)?.terms().num_terms() > FEW {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Each word once, in order of text, and of each of these where it has its words. All are in order themselves,
/// so none has to be looked up.
fn merged(inverted: &[Arc<InvertedIndexReader>]) -> tantivy::Result<(WordList, Vec<Lists>)> {
    let most = inverted.iter().map(|one| one.terms().num_terms()).max().unwrap_or_default();
    let mut words = WordList::with_room(most);
    let mut lists = Vec::new();
    let mut streams = Vec::new();
    for one in inverted {
        lists.push(Vec::with_capacity(one.terms().num_terms()));
        streams.push(one.terms().stream()?);
    }
    let mut waiting = BinaryHeap::new();
    for (at, stream) in streams.iter_mut().enumerate() {
        if stream.advance() {
            waiting.push(Reverse((stream.key().to_vec(), at)));
        }
    }
    let mut last: Option<WordId> = None;
    while let Some(Reverse((mut key, at))) = waiting.pop() {
        if let Ok(text) = std::str::from_utf8(&key) {
            let same = last.filter(|word| words.text(*word) == text);
            let word = same.unwrap_or_else(|| words.add(text));
            lists[at].push((word, List::new(streams[at].value())));
            last = Some(word);
        }
        if streams[at].advance() {
            key.clear();
            key.extend_from_slice(streams[at].key());
            waiting.push(Reverse((key, at)));
        }
    }
    Ok((words, lists))
}

impl Segment {
    /// Reads where the words are; those that are nowhere yet go into `more`.
    fn read(
        reader: &SegmentReader,
        fields: &Fields,
        base: &WordList,
        more: &mut WordList,
    ) -> tantivy::Result<Self> {
        let mut lists = |field: Field| -> tantivy::Result<Postings> {
            let inverted = reader.inverted_index(field)?;
            let mut lists = Vec::with_capacity(inverted.terms().num_terms());
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let Ok(text) = std::str::from_utf8(terms.key()) else { continue };
                let word = base.find(text).unwrap_or_else(|| more.add(text));
                lists.push((word, List::new(terms.value())));
            }
            Ok(Postings::new(lists))
        };
        let (text, files) = (lists(fields.text)?, lists(fields.files)?);
        Self::new(reader, fields, text, files)
    }

    fn new(
        reader: &SegmentReader,
        fields: &Fields,
        text: Postings,
        files: Postings,
    ) -> tantivy::Result<Self> {
        let mut with_files = 0;
        if !files.lists.is_empty() {
            let norms = reader.get_fieldnorms_reader(fields.files)?;
            let has = |doc: &DocId| norms.fieldnorm_id(*doc) > 0;
            with_files = (0..reader.max_doc()).filter(has).count() as u64;
        }
        Ok(Self { text, files, with_files })
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
