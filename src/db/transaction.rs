//! Transactions that write: as if one came after the other, whatever is written beside them.
//!
//! On PostgreSQL they are serializable, on SQLite there is one at a time. So what a transaction read
//! still holds when it commits: a rule over many rows is checked by reading them in the transaction
//! that writes. What the engine undid because two met is run again from the start.

use std::pin::Pin;
use std::time::Duration;

use super::clash::{AsDbErr, Clash, clash};
use super::connection::{Db, Durability, Sees, Tx};
use crate::clock::Clock;
use crate::db::DbErr;

/// What a transaction's work hands back.
pub type Work<'c, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'c>>;

/// Runs `work` in a transaction that is committed when it succeeds, and again from the start when
/// another writer got in its way ([`Clash`]). When it has succeeded it is on the disk.
pub async fn transaction<T, E, W>(db: &Db, work: W) -> Result<T, E>
where
    E: From<DbErr> + AsDbErr,
    W: for<'c> Fn(&'c Tx) -> Work<'c, T, E>,
{
    run(db, Durability::Person, Sees::Nothing, work).await
}

/// As [`transaction`], for what nobody waits for and can be done again, such as the lines of an
/// import: after a power cut the last of them may be missing.
pub async fn bulk_transaction<T, E, W>(db: &Db, work: W) -> Result<T, E>
where
    E: From<DbErr> + AsDbErr,
    W: for<'c> Fn(&'c Tx) -> Work<'c, T, E>,
{
    run(db, Durability::Bulk, Sees::Nothing, work).await
}

/// As [`transaction`], for work that takes turns by a row it writes first: from then on it sees all
/// that those before it have committed, and on PostgreSQL no writer is undone for its sake.
pub async fn turn_transaction<T, E, W>(db: &Db, work: W) -> Result<T, E>
where
    E: From<DbErr> + AsDbErr,
    W: for<'c> Fn(&'c Tx) -> Work<'c, T, E>,
{
    run(db, Durability::Person, Sees::Committed, work).await
}

/// A transaction as [`transaction`] runs it, that the caller commits and nobody runs again.
pub async fn begin(db: &Db) -> Result<Tx, DbErr> {
    db.begin(Durability::Person, Sees::Nothing, false).await
}

async fn run<T, E, W>(db: &Db, durability: Durability, sees: Sees, work: W) -> Result<T, E>
where
    E: From<DbErr> + AsDbErr,
    W: for<'c> Fn(&'c Tx) -> Work<'c, T, E>,
{
    let mut tries = Tries::default();
    loop {
        let outcome = match db.begin(durability, sees, tries.alone()).await {
            Ok(tx) => attempt(tx, &work).await,
            Err(error) => Err(error.into()),
        };
        let Err(error) = outcome else { return outcome };
        let Some(wait) = error.as_db_err().and_then(clash).and_then(|clash| tries.again(clash))
        else {
            return Err(error);
        };
        tracing::debug!(?tries, "a transaction met another writer and is tried again");
        tokio::time::sleep(wait).await;
    }
}

async fn attempt<T, E, W>(tx: Tx, work: &W) -> Result<T, E>
where
    E: From<DbErr>,
    W: for<'c> Fn(&'c Tx) -> Work<'c, T, E>,
{
    match work(&tx).await {
        Ok(value) => tx.commit().await.map(|()| value).map_err(E::from),
        Err(error) => {
            // Why the work failed is what the caller must hear, whatever becomes of undoing it.
            if let Err(undone) = tx.rollback().await {
                tracing::warn!(error = %undone, "a transaction could not be undone; the engine does it");
            }
            Err(error)
        }
    }
}

/// How often a transaction has met each kind of clash.
#[derive(Debug, Default)]
pub(super) struct Tries {
    collided: u32,
    taken: u32,
    busy: u32,
}

/// After as many collisions it asks the others to wait.
const ALONE_AFTER: u32 = 3;
/// Of eight writers on the same rows one gets through each time, so this is far more than enough.
const COLLISIONS: u32 = 20;
/// The second time it sees what the other has written; if the key is taken still, it stays so.
const TAKEN: u32 = 2;
/// Each has already waited for seconds.
const BUSY: u32 = 1;
const SHORTEST: Duration = Duration::from_millis(8);
const LONGEST: Duration = Duration::from_millis(500);

impl Tries {
    /// Not once more when somebody else took too long to let it be alone.
    fn alone(&self) -> bool {
        self.collided >= ALONE_AFTER && self.busy == 0
    }

    /// How long to wait before the next try; `None` when it is enough.
    pub(super) fn again(&mut self, clash: Clash) -> Option<Duration> {
        let (count, most) = match clash {
            Clash::Collided => (&mut self.collided, COLLISIONS),
            Clash::Taken => (&mut self.taken, TAKEN),
            Clash::Busy => (&mut self.busy, BUSY),
        };
        *count += 1;
        (*count <= most).then(|| jittered(*count))
    }
}

/// Twice as long each time, and never the same for two that met.
fn jittered(count: u32) -> Duration {
    let longest = SHORTEST.saturating_mul(1 << count.min(16)).min(LONGEST);
    let chance = Clock::default().random_id().as_u64_pair().1 & 0xffff;
    longest.mul_f64(0.25 + 0.75 * f64::from(u16::try_from(chance).unwrap_or_default()) / 65_536.0)
}
