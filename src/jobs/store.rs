//! The queue's table. Private to the queue.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{IntoActiveModel, QueryOrder};
use time::{Duration, OffsetDateTime};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub payload: Json,
    pub run_at: OffsetDateTime,
    pub leased_until: Option<OffsetDateTime>,
    pub attempts: i32,
    pub last_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn insert(
    db: &impl ConnectionTrait,
    id: Uuid,
    name: &str,
    payload: Json,
    run_at: OffsetDateTime,
) -> Result<(), DbErr> {
    let name = name.to_owned();
    let row =
        Model { id, name, payload, run_at, leased_until: None, attempts: 0, last_error: None };
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Takes the oldest due job of one of these names that nobody works on. Two servers may see the same row; only the one
/// whose update finds the lease as it was has it.
pub async fn lease(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    length: Duration,
    names: &[&str],
) -> Result<Option<Model>, DbErr> {
    loop {
        let due = Entity::find()
            .filter(due(now))
            .filter(Column::Name.is_in(names.iter().copied()))
            .order_by_asc(Column::RunAt)
            .one(db)
            .await?;
        let Some(job) = due else { return Ok(None) };
        let taken = Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(Some(now + length)))
            .filter(Column::Id.eq(job.id))
            .filter(self::due(now))
            .exec(db)
            .await?;
        if taken.rows_affected == 1 {
            return Ok(Some(job));
        }
    }
}

fn due(now: OffsetDateTime) -> sea_orm::Condition {
    let free = Column::LeasedUntil.is_null().or(Column::LeasedUntil.lte(now));
    sea_orm::Condition::all().add(Column::RunAt.lte(now)).add(free)
}

pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

pub async fn retry(
    db: &impl ConnectionTrait,
    job: &Model,
    again: OffsetDateTime,
    error: &str,
) -> Result<(), DbErr> {
    let mut row = job.clone().into_active_model();
    row.run_at = sea_orm::Set(again);
    row.leased_until = sea_orm::Set(None);
    row.attempts = sea_orm::Set(job.attempts + 1);
    row.last_error = sea_orm::Set(Some(error.to_owned()));
    row.update(db).await?;
    Ok(())
}

pub async fn oldest_due(
    db: &impl ConnectionTrait,
    name: &str,
    now: OffsetDateTime,
) -> Result<Option<OffsetDateTime>, DbErr> {
    let oldest = Entity::find()
        .filter(due(now))
        .filter(Column::Name.eq(name))
        .order_by_asc(Column::RunAt)
        .one(db)
        .await?;
    Ok(oldest.map(|job| job.run_at))
}
