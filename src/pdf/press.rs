//! Sets papers a few at a time on threads of their own, so that setting never holds up those who read.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::{Paper, Pdf, TypesetError, set};

/// At work at once. Each may use a core for seconds, and a few hundred megabytes.
const AT_ONCE: usize = 2;
/// In line behind them; who comes after that is asked to come back.
const IN_LINE: usize = 16;
/// So long a reader waits for a turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// Too many ask at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

#[derive(Clone, Debug)]
pub struct Press {
    turns: Arc<Semaphore>,
    line: Arc<Semaphore>,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            line: Arc::new(Semaphore::new(AT_ONCE + IN_LINE)),
        }
    }
}

impl Press {
    /// For a reader who waits: busy when the line is long.
    pub async fn now(
        &self,
        paper: Paper,
        day: time::Date,
    ) -> Result<Result<Pdf, TypesetError>, Busy> {
        let _place = self.line.try_acquire().map_err(|_| Busy)?;
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned());
        let Ok(Ok(turn)) = turn.await else { return Err(Busy) };
        Ok(run(turn, paper, day).await)
    }

    /// For a job: waits for its turn as long as it takes.
    pub async fn later(&self, paper: Paper, day: time::Date) -> Result<Pdf, TypesetError> {
        match Arc::clone(&self.turns).acquire_owned().await {
            Ok(turn) => run(turn, paper, day).await,
            Err(closed) => Err(TypesetError::Broken(closed.to_string())),
        }
    }
}

/// The turn ends when the work does, also when nobody waits for it any more.
async fn run(
    turn: tokio::sync::OwnedSemaphorePermit,
    paper: Paper,
    day: time::Date,
) -> Result<Pdf, TypesetError> {
    let work = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        set(&paper, day)
    });
    work.await.unwrap_or_else(|gone| Err(TypesetError::Broken(gone.to_string())))
}
