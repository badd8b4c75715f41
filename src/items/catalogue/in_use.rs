//! What is made use of in what is filed under a value is counted once for each state of the catalogue: a
//! county has a thousand such names, and each would be looked up again for every reader, and then whether it
//! has been translated to the reader's language.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use super::Catalogue;

/// More than there are counties, centres, themes and municipalities in all languages.
const MOST: usize = 2_000;

/// How many there are of each kind, and those that a page shows, in its order.
#[derive(Debug)]
pub struct InUse {
    pub counts: BTreeMap<String, u64>,
    pub first: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct Counted(Mutex<HashMap<[String; 3], Arc<InUse>>>);

/// What something is filed under, and the language of whoever asks.
#[derive(Clone, Copy, Debug)]
pub struct Filed<'a> {
    pub facet: &'a str,
    pub value: &'a str,
    pub lang: &'a str,
}

impl Filed<'_> {
    fn key(self) -> [String; 3] {
        [self.facet, self.value, self.lang].map(str::to_owned)
    }
}

impl Counted {
    pub(super) fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn get(&self, filed: Filed<'_>) -> Option<Arc<InUse>> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counted.get(&filed.key()).cloned()
    }

    fn put(&self, filed: Filed<'_>, in_use: InUse) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= MOST {
            counted.clear();
        }
        counted.insert(filed.key(), Arc::new(in_use));
    }
}

/// The state of the catalogue that something was asked in.
#[derive(Clone, Copy)]
pub struct Turn(u64);

impl Catalogue {
    /// What was counted, and in which state it was asked for; nothing until the catalogue stands.
    pub(in crate::items) async fn in_use(
        &self,
        filed: Filed<'_>,
    ) -> Option<(Turn, Option<Arc<InUse>>)> {
        self.look_up(|held| (Turn(held.turn), held.in_use.get(filed))).await
    }

    /// Kept unless something has changed since it was asked for.
    pub(in crate::items) fn keep_in_use(&self, Turn(turn): Turn, filed: Filed<'_>, new: InUse) {
        let held = self.shared.held.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = held.as_ref().filter(|held| held.turn == turn) {
            held.in_use.put(filed, new);
        }
    }
}
