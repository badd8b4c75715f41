//! Takes in an item from a file of lines. The file keeps a digest of its own on the item, so the same
//! line twice changes nothing; what a person has written since is not written over.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::new::Names;
use super::publish::{Becomes, Change, FirstPublic, Publication};
use super::record::{Record, json};
use super::{Draft, Stage, State, WriteError, Writer};
use crate::dates::oslo_day;
use crate::db::Reads;
use crate::items::filing::Which;
use crate::items::incoming::{ContactChange, Incoming, UNKNOWN};
use crate::items::tables::{contact, item, revision};
use crate::items::{Contact, Item, changes};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    Created(Uuid),
    Updated(Uuid),
    Unchanged(Uuid),
}

impl Stored {
    pub fn id(self) -> Uuid {
        match self {
            Self::Created(id) | Self::Updated(id) | Self::Unchanged(id) => id,
        }
    }
}

impl<C: Reads> Writer<'_, C> {
    /// Stores `incoming` under its external id. What a person has changed since the last import is
    /// left alone, unless it is forced: then the file wins, and what the person wrote stays among
    /// the revisions.
    pub async fn import(&self, incoming: &Incoming, force: bool) -> Result<Stored, WriteError> {
        let existing = item::Entity::find()
            .filter(item::Column::ExternalId.eq(&incoming.external_id))
            .one(self.db)
            .await?;
        match existing {
            None => self.import_new(incoming).await.map(Stored::Created),
            Some(old) if old.digest == incoming.digest && !(force && old.edited_by_hand) => {
                Ok(Stored::Unchanged(old.id))
            }
            Some(old) if old.edited_by_hand && !force => Err(WriteError::EditedByHand),
            Some(old) => {
                let record = Record::of(self.db, old).await?;
                let (id, is_public) = (record.item.id, record.public.is_some());
                self.import_again(record, incoming).await?;
                if !is_public || !matches!(incoming.state, State::Draft | State::InReview) {
                    self.set_contact(id, incoming).await?;
                }
                self.sign(id, &incoming.digest).await?;
                Ok(Stored::Updated(id))
            }
        }
    }

    async fn import_new(&self, new: &Incoming) -> Result<Uuid, WriteError> {
        if new.has_been_public() {
            // On the heap: every future that imports would else be as large.
            let ids = Box::pin(self.import_new_public(&[new])).await?;
            return ids.first().copied().ok_or(WriteError::Missing);
        }
        let names = Names {
            id: new.id.unwrap_or_else(|| self.clock.new_id()),
            external_id: new.external_id.clone(),
            digest: new.digest.clone(),
        };
        let item = self.insert(new.kind, names, &draft_of(new)).await?;
        let id = item.id;
        if new.state == State::InReview {
            let record = Record::of(self.db, item).await?;
            self.set_stage(&record, &record.newest, Stage::InReview, None).await?;
        }
        self.set_contact(id, new).await?;
        Ok(id)
    }

    async fn import_again(&self, record: Record, new: &Incoming) -> Result<(), WriteError> {
        match new.state {
            State::Draft => self.import_working(record, new, Stage::Draft).await,
            State::InReview => self.import_working(record, new, Stage::InReview).await,
            State::Published | State::Archived => self.import_public(record, new).await,
            State::Withdrawn => self.import_withdrawn(record, new).await,
        }
    }

    /// A text beside the public one, which stands. A line that says what is public already adds none.
    async fn import_working(
        &self,
        record: Record,
        new: &Incoming,
        stage: Stage,
    ) -> Result<(), WriteError> {
        let draft = draft_of(new);
        if !record.is_saved(&draft)? {
            return self.add_working(record, &draft, stage).await.map(|_| ());
        }
        match record.working() {
            Some(working) => self.set_stage(&record, working, stage, None).await,
            None => Ok(()),
        }
    }

    async fn import_public(&self, record: Record, new: &Incoming) -> Result<(), WriteError> {
        let (draft, now) = (draft_of(new), self.clock.now());
        let updated = new.updated_at.unwrap_or(now);
        let text = json(&draft.content)?;
        let Some(first) = first_public(Some(&record.item), new, now) else { return Ok(()) };
        if record.public.as_ref().is_some_and(|public| public.content == text) {
            return self.import_around(record, new, &draft, updated, first).await;
        }
        let at = match record.public.as_ref().and_then(|public| public.published_at) {
            Some(since) => replaces_at(since.into(), updated, now)?,
            None => first.at,
        };
        let is_other_state = record.item.state() != new.state;
        let was_moved = record.item.state_since.is_some_and(|since| *since > at);
        let at = if record.public.is_some() && is_other_state && was_moved { now } else { at };
        let working = record.working().filter(|working| working.content == text).cloned();
        let (record, text) = if let Some(working) = working {
            (record, Becomes::Saved(working))
        } else {
            let number = self.next_number(&record.item).await?;
            let text = Becomes::New(self.revision_of(record.item.id, number, &draft)?);
            (Record { item: Item { revision: number, ..record.item }, ..record }, text)
        };
        let state = new.state;
        let published = Publication { text, draft, at, updated, first, state };
        self.make_public(record, published).await.map(|_| ())
    }

    /// The text is the one that is public: what stands around it may be other.
    async fn import_around(
        &self,
        record: Record,
        new: &Incoming,
        draft: &Draft,
        updated: OffsetDateTime,
        first: FirstPublic,
    ) -> Result<(), WriteError> {
        let was_unknown = record.item.published_as.as_deref() == Some(UNKNOWN);
        if was_unknown && record.item.published_at != Some(first.at.into()) {
            self.redate_first_text(record.item.id, first.at).await?;
        }
        // An earlier line's draft that this one has not is taken back; a person's stays.
        let record = match record.working() {
            Some(working) if working.author.is_none() => self.drop_working(record).await?,
            _ => record,
        };
        let state = Some((new.state, self.clock.now()));
        let change = Change { draft, dated: Some((updated, &first)), state };
        let item = self.rewrite(&record.item, new.kind, change).await?;
        let which = Which::between(&record.item, &item);
        self.file(new.kind, &item, &draft.content, which).await?;
        Ok(changes::again(self.db, self.clock, &[item.id]).await?)
    }

    /// The day nobody knew has been found: the first text was public from then on.
    async fn redate_first_text(&self, item: Uuid, at: OffsetDateTime) -> Result<(), DbErr> {
        let first = revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item))
            .filter(revision::Column::PublishedAt.is_not_null())
            .order_by_asc(revision::Column::Number)
            .one(self.db)
            .await?;
        let Some(first) = first else { return Ok(()) };
        let mut first = first.into_active_model();
        first.published_at = Set(Some(at.into()));
        first.update(self.db).await.map(|_| ())
    }

    /// The text that was public is kept as it was, for the day that it is restored.
    async fn import_withdrawn(&self, record: Record, new: &Incoming) -> Result<(), WriteError> {
        let (draft, now) = (draft_of(new), self.clock.now());
        let mut item = record.item.clone();
        if !record.is_saved(&draft)? {
            let number = self.next_number(&item).await?;
            self.add_revision(item.id, number, &draft, Stage::Draft).await?;
            item.revision = number;
        }
        let is_own = record.public.is_none();
        let public = record.public.as_ref().and_then(revision::Model::content);
        // A text that can't be read is filed under nothing that the line says.
        let can_be_filed = is_own || public.is_some();
        let shown = match public {
            Some(content) => Draft { content, head: record.head(), note: None },
            None => draft,
        };
        let first = first_public(Some(&item), new, now);
        let dated = first.as_ref().map(|first| (new.updated_at.unwrap_or(now), first));
        let change = Change { draft: &shown, dated, state: Some((State::Withdrawn, now)) };
        item = self.rewrite(&item, new.kind, change).await?;
        let which = Which::between(&record.item, &item);
        if can_be_filed && (is_own || which == Which::All) {
            self.file(new.kind, &item, &shown.content, which).await?;
        }
        Ok(changes::again(self.db, self.clock, &[item.id]).await?)
    }

    /// What the next import of this line goes by.
    async fn sign(&self, id: Uuid, digest: &str) -> Result<(), DbErr> {
        item::Entity::update_many()
            .col_expr(item::Column::Digest, Expr::value(digest))
            .col_expr(item::Column::EditedByHand, Expr::value(false))
            .filter(item::Column::Id.eq(id))
            .exec(self.db)
            .await
            .map(|_| ())
    }

    /// Whom letters go to. It is no part of a text: a draft beside a public text leaves it alone.
    async fn set_contact(&self, id: Uuid, new: &Incoming) -> Result<(), WriteError> {
        if new.contact == ContactChange::Keep {
            return Ok(());
        }
        contact::Entity::delete_many().filter(contact::Column::ItemId.eq(id)).exec(self.db).await?;
        if let ContactChange::Set(Contact { role, email }) = new.contact.clone() {
            let row = contact::Model { id: self.clock.new_id(), item_id: id, role, email };
            contact::Entity::insert(row.into_active_model())
                .exec_without_returning(self.db)
                .await?;
        }
        Ok(())
    }
}

