//! What is made use of in what is filed under a value is counted once for each state of the catalogue: a
//! county has a thousand such names, and each would be looked up again for every reader.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use super::Catalogue;

/// More values than there are counties, centres, themes and municipalities.
const MOST: usize = 1_000;

/// How many there are of each kind, and the first by title.
#[derive(Debug)]
pub struct InUse {
    pub counts: BTreeMap<String, u64>,
    pub first: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct Counted(Mutex<HashMap<(String, String), Arc<InUse>>>);

impl Counted {
    pub(super) fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn get(&self, (facet, value): (&str, &str)) -> Option<Arc<InUse>> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counted.get(&(facet.to_owned(), value.to_owned())).cloned()
    }

    fn put(&self, (facet, value): (&str, &str), in_use: InUse) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= MOST {
            counted.clear();
        }
        counted.insert((facet.to_owned(), value.to_owned()), Arc::new(in_use));
    }
}

/// The state of the catalogue that something was asked in.
#[derive(Clone, Copy)]
pub struct Turn(u64);

impl Catalogue {
    /// What was counted, and in which state it was asked for; nothing until the catalogue stands.
    pub(in crate::items) async fn in_use(
        &self,
        filed: (&str, &str),
    ) -> Option<(Turn, Option<Arc<InUse>>)> {
        self.look_up(|held| (Turn(held.turn), held.in_use.get(filed))).await
    }

    /// Kept unless something has changed since it was asked for.
    pub(in crate::items) fn keep_in_use(&self, Turn(turn): Turn, filed: (&str, &str), new: InUse) {
        let held = self.shared.held.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = held.as_ref().filter(|held| held.turn == turn) {
            held.in_use.put(filed, new);
        }
    }
}
