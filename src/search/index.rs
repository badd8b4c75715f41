//! The index itself: what goes in, and the way from a question to an answer.
use std::collections::HashSet;
use std::fmt;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::available_parallelism;

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{DocAddress, IndexReader, IndexWriter, TantivyDocument, Term};
use uuid::Uuid;

use super::collect::{Collect, Matches, Ranked};
use super::expand::Expand;
use super::folder::{self, Folder};
use super::names::Names;
use super::proximity::Proximity;
use super::query::Wanted;
use super::queue::{Queue, Row};
use super::rank::{Asked, Ranker, Scored};
use super::schema::Fields;
use super::snippet::Marking;
use super::synonyms::Synonyms;
use super::view::{View, Views};
use super::weights::{LIKES, LIKES_OF, LOOKED_AT};
use super::{
    DEEPEST, Document, Error, Hit, InFile, InLanguage, MOST_HITS, Opened, Query, SearchResults, Why,
};

/// What each thread of the writer may hold in memory before it writes; it gives all of it back
/// after each commit.
const WRITER_BYTES: usize = 20_000_000;
/// When all is written anew.
const MOST_THREADS: usize = 4;

/// Segments with fewer documents than this count as equally small when it is decided which to
/// merge. With tantivy's 10 000 a small index would be written anew at every eighth change.
const SMALL_SEGMENT: u32 = 500;

type Writer = IndexWriter<Row>;

