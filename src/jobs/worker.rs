//! Takes jobs and runs them, and holds their leases for as long as they run.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep};

use super::{Job, store};
use crate::clock::Clock;
use crate::db::{self, Clash, Db, DbErr, Tx, Work, clash};
use crate::tasks::words_of_panic;
use crate::text::for_log;

/// How long after the last word from a worker another may take its job.
pub(super) const LEASE: Duration = Duration::from_mins(2);
/// So often a job is begun before it is given up: when it fails, with the waits below, after some
/// 16 hours.
pub(super) const MAX_ATTEMPTS: i32 = 12;
/// How often an idle worker looks.
const POLL: Duration = Duration::from_secs(2);
/// How long a job may go on after the word to stop, before it is handed back.
const HAND_BACK: Duration = Duration::from_secs(10);

type Run = Arc<
    dyn Fn(serde_json::Value) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send>>
        + Send
        + Sync,
>;

/// Writes that a job is given up, for whoever waits for it.
type GiveUp =
    Arc<dyn for<'t> Fn(&'t Tx, serde_json::Value, String) -> Work<'t, (), DbErr> + Send + Sync>;

/// Takes jobs that it knows from the queue and runs them, one at a time: what it does not know is
/// left to another worker, or to a newer copy of the server.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    known: Vec<(&'static str, Run)>,
    given_up: Vec<(&'static str, GiveUp)>,
    stopped: Option<watch::Receiver<bool>>,
    pub(super) lease: Duration,
    pub(super) max_attempts: i32,
    pub(super) hand_back: Duration,
}

/// How it went with a job, as the metrics call it.
enum Outcome {
    Done,
    Failed(String),
    /// The lease ran out, or is another's: what became of the job is not for this worker to say.
    Lost,
    HandedBack,
}

/// Who holds a job that is to be given up.
#[derive(Clone, Copy)]
enum Hold {
    Ours,
    Nobody,
}

impl Worker {
    pub fn new(db: Db, clock: Clock) -> Self {
        Self {
            db,
            clock,
            known: Vec::new(),
            given_up: Vec::new(),
            stopped: None,
            lease: LEASE,
            max_attempts: MAX_ATTEMPTS,
            hand_back: HAND_BACK,
        }
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

    /// Says what is written when a job of the kind `J` is given up, so that what waits for it does not
    /// wait for ever. It is written in the transaction that deletes the job.
    #[must_use]
    pub fn given_up<J, F>(self, write: F) -> Self
    where
        J: Job + 'static,
        F: for<'t> Fn(&'t Tx, J) -> Work<'t, (), DbErr> + Send + Sync + 'static,
    {
        self.given_up_because(move |tx, job: J, _| write(tx, job))
    }

