//! The queue's table. Private to the queue.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{Condition, FromQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use time::OffsetDateTime;

use crate::db::{Clash, Timestamp, clash};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub payload: Json,
    pub run_at: Timestamp,
    /// Nobody works on it: none, or in the past, where whoever did has died.
    pub leased_until: Option<Timestamp>,
    /// How often it has been begun.
    pub attempts: i32,
    pub last_error: Option<String>,
    /// Whose lease it is: a new one with each.
    pub token: Option<Uuid>,
    /// No two jobs of one name wait with the same.
    pub key: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn insert(db: &impl ConnectionTrait, job: Model) -> Result<(), DbErr> {
    Entity::insert(job.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// A job that waits already is written to even so. That locks its row until the transaction ends,
/// so no worker begins it while the change that it is to see is unseen.
pub async fn insert_unless_waiting(db: &impl ConnectionTrait, job: Model) -> Result<(), DbErr> {
    let newer = || Expr::col((Alias::new("excluded"), Column::RunAt));
    let there = || Expr::col((Entity, Column::RunAt));
    // One that has failed keeps its wait: otherwise a busy day would use up its attempts.
    let is_earlier = newer().lt(there()).and(Expr::col((Entity, Column::Attempts)).eq(0));
    let earlier = Expr::case(is_earlier, newer()).finally(there());
    let unless_waiting = OnConflict::columns([Column::Name, Column::Key])
        .target_and_where(Expr::col(Column::LeasedUntil).is_null())
        .value(Column::RunAt, earlier)
        .to_owned();
    let insert = Entity::insert(job.into_active_model()).on_conflict(unless_waiting);
    insert.exec_without_returning(db).await?;
    Ok(())
}

/// False when one of the same name and key waits already. Who inserts the same at the same time waits
/// until it is known which of them is there.
pub async fn insert_once(db: &impl ConnectionTrait, job: Model) -> Result<bool, DbErr> {
    let unless_waiting = OnConflict::columns([Column::Name, Column::Key])
        .target_and_where(Expr::col(Column::LeasedUntil).is_null())
        .do_nothing()
        .to_owned();
    let insert = Entity::insert(job.into_active_model()).on_conflict(unless_waiting);
    match insert.exec_without_returning(db).await {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error),
    }
}

pub async fn waiting_under(
    db: &impl ConnectionTrait,
    name: &str,
    key: &str,
) -> Result<Option<Model>, DbErr> {
    let is_it = Column::Name.eq(name).and(Column::Key.eq(key)).and(Column::LeasedUntil.is_null());
    Entity::find().filter(is_it).one(db).await
}

pub async fn failing(
    db: &impl ConnectionTrait,
    name: &str,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Name.eq(name))
        .filter(Column::LastError.is_not_null())
        .order_by_desc(Column::Attempts)
        .order_by_asc(Column::RunAt)
        .limit(most)
        .all(db)
        .await
}

/// The job of one of these names that should have run first, among those that nobody works on.
pub async fn oldest_due(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    names: &[&str],
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(due(now))
        .filter(Column::Name.is_in(names.iter().copied()))
        .order_by_asc(Column::RunAt)
        .one(db)
        .await
}

/// Takes the job, and counts it. Two servers may have seen the same row; only the one whose update
/// still finds it free has it.
pub async fn lease(
    db: &impl ConnectionTrait,
    job: Model,
    now: OffsetDateTime,
    until: OffsetDateTime,
    token: Uuid,
) -> Result<Option<Model>, DbErr> {
    let won = Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(Some(until)))
        .col_expr(Column::Token, Expr::value(Some(token)))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(as_seen(&job, now))
        .exec(db)
        .await?;
    let attempts = job.attempts + 1;
    let leased = Model { leased_until: Some(until.into()), token: Some(token), attempts, ..job };
    Ok((won.rows_affected == 1).then_some(leased))
}

/// Deletes a job that nobody works on. False when somebody has taken it meanwhile.
pub async fn delete_unheld(
    db: &impl ConnectionTrait,
    job: &Model,
    now: OffsetDateTime,
) -> Result<bool, DbErr> {
    let gone = Entity::delete_many().filter(as_seen(job, now)).exec(db).await?;
    Ok(gone.rows_affected == 1)
}

