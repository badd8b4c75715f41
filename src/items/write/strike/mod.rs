//! Strikes from history what the law wants gone, a passage or a file: from every revision, with a gap
//! that can be seen. The log tells that it was done, when and why, and never what it was.

mod file;
mod passage;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use serde_json::Value;
use uuid::Uuid;

use super::publish::Change;
use super::record::{Record, json};
use super::{Content, Draft, WriteError, Writer};
use crate::items::filing::Which;
use crate::items::tables::{old_slug, revision, struck};
use crate::items::{Head, Item, Kind, changes, slugs};

pub use passage::{Passage, TooShort};

/// How much was struck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Struck {
    pub revisions: i32,
    pub places: i32,
}

/// A changed text, and in how many places.
type Cut = (Value, i32);

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Strikes the passage from all texts of the item, its notes and its address; `gap` stands where
    /// it was. Nothing is written when it is nowhere. `reason` is shown to everybody.
    pub async fn strike_passage(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
        reason: &str,
    ) -> Result<Struck, WriteError> {
        let record = Record::load(self.db, item).await?.ok_or(WriteError::Missing)?;
        let kind = self.kind(&record.item.kind)?;
        let cut = |text: &Value| without_passage(kind, text, passage, gap);
        let mut struck = self.strike(&record, cut).await?;
        struck.places += self.strike_notes(item, passage, gap).await?;
        let is_addressed = self.strike_address(&record.item, passage).await?;
        if struck.places == 0 && !is_addressed {
            return Ok(struck);
        }
        self.finish(record, struck::PASSAGE, reason, struck).await?;
        Ok(struck)
    }

    /// Rewrites every revision that `cut` changes.
    async fn strike(
        &self,
        record: &Record,
        cut: impl Fn(&Value) -> Result<Option<Cut>, WriteError>,
    ) -> Result<Struck, WriteError> {
        let mut struck = Struck::default();
        for row in self.revisions(record.item.id).await? {
            let Some((text, places)) = cut(&row.content.0)? else { continue };
            struck.revisions += 1;
            struck.places += places;
            let mut row = row.into_active_model();
            row.content = Set(text.into());
            row.update(self.db).await?;
        }
        Ok(struck)
    }

    async fn revisions(&self, item: Uuid) -> Result<Vec<revision::Model>, DbErr> {
        revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item))
            .order_by_asc(revision::Column::Number)
            .all(self.db)
            .await
    }

    async fn strike_notes(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
    ) -> Result<i32, WriteError> {
        let mut places = 0;
        for row in self.revisions(item).await? {
            let note = row.note.as_deref().and_then(|note| passage.struck_from(note, gap));
            let Some((note, found)) = note else { continue };
            places += found;
            let mut row = row.into_active_model();
            row.note = Set(Some(note));
            row.update(self.db).await?;
        }
        Ok(places)
    }

    /// An address is made of a title: where it repeats the passage, it leads nowhere from now on.
    async fn strike_address(&self, item: &Item, passage: &Passage) -> Result<bool, WriteError> {
        let words = format!("-{}-", passage.slug());
        let repeats = |slug: &str| words.len() > 2 && format!("-{slug}-").contains(&words);
        let mut is_struck = false;
        let old = old_slug::Entity::find().filter(old_slug::Column::ItemId.eq(item.id));
        for row in old.all(self.db).await?.into_iter().filter(|row| repeats(&row.slug)) {
            old_slug::Entity::delete_by_id(row.id).exec(self.db).await?;
            is_struck = true;
        }
        for row in self.revisions(item.id).await? {
            let Some(head) = row.head() else { continue };
            if head.slug.as_deref().is_some_and(repeats) {
                let mut row = row.into_active_model();
                row.head = Set(Some(json(&Head { slug: None, ..head })?));
                row.update(self.db).await?;
                is_struck = true;
            }
        }
        if repeats(&item.slug) {
            let record = Record::of(self.db, item.clone()).await?;
            let text = record.public.as_ref().unwrap_or(&record.newest);
            let wanted = slugs::slug_of(&text.content().unwrap_or_default().title);
            let mut row = item.clone().into_active_model();
            row.slug = Set(slugs::free(self.db, &item.kind, &wanted, Some(item.id)).await?);
            row.update(self.db).await?;
            is_struck = true;
        }
        Ok(is_struck)
    }

    /// Whoever has the text open is told when they save; the next import does not bring it back;
    /// lists, the index and all who follow learn of it; the log tells that it was done.
    async fn finish(
        &self,
        record: Record,
        what: &str,
        reason: &str,
        struck: Struck,
    ) -> Result<(), WriteError> {
        let id = record.item.id;
        self.next_number(&record.item).await?;
        self.mark_edited(id).await?;
        let record = Record::load(self.db, id).await?.ok_or(WriteError::Missing)?;
        let kind = self.kind(&record.item.kind)?;
        let text = record.public.as_ref().unwrap_or(&record.newest);
        let content = text.content().ok_or(WriteError::Unreadable)?;
        let draft = Draft { content, head: record.head(), note: None };
        let item = self.rewrite(&record.item, kind, Change::to(&draft)).await?;
        self.file(kind, &item, &draft.content, Which::All).await?;
        changes::again(self.db, self.clock, &[id]).await?;
        let row = struck::Model {
            id: self.clock.new_id(),
            item_id: id,
            at: self.clock.now().into(),
            author: self.author,
            what: what.to_owned(),
            reason: reason.to_owned(),
            revisions: struck.revisions,
            places: struck.places,
        };
        struck::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        Ok(())
    }
}

/// The text without the passage; refused where a fact would no longer be one. It is struck from what is
/// stored, also where that can't be read.
fn without_passage(
    kind: &Kind,
    text: &Value,
    passage: &Passage,
    gap: &str,
) -> Result<Option<Cut>, WriteError> {
    let mut without = text.clone();
    let places = strike_strings(&mut without, passage, gap);
    if places == 0 {
        return Ok(None);
    }
    let unreadable = |text: &Value| {
        Content::of_stored(text)
            .map(|content| [(kind.unreadable)(&content), content.unreadable].concat())
    };
    let (before, after) = (unreadable(text), unreadable(&without));
    let broken = after.into_iter().flatten();
    let broken: Vec<String> =
        broken.filter(|path| before.as_ref().is_none_or(|before| !before.contains(path))).collect();
    if broken.is_empty() { Ok(Some((without, places))) } else { Err(WriteError::Needed(broken)) }
}

fn strike_strings(value: &mut Value, passage: &Passage, gap: &str) -> i32 {
    match value {
        Value::String(text) => match passage.struck_from(text, gap) {
            Some((struck, places)) => {
                *text = struck;
                places
            }
            None => 0,
        },
        Value::Array(all) => all.iter_mut().map(|one| strike_strings(one, passage, gap)).sum(),
        Value::Object(all) => all.values_mut().map(|one| strike_strings(one, passage, gap)).sum(),
        _ => 0,
    }
}
