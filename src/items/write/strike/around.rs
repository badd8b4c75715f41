//! What stands around the texts of an item and may hold the passage too: notes, the mark of the
//! archive, contact, names of files, and the address.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::{Passage, strike_strings};
use crate::db::Reads;
use crate::items::tables::{
    contact, contact_due, file, item, item_file, old_slug, revision, revision_file,
};
use crate::items::write::record::json;
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

/// Those of these items that have the passage in the mark of the archive, in the contact that is to be, or in
/// what a file is called.
pub(super) async fn holding(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    passage: &Passage,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let mut found = BTreeSet::new();
    let marks: Vec<(Uuid, Option<String>, Option<String>)> = item::Entity::find()
        .select_only()
        .columns([item::Column::Id, item::Column::ArchivedUnder, item::Column::ArchivedPublisher])
        .filter(item::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let marked =
        marks.iter().filter(|(_, under, by)| is_in_any(passage, [under.as_deref(), by.as_deref()]));
    found.extend(marked.map(|(id, ..)| *id));
    let due = contact_due::Entity::find();
    let due = due.filter(contact_due::Column::ItemId.is_in(ids.iter().copied())).all(db).await?;
    for row in due {
        let is_address = row.email.as_deref().is_some_and(|email| passage.is_in_address(email));
        if is_address || is_in_any(passage, [row.role.as_deref(), row.email.as_deref()]) {
            found.insert(row.item_id);
        }
    }
    let files = item_file::Entity::find();
    let files = files.filter(item_file::Column::ItemId.is_in(ids.iter().copied())).all(db).await?;
    let called = files.iter().filter(|row| struck_name(&row.name, row.file_id, passage).is_some());
    found.extend(called.map(|row| row.item_id));
    Ok(found)
}

fn is_in_any(passage: &Passage, texts: [Option<&str>; 2]) -> bool {
    texts.into_iter().flatten().any(|text| passage.is_in(text))
}

impl<C: Reads> Writer<'_, C> {
    /// By whom and under whom it was published, where the archive says so.
    pub(super) async fn strike_mark(
        &self,
        item: &Item,
        passage: &Passage,
        gap: &str,
    ) -> Result<i32, DbErr> {
        let struck =
            |text: &Option<String>| text.as_deref().and_then(|text| passage.struck_from(text, gap));
        let (under, by) = (struck(&item.archived_under), struck(&item.archived_publisher));
        if under.is_none() && by.is_none() {
            return Ok(0);
        }
        let mut places = 0;
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
        if let Some(due) = contact_due::Entity::find_by_id(item).one(self.db).await?
            && (due.role.as_deref().is_some_and(|role| passage.is_in(role))
                || due
                    .email
                    .as_deref()
                    .is_some_and(|email| passage.is_in(email) || passage.is_in_address(email)))
        {
            // Nobody has seen it: whoever writes names another.
            contact_due::Entity::delete_by_id(item).exec(self.db).await?;
            became = Some(ContactStruck::Whole);
        }
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

    /// A file that is called so is called by its id from now on.
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

    /// An address is made of a title: where it repeats the passage, it leads nowhere from now on, and
    /// the page gets one of the title that it has now.
    pub(super) async fn strike_addresses(
        &self,
        item: &Item,
        shown: &revision::Model,
        wanted: bool,
        passage: &Passage,
    ) -> Result<AddressesStruck, DbErr> {
        let mut became = AddressesStruck { wanted, ..AddressesStruck::default() };
        let old = old_slug::Entity::find().filter(old_slug::Column::ItemId.eq(item.id));
        let old = old.all(self.db).await?.into_iter();
        for row in old.filter(|row| passage.is_in_address(&row.slug)) {
            old_slug::Entity::delete_by_id(row.id).exec(self.db).await?;
            became.old.push(row.slug);
        }
        if passage.is_in_address(&item.slug) {
            let wanted = slugs::slug_of(&shown.content().unwrap_or_default().title);
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

/// In how many places it stood in the note of a revision.
pub(super) fn strike_note(row: &mut revision::Model, passage: &Passage, gap: &str) -> i32 {
    let note = row.note.as_deref().and_then(|note| passage.struck_from(note, gap));
    let Some((note, places)) = note else { return 0 };
    row.note = Some(note);
    places
}

/// The same in the mark of the archive that a revision brings.
pub(super) fn strike_head(row: &mut revision::Model, passage: &Passage, gap: &str) -> i32 {
    let archived = row.head.as_mut().and_then(|head| head.get_mut("archived"));
    archived.map_or(0, |archived| strike_strings(archived, passage, gap))
}

/// The same in the address that a revision wants; it wants none then.
pub(super) fn strike_wanted(
    row: &mut revision::Model,
    passage: &Passage,
) -> Result<i32, WriteError> {
    let Some(head) = row.head() else { return Ok(0) };
    if !head.slug.as_deref().is_some_and(|slug| passage.is_in_address(slug)) {
        return Ok(0);
    }
    row.head = Some(json(&Head { slug: None, ..head })?);
    Ok(1)
}

/// A text whose files are called by their ids where their names told; `None` when none did.
pub(super) fn with_other_names(
    text: &serde_json::Value,
    passage: &Passage,
) -> Option<(serde_json::Value, i32)> {
    let mut text = text.clone();
    let names = rename_files(&mut text, passage);
    (names > 0).then_some((text, names))
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
    let pictures = text.get_mut("pictures").and_then(|pictures| pictures.as_array_mut());
    let placed = pictures.into_iter().flatten().filter_map(|placed| placed.get_mut("image"));
    placed.filter(|image| image.is_object()).for_each(&mut rename);
    let files = text.get_mut("files").and_then(|files| files.as_array_mut());
    files.into_iter().flatten().filter(|file| file.is_object()).for_each(rename);
    names
}
