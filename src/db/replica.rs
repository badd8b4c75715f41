//! A second database that only answers, a copy of the first: reads of pages go there while the first is away.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sea_orm::{DatabaseConnection, DbErr, Statement};
use tokio::time::{Instant, timeout};

use super::clash::{Unable, unable};

/// How long the first may take to answer a read before the copy is asked.
const PATIENCE: Duration = Duration::from_secs(3);
/// For so long after that nobody asks the first; then one does, and the others when it has answered.
const REST: Duration = Duration::from_secs(1);

/// Clones share what is known of the first.
#[derive(Clone, Debug)]
pub(super) struct Replica {
    pool: DatabaseConnection,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The first is away, and not asked until then.
    rests_until: Mutex<Option<Instant>>,
    reads: AtomicU64,
}

impl Replica {
    pub(super) fn new(pool: DatabaseConnection) -> Self {
        Self { pool, state: Arc::default() }
    }

    pub(super) fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// How often it was asked.
    pub(super) fn reads(&self) -> u64 {
        self.state.reads.load(Ordering::Acquire)
    }

    /// Asks the first, and the copy if the first is away.
    pub(super) async fn instead_of<T, Ask>(
        &self,
        first: &DatabaseConnection,
        ask: impl Fn(DatabaseConnection) -> Ask + Send + Sync,
    ) -> Result<T, DbErr>
    where
        Ask: Future<Output = Result<T, DbErr>> + Send,
        T: Send,
    {
        if self.state.asks_first() {
            match timeout(PATIENCE, ask(first.clone())).await {
                Ok(Err(error)) if unable(&error) == Some(Unable::Away) => {}
                Err(_) => {}
                Ok(answer) => {
                    self.state.is_back();
                    return answer;
                }
            }
            self.state.is_away();
        }
        // Before it is asked: who sees the count unchanged has seen nothing of it.
        self.state.reads.fetch_add(1, Ordering::AcqRel);
        ask(self.pool.clone()).await
    }
}

impl State {
    fn asks_first(&self) -> bool {
        let mut rests_until = self.rests_until();
        match *rests_until {
            None => true,
            Some(until) if Instant::now() < until => false,
            Some(_) => {
                // This one asks; the others go on without until it has heard.
                *rests_until = Some(Instant::now() + PATIENCE + REST);
                true
            }
        }
    }

    fn is_away(&self) {
        let before = self.rests_until().replace(Instant::now() + REST);
        if before.is_none() {
            tracing::warn!("the database does not answer: its copy is asked");
        }
    }

    fn is_back(&self) {
        if self.rests_until().take().is_some() {
            tracing::info!("the database answers again");
        }
    }

    fn rests_until(&self) -> MutexGuard<'_, Option<Instant>> {
        self.rests_until.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Nothing that writes is asked twice: it may have been done the first time.
pub(super) fn is_read(statement: &Statement) -> bool {
    statement.sql.trim_start().get(..6).is_some_and(|verb| verb.eq_ignore_ascii_case("select"))
}
