//! Where the parts of a map of all items begin, found once for each state of the catalogue: to count up to
//! them in the database costs more the farther on a part is.

use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use super::Catalogue;
use super::columns::Columns;

/// How large the parts are that were asked for last, and where each begins.
#[derive(Default)]
pub(super) struct Beginnings(Mutex<Option<(usize, Arc<[Uuid]>)>>);

impl Beginnings {
    pub(super) fn forget(&mut self) {
        *self.0.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn of(&self, size: usize, find: impl FnOnce() -> Arc<[Uuid]>) -> Arc<[Uuid]> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, beginnings)) = &*known
            && *of == size
        {
            return Arc::clone(beginnings);
        }
        let beginnings = find();
        *known = Some((size, Arc::clone(&beginnings)));
        beginnings
    }
}

impl Columns {
    fn beginnings(&self, size: usize) -> Arc<[Uuid]> {
        let id = |row: u32| self.items[self.rows[row as usize].item as usize].id;
        let mut ids: Vec<Uuid> = self.now.iter().map(id).collect();
        ids.sort_unstable();
        ids.into_iter().step_by(size.max(1)).collect()
    }
}

impl Catalogue {
    /// The first of each part of so many of what anybody can read, in the order of ids, when the catalogue stands.
    pub(in crate::items) async fn beginnings(&self, size: usize) -> Option<Arc<[Uuid]>> {
        self.look_up(|held| held.beginnings.of(size, || held.columns.beginnings(size))).await
    }
}
