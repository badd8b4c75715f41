//! Lists of items: filters, counts for each facet, order and pages. The same for every kind, and for
//! now as for any day that has been.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Order, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult};
use uuid::Uuid;

use super::tables::item;
use super::{Item, UNKNOWN, years};

pub use source::At;
pub(super) use source::Row;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Title,
}

/// Of what takes place; such lists go by the time of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From the instant of the list on, the soonest first; what is under way is still to come.
    Coming,
    /// Over by then, the latest first.
    Past,
}

impl When {
    fn condition(self, at: At) -> Condition {
        let ends = at.column(item::Column::EndsAt);
        let is_so = match self {
            Self::Coming => ends.gte(at.instant()),
            Self::Past => ends.lt(at.instant()),
        };
        Condition::all().add(is_so)
    }
}

/// What a list is asked for. A facet's values are «any of»; facets are «all of».
#[derive(Clone, Debug)]
pub struct Wanted {
    pub at: At,
    /// The reader's language: of an item and its translations, one is listed.
    pub lang: &'static str,
    /// All kinds, when none is named.
    pub kinds: Vec<&'static str>,
    pub chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Takes in what is kept only as history.
    pub archived: bool,
    pub when: Option<When>,
    pub sort: Sort,
    /// From 0.
    pub page: u64,
    pub per_page: u64,
}

impl Wanted {
    /// Everything.
    pub fn all(at: At, lang: &'static str) -> Self {
        Self {
            at,
            lang,
            kinds: Vec::new(),
            chosen: BTreeMap::new(),
            archived: false,
            when: None,
            sort: Sort::Newest,
            page: 0,
            per_page: 0,
        }
    }

    /// Everything of a kind.
    pub fn of(kind: &'static str, at: At, lang: &'static str) -> Self {
        Self { kinds: vec![kind], ..Self::all(at, lang) }
    }

    /// The same, of what has one of the values.
    #[must_use]
    pub fn having(mut self, facet: &'static str, values: &[&str]) -> Self {
        self.chosen.insert(facet, values.iter().map(|value| (*value).to_owned()).collect());
        self
    }

    /// The items that have, for each facet but `except`, one of the chosen values. The caller names
    /// the columns.
    fn items(&self, except: Option<&str>) -> SelectStatement {
        let mut query = self.at.items();
        query.cond_where(self.at.states(self.archived)).cond_where(self.at.once(self.lang));
        if !self.kinds.is_empty() {
            query.and_where(item::Column::Kind.is_in(self.kinds.iter().copied()));
        }
        if let Some(when) = self.when {
            query.cond_where(when.condition(self.at));
        }
        for (facet, values) in &self.chosen {
            if Some(*facet) != except && !values.is_empty() {
                query.and_where(self.at.having(facet, values));
            }
        }
        query
    }

    fn order(&self, query: &mut SelectStatement) {
        use item::Column::{Id, PublishedAt, StartsAt, Title, TitleKey};
        let of = |column| self.at.column(column);
        match (self.when, self.sort) {
            (Some(When::Coming), _) => {
                query.order_by_expr(of(StartsAt), Order::Asc).order_by_expr(of(Id), Order::Asc)
            }
            (Some(When::Past), _) => {
                query.order_by_expr(of(StartsAt), Order::Desc).order_by_expr(of(Id), Order::Desc)
            }
            (None, Sort::Newest) => query
                .order_by_expr(is_undated(), Order::Asc)
                .order_by_expr(of(PublishedAt), Order::Desc)
                .order_by_expr(of(Id), Order::Desc),
            (None, Sort::Oldest) => query
                .order_by_expr(is_undated(), Order::Asc)
                .order_by_expr(of(PublishedAt), Order::Asc)
                .order_by_expr(of(Id), Order::Asc),
            // Rows from before there were keys have none until the server has filed them.
            (None, Sort::Title) => query
                .order_by_expr(of(TitleKey), Order::Asc)
                .order_by_expr(of(Title), Order::Asc)
                .order_by_expr(of(Id), Order::Asc),
        };
    }
}

/// 1 where nobody knows when it was published, else 0. Such an item has the day that it came in, which
/// would put what is old first among the newest: it stands last, whichever way the list goes.
fn is_undated() -> Expr {
    let is_unknown = item::Column::PublishedAs.eq(UNKNOWN);
    let of = |number: i32| Expr::Constant(number.into());
    CaseStatement::new().case(is_unknown, of(1)).finally(of(0)).into()
}

/// How many items would be listed with each value, by facet.
pub type Counts = BTreeMap<String, BTreeMap<String, i64>>;

