//! Does a line say what is here already? What readers see decides, not the words of the file: nothing
//! and an empty text are the same, and so are a theme's old name and the one it has.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use uuid::Uuid;

use super::publish::FirstPublic;
use super::record::Record;
use super::{Stage, State, Writer};
use crate::db::{Reads, Timestamp};
use crate::items::filing::FiledBy;
use crate::items::incoming::{ContactChange, Incoming};
use crate::items::tables::{contact, revision};
use crate::items::{Archived, Content, Head, Image, Item, Kind, Placed, slugs};

/// The text of a row is the one that came in.
pub(super) fn is_text(kind: &Kind, by: &FiledBy, row: &revision::Model, new: &Content) -> bool {
    let stored = row.content();
    stored.is_some_and(|stored| plain(kind, by, stored) == plain(kind, by, new.clone()))
}

/// A text as it is compared.
fn plain(kind: &Kind, by: &FiledBy, content: Content) -> Content {
    let facts = (kind.current)(&content);
    Content {
        facts: stated(facts).unwrap_or(Value::Null),
        themes: by.current_themes(&content.themes),
        // No line says these.
        facts_version: 0,
        unreadable: Vec::new(),
        struck_files: 0,
        image: content.image.map(Image::as_a_line_says),
        pictures: content.pictures.into_iter().map(Placed::as_a_line_says).collect(),
        ..content
    }
}

/// What is stated of the facts; `None` when nothing is. The entries of a list keep their places.
fn stated(facts: Value) -> Option<Value> {
    match facts {
        Value::Null => None,
        Value::String(text) => (!text.is_empty()).then_some(Value::String(text)),
        Value::Array(all) if all.is_empty() => None,
        Value::Array(all) => {
            let each = all.into_iter().map(|one| stated(one).unwrap_or(Value::Null));
            Some(Value::Array(each.collect()))
        }
        Value::Object(all) => {
            let some = all.into_iter().filter_map(|(name, one)| Some((name, stated(one)?)));
            let some: Map<String, Value> = some.collect();
            (!some.is_empty()).then_some(Value::Object(some))
        }
        other => Some(other),
    }
}

/// When the item's text was changed last, where a line brings no other text. What the line says is
/// taken when it lies between the day that the text became public and now.
pub(super) fn changed_at(
    record: &Record,
    new: &Incoming,
    first: &FirstPublic,
    now: OffsetDateTime,
) -> OffsetDateTime {
    let item = &record.item;
    let since = record.public.as_ref().and_then(|public| public.published_at);
    let is_possible = |at: &OffsetDateTime| {
        *at <= now && (item.is_undated() || since.is_none_or(|since| since <= *at))
    };
    if let Some(said) = new.updated_at.filter(is_possible) {
        return said;
    }
    // What was never changed since it was published is not changed by a better day for that.
    if item.changed_at().is_none() { first.at } else { item.updated_at.into() }
}

impl<C: Reads> Writer<'_, C> {
    /// Would an import of this change nothing?
    pub(super) async fn is_here(
        &self,
        record: &Record,
        new: &Incoming,
        by: &FiledBy,
        first: Option<&FirstPublic>,
    ) -> Result<bool, DbErr> {
        let is_text_of = |row: &revision::Model| is_text(new.kind, by, row, &new.content);
        let public = record.public.as_ref();
        let is_same = match new.state {
            State::Draft => is_text_of(&record.newest) && is_at(record, Stage::Draft),
            State::InReview => is_text_of(&record.newest) && is_at(record, Stage::InReview),
            State::Published | State::Archived => {
                record.item.state() == new.state
                    && public.is_some_and(is_text_of)
                    && !takes_draft_back(record, new)
            }
            State::Withdrawn => {
                record.item.state() == State::Withdrawn && is_text_of(&record.newest)
            }
        };
        let is_beside = matches!(new.state, State::Draft | State::InReview);
        if !is_same || (!is_beside && !self.is_dated(record, new, first)) {
            return Ok(false);
        }
        let head = if is_beside { record.head_of(&record.newest) } else { record.head() };
        if !self.is_head(&record.item, &head, &new.head()).await? {
            return Ok(false);
        }
        // A draft beside a public text says nothing of the contact.
        Ok((is_beside && public.is_some()) || self.is_contact(record.item.id, new).await?)
    }

    fn is_dated(&self, record: &Record, new: &Incoming, first: Option<&FirstPublic>) -> bool {
        let item = &record.item;
        let Some(first) = first else { return item.published_at.is_none() };
        item.published_at == Some(first.at.into())
            && item.published_as == first.known_as
            && item.updated_at == Timestamp::from(changed_at(record, new, first, self.clock.now()))
    }

    /// Is what stands around a text of the item what a line wants there?
    pub(super) async fn is_head(
        &self,
        item: &Item,
        here: &Head,
        wanted: &Head,
    ) -> Result<bool, DbErr> {
        let around = |head: &Head| Head {
            slug: None,
            archived: head.archived.clone().map(|mark| Archived { label: None, ..mark }),
            original: None,
            ..head.clone()
        };
        // Which text of the original it was made from holds for as long as it is the same text.
        let original = |head: &Head| head.original.map(|(id, _)| id);
        if around(here) != around(wanted) || original(here) != original(wanted) {
            return Ok(false);
        }
        let Some(slug) = wanted.slug.as_ref() else { return Ok(true) };
        if here.slug.as_ref().unwrap_or(&item.slug) == slug || item.slug == *slug {
            return Ok(true);
        }
        // Another item may have the one that is wanted, and this one has its number already.
        Ok(slugs::free(self.db, &item.kind, slug, Some(item.id)).await? == item.slug)
    }

    pub(super) async fn is_contact(&self, item: Uuid, new: &Incoming) -> Result<bool, DbErr> {
        let wanted = match &new.contact {
            ContactChange::Keep => return Ok(true),
            ContactChange::Remove => None,
            ContactChange::Set(wanted) => Some(wanted),
        };
        let here = contact::Entity::find().filter(contact::Column::ItemId.eq(item));
        let here = here.one(self.db).await?;
        Ok(here.as_ref().map(|row| (&row.role, &row.email))
            == wanted.map(|contact| (&contact.role, &contact.email)))
    }
}

/// The working text has come so far; without one, what is public says it already.
fn is_at(record: &Record, stage: Stage) -> bool {
    record.working().is_none_or(|working| working.stage() == stage)
}

/// An earlier line's draft that this one has not is taken back; a person's stays. A line with an id is
/// of an export, which holds no drafts.
pub(super) fn takes_draft_back(record: &Record, new: &Incoming) -> bool {
    new.id.is_none() && record.working().is_some_and(|working| working.author.is_none())
}
