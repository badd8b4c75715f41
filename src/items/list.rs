//! Lists of items: filters, counts for each facet, order and pages, the same for every kind.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use time::OffsetDateTime;

use super::tables::{facet, item};
use super::{Item, State};
use crate::i18n::{Lang, Text};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Title,
}

/// What a list is asked for. A facet's values are «any of»; facets are «all of».
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub kind: &'static str,
    /// The reader's language: of an item and its translations, one is listed.
    pub lang: &'static str,
    pub chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Takes in what is kept only as history.
    pub archived: bool,
    /// Of what takes place: what is to come, or what has been; lists go by the time of it.
    pub when: Option<When>,
    pub sort: Sort,
    /// From 0.
    pub page: u64,
    pub per_page: u64,
}

#[derive(Clone, Copy, Debug)]
pub enum When {
    /// From now on, the soonest first; what is under way is still to come.
    Coming(OffsetDateTime),
    /// Over by now, the latest first.
    Past(OffsetDateTime),
}

impl When {
    /// The same of one item.
    pub fn holds(self, item: &Item) -> bool {
        item.ends_at.is_some_and(|end| match self {
            Self::Coming(now) => end >= now,
            Self::Past(now) => end < now,
        })
    }

    fn condition(self) -> SimpleExpr {
        match self {
            Self::Coming(now) => item::Column::EndsAt.gte(now),
            Self::Past(now) => item::Column::EndsAt.lt(now),
        }
    }

    fn order(self) -> sea_orm::Order {
        match self {
            Self::Coming(_) => sea_orm::Order::Asc,
            Self::Past(_) => sea_orm::Order::Desc,
        }
    }
}

/// How many items would be listed with each value, by facet.
pub type Counts = BTreeMap<String, BTreeMap<String, i64>>;

pub struct Listed {
    pub total: u64,
    pub items: Vec<Item>,
}

/// An item stands in a list once: in the reader's language where it has been translated, else as
/// it was written.
fn once(lang: &str, archived: bool) -> Condition {
    let states: &[&str] = if archived { &State::VISIBLE } else { &[State::Published.name()] };
    let translated = Query::select()
        .column(item::Column::OriginalId)
        .from(item::Entity)
        .and_where(item::Column::OriginalId.is_not_null())
        .and_where(item::Column::Lang.eq(lang))
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .to_owned();
    let original =
        item::Column::OriginalId.is_null().and(item::Column::Id.not_in_subquery(translated));
    let translation = item::Column::OriginalId.is_not_null().and(item::Column::Lang.eq(lang));
    Condition::all()
        .add(item::Column::State.is_in(states.iter().copied()))
        .add(original.or(translation))
}

fn visible(kind: &str, lang: &str, archived: bool) -> Condition {
    once(lang, archived).add(item::Column::Kind.eq(kind))
}

/// How many items of all kinds have each value of a facet.
pub async fn counts_of(
    db: &impl ConnectionTrait,
    facet: &str,
    lang: &str,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let found = count(db, once(lang, false).add(facet::Column::Facet.eq(facet))).await?;
    Ok(found.into_iter().map(|Count { value, n, .. }| (value, n)).collect())
}

/// How many items of each kind have a value of a facet.
pub async fn kinds_with(
    db: &impl ConnectionTrait,
    (facet, value): (&str, &str),
    lang: &str,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let having = Query::select()
        .column(facet::Column::ItemId)
        .from(facet::Entity)
        .and_where(facet::Column::Facet.eq(facet))
        .and_where(facet::Column::Value.eq(value))
        .to_owned();
    by_kind(db, once(lang, false).add(item::Column::Id.in_subquery(having))).await
}

/// The items that have, for each facet but `except`, one of the chosen values.
fn chosen(wanted: &Wanted, except: Option<&str>) -> Condition {
    let mut all = visible(wanted.kind, wanted.lang, wanted.archived);
    if let Some(when) = wanted.when {
        all = all.add(when.condition());
    }
    for (facet, values) in &wanted.chosen {
        if Some(*facet) != except && !values.is_empty() {
            let having = Query::select()
                .column(facet::Column::ItemId)
                .from(facet::Entity)
                .and_where(facet::Column::Facet.eq(*facet))
                .and_where(facet::Column::Value.is_in(values.iter().cloned()))
                .to_owned();
            all = all.add(item::Column::Id.in_subquery(having));
        }
    }
    all
}

