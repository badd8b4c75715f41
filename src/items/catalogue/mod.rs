//! The catalogue: what lists narrow by, count and sort by of all that anybody can read, in memory, for
//! now and for any day that has been. A list then costs what is on its page, however large the library.
//!
//! It is made at start, of what was kept on disk or else of the database, and follows the change feed, as
//! the search index does. Until it stands, lists ask the database; both give the same answer, which tests
//! hold them to.

mod ask;
mod bytes;
mod columns;
mod entry;
mod first;
mod in_use;
mod keep;
mod kept;
mod narrow;
mod orders;
mod parts;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use time::OffsetDateTime;
use tokio::time::{Instant, timeout};
use uuid::Uuid;

pub(super) use ask::Chosen;
use ask::{Live, live_of};
use columns::Columns;
pub(super) use columns::Families;
use entry::{Entry, entries, instant, millis};
use first::First;
use in_use::Counted;
pub(super) use in_use::{Filed, InUse};
pub use keep::forget;
pub use narrow::{Narrowed, Narrowing};
use parts::Beginnings;

use super::list::Wanted;
use super::{Item, changes};
use crate::db::unseen::PAGES;
use crate::db::{self, Db, DbErr};

/// A database that takes longer to say what has changed does not answer.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// So many items are read at once.
const AT_ONCE: usize = 500;

const NOT_KEPT: u64 = u64::MAX;

/// What a catalogue was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Of what was kept on disk, and what has changed since.
    Kept,
    OfDatabase,
    /// It is not made: this one leaves all to the database.
    Not,
}

/// Cheap to clone; clones share it.
#[derive(Clone)]
pub struct Catalogue {
    shared: Arc<Inner>,
    /// What the rows of a page are read from.
    db: Db,
}

struct Inner {
    db: Db,
    is_on: bool,
    /// Where it is kept from one start to the next.
    file: Option<PathBuf>,
    /// The place in the feed that what is kept there has come to; [`NOT_KEPT`] where nothing is.
    kept: AtomicU64,
    /// None until it has been made.
    held: RwLock<Option<Held>>,
    /// How often it was made or changed.
    turns: AtomicU64,
    /// What of the database has been seen.
    seen: Mutex<Option<Seen>>,
    /// One looks at a time.
    looking: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Held {
    columns: Columns,
    /// The place in the feed up to which it has taken all in.
    position: u64,
    /// No two states of it have the same.
    turn: u64,
    live: Mutex<Vec<Arc<Live>>>,
    in_use: Counted,
    beginnings: Beginnings,
    first: First,
}

/// What the database holds.
#[derive(Debug)]
pub struct Looked {
    /// The last place in the feed.
    pub feed: u64,
    /// The edition of every register.
    pub registers: String,
}

#[derive(Clone, Copy)]
struct Seen {
    writes: u64,
    at: Instant,
}

impl Catalogue {
    pub fn new(db: &Db) -> Self {
        Self::with(db, true, None)
    }

    /// The same, kept in a file from one start to the next.
    pub fn kept_in(db: &Db, file: PathBuf) -> Self {
        Self::with(db, true, Some(file))
    }

    /// One that leaves all to the database: for commands that ask once.
    pub fn of_database(db: &Db) -> Self {
        Self::with(db, false, None)
    }

    fn with(db: &Db, is_on: bool, file: Option<PathBuf>) -> Self {
        let shared = Inner {
            db: db.clone(),
            is_on,
            file,
            kept: AtomicU64::new(NOT_KEPT),
            held: RwLock::default(),
            turns: AtomicU64::default(),
            seen: Mutex::default(),
            looking: tokio::sync::Mutex::default(),
        };
        Self { shared: Arc::new(shared), db: db.clone() }
    }

    /// The same, with the rows of its pages from a replica while the database is away.
    #[must_use]
    pub fn for_readers(&self) -> Self {
        Self { db: self.db.for_readers(), ..self.clone() }
    }