    /// The same, with why: the last fault, as the log has it.
    #[must_use]
    pub fn given_up_because<J, F>(mut self, write: F) -> Self
    where
        J: Job + 'static,
        F: for<'t> Fn(&'t Tx, J, String) -> Work<'t, (), DbErr> + Send + Sync + 'static,
    {
        let parsed = any_lifetime(move |tx, payload, why| match serde_json::from_value(payload) {
            Ok(job) => write(tx, job, why),
            // Nobody can say what waits for it.
            Err(_) => Box::pin(std::future::ready(Ok(()))),
        });
        self.given_up.push((J::NAME, parsed));
        self
    }

    /// Takes no more jobs once `stopped` is true, and soon hands back the one it has.
    #[must_use]
    pub fn until(mut self, stopped: watch::Receiver<bool>) -> Self {
        self.stopped = Some(stopped);
        self
    }

    /// The jobs that it knows.
    pub fn names(&self) -> Vec<&'static str> {
        self.known.iter().map(|(name, _)| *name).collect()
    }

    /// Works until it is told to stop.
    pub async fn work(self) {
        while !self.is_stopped() {
            if let Err(error) = self.run_dry().await {
                tracing::error!(%error, "the job queue can't be read or written");
            }
            tokio::select! {
                () = sleep(POLL) => {}
                () = self.told_to_stop() => {}
            }
        }
    }

    /// Runs all that is due; tells how many jobs it took.
    pub async fn run_dry(&self) -> Result<usize, DbErr> {
        let mut taken = 0;
        while !self.is_stopped()
            && let Some(job) = self.take().await?
        {
            taken += 1;
            self.run_one(&job).await?;
        }
        Ok(taken)
    }

    /// The next job, leased. One that has been begun too often already took its process with it.
    async fn take(&self) -> Result<Option<store::Model>, DbErr> {
        let names = self.names();
        loop {
            let now = self.clock.now();
            let Some(job) = store::oldest_due(&self.db, now, &names).await? else {
                return Ok(None);
            };
            if job.attempts >= self.max_attempts {
                let why = "it was never heard of again after it was last begun";
                self.give_up(&job, Hold::Nobody, why).await?;
                continue;
            }
            let token = self.clock.random_id();
            let until = now + self.lease;
            match store::lease(&self.db, job, now, until, token).await {
                Ok(None) => {}
                // A server may be set to hold every statement to the order of transactions.
                Err(error) if clash(&error) == Some(Clash::Collided) => {}
                outcome => return outcome,
            }
        }
    }

    async fn run_one(&self, job: &store::Model) -> Result<(), DbErr> {
        let Some((_, run)) = self.known.iter().find(|(name, _)| *name == job.name) else {
            return Ok(());
        };
        let outcome = self.run_held(job, Arc::clone(run)).await;
        let kept = self.settle(job, &outcome).await?;
        let result = match outcome {
            Outcome::Done if kept => "done",
            Outcome::Failed(_) if kept => "failed",
            Outcome::HandedBack if kept => "handed_back",
            _ => "lost",
        };
        if result == "lost" {
            tracing::warn!(job = job.name, id = %job.id, "the lease of a job was lost while it ran");
        }
        metrics::counter!("padriver_jobs_total", "job" => job.name.clone(), "result" => result)
            .increment(1);
        Ok(())
    }

    /// Writes down how it went; false when the job was another's by then, and nothing was written.
    async fn settle(&self, job: &store::Model, outcome: &Outcome) -> Result<bool, DbErr> {
        match outcome {
            Outcome::Done => store::finish(&self.db, job).await,
            Outcome::Failed(error) if job.attempts >= self.max_attempts => {
                self.give_up(job, Hold::Ours, &for_log(error)).await
            }
            Outcome::Failed(error) => {
                let error = for_log(error);
                let error = &*error;
                tracing::warn!(job = job.name, id = %job.id, error, "a job failed; it is tried again");
                let again = self.clock.now() + wait(job.attempts);
                store::fail(&self.db, job, again, error).await
            }
            Outcome::HandedBack => store::hand_back(&self.db, job).await,
            Outcome::Lost => Ok(false),
        }
    }

    /// Deletes the job and writes what that means to what waits for it; false when it was another's.
    async fn give_up(&self, job: &store::Model, hold: Hold, error: &str) -> Result<bool, DbErr> {
        let known = self.given_up.iter().find(|(name, _)| *name == job.name);
        let write = known.map(|(_, write)| Arc::clone(write));
        let told = write.clone().map(|write| (write, error.to_owned()));
        let mut gone = self.delete(job, hold, told).await;
        if let (Err(fault), Some(_)) = (&gone, write) {
            // A job that can't be given up would stand in the way of all others.
            tracing::error!(job = job.name, id = %job.id, %fault, "what waits for a job can't be told");
            gone = self.delete(job, hold, None).await;
        }
        let mine = gone?;
        if mine {
            log_given_up(job, error);
        }
        Ok(mine)
    }

    async fn delete(
        &self,
        job: &store::Model,
        hold: Hold,
        write: Option<(GiveUp, String)>,
    ) -> Result<bool, DbErr> {
        let now = self.clock.now();
        db::transaction(&self.db, |tx| {
            let (job, write) = (job.clone(), write.clone());
            Box::pin(async move {
                let mine = match hold {
                    Hold::Ours => store::finish(tx, &job).await?,
                    Hold::Nobody => store::delete_unheld(tx, &job, now).await?,
                };
                if mine && let Some((write, why)) = write {
                    write(tx, job.payload, why).await?;
                }
                Ok(mine)
            })
        })
        .await
    }

    /// Runs the job apart, so that neither a panic nor a thread that it keeps busy is felt here,
    /// where the lease is renewed. The run is over when this returns.
    async fn run_held(&self, job: &store::Model, run: Run) -> Outcome {
        let mut running = JoinSet::new();
        let payload = job.payload.clone();
        running.spawn(async move { run(payload).await });
        let beat = self.lease / 4;
        let mut beats = interval_at(Instant::now() + beat, beat);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let hand_back = async {
            self.told_to_stop().await;
            sleep(self.hand_back).await;
        };
        tokio::pin!(hand_back);
        let mut held_until = job.leased_until;
        let outcome = loop {
            tokio::select! {
                ended = running.join_next() => return outcome(ended),
                _ = beats.tick() => {
                    let until = self.clock.now() + self.lease;
                    // A database that does not answer must not keep us past the end of the lease.
                    let renewed = tokio::time::timeout(beat, store::renew(&self.db, job, until));
                    match renewed.await {
                        Ok(Ok(true)) => held_until = Some(until.into()),
                        Ok(Ok(false)) => break Outcome::Lost,
                        Ok(Err(_)) | Err(_) if held_until <= Some(self.clock.now().into()) => {
                            break Outcome::Lost;
                        }
                        Ok(Err(_)) | Err(_) => {
                            tracing::warn!(job = job.name, id = %job.id, "a lease could not be renewed");
                        }
                    }
                }
                () = &mut hand_back => break Outcome::HandedBack,
            }
        };
        running.shutdown().await;
        outcome
    }

    fn is_stopped(&self) -> bool {
        self.stopped.as_ref().is_some_and(|stopped| *stopped.borrow())
    }

    async fn told_to_stop(&self) {
        match self.stopped.clone() {
            Some(mut stopped) => drop(stopped.wait_for(|stopped| *stopped).await),
            None => std::future::pending().await,
        }
    }
}

