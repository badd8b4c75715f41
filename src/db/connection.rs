//! The database as the program holds it, and a transaction on it: as SeaORM's own, with what both
//! engines must do alike.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, ExecResult, QueryResult, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};

use super::editions::SeenEditions;
use super::replica::{Replica, is_read};
use super::timestamp::in_milliseconds;
use super::turns::{ALONE, BUSY, Turn, Turns};

/// What must be on the disk before a transaction is told to have succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// All of it: a person was told that it is saved.
    Person,
    /// A power cut may take the last ones away, whole and never in part: what can be done again.
    Bulk,
}

/// What a transaction sees of those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sees {
    /// Nothing: what it read still holds when it commits, or it is undone.
    Nothing,
    /// What is committed when each of its statements begins.
    Committed,
}

/// The database; clones share it.
#[derive(Clone, Debug)]
pub struct Db {
    pool: DatabaseConnection,
    /// On SQLite connections that wait for the disk at each commit; else the same as `pool`.
    durable: DatabaseConnection,
    /// On SQLite a connection with room for all that a large transaction touches; else the same as `pool`.
    bulk: DatabaseConnection,
    turns: Turns,
    writes: Writes,
    questions: Questions,
    editions: SeenEditions,
    replica: Option<Replica>,
    /// Reads go to the replica while the database is away.
    strays: bool,
}

/// How often something may have been written.
#[derive(Clone, Debug, Default)]
struct Writes(Arc<AtomicU64>);

impl Writes {
    fn count(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}

/// How often the database has been asked something.
#[derive(Clone, Debug, Default)]
struct Questions(Arc<AtomicU64>);

/// A transaction that writes. Dropped without [`Tx::commit`] it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    writes: Writes,
    _turn: Turn,
}

