//! Starts tasks, and starts those that die again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

use super::{Course, Health, Task, words_of_panic};

/// How soon a task that died is started again: after the first wait, then twice as long each time
/// up to the longest, until it has run well.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub first: Duration,
    pub longest: Duration,
    pub well: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_mins(1),
            well: Duration::from_mins(1),
        }
    }
}

impl Pace {
    fn wait(self, deaths: u32) -> Duration {
        let doubled = 1_u32 << deaths.saturating_sub(1).min(16);
        self.first.saturating_mul(doubled).min(self.longest)
    }
}

/// Has the tasks; they end with it.
pub struct Supervisor {
    pace: Pace,
    health: Health,
    stopped: watch::Receiver<bool>,
    draining: JoinSet<()>,
    endless: JoinSet<()>,
}

impl Supervisor {
    /// Nothing is started again once `stopped` is true.
    pub fn new(stopped: watch::Receiver<bool>) -> Self {
        Self::at_pace(Pace::default(), stopped)
    }

    pub fn at_pace(pace: Pace, stopped: watch::Receiver<bool>) -> Self {
        let health = Health::default();
        Self { pace, health, stopped, draining: JoinSet::new(), endless: JoinSet::new() }
    }

    pub fn health(&self) -> Health {
        self.health.clone()
    }

    pub fn start<R, F>(&mut self, task: Task<R>)
    where
        R: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        let Task { name, course, needed, run } = task;
        let set = if course == Course::Drains { &mut self.draining } else { &mut self.endless };
        let task = Task { name, course, needed, run: Arc::new(run) };
        set.spawn(supervise(task, self.pace, self.health.clone(), self.stopped.clone()));
    }

    /// Waits for the tasks that end by themselves when they are told to, but no longer than
    /// `grace`. All that are left end when the supervisor is dropped.
    pub async fn drain(&mut self, grace: Duration) {
        let drained = async { while self.draining.join_next().await.is_some() {} };
        if tokio::time::timeout(grace, drained).await.is_err() {
            tracing::warn!("some tasks did not come to an end and are cut off");
        }
    }
}

async fn supervise<R, F>(
    task: Task<Arc<R>>,
    pace: Pace,
    health: Health,
    mut stopped: watch::Receiver<bool>,
) where
    R: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    loop {
        health.starts(task.name, task.needed);
        let why = match run_once(&task, pace, &health).await {
            Ok(()) if task.course == Course::Once => return,
            Ok(()) if *stopped.borrow() => return,
            Ok(()) => "it ended".to_owned(),
            Err(error) => error.try_into_panic().map_or("it was cut off".to_owned(), |panic| {
                format!("it panicked: {}", words_of_panic(&*panic))
            }),
        };
        let deaths = health.dies(task.name);
        let wait = pace.wait(deaths);
        tracing::error!(
            task = task.name,
            why,
            deaths,
            again_in_seconds = wait.as_secs_f64(),
            "a task has died"
        );
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}

/// One run, apart from this one: a panic in it is an answer here.
async fn run_once<R, F>(task: &Task<Arc<R>>, pace: Pace, health: &Health) -> Result<(), JoinError>
where
    R: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    // Dropping the set ends the run.
    let mut running = JoinSet::new();
    let run = Arc::clone(&task.run);
    running.spawn(async move { run().await });
    let ended = async { running.join_next().await.unwrap_or(Ok(())) };
    tokio::pin!(ended);
    if let Ok(ended) = tokio::time::timeout(pace.well, &mut ended).await {
        return ended;
    }
    health.runs_well(task.name);
    ended.await
}
