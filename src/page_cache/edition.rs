//! The edition of what the public sees: another number whenever an answer that is kept could be
//! another if it were made now.
//!
//! It turns with the change feed, with the registers, with what the search has taken in, with the day
//! in Oslo, and when something that takes place begins or ends. Changes by this program are looked
//! for before the next answer, those of other programs a few times a second.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use time::OffsetDateTime;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::clock::Clock;
use crate::dates::{end_of_oslo_day, oslo_day};
use crate::db::{Db, DbErr, unseen};
use crate::items::catalogue::{Catalogue, Looked, PATIENCE};
use crate::search::{Index, Titles};

use super::PageCache;

/// Cheap to clone.
#[derive(Clone)]
pub struct PublicEdition(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    catalogue: Catalogue,
    index: Index,
    titles: Titles,
    pages: PageCache,
    known: RwLock<Option<Known>>,
    /// One looks at a time.
    looking: Mutex<()>,
    /// Somebody has wanted to know the number since it was looked for last.
    asked: AtomicBool,
}

/// What was seen when the database was looked at last.
#[derive(Clone)]
struct Known {
    number: u64,
    looked: Instant,
    /// How often this program had written by then.
    writes: u64,
    /// How often it had read a replica, which may be behind: what was made of that does not stand.
    strayed: u64,
    /// What the search had taken in.
    searched: [u64; 2],
    /// The number holds from then until then.
    from: OffsetDateTime,
    until: OffsetDateTime,
    feed: u64,
    registers: String,
    indexed: u64,
}

impl Known {
    /// Nothing but the database could say otherwise.
    fn stands(&self, now: OffsetDateTime, searched: [u64; 2]) -> bool {
        self.searched == searched && self.from <= now && now < self.until
    }

    fn has_seen(&self, seen: &Seen) -> bool {
        (self.feed, &self.registers, self.indexed) == (seen.feed, &seen.registers, seen.indexed)
    }
}

impl PublicEdition {
    pub fn new(
        catalogue: &Catalogue,
        clock: &Clock,
        index: &Index,
        titles: &Titles,
        pages: &PageCache,
    ) -> Self {
        Self(Arc::new(Inner {
            db: catalogue.db().clone(),
            catalogue: catalogue.clone(),
            clock: clock.clone(),
            index: index.clone(),
            titles: titles.clone(),
            pages: pages.clone(),
            known: RwLock::default(),
            looking: Mutex::default(),
            asked: AtomicBool::default(),
        }))
    }

    /// Is there an answer to that, whether the database answers or not?
    pub fn is_known(&self) -> bool {
        self.0.known().is_some()
    }

    /// The number of now. `None` when it was never known.
    pub async fn number(&self) -> Option<u64> {
        if !self.0.asked.load(Ordering::Relaxed) {
            self.0.asked.store(true, Ordering::Relaxed);
        }
        if let Some(number) = self.0.number_of_now() {
            return Some(number);
        }
        let _looking = self.0.looking.lock().await;
        if let Some(number) = self.0.number_of_now() {
            return Some(number);
        }
        self.0.look().await
    }
}

/// Looks for changes of other programs until it is dropped, while anybody asks. After a quiet while the
/// first who asks looks.
pub async fn follow(edition: PublicEdition) {
    let inner = &edition.0;
    if !inner.pages.is_on() {
        return;
    }
    loop {
        tokio::time::sleep(unseen::LOOK).await;
        if !inner.asked.swap(false, Ordering::Relaxed) {
            continue;
        }
        let _looking = inner.looking.lock().await;
        inner.look().await;
    }
}

impl Inner {
    fn known(&self) -> Option<Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The number, if nothing says that it may be another by now.
    fn number_of_now(&self) -> Option<u64> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let known = known.as_ref()?;
        let stands = known.stands(self.clock.now(), self.searched())
            && known.looked.elapsed() < unseen::PAGES
            && known.writes == self.db.writes();
        stands.then_some(known.number)
    }

    fn searched(&self) -> [u64; 2] {
        [self.index.generation(), self.titles.generation()]
    }

    /// A database that does not answer changes nothing that we could show: what is kept stands.
    async fn look(&self) -> Option<u64> {
        let (writes, now, searched) = (self.db.writes(), self.clock.now(), self.searched());
        let begun = Instant::now();
        let strayed = self.db.strayed();
        let before = self.known();
        let looked = match timeout(PATIENCE, self.see()).await {
            Ok(looked) => looked.map_err(|error| error.to_string()),
            Err(_) => Err("the database does not answer".to_owned()),
        };
        let seen = match looked {
            Ok(seen) => seen,
            Err(why) => {
                tracing::warn!(why, "whether something public has changed can't be told");
                return Some(self.stay(Known { writes, searched, ..before? }));
            }
        };
        let last = before.as_ref().map_or(0, |known| known.number);
        let same = before.filter(|known| {
            known.has_seen(&seen) && known.strayed == strayed && known.stands(now, searched)
        });
        if let Some(known) = same {
            self.keep(Known { looked: begun, writes, ..known });
            return Some(last);
        }
        let number = last + 1;
        let until = self.until(now).await.unwrap_or(now);
        let Seen { feed, registers, indexed } = seen;
        let (from, looked) = (now, begun);
        self.keep(Known {
            number,
            looked,
            writes,
            strayed,
            searched,
            from,
            until,
            feed,
            registers,
            indexed,
        });
        self.pages.clear();
        Some(number)
    }

    /// What is kept stands for a while more.
    fn stay(&self, known: Known) -> u64 {
        let (now, number) = (self.clock.now(), known.number);
        let (from, until) = (known.from.min(now), known.until.max(now + PATIENCE));
        // Nobody waits for one that does not answer before it has been asked again.
        self.keep(Known { from, until, looked: Instant::now() + PATIENCE, ..known });
        number
    }

    fn keep(&self, known: Known) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }

    async fn see(&self) -> Result<Seen, DbErr> {
        // What the number is made of, the lists of its pages are made of too.
        let Looked { feed, registers } = self.catalogue.look().await?;
        Ok(Seen { feed, registers, indexed: self.index.seen() })
    }

    /// When time alone makes another edition: the end of the day, or before it the next instant when
    /// something begins or is over.
    async fn until(&self, now: OffsetDateTime) -> Result<OffsetDateTime, DbErr> {
        let end = end_of_oslo_day(oslo_day(now));
        Ok(self.catalogue.next_boundary(now).await?.map_or(end, |next| next.min(end)))
    }
}

struct Seen {
    feed: u64,
    registers: String,
    indexed: u64,
}

impl std::fmt::Debug for PublicEdition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicEdition({:?})", self.0.known().map(|known| known.number))
    }
}