impl Db {
    pub(super) async fn connect(url: &str) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(2 * BUSY);
        if !url.starts_with("sqlite:") {
            options.max_connections(16).connect_timeout(BUSY);
            return Ok(Self::over(Database::connect(options).await?));
        }
        let db = Self::over(Database::connect(sqlite(options.clone(), url, Use::Any)).await?);
        if is_in_memory(url) {
            return Ok(db);
        }
        let mut durable = sqlite(options.clone(), url, Use::Person);
        durable.max_connections(2).connect_lazy(true);
        let mut bulk = sqlite(options, url, Use::Bulk);
        bulk.max_connections(1).connect_lazy(true);
        let (durable, bulk) = (Database::connect(durable).await?, Database::connect(bulk).await?);
        Ok(Self { durable, bulk, ..db })
    }

    /// By the same connections, whatever is asked.
    fn over(pool: DatabaseConnection) -> Self {
        Self {
            durable: pool.clone(),
            bulk: pool.clone(),
            pool,
            turns: Turns::default(),
            writes: Writes::default(),
            questions: Questions::default(),
            editions: SeenEditions::default(),
            replica: None,
            strays: false,
        }
    }

    /// The same, with a copy of it that can be read. It need not be there yet.
    pub(super) async fn with_replica(mut self, url: &str) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(BUSY).connect_lazy(true).max_connections(16);
        if url.starts_with("sqlite:") {
            options = sqlite(options, url, Use::Any);
        }
        self.replica = Some(Replica::new(Database::connect(options).await?));
        Ok(self)
    }

    /// For who shows pages: while the database is away its replica is read, if there is one. A replica
    /// may be somewhat behind, so nothing that is to last is made of what this reads.
    #[must_use]
    pub fn for_readers(&self) -> Self {
        Self { strays: true, ..self.clone() }
    }

    /// How often the replica was read in place of the database, by all that share it.
    pub fn strayed(&self) -> u64 {
        self.replica.as_ref().map_or(0, Replica::reads)
    }

    /// For who writes down what others have written, such as its place in the change feed: that changes nothing
    /// of what this program has shown, and is not counted.
    #[must_use]
    pub(crate) fn uncounted(&self) -> Self {
        Self { writes: Writes::default(), ..self.clone() }
    }

    fn replica(&self) -> Option<&Replica> {
        self.replica.as_ref().filter(|_| self.strays)
    }

    /// By one connection and no more. A pool opens a second while the first is on its way back to it,
    /// and who asks whether anybody else has the database open would find himself.
    pub(super) async fn connect_alone(url: &str) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(2 * BUSY);
        if url.starts_with("sqlite:") {
            options = sqlite(options, url, Use::Person);
        } else {
            options.connect_timeout(BUSY);
        }
        options.max_connections(1);
        Ok(Self::over(Database::connect(options).await?))
    }

    /// The pool itself, for what knows SeaORM alone.
    pub(super) fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    fn is_sqlite(&self) -> bool {
        self.pool.get_database_backend() == DbBackend::Sqlite
    }

    /// On SQLite it takes the write lock at once: one that begins as a reader can't wait for the lock
    /// later without risking `SQLITE_BUSY`.
    pub(super) async fn begin(
        &self,
        durability: Durability,
        sees: Sees,
        alone: bool,
    ) -> Result<Tx, DbErr> {
        if self.is_sqlite() {
            let turn = self.turns.only().await?;
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            };
            let pool = match durability {
                Durability::Person => &self.durable,
                Durability::Bulk => &self.bulk,
            };
            let inner = pool.begin_with_options(options).await?;
            return Ok(Tx { inner, writes: self.writes.clone(), _turn: turn });
        }
        let turn = self.turns.beside(alone).await?;
        // One that did not get to be alone here must not hold up those of other programs either.
        let alone = matches!(turn, Turn::Alone(_));
        let tx = Tx { inner: self.pool.begin().await?, writes: self.writes.clone(), _turn: turn };
        // In one round trip.
        let settings = match (sees, durability) {
            (Sees::Nothing, Durability::Person) => format!("{}; {ON_DISK}", serializable(alone)),
            (Sees::Nothing, Durability::Bulk) => serializable(alone),
            (Sees::Committed, Durability::Person) => ON_DISK.to_owned(),
            (Sees::Committed, Durability::Bulk) => return Ok(tx),
        };
        tx.execute_unprepared(&settings).await?;
        Ok(tx)
    }

    /// One round trip: is the database there?
    pub(super) async fn ping(&self) -> Result<(), DbErr> {
        self.pool.ping().await
    }

    /// The same of its replica; false when it has none.
    pub(super) async fn has_replica(&self) -> bool {
        match &self.replica {
            Some(replica) => replica.pool().ping().await.is_ok(),
            None => false,
        }
    }

    /// How often this program has written, or may have: another number after each time.
    pub fn writes(&self) -> u64 {
        self.writes.0.load(Ordering::Acquire)
    }

    /// How often this program has asked it something, outside transactions.
    pub fn questions(&self) -> u64 {
        self.questions.0.load(Ordering::Relaxed)
    }

    /// Asks the pool; for readers its replica, while it is away.
    async fn read<T, Answer>(
        &self,
        statement: Statement,
        ask: impl Fn(DatabaseConnection, Statement) -> Answer + Send + Sync,
    ) -> Result<T, DbErr>
    where
        Answer: Future<Output = Result<T, DbErr>> + Send,
        T: Send,
    {
        self.questions.0.fetch_add(1, Ordering::Relaxed);
        let statement = of_engine(statement);
        match self.replica().filter(|_| is_read(&statement)) {
            Some(replica) => replica.instead_of(&self.pool, |db| ask(db, statement.clone())).await,
            None => ask(self.pool.clone(), statement).await,
        }
    }

    pub(super) fn editions(&self) -> &SeenEditions {
        &self.editions
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.close_by_ref().await
    }

    /// For all that share it.
    pub async fn close_by_ref(&self) -> Result<(), DbErr> {
        self.lose().await?;
        match &self.replica {
            Some(replica) => replica.pool().close_by_ref().await,
            None => Ok(()),
        }
    }

    /// As if the database had gone away, and its replica had not.
    pub(crate) async fn lose(&self) -> Result<(), DbErr> {
        self.durable.close_by_ref().await?;
        self.bulk.close_by_ref().await?;
        self.pool.close_by_ref().await
    }
}

