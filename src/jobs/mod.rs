//! Work for later: a queue in the database, written in the transaction of the change that asks for it.
//!
//! A job runs at least once: after a crash its lease runs out and another copy of the server takes
//! it. When it succeeds, or has failed for good, its row is deleted and with it all it carried.

mod store;
#[cfg(test)]
mod tests;

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use serde::Serialize;
use serde::de::DeserializeOwned;
use time::OffsetDateTime;

use crate::clock::Clock;
use crate::db::{Db, DbErr};

/// How long a copy of the server may work on a job before another may take it.
const LEASE: time::Duration = time::Duration::minutes(5);
/// After this many failures a job is given up: with the waits below, after some 16 hours.
const MAX_ATTEMPTS: i32 = 12;
/// How often an idle worker looks.
const POLL: Duration = Duration::from_secs(2);

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
    let payload = serde_json::to_value(job).map_err(|e| DbErr::Json(e.to_string()))?;
    store::insert(db, clock.new_id(), J::NAME, payload, clock.now()).await
}

type Run = Arc<
    dyn Fn(serde_json::Value) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send>>
        + Send
        + Sync,
>;

/// Takes jobs that it knows from the queue and runs them, one at a time: what it does not know is
/// left to another worker, or to a newer copy of the server.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    known: Vec<(&'static str, Run)>,
}

impl Worker {
    pub fn new(db: Db, clock: Clock) -> Self {
        Self { db, clock, known: Vec::new() }
    }

    /// Says how jobs of the kind `J` are run.
    #[must_use]
    pub fn on<J, F, Fut>(mut self, run: F) -> Self
    where
        J: Job + 'static,
        F: Fn(J) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), String>> + Send + 'static,
    {
        let run = Arc::new(run);
        let parsed: Run = Arc::new(move |payload| {
            let run = Arc::clone(&run);
            Box::pin(async move {
                let job = serde_json::from_value(payload).map_err(|e| e.to_string())?;
                run(job).await
            })
        });
        self.known.push((J::NAME, parsed));
        self
    }

    /// Runs all that is due; tells how many jobs it took.
    pub async fn run_dry(&self) -> Result<usize, DbErr> {
        let mut taken = 0;
        let names: Vec<&str> = self.known.iter().map(|(name, _)| *name).collect();
        while let Some(job) = store::lease(&self.db, self.clock.now(), LEASE, &names).await? {
            taken += 1;
            self.run_one(job).await?;
        }
        Ok(taken)
    }

    /// Works until the task is dropped.
    pub async fn work(self) {
        loop {
            if let Err(error) = self.run_dry().await {
                tracing::error!(%error, "the job queue can't be read");
            }
            tokio::time::sleep(POLL).await;
        }
    }

    async fn run_one(&self, job: store::Model) -> Result<(), DbErr> {
        let Some((_, run)) = self.known.iter().find(|(name, _)| *name == job.name) else {
            return Ok(());
        };
        let result = run(job.payload.clone()).await;
        metrics::counter!("padriver_jobs_total", "job" => job.name.clone(),
            "result" => if result.is_ok() { "done" } else { "failed" })
        .increment(1);
        match result {
            Ok(()) => store::delete(&self.db, job.id).await,
            Err(error) if job.attempts + 1 >= MAX_ATTEMPTS => {
                tracing::error!(job = job.name, id = %job.id, error, "a job was given up");
                store::delete(&self.db, job.id).await
            }
            Err(error) => {
                tracing::warn!(job = job.name, id = %job.id, error, "a job failed; it is tried again");
                let again = self.clock.now() + wait(job.attempts);
                store::retry(&self.db, &job, again, &error).await
            }
        }
    }
}

/// A minute, then twice as long each time, at most four hours.
fn wait(attempts: i32) -> time::Duration {
    let minutes = 1_i64 << attempts.clamp(0, 8);
    time::Duration::minutes(minutes.min(240))
}

/// When the oldest job of this name that is due should have run; for the metrics.
pub async fn oldest_due(
    db: &impl ConnectionTrait,
    name: &str,
    now: OffsetDateTime,
) -> Result<Option<OffsetDateTime>, DbErr> {
    store::oldest_due(db, name, now).await
}
