//! What items make use of, told both ways: «made use of here» and «used in».

use std::collections::BTreeMap;

use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement, UnionType,
    WindowStatement,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Iden, Iterable, QueryFilter,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::catalogue::{Catalogue, Filed, InUse};
use super::list::is_undated;
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
    /// The newest of the items that make use of it, or of what it was translated from.
    pub used_in: Vec<Item>,
    /// How many make use of it that are not among these.
    pub more_users: u64,
}

/// So many are named of those that make use of an item, and of each kind of what is made use of.
const SHOWN: usize = 20;
/// So many rows are read for them: a text may be there in four languages, and is named once.
const ROWS: u64 = 4 * SHOWN as u64;

impl Around {
    fn new(translations: Vec<Item>, uses: Vec<Item>, mut used_in: Vec<Item>, all: u64) -> Self {
        used_in.truncate(SHOWN);
        let more_users = all.saturating_sub(used_in.len() as u64);
        Self { translations, uses, used_in, more_users }
    }
}

/// What makes use of it only if it was published before `until`, where one looks back. `is_used`: something may.
pub async fn around(
    library: &Catalogue,
    (of, is_used): (&Item, bool),
    uses: &[String],
    lang: &str,
    until: Option<OffsetDateTime>,
) -> Result<Around, DbErr> {
    let db = library.db();
    let (made_of, used_in, all) = if is_used || !uses.is_empty() {
        both_ways(db, of, uses, until).await?
    } else {
        (Vec::new(), Vec::new(), 0)
    };
    let Some(known) = library.families(of.id, made_of.iter().chain(&used_in), lang).await else {
        let translations = read::translations(db, of).await?;
        let uses = in_language(db, made_of, lang).await?;
        let used_in = in_language(db, used_in, lang).await?;
        return Ok(Around::new(translations, uses, used_in, all));
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
    Ok(Around::new(translations, in_language(made_of), in_language(used_in), all))
}

/// What an item makes use of, the newest of what makes use of it, and how many do.
async fn both_ways(
    db: &impl ConnectionTrait,
    of: &Item,
    uses: &[String],
    until: Option<OffsetDateTime>,
) -> Result<(Vec<Item>, Vec<Item>, u64), DbErr> {
    const IS_USER: &str = "is_user";
    const USERS: &str = "users";
    let having = having(of);
    let readable = users(&having, until);
    let newest = readable
        .clone()
        .column(item::Column::Id)
        .order_by_expr(is_undated(), Order::Asc)
        .order_by_expr(item::Column::PublishedAt.into_expr(), Order::Desc)
        .order_by_expr(item::Column::Id.into_expr(), Order::Desc)
        .limit(ROWS)
        .to_owned();
    // A part of a union has no order of its own on SQLite.
    let newest = Query::select()
        .column(item::Column::Id)
        .from_subquery(newest, Alias::new("newest"))
        .to_owned();
    let count = readable.clone().expr(family().count_distinct()).to_owned();
    // One list of ids: of two conditions with «or» between an engine looks at every row.
    let around = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::ExternalId.is_in(uses.iter().cloned()))
        .union(UnionType::All, newest)
        .to_owned();
    let mut query = Query::select();
    query
        .from(item::Entity)
        .and_where(item::Column::Id.in_subquery(around))
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .expr_as(item::Column::Id.in_subquery(having), IS_USER)
        .expr_as(Expr::SubQuery(None, Box::new(count.into())), USERS);
    for column in item::Column::iter() {
        query.expr_as(column.into_expr(), column.unquoted().to_owned());
    }
    let (mut made_of, mut used_in, mut count) = (Vec::new(), Vec::new(), 0_i64);
    for row in db.query_all(&query).await? {
        let item = Item::from_query_result(&row, "")?;
        count = row.try_get("", USERS)?;
        if uses.contains(&item.external_id) {
            made_of.push(item.clone());
        }
        if row.try_get("", IS_USER)? {
            used_in.push(item);
        }
    }
    made_of.sort_by_key(|item| uses.iter().position(|name| *name == item.external_id));
    used_in.sort_by_key(Item::newest_first);
    Ok((made_of, used_in, u64::try_from(count).unwrap_or(0)))
}