/// A handle on the index; clones share it. All methods block, the writing ones for as long as the
/// disk takes: call them from a thread that may wait.
#[derive(Clone)]
pub struct Index {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) index: tantivy::Index,
    pub(super) reader: IndexReader,
    fields: Fields,
    /// None for an index in memory.
    pub(super) folder: Option<Folder>,
    pub(super) views: Arc<Views>,
    /// Documents have been put in, all there were.
    filled: AtomicBool,
    /// Its files have not been held against their sums since it was opened.
    unproven: AtomicBool,
    /// Whoever feeds it could not, the last time, and tries again.
    stuck: AtomicBool,
    synonyms: RwLock<Arc<Synonyms>>,
    names: RwLock<Arc<Names>>,
    /// How often it began to answer otherwise, but for new documents.
    turned: AtomicU64,
    /// One writer at a time. It is opened for each change and closed after it, so the memory is
    /// free in between and another process on the same folder gets its turn.
    pub(super) writing: Mutex<()>,
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("documents", &self.count()).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in `dir` that keeps these facets. One that is missing, damaged, of another
    /// version or with other facets is made anew and empty; [`Opened`] says so. What takes time goes
    /// on after this has returned.
    pub fn open(dir: &Path, facets: &[&str]) -> Result<Opened, Error> {
        let (schema, fields) = Fields::new(facets);
        let folder = Folder::new(dir, &fields);
        let ready = folder.open(&schema)?;
        let unfilled = ready.index.load_metas()?.payload.is_none();
        let why = ready.why.or(unfilled.then_some(Why::NeverFilled));
        let index = Self::new(ready.index, ready.reader, fields, Some(folder), !unfilled)?;
        index.inner.unproven.store(ready.unproven, Ordering::Relaxed);
        Ok(Opened { index, fresh: why.is_some(), why })
    }

    /// An index that is gone with its last handle, for tests.
    pub fn in_memory(facets: &[&str]) -> Self {
        let (schema, fields) = Fields::new(facets);
        let (index, reader) = folder::in_memory(&schema).expect("memory is always there");
        Self::new(index, reader, fields, None, true).expect("memory is always there")
    }

    fn new(
        index: tantivy::Index,
        reader: IndexReader,
        fields: Fields,
        folder: Option<Folder>,
        filled: bool,
    ) -> Result<Self, Error> {
        let own = folder.as_ref().map(Folder::own);
        let views = Views::new(reader.clone(), fields.clone(), own);
        views.begin()?;
        let inner = Inner {
            index,
            reader,
            fields,
            folder,
            views,
            filled: AtomicBool::new(filled),
            unproven: AtomicBool::default(),
            stuck: AtomicBool::default(),
            synonyms: RwLock::default(),
            names: RwLock::default(),
            turned: AtomicU64::default(),
            writing: Mutex::new(()),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Whether not everything has been put in yet: what is asked for may be there later.
    pub fn is_building(&self) -> bool {
        if self.inner.filled.load(Ordering::Relaxed) {
            return false;
        }
        // Another process on the same folder may have done it.
        let filled = matches!(self.payload(), Ok(Some(_)));
        self.inner.filled.store(filled, Ordering::Relaxed);
        !filled
    }

    /// Whether every file is as it was written. A small index was looked through when it was opened, and a
    /// large one is when this is asked; what is broken has to be built anew.
    pub fn is_sound(&self) -> Result<bool, Error> {
        if !self.inner.unproven.load(Ordering::Relaxed) {
            return Ok(true);
        }
        let is_sound = self.inner.index.validate_checksum()?.is_empty();
        self.inner.unproven.store(!is_sound, Ordering::Relaxed);
        Ok(is_sound)
    }

    /// All its files are new; or they are about to be, and nobody knows how that ends.
    pub(super) fn set_sound(&self, is_sound: bool) {
        self.inner.unproven.store(!is_sound, Ordering::Relaxed);
    }

    /// Says how it went for whoever feeds it.
    pub fn set_stuck(&self, is_stuck: bool) {
        self.inner.stuck.store(is_stuck, Ordering::Relaxed);
    }

    /// What has changed did not come in, the last time that it was tried: what it answers is of before.
    pub fn is_stuck(&self) -> bool {
        self.inner.stuck.load(Ordering::Relaxed)
    }

    /// From now on these words answer each other.
    pub fn set_synonyms(&self, synonyms: Synonyms) {
        let mut held = self.inner.synonyms.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(synonyms);
        self.inner.turned.fetch_add(1, Ordering::AcqRel);
    }

    /// From now on these are known by name.
    pub fn set_names(&self, names: Names) {
        let mut held = self.inner.names.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(names);
        self.inner.turned.fetch_add(1, Ordering::AcqRel);
    }

    /// Another number whenever a question may be answered otherwise than before.
    pub fn generation(&self) -> u64 {
        self.inner.views.made() + self.inner.turned.load(Ordering::Acquire)
    }

    /// What questions see; `None` for a moment after a start.
    pub(super) fn view(&self) -> Result<Option<Arc<View>>, Error> {
        self.inner.views.now()
    }

    pub(super) fn fields(&self) -> &Fields {
        &self.inner.fields
    }

    /// The words of a question, to be looked for as it asks.
    pub(super) fn expand<'a>(
        &self,
        view: &'a View,
        synonyms: &'a Synonyms,
        query: &Query,
    ) -> Expand<'a> {
        let mut expand = Expand::new(view, synonyms);
        expand.guess = !query.as_typed;
        expand.is_english = query.is_english();
        expand.names = self.names();
        expand
    }

    /// What is known by name.
    pub fn names(&self) -> Arc<Names> {
        Arc::clone(&self.inner.names.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn synonyms(&self) -> Arc<Synonyms> {
        Arc::clone(&self.inner.synonyms.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts documents in, in place of those with the same id, and takes others out. `seen` is how
    /// far the change feed has been read. Doing the same again changes nothing.
    pub fn apply(&self, puts: &[Document], deletes: &[Uuid], seen: u64) -> Result<(), Error> {
        if puts.is_empty() && deletes.is_empty() && self.payload()? == Some(seen) {
            return Ok(());
        }
        let queue = Queue::default();
        self.write(seen, 1, |writer| {
            for id in deletes {
                writer.delete_term(self.id(*id));
            }
            for document in puts {
                writer.delete_term(self.id(document.id));
                writer.add_document(self.row(&queue, document))?;
            }
            Ok(())
        })
    }

    /// Puts these documents in place of all there are. Readers see the old ones until all the new
    /// ones are in; if it fails, they keep them. Take `seen` before reading the documents.
    pub fn rebuild(
        &self,
        documents: impl Iterator<Item = Document>,
        seen: u64,
    ) -> Result<(), Error> {
        self.try_rebuild(documents.map(Ok::<_, Error>), seen)
    }

    /// As [`Self::rebuild`], from a source that can fail: the first fault leaves the index as it
    /// was.
    pub fn try_rebuild<E: From<Error>>(
        &self,
        documents: impl Iterator<Item = Result<Document, E>>,
        seen: u64,
    ) -> Result<(), E> {
        let queue = Queue::default();
        let threads = available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
        self.write::<E>(seen, threads, |writer| {
            writer.delete_all_documents().map_err(Error::from)?;
            for document in documents {
                let row = self.row(&queue, &document?);
                writer.add_document(row).map_err(Error::from)?;
            }
            Ok(())
        })?;
        self.set_sound(true);
        Ok(())
    }

    /// How far the change feed had been read at the last commit, by this process or another; 0
    /// when nothing was ever put in.
    pub fn seen(&self) -> u64 {
        self.payload().ok().flatten().unwrap_or_default()
    }

    /// How many documents there are.
    pub fn count(&self) -> u64 {
        self.inner.reader.searcher().num_docs()
    }

    /// Answers a question. A wrong value in a filter finds nothing; no question is an error.
    pub fn search(&self, query: &Query) -> Result<SearchResults, Error> {
        let wanted = Wanted::read(&query.words);
        if wanted.is_hopeless() {
            return Ok(SearchResults { cut: wanted.cut, ..SearchResults::default() });
        }
        let building = self.is_building();
        let Some(view) = self.view()? else {
            return Ok(SearchResults {
                cut: wanted.cut,
                building: true,
                ..SearchResults::default()
            });
        };
        let synonyms = self.synonyms();
        let expand = self.expand(&view, &synonyms, query);
        let asked = Asked::new(&wanted, &expand);
        let marking = Marking::new(&asked, &view.lexis);
        let (offset, limit) = (query.offset.min(DEEPEST), query.limit.min(MOST_HITS));
        let keep = if limit == 0 { 0 } else { offset + limit };
        let translated = Some(&view.translated);
        let matches = self.best(&view, query, keep, &asked, &expand, translated)?;
        let mut hits = Vec::with_capacity(limit);
        for ranked in matches.best.iter().skip(offset).take(limit) {
            let document = view.searcher.doc::<TantivyDocument>(ranked.address)?;
            let mut hit = self.hit(&document, ranked, &marking);
            hit.also = self.also(&view, matches.also.get(&ranked.address))?;
            hits.push(hit);
        }
        let meant = expand.meant(&wanted, &query.words);
        let (total, below) = (matches.total, matches.below);
        let (counts, cut) = (matches.counts(self.fields()), wanted.cut);
        Ok(SearchResults { total, below, hits, counts, cut, meant, building })
    }

    /// The same work in the other languages that were found.
    fn also(
        &self,
        view: &View,
        others: Option<&Vec<DocAddress>>,
    ) -> Result<Vec<InLanguage>, Error> {
        let mut also = Vec::new();
        for address in others.into_iter().flatten() {
            let document = view.searcher.doc::<TantivyDocument>(*address)?;
            let stored = self.inner.fields.read(&document);
            also.push(InLanguage { lang: stored.lang, url_path: stored.url_path });
        }
        also.sort_by(|a, b| a.lang.cmp(&b.lang));
        Ok(also)
    }

    /// The best of all that matches, at least `keep` of them when there are so many. Of those `translated` a
    /// work and its translations are one.
    pub(super) fn best(
        &self,
        view: &View,
        query: &Query,
        keep: usize,
        asked: &Asked,
        expand: &Expand<'_>,
        translated: Option<&HashSet<u64>>,
    ) -> Result<Matches, Error> {
        let scores = !asked.concepts.is_empty();
        let mut collect = Collect {
            query,
            fields: self.fields(),
            keep: if scores && keep > 0 { keep.max(LOOKED_AT) } else { keep },
            scores,
            // Who asks for each translation by itself narrows and counts by what was on a day.
            counts: translated.is_some(),
            required: 0.0,
            newest: None,
            translated,
        };
        if asked.needs_words && !scores && asked.phrases.is_empty() {
            return Ok(Matches::default());
        }
        let ranker = Ranker { fields: self.fields(), searcher: &view.searcher, lexis: &view.lexis };
        collect.newest = view.columns.iter().filter_map(|columns| columns.newest).max();
        let mut segments: Vec<Scored> = Vec::new();
        for reader in view.searcher.segment_readers() {
            let mut segment = ranker.score(reader, asked)?;
            let small = ranker.beside(reader, &asked.small, &segment)?;
            segment.add(&small);
            segments.push(segment);
        }
        let gather = |collect: &Collect<'_>, segments: &[Scored]| -> Result<Matches, Error> {
            let mut all = Matches::default();
            let readers = view.searcher.segment_readers().iter().zip(&view.columns);
            for ((nth, (reader, columns)), scored) in (0..).zip(readers).zip(segments) {
                collect.add(nth, reader, columns, scored, &mut all)?;
            }
            collect.settle(&view.columns, &mut all);
            Ok(all)
        };
        if scores && keep > 0 && !query.newest_first {
            // The best alone tell what is looked for; all are counted when they are in order.
            let few = Collect { keep: LIKES_OF, counts: false, ..collect };
            let about = self.likes(view, expand, asked, &gather(&few, &segments)?.best)?;
            let likes = view.searcher.segment_readers().iter().zip(&segments);
            let likes = likes.map(|(reader, segment)| ranker.beside(reader, &about, segment));
            let likes = likes.collect::<tantivy::Result<Vec<_>>>()?;
            let best = likes.iter().flatten().map(|(_, like)| *like);
            let best = best.fold(f32::MIN_POSITIVE, f32::max);
            for (segment, likes) in segments.iter_mut().zip(&likes) {
                segment.lift(likes, best, LIKES);
            }
        }
        let mut matches = gather(&collect, &segments)?;
        if !query.newest_first {
            Proximity { ranker: &ranker, asked }.reorder(&mut matches.best)?;
        }
        Ok(matches)
    }

    pub(super) fn hit(
        &self,
        document: &TantivyDocument,
        ranked: &Ranked,
        marking: &Marking,
    ) -> Hit {
        let needles = marking.of(ranked.above);
        let stored = self.inner.fields.read(document);
        let mut snippet = needles.snippet(&stored.lead, &stored.body);
        let mut file = None;
        let title_pieces = needles.marked(&stored.title);
        let shows = |pieces: &[super::MarkedPiece]| pieces.iter().any(|piece| piece.hit);
        if !shows(&snippet)
            && let Some((found, page, in_file)) = needles.in_files(stored.files())
        {
            snippet = in_file;
            let page = (found.pages.len() > 1).then_some(page + 1);
            file = Some(InFile { name: found.name, url_path: found.url_path, page });
        }
        let is_seen = shows(&snippet) || shows(&title_pieces);
        let filed = if is_seen { None } else { needles.line(&stored.names) };
        Hit {
            filed,
            also: Vec::new(),
            snippet,
            title_pieces,
            file,
            id: stored.id,
            external_id: stored.external_id,
            kind: stored.kind,
            lang: stored.lang,
            title: stored.title,
            url_path: stored.url_path,
            archived: stored.archived,
            is_below: !ranked.above,
            score: ranked.score,
        }
    }

    /// Runs a change and commits it. A change that fails leaves nothing behind: what a dropped
    /// writer had not committed is gone.
    fn write<E: From<Error>>(
        &self,
        seen: u64,
        threads: usize,
        change: impl FnOnce(&Writer) -> Result<(), E>,
    ) -> Result<(), E> {
        let _turn = self.inner.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer(threads).map_err(Error::from)?;
        change(&writer)?;
        commit(&mut writer, seen).map_err(Error::from)?;
        // Small segments are merged in the background; without waiting they never would be.
        writer.wait_merging_threads().map_err(Error::from)?;
        self.inner.reader.reload().map_err(Error::from)?;
        self.inner.views.look_again()?;
        self.set_filled();
        Ok(())
    }

    /// All that there was has been put in.
    pub(super) fn set_filled(&self) {
        if !self.inner.filled.swap(true, Ordering::Relaxed) {
            self.inner.turned.fetch_add(1, Ordering::AcqRel);
        }
        if let Some(folder) = &self.inner.folder {
            folder.remove_others();
        }
    }

    fn writer(&self, threads: usize) -> tantivy::Result<Writer> {
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread(WRITER_BYTES)
            .num_worker_threads(threads)
            .num_merge_threads(1)
            .build();
        let writer = self.inner.index.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_layer_size(SMALL_SEGMENT);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }

    fn row(&self, queue: &Queue, document: &Document) -> Row {
        queue.row(self.inner.fields.written(document), Self::weight(document))
    }

    fn weight(document: &Document) -> usize {
        let pages = document.files.iter().flat_map(|file| &file.pages);
        document.body.len() + pages.map(String::len).sum::<usize>()
    }

    fn payload(&self) -> tantivy::Result<Option<u64>> {
        let payload = self.inner.index.load_metas()?.payload;
        Ok(payload.and_then(|seen| seen.parse().ok()))
    }

    pub(super) fn id(&self, id: Uuid) -> Term {
        Term::from_field_text(self.inner.fields.id, &id.to_string())
    }
}

fn commit(writer: &mut Writer, seen: u64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&seen.to_string());
    prepared.commit()?;
    Ok(())
}
