//! A new item with its first text.

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{Draft, Stage, WriteError, Writer};
use crate::items::filing::{ListEntry, Which};
use crate::items::tables::item;
use crate::items::{Item, Kind, State, slugs};

/// What an item is called by programs.
pub(super) struct Names {
    pub id: Uuid,
    pub external_id: String,
    /// Of the line it came in by; empty when it came by none.
    pub digest: String,
}

impl Names {
    /// For what was begun here.
    pub fn of_our_own(id: Uuid) -> Self {
        Self { id, external_id: format!("urn:uuid:{id}"), digest: String::new() }
    }
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Writes a new item with its first text, a draft.
    pub(super) async fn insert(
        &self,
        kind: &'static Kind,
        names: Names,
        draft: &Draft,
    ) -> Result<Item, WriteError> {
        let row = self.row_of(kind, names, draft, 1).await?;
        item::Entity::insert(row.clone().into_active_model())
            .exec_without_returning(self.db)
            .await?;
        self.add_revision(row.id, 1, draft, Stage::Draft).await?;
        self.file(kind, &row, &draft.content, Which::New).await?;
        self.log_state(&row, self.clock.now()).await?;
        Ok(row)
    }

    /// The row of a new item whose newest revision will be `number`.
    pub(super) async fn row_of(
        &self,
        kind: &'static Kind,
        names: Names,
        Draft { content, head, .. }: &Draft,
        number: i32,
    ) -> Result<Item, WriteError> {
        let now = self.clock.now();
        let wanted = head.slug.clone().unwrap_or_else(|| slugs::slug_of(&content.title));
        let archived = head.archived.clone().unwrap_or_default();
        let entry = ListEntry::of(kind, content);
        Ok(Item {
            id: names.id,
            external_id: names.external_id,
            kind: kind.name.to_owned(),
            slug: slugs::free(self.db, kind.name, &wanted, None).await?,
            lang: head.lang.clone(),
            state: State::Draft.name().to_owned(),
            example: head.example,
            centre_id: head.centre,
            original_id: head.original.map(|(id, _)| id),
            original_revision: head.original.map(|(_, revision)| revision),
            revision: number,
            digest: names.digest,
            created_at: now.into(),
            updated_at: now.into(),
            published_at: None,
            archived_under: archived.published_under,
            archived_publisher: archived.publisher,
            title: entry.title,
            title_key: Some(entry.title_key),
            lead: entry.lead,
            card: entry.card,
            starts_at: entry.starts_at,
            ends_at: entry.ends_at,
            state_since: Some(now.into()),
            published_as: None,
            edited_by_hand: self.author.is_some(),
        })
    }
}
