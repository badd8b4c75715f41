//! What items make use of, told both ways: «made use of here» and «used in».

use std::collections::BTreeMap;

use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::tables::{facet, item, item_use};
use super::{Item, State};
use crate::clock::Clock;
use crate::db::insert_all;

/// Rewrites what an item makes use of.
pub(super) async fn set(
    db: &impl ConnectionTrait,
    clock: &Clock,
    item: Uuid,
    uses: &[String],
) -> Result<(), DbErr> {
    item_use::Entity::delete_many().filter(item_use::Column::ItemId.eq(item)).exec(db).await?;
    insert_all(db, rows(clock, item, uses)).await
}

/// The rows that say so.
pub(super) fn rows(clock: &Clock, item: Uuid, uses: &[String]) -> Vec<item_use::Model> {
    let row = |external: &String| item_use::Model {
        id: clock.new_id(),
        item_id: item,
        external_id: external.clone(),
    };
    uses.iter().map(row).collect()
}

/// What an item makes use of, in its own order.
pub async fn used_by(
    db: &impl ConnectionTrait,
    uses: &[String],
    lang: &str,
) -> Result<Vec<Item>, DbErr> {
    if uses.is_empty() {
        return Ok(Vec::new());
    }
    let found = item::Entity::find()
        .filter(item::Column::ExternalId.is_in(uses))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await?;
    let place = |item: &Item| uses.iter().position(|used| *used == item.external_id);
    let mut found = found;
    found.sort_by_key(place);
    in_language(db, found, lang).await
}

/// The items that make use of this one, or of what it was translated from; the newest first.
pub async fn users_of(
    db: &impl ConnectionTrait,
    of: &Item,
    lang: &str,
) -> Result<Vec<Item>, DbErr> {
    let same = item::Column::Id.eq(of.id).or(of
        .original_id
        .map_or(item::Column::OriginalId.eq(of.id), |id| item::Column::Id.eq(id)));
    let names = Query::select()
        .column(item::Column::ExternalId)
        .from(item::Entity)
        .and_where(same)
        .to_owned();
    let having = Query::select()
        .column(item_use::Column::ItemId)
        .from(item_use::Entity)
        .and_where(item_use::Column::ExternalId.in_subquery(names))
        .to_owned();
    let mut found = item::Entity::find()
        .filter(item::Column::Id.in_subquery(having))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await?;
    found.sort_by_key(Item::newest_first);
    in_language(db, found, lang).await
}

/// What the items make use of that are filed under a value, such as a county; by title.
pub async fn used_where(
    db: &impl ConnectionTrait,
    (facet, value): (&str, &str),
    lang: &str,
) -> Result<Vec<Item>, DbErr> {
    let filed = Query::select()
        .column(facet::Column::ItemId)
        .from(facet::Entity)
        .and_where(facet::Column::Facet.eq(facet))
        .and_where(facet::Column::Value.eq(value))
        .to_owned();
    let public = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .and_where(item::Column::Id.in_subquery(filed))
        .to_owned();
    let names = Query::select()
        .column(item_use::Column::ExternalId)
        .from(item_use::Entity)
        .and_where(item_use::Column::ItemId.in_subquery(public))
        .to_owned();
    let mut found = item::Entity::find()
        .filter(item::Column::ExternalId.in_subquery(names))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await?;
    found.sort_by(|a, b| (&a.title, a.id).cmp(&(&b.title, b.id)));
    in_language(db, found, lang).await
}

/// Each of `items` once: in the reader's language where it has been translated to it.
async fn in_language(
    db: &impl ConnectionTrait,
    items: Vec<Item>,
    lang: &str,
) -> Result<Vec<Item>, DbErr> {
    let original = |item: &Item| item.original_id.unwrap_or(item.id);
    let translated = item::Entity::find()
        .filter(item::Column::OriginalId.is_in(items.iter().map(original)))
        .filter(item::Column::Lang.eq(lang))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await?;
    let mut translated: BTreeMap<Uuid, Item> =
        translated.into_iter().map(|item| (original(&item), item)).collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut shown = Vec::new();
    for item in items {
        let original = original(&item);
        if seen.insert(original) {
            let ours = if item.lang == lang { None } else { translated.remove(&original) };
            shown.push(ours.unwrap_or(item));
        }
    }
    Ok(shown)
}
