//! Throws away a text that was never public.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use super::record::Record;
use super::{WriteError, Writer};
use crate::clock::Clock;
use crate::db::Reads;
use crate::error::Error;
use crate::files::Files;
use crate::items::tables::{file, item, item_file, revision, revision_file, struck};
use crate::items::{Item, files, renditions};
use crate::jobs::{self, Job};
use crate::statements;

/// What became of an item whose draft was thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discarded {
    /// It had no other text: it is gone.
    Item,
    /// What the public reads stands as before.
    Draft,
}

/// The bytes of a file that may have lost its last owner.
#[derive(Debug, Serialize, Deserialize)]
pub struct SweepFile {
    pub digest: String,
    /// They go even if somebody has just brought them in again.
    #[serde(default)]
    is_struck: bool,
}

impl Job for SweepFile {
    const NAME: &'static str = "sweep-file";
}

/// An import keeps the bytes before it writes the row: younger ones may be on their way in.
const UNDER_WAY: time::Duration = time::Duration::hours(1);

impl SweepFile {
    pub(super) fn at_once(digest: String) -> Self {
        Self { digest, is_struck: true }
    }
}

/// Removes the bytes, unless an item or a statement has them after all. Tells whether they are gone.
pub async fn sweep_file(
    db: &impl ConnectionTrait,
    clock: &Clock,
    store: &Files,
    SweepFile { digest, is_struck }: &SweepFile,
) -> Result<bool, Error> {
    // The store knows only bytes: a statement of the network may have the same ones.
    if files::is_kept(db, digest).await? || statements::has_file(db, digest).await? {
        return Ok(false);
    }
    let now = clock.now();
    let is_new = |at: OffsetDateTime| now - at < UNDER_WAY;
    if !is_struck && store.written_at(digest).await?.is_some_and(is_new) {
        let again = SweepFile { digest: digest.clone(), is_struck: false };
        jobs::enqueue_at(db, clock, &again, now + UNDER_WAY).await?;
        return Ok(false);
    }
    store.remove(digest).await?;
    Ok(true)
}

impl<C: Reads> Writer<'_, C> {
    /// Throws the working text away with all its drafts. An item that never was public goes whole.
    pub async fn discard(&self, item: Uuid, expected: i32) -> Result<Discarded, WriteError> {
        let record = self.open(item, expected).await?;
        if record.public.is_some() {
            record.working().ok_or(WriteError::NoDraft)?;
            self.drop_working(record).await?;
            self.forget_wanted_contact(item).await?;
            // The line that it came by is told so, and brings it again only when it is forced.
            self.forget_line(item).await?;
            return Ok(Discarded::Draft);
        }
        if record.item.published_at.is_some() {
            // It came in as withdrawn: it has been public somewhere.
            return Err(WriteError::WrongState(record.item.state()));
        }
        let translations = item::Entity::find().filter(item::Column::OriginalId.eq(item));
        for translation in translations.all(self.db).await? {
            let mut row = translation.into_active_model();
            (row.original_id, row.original_revision) = (Set(None), Set(None));
            row.update(self.db).await?;
        }
        self.let_go_of_files(item, &self.files_of(item).await?).await?;
        // What was struck of it does not come back with it.
        struck::Entity::update_many()
            .col_expr(struck::Column::ExternalId, Expr::value(record.item.external_id))
            .filter(struck::Column::ItemId.eq(item))
            .exec(self.db)
            .await?;
        item::Entity::delete_by_id(item).exec(self.db).await?;
        Ok(Discarded::Item)
    }

    /// The item is no longer as any line says, for a person has changed it.
    pub(super) async fn forget_line(&self, item: Uuid) -> Result<(), DbErr> {
        item::Entity::update_many()
            .col_expr(item::Column::EditedByHand, Expr::value(true))
            .col_expr(item::Column::Digest, Expr::value(""))
            .filter(item::Column::Id.eq(item))
            .exec(self.db)
            .await?;
        Ok(())
    }

    /// Deletes what was written after the public text. Its number is taken, so that whoever has the
    /// draft open is told when they save.
    pub(super) async fn drop_working(&self, record: Record) -> Result<Record, WriteError> {
        let Record { item, public, newest } = record;
        let Some(public) = public else { return Err(WriteError::WrongState(item.state())) };
        let number = self.next_number(&item).await?;
        revision_file::Entity::delete_many()
            .filter(revision_file::Column::ItemId.eq(item.id))
            .filter(revision_file::Column::Number.gt(public.number))
            .exec(self.db)
            .await?;
        revision::Entity::delete_many()
            .filter(revision::Column::ItemId.eq(item.id))
            .filter(revision::Column::Number.gt(public.number))
            .exec(self.db)
            .await?;
        let before = newest.content().unwrap_or_default();
        let mut gone = Vec::new();
        for (id, _) in before.files_and_picture() {
            if !self.has_file(item.id, id).await? {
                gone.push(id);
            }
        }
        self.let_go_of_files(item.id, &gone).await?;
        let item = Item { revision: number, ..item };
        Ok(Record { item, newest: public.clone(), public: Some(public) })
    }

    /// The item has a file no more that none of its texts has; of a picture all its sizes. False when one
    /// of them has it.
    pub async fn drop_unused(&self, item: Uuid, file: Uuid) -> Result<bool, DbErr> {
        let family = renditions::family(self.db, file).await?;
        for id in &family {
            if self.has_file(item, *id).await? {
                return Ok(false);
            }
        }
        let family: Vec<Uuid> = family.into_iter().collect();
        self.let_go_of_files(item, &family).await?;
        Ok(true)
    }

    pub(super) async fn has_file(&self, item: Uuid, id: Uuid) -> Result<bool, DbErr> {
        let of_some = revision_file::Entity::find()
            .filter(revision_file::Column::ItemId.eq(item))
            .filter(revision_file::Column::FileId.eq(id));
        Ok(of_some.count(self.db).await? > 0)
    }

    async fn files_of(&self, item: Uuid) -> Result<Vec<Uuid>, DbErr> {
        let rows = item_file::Entity::find().filter(item_file::Column::ItemId.eq(item));
        Ok(rows.all(self.db).await?.into_iter().map(|row| row.file_id).collect())
    }

    /// The item has these files no more. Where others have them they stay.
    pub(super) async fn let_go_of_files(&self, item: Uuid, ids: &[Uuid]) -> Result<(), DbErr> {
        for id in ids {
            item_file::Entity::delete_many()
                .filter(item_file::Column::ItemId.eq(item))
                .filter(item_file::Column::FileId.eq(*id))
                .exec(self.db)
                .await?;
            let Some(row) = file::Entity::find_by_id(*id).one(self.db).await? else { continue };
            let other = item_file::Entity::find()
                .filter(item_file::Column::FileId.eq(*id))
                .order_by_asc(item_file::Column::Id)
                .one(self.db)
                .await?;
            if let Some(other) = other {
                let mut row = row.into_active_model();
                row.item_id = Set(other.item_id);
                row.update(self.db).await?;
            } else if row.item_id == item {
                let digest = row.digest.clone();
                file::Entity::delete_by_id(*id).exec(self.db).await?;
                let sweep = SweepFile { digest, is_struck: false };
                jobs::enqueue(self.db, self.clock, &sweep).await?;
            }
        }
        Ok(())
    }
}
