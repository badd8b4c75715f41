//! Lists by questions to the database: for commands, and until the catalogue stands. The tests hold
//! the catalogue to what is answered here.

use std::collections::{BTreeMap, HashMap};

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Order, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult};
use uuid::Uuid;

use super::super::catalogue::Chosen;
use super::super::tables::{item, revision_card};
use super::super::{Item, State, UNKNOWN, adopted};
use super::source::Row;
use super::{At, Counts, Listed, Sort, Wanted, When, in_time};

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

impl Wanted {
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
            (None, Sort::Adopted) => query
                .order_by_expr(adopted::count_of_item(), Order::Desc)
                .order_by_expr(is_undated(), Order::Asc)
                .order_by_expr(of(PublishedAt), Order::Desc)
                .order_by_expr(of(Id), Order::Desc),
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
pub(in crate::items) fn is_undated() -> Expr {
    let is_unknown = item::Column::PublishedAs.eq(UNKNOWN);
    let of = |number: i32| Expr::Constant(number.into());
    CaseStatement::new().case(is_unknown, of(1)).finally(of(0)).into()
}

pub(super) async fn list(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Listed, DbErr> {
    let total = total(db, wanted).await?;
    let mut query = wanted.items(None);
    query.offset(wanted.page.saturating_mul(wanted.per_page)).limit(wanted.per_page);
    wanted.order(&mut query);
    Ok(Listed { total, items: rows(db, query, wanted.at).await? })
}

/// How many there are in all.
async fn total(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<u64, DbErr> {
    number(db, wanted.items(None)).await
}

async fn number(db: &impl ConnectionTrait, mut query: SelectStatement) -> Result<u64, DbErr> {
    query.expr(item::Column::Id.into_expr().count());
    let row = db.query_one(&query).await?;
    let number: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(u64::try_from(number).unwrap_or(0))
}

/// Those of `ids` that a list would show, in no order.
pub(super) async fn these(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    wanted: &Wanted,
) -> Result<Vec<Item>, DbErr> {
    let mut query = wanted.items(None);
    query.and_where(item::Column::Id.is_in(ids.iter().copied()));
    rows(db, query, wanted.at).await
}

/// Those of `ids` that anybody could read, in whatever language and with history, in no order.
pub async fn visible(db: &impl ConnectionTrait, ids: &[Uuid], at: At) -> Result<Vec<Row>, DbErr> {
    let mut query = at.items();
    query.cond_where(at.states_of_few()).and_where(item::Column::Id.is_in(ids.iter().copied()));
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
pub(super) async fn archived(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<u64, DbErr> {
    let all = Wanted { archived: true, ..wanted.clone() };
    let mut query = all.items(None);
    query.and_where(all.at.is_archived());
    number(db, query).await
}

/// How many there are of each kind.
pub(super) async fn by_kind(
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
pub(super) async fn counts(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Counts, DbErr> {
    let chosen = wanted.chosen.iter().filter(|(_, values)| !values.is_empty());
    let chosen: Vec<&str> = chosen.map(|(facet, _)| *facet).collect();
    let mut found = count(db, wanted, None, |facet| facet.is_not_in(chosen.clone())).await?;
    for name in chosen {
        found.extend(count(db, wanted, Some(name), |facet| facet.eq(name)).await?);
    }
    let now = |(facet, counts): (String, BTreeMap<String, i64>)| {
        let counts = in_time(&facet, counts, wanted.at);
        (facet, counts)
    };
    Ok(found.into_iter().map(now).collect())
}

/// How many have each value of a facet.
pub(super) async fn counts_of(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    name: &str,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let counts = count(db, wanted, Some(name), |facet| facet.eq(name)).await?.remove(name);
    let counts = counts.unwrap_or_default();
    Ok(in_time(name, counts, wanted.at))
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

/// The rows of those that the catalogue has chosen, by item; without what has gone since.
pub(super) async fn chosen(
    db: &impl ConnectionTrait,
    at: At,
    chosen: impl Iterator<Item = Chosen>,
) -> Result<HashMap<Uuid, Item>, DbErr> {
    let mut query = at.items();
    let column = match at {
        At::Now(_) => item::Column::Id.into_expr(),
        At::Past(_) => revision_card::Column::RevisionId.into_expr(),
    };
    let ids: Vec<Uuid> = chosen
        .map(|chosen| if matches!(at, At::Now(_)) { chosen.item } else { chosen.text })
        .collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    query.and_where(column.is_in(ids)).and_where(item::Column::State.is_in(State::VISIBLE));
    let items = rows(db, query, at).await?;
    Ok(items.into_iter().map(|item| (item.id, item)).collect())
}
