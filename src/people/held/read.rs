//! Reads what is held on one person, table by table.

use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{Condition, ConnectionTrait, DbErr, QueryResult};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::{By, Column, HELD, Held, Holds};
use crate::db::Timestamp;

/// So many rows of a table are taken home at most: far more than anybody has. Whoever has more is told so.
pub const MOST: u64 = 100_000;

/// What one table holds.
#[derive(Debug)]
pub struct Part {
    pub held: &'static Held,
    /// Each with what is in the columns that are shown, in their order.
    pub rows: Vec<Vec<Value>>,
    /// There is more than is shown.
    pub has_more: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Nothing,
    Text(String),
    Id(Uuid),
    Number(i32),
    Instant(OffsetDateTime),
    Day(Date),
    /// The day after the last one.
    End(Date),
    Json(serde_json::Value),
}

impl Held {
    /// The rows that are about somebody.
    pub(super) fn is_about(&self, person: Uuid, addresses: &[String]) -> Condition {
        match self.by {
            By::Id(columns) => columns
                .iter()
                .fold(Condition::any(), |any, column| any.add(Expr::col(*column).eq(person))),
            By::Address(column) => {
                Condition::all().add(Expr::col(column).is_in(addresses.iter().map(String::as_str)))
            }
        }
    }
}

/// All that is held on somebody; tables that hold nothing are told of with no rows.
pub async fn read(
    db: &impl ConnectionTrait,
    person: Uuid,
    addresses: &[String],
    most: u64,
) -> Result<Vec<Part>, DbErr> {
    let mut parts = Vec::new();
    for held in HELD {
        parts.push(part(db, held, (person, addresses), most).await?);
    }
    Ok(parts)
}

async fn part(
    db: &impl ConnectionTrait,
    held: &'static Held,
    (person, addresses): (Uuid, &[String]),
    most: u64,
) -> Result<Part, DbErr> {
    let mut query = Query::select();
    query
        .column(held.order)
        .from(held.table)
        .cond_where(held.is_about(person, addresses))
        .order_by(held.order, Order::Desc)
        .limit(most + 1);
    query.columns(held.shown.iter().map(|column| column.name).filter(|name| *name != held.order));
    let mut rows = db.query_all(&query).await?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let has_more = rows.len() > most;
    rows.truncate(most);
    let values = |row: &QueryResult| {
        held.shown.iter().map(|column| value(row, column)).collect::<Result<Vec<_>, _>>()
    };
    let rows = rows.iter().map(values).collect::<Result<_, _>>()?;
    Ok(Part { held, rows, has_more })
}

fn value(row: &QueryResult, column: &Column) -> Result<Value, DbErr> {
    let name = column.name;
    let value = match column.holds {
        Holds::Text => row.try_get::<Option<String>>("", name)?.map(Value::Text),
        Holds::Id => row.try_get::<Option<Uuid>>("", name)?.map(Value::Id),
        Holds::Number => row.try_get::<Option<i32>>("", name)?.map(Value::Number),
        Holds::Instant => {
            row.try_get::<Option<Timestamp>>("", name)?.map(|at| Value::Instant(at.into()))
        }
        Holds::Day => row.try_get::<Option<Date>>("", name)?.map(Value::Day),
        Holds::End => row.try_get::<Option<Date>>("", name)?.map(Value::End),
        Holds::Json => row.try_get::<Option<serde_json::Value>>("", name)?.map(Value::Json),
    };
    Ok(value.unwrap_or(Value::Nothing))
}