/// The ids of what makes use of an item, or of what it was translated from.
fn having(of: &Item) -> SelectStatement {
    let same = item::Column::Id.eq(of.id).or(of
        .original_id
        .map_or(item::Column::OriginalId.eq(of.id), |id| item::Column::Id.eq(id)));
    let names = Query::select()
        .column(item::Column::ExternalId)
        .from(item::Entity)
        .and_where(same)
        .to_owned();
    Query::select()
        .column(item_use::Column::ItemId)
        .from(item_use::Entity)
        .and_where(item_use::Column::ExternalId.in_subquery(names))
        .to_owned()
}

/// A name by which something makes use of the item that a query is about, or of what it was translated from: none, when
/// nothing does.
pub(super) fn name_in_use() -> SelectStatement {
    use item::Column::{ExternalId, Id, OriginalId};
    let same = |column: item::Column| Expr::col((Alias::new("same"), column));
    let is_same = same(Id)
        .eq(Id.into_expr())
        .or(same(OriginalId).eq(Id.into_expr()))
        .or(same(Id).eq(OriginalId.into_expr()));
    let names = Query::select()
        .expr(same(ExternalId))
        .from_as(item::Entity, Alias::new("same"))
        .and_where(is_same)
        .to_owned();
    Query::select()
        .expr(item_use::Column::ExternalId.into_expr())
        .from(item_use::Entity)
        .and_where(item_use::Column::ExternalId.in_subquery(names))
        .limit(1)
        .to_owned()
}

/// Those of these that anybody can read.
fn users(having: &SelectStatement, until: Option<OffsetDateTime>) -> SelectStatement {
    let mut users = Query::select();
    users
        .from(item::Entity)
        .and_where(item::Column::Id.in_subquery(having.clone()))
        .and_where(item::Column::State.is_in(State::VISIBLE));
    if let Some(until) = until {
        users.and_where(item::Column::PublishedAt.lt(until));
    }
    users
}

/// The same for a text and its translations.
fn family() -> Expr {
    Func::coalesce([item::Column::OriginalId.into_expr(), item::Column::Id.into_expr()]).into()
}

/// So many names go into one question; where there are more, the database finds them.
const MOST_NAMES: usize = 1_000;

/// What is made use of somewhere: by kind how many there are, and the first twenty of them by title.
#[derive(Debug, Default)]
pub struct Used {
    pub counts: BTreeMap<String, u64>,
    pub first: Vec<Item>,
}

/// What the items make use of that are filed under a value, such as a county.
pub async fn used_where(
    library: &Catalogue,
    (facet, value): (&str, &str),
    lang: &str,
) -> Result<Used, DbErr> {
    let filed = Filed { facet, value, lang };
    let (turn, known) = library.in_use(filed).await.unzip();
    if let Some(known) = known.flatten() {
        if known.first.is_empty() {
            return Ok(Used::default());
        }
        let mut first = read::visible_by_ids(library.db(), &known.first).await?;
        first.sort_by_key(|item| known.first.iter().position(|id| *id == item.id));
        return Ok(Used { counts: known.counts.clone(), first });
    }
    let mut used = count_used(library, (facet, value)).await?;
    used.first.sort_by(|a, b| (&a.title_key, a.id).cmp(&(&b.title_key, b.id)));
    used.first = shown(translated(library, used.first, lang).await?);
    if let Some(turn) = turn {
        let first = used.first.iter().map(|item| item.id).collect();
        library.keep_in_use(turn, filed, InUse { counts: used.counts.clone(), first });
    }
    Ok(used)
}

