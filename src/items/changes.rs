//! The change feed: rows that every copy of the server follows to keep its index fresh.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::read::Shown;
use super::tables::{change, item, revision};
use crate::clock::Clock;

/// Rows become visible in the order of their commits, not of their numbers: a reader looks this
/// far behind what it has seen, so that a slow transaction is not missed.
pub const OVERLAP: u64 = 100;

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Change {
    pub seq: i64,
    pub item_id: Uuid,
}

/// At most `limit` changes after `seq`, oldest first.
pub async fn after(db: &impl ConnectionTrait, seq: u64, limit: u64) -> Result<Vec<Change>, DbErr> {
    change::Entity::find()
        .filter(change::Column::Seq.gt(i64::try_from(seq).unwrap_or(i64::MAX)))
        .order_by_asc(change::Column::Seq)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Tells those who follow that something has changed of these items that the public can see.
pub async fn again(db: &impl ConnectionTrait, clock: &Clock, items: &[Uuid]) -> Result<(), DbErr> {
    let row = |item: &Uuid| change::ActiveModel {
        item_id: Set(*item),
        at: Set(clock.now()),
        ..Default::default()
    };
    if !items.is_empty() {
        change::Entity::insert_many(items.iter().map(row)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The newest change's number; 0 when nothing ever changed.
pub async fn newest(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let row = change::Entity::find().order_by_desc(change::Column::Seq).one(db).await?;
    Ok(row.map_or(0, |row| u64::try_from(row.seq).unwrap_or(0)))
}

/// The visible ones of `ids` with their text, in two queries.
pub async fn visible(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Shown>, DbErr> {
    let items = item::Entity::find()
        .filter(item::Column::Id.is_in(ids.iter().copied()))
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .all(db)
        .await?;
    with_text(db, items).await
}

/// A page of all visible items after the id `after`, for building an index or an export.
pub async fn all_visible(
    db: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Shown>, DbErr> {
    let mut page = item::Entity::find()
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .order_by_asc(item::Column::Id)
        .limit(limit);
    if let Some(id) = after {
        page = page.filter(item::Column::Id.gt(id));
    }
    with_text(db, page.all(db).await?).await
}

/// A page of the titles of all that is kept up, after the id `after`: each as a `T` with the fields
/// id, kind, slug, lang and title.
pub async fn titles<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<T>, DbErr> {
    use item::Column::{Id, Kind, Lang, Slug, State, Title};
    let mut page = item::Entity::find()
        .select_only()
        .columns([Id, Kind, Slug, Lang, Title])
        .filter(State.eq(super::State::Published.name()))
        .order_by_asc(Id)
        .limit(limit);
    if let Some(id) = after {
        page = page.filter(Id.gt(id));
    }
    page.into_model().all(db).await
}

async fn with_text(
    db: &impl ConnectionTrait,
    items: Vec<item::Model>,
) -> Result<Vec<Shown>, DbErr> {
    let ids = items.iter().map(|item| item.id);
    let revisions = revision::Entity::find()
        .filter(revision::Column::ItemId.is_in(ids))
        .filter(revision::Column::PublishedAt.is_not_null())
        .filter(revision::Column::ReplacedAt.is_null())
        .order_by_asc(revision::Column::Number)
        .all(db)
        .await?;
    let mut texts: std::collections::HashMap<Uuid, revision::Model> =
        revisions.into_iter().map(|revision| (revision.item_id, revision)).collect();
    let mut shown = Vec::with_capacity(items.len());
    for item in items {
        let Some(revision) = texts.remove(&item.id) else { continue };
        let content = revision.content().map_err(|e| DbErr::Json(e.to_string()))?;
        shown.push(Shown { item, content });
    }
    Ok(shown)
}
