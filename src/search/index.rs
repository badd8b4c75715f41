//! The index itself: what goes in, and the way from a question to an answer.
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexWriter, TantivyDocument, Term};
use uuid::Uuid;

use super::clauses::Clauses;
use super::collect::{Collect, Matches};
use super::folder;
use super::query::Wanted;
use super::queue::{Queue, Row};
use super::schema::Fields;
use super::snippet::Needles;
use super::weights::required;
use super::{DEEPEST, Document, Error, Found, Hit, MOST_HITS, Opened, Query, Why};

/// What the writer may hold in memory before it writes; it gives all of it back after each commit.
const WRITER_BYTES: usize = 20_000_000;

/// Segments with fewer documents than this count as equally small when it is decided which to
/// merge. With tantivy's 10 000 a small index would be written anew at every eighth change.
const SMALL_SEGMENT: u32 = 500;

type Writer = IndexWriter<Row>;

/// A handle on the index; clones share it. All methods block, the writing ones for as long as the
/// disk takes: call them from a thread that may wait.
#[derive(Clone)]
pub struct Index {
    inner: Arc<Inner>,
}

struct Inner {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    /// One writer at a time. It is opened for each change and closed after it, so the memory is
    /// free in between and another process on the same folder gets its turn.
    writing: Mutex<()>,
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("documents", &self.count()).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in `dir`. One that is missing, damaged or of another version is made anew
    /// and empty; [`Opened`] says so.
    pub fn open(dir: &Path) -> Result<Opened, Error> {
        let (schema, fields) = Fields::new();
        let ready = folder::open(dir, &schema)?;
        let unfilled = ready.index.load_metas()?.payload.is_none();
        let why = ready.why.or(unfilled.then_some(Why::NeverFilled));
        let index = Self::new(ready.index, ready.reader, fields);
        Ok(Opened { index, fresh: why.is_some(), why })
    }

    /// An index that is gone with its last handle, for tests.
    pub fn in_memory() -> Self {
        let (schema, fields) = Fields::new();
        let (index, reader) = folder::in_memory(&schema).expect("memory is always there");
        Self::new(index, reader, fields)
    }

    fn new(index: tantivy::Index, reader: IndexReader, fields: Fields) -> Self {
        Self { inner: Arc::new(Inner { index, reader, fields, writing: Mutex::new(()) }) }
    }

    /// Puts documents in, in place of those with the same id, and takes others out. `seen` is how
    /// far the change feed has been read. Doing the same again changes nothing.
    pub fn apply(&self, puts: &[Document], deletes: &[Uuid], seen: u64) -> Result<(), Error> {
        if puts.is_empty() && deletes.is_empty() && self.payload()? == Some(seen) {
            return Ok(());
        }
        let queue = Queue::default();
        self.write(seen, |writer| {
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
        self.write(seen, |writer| {
            writer.delete_all_documents().map_err(Error::from)?;
            for document in documents {
                let row = self.row(&queue, &document?);
                writer.add_document(row).map_err(Error::from)?;
            }
            Ok(())
        })
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
    pub fn search(&self, query: &Query) -> Result<Found, Error> {
        let wanted = Wanted::read(&query.words);
        if wanted.is_hopeless() {
            return Ok(Found { cut: wanted.cut, ..Found::default() });
        }
        let searcher = self.inner.reader.searcher();
        let (clauses, needles) = Clauses::new(&self.inner.fields, &searcher, &wanted)?;
        let limit = query.limit.min(MOST_HITS);
        let offset = query.offset.min(DEEPEST);
        let collect = Collect {
            query,
            keep: if limit == 0 { 0 } else { offset + limit },
            words: clauses.words(),
            scores: clauses.scores(),
        };
        let run = |required| searcher.search(&clauses.query(required), &collect);
        let required = required(clauses.words()).max(clauses.fewest());
        let mut matches: Matches = run(required)?;
        if matches.total == 0 && required > clauses.fewest() {
            matches = run(clauses.fewest())?;
        }
        let mut hits = Vec::with_capacity(limit);
        for ranked in matches.best.iter().skip(offset) {
            let document = searcher.doc::<TantivyDocument>(ranked.address)?;
            hits.push(self.hit(&document, ranked.score, &needles));
        }
        Ok(Found { total: matches.total, hits, facets: matches.facets(), cut: wanted.cut })
    }

    fn hit(&self, document: &TantivyDocument, score: f32, needles: &Needles) -> Hit {
        let stored = self.inner.fields.read(document);
        Hit {
            snippet: needles.snippet(&stored.lead, &stored.body),
            title_pieces: needles.marked(&stored.title),
            id: stored.id,
            external_id: stored.external_id,
            kind: stored.kind,
            lang: stored.lang,
            title: stored.title,
            url_path: stored.url_path,
            archived: stored.archived,
            score,
        }
    }

    /// Runs a change and commits it. A change that fails leaves nothing behind: what a dropped
    /// writer had not committed is gone.
    fn write<E: From<Error>>(
        &self,
        seen: u64,
        change: impl FnOnce(&Writer) -> Result<(), E>,
    ) -> Result<(), E> {
        let _turn = self.inner.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer().map_err(Error::from)?;
        change(&writer)?;
        commit(&mut writer, seen).map_err(Error::from)?;
        // Small segments are merged in the background; without waiting they never would be.
        writer.wait_merging_threads().map_err(Error::from)?;
        self.inner.reader.reload().map_err(Error::from)?;
        Ok(())
    }

    fn writer(&self) -> tantivy::Result<Writer> {
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread(WRITER_BYTES)
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build();
        let writer = self.inner.index.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_layer_size(SMALL_SEGMENT);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }

    fn row(&self, queue: &Queue, document: &Document) -> Row {
        queue.row(self.inner.fields.written(document), document.body.len())
    }

    fn payload(&self) -> tantivy::Result<Option<u64>> {
        let payload = self.inner.index.load_metas()?.payload;
        Ok(payload.and_then(|seen| seen.parse().ok()))
    }

    fn id(&self, id: Uuid) -> Term {
        Term::from_field_text(self.inner.fields.id, &id.to_string())
    }
}

fn commit(writer: &mut Writer, seen: u64) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&seen.to_string());
    prepared.commit()?;
    Ok(())
}