pub struct Listed {
    pub total: u64,
    pub items: Vec<Item>,
}

pub async fn list(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Listed, DbErr> {
    let total = total(db, wanted).await?;
    let mut query = wanted.items(None);
    query.offset(wanted.page.saturating_mul(wanted.per_page)).limit(wanted.per_page);
    wanted.order(&mut query);
    Ok(Listed { total, items: rows(db, query, wanted.at).await? })
}

/// How many there are in all.
pub async fn total(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<u64, DbErr> {
    number(db, wanted.items(None)).await
}

async fn number(db: &impl ConnectionTrait, mut query: SelectStatement) -> Result<u64, DbErr> {
    query.expr(item::Column::Id.into_expr().count());
    let row = db.query_one(&query).await?;
    let number: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(u64::try_from(number).unwrap_or(0))
}

/// The first of a list.
pub async fn first(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    most: u64,
) -> Result<Vec<Item>, DbErr> {
    let mut query = wanted.items(None);
    query.limit(most);
    wanted.order(&mut query);
    rows(db, query, wanted.at).await
}

/// Those of `ids` that a list would show, in no order.
pub async fn these(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    wanted: &Wanted,
) -> Result<Vec<Item>, DbErr> {
    let mut query = wanted.items(None);
    query.and_where(item::Column::Id.is_in(ids.iter().copied()));
    rows(db, query, wanted.at).await
}

/// Those of `ids` that anybody could read, in whatever language and with history, in no order.
pub(super) async fn visible(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    at: At,
) -> Result<Vec<Row>, DbErr> {
    let mut query = at.items();
    query.cond_where(at.states(true)).and_where(item::Column::Id.is_in(ids.iter().copied()));
    at.whole(&mut query);
    db.query_all(&query).await?.iter().map(|row| Row::read(row, at)).collect()
}

async fn rows(
    db: &impl ConnectionTrait,
    mut query: SelectStatement,
    at: At,
) -> Result<Vec<Item>, DbErr> {
    at.whole(&mut query);
    let rows = db.query_all(&query).await?;
    rows.iter().map(|row| Row::read(row, at).map(|row| row.item)).collect()
}

/// How many items of a list are kept only as history, whether it takes those in or not.
pub async fn archived(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<u64, DbErr> {
    let all = Wanted { archived: true, ..wanted.clone() };
    let mut query = all.items(None);
    query.and_where(all.at.is_archived());
    number(db, query).await
}

/// How many there are of each kind.
pub async fn by_kind(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let mut query = wanted.items(None);
    query
        .expr(item::Column::Kind.into_expr())
        .expr(item::Column::Id.into_expr().count())
        .add_group_by([item::Column::Kind.into_expr()]);
    let rows = db.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// A facet's own choice does not narrow its own counts: they say what choosing one more would add.
/// One query for the facets without a choice, and one for each that has.
pub async fn counts(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Counts, DbErr> {
    let chosen = wanted.chosen.iter().filter(|(_, values)| !values.is_empty());
    let chosen: Vec<&str> = chosen.map(|(facet, _)| *facet).collect();
    let mut found = count(db, wanted, None, |facet| facet.is_not_in(chosen.clone())).await?;
    for name in chosen {
        found.extend(count(db, wanted, Some(name), |facet| facet.eq(name)).await?);
    }
    if let Some(counts) = found.remove(years::FACET) {
        found.insert(years::FACET.to_owned(), years::count(counts, wanted.at.year()));
    }
    Ok(found)
}

/// How many have each value of a facet.
pub async fn counts_of(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    name: &str,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let counts = count(db, wanted, Some(name), |facet| facet.eq(name)).await?.remove(name);
    let counts = counts.unwrap_or_default();
    Ok(if name == years::FACET { years::count(counts, wanted.at.year()) } else { counts })
}

#[derive(FromQueryResult)]
struct Count {
    facet: String,
    value: String,
    n: i64,
}

async fn count(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    except: Option<&str>,
    facets: impl FnOnce(Expr) -> Expr,
) -> Result<Counts, DbErr> {
    let mut query = wanted.items(except);
    let (facet, value) = wanted.at.filed(&mut query);
    query
        .and_where(facets(facet.clone()))
        .expr_as(facet.clone(), "facet")
        .expr_as(value.clone(), "value")
        .expr_as(item::Column::Id.into_expr().count(), "n")
        .add_group_by([facet, value]);
    let mut counts = Counts::new();
    for row in db.query_all(&query).await? {
        let Count { facet, value, n } = Count::from_query_result(&row, "")?;
        counts.entry(facet).or_default().insert(value, n);
    }
    Ok(counts)
}
