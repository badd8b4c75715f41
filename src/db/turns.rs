//! Whose turn it is to write, among all that goes on in this program: they wait in line here, and hold
//! no connection while they wait.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock};
use tokio::time::timeout;

/// How long a writer waits for another one before it gives up.
pub(super) const BUSY: Duration = Duration::from_secs(5);
/// How long one that has lost again and again waits to be alone. A long transaction must not hold up
/// all others behind it, so after that it tries beside them once more.
pub(super) const ALONE: Duration = Duration::from_secs(2);

/// What one is told whose turn did not come, so that it can be told from a database that does not answer.
pub(super) const WAITED: &str = "the writers before this one took too long";

/// The line. It is fair: who came first goes first.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns(Arc<RwLock<()>>);

/// Held for as long as the transaction lasts.
#[derive(Debug)]
pub(super) enum Turn {
    Beside(#[expect(dead_code, reason = "held, never read")] OwnedRwLockReadGuard<()>),
    Alone(#[expect(dead_code, reason = "held, never read")] OwnedRwLockWriteGuard<()>),
}

impl Turns {
    /// SQLite has one writer at a time.
    pub(super) async fn only(&self) -> Result<Turn, DbErr> {
        let turn = timeout(BUSY, Arc::clone(&self.0).write_owned()).await;
        turn.map(Turn::Alone).map_err(|_| DbErr::Custom(WAITED.to_owned()))
    }

    /// On PostgreSQL writers go beside each other, and one that keeps losing goes `alone`.
    pub(super) async fn beside(&self, alone: bool) -> Result<Turn, DbErr> {
        if alone && let Ok(turn) = timeout(ALONE, Arc::clone(&self.0).write_owned()).await {
            return Ok(Turn::Alone(turn));
        }
        let turn = timeout(BUSY, Arc::clone(&self.0).read_owned()).await;
        turn.map(Turn::Beside).map_err(|_| DbErr::Custom(WAITED.to_owned()))
    }
}
