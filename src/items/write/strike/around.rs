//! What stands around the texts of an item and may hold the passage too: notes, the mark of the
//! archive, contact, names of files, and the address.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use super::{Passage, strike_strings};
use crate::items::tables::{contact, file, item, item_file, old_slug, revision_file};
use crate::items::write::record::{Record, json};
use crate::items::write::{WriteError, Writer};
use crate::items::{Head, Item, slugs};

/// What became of the contact that held the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactStruck {
    /// A gap stands in its role.
    Role,
    /// Its address held it, or its role was nothing else: there is none any more.
    Whole,
}

/// What became of the addresses of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressesStruck {
    /// The last part of the address it had, and of the one it has.
    pub now: Option<(String, String)>,
    /// Addresses that led to it, and lead nowhere any more.
    pub old: Vec<String>,
    /// Drafts wanted such an address.
    pub wanted: bool,
}

impl<C: ConnectionTrait> Writer<'_, C> {
    pub(super) async fn strike_notes(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
    ) -> Result<i32, WriteError> {
        let mut places = 0;
        for row in self.revisions(item).await? {
            let note = row.note.as_deref().and_then(|note| passage.struck_from(note, gap));
            let Some((note, found)) = note else { continue };
            places += found;
            let mut row = row.into_active_model();
            row.note = Set(Some(note));
            row.update(self.db).await?;
        }
        Ok(places)
    }

    /// By whom and under whom it was published, where the archive says so.
    pub(super) async fn strike_heads(
        &self,
        item: &Item,
        passage: &Passage,
        gap: &str,
    ) -> Result<i32, DbErr> {
        let mut places = 0;
        for row in self.revisions(item.id).await? {
            let Some(mut head) = row.head.clone() else { continue };
            let archived = head.get_mut("archived");
            let found = archived.map_or(0, |archived| strike_strings(archived, passage, gap));
            if found > 0 {
                places += found;
                let mut row = row.into_active_model();
                row.head = Set(Some(head));
                row.update(self.db).await?;
            }
        }
        let struck =
            |text: &Option<String>| text.as_deref().and_then(|text| passage.struck_from(text, gap));
        let (under, by) = (struck(&item.archived_under), struck(&item.archived_publisher));
        if under.is_none() && by.is_none() {
            return Ok(places);
        }
        let mut row = item::ActiveModel { id: Set(item.id), ..Default::default() };
        for (column, found) in [(&mut row.archived_under, under), (&mut row.archived_publisher, by)]
        {
            if let Some((text, found)) = found {
                places += found;
                *column = Set(Some(text));
            }
        }
        row.update(self.db).await?;
        Ok(places)
    }

    /// An address with a gap in it reaches nobody, so it goes with all of the contact.
    pub(super) async fn strike_contact(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
    ) -> Result<Option<ContactStruck>, DbErr> {
        let rows = contact::Entity::find().filter(contact::Column::ItemId.eq(item));
        let mut became = None;
        for row in rows.all(self.db).await? {
            let role = passage.struck_from(&row.role, gap).map(|(role, _)| role);
            let is_in_address = passage.is_in(&row.email) || passage.is_in_address(&row.email);
            let is_only = role.as_deref().is_some_and(|role| role.trim() == gap);
            if is_in_address || is_only {
                contact::Entity::delete_by_id(row.id).exec(self.db).await?;
                became = Some(ContactStruck::Whole);
            } else if let Some(role) = role {
                let mut row = row.into_active_model();
                row.role = Set(role);
                row.update(self.db).await?;
                became = became.or(Some(ContactStruck::Role));
            }
        }
        Ok(became)
    }

    /// A file that is called so is called by its id from now on, also in the texts.
    pub(super) async fn strike_file_names(
        &self,
        item: Uuid,
        passage: &Passage,
    ) -> Result<i32, DbErr> {
        let mut names = 0;
        let of_texts = revision_file::Entity::find().filter(revision_file::Column::ItemId.eq(item));
        for row in of_texts.all(self.db).await? {
            if let Some(name) = struck_name(&row.name, row.file_id, passage) {
                let mut row = row.into_active_model();
                row.name = Set(name);
                row.update(self.db).await?;
                names += 1;
            }
        }
        for row in self.revisions(item).await? {
            let mut text = row.content.0.clone();
            if rename_files(&mut text, passage) > 0 {
                let mut row = row.into_active_model();
                row.content = Set(text.into());
                row.update(self.db).await?;
                names += 1;
            }
        }
        let of_item = item_file::Entity::find().filter(item_file::Column::ItemId.eq(item));
        for row in of_item.all(self.db).await? {
            if let Some(name) = struck_name(&row.name, row.file_id, passage) {
                let mut row = row.into_active_model();
                row.name = Set(name);
                row.update(self.db).await?;
                names += 1;
            }
        }
        let own = file::Entity::find().filter(file::Column::ItemId.eq(item));
        for row in own.all(self.db).await? {
            if let Some(name) = struck_name(&row.name, row.id, passage) {
                let mut row = row.into_active_model();
                row.name = Set(name);
                row.update(self.db).await?;
                names += 1;
            }
        }
        Ok(names)
    }

    /// An address is made of a title: where it repeats the passage, it leads nowhere from now on.
    pub(super) async fn strike_addresses(
        &self,
        item: &Item,
        passage: &Passage,
    ) -> Result<AddressesStruck, WriteError> {
        let mut became = AddressesStruck::default();
        let old = old_slug::Entity::find().filter(old_slug::Column::ItemId.eq(item.id));
        let old = old.all(self.db).await?.into_iter();
        for row in old.filter(|row| passage.is_in_address(&row.slug)) {
            old_slug::Entity::delete_by_id(row.id).exec(self.db).await?;
            became.old.push(row.slug);
        }
        for row in self.revisions(item.id).await? {
            let Some(head) = row.head() else { continue };
            if head.slug.as_deref().is_some_and(|slug| passage.is_in_address(slug)) {
                let mut row = row.into_active_model();
                row.head = Set(Some(json(&Head { slug: None, ..head })?));
                row.update(self.db).await?;
                became.wanted = true;
            }
        }
        if passage.is_in_address(&item.slug) {
            let record = Record::of(self.db, item.clone()).await?;
            let text = record.public.as_ref().unwrap_or(&record.newest);
            let wanted = slugs::slug_of(&text.content().unwrap_or_default().title);
            let slug = slugs::free(self.db, &item.kind, &wanted, Some(item.id)).await?;
            let row = item::ActiveModel {
                id: Set(item.id),
                slug: Set(slug.clone()),
                ..Default::default()
            };
            row.update(self.db).await?;
            became.now = Some((item.slug.clone(), slug));
        }
        Ok(became)
    }
}

/// A name of the file that tells nothing, with the ending that it had.
fn struck_name(name: &str, id: Uuid, passage: &Passage) -> Option<String> {
    if !passage.is_in(name) && !passage.is_in_address(name) {
        return None;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|e| e.len() <= 5 && e.chars().all(|c| c.is_ascii_alphanumeric()));
    Some(ending.map_or_else(|| id.to_string(), |ending| format!("{id}.{ending}")))
}

fn rename_files(text: &mut serde_json::Value, passage: &Passage) -> i32 {
    let mut names = 0;
    let mut rename = |file: &mut serde_json::Value| {
        let id = file["file"].as_str().and_then(|id| id.parse().ok());
        let name = id.zip(file["name"].as_str());
        if let Some(name) = name.and_then(|(id, name)| struck_name(name, id, passage)) {
            file["name"] = name.into();
            names += 1;
        }
    };
    if let Some(image) = text.get_mut("image").filter(|image| image.is_object()) {
        rename(image);
    }
    let files = text.get_mut("files").and_then(|files| files.as_array_mut());
    files.into_iter().flatten().filter(|file| file.is_object()).for_each(rename);
    names
}