/// Says of a closure that it takes any transaction.
fn any_lifetime<F>(write: F) -> GiveUp
where
    F: for<'t> Fn(&'t Tx, serde_json::Value, String) -> Work<'t, (), DbErr> + Send + Sync + 'static,
{
    Arc::new(write)
}

fn outcome(ended: Option<Result<Result<(), String>, JoinError>>) -> Outcome {
    match ended {
        Some(Ok(Ok(()))) => Outcome::Done,
        Some(Ok(Err(error))) => Outcome::Failed(error),
        Some(Err(error)) => match error.try_into_panic() {
            Ok(panic) => Outcome::Failed(format!("it panicked: {}", words_of_panic(&*panic))),
            Err(_) => Outcome::HandedBack,
        },
        None => Outcome::HandedBack,
    }
}

/// What it carried is gone with it, so that the log must say which it was.
fn log_given_up(job: &store::Model, error: &str) {
    tracing::error!(
        job = job.name,
        id = %job.id,
        attempts = job.attempts,
        error,
        last_error = job.last_error,
        "a job was given up"
    );
    metrics::counter!("padriver_jobs_given_up_total", "job" => job.name.clone()).increment(1);
}

/// A minute, then twice as long each time, at most four hours.
fn wait(attempts: i32) -> time::Duration {
    let minutes = 1_i64 << (attempts - 1).clamp(0, 8);
    time::Duration::minutes(minutes.min(240))
}