/// The first of each kind.
fn shown(items: Vec<Item>) -> Vec<Item> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let is_shown = |item: &Item| {
        let before = seen.entry(item.kind.clone()).or_default();
        *before += 1;
        *before <= SHOWN
    };
    items.into_iter().filter(is_shown).collect()
}

async fn count_used(library: &Catalogue, (facet, value): (&str, &str)) -> Result<Used, DbErr> {
    const PLACE: &str = "place";
    // Counted from either end a family stands at places that tell together how many there are.
    const UP: &str = "up";
    const DOWN: &str = "down";
    let db = library.db();
    let by_name = match library.used_where(facet, value).await {
        Some(names) if names.len() <= MOST_NAMES => item::Column::ExternalId.is_in(names),
        _ => item::Column::ExternalId.in_subquery(names_used_where(facet, value)),
    };
    let of_kind = |by: &[(Expr, Order)]| {
        let mut window = WindowStatement::partition_by(item::Column::Kind);
        for (by, order) in by {
            window.order_by_expr(by.clone(), order.clone());
        }
        window
    };
    let by_title = [item::Column::TitleKey, item::Column::Id].map(|c| (c.into_expr(), Order::Asc));
    let call = |name: &'static str| Func::cust(Alias::new(name));
    let mut numbered = Query::select();
    numbered
        .from(item::Entity)
        .and_where(by_name)
        .and_where(item::Column::State.is_in(State::VISIBLE));
    numbered
        .column(item::Column::Id)
        .expr_window_as(call("ROW_NUMBER"), of_kind(&by_title), Alias::new(PLACE))
        .expr_window_as(call("DENSE_RANK"), of_kind(&[(family(), Order::Asc)]), Alias::new(UP))
        .expr_window_as(call("DENSE_RANK"), of_kind(&[(family(), Order::Desc)]), Alias::new(DOWN));
    let of = |column: &'static str| Expr::col((Alias::new("numbered"), Alias::new(column)));
    let mut query = Query::select();
    query
        .from(item::Entity)
        .join_subquery(
            JoinType::InnerJoin,
            numbered,
            Alias::new("numbered"),
            of("id").eq(item::Column::Id.into_expr()),
        )
        .and_where(of(PLACE).lte(i64::try_from(ROWS).unwrap_or(i64::MAX)))
        .expr_as(of(UP).add(of(DOWN)), "both");
    for column in item::Column::iter() {
        query.expr_as(column.into_expr(), column.unquoted().to_owned());
    }
    let mut used = Used::default();
    for row in db.query_all(&query).await? {
        let item = Item::from_query_result(&row, "")?;
        let both: i64 = row.try_get("", "both")?;
        used.counts.insert(item.kind.clone(), u64::try_from(both - 1).unwrap_or(0));
        used.first.push(item);
    }
    Ok(used)
}

/// The names of what is made use of by what anybody can read that is filed under a value.
fn names_used_where(facet: &str, value: &str) -> SelectStatement {
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
    Query::select()
        .column(item_use::Column::ExternalId)
        .from(item_use::Entity)
        .and_where(item_use::Column::ItemId.in_subquery(public))
        .to_owned()
}

/// Each of `items` once: in the reader's language where it has been translated to it. The catalogue knows which
/// have been; where few of all are translations the database looks at every item instead.
async fn translated(library: &Catalogue, items: Vec<Item>, lang: &str) -> Result<Vec<Item>, DbErr> {
    let db = library.db();
    let Some(known) = library.translated(&items, lang).await else {
        return in_language(db, items, lang).await;
    };
    let ids: Vec<Uuid> = known.into_values().collect();
    let rows = if ids.is_empty() { Vec::new() } else { read::visible_by_ids(db, &ids).await? };
    let mut translated: BTreeMap<Uuid, Item> =
        rows.into_iter().map(|item| (original(&item), item)).collect();
    Ok(one_of_each(items, &mut translated, lang))
}

/// The same by a question to the database, for as long as the catalogue does not stand.
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
