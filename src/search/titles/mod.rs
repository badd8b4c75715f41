//! The titles of what is published, held in memory: a suggestion must come before the next letter.
//!
//! They lie in segments, each at least twice as large as the next: what is new becomes a small one, and
//! neighbours that are of one size become one. So a change costs little, and a question goes through
//! few. Nobody who asks waits for that.

mod segment;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use roaring::RoaringBitmap;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use self::segment::Segment;
use super::typed::Typed;

/// Clones share it. It follows the change feed beside the index.
#[derive(Clone, Default)]
pub struct Titles(Arc<Inner>);

#[derive(Default)]
struct Inner {
    generation: AtomicU64,
    /// The largest first.
    held: RwLock<Vec<Held>>,
    /// One changes it at a time.
    writing: Mutex<()>,
}

#[derive(Clone)]
struct Held {
    segment: Arc<Segment>,
    /// The numbers of those that are there no more, or stand in another segment since.
    gone: RoaringBitmap,
}

/// What can be gone to, by its title.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Titled {
    pub id: Uuid,
    pub kind: String,
    pub slug: String,
    pub lang: String,
    pub title: String,
}

impl Titles {
    /// Puts them in place of those with the same ids. It takes a while when there are many: not for those
    /// who must not wait.
    pub fn put(&self, titles: Vec<Titled>) {
        // Of two with one id the last stands.
        let titles: BTreeMap<Uuid, Titled> = titles.into_iter().map(|one| (one.id, one)).collect();
        if titles.is_empty() {
            return;
        }
        let ids: Vec<Uuid> = titles.keys().copied().collect();
        let _writing = self.0.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let segment = Arc::new(Segment::new(titles.into_values().collect()));
        self.change(|held| {
            strike(held, &ids);
            held.push(Held { segment, gone: RoaringBitmap::new() });
        });
        self.settle();
    }

    pub fn remove(&self, ids: &[Uuid]) {
        let _writing = self.0.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.change(|held| strike(held, ids));
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Held>)) {
        change(&mut self.0.held.write().unwrap_or_else(PoisonError::into_inner));
        self.0.generation.fetch_add(1, Ordering::AcqRel);
    }

    /// Makes one of the last two for as long as they are of about one size. Who asks meanwhile asks the two.
    fn settle(&self) {
        loop {
            let last = {
                let held = self.0.held.read().unwrap_or_else(PoisonError::into_inner);
                match &held[..] {
                    [.., a, b] if a.segment.len() < 2 * b.segment.len() => [a.clone(), b.clone()],
                    _ => return,
                }
            };
            let [a, b] = &last;
            let segment = Segment::merged((&*a.segment, &a.gone), (&*b.segment, &b.gone));
            let merged = Held { segment: Arc::new(segment), gone: RoaringBitmap::new() };
            let mut held = self.0.held.write().unwrap_or_else(PoisonError::into_inner);
            let before = held.len().saturating_sub(2);
            held.truncate(before);
            held.push(merged);
        }
    }

    /// Another number after each change.
    pub fn generation(&self) -> u64 {
        self.0.generation.load(Ordering::Acquire)
    }

    /// Those that begin as typed first; among equals the reader's language, then the short ones.
    pub fn find(&self, typed: &Typed, lang: &str, most: usize) -> Vec<Titled> {
        let held = self.0.held.read().unwrap_or_else(PoisonError::into_inner);
        let mut found = Vec::new();
        for Held { segment, gone } in &*held {
            for (fit, number) in segment.find(gone, typed, most) {
                let title = segment.title(number);
                let order = (fit, Reverse(segment.lang(number) == lang), title.len(), title);
                found.push((order, segment.id(number), segment, number));
            }
        }
        found.sort_unstable_by_key(|(order, id, ..)| (*order, *id));
        let mut seen = HashSet::new();
        // With one word as with another of its own.
        found.retain(|(_, id, ..)| seen.insert(*id));
        // One text in two languages may well have one title.
        found.dedup_by(|(a, _, one, n), (b, _, other, m)| {
            a.3 == b.3 && one.kind(*n) == other.kind(*m)
        });
        found.truncate(most);
        found.into_iter().map(|(_, _, segment, number)| segment.titled(number)).collect()
    }
}

/// Takes out what is there of these.
fn strike(held: &mut [Held], ids: &[Uuid]) {
    for Held { segment, gone } in held {
        gone.extend(ids.iter().filter_map(|id| segment.number_of(id)));
    }
}
