//! The texts of an item while something is struck from them: read once, changed in memory, and each
//! that has become another is written once.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use super::Struck;
use crate::items::tables::revision;
use crate::items::write::WriteError;

/// A changed text, and in how many places.
pub(super) type Cut = (Value, i32);

/// In the order of their numbers.
pub(super) struct Texts(Vec<Text>);

struct Text {
    row: revision::Model,
    /// What is written of it: a text that can't be read stays as it is stored.
    is_cut: bool,
    is_cut_around: bool,
}

impl Texts {
    pub async fn of(db: &impl ConnectionTrait, item: Uuid) -> Result<Self, DbErr> {
        let rows = revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item))
            .order_by_asc(revision::Column::Number)
            .all(db)
            .await?;
        let text = |row| Text { row, is_cut: false, is_cut_around: false };
        Ok(Self(rows.into_iter().map(text).collect()))
    }

    /// Rewrites every text that `cut` changes.
    pub fn cut(
        &mut self,
        cut: impl Fn(&Value) -> Result<Option<Cut>, WriteError>,
    ) -> Result<Struck, WriteError> {
        let mut struck = Struck::default();
        for text in &mut self.0 {
            let Some((content, places)) = cut(&text.row.content.0)? else { continue };
            struck.revisions += 1;
            struck.places += places;
            text.row.content = content.into();
            text.is_cut = true;
        }
        Ok(struck)
    }

    /// Changes the note and the head of each, by what tells in how many places it did. How many in
    /// all.
    pub fn cut_around(
        &mut self,
        cut: impl Fn(&mut revision::Model) -> Result<i32, WriteError>,
    ) -> Result<i32, WriteError> {
        let mut all = 0;
        for text in &mut self.0 {
            let places = cut(&mut text.row)?;
            text.is_cut_around |= places > 0;
            all += places;
        }
        Ok(all)
    }

    pub async fn write(&self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        for Text { row, is_cut, is_cut_around } in &self.0 {
            let mut new = revision::ActiveModel::default();
            if *is_cut {
                new.content = Set(row.content.clone());
            }
            if *is_cut_around {
                new.note = Set(row.note.clone());
                new.head = Set(row.head.clone());
            }
            if *is_cut || *is_cut_around {
                let it = revision::Column::Id.eq(row.id);
                revision::Entity::update_many().set(new).filter(it).exec(db).await?;
            }
        }
        Ok(())
    }

    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &revision::Model> {
        self.0.iter().map(|text| &text.row)
    }

    /// What has been public, now or once.
    pub fn published(&self) -> impl DoubleEndedIterator<Item = &revision::Model> {
        self.rows().filter(|row| row.is_published())
    }

    /// What the public reads; of an item that was never public, what was written last.
    pub fn shown(&self) -> Result<&revision::Model, DbErr> {
        let none = || DbErr::RecordNotFound("an item without a revision".to_owned());
        let newest = || self.rows().next_back();
        self.published().next_back().or_else(newest).ok_or_else(none)
    }
}
