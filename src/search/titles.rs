//! The titles of what is published, held in memory: a suggestion must come before the next letter.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::typed::{NameWords, Typed};

/// Clones share it. It follows the change feed beside the index.
#[derive(Clone, Default)]
pub struct Titles(Arc<RwLock<All>>);

#[derive(Default)]
struct All {
    generation: u64,
    titles: Vec<Title>,
    places: HashMap<Uuid, usize>,
}

/// What can be gone to, by its title.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Titled {
    pub id: Uuid,
    pub kind: String,
    pub slug: String,
    pub lang: String,
    pub title: String,
}

#[derive(Clone, Debug)]
struct Title {
    of: Titled,
    words: NameWords,
}

impl Titles {
    pub fn put(&self, titles: Vec<Titled>) {
        let titles: Vec<Title> = titles
            .into_iter()
            .map(|of| Title { words: NameWords::of([of.title.as_str()]), of })
            .collect();
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.generation += 1;
        for title in titles {
            if let Some(place) = all.places.get(&title.of.id).copied() {
                all.titles[place] = title;
            } else {
                let place = all.titles.len();
                all.places.insert(title.of.id, place);
                all.titles.push(title);
            }
        }
    }

    pub fn remove(&self, ids: &[Uuid]) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.generation += 1;
        for id in ids {
            let Some(place) = all.places.remove(id) else { continue };
            all.titles.swap_remove(place);
            if let Some(moved) = all.titles.get(place).map(|title| title.of.id) {
                all.places.insert(moved, place);
            }
        }
    }

    /// Another number after each change.
    pub fn generation(&self) -> u64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).generation
    }

    /// Those that begin as typed first; among equals the reader's language, then the short ones.
    pub fn find(&self, typed: &Typed, lang: &str, most: usize) -> Vec<Titled> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut found: Vec<_> = all
            .titles
            .iter()
            .filter_map(|title| {
                let fit = typed.fits(&title.words)?;
                let own = title.of.lang == lang;
                Some(((fit, Reverse(own), title.of.title.len(), title.of.title.as_str()), title))
            })
            .collect();
        found.sort_unstable_by_key(|(order, title)| (*order, title.of.id));
        // One text in two languages may well have one title.
        found.dedup_by(|(_, a), (_, b)| a.of.title == b.of.title && a.of.kind == b.of.kind);
        found.into_iter().take(most).map(|(_, title)| title.of.clone()).collect()
    }
}
