//! A new item with its first text.

use uuid::Uuid;

use super::rows::{NewItem, NewRows};
use super::{Draft, Stage, WriteError, Writer};
use crate::db::Reads;
use crate::items::filing::{FiledBy, ListEntry};
use crate::items::tables::revision;
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

/// The address that a new item is to have, when it is free.
pub(super) fn wanted_slug(Draft { content, head, .. }: &Draft) -> String {
    head.slug.clone().unwrap_or_else(|| slugs::slug_of(&content.title))
}

impl<C: Reads> Writer<'_, C> {
    /// Writes a new item with its first text, a draft.
    pub(super) async fn insert(
        &self,
        kind: &'static Kind,
        names: Names,
        draft: &Draft,
    ) -> Result<Item, WriteError> {
        let slug = slugs::free(self.db, kind.name, &wanted_slug(draft), None).await?;
        let row = self.row_of(kind, names, slug, draft, 1);
        let text = revision::Model {
            stage: Some(Stage::Draft.name().to_owned()),
            ..self.revision_of(row.id, 1, draft)?
        };
        let by = FiledBy::load(self.db).await?;
        let mut rows = NewRows::default();
        let texts = vec![(text, draft.clone())];
        rows.add(self, (kind, &by), NewItem { row: row.clone(), texts, contact: None });
        // On the heap: every future that creates would else be as large.
        Box::pin(rows.insert(self.db, self.clock)).await?;
        Ok(row)
    }

    /// The row of a new item whose newest revision will be `number`.
    pub(super) fn row_of(
        &self,
        kind: &Kind,
        names: Names,
        slug: String,
        Draft { content, head, .. }: &Draft,
        number: i32,
    ) -> Item {
        let now = self.clock.now();
        let archived = head.archived.clone().unwrap_or_default();
        let entry = ListEntry::of(kind, content);
        // A line that has just come in is as it came.
        let edited_by_hand = self.author.is_some() && names.digest.is_empty();
        Item {
            id: names.id,
            external_id: names.external_id,
            kind: kind.name.to_owned(),
            slug,
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
            edited_by_hand,
        }
    }
}
