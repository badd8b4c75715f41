//! Adds sizes to pictures that stand in texts already: a newer program makes more of them than the one that
//! took them in, and what came by an import had none.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use super::files::{self, File};
use super::refile::{self, Concerned};
use super::tables::{file, rendition, revision, revision_file};
use super::{Image, ImageSize, renditions};
use crate::clock::Clock;
use crate::db::{self, insert_all};
use crate::pictures::{Crop, Focus};

/// A picture may be shown in some shape.
pub type Shape = (Crop, Focus);

/// In the table of registers: the edition of the sizes that pictures have been looked through for.
pub const REGISTER: &str = "pictures.sizes";

/// Pictures have come in that nobody has made sizes of; give it the transaction that brought them.
pub async fn ask(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    db::set_edition(tx, REGISTER, String::new()).await
}

/// Some of the pictures that others may be made of, in the order of their ids: those that are no size of
/// another themselves, and do not move.
pub async fn originals(
    db: &impl ConnectionTrait,
    after: Uuid,
    limit: u64,
) -> Result<Vec<File>, DbErr> {
    let sizes =
        Query::select().column(rendition::Column::FileId).from(rendition::Entity).to_owned();
    file::Entity::find()
        .filter(file::Column::Id.gt(after))
        .filter(file::Column::MediaType.is_in(["image/jpeg", "image/png", "image/webp"]))
        .filter(file::Column::Width.is_not_null())
        .filter(file::Column::Id.not_in_subquery(sizes))
        .order_by_asc(file::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// In which shapes texts show it that lack the smaller format.
pub async fn lacking(db: &impl ConnectionTrait, of: &File) -> Result<Vec<Shape>, DbErr> {
    let mut shapes = Vec::new();
    for row in revisions(db, of).await? {
        each(&mut row.content.0.clone(), &mut |image: &mut Image| {
            let shape = (image.crop, image.focus);
            if lacks(image, of.id) && !shapes.contains(&shape) {
                shapes.push(shape);
            }
            false
        });
    }
    Ok(shapes)
}

/// Texts show the picture in these sizes too. Lists of now and of before learn of it by a job.
pub async fn add(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    of: &File,
    made: &[(Shape, Vec<(File, ImageSize)>)],
) -> Result<(), DbErr> {
    let mut used: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for row in revisions(tx, of).await? {
        let mut content = row.content.0.clone();
        let mut new = BTreeMap::new();
        let is_changed = each(&mut content, &mut |image: &mut Image| {
            let shape = (image.crop, image.focus);
            let sizes = made.iter().find(|(made, _)| *made == shape).map(|(_, sizes)| sizes);
            let Some(sizes) = sizes.filter(|_| lacks(image, of.id)) else { return false };
            for (_, size) in sizes {
                if take(image, size) {
                    new.insert(size.file, size.name.clone());
                }
            }
            !new.is_empty()
        });
        if is_changed {
            used.entry(row.item_id).or_default().extend(new.keys());
            rewrite(tx, clock, &row, content, new).await?;
        }
    }
    let mut rows = Vec::new();
    for (item, ids) in &used {
        let of_item =
            made.iter().flat_map(|(_, sizes)| sizes).filter(|(row, _)| ids.contains(&row.id));
        rows.extend(of_item.map(|(row, _)| File { item_id: *item, ..row.clone() }));
    }
    for row in rows {
        files::add(tx, clock, row).await?;
    }
    let ids: BTreeSet<Uuid> = used.values().flatten().copied().collect();
    renditions::add(tx, clock, of.id, &ids.into_iter().collect::<Vec<_>>()).await?;
    let items: Vec<Uuid> = used.into_keys().collect();
    refile::request(tx, clock, Concerned::Items(&items)).await?;
    Ok(())
}

/// All texts of all items that have the picture.
async fn revisions(db: &impl ConnectionTrait, of: &File) -> Result<Vec<revision::Model>, DbErr> {
    let mut items = files::items_with(db, of.id).await?;
    items.push(of.item_id);
    revision::Entity::find().filter(revision::Column::ItemId.is_in(items)).all(db).await
}

async fn rewrite(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    row: &revision::Model,
    content: Value,
    new: BTreeMap<Uuid, String>,
) -> Result<(), DbErr> {
    let text = revision::ActiveModel { content: Set(content.into()), ..Default::default() };
    let it = revision::Column::Id.eq(row.id);
    revision::Entity::update_many().set(text).filter(it).exec(tx).await?;
    let of_text = revision_file::Entity::find()
        .filter(revision_file::Column::ItemId.eq(row.item_id))
        .filter(revision_file::Column::Number.eq(row.number));
    let known = of_text.all(tx).await?;
    let new = new.into_iter().filter(|(id, _)| known.iter().all(|known| known.file_id != *id));
    let file = |(file_id, name)| revision_file::Model {
        id: clock.new_id(),
        item_id: row.item_id,
        number: row.number,
        file_id,
        name,
    };
    insert_all(tx, new.map(file).collect()).await
}

/// Is it this picture, or cut from it, and is there none of it in the format that is smaller?
fn lacks(image: &Image, of: Uuid) -> bool {
    let is_it = image.master.unwrap_or(image.file) == of;
    is_it && image.sizes.iter().all(|size| size.media_type != "image/webp")
}

/// Of two in the same format and breadth the one that is there stays.
fn take(image: &mut Image, new: &ImageSize) -> bool {
    let is_same = |size: &ImageSize| (size.width, &size.media_type) == (new.width, &new.media_type);
    if image.sizes.iter().any(is_same) {
        return false;
    }
    image.sizes.push(new.clone());
    image.sizes.sort_by_key(|size| (size.width, size.media_type != "image/webp"));
    true
}

/// Each picture of a stored text, which is written again where `change` says that it has changed it. What
/// can't be read is left as it is.
fn each(text: &mut Value, change: &mut impl FnMut(&mut Image) -> bool) -> bool {
    let mut is_changed = false;
    let mut one = |stored: &mut Value| {
        let Ok(mut image) = serde_json::from_value::<Image>(stored.clone()) else { return };
        if change(&mut image)
            && let Ok(new) = serde_json::to_value(&image)
        {
            *stored = new;
            is_changed = true;
        }
    };
    if let Some(image) = text.get_mut("image") {
        one(image);
    }
    let placed = text.get_mut("pictures").and_then(Value::as_array_mut);
    for placed in placed.into_iter().flatten() {
        if let Some(image) = placed.get_mut("image") {
            one(image);
        }
    }
    is_changed
}
