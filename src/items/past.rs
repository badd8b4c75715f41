//! Single items as they were: what was public on a day. Lists of the past
//! are in [`super::list`].

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::list::{self, At};
use super::read::{self, Shown};
use super::tables::{item, revision, revision_card};
use super::{Item, State, states};
use crate::db::Timestamp;

/// An item as it was.
pub struct Snapshot {
    pub item: Item,
    /// Its text has been replaced since.
    pub replaced: bool,
}

/// So many items are asked for in one question.
const AT_ONCE: usize = 500;

/// [`super::catalogue::Catalogue::first`], by a question to the database: it looks at every item.
pub(super) async fn first(db: &impl ConnectionTrait) -> Result<Option<OffsetDateTime>, DbErr> {
    let item = revision_card::Entity::belongs_to(item::Entity)
        .from(revision_card::Column::ItemId)
        .to(item::Column::Id);
    let first = revision_card::Entity::find()
        .select_only()
        .column(revision_card::Column::PublishedAt)
        .join(JoinType::InnerJoin, item.into())
        .filter(item::Column::State.is_in(State::VISIBLE))
        .order_by_asc(revision_card::Column::PublishedAt)
        .into_tuple::<Timestamp>()
        .one(db)
        .await?;
    Ok(first.map(Into::into))
}

/// Those of `ids` that were public at the instant.
pub async fn snapshots(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    at: OffsetDateTime,
) -> Result<HashMap<Uuid, Snapshot>, DbErr> {
    let at = At::Past(at);
    let mut all = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows = list::visible(db, some, at).await?;
        let snapshot =
            |row: list::Row| (row.item.id, Snapshot { item: row.item, replaced: row.replaced });
        all.extend(rows.into_iter().map(snapshot));
    }
    Ok(all)
}

/// The texts of `ids` as they were at the instant, in no order; what was not public then is left out.
pub async fn shown(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    at: OffsetDateTime,
) -> Result<Vec<Shown>, DbErr> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let mut texts = texts(db, some, at).await?;
        let items = item::Entity::find()
            .filter(item::Column::State.is_in(State::VISIBLE))
            .filter(item::Column::Id.is_in(some.iter().copied()))
            .all(db)
            .await?;
        let states = states::at(db, &items, at).await?;
        for item in items {
            let Some(text) = texts.remove(&item.id) else { continue };
            let state = states.get(&item.id).map_or(State::Published, |(state, _)| *state);
            if state.is_visible() {
                all.extend(read::as_then(item, &text, state));
            }
        }
    }
    Ok(all)
}

/// The newest text of each that was public before the instant, by item.
async fn texts(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    at: OffsetDateTime,
) -> Result<HashMap<Uuid, revision::Model>, DbErr> {
    use revision::Column::{ItemId, Number, PublishedAt};
    let later = || Alias::new("later");
    let of_later = |column: revision::Column| Expr::col((later(), column));
    let newer = Query::select()
        .expr(Expr::val(1))
        .from_as(revision::Entity, later())
        .and_where(of_later(ItemId).eq(ItemId.into_expr()))
        .and_where(of_later(Number).gt(Number.into_expr()))
        .and_where(of_later(PublishedAt).lt(at))
        .to_owned();
    let rows = revision::Entity::find()
        .filter(ItemId.is_in(ids.iter().copied()))
        .filter(PublishedAt.lt(at))
        .filter(Expr::exists(newer).not())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.item_id, row)).collect())
}
