//! The rows of new items, of all tables: made first, and written together. A single item is a batch of
//! one.

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::{Draft, Writer};
use crate::clock::Clock;
use crate::db::{Reads, insert_all};
use crate::items::filing::{FiledBy, NewFiling};
use crate::items::tables::{contact, item, item_state, item_use, revision, revision_file};
use crate::items::{Contact, Item, Kind, changes, uses};
use crate::organisations::Mentioned;

/// The rows of items that are on their way in.
#[derive(Default)]
pub(super) struct NewRows {
    items: Vec<item::Model>,
    revisions: Vec<revision::Model>,
    revision_files: Vec<revision_file::Model>,
    filing: NewFiling,
    uses: Vec<item_use::Model>,
    states: Vec<item_state::Model>,
    contacts: Vec<contact::Model>,
    names: Mentioned,
    /// Those who follow are told of these.
    told: Vec<Uuid>,
}

/// A new item with its texts, the oldest first.
pub(super) struct NewItem {
    pub row: Item,
    pub texts: Vec<(revision::Model, Draft)>,
    pub contact: Option<Contact>,
}

impl NewRows {
    /// Adds an item with all that hangs by it.
    pub fn add<C: Reads>(
        &mut self,
        writer: &Writer<'_, C>,
        (kind, by): (&Kind, &FiledBy),
        NewItem { row, texts, contact }: NewItem,
    ) {
        let clock = writer.clock;
        if row.state().is_visible() {
            for (_, draft) in &texts {
                self.names.add(&(kind.organisations)(&draft.content));
            }
        }
        let with_content = texts.iter().map(|(text, draft)| (text, &draft.content));
        self.filing.add(clock, (kind, by), &row, with_content);
        if let Some((_, newest)) = texts.last() {
            self.uses.extend(uses::rows(clock, row.id, &newest.content.uses));
        }
        if texts.iter().any(|(text, _)| text.is_published()) {
            self.told.push(row.id);
        }
        for (text, draft) in texts {
            self.revision_files.extend(writer.revision_files(&text, &draft.content));
            self.revisions.push(text);
        }
        self.states.push(writer.state_row(&row, clock.now()));
        if let Some(Contact { role, email }) = contact {
            self.contacts.push(contact::Model { id: clock.new_id(), item_id: row.id, role, email });
        }
        self.items.push(row);
    }

    pub async fn insert(self, db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
        insert_all(db, self.items).await?;
        insert_all(db, self.revisions).await?;
        insert_all(db, self.revision_files).await?;
        insert_all(db, self.filing.cards).await?;
        insert_all(db, self.filing.text_facets).await?;
        insert_all(db, self.filing.facets).await?;
        insert_all(db, self.uses).await?;
        insert_all(db, self.states).await?;
        insert_all(db, self.contacts).await?;
        self.names.remember(db).await?;
        changes::again(db, clock, &self.told).await
    }
}