/// Each of these changes the job only for whoever holds its token, and tells whether it did.
pub async fn renew(
    db: &impl ConnectionTrait,
    job: &Model,
    until: OffsetDateTime,
) -> Result<bool, DbErr> {
    let renewed = Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(Some(until)))
        .filter(held(job))
        .exec(db)
        .await?;
    Ok(renewed.rows_affected == 1)
}

pub async fn finish(db: &impl ConnectionTrait, job: &Model) -> Result<bool, DbErr> {
    let gone = Entity::delete_many().filter(held(job)).exec(db).await?;
    Ok(gone.rows_affected == 1)
}

/// It failed, and is to be tried again.
pub async fn fail(
    db: &impl ConnectionTrait,
    job: &Model,
    again: OffsetDateTime,
    error: &str,
) -> Result<bool, DbErr> {
    let error = Some(error.to_owned());
    let_go(db, Model { run_at: again.into(), last_error: error, ..job.clone() }).await
}

/// It was stopped through no fault of its own: as if it had not been begun.
pub async fn hand_back(db: &impl ConnectionTrait, job: &Model) -> Result<bool, DbErr> {
    let_go(db, Model { attempts: job.attempts - 1, ..job.clone() }).await
}

async fn let_go(db: &impl ConnectionTrait, job: Model) -> Result<bool, DbErr> {
    let freed = Entity::update_many()
        .col_expr(Column::RunAt, Expr::value(job.run_at))
        .col_expr(Column::Attempts, Expr::value(job.attempts))
        .col_expr(Column::LastError, Expr::value(job.last_error.clone()))
        .col_expr(Column::LeasedUntil, Expr::value(None::<Timestamp>))
        .col_expr(Column::Token, Expr::value(None::<Uuid>))
        .filter(held(&job))
        .exec(db)
        .await;
    match freed {
        Ok(freed) => Ok(freed.rows_affected == 1),
        // The same was asked for while it ran, and waits: that one will do the work.
        Err(error) if clash(&error) == Some(Clash::Taken) => finish(db, &job).await,
        Err(error) => Err(error),
    }
}

fn held(job: &Model) -> Condition {
    Condition::all().add(Column::Id.eq(job.id)).add(Column::Token.eq(job.token))
}

/// Still free, and nobody has had it since it was read.
fn as_seen(job: &Model, now: OffsetDateTime) -> Condition {
    due(now).add(Column::Id.eq(job.id)).add(Column::Attempts.eq(job.attempts))
}

fn due(now: OffsetDateTime) -> Condition {
    free(now).add(Column::RunAt.lte(now))
}

fn free(now: OffsetDateTime) -> Condition {
    let free = Column::LeasedUntil.is_null().or(Column::LeasedUntil.lte(now));
    Condition::all().add(free)
}

/// How many jobs of a name wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub name: String,
    pub due: i64,
    /// For a time to come.
    pub later: i64,
}

#[derive(FromQueryResult)]
struct Count {
    name: String,
    jobs: i64,
}

pub async fn waiting_by_name(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
) -> Result<Vec<Waiting>, DbErr> {
    let count = async |which: Condition| -> Result<Vec<Count>, DbErr> {
        Entity::find()
            .select_only()
            .column(Column::Name)
            .column_as(Column::Id.count(), "jobs")
            .filter(which)
            .group_by(Column::Name)
            .into_model()
            .all(db)
            .await
    };
    let due = count(due(now)).await?;
    let later = count(free(now).add(Column::RunAt.gt(now))).await?;
    let mut waiting: Vec<Waiting> =
        due.into_iter().map(|c| Waiting { name: c.name, due: c.jobs, later: 0 }).collect();
    for Count { name, jobs } in later {
        match waiting.iter_mut().find(|known| known.name == name) {
            Some(known) => known.later = jobs,
            None => waiting.push(Waiting { name, due: 0, later: jobs }),
        }
    }
    Ok(waiting)
}