    pub fn db(&self) -> &Db {
        &self.db
    }

    /// How many texts it knows, of now and of days that have been; none until it stands.
    pub fn texts(&self) -> usize {
        let held = self.shared.held.read().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().map_or(0, |held| held.columns.texts())
    }

    /// Makes it, of what was kept if that can be trusted, else of all that anybody can read. Until that is
    /// done the database is asked.
    pub async fn build(&self) -> Result<Made, DbErr> {
        if !self.shared.is_on {
            return Ok(Made::Not);
        }
        changes::settle(&self.shared.db).await?;
        let (made, (columns, position)) = match self.recall().await? {
            Some(kept) => (Made::Kept, kept),
            None => (Made::OfDatabase, self.read().await?),
        };
        let turn = self.shared.next_turn();
        let held = Held { columns, position, turn, ..Held::default() };
        let _looking = self.shared.looking.lock().await;
        *self.shared.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
        *self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(made)
    }

    /// All that anybody can read, and the place in the feed that it has surely come to.
    async fn read(&self) -> Result<(Columns, u64), DbErr> {
        let db = &self.shared.db;
        // What changes while it is read is read once more.
        let position = changes::newest(db).await?;
        let (mut columns, mut after) = (Columns::default(), None);
        loop {
            let ids = changes::visible_ids(db, after, AT_ONCE as u64).await?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            columns.add(entries(db, &ids).await?);
        }
        columns.settle();
        Ok((columns, position))
    }

    /// The same, again and again for as long as the database does not answer.
    pub async fn build_in_the_end(&self) {
        while let Err(error) = self.build().await {
            tracing::warn!(%error, "the catalogue can't be made now; lists ask the database");
            tokio::time::sleep(PATIENCE).await;
        }
    }

    /// Sees what has changed.
    pub async fn look(&self) -> Result<Looked, DbErr> {
        let _looking = self.shared.looking.lock().await;
        self.shared.look().await
    }

    /// Asks it, when it stands; it knows then all that this program has written, and what others had
    /// a moment ago.
    pub(super) async fn ask<T>(
        &self,
        wanted: &Wanted,
        question: impl FnOnce(&Columns, &Live) -> T,
    ) -> Option<T> {
        self.ask_all(std::slice::from_ref(wanted), |columns, live| {
            live.first().map(|live| question(columns, live))
        })
        .await
        .flatten()
    }

    /// The same of several lists at once.
    pub(super) async fn ask_all<T>(
        &self,
        wanted: &[Wanted],
        question: impl FnOnce(&Columns, &[Arc<Live>]) -> T,
    ) -> Option<T> {
        let asked = |held: &Held| {
            let live: Vec<Arc<Live>> = {
                let mut kept = held.live.lock().unwrap_or_else(PoisonError::into_inner);
                wanted.iter().map(|wanted| live_of(&held.columns, &mut kept, wanted)).collect()
            };
            question(&held.columns, &live)
        };
        self.look_up(asked).await
    }

    /// What is made use of in what is filed under a value, by external id, when the catalogue stands.
    pub(super) async fn used_where(&self, facet: &str, value: &str) -> Option<Vec<String>> {
        self.look_up(|held| held.columns.used_where(facet, value)).await
    }

    /// The families of an item and of others, when the catalogue stands.
    pub(super) async fn families<'i>(
        &self,
        of: Uuid,
        others: impl Iterator<Item = &'i Item>,
        lang: &str,
    ) -> Option<Families> {
        let others: Vec<Uuid> =
            others.filter(|item| item.lang != lang).map(|item| item.id).collect();
        self.look_up(|held| held.columns.families(of, &others, lang)).await
    }

    /// The translations of items to a language, by what they were translated from, when the catalogue stands.
    pub(super) async fn translated(
        &self,
        items: &[Item],
        lang: &str,
    ) -> Option<HashMap<Uuid, Uuid>> {
        Some(self.families(Uuid::nil(), items.iter(), lang).await?.translated)
    }

