//! The files of items: which there are, whose they are, and who may read them.

use std::collections::{BTreeMap, HashMap, HashSet};

use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::State;
use super::tables::{file, item, item_file, revision, revision_file};
use crate::clock::Clock;
use crate::db::insert_all;

pub type File = file::Model;

/// A file that anybody may read, with the names that items give it.
pub struct Public {
    pub file: File,
    names: Vec<String>,
}

impl Public {
    /// The name to take it home under: the one asked for, when some item calls it that.
    pub fn name<'a>(&'a self, asked: &'a str) -> &'a str {
        if self.names.iter().any(|name| name == asked) { asked } else { &self.file.name }
    }
}

/// The name of a file in an export: two items may have files of the same name, and the bytes behind
/// the id are just one.
pub fn exported_name(id: Uuid, name: &str) -> String {
    match own_name(id, name).rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{}.{ending}", short(id)),
        None => name.to_owned(),
    }
}

/// The name without the piece of its id that an export puts in it.
pub fn own_name(id: Uuid, name: &str) -> String {
    let own = name.rsplit_once('.').and_then(|(stem, ending)| {
        let stem = stem.strip_suffix(&short(id))?.strip_suffix('-')?;
        (!stem.is_empty()).then(|| format!("{stem}.{ending}"))
    });
    own.unwrap_or_else(|| name.to_owned())
}

fn short(id: Uuid) -> String {
    id.simple().to_string().chars().take(8).collect()
}

/// A file is public when a text has it that is or was public, of an item that anybody can read.
pub async fn public(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Public>, DbErr> {
    let Some(file) = file::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let mut names = names_in_public(db, id).await?;
    if names.is_empty() {
        names = names_in_older_rows(db, &file).await?;
    }
    Ok((!names.is_empty()).then_some(Public { file, names }))
}

/// What public texts call the file.
async fn names_in_public(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<String>, DbErr> {
    let text = revision_file::Entity::belongs_to(revision::Entity)
        .from((revision_file::Column::ItemId, revision_file::Column::Number))
        .to((revision::Column::ItemId, revision::Column::Number));
    let of = revision_file::Entity::belongs_to(item::Entity)
        .from(revision_file::Column::ItemId)
        .to(item::Column::Id);
    revision_file::Entity::find()
        .select_only()
        .column(revision_file::Column::Name)
        .distinct()
        .join(JoinType::InnerJoin, text.into())
        .join(JoinType::InnerJoin, of.into())
        .filter(revision_file::Column::FileId.eq(id))
        .filter(revision::Column::PublishedAt.is_not_null())
        .filter(item::Column::State.is_in(State::VISIBLE))
        .into_tuple()
        .all(db)
        .await
}

/// Of texts from before revisions said which files they have, the text itself says it.
async fn names_in_older_rows(db: &impl ConnectionTrait, file: &File) -> Result<Vec<String>, DbErr> {
    let of_items = Query::select()
        .column(item_file::Column::ItemId)
        .from(item_file::Entity)
        .and_where(item_file::Column::FileId.eq(file.id))
        .to_owned();
    let owner = item::Column::Id.eq(file.item_id).or(item::Column::Id.in_subquery(of_items));
    let visible = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(owner)
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .to_owned();
    let texts = revision::Entity::find()
        .filter(revision::Column::ItemId.in_subquery(visible))
        .filter(revision::Column::PublishedAt.is_not_null())
        .filter(revision::Column::Head.is_null())
        .all(db)
        .await?;
    let mut names = Vec::new();
    for text in texts {
        let Some(content) = text.content() else { continue };
        let here = content.files_and_picture().filter(|(id, _)| *id == file.id);
        names.extend(here.map(|(_, name)| name.to_owned()));
    }
    Ok(names)
}

/// Does any item have a file of these bytes?
pub async fn is_kept(db: &impl ConnectionTrait, digest: &str) -> Result<bool, DbErr> {
    let rows = file::Entity::find().filter(file::Column::Digest.eq(digest)).count(db).await?;
    Ok(rows > 0)
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<File>, DbErr> {
    file::Entity::find_by_id(id).one(db).await
}

/// Adds the row of a file, and that the item has it under this name. Bytes that are there already
/// are not said to be there twice.
pub async fn add(db: &impl ConnectionTrait, clock: &Clock, new: File) -> Result<(), DbErr> {
    item_file::Entity::delete_many()
        .filter(item_file::Column::FileId.eq(new.id))
        .filter(item_file::Column::ItemId.eq(new.item_id))
        .exec(db)
        .await?;
    add_to_new(db, clock, vec![new]).await
}

/// The same of many files, for items that had none of them before. Of two names that an item has for
/// one file the last stands.
pub async fn add_to_new(
    db: &impl ConnectionTrait,
    clock: &Clock,
    new: Vec<File>,
) -> Result<(), DbErr> {
    if new.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = new.iter().map(|file| file.id).collect();
    let mut known: HashSet<Uuid> = names(db, &ids).await?.into_keys().collect();
    let mut held: BTreeMap<(Uuid, Uuid), item_file::Model> = BTreeMap::new();
    let mut files = Vec::new();
    for file in new {
        let (file_id, item_id, name) = (file.id, file.item_id, file.name.clone());
        let row = item_file::Model { id: clock.new_id(), item_id, file_id, name };
        held.insert((item_id, file_id), row);
        if known.insert(file_id) {
            files.push(file);
        }
    }
    let held: Vec<item_file::Model> = held.into_values().collect();
    insert_all(db, files).await?;
    insert_all(db, held).await
}

/// What files are called, by their ids.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, DbErr> {
    let mut names = HashMap::new();
    for some in ids.chunks(1000) {
        let found: Vec<(Uuid, String)> = file::Entity::find()
            .select_only()
            .columns([file::Column::Id, file::Column::Name])
            .filter(file::Column::Id.is_in(some.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found);
    }
    Ok(names)
}

/// The digests of these files, as a part of another question.
pub fn digests(ids: &[Uuid]) -> SelectStatement {
    Query::select()
        .column(file::Column::Digest)
        .from(file::Entity)
        .and_where(file::Column::Id.is_in(ids.iter().copied()))
        .to_owned()
}

/// The digests of all files that items have.
pub async fn all_digests(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    file::Entity::find().select_only().column(file::Column::Digest).into_tuple().all(db).await
}

/// The digests of some of the files of these media types that are not among `known`.
pub async fn without(
    db: &impl ConnectionTrait,
    media_types: &[&str],
    known: SelectStatement,
    limit: u64,
) -> Result<Vec<String>, DbErr> {
    file::Entity::find()
        .select_only()
        .column(file::Column::Digest)
        .filter(file::Column::MediaType.is_in(media_types.iter().copied()))
        .filter(file::Column::Digest.not_in_subquery(known))
        .order_by_asc(file::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// The files that an item has, in any of its texts.
pub async fn of_item(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Uuid>, DbErr> {
    item_file::Entity::find()
        .select_only()
        .column(item_file::Column::FileId)
        .filter(item_file::Column::ItemId.eq(item))
        .order_by_asc(item_file::Column::FileId)
        .into_tuple()
        .all(db)
        .await
}

/// The items that have this file.
pub async fn items_with(db: &impl ConnectionTrait, file: Uuid) -> Result<Vec<Uuid>, DbErr> {
    item_file::Entity::find()
        .select_only()
        .column(item_file::Column::ItemId)
        .filter(item_file::Column::FileId.eq(file))
        .into_tuple()
        .all(db)
        .await
}
