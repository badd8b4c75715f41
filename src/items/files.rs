//! The files of items: which there are, whose they are, and who may read them.

use std::collections::HashMap;

use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::State;
use super::tables::{file, item, item_file};
use crate::clock::Clock;

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

/// A file is as public as its items: one of them that anybody can read is enough.
pub async fn public(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Public>, DbErr> {
    let Some(file) = file::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let of_items = Query::select()
        .column(item_file::Column::ItemId)
        .from(item_file::Entity)
        .and_where(item_file::Column::FileId.eq(id))
        .to_owned();
    let owner = item::Column::Id.eq(file.item_id).or(item::Column::Id.in_subquery(of_items));
    let visible = item::Entity::find()
        .filter(owner)
        .filter(item::Column::State.is_in(State::VISIBLE))
        .one(db)
        .await?;
    if visible.is_none() {
        return Ok(None);
    }
    let rows = item_file::Entity::find().filter(item_file::Column::FileId.eq(id)).all(db).await?;
    Ok(Some(Public { file, names: rows.into_iter().map(|row| row.name).collect() }))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<File>, DbErr> {
    file::Entity::find_by_id(id).one(db).await
}

/// Adds the row of a file, and that the item has it under this name. Bytes that are there already
/// are not said to be there twice.
pub async fn add(db: &impl ConnectionTrait, clock: &Clock, new: File) -> Result<(), DbErr> {
    let (file_id, item_id, name) = (new.id, new.item_id, new.name.clone());
    if file::Entity::find_by_id(file_id).one(db).await?.is_none() {
        file::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    }
    item_file::Entity::delete_many()
        .filter(item_file::Column::FileId.eq(file_id))
        .filter(item_file::Column::ItemId.eq(item_id))
        .exec(db)
        .await?;
    let row = item_file::Model { id: clock.new_id(), item_id, file_id, name };
    item_file::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
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
