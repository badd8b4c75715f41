//! Makes a text public: the item becomes what the text and its head say, and all who follow are told.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use super::record::Record;
use super::{Draft, Stage, State, WriteError, Writer};
use crate::clock::Clock;
use crate::db::{self, Db, Reads};
use crate::items::filing::{self, FiledBy, ListEntry, Which};
use crate::items::tables::revision;
use crate::items::{Content, Head, Item, Kind, changes, slugs, uses};
use crate::jobs::{self, Job};
use crate::organisations;

/// When an item first was public, and how that is told where it is less than a day.
#[derive(Clone, Debug)]
pub(super) struct FirstPublic {
    pub at: OffsetDateTime,
    pub known_as: Option<String>,
}

/// The text that becomes public.
pub(super) enum Becomes {
    /// It has been saved before.
    Saved(revision::Model),
    /// It comes as the row that is to be, and is not saved yet.
    New(revision::Model),
}

/// What becomes public, and how.
pub(super) struct Publication {
    pub text: Becomes,
    pub draft: Draft,
    /// From when on this text is the public one.
    pub at: OffsetDateTime,
    /// When the item's row says that it was changed.
    pub updated: OffsetDateTime,
    pub first: FirstPublic,
    pub state: State,
}

/// How an item's own row changes.
pub(super) struct Change<'c> {
    pub draft: &'c Draft,
    /// When it was changed, and when it first was public.
    pub dated: Option<(OffsetDateTime, &'c FirstPublic)>,
    /// Its state, and since when.
    pub state: Option<(State, OffsetDateTime)>,
}

impl<'c> Change<'c> {
    pub fn to(draft: &'c Draft) -> Self {
        Self { draft, dated: None, state: None }
    }
}

/// A text that is to be public at a set time.
#[derive(Debug, Serialize, Deserialize)]
pub struct PublishDue {
    pub item: Uuid,
    pub number: i32,
}

impl Job for PublishDue {
    const NAME: &'static str = "publish";
}

