//! Takes in an item from a file of lines. The file keeps a digest of its own on the item, so the same
//! line twice changes nothing; what a person has written since is not written over, what was struck
//! stays struck, and what was public on a day that has been stays as it was.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::new::Names;
use super::outcome::{ImportOutcome, Over, Remark, Stored, other_slug, still_lacks};
use super::publish::{Becomes, Change, FirstPublic, Publication};
use super::record::Record;
use super::same::{changed_at, is_text, takes_draft_back};
use super::{Draft, Stage, State, WriteError, Writer};
use crate::dates::oslo_day;
use crate::db::Reads;
use crate::items::filing::{FiledBy, Which};
use crate::items::incoming::{ContactChange, Incoming, LeftOut, UNKNOWN};
use crate::items::tables::{contact, item, revision};
use crate::items::{Contact, Item, changes};

impl<C: Reads> Writer<'_, C> {
    /// Stores `incoming` under its external id. What a person has changed since the last import is
    /// left alone, and so is what was struck, unless it is to be written over: then the file wins,
    /// and what the person wrote stays among the revisions.
    pub async fn import(
        &self,
        incoming: &Incoming,
        over: Over,
    ) -> Result<ImportOutcome, WriteError> {
        let existing = item::Entity::find()
            .filter(item::Column::ExternalId.eq(&incoming.external_id))
            .one(self.db)
            .await?;
        match existing {
            None => self.import_new(incoming, over).await,
            Some(old) if old.digest == incoming.digest && !(over.edits && old.edited_by_hand) => {
                Ok(Stored::Unchanged(old.id).into())
            }
            Some(old) => {
                let record = Record::of(self.db, old).await?;
                // On the heap: every future that imports would else be as large.
                Box::pin(self.import_known(record, incoming, over)).await
            }
        }
    }

    async fn import_new(&self, new: &Incoming, over: Over) -> Result<ImportOutcome, WriteError> {
        if new.has_been_public() {
            // On the heap: every future that imports would else be as large.
            let stored = Box::pin(self.import_new_public(&[new], over)).await?;
            return stored.into_iter().next().ok_or(WriteError::Missing);
        }
        let strikes = self.allow_new(&[new], over).await?;
        let names = Names {
            id: new.id.unwrap_or_else(|| self.clock.new_id()),
            external_id: new.external_id.clone(),
            digest: new.digest.clone(),
        };
        let item = self.insert(new.kind, names, &draft_of(new)).await?;
        let id = item.id;
        let mut remarks: Vec<Remark> = other_slug(new, &item.slug).into_iter().collect();
        if new.state == State::InReview {
            let record = Record::of(self.db, item).await?;
            self.set_stage(&record, &record.newest, Stage::InReview, None).await?;
        }
        self.set_contact(id, new).await?;
        let is_over = self.keep_strikes(&strikes, new, id).await?;
        remarks.extend(is_over.then_some(Remark::OverStrikes));
        Ok(ImportOutcome { stored: Stored::Created(id), remarks, lacks: new.left_out })
    }

    async fn import_known(
        &self,
        record: Record,
        said: &Incoming,
        over: Over,
    ) -> Result<ImportOutcome, WriteError> {
        let by = FiledBy::load(self.db).await?;
        let new = self.completed(&record, said, &by, over).await?;
        let (id, now) = (record.item.id, self.clock.now());
        let first = first_public(Some(&record.item), &new, now);
        let is_beside = matches!(new.state, State::Draft | State::InReview);
        let mut remarks = Vec::new();
        if let Some(first) = first.as_ref().filter(|_| !is_beside) {
            remarks.extend(
                said.published_at
                    .filter(|at| oslo_day(*at) != oslo_day(first.at))
                    .map(|said| Remark::KeepsDay { said, first: first.at }),
            );
        }
        if self.is_here(&record, &new, &by, first.as_ref()).await? {
            if !record.item.edited_by_hand {
                self.sign(id, &new.digest).await?;
            }
            let lacks = LeftOut::default();
            return Ok(ImportOutcome { stored: Stored::Unchanged(id), remarks, lacks });
        }
        let strikes = self.strikes_against(&record, &new).await?;
        match strikes.first() {
            Some(strike) if !over.strikes => return Err(WriteError::struck(said, strike)),
            None if record.item.edited_by_hand && !over.edits => {
                return Err(WriteError::EditedByHand);
            }
            _ => {}
        }
        self.write_over(&new.external_id, &strikes).await?;
        remarks.extend((!strikes.is_empty()).then_some(Remark::OverStrikes));
        if let (State::Published | State::Archived, Some(first)) = (new.state, &first) {
            remarks.extend(counts_from_now(&record, &new, &by, first, now));
        }
        // Contact and address are no part of a text beside the public one.
        let is_shown = !is_beside || record.public.is_none();
        Box::pin(self.import_again(record, &new, &by, first)).await?;
        if is_shown {
            self.set_contact(id, &new).await?;
        }
        self.sign(id, &new.digest).await?;
        if is_shown && let Some(item) = item::Entity::find_by_id(id).one(self.db).await? {
            remarks.extend(other_slug(&new, &item.slug));
        }
        let lacks = still_lacks(&new);
        Ok(ImportOutcome { stored: Stored::Updated(id), remarks, lacks })
    }

    async fn import_again(
        &self,
        record: Record,
        new: &Incoming,
        by: &FiledBy,
        first: Option<FirstPublic>,
    ) -> Result<(), WriteError> {
        match (new.state, first) {
            (State::Draft, _) => self.import_working(record, new, by, Stage::Draft).await,
            (State::InReview, _) => self.import_working(record, new, by, Stage::InReview).await,
            (State::Withdrawn, first) => self.import_withdrawn(record, new, by, first).await,
            (State::Published | State::Archived, Some(first)) => {
                self.import_public(record, new, by, first).await
            }
            (State::Published | State::Archived, None) => Ok(()),
        }
    }

    /// A text beside the public one, which stands. A line that says what is public already adds none.
    async fn import_working(
        &self,
        record: Record,
        new: &Incoming,
        by: &FiledBy,
        stage: Stage,
    ) -> Result<(), WriteError> {
        if !self.is_saved_already(&record, new, by).await? {
            return self.add_working(record, &draft_of(new), stage).await.map(|_| ());
        }
        match record.working() {
            Some(working) => self.set_stage(&record, working, stage, None).await,
            None => Ok(()),
        }
    }

    /// Is this what was saved last?
    async fn is_saved_already(
        &self,
        record: &Record,
        new: &Incoming,
        by: &FiledBy,
    ) -> Result<bool, DbErr> {
        let newest = &record.newest;
        Ok(is_text(new.kind, by, newest, &new.content)
            && self.is_head(&record.item, &record.head_of(newest), &new.head()).await?)
    }

    async fn import_public(
        &self,
        record: Record,
        new: &Incoming,
        by: &FiledBy,
        first: FirstPublic,
    ) -> Result<(), WriteError> {
        let draft = draft_of(new);
        let is_new = |text: &revision::Model| is_text(new.kind, by, text, &new.content);
        self.redate_first_text(&record, &first).await?;
        if record.public.as_ref().is_some_and(is_new) {
            return self.import_around(record, new, draft, first).await;
        }
        let at = public_from(&record, new, &first, self.clock.now());
        // Of what never was public here the line may know that it has been changed since.
        let updated = if was_public(&record) { at } else { new.updated_at.unwrap_or(at) };
        let working = record.working().filter(|working| is_new(working)).cloned();
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
        draft: Draft,
        first: FirstPublic,
    ) -> Result<(), WriteError> {
        let now = self.clock.now();
        let updated = changed_at(&record, new, &first, now);
        // As it is stored: what of it can't be read is known there.
        let content = record.public.as_ref().and_then(revision::Model::content);
        let draft = Draft { content: content.unwrap_or(draft.content), ..draft };
        let record =
            if takes_draft_back(&record, new) { self.drop_working(record).await? } else { record };
        let state = Some((new.state, now));
        let change = Change { draft: &draft, dated: Some((updated, &first)), state };
        let item = self.rewrite(&record.item, new.kind, change).await?;
        let which = Which::between(&record.item, &item);
        self.file(new.kind, &item, &draft.content, which).await?;
        Ok(changes::again(self.db, self.clock, &[item.id]).await?)
    }

    /// The day nobody knew has been found: the first text was public from then on.
    async fn redate_first_text(&self, record: &Record, found: &FirstPublic) -> Result<(), DbErr> {
        let item = &record.item;
        if !item.is_undated() || item.published_at == Some(found.at.into()) {
            return Ok(());
        }
        let Some(first) = self.first_text(item.id).await? else { return Ok(()) };
        let mut first = first.into_active_model();
        first.published_at = Set(Some(found.at.into()));
        first.update(self.db).await.map(|_| ())
    }

    /// The first text that was public.
    pub(super) async fn first_text(&self, item: Uuid) -> Result<Option<revision::Model>, DbErr> {
        revision::Entity::find()
            .filter(revision::Column::ItemId.eq(item))
            .filter(revision::Column::PublishedAt.is_not_null())
            .order_by_asc(revision::Column::Number)
            .one(self.db)
            .await
    }

    /// The text that was public is kept as it was, for the day that it is restored.
    async fn import_withdrawn(
        &self,
        record: Record,
        new: &Incoming,
        by: &FiledBy,
        first: Option<FirstPublic>,
    ) -> Result<(), WriteError> {
        let (draft, now) = (draft_of(new), self.clock.now());
        let mut item = record.item.clone();
        if !self.is_saved_already(&record, new, by).await? {
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
        let dated = first.as_ref().map(|first| (changed_at(&record, new, first, now), first));
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

/// Is, or was, a text of the item public here, or told of as withdrawn?
fn was_public(record: &Record) -> bool {
    record.public.is_some() || record.item.state() == State::Withdrawn
}

/// From when on a text is public that is another than the one before. What was public until now was so
/// on each day that has been, whatever the line says; only of today it may know more. What never was
/// public here takes nothing from anybody: it has been so since the day that the line says.
fn public_from(
    record: &Record,
    new: &Incoming,
    first: &FirstPublic,
    now: OffsetDateTime,
) -> OffsetDateTime {
    if !was_public(record) {
        return first.at;
    }
    let since = record.public_since();
    let is_possible = |at: &OffsetDateTime| {
        *at <= now && oslo_day(*at) == oslo_day(now) && since.is_none_or(|since| since < *at)
    };
    let said = new.updated_at.filter(is_possible);
    said.unwrap_or_else(|| since.map_or(now, |since| since.max(now)))
}

/// The line says another day of its text than it will be public from.
fn counts_from_now(
    record: &Record,
    new: &Incoming,
    by: &FiledBy,
    first: &FirstPublic,
    now: OffsetDateTime,
) -> Option<Remark> {
    let is_new = |text: &revision::Model| is_text(new.kind, by, text, &new.content);
    if !was_public(record) || record.public.as_ref().is_some_and(is_new) {
        return None;
    }
    let from = oslo_day(public_from(record, new, first, now));
    let said = new.updated_at.filter(|said| oslo_day(*said) != from)?;
    Some(Remark::CountsFromNow { said })
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