    /// All texts of the works that some items belong to, of those that are there in several languages, when the
    /// catalogue stands.
    pub(super) async fn relatives(&self, of: &[Uuid]) -> Option<HashSet<Uuid>> {
        self.look_up(|held| held.columns.relatives(of)).await
    }

    async fn look_up<T>(&self, question: impl FnOnce(&Held) -> T) -> Option<T> {
        if !self.shared.is_built() {
            return None;
        }
        if !self.shared.is_fresh() {
            self.freshen().await;
        }
        let held = self.shared.held.read().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().map(question)
    }

    /// A writer that has the database for long does not keep readers, nor does one that is away: what is
    /// known is shown then, and it is asked again in a moment.
    async fn freshen(&self) {
        let look = async {
            let _looking = self.shared.looking.lock().await;
            if self.shared.is_fresh() { Ok(()) } else { self.shared.look().await.map(|_| ()) }
        };
        let why = match timeout(PATIENCE, look).await {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the database does not answer".to_owned(),
        };
        tracing::warn!(why, "what has changed in the library can't be told");
        let (writes, at) = (self.shared.db.writes(), Instant::now() + PATIENCE);
        *self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Seen { writes, at });
    }

    /// The next instant after `now` when something of what takes place begins or is over.
    pub async fn next_boundary(
        &self,
        now: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, DbErr> {
        let held = {
            let held = self.shared.held.read().unwrap_or_else(PoisonError::into_inner);
            held.as_ref().map(|held| held.columns.next_boundary(millis(now)))
        };
        match held {
            Some(next) => Ok(next.map(instant)),
            None => super::next_boundary(&self.db, now).await,
        }
    }
}

impl Inner {
    fn is_built(&self) -> bool {
        self.held.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn is_fresh(&self) -> bool {
        let seen = *self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.is_some_and(|seen| seen.writes == self.db.writes() && seen.at.elapsed() < PAGES)
    }

    async fn look(&self) -> Result<Looked, DbErr> {
        let (writes, at) = (self.db.writes(), Instant::now());
        changes::settle(&self.db).await?;
        let feed = changes::newest(&self.db).await?;
        // Known for a moment then to all that is made of them.
        let registers = db::all_editions(&self.db).await?;
        if self.is_built() {
            self.follow(feed).await?;
        }
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Seen { writes, at });
        Ok(Looked { feed, registers })
    }

    /// Takes in the changes up to a place in the feed.
    async fn follow(&self, feed: u64) -> Result<(), DbErr> {
        loop {
            let position = {
                let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
                held.as_ref().map_or(feed, |held| held.position)
            };
            if position >= feed {
                return Ok(());
            }
            let (position, ids, entries) = changed(&self.db, position, feed).await?;
            let turn = self.next_turn();
            let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(held) = held.as_mut() {
                held.columns.apply(&ids, entries);
                (held.position, held.turn) = (position, turn);
                held.live.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
                held.in_use.forget();
                held.beginnings.forget();
                held.first.forget();
            }
        }
    }

    fn next_turn(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::Relaxed)
    }
}

/// Some of the changes after a place in the feed, up to another: which place they come to, of which items
/// they are, and what anybody can read of these now.
async fn changed(db: &Db, position: u64, feed: u64) -> Result<(u64, Vec<Uuid>, Vec<Entry>), DbErr> {
    let changes = changes::after(db, position, AT_ONCE as u64).await?;
    // There may be none up to a place that was given to one that is gone.
    let last = changes.last().map(|change| change.position);
    let position = last.map_or(feed, |last| u64::try_from(last).unwrap_or(feed));
    let mut ids: Vec<Uuid> = changes.iter().map(|change| change.item_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let entries = entries(db, &ids).await?;
    Ok((position, ids, entries))
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalogue(built: {})", self.shared.is_built())
    }
}