/// From when on a text is public that takes the place of one that is so `since`. A line may know only
/// the day.
fn replaces_at(
    since: OffsetDateTime,
    updated: OffsetDateTime,
    now: OffsetDateTime,
) -> Result<OffsetDateTime, WriteError> {
    if updated > since {
        Ok(updated)
    } else if oslo_day(updated) == oslo_day(since) {
        Ok(now.max(since))
    } else {
        Err(WriteError::TooEarly(since))
    }
}

pub(super) fn draft_of(new: &Incoming) -> Draft {
    Draft { content: new.content.clone(), head: new.head(), note: new.note.clone() }
}

/// When the item first was public. An item keeps the instant that it has, unless nobody knew it and
/// somebody has found it out; else it is what the line says, or now. What never was public has none.
pub(super) fn first_public(
    old: Option<&Item>,
    new: &Incoming,
    now: OffsetDateTime,
) -> Option<FirstPublic> {
    let known = old.and_then(|old| {
        let is_unknown = old.published_as.as_deref() == Some(UNKNOWN);
        let stands = old.published_at.filter(|_| !(is_unknown && new.published_at.is_some()));
        stands.map(OffsetDateTime::from)
    });
    let at = known.or_else(|| new.has_been_public().then(|| new.published_at.unwrap_or(now)))?;
    // How it is told holds only for the instant that it came with.
    let is_of = |text: &String| text == UNKNOWN || new.published_at == Some(at);
    let said = new.published_as.clone().filter(is_of);
    let known_as = match old {
        Some(old) if known.is_some() && new.published_at != Some(at) => old.published_as.clone(),
        _ => said,
    };
    Some(FirstPublic { at, known_as })
}
