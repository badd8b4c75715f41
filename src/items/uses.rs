//! What items make use of, told both ways: «made use of here» and «used in».

use std::collections::BTreeMap;

use sea_orm::sea_query::{ExprTrait, Query, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Iden, Iterable, QueryFilter,
};
use uuid::Uuid;

use super::catalogue::Catalogue;
use super::tables::{facet, item, item_use};
use super::{Item, State, read};
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

/// What stands around a text, each in the reader's language where it has been translated to it.
#[derive(Debug)]
pub struct Around {
    /// The same text in other languages.
    pub translations: Vec<Item>,
    /// What it makes use of, in its own order.
    pub uses: Vec<Item>,
    /// The items that make use of it, or of what it was translated from; the newest first.
    pub used_in: Vec<Item>,
}

pub async fn around(
    library: &Catalogue,
    of: &Item,
    uses: &[String],
    lang: &str,
) -> Result<Around, DbErr> {
    let db = library.db();
    let (made_of, used_in) = both_ways(db, of, uses).await?;
    let Some(known) = library.families(of.id, made_of.iter().chain(&used_in), lang).await else {
        return Ok(Around {
            translations: read::translations(db, of).await?,
            uses: in_language(db, made_of, lang).await?,
            used_in: in_language(db, used_in, lang).await?,
        });
    };
    let wanted: Vec<Uuid> = known.own.iter().chain(known.translated.values()).copied().collect();
    let rows =
        if wanted.is_empty() { Vec::new() } else { read::visible_by_ids(db, &wanted).await? };
    let by_id: BTreeMap<Uuid, Item> = rows.into_iter().map(|item| (item.id, item)).collect();
    let mut translations: Vec<Item> =
        known.own.iter().filter_map(|id| by_id.get(id).cloned()).collect();
    translations.sort_by(|a, b| a.lang.cmp(&b.lang));
    let in_language = |items: Vec<Item>| {
        let mut translated: BTreeMap<Uuid, Item> = known
            .translated
            .iter()
            .filter_map(|(original, id)| Some((*original, by_id.get(id)?.clone())))
            .collect();
        one_of_each(items, &mut translated, lang)
    };
    Ok(Around { translations, uses: in_language(made_of), used_in: in_language(used_in) })
}

/// What an item makes use of, and what makes use of it.
async fn both_ways(
    db: &impl ConnectionTrait,
    of: &Item,
    uses: &[String],
) -> Result<(Vec<Item>, Vec<Item>), DbErr> {
    const IS_USER: &str = "is_user";
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
    let is_user = item::Column::Id.in_subquery(having.clone());
    // One list of ids: of two conditions with «or» between an engine looks at every row.
    let around = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::ExternalId.is_in(uses.iter().cloned()))
        .union(UnionType::All, having)
        .to_owned();
    let mut query = Query::select();
    query
        .from(item::Entity)
        .and_where(item::Column::Id.in_subquery(around))
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .expr_as(is_user, IS_USER);
    for column in item::Column::iter() {
        query.expr_as(column.into_expr(), column.unquoted().to_owned());
    }
    let (mut made_of, mut used_in) = (Vec::new(), Vec::new());
    for row in db.query_all(&query).await? {
        let item = Item::from_query_result(&row, "")?;
        if uses.contains(&item.external_id) {
            made_of.push(item.clone());
        }
        if row.try_get("", IS_USER)? {
            used_in.push(item);
        }
    }
    made_of.sort_by_key(|item| uses.iter().position(|name| *name == item.external_id));
    used_in.sort_by_key(Item::newest_first);
    Ok((made_of, used_in))
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
    if items.is_empty() {
        return Ok(items);
    }
    let translated = item::Entity::find()
        .filter(item::Column::OriginalId.is_in(items.iter().map(original)))
        .filter(item::Column::Lang.eq(lang))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await?;
    let mut translated: BTreeMap<Uuid, Item> =
        translated.into_iter().map(|item| (original(&item), item)).collect();
    Ok(one_of_each(items, &mut translated, lang))
}

/// Each once, as its translation where there is one; those by what they were translated from.
fn one_of_each(items: Vec<Item>, translated: &mut BTreeMap<Uuid, Item>, lang: &str) -> Vec<Item> {
    let mut seen = std::collections::BTreeSet::new();
    let mut shown = Vec::new();
    for item in items {
        let original = original(&item);
        if seen.insert(original) {
            let ours = if item.lang == lang { None } else { translated.remove(&original) };
            shown.push(ours.unwrap_or(item));
        }
    }
    shown
}

fn original(item: &Item) -> Uuid {
    item.original_id.unwrap_or(item.id)
}
