//! Strikes from history what the law wants gone, a passage or a file: from every revision, with a gap
//! that can be seen. The log tells that it was done, when and why, and never what it was.

mod around;
mod elsewhere;
mod file;
mod marks;
mod passage;
mod reading;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use serde_json::Value;
use uuid::Uuid;

use super::publish::Change;
use super::record::Record;
use super::{Content, Draft, WriteError, Writer};
use crate::items::filing::Which;
use crate::items::tables::{revision, struck};
use crate::items::{Kind, changes};

pub use around::{AddressesStruck, ContactStruck};
pub use passage::{Passage, TooShort};

/// How much was struck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Struck {
    pub revisions: i32,
    pub places: i32,
}

/// What was struck with a passage, and where it stands still.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageStruck {
    /// In texts, notes and what stands around them.
    pub texts: Struck,
    pub contact: Option<ContactStruck>,
    pub addresses: AddressesStruck,
    /// So many times a file was called so.
    pub file_names: i32,
    /// Names of organisations that nothing says any more: they are forgotten.
    pub names: Vec<String>,
    /// Names that something else says: they stand.
    pub names_kept: Vec<String>,
    /// Other items that hold it, by their external ids: they stand.
    pub others: Vec<String>,
}

impl PassageStruck {
    fn is_in_item(&self) -> bool {
        self.texts != Struck::default()
            || self.contact.is_some()
            || self.addresses != AddressesStruck::default()
            || self.file_names > 0
    }

    /// Nothing was written.
    pub fn is_nothing(&self) -> bool {
        !self.is_in_item() && self.names.is_empty()
    }
}

/// A changed text, and in how many places.
type Cut = (Value, i32);

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Strikes the passage from all texts of the item and from what stands around them; `gap` stands
    /// where it was. Nothing is written when it is nowhere. `reason` is shown to everybody.
    pub async fn strike_passage(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
        reason: &str,
    ) -> Result<PassageStruck, WriteError> {
        let record = Record::load(self.db, item).await?.ok_or(WriteError::Missing)?;
        let kind = self.kind(&record.item.kind)?;
        // Before the texts: what is left of a name between two gaps would tell enough.
        let file_names = self.strike_file_names(item, passage).await?;
        let cut = |text: &Value| without_passage(kind, text, passage, gap);
        let mut texts = self.strike(&record, cut).await?;
        texts.places += self.strike_notes(item, passage, gap).await?;
        texts.places += self.strike_heads(&record.item, passage, gap).await?;
        let contact = self.strike_contact(item, passage, gap).await?;
        let addresses = self.strike_addresses(&record.item, passage).await?;
        let others = elsewhere::others(self.db, item, passage).await?;
        let mut became =
            PassageStruck { texts, contact, addresses, file_names, ..PassageStruck::default() };
        if became.is_in_item() {
            self.finish(record, struck::PASSAGE, reason, texts).await?;
            self.remember_struck_names(item, kind).await?;
        }
        let names = elsewhere::forget_names(self.db, passage, &others).await?;
        (became.names, became.names_kept) = (names.gone, names.kept);
        became.others = others.holding;
        Ok(became)
    }

    /// A name with a gap is a name too, and an address may lead to it.
    async fn remember_struck_names(&self, item: Uuid, kind: &Kind) -> Result<(), DbErr> {
        let mut rows = self.revisions(item).await?;
        rows.retain(|row| row.published_at.is_some());
        for content in rows.iter().filter_map(revision::Model::content) {
            self.remember_names(kind, &content).await?;
        }
        Ok(())
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
