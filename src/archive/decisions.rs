//! What was decided in the period, by whom as an opaque id, and what the log says of it.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use time::Date;
use uuid::Uuid;

use super::gather::{Asked, written};
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::items::{Item, item_state, remark, remark_answer, struck};
use crate::people::audit::{self, Search};
use crate::people::roles;

/// What was decided about an item: its states, who said yes to which text, what was remarked, and what
/// was struck. None where nothing was.
pub async fn of(
    db: &impl ConnectionTrait,
    item: &Item,
    asked: &Asked,
) -> Result<Option<Value>, DbErr> {
    let (from, to) = (asked.begin(), asked.end());
    let states = item_state::Entity::find()
        .filter(item_state::Column::ItemId.eq(item.id))
        .filter(item_state::Column::At.gte(from))
        .filter(item_state::Column::At.lt(to))
        .order_by_asc(item_state::Column::At)
        .all(db)
        .await?;
    let remarks = remark::Entity::find()
        .filter(remark::Column::ItemId.eq(item.id))
        .filter(remark::Column::MadeAt.gte(from))
        .filter(remark::Column::MadeAt.lt(to))
        .order_by_asc(remark::Column::MadeAt)
        .all(db)
        .await?;
    let answers = remark_answer::Entity::find()
        .filter(remark_answer::Column::ItemId.eq(item.id))
        .filter(remark_answer::Column::MadeAt.gte(from))
        .filter(remark_answer::Column::MadeAt.lt(to))
        .order_by_asc(remark_answer::Column::MadeAt)
        .all(db)
        .await?;
    let struck = struck::Entity::find()
        .filter(struck::Column::ItemId.eq(item.id))
        .filter(struck::Column::At.gte(from))
        .filter(struck::Column::At.lt(to))
        .order_by_asc(struck::Column::At)
        .all(db)
        .await?;
    let approvals = approvals(db, item.id, asked).await?;
    let has_words = !remarks.is_empty() || !answers.is_empty();
    if states.is_empty() && !has_words && struck.is_empty() && approvals.is_empty() {
        return Ok(None);
    }
    Ok(Some(json!({
        "item": item.id,
        "states": states.into_iter().map(state).collect::<Vec<Value>>(),
        "approvals": approvals,
        "remarks": remarks.into_iter().map(remarked).collect::<Vec<Value>>(),
        "answers": answers.into_iter().map(answered).collect::<Vec<Value>>(),
        "struck": struck.into_iter().map(strike).collect::<Vec<Value>>(),
    })))
}

fn state(row: item_state::Model) -> Value {
    json!({ "state": row.state, "at": written(*row.at), "number": row.revision, "by": row.author,
        "reason": row.reason })
}

fn remarked(row: remark::Model) -> Value {
    json!({ "id": row.id, "number": row.number, "passage": row.passage, "words": row.words, "by": row.person_id,
        "at": written(*row.made_at), "resolved_at": row.resolved_at.map(|at| written(*at)),
        "resolved_by": row.resolved_by })
}

fn answered(row: remark_answer::Model) -> Value {
    json!({ "remark": row.remark_id, "words": row.words, "by": row.person_id,
        "at": written(*row.made_at) })
}

fn strike(row: struck::Model) -> Value {
    json!({ "what": row.what, "reason": row.reason, "at": written(*row.at), "by": row.author })
}

/// The table is another room's: it is read as it stands.
async fn approvals(
    db: &impl ConnectionTrait,
    item: Uuid,
    asked: &Asked,
) -> Result<Vec<Value>, DbErr> {
    let mut query = Query::select();
    query
        .columns(["number", "person_id", "made_at"])
        .from("approval")
        .and_where(Expr::col("item_id").eq(item))
        .and_where(Expr::col("made_at").gte(Timestamp::from(asked.begin())))
        .and_where(Expr::col("made_at").lt(Timestamp::from(asked.end())))
        .order_by("made_at", Order::Asc);
    let rows = db.query_all(&query).await?;
    let row = |row: &sea_orm::QueryResult| -> Result<Value, DbErr> {
        let number: i32 = row.try_get("", "number")?;
        let (by, at): (Uuid, Timestamp) =
            (row.try_get("", "person_id")?, row.try_get("", "made_at")?);
        Ok(json!({ "number": number, "by": by, "at": written(*at) }))
    };
    rows.iter().map(row).collect()
}

/// So many rows of the log are looked at at a time.
const AT_ONCE: u64 = 1_000;

/// What the log says of these items and of the place, the newest first.
pub async fn log(
    db: &impl ConnectionTrait,
    clock: &Clock,
    asked: &Asked,
    items: &BTreeSet<Uuid>,
) -> Result<Vec<Value>, DbErr> {
    // What is written meanwhile would move the rest.
    let until = std::cmp::min(asked.end(), clock.now());
    let search = Search { from: Some(asked.begin()), until: Some(until), ..Search::default() };
    let place = asked.place.to_string();
    let (mut found, mut seen) = (Vec::new(), 0);
    loop {
        let rows = search.some(db, (seen, AT_ONCE)).await?;
        let count = u64::try_from(rows.len()).unwrap_or_default();
        let is_about = |row: &audit::Model| {
            let is_at = row.details.get("at").and_then(Value::as_str) == Some(place.as_str());
            is_at || row.on_id.is_some_and(|id| id == asked.place || items.contains(&id))
        };
        found.extend(rows.into_iter().filter(is_about).map(|row| {
            json!({ "at": written(*row.at), "what": row.what, "by": row.actor,
                "on": row.on_kind, "id": row.on_id, "details": row.details })
        }));
        seen += count;
        if count < AT_ONCE {
            return Ok(found);
        }
    }
}

/// So many roles of a place are told of; none has had as many.
const MOST: u64 = 10_000;

/// Who held which role there in the period.
pub async fn roles(db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<Value>, DbErr> {
    let not_before = roles::Column::ValidTo.is_null().or(roles::Column::ValidTo.gt(asked.from));
    let rows = roles::Entity::find()
        .filter(roles::Column::PlaceId.eq(asked.place))
        .filter(roles::Column::ValidFrom.lte(asked.to))
        .filter(not_before)
        .order_by_asc(roles::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    let row = |row: roles::Model| {
        json!({ "role": row.kind, "person": row.person_id, "from": row.valid_from.to_string(),
            "last_day": row.valid_to.and_then(Date::previous_day).map(|day| day.to_string()),
            "given_by": row.given_by })
    };
    Ok(rows.into_iter().map(row).collect())
}
