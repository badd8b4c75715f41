//! A file struck: it is gone from every item and every statement that has it, and its bytes from the
//! store.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use super::{Struck, Texts};
use crate::centres;
use crate::db::Reads;
use crate::items::files;
use crate::items::tables::{file, item_file, revision_file};
use crate::items::write::discard::SweepFile;
use crate::items::write::{WriteError, Writer};
use crate::jobs;

/// What had a file that was struck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    Item(Uuid),
    /// Statements of a centre, by its slug.
    Centre(String),
}

impl<C: Reads> Writer<'_, C> {
    /// Strikes the file wherever it is, and has its bytes removed. Tells of each item and each centre
    /// that had it.
    pub async fn strike_file(
        &self,
        id: Uuid,
        reason: &str,
    ) -> Result<Vec<(Holder, Struck)>, WriteError> {
        let row = file::Entity::find_by_id(id).one(self.db).await?;
        let paper = centres::strike_file(self.db, self.clock, id).await?;
        let owner = row.as_ref().map(|row| row.item_id);
        let digest = row.map(|row| row.digest).or(paper.as_ref().map(|paper| paper.digest.clone()));
        let digest = digest.ok_or(WriteError::Missing)?;
        let mut all = match owner {
            Some(owner) => self.strike_from_items(id, owner, reason).await?,
            None => Vec::new(),
        };
        for (centre, slug, places) in paper.into_iter().flat_map(|paper| paper.centres) {
            let struck = Struck { revisions: 0, places };
            self.log_strike(centre, Some(id), reason, struck).await?;
            all.push((Holder::Centre(slug), struck));
        }
        if all.is_empty() {
            // No text and no statement has it any more. It is not to come back either.
            let of = owner.unwrap_or_default();
            self.log_strike(of, Some(id), reason, Struck::default()).await?;
        }
        jobs::enqueue(self.db, self.clock, &SweepFile::at_once(digest)).await?;
        Ok(all)
    }

    async fn strike_from_items(
        &self,
        id: Uuid,
        owner: Uuid,
        reason: &str,
    ) -> Result<Vec<(Holder, Struck)>, WriteError> {
        let mut all = Vec::new();
        for item in self.items_with(id, owner).await? {
            let Some(item) = self.item(item).await? else { continue };
            let mut texts = Texts::of(self.db, item.id).await?;
            let gone = texts.cut(|text| Ok(without_file(text, id)))?;
            if gone.places > 0 {
                texts.write(self.db).await?;
                self.finish(&item, texts.shown()?, Some(id), reason, gone).await?;
                all.push((Holder::Item(item.id), gone));
            }
        }
        item_file::Entity::delete_many()
            .filter(item_file::Column::FileId.eq(id))
            .exec(self.db)
            .await?;
        revision_file::Entity::delete_many()
            .filter(revision_file::Column::FileId.eq(id))
            .exec(self.db)
            .await?;
        file::Entity::delete_by_id(id).exec(self.db).await?;
        Ok(all)
    }

    async fn items_with(&self, id: Uuid, owner: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
        let now = files::items_with(self.db, id).await?;
        let once: Vec<Uuid> = revision_file::Entity::find()
            .select_only()
            .column(revision_file::Column::ItemId)
            .filter(revision_file::Column::FileId.eq(id))
            .into_tuple()
            .all(self.db)
            .await?;
        Ok(now.into_iter().chain(once).chain([owner]).collect())
    }
}

/// From what is stored, so that what can't be read of it stays.
fn without_file(text: &Value, id: Uuid) -> Option<(Value, i32)> {
    let is_it = |file: &Value| file["file"].as_str() == Some(&id.to_string());
    let mut without = text.clone();
    let mut gone = 0;
    if is_it(&text["image"]) {
        without["image"] = Value::Null;
        gone += 1;
    }
    if let Some(files) = without["files"].as_array_mut() {
        let before = files.len();
        files.retain(|file| !is_it(file));
        gone += before - files.len();
    }
    if gone == 0 {
        return None;
    }
    let before = text["struck_files"].as_u64().unwrap_or_default();
    without["struck_files"] = Value::from(before + gone as u64);
    Some((without, i32::try_from(gone).unwrap_or(i32::MAX)))
}
