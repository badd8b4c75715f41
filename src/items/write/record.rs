//! An item with its public and its newest revision, as they stand when somebody writes.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use uuid::Uuid;

use super::Draft;
use crate::items::tables::{item, revision};
use crate::items::{Archived, Head, Item, State};

pub(in crate::items) struct Record {
    pub item: Item,
    /// What the public reads, or did before the item was withdrawn.
    pub public: Option<revision::Model>,
    pub newest: revision::Model,
}

impl Record {
    pub async fn load(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Self>, DbErr> {
        match item::Entity::find_by_id(id).one(db).await? {
            Some(item) => Self::of(db, item).await.map(Some),
            None => Ok(None),
        }
    }

    pub async fn of(db: &impl ConnectionTrait, item: Item) -> Result<Self, DbErr> {
        let newest_first = revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item.id))
            .order_by_desc(revision::Column::Number);
        let none = || DbErr::RecordNotFound(format!("the item {} has no revision", item.id));
        let newest = newest_first.clone().one(db).await?.ok_or_else(none)?;
        let public = if newest.is_published() {
            Some(newest.clone())
        } else {
            newest_first.filter(revision::Column::PublishedAt.is_not_null()).one(db).await?
        };
        Ok(Self { item, public, newest })
    }

    /// The text that is being written, when there is one beside the public.
    pub fn working(&self) -> Option<&revision::Model> {
        Some(&self.newest).filter(|newest| !newest.is_published())
    }

    /// Since when the public has seen what it sees: its text, or that it was taken away.
    pub fn public_since(&self) -> Option<OffsetDateTime> {
        let text = self.public.as_ref()?.published_at;
        let was_moved = matches!(self.item.state(), State::Archived | State::Withdrawn);
        text.max(self.item.state_since.filter(|_| was_moved)).map(Into::into)
    }

    /// What stands around the text that the item's own row tells of.
    pub fn head(&self) -> Head {
        head_of(&self.item)
    }

    /// What stands around a text of the item: its own, or in older rows the item's.
    pub fn head_of(&self, revision: &revision::Model) -> Head {
        revision.head().filter(|_| !revision.is_published()).unwrap_or_else(|| self.head())
    }

    /// Is this what was saved last?
    pub fn is_saved(&self, draft: &Draft) -> Result<bool, DbErr> {
        let is_same_text = self.newest.content == json(&draft.content)?;
        Ok(is_same_text && self.is_same_head(&draft.head))
    }

    /// Does it say of its change what the text that it would be saved over does not? A text that the
    /// public has said so of its own change; only a working one is still told of.
    pub fn is_new_note(&self, draft: &Draft) -> bool {
        let told = self.working().and_then(|working| working.note.as_ref());
        draft.note.as_ref() != told
    }

    /// A head that names no address wants the one there is, or, of what nobody has read, the title's.
    fn is_same_head(&self, head: &Head) -> bool {
        let saved = self.head_of(&self.newest);
        let now = Some(&self.item.slug).filter(|_| !self.item.was_never_public());
        let slug = head.slug.as_ref().or(now);
        let label =
            |archived: &Option<Archived>| archived.clone().map(|a| Archived { label: None, ..a });
        let saved_slug = saved.slug.as_ref().or(now);
        slug == saved_slug
            && label(&head.archived) == label(&saved.archived)
            && Head { slug: None, archived: None, ..head.clone() }
                == Head { slug: None, archived: None, ..saved.clone() }
    }
}

/// What stands around the text that an item's own row tells of.
pub(super) fn head_of(item: &Item) -> Head {
    let (published_under, publisher) =
        (item.archived_under.clone(), item.archived_publisher.clone());
    let is_archived = published_under.is_some() || publisher.is_some();
    Head {
        slug: Some(item.slug.clone()),
        lang: item.lang.clone(),
        example: item.example,
        centre: item.centre_id,
        original: item.original_id.zip(item.original_revision),
        archived: is_archived.then_some(Archived { label: None, published_under, publisher }),
    }
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(value).map_err(|e| DbErr::Json(e.to_string()))
}
