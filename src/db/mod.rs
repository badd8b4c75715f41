//! The connection, migrations and transactions: the only place that knows there are two engines.

mod editions;
mod migrations;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

pub use editions::{Kept, edition, register, set_edition};
pub use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::{MigratorTrait, SchemaManager, seaql_migrations};

use migrations::Migrator;

pub type Db = DatabaseConnection;

/// How long a writer waits for another one before it gives up.
const BUSY: Duration = Duration::from_secs(5);
/// How often a transaction is tried when the engine says that it met another one.
const TRIES: u32 = 5;

/// Why the database can't be used; each reads as one line with what to do.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error(
        "the database address must start with sqlite: or postgres:, as in sqlite:padriver.db or postgres://user@host/padriver"
    )]
    Address,
    #[error(
        "the database can't be opened: {0}. Check the address, that the folder exists and that the server is up"
    )]
    Closed(String),
    #[error(
        "the database can't be written: it is read-only. Give the program write access to the file and its folder"
    )]
    ReadOnly,
    #[error(
        "the database is locked by another program. Stop that program, or wait, and start again"
    )]
    Locked,
    #[error(
        "the database was made by a newer version ({0}). Start that version, or restore a copy from before the upgrade"
    )]
    Newer(String),
    #[error("the database has not been migrated: {0} step(s) are missing. Run `padriver migrate`")]
    Behind(usize),
    #[error("a migration failed: {0}")]
    Migration(String),
}

/// Opens the database named by `url`; a missing SQLite file is made.
pub async fn connect(url: &str) -> Result<Db, Unusable> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
    if url.starts_with("sqlite:") {
        let in_memory = url.contains(":memory:") || url.contains("mode=memory");
        let may_create = !url.contains("mode=");
        options.max_connections(if in_memory { 1 } else { 8 }).map_sqlx_sqlite_opts(move |o| {
            let o = o.foreign_keys(true).busy_timeout(BUSY).pragma("temp_store", "memory");
            let o = o.pragma("cache_size", "-8000");
            if in_memory {
                o
            } else {
                // `synchronous = normal` is safe with WAL: a power cut may lose the last commit,
                // never the file.
                o.create_if_missing(may_create)
                    .pragma("journal_mode", "wal")
                    .pragma("synchronous", "normal")
            }
        });
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        options.max_connections(16).connect_timeout(BUSY);
    } else {
        return Err(Unusable::Address);
    }
    Database::connect(options).await.map_err(|e| unusable(&e))
}

/// Brings the schema up to this binary's. Two processes may do it at the same time: each runs all
/// the missing steps in one transaction, and the one that comes second finds nothing left to do.
pub async fn migrate(db: &Db) -> Result<(), Unusable> {
    let mut last = String::new();
    for attempt in 1..=TRIES {
        refuse_newer(db).await?;
        match migrate_once(db).await {
            Ok(()) => return Ok(()),
            Err(e) => match unusable(&e) {
                Unusable::Closed(why) => last = why,
                plain => return Err(plain),
            },
        }
        tokio::time::sleep(Duration::from_millis(200) * attempt).await;
    }
    Err(Unusable::Migration(last))
}

async fn migrate_once(db: &Db) -> Result<(), DbErr> {
    let tx = begin(db).await?;
    Migrator::up(&tx, None).await?;
    // Touches no row, but fails where nothing can be written: better now than at the first letter.
    tx.execute_unprepared("DELETE FROM job WHERE 1 = 0").await?;
    tx.commit().await
}

/// Tells whether the schema is just this binary's, without changing it.
pub async fn check(db: &Db) -> Result<(), Unusable> {
    refuse_newer(db).await?;
    let closed = |e: DbErr| unusable(&e);
    match Migrator::get_pending_migrations_read_only(db).await.map_err(closed)?.len() {
        0 => Ok(()),
        n => Err(Unusable::Behind(n)),
    }
}

async fn refuse_newer(db: &Db) -> Result<(), Unusable> {
    let known: Vec<String> = Migrator::migrations().iter().map(|m| m.name().to_owned()).collect();
    let manager = SchemaManager::new(db);
    if !manager.has_table("seaql_migrations").await.map_err(|e| unusable(&e))? {
        return Ok(());
    }
    let applied = seaql_migrations::Entity::find().all(db).await.map_err(|e| unusable(&e))?;
    match applied.into_iter().map(|row| row.version).find(|name| !known.contains(name)) {
        Some(name) => Err(Unusable::Newer(name)),
        None => Ok(()),
    }
}

fn unusable(error: &DbErr) -> Unusable {
    let text = error.to_string();
    if text.contains("readonly") || text.contains("read-only") {
        Unusable::ReadOnly
    } else if text.contains("locked") {
        Unusable::Locked
    } else {
        Unusable::Closed(text)
    }
}

/// What a transaction's work hands back.
pub type Work<'c, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'c>>;

/// Runs `work` in a transaction that is committed when it succeeds, and again from the start when
/// the engine says that it collided with another one (serialisation, deadlock, busy).
pub async fn transaction<T, E, W>(db: &Db, work: W) -> Result<T, E>
where
    E: From<DbErr> + std::fmt::Display,
    W: for<'c> Fn(&'c DatabaseTransaction) -> Work<'c, T, E>,
{
    let mut attempt = 1;
    loop {
        let tx = begin(db).await?;
        let outcome = match work(&tx).await {
            Ok(value) => tx.commit().await.map(|()| value).map_err(E::from),
            Err(error) => tx.rollback().await.map_err(E::from).and(Err(error)),
        };
        match outcome {
            Err(e) if attempt < TRIES && collided(&e.to_string()) => attempt += 1,
            outcome => return outcome,
        }
        tokio::time::sleep(Duration::from_millis(20) * attempt).await;
    }
}

fn collided(error: &str) -> bool {
    ["40001", "40P01", "could not serialize", "deadlock", "database is locked", "database is busy"]
        .iter()
        .any(|sign| error.contains(sign))
}

/// A transaction that writes. On SQLite it takes the write lock at once: one that begins as a
/// reader can't wait for the lock later without risking `SQLITE_BUSY`.
pub async fn begin(db: &Db) -> Result<DatabaseTransaction, DbErr> {
    let mode = (db.get_database_backend() == DbBackend::Sqlite)
        .then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: mode, ..Default::default() };
    db.begin_with_options(options).await
}

/// One round trip: is the database there?
pub async fn ping(db: &Db) -> Result<(), DbErr> {
    db.ping().await
}
