//! Revisions as rows: one more for each save, its files beside it, and how far it has come.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use time::OffsetDateTime;
use uuid::Uuid;

use super::publish::Change;
use super::record::{Record, json};
use super::{Draft, Stage, State, WriteError, Writer};
use crate::db::{Reads, insert_all};
use crate::items::filing::Which;
use crate::items::tables::{item, revision, revision_file};
use crate::items::{Content, Item};

impl<C: Reads> Writer<'_, C> {
    /// A revision more that nobody but its writers see, with the files that it has.
    pub(super) async fn add_revision(
        &self,
        item: Uuid,
        number: i32,
        draft: &Draft,
        stage: Stage,
    ) -> Result<revision::Model, DbErr> {
        let row = revision::Model {
            stage: Some(stage.name().to_owned()),
            ..self.revision_of(item, number, draft)?
        };
        self.insert_revision(row, draft).await
    }

    /// The row of a revision, neither public nor on its way to be.
    pub(super) fn revision_of(
        &self,
        item_id: Uuid,
        number: i32,
        draft: &Draft,
    ) -> Result<revision::Model, DbErr> {
        Ok(revision::Model {
            id: self.clock.new_id(),
            item_id,
            number,
            content: json(&draft.content)?.into(),
            note: draft.note.clone(),
            created_at: self.clock.now().into(),
            published_at: None,
            replaced_at: None,
            author: self.author,
            stage: None,
            publish_at: None,
            head: Some(json(&draft.head)?),
        })
    }

    pub(super) async fn insert_revision(
        &self,
        row: revision::Model,
        draft: &Draft,
    ) -> Result<revision::Model, DbErr> {
        let new = row.clone().into_active_model();
        revision::Entity::insert(new).exec_without_returning(self.db).await?;
        insert_all(self.db, self.revision_files(&row, &draft.content)).await?;
        Ok(row)
    }

    /// Which files a text has: one row for each, though a picture may be among the files too.
    pub(super) fn revision_files(
        &self,
        text: &revision::Model,
        content: &Content,
    ) -> Vec<revision_file::Model> {
        let mut files: Vec<(Uuid, &str)> = content.files_and_picture().collect();
        files.sort_by_key(|(file, _)| *file);
        files.dedup_by_key(|(file, _)| *file);
        let (item_id, number) = (text.item_id, text.number);
        let row = |(file_id, name): (Uuid, &str)| {
            let (id, name) = (self.clock.new_id(), name.to_owned());
            revision_file::Model { id, item_id, number, file_id, name }
        };
        files.into_iter().map(row).collect()
    }

    /// A new working text; the public sees none of it. Tells its number.
    pub(super) async fn add_working(
        &self,
        record: Record,
        draft: &Draft,
        stage: Stage,
    ) -> Result<i32, WriteError> {
        let number = self.next_number(&record.item).await?;
        let row = self.add_revision(record.item.id, number, draft, stage).await?;
        let item = Item { revision: number, ..record.item };
        let is_own = record.public.is_none();
        let record = Record { item, public: record.public, newest: row.clone() };
        if is_own {
            // Nobody has ever read it: the item is what is written.
            let kind = self.kind(&record.item.kind)?;
            let item = self.rewrite(&record.item, kind, Change::to(draft)).await?;
            self.file(kind, &item, &draft.content, Which::New).await?;
        }
        self.set_stage(&record, &row, stage, None).await?;
        Ok(number)
    }

    /// Takes the next number for whoever sees the same newest one as the database holds: of two who
    /// save at once only one finds it.
    pub(super) async fn next_number(&self, item: &Item) -> Result<i32, WriteError> {
        let number = item.revision + 1;
        let mut taken = item::Entity::update_many()
            .col_expr(item::Column::Revision, Expr::value(number))
            .filter(item::Column::Id.eq(item.id))
            .filter(item::Column::Revision.eq(item.revision));
        if self.author.is_some() {
            taken = taken.col_expr(item::Column::EditedByHand, Expr::value(true));
        }
        if taken.exec(self.db).await?.rows_affected == 1 {
            return Ok(number);
        }
        let newest = item::Entity::find_by_id(item.id).one(self.db).await?;
        Err(newest.map_or(WriteError::Missing, |now| WriteError::Stale { newest: now.revision }))
    }

    /// How far the working text has come; an item that never was public is as far itself.
    pub(super) async fn set_stage(
        &self,
        record: &Record,
        working: &revision::Model,
        stage: Stage,
        publish_at: Option<OffsetDateTime>,
    ) -> Result<(), WriteError> {
        let mut row = working.clone().into_active_model();
        row.stage = Set(Some(stage.name().to_owned()));
        row.publish_at = Set(publish_at.map(Into::into));
        row.update(self.db).await?;
        if record.public.is_none() && record.item.state() != State::Withdrawn {
            let is_draft = stage == Stage::Draft;
            let own = if is_draft { State::Draft } else { State::InReview };
            self.set_state(&record.item, own, self.clock.now()).await?;
        } else if self.author.is_some() {
            self.mark_edited(record.item.id).await?;
        }
        Ok(())
    }

    pub(super) async fn mark_edited(&self, item: Uuid) -> Result<(), DbErr> {
        item::Entity::update_many()
            .col_expr(item::Column::EditedByHand, Expr::value(true))
            .filter(item::Column::Id.eq(item))
            .exec(self.db)
            .await?;
        Ok(())
    }
}