/// Publishes the text, if it still is the one that waits: whoever has saved since has taken it back.
pub async fn publish_due(
    db: &Db,
    clock: &Clock,
    kinds: &[&'static Kind],
    PublishDue { item, number }: PublishDue,
) -> Result<(), WriteError> {
    db::transaction::<(), WriteError, _>(db, |tx| {
        let (clock, kinds) = (clock.clone(), kinds.to_vec());
        Box::pin(async move {
            let Some(record) = Record::load(tx, item).await? else { return Ok(()) };
            let waits =
                |text: &&revision::Model| text.number == number && text.stage() == Stage::Scheduled;
            let Some(text) = record.working().filter(waits).cloned() else { return Ok(()) };
            let Some(at) = text.publish_at.map(OffsetDateTime::from) else { return Ok(()) };
            // It was moved to a later hour, which has a job of its own.
            if at > clock.now() {
                return Ok(());
            }
            let at = record.public_since().map_or(at, |since| since.max(at));
            // It is still the work of whoever wrote it.
            let writer = Writer { author: text.author, ..Writer::new(tx, &clock, &kinds) };
            writer.publish_text(record, text, at).await
        })
    })
    .await
}

impl<C: Reads> Writer<'_, C> {
    pub(super) async fn schedule(
        &self,
        item: Uuid,
        number: i32,
        at: OffsetDateTime,
    ) -> Result<(), WriteError> {
        Ok(jobs::enqueue_at(self.db, self.clock, &PublishDue { item, number }, at).await?)
    }

    /// The working text becomes the public one.
    pub(super) async fn publish_text(
        &self,
        record: Record,
        working: revision::Model,
        at: OffsetDateTime,
    ) -> Result<(), WriteError> {
        let content = working.content().ok_or(WriteError::Unreadable)?;
        let draft = Draft { content, head: record.head_of(&working), note: working.note.clone() };
        let known_as = record.item.published_as.clone();
        let first = match record.item.published_at {
            Some(at) => FirstPublic { at: at.into(), known_as },
            None => FirstPublic { at, known_as: None },
        };
        let state = State::Published;
        let published =
            Publication { text: Becomes::Saved(working), draft, at, updated: at, first, state };
        let item = self.make_public(record, published).await?;
        Ok(self.take_contact(item.id).await?)
    }

    pub(super) async fn make_public(
        &self,
        record: Record,
        Publication { text, draft, at, updated, first, state }: Publication,
    ) -> Result<Item, WriteError> {
        if let Some(before) = record.public.filter(|before| before.replaced_at.is_none()) {
            let mut before = before.into_active_model();
            before.replaced_at = Set(Some(at.into()));
            before.update(self.db).await?;
        }
        match text {
            Becomes::Saved(row) => {
                let mut row = row.into_active_model();
                row.published_at = Set(Some(at.into()));
                (row.stage, row.publish_at) = (Set(None), Set(None));
                row.update(self.db).await?;
            }
            Becomes::New(row) => {
                let row = revision::Model { published_at: Some(at.into()), ..row };
                self.insert_revision(row, &draft).await?;
            }
        }
        let kind = self.kind(&record.item.kind)?;
        let (dated, state) = (Some((updated, &first)), Some((state, at)));
        let change = Change { draft: &draft, dated, state };
        let item = self.rewrite(&record.item, kind, change).await?;
        let which = Which::between(&record.item, &item);
        self.file(kind, &item, &draft.content, which).await?;
        changes::again(self.db, self.clock, &[item.id]).await?;
        Ok(item)
    }

    /// The item's own row says what a text and its head say, in one step. Hands back the row of now.
    pub(super) async fn rewrite(
        &self,
        old: &Item,
        kind: &Kind,
        Change { draft: Draft { content, head, .. }, dated, state }: Change<'_>,
    ) -> Result<Item, DbErr> {
        let mut row = old.clone().into_active_model();
        row.slug = Set(self.address(old, head, &content.title).await?);
        row.lang = Set(head.lang.clone());
        row.example = Set(head.example);
        row.centre_id = Set(head.centre);
        row.original_id = Set(head.original.map(|(id, _)| id));
        row.original_revision = Set(head.original.map(|(_, revision)| revision));
        let archived = head.archived.clone().unwrap_or_default();
        row.archived_under = Set(archived.published_under);
        row.archived_publisher = Set(archived.publisher);
        let entry = ListEntry::of(kind, content);
        row.title = Set(entry.title);
        row.title_key = Set(Some(entry.title_key));
        row.lead = Set(entry.lead);
        row.card = Set(entry.card);
        (row.starts_at, row.ends_at) = (Set(entry.starts_at), Set(entry.ends_at));
        if let Some((updated, first)) = dated {
            row.updated_at = Set(updated.into());
            row.published_at = Set(Some(first.at.into()));
            row.published_as = Set(first.known_as.clone());
        }
        let is_other = |(state, _): &(State, OffsetDateTime)| old.state() != *state;
        let state = state.filter(is_other);
        if let Some((state, at)) = state {
            row.state = Set(state.name().to_owned());
            row.state_since = Set(Some(at.into()));
        }
        row.edited_by_hand = Set(old.edited_by_hand || self.author.is_some());
        let item = row.update(self.db).await?;
        if let Some((_, at)) = state {
            self.log_state(&item, at).await?;
        }
        Ok(item)
    }

    async fn address(&self, old: &Item, head: &Head, title: &str) -> Result<String, DbErr> {
        let slug = slugs::next(self.db, old, head, title).await?;
        // An address that was never public leads nowhere.
        if slug != old.slug && old.published_at.is_some() {
            slugs::keep(self.db, self.clock, old).await?;
        }
        Ok(slug)
    }

    /// An address may name the organisations of a text that anybody can read, and of no other.
    pub(super) async fn remember_names(&self, kind: &Kind, content: &Content) -> Result<(), DbErr> {
        organisations::remember(self.db, &(kind.organisations)(content)).await
    }

    /// What lists find the item by, and what it makes use of. The content is what the public reads, or
    /// what was written last of an item that never was public.
    pub(super) async fn file(
        &self,
        kind: &Kind,
        item: &Item,
        content: &Content,
        which: Which,
    ) -> Result<(), DbErr> {
        if item.state().is_visible() {
            self.remember_names(kind, content).await?;
        }
        let by = FiledBy::load(self.db).await?;
        // What was lost of a stored text is known where it is read.
        let whole = Some(content).filter(|content| content.unreadable.is_empty());
        // On the heap: every future that publishes would else be as large.
        Box::pin(filing::file(self.db, self.clock, kind, item, &by, which, whole)).await?;
        uses::set(self.db, self.clock, item.id, &content.uses).await
    }
}
