//! When the first of all was published: each page of another day asks, so it is found once for each state of
//! the catalogue.

use std::sync::OnceLock;

use time::OffsetDateTime;

use super::Catalogue;
use super::columns::Columns;
use super::entry::{Millis, NEVER, instant};
use crate::db::DbErr;
use crate::items::past;

#[derive(Default)]
pub(super) struct First(OnceLock<Option<Millis>>);

impl First {
    pub(super) fn forget(&mut self) {
        self.0 = OnceLock::new();
    }

    fn of(&self, columns: &Columns) -> Option<Millis> {
        *self.0.get_or_init(|| columns.first())
    }
}

impl Columns {
    /// The beginning of the first stretch in which something was public that anybody can read now.
    fn first(&self) -> Option<Millis> {
        let begun = self.spans.iter().map(|(from, _)| *from);
        begun.filter(|from| *from != NEVER).min()
    }
}

impl Catalogue {
    /// When the first of all that can be read now was published.
    pub async fn first(&self) -> Result<Option<OffsetDateTime>, DbErr> {
        match self.look_up(|held| held.first.of(&held.columns)).await {
            Some(first) => Ok(first.map(instant)),
            None => past::first(&self.db).await,
        }
    }
}