pub async fn list(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Listed, DbErr> {
    let mut query = item::Entity::find().filter(chosen(wanted, None));
    query = match (wanted.when, wanted.sort) {
        (Some(when), _) => query.order_by(item::Column::StartsAt, when.order()),
        (None, Sort::Newest) => query.order_by_desc(item::Column::PublishedAt),
        (None, Sort::Oldest) => query.order_by_asc(item::Column::PublishedAt),
        (None, Sort::Title) => query.order_by_asc(item::Column::Title),
    };
    let query = query.order_by_desc(item::Column::Id);
    let total = query.clone().count(db).await?;
    if wanted.sort == Sort::Title && wanted.when.is_none() {
        return by_title(db, wanted, total).await;
    }
    let items = query.offset(wanted.page * wanted.per_page).limit(wanted.per_page).all(db).await?;
    Ok(Listed { total, items })
}

/// Neither engine sorts å last: titles are sorted here by the Norwegian collation, and only the
/// rows of the page are read whole.
async fn by_title(db: &impl ConnectionTrait, wanted: &Wanted, total: u64) -> Result<Listed, DbErr> {
    #[derive(FromQueryResult)]
    struct Titled {
        id: uuid::Uuid,
        title: String,
    }
    let mut all: Vec<Titled> = item::Entity::find()
        .filter(chosen(wanted, None))
        .select_only()
        .columns([item::Column::Id, item::Column::Title])
        .into_model()
        .all(db)
        .await?;
    // Thousands of titles take a while to sort: meanwhile this thread serves others.
    let sorted = tokio::task::spawn_blocking(move || {
        Text::new(Lang::Nb).sort_by_key(&mut all, |row| &row.title);
        all
    });
    let all = sorted.await.map_err(|e| DbErr::Custom(e.to_string()))?;
    let start = usize::try_from(wanted.page * wanted.per_page).unwrap_or(usize::MAX);
    let count = usize::try_from(wanted.per_page).unwrap_or(usize::MAX);
    let page: Vec<_> = all.iter().skip(start).take(count).map(|row| row.id).collect();
    let rows =
        item::Entity::find().filter(item::Column::Id.is_in(page.iter().copied())).all(db).await?;
    let mut rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(Listed { total, items: page.iter().filter_map(|id| rows.remove(id)).collect() })
}

#[derive(FromQueryResult)]
struct Count {
    facet: String,
    value: String,
    n: i64,
}

/// A facet's own choice does not narrow its own counts: they say what choosing one more would add.
/// One query for the facets without a choice, and one for each that has.
pub async fn counts(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Counts, DbErr> {
    let taken: Vec<&str> =
        wanted.chosen.iter().filter(|(_, v)| !v.is_empty()).map(|(f, _)| *f).collect();
    let mut found =
        count(db, chosen(wanted, None).add(facet::Column::Facet.is_not_in(taken.iter().copied())))
            .await?;
    for facet in taken {
        let of_facet = chosen(wanted, Some(facet)).add(facet::Column::Facet.eq(facet));
        found.extend(count(db, of_facet).await?);
    }
    let mut counts = Counts::new();
    for Count { facet, value, n } in found {
        counts.entry(facet).or_default().insert(value, n);
    }
    Ok(counts)
}

async fn count(db: &impl ConnectionTrait, filter: Condition) -> Result<Vec<Count>, DbErr> {
    facet::Entity::find()
        .select_only()
        .columns([facet::Column::Facet, facet::Column::Value])
        .column_as(Expr::col((facet::Entity, facet::Column::Id)).count(), "n")
        .join(
            JoinType::InnerJoin,
            facet::Entity::belongs_to(item::Entity)
                .from(facet::Column::ItemId)
                .to(item::Column::Id)
                .into(),
        )
        .filter(filter)
        .group_by(facet::Column::Facet)
        .group_by(facet::Column::Value)
        .into_model()
        .all(db)
        .await
}

fn with_value(kind: &str, lang: &str, having: Option<(&str, &[&str])>) -> Condition {
    let mut filter = visible(kind, lang, false);
    if let Some((facet, values)) = having {
        let ids = Query::select()
            .column(facet::Column::ItemId)
            .from(facet::Entity)
            .and_where(facet::Column::Facet.eq(facet))
            .and_where(facet::Column::Value.is_in(values.iter().copied()))
            .to_owned();
        filter = filter.add(item::Column::Id.in_subquery(ids));
    }
    filter
}

/// The newest visible items of `kinds` that have `value` for `facet`, when one is given.
pub async fn newest(
    db: &impl ConnectionTrait,
    (kind, lang): (&str, &str),
    having: Option<(&str, &[&str])>,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    item::Entity::find()
        .filter(with_value(kind, lang, having))
        .order_by_desc(item::Column::PublishedAt)
        .order_by_desc(item::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// How many items of a kind are kept as history.
/// Those of `ids` that a list would show, in no order.
pub async fn these(
    db: &impl ConnectionTrait,
    ids: &[uuid::Uuid],
    lang: &str,
) -> Result<Vec<Item>, DbErr> {
    item::Entity::find()
        .filter(once(lang, false))
        .filter(item::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await
}

pub async fn archived(db: &impl ConnectionTrait, kind: &str, lang: &str) -> Result<u64, DbErr> {
    item::Entity::find()
        .filter(visible(kind, lang, true))
        .filter(item::Column::State.eq(State::Archived.name()))
        .count(db)
        .await
}

/// The newest items of all `kinds` that have what is chosen: what a feed of everything tells.
pub async fn newest_of_all(
    db: &impl ConnectionTrait,
    kinds: &[&'static str],
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    let mut any = Condition::any();
    for kind in kinds {
        any = any.add(chosen(&Wanted { kind, ..wanted.clone() }, None));
    }
    item::Entity::find()
        .filter(any)
        .order_by_desc(item::Column::PublishedAt)
        .order_by_desc(item::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// What is to come of a kind, the soonest first; with `value` for `facet`, when one is given.
pub async fn coming(
    db: &impl ConnectionTrait,
    (kind, lang): (&str, &str),
    having: Option<(&str, &[&str])>,
    now: OffsetDateTime,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    item::Entity::find()
        .filter(with_value(kind, lang, having).add(When::Coming(now).condition()))
        .order_by_asc(item::Column::StartsAt)
        .order_by_asc(item::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// How many visible items there are of each kind.
pub async fn totals(db: &impl ConnectionTrait, lang: &str) -> Result<BTreeMap<String, i64>, DbErr> {
    by_kind(db, once(lang, false)).await
}

async fn by_kind(
    db: &impl ConnectionTrait,
    filter: Condition,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let rows: Vec<(String, i64)> = item::Entity::find()
        .select_only()
        .column(item::Column::Kind)
        .column_as(item::Column::Id.count(), "n")
        .filter(filter)
        .group_by(item::Column::Kind)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
