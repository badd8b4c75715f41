//! A file struck: it is gone from every item and every statement that has it, and its bytes from the
//! store.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use super::{Struck, Texts, standing};
use crate::centres;
use crate::db::{Reads, insert_all};
use crate::items::tables::{file, item_file, revision_file, set_aside, struck};
use crate::items::write::discard::SweepFile;
use crate::items::write::{WriteError, Writer};
use crate::items::{files, renditions};
use crate::jobs;
use crate::seal::Seal;

/// What had a file that was struck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    Item(Uuid),
    /// Statements of a centre, by its slug.
    Centre(String),
}

impl<C: Reads> Writer<'_, C> {
    /// Strikes the file wherever it is, and has its bytes removed; of a picture all its sizes go. Tells of
    /// each item and each centre that had it.
    pub async fn strike_file(
        &self,
        id: Uuid,
        reason: &str,
    ) -> Result<Vec<(Holder, Struck)>, WriteError> {
        let row = file::Entity::find_by_id(id).one(self.db).await?;
        let paper = centres::strike_file(self.db, self.clock, id).await?;
        let owner = row.as_ref().map(|row| row.item_id);
        let digest =
            row.as_ref().map(|row| &row.digest).or(paper.as_ref().map(|paper| &paper.digest));
        let digest = digest.ok_or(WriteError::Missing)?.clone();
        let mut all = match &row {
            Some(row) => self.strike_from_items(row, reason).await?,
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
        row: &file::Model,
        reason: &str,
    ) -> Result<Vec<(Holder, Struck)>, WriteError> {
        let family = renditions::family(self.db, row.id).await?;
        let mut all = Vec::new();
        for item in self.items_with(&family, row.item_id).await? {
            let Some(item) = self.item(item).await? else { continue };
            let mut texts = Texts::of(self.db, item.id).await?;
            let gone = texts.cut(|text| Ok(without_files(text, &family)))?;
            self.strike_aside(item.id, &family).await?;
            if gone.places > 0 {
                texts.write(self.db).await?;
                self.finish(&item, texts.shown()?, Some(row.id), reason, gone).await?;
                all.push((Holder::Item(item.id), gone));
            }
        }
        self.remember_family(row, &family, reason).await?;
        self.delete_files(&family).await?;
        Ok(all)
    }

    async fn delete_files(&self, family: &BTreeSet<Uuid>) -> Result<(), DbErr> {
        let ids = || family.iter().copied();
        let of_items = item_file::Entity::delete_many();
        of_items.filter(item_file::Column::FileId.is_in(ids())).exec(self.db).await?;
        let of_texts = revision_file::Entity::delete_many();
        of_texts.filter(revision_file::Column::FileId.is_in(ids())).exec(self.db).await?;
        renditions::forget(self.db, family).await?;
        let rows = file::Entity::find().filter(file::Column::Id.is_in(ids())).all(self.db).await?;
        file::Entity::delete_many().filter(file::Column::Id.is_in(ids())).exec(self.db).await?;
        for row in rows {
            jobs::enqueue(self.db, self.clock, &SweepFile::at_once(row.digest)).await?;
        }
        Ok(())
    }

    /// So that no size of a picture comes back, nor the picture itself. Readers see one gap, and not one
    /// for each.
    async fn remember_family(
        &self,
        row: &file::Model,
        family: &BTreeSet<Uuid>,
        reason: &str,
    ) -> Result<(), DbErr> {
        if family.len() < 2 {
            return Ok(());
        }
        let seal = Seal::load(self.db, self.clock).await?;
        let kept = |id: &Uuid| struck::Model {
            id: self.clock.new_id(),
            item_id: row.item_id,
            at: self.clock.now().into(),
            author: self.author,
            what: struck::FILE.to_owned(),
            reason: reason.to_owned(),
            revisions: 0,
            places: 0,
            file: Some(standing::file_key(&seal, *id)),
            external_id: None,
            written_over_at: None,
        };
        insert_all(self.db, family.iter().map(kept).collect()).await
    }

    /// Texts that wait to be joined have it no more.
    async fn strike_aside(&self, item: Uuid, family: &BTreeSet<Uuid>) -> Result<(), DbErr> {
        let aside = set_aside::Entity::find().filter(set_aside::Column::ItemId.eq(item));
        for row in aside.all(self.db).await? {
            if let Some((content, _)) = without_files(&row.content, family) {
                let mut row = row.into_active_model();
                row.content = Set(content);
                row.update(self.db).await?;
            }
        }
        Ok(())
    }

    async fn items_with(
        &self,
        family: &BTreeSet<Uuid>,
        owner: Uuid,
    ) -> Result<BTreeSet<Uuid>, DbErr> {
        let mut all = BTreeSet::from([owner]);
        for id in family {
            all.extend(files::items_with(self.db, *id).await?);
        }
        let once: Vec<Uuid> = revision_file::Entity::find()
            .select_only()
            .column(revision_file::Column::ItemId)
            .distinct()
            .filter(revision_file::Column::FileId.is_in(family.iter().copied()))
            .into_tuple()
            .all(self.db)
            .await?;
        all.extend(once);
        Ok(all)
    }
}

/// From what is stored, so that what can't be read of it stays.
fn without_files(text: &Value, family: &BTreeSet<Uuid>) -> Option<(Value, i32)> {
    let is_it = |file: &Value| {
        let id = file["file"].as_str().and_then(|id| Uuid::try_parse(id).ok());
        id.is_some_and(|id| family.contains(&id))
    };
    let mut without = text.clone();
    let mut gone = 0;
    let shows = |image: &Value| {
        let sizes = image["sizes"].as_array();
        is_it(image) || sizes.is_some_and(|sizes| sizes.iter().any(is_it))
    };
    if shows(&text["image"]) {
        without["image"] = Value::Null;
        gone += 1;
    }
    // Where it stood the prose names it still: a gap is shown there.
    if let Some(pictures) = without.get_mut("pictures").and_then(Value::as_array_mut) {
        let before = pictures.len();
        pictures.retain(|placed| !shows(&placed["image"]));
        gone += before - pictures.len();
    }
    if let Some(files) = without.get_mut("files").and_then(Value::as_array_mut) {
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
