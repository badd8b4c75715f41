//! Whole answers that are the same for everybody, kept in memory until something public changes.
//!
//! An answer is kept under its address and the edition of the site that it was made of
//! ([`PublicEdition`]). Whoever asks first makes it; who asks meanwhile waits for that, or has the one of a moment
//! ago. What stands is compressed well, once. Which answers may be kept, [`crate::web::serve`] says.

mod body;
mod edition;
mod encoding;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use quick_cache::sync::{Cache, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Equivalent, OptionsBuilder, Weighter};

pub use body::{Answered, Better, KeptAnswer, has_word, knows};
pub use edition::{Editions, PublicEdition, follow};
pub use encoding::{Accepted, Encoding, compress_fast};

/// Cheap to clone; clones share what is kept.
#[derive(Clone, Default)]
pub struct PageCache(Option<Arc<Pages>>, Renewals);

/// What is being made anew while its readers have the one before.
type Renewals = Arc<Mutex<HashSet<Address>>>;

/// The only one that makes an answer anew, for as long as this is held.
pub struct Renewal {
    renewals: Renewals,
    address: Address,
}

type Pages = Cache<Address, Entry, Weight, DefaultHashBuilder, Lifecycle>;
type Lifecycle = quick_cache::sync::DefaultLifecycle<Address, Entry>;

/// The first of several who ask for the same: it makes the answer, and the others wait for what it
/// puts in. Dropped without that, the next of them makes it.
pub struct Maker<'a>(PlaceholderGuard<'a, Address, Entry, Weight, DefaultHashBuilder, Lifecycle>);

/// What is known of an address.
#[derive(Clone)]
pub enum Entry {
    /// With what it weighs: that must not change while it is in.
    Kept(Arc<KeptAnswer>, usize),
    /// Each who asks gets an answer of their own.
    Own,
}

impl Entry {
    pub fn of(kept: &Arc<KeptAnswer>) -> Self {
        Self::Kept(Arc::clone(kept), kept.bytes())
    }
}

pub enum Turn<'a> {
    Known(Entry),
    First(Maker<'a>),
}

/// An address in one edition of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Address {
    edition: u64,
    text: Box<str>,
}

/// The same without a copy of the text.
#[derive(Clone, Copy, Hash)]
pub struct AddressOf<'a> {
    pub edition: u64,
    /// Path and query, and what else the answer depends on.
    pub text: &'a str,
}

impl Equivalent<Address> for AddressOf<'_> {
    fn equivalent(&self, key: &Address) -> bool {
        self.edition == key.edition && *self.text == *key.text
    }
}

impl AddressOf<'_> {
    fn owned(self) -> Address {
        Address { edition: self.edition, text: self.text.into() }
    }
}

/// Readers of other pages are answered between them.
const MOST_RENEWALS: usize = 8;
/// About what an entry takes beside its bytes.
const ENTRY: usize = 200;
/// A page is about so large, as it is kept.
const TYPICAL: u64 = 16 * 1024;
/// A share of the cache that no single answer may be larger than.
const SHARE: u64 = 16;

#[derive(Clone)]
struct Weight;

impl Weighter<Address, Entry> for Weight {
    fn weight(&self, address: &Address, entry: &Entry) -> u64 {
        let bytes = match entry {
            Entry::Kept(_, bytes) => *bytes,
            Entry::Own => 0,
        };
        (ENTRY + address.text.len() + bytes) as u64
    }
}

impl PageCache {
    /// One that holds so many bytes; none holds nothing.
    pub fn new(bytes: u64) -> Self {
        if bytes == 0 {
            return Self::default();
        }
        let items = usize::try_from((bytes / TYPICAL).max(64)).unwrap_or(usize::MAX);
        // Large answers need large shards: many small ones would hold none of them.
        let options = OptionsBuilder::new()
            .estimated_items_capacity(items)
            .weight_capacity(bytes)
            .shards(4)
            .build();
        let pages = options.ok().map(|options| {
            let (hash, life) = (DefaultHashBuilder::default(), Lifecycle::default());
            Arc::new(Cache::with_options(options, Weight, hash, life))
        });
        Self(pages, Renewals::default())
    }

    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// What is kept, when somebody has made it already.
    pub fn get(&self, address: AddressOf<'_>) -> Option<Entry> {
        self.0.as_ref()?.get(&address)
    }

    /// As [`PageCache::get`], but waits for whoever makes it now; or it is for the caller to make.
    /// `None` when nothing is kept at all.
    pub async fn turn<'a>(&'a self, address: AddressOf<'_>) -> Option<Turn<'a>> {
        let pages = self.0.as_ref()?;
        Some(match pages.get_value_or_guard_async(&address.owned()).await {
            Ok(entry) => Turn::Known(entry),
            Err(guard) => Turn::First(Maker(guard)),
        })
    }

    /// What was kept of an address in the newest of these editions that have it, and which that is.
    pub fn before(&self, editions: &Editions, text: &str) -> Option<(u64, Arc<KeptAnswer>)> {
        let known = |edition: &u64| {
            let entry = self.get(AddressOf { edition: *edition, text })?;
            Some((*edition, entry))
        };
        match editions.before.iter().find_map(known)? {
            (edition, Entry::Kept(kept, _)) => Some((edition, kept)),
            // Somebody has had another answer since what was kept before that: that it is withdrawn, perhaps.
            (_, Entry::Own) => None,
        }
    }

    /// The answer is for the caller to make anew; `None` when somebody does already, or enough others are
    /// made: then it is for who asks next.
    pub fn renewal(&self, address: AddressOf<'_>) -> Option<Renewal> {
        let (renewals, address) = (Arc::clone(&self.1), address.owned());
        let is_first = {
            let mut made = renewals.lock().unwrap_or_else(PoisonError::into_inner);
            made.len() < MOST_RENEWALS && made.insert(address.clone())
        };
        is_first.then(|| Renewal { renewals, address })
    }

    /// In place of what was known of the address, if it is known still.
    pub fn put(&self, address: AddressOf<'_>, entry: Entry) {
        if let Some(pages) = &self.0 {
            // Where it is not, nobody asks for that edition any more.
            pages.replace(address.owned(), entry, true).ok();
        }
    }

    /// An answer may be so large, in bytes.
    pub fn largest(&self) -> u64 {
        self.0.as_ref().map_or(0, |pages| pages.capacity() / SHARE)
    }

    #[cfg(test)]
    pub fn clear(&self) {
        if let Some(pages) = &self.0 {
            pages.clear();
        }
    }

    /// What is of other editions is asked for by nobody any more.
    fn keep_only(&self, editions: &Editions) {
        let Some(pages) = &self.0 else { return };
        pages.retain(|address, _| {
            address.edition == editions.now || editions.before.contains(&address.edition)
        });
    }

    /// What is kept takes so many bytes, and so many answers.
    pub fn size(&self) -> (u64, usize) {
        self.0.as_ref().map_or((0, 0), |pages| (pages.weight(), pages.len()))
    }
}

impl Renewal {
    pub fn address(&self) -> AddressOf<'_> {
        AddressOf { edition: self.address.edition, text: &self.address.text }
    }
}

impl Drop for Renewal {
    fn drop(&mut self) {
        self.renewals.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.address);
    }
}

impl Maker<'_> {
    pub fn put(self, entry: Entry) {
        // Another edition has come meanwhile: those who waited have it, and nobody else asks for it.
        self.0.insert(entry).ok();
    }
}

impl std::fmt::Debug for PageCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (bytes, answers) = self.size();
        write!(f, "PageCache({bytes} bytes, {answers} answers)")
    }
}
