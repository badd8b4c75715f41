//! What questions see: the documents as of a commit, and the words of just these.
//!
//! Nobody who asks waits for words to be looked at: whoever commits makes the next view and puts it
//! in place of the last. Only the first one, after a start, is waited for, and not for long.
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tantivy::{IndexReader, Searcher};

use super::Error;
use super::columns::Columns;
use super::kept;
use super::lexis::Lexis;
use super::schema::Fields;

/// How long a question waits for the first view.
const PATIENCE: Duration = Duration::from_secs(2);
/// With fewer documents than this, who asks may bring the view up to date.
const FEW: u64 = 5_000;

pub(super) struct View {
    pub(super) searcher: Searcher,
    pub(super) lexis: Lexis,
    /// Of each segment, in their order.
    pub(super) columns: Vec<Arc<Columns>>,
    /// The works that are there in more languages than one, or may be.
    pub(super) translated: HashSet<u64>,
}

impl View {
    fn new(
        searcher: Searcher,
        lexis: Lexis,
        fields: &Fields,
        last: Option<&Self>,
    ) -> tantivy::Result<Self> {
        let known = |id| {
            let last = last?;
            let mut segments = last.searcher.segment_readers().iter();
            let nth = segments.position(|reader| reader.segment_id() == id)?;
            last.columns.get(nth).cloned()
        };
        let mut columns = Vec::new();
        for reader in searcher.segment_readers() {
            columns.push(match known(reader.segment_id()) {
                Some(columns) => columns,
                None => Arc::new(Columns::read(fields, reader)?),
            });
        }
        let translated = columns.iter().flat_map(|columns| columns.translated.iter().copied());
        let translated = translated.collect();
        Ok(Self { searcher, lexis, columns, translated })
    }
}

pub(super) struct Views {
    reader: IndexReader,
    fields: Fields,
    /// Where looked-at words are kept; an index in memory keeps nothing.
    folder: Option<PathBuf>,
    now: Mutex<Option<Arc<View>>>,
    first: Condvar,
    /// Held by whoever makes the next view.
    turn: Mutex<()>,
    made: AtomicU64,
}

impl Views {
    pub(super) fn new(reader: IndexReader, fields: Fields, folder: Option<PathBuf>) -> Arc<Self> {
        Arc::new(Self {
            reader,
            fields,
            folder,
            now: Mutex::default(),
            first: Condvar::new(),
            turn: Mutex::default(),
            made: AtomicU64::default(),
        })
    }

    /// Makes the first view: at once when there is nothing to look at, else while others go on.
    pub(super) fn begin(self: &Arc<Self>) -> Result<(), Error> {
        if self.folder.is_none() || self.reader.searcher().num_docs() == 0 {
            return self.look_again();
        }
        let views = Arc::clone(self);
        let work = move || {
            if let Err(error) = views.look_first() {
                tracing::error!(%error, "the words of the search index can't be read");
            }
        };
        drop(thread::Builder::new().name("search-words".to_owned()).spawn(work));
        Ok(())
    }

    /// Makes a view of the words that are kept beside the index, as after a start.
    pub(super) fn look_first(&self) -> Result<(), Error> {
        let turn = held(&self.turn);
        let kept = self.folder.as_deref().and_then(kept::read);
        let outdated = kept.as_ref().is_some_and(|(_, is_of_today)| !is_of_today);
        let words = kept.map_or_else(Lexis::default, |(words, _)| Lexis::kept(words));
        self.make(&words, false)?;
        if outdated {
            let view = held(&self.now).clone();
            self.make(view.as_ref().map_or(&words, |view| &view.lexis), true)?;
        }
        drop(turn);
        // What was committed meanwhile.
        self.look_again()
    }

    /// The newest view there is; `None` when there is none yet.
    pub(super) fn now(self: &Arc<Self>) -> Result<Option<Arc<View>>, Error> {
        let now = held(&self.now);
        let waited = self.first.wait_timeout_while(now, PATIENCE, |now| now.is_none());
        let view = waited.unwrap_or_else(PoisonError::into_inner).0.clone();
        let Some(view) = view else { return Ok(None) };
        let newest = self.reader.searcher();
        if is_same(&view.searcher, &newest) {
            return Ok(Some(view));
        }
        // Another process has written. Who is busy with it already needs no help.
        let Ok(turn) = self.turn.try_lock() else { return Ok(Some(view)) };
        if newest.num_docs() < FEW {
            self.make(&view.lexis, false)?;
            drop(turn);
            return Ok(held(&self.now).clone());
        }
        drop(turn);
        let views = Arc::clone(self);
        let work = move || {
            if let Err(error) = views.look_again() {
                tracing::error!(%error, "the words of the search index can't be read");
            }
        };
        drop(thread::Builder::new().name("search-words".to_owned()).spawn(work));
        Ok(Some(view))
    }

    /// How many views there have been.
    pub(super) fn made(&self) -> u64 {
        self.made.load(Ordering::Acquire)
    }

    /// Brings the view up to date with what is committed.
    pub(super) fn look_again(&self) -> Result<(), Error> {
        let _turn = held(&self.turn);
        let view = held(&self.now).clone();
        match view {
            Some(view) if is_same(&view.searcher, &self.reader.searcher()) => Ok(()),
            Some(view) => self.make(&view.lexis, false),
            None => self.make(&Lexis::default(), false),
        }
    }

    fn make(&self, last: &Lexis, anew: bool) -> Result<(), Error> {
        let searcher = self.reader.searcher();
        let lexis = last.followed(&self.fields, &searcher, anew)?;
        let is_new = !Arc::ptr_eq(lexis.base(), last.base());
        let base = Arc::clone(lexis.base());
        let before = held(&self.now).clone();
        let view = View::new(searcher, lexis, &self.fields, before.as_deref())?;
        *held(&self.now) = Some(Arc::new(view));
        self.made.fetch_add(1, Ordering::AcqRel);
        self.first.notify_all();
        if is_new
            && let Some(folder) = &self.folder
            && let Err(error) = kept::write(folder, &base)
        {
            tracing::warn!(%error, "the words of the search index can't be kept");
        }
        Ok(())
    }
}

fn is_same(a: &Searcher, b: &Searcher) -> bool {
    a.generation().generation_id() == b.generation().generation_id()
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
