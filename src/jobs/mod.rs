//! Work for later: a queue in the database, written in the transaction of the change that asks for it.
//!
//! A job runs at least once. Taking it counts as an attempt and gives a lease with a token; while it
//! runs the lease is renewed. Where the process died the lease runs out, and another worker takes
//! the job; whoever has lost a lease can change nothing more. When a job has succeeded, or has been
//! tried as often as may be, its row is deleted and with it all it carried; in the same transaction
//! is written what that means to what waited for it ([`Worker::given_up`]).

mod store;
#[cfg(test)]
mod tests;
mod worker;

use sea_orm::ConnectionTrait;
use serde::Serialize;
use serde::de::DeserializeOwned;
use time::OffsetDateTime;

use crate::clock::Clock;
use crate::db::DbErr;

pub use store::Waiting;
pub use worker::Worker;

/// A piece of work: its fields are what it needs, its name is in the table.
pub trait Job: Serialize + DeserializeOwned + Send {
    const NAME: &'static str;
}

/// Puts `job` in the queue. Give it the transaction that makes the job needed.
pub async fn enqueue<J: Job>(
    db: &impl ConnectionTrait,
    clock: &Clock,
    job: &J,
) -> Result<(), DbErr> {
    enqueue_at(db, clock, job, clock.now()).await
}

/// The same, for a job that is not to run before `due`.
pub async fn enqueue_at<J: Job>(
    db: &impl ConnectionTrait,
    clock: &Clock,
    job: &J,
    due: OffsetDateTime,
) -> Result<(), DbErr> {
    store::insert(db, waiting(clock, job, due, None)?).await
}

/// The same, unless a job of this name with this `key` waits already; then that one stands, and
/// runs at the earlier of the two times. One that is being run does not count: it may have read
/// what was before this change. What waits is not begun before the transaction has ended, so
/// that it sees the change.
pub async fn enqueue_unless_waiting<J: Job>(
    db: &impl ConnectionTrait,
    clock: &Clock,
    job: &J,
    key: &str,
    due: OffsetDateTime,
) -> Result<(), DbErr> {
    store::insert_unless_waiting(db, waiting(clock, job, due, Some(key))?).await
}

/// The same, unless a job of this name with this `key` waits already; that one stands as it is.
/// Tells whether this one was put in the queue.
pub async fn enqueue_once<J: Job>(
    db: &impl ConnectionTrait,
    clock: &Clock,
    job: &J,
    key: &str,
    due: OffsetDateTime,
) -> Result<bool, DbErr> {
    store::insert_once(db, waiting(clock, job, due, Some(key))?).await
}

/// The job of this kind that waits under this `key`.
pub async fn waiting_under<J: Job>(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<J>, DbErr> {
    let found = store::waiting_under(db, J::NAME, key).await?;
    let job = found.map(|row| serde_json::from_value(row.payload));
    job.transpose().map_err(|error| DbErr::Json(error.to_string()))
}

/// A job that has failed and is tried again.
#[derive(Clone, Debug)]
pub struct Failing<J> {
    pub job: J,
    /// How often it has been tried.
    pub attempts: i32,
    pub why: String,
}

/// Jobs of this kind that have failed and wait to be tried again, those tried most often first. What can't
/// be read is left out.
pub async fn failing<J: Job>(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<Failing<J>>, DbErr> {
    let rows = store::failing(db, J::NAME, most).await?;
    let told = rows.into_iter().filter_map(|row| {
        let job = serde_json::from_value(row.payload).ok()?;
        let why = row.last_error.unwrap_or_default();
        Some(Failing { job, attempts: row.attempts, why })
    });
    Ok(told.collect())
}

fn waiting<J: Job>(
    clock: &Clock,
    job: &J,
    run_at: OffsetDateTime,
    key: Option<&str>,
) -> Result<store::Model, DbErr> {
    Ok(store::Model {
        id: clock.new_id(),
        name: J::NAME.to_owned(),
        payload: serde_json::to_value(job).map_err(|e| DbErr::Json(e.to_string()))?,
        run_at: run_at.into(),
        leased_until: None,
        attempts: 0,
        last_error: None,
        token: None,
        key: key.map(str::to_owned),
    })
}

/// When the oldest job of this name that is due should have run; for the metrics.
pub async fn oldest_due(
    db: &impl ConnectionTrait,
    name: &str,
    now: OffsetDateTime,
) -> Result<Option<OffsetDateTime>, DbErr> {
    Ok(store::oldest_due(db, now, &[name]).await?.map(|job| job.run_at.into()))
}

/// How many jobs of each name nobody works on; names without any are left out.
pub async fn waiting_by_name(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
) -> Result<Vec<Waiting>, DbErr> {
    store::waiting_by_name(db, now).await
}
