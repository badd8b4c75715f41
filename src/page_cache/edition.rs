//! The edition of what the public sees: another number whenever an answer that is kept could be
//! another if it were made now.
//!
//! It turns with the change feed, with the registers, with what the search has taken in, with the day
//! in Oslo, and when something that takes place begins or ends. Changes by this program are looked
//! for before the next answer, those of other programs a few times a second. What others change keeps no reader
//! waiting: for as long as nobody can know of it yet, a page of the edition before is as good ([`Editions`]).

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
    /// A task looks a few times a second: who asks need not.
    is_followed: AtomicBool,
}

/// The edition of now, and those before it whose pages may still go out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editions {
    pub now: u64,
    /// The newest first.
    pub before: Vec<u64>,
}

/// An edition that another program has ended. Its pages may go out for as long as they would have, had nobody
/// looked again: nothing is shown that is older than it might have been.
#[derive(Clone, Copy, Debug)]
struct Past {
    number: u64,
    until: Instant,
}

/// One ends at each look at most, so that no more of them are young enough.
const MOST_BEFORE: usize = 3;

/// What was seen when the database was looked at last.
#[derive(Clone)]
struct Known {
    number: u64,
    looked: Instant,
    /// When the database said so; not where it did not answer the last time.
    told: Option<Instant>,
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
    before: Vec<Past>,
}

impl Known {
    fn editions(&self) -> Editions {
        let now = Instant::now();
        let before = self.before.iter().filter(|past| now < past.until);
        Editions { now: self.number, before: before.map(|past| past.number).collect() }
    }

    /// All whose pages are kept.
    fn held(&self) -> Editions {
        Editions { now: self.number, before: self.before.iter().map(|past| past.number).collect() }
    }

    fn is_of(&self, seen: &Seen) -> bool {
        (self.feed, &self.registers) == (seen.feed, &seen.registers)
    }

    /// Those whose pages may go out after this one, when it ends now by what another program has done.
    fn ended(&self, seen: &Seen) -> Vec<Past> {
        // For how long it was another already, while the database did not answer, nobody knows.
        let Some(told) = self.told else { return Vec::new() };
        let (now, until) = (Instant::now(), told + unseen::PAGES);
        // What the search has taken in has waited for that already.
        let until = if self.is_of(seen) { until.min(now + unseen::LOOK) } else { until };
        let earlier = self.before.iter().copied().filter(|past| now < past.until);
        std::iter::once(Past { number: self.number, until })
            .filter(|past| now < past.until)
            .chain(earlier)
            .take(MOST_BEFORE)
            .collect()
    }

    /// Nothing but the database could say otherwise.
    fn stands(&self, now: OffsetDateTime, searched: [u64; 2]) -> bool {
        self.searched == searched && self.from <= now && now < self.until
    }

    fn has_seen(&self, seen: &Seen) -> bool {
        self.is_of(seen) && self.indexed == seen.indexed
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
            is_followed: AtomicBool::default(),
        }))
    }

    /// Is there an answer to that, whether the database answers or not?
    pub fn is_known(&self) -> bool {
        self.0.known().is_some()
    }

    /// The number of now. `None` when it was never known.
    pub async fn number(&self) -> Option<u64> {
        self.editions().await.map(|editions| editions.now)
    }

    /// The same, with the numbers before it that are as good for a moment more.
    pub async fn editions(&self) -> Option<Editions> {
        if !self.0.asked.load(Ordering::Relaxed) {
            self.0.asked.store(true, Ordering::Relaxed);
        }
        if let Some(editions) = self.0.editions_of_now() {
            return Some(editions);
        }
        let _looking = self.0.looking.lock().await;
        if let Some(editions) = self.0.editions_of_now() {
            return Some(editions);
        }
        self.0.look().await
    }
}

/// Says that somebody looks, until it is dropped.
struct Following<'a>(&'a AtomicBool);

impl<'a> Following<'a> {
    fn begin(is_followed: &'a AtomicBool) -> Self {
        is_followed.store(true, Ordering::Relaxed);
        Self(is_followed)
    }
}

