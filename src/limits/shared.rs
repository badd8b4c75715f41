//! Meters of all copies of the server together: a row in the database for each who is counted.
//!
//! A row says when its meter will be empty again: a bucket that each count fills by a step, and that
//! runs empty by itself (GCRA, as the meters in memory). It is full when one step more would take it
//! past the burst. To look and to count is one statement, so of two who count at once both see what
//! the other has counted.

use governor::Quota;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use time::OffsetDateTime;

mod meter {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "meter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// A digest that tells nobody who it was.
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        /// Milliseconds since 1970, for the statement that counts calculates with them.
        pub empty_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use meter::Column::{EmptyAt, Key, Name};

/// Counts one more; in `Err` how many seconds it is until that may be tried again.
pub async fn count(
    db: &impl ConnectionTrait,
    name: &str,
    key: &str,
    quota: &Quota,
    now: OffsetDateTime,
) -> Result<Result<(), u64>, DbErr> {
    let now = milliseconds(now);
    let step = i64::try_from(quota.replenish_interval().as_millis()).unwrap_or(i64::MAX / 2).max(1);
    // Filled up to here there is room for one step more.
    let room_until =
        now.saturating_add(step.saturating_mul(i64::from(quota.burst_size().get()) - 1));
    let first = now.saturating_add(step);
    let row = meter::Model { name: name.to_owned(), key: key.to_owned(), empty_at: first };
    let there = || Expr::col((meter::Entity, EmptyAt));
    let next = Expr::case(there().lt(now), first).finally(there().add(step));
    let one_more = OnConflict::columns([Name, Key])
        .value(EmptyAt, next)
        .action_and_where(there().lte(room_until))
        .to_owned();
    let insert = meter::Entity::insert(row.into_active_model()).on_conflict(one_more);
    if insert.exec_without_returning(db).await? > 0 {
        return Ok(Ok(()));
    }
    let full = meter::Entity::find_by_id((name.to_owned(), key.to_owned())).one(db).await?;
    let wait = full.map_or(0, |row| row.empty_at.saturating_sub(room_until));
    Ok(Err(u64::try_from(wait).unwrap_or(0) / 1000 + 1))
}

/// Forgets the meters that are empty.
pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let empty = meter::Entity::delete_many().filter(EmptyAt.lte(milliseconds(now)));
    Ok(empty.exec(db).await?.rows_affected)
}

fn milliseconds(at: OffsetDateTime) -> i64 {
    i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}