/// One that has collided again and again asks all others to wait, those of other programs too, by a
/// lock on a table of few rows. It must be had before the snapshot is taken: locking a table is one of
/// the few statements that take none.
///
/// Nobody waits for a lock for ever: a writer whose program hangs must not hang us. One that asks to
/// be alone has the others behind it, so it waits less.
fn serializable(alone: bool) -> String {
    let (mode, seconds) =
        if alone { ("EXCLUSIVE", ALONE.as_secs()) } else { ("ROW SHARE", (2 * BUSY).as_secs()) };
    format!(
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; SET LOCAL lock_timeout = '{seconds}s'; \
         LOCK TABLE counter IN {mode} MODE"
    )
}

/// A server may be set to answer before the disk has: not for what a person wrote. One that is set to
/// wait for more than its own disk keeps doing so.
const ON_DISK: &str = "SELECT set_config('synchronous_commit', 'on', true) \
     WHERE current_setting('synchronous_commit') = 'off'";

pub(super) fn is_in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
}

/// What a connection of SQLite is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Reads, and what is written by the way.
    Any,
    /// What a person wrote.
    Person,
    /// Large transactions that can be done again.
    Bulk,
}

impl Use {
    fn synchronous(self) -> &'static str {
        if self == Self::Person { "full" } else { "normal" }
    }

    /// In KiB, for each connection: the upper levels of every table, and the pages of the last questions. A
    /// page that has no room is written to the log before its transaction ends, and once more when it is
    /// changed again.
    fn cache(self) -> &'static str {
        if self == Self::Bulk { "-32000" } else { "-2000" }
    }

    /// After so many pages in the log they are moved into the file, by whoever writes just then. Many changes
    /// of one page are then moved once. Beside an import it is the import that does it, and not a server that
    /// writes a little meanwhile: so it has fewer.
    fn checkpoint(self) -> &'static str {
        if self == Self::Bulk { "4000" } else { "6000" }
    }
}

fn sqlite(mut options: ConnectOptions, url: &str, of: Use) -> ConnectOptions {
    let in_memory = is_in_memory(url);
    // Where the address says how the file is opened, that holds.
    let may_create = super::mode_of(url).is_none_or(|mode| mode == "rwc");
    options.max_connections(if in_memory { 1 } else { 8 }).map_sqlx_sqlite_opts(move |o| {
        let o = o.foreign_keys(true).busy_timeout(BUSY).pragma("temp_store", "memory");
        let o = o.pragma("cache_size", of.cache());
        if in_memory {
            o
        } else {
            // With WAL no setting of `synchronous` risks the file; `normal` may lose the last
            // commits in a power cut, `full` none.
            o.create_if_missing(may_create)
                .pragma("journal_mode", "wal")
                .pragma("synchronous", of.synchronous())
                .pragma("wal_autocheckpoint", of.checkpoint())
                // What a person throws away is overwritten, not only forgotten.
                .pragma("secure_delete", if of == Use::Person { "on" } else { "off" })
        }
    });
    options
}

impl Tx {
    pub async fn commit(self) -> Result<(), DbErr> {
        // One that failed may have come through all the same.
        let outcome = self.inner.commit().await;
        self.writes.count();
        outcome
    }

    pub async fn rollback(self) -> Result<(), DbErr> {
        self.inner.rollback().await
    }

    /// The transaction itself, for what knows SeaORM alone.
    pub(super) fn inner(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

/// The statement as its engine keeps what is in it.
fn of_engine(statement: Statement) -> Statement {
    match statement.db_backend {
        DbBackend::Sqlite => in_milliseconds(statement),
        _ => statement,
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Db {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    /// A statement that writes by itself waits in line as a transaction does.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let _turn = if self.is_sqlite() { Some(self.turns.only().await?) } else { None };
        let outcome = self.pool.execute_raw(of_engine(statement)).await;
        self.writes.count();
        outcome
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let _turn = if self.is_sqlite() { Some(self.turns.only().await?) } else { None };
        let outcome = self.pool.execute_unprepared(sql).await;
        self.writes.count();
        outcome
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.read(statement, |db, ask| async move { db.query_one_raw(ask).await }).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.read(statement, |db, ask| async move { db.query_all_raw(ask).await }).await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(of_engine(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(of_engine(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(of_engine(statement)).await
    }
}