impl Drop for Following<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Looks for changes of other programs until it is dropped, while anybody asks. After a quiet while the
/// first who asks looks.
pub async fn follow(edition: PublicEdition) {
    let inner = &edition.0;
    if !inner.pages.is_on() {
        return;
    }
    let _following = Following::begin(&inner.is_followed);
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

    /// The numbers, if nothing says that they may be others by now. What the search has taken in is seen at the
    /// next look, where somebody looks: it is there a moment after the change in any case.
    fn editions_of_now(&self) -> Option<Editions> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let known = known.as_ref()?;
        let searched = if self.is_followed() { known.searched } else { self.searched() };
        let stands = known.stands(self.clock.now(), searched)
            && known.looked.elapsed() < unseen::PAGES
            && known.writes == self.db.writes();
        stands.then(|| known.editions())
    }

    fn is_followed(&self) -> bool {
        self.is_followed.load(Ordering::Relaxed)
    }

    fn searched(&self) -> [u64; 2] {
        [self.index.generation(), self.titles.generation()]
    }

    /// A database that does not answer changes nothing that we could show: what is kept stands.
    async fn look(&self) -> Option<Editions> {
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
        let is_same = |known: &&Known| {
            known.has_seen(&seen) && known.strayed == strayed && known.stands(now, searched)
        };
        if let Some(known) = before.as_ref().filter(is_same) {
            // Whoever has written here sees it at once: it may be why this edition is another than the last.
            let before = if known.writes == writes { known.before.clone() } else { Vec::new() };
            let (looked, told) = (begun, Some(begun));
            return Some(self.keep(Known { looked, told, writes, before, ..known.clone() }));
        }
        let ended = before.as_ref().filter(|known| self.may_wait(known, writes, strayed, now));
        let ended = ended.map(|known| known.ended(&seen)).unwrap_or_default();
        let number = last + 1;
        let until = self.until(now).await.unwrap_or(now);
        let Seen { feed, registers, indexed } = seen;
        let (from, looked, told) = (now, begun, Some(begun));
        Some(self.keep(Known {
            number,
            looked,
            told,
            writes,
            strayed,
            searched,
            from,
            until,
            feed,
            registers,
            indexed,
            before: ended,
        }))
    }

    /// Whether a page of that edition is good enough for a moment more: somebody looks for changes, and it was
    /// neither this program that wrote nor time that has passed a boundary.
    fn may_wait(&self, known: &Known, writes: u64, strayed: u64, now: OffsetDateTime) -> bool {
        let by_others = known.writes == writes && known.strayed == strayed;
        self.is_followed() && by_others && known.stands(now, known.searched)
    }

    /// What is kept stands for a while more.
    fn stay(&self, known: Known) -> Editions {
        let now = self.clock.now();
        let (from, until) = (known.from.min(now), known.until.max(now + PATIENCE));
        // Nobody waits for one that does not answer before it has been asked again.
        let looked = Instant::now() + PATIENCE;
        self.keep(Known { from, until, looked, told: None, ..known })
    }

    /// What is of other editions than these is asked for by nobody.
    fn keep(&self, mut known: Known) -> Editions {
        let editions = known.editions();
        known.before.retain(|past| editions.before.contains(&past.number));
        let last = {
            let mut kept = self.known.write().unwrap_or_else(PoisonError::into_inner);
            kept.replace(known).map(|known| known.held())
        };
        if last.is_some_and(|last| last != editions) {
            self.pages.keep_only(&editions);
        }
        editions
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_while_the_database_did_not_answer_goes_no_further_when_it_does() {
        let now = Instant::now();
        let known = Known {
            number: 7,
            looked: now,
            told: Some(now),
            writes: 0,
            strayed: 0,
            searched: [0; 2],
            from: OffsetDateTime::UNIX_EPOCH,
            until: OffsetDateTime::UNIX_EPOCH,
            feed: 1,
            registers: String::new(),
            indexed: 1,
            before: Vec::new(),
        };
        let seen = Seen { feed: 2, registers: String::new(), indexed: 1 };
        let ended = |known: &Known| known.ended(&seen).iter().map(|past| past.number).sum::<u64>();
        assert_eq!(ended(&known), 7, "it was so a moment ago");
        assert_eq!(ended(&Known { told: None, ..known }), 0);
    }
}
