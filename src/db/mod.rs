//! The connection, migrations and transactions: the only place that knows there are two engines.

mod clash;
mod cleaning;
mod connection;
mod editions;
mod insert;
mod migrations;
mod replica;
mod statistics;
#[cfg(test)]
mod tests;
mod timestamp;
mod transaction;
mod turns;
pub mod unseen;
pub mod whole;

use std::time::Duration;

pub use clash::{AsDbErr, Clash, Unable, clash, unable};
pub use cleaning::{Cleaned, checkpoint, clean};
pub use connection::{Db, Tx};
use connection::{Durability, Sees};
pub use editions::{
    CachedEdition, Reads, all_editions, begin_edition, edition, register, set_edition,
};
pub use insert::insert_all;
pub use sea_orm::DbErr;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use sea_orm_migration::{MigratorTrait, SchemaManager, seaql_migrations};
pub use statistics::gather_statistics;
#[cfg(test)]
pub use tests::up_to;
pub use timestamp::Timestamp;
pub use transaction::{Work, begin, bulk_transaction, transaction, turn_transaction};
pub use whole::Whole;

use migrations::Migrator;

/// How often migrating is tried when another process does it at the same time.
const TRIES: u32 = 5;

/// Why the database can't be used; each reads as one line with what to do.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error(
        "the database address must start with sqlite: or postgres:, as in sqlite:padriver.db or postgres://user@host/padriver"
    )]
    Address,
    #[error(
        "the database address says `{0}`, which means nothing: what may follow the file is `mode`, with ro (is only read), rw (must be there), rwc (is made if it is not) or memory, as in sqlite:padriver.db?mode=rwc"
    )]
    Parameter(String),
    #[error(
        "there is no file {0}, and `mode` says that none is to be made: use mode=rwc, or leave it out"
    )]
    NoFile(String),
    #[error("the address of the replica must be of the same kind as the one of the database")]
    Replica,
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
    if !is_known(url) || names_no_file(url) {
        return Err(Unusable::Address);
    }
    refuse_parameters(url)?;
    Db::connect(url).await.map_err(|e| unusable(&e))
}

/// The same database with the copy of it named by `url`, of the same engine, to read while it is away.
pub async fn with_replica(db: Db, url: &str) -> Result<Db, Unusable> {
    let engine = if url.starts_with("sqlite:") { DbBackend::Sqlite } else { DbBackend::Postgres };
    if !is_known(url) || engine != db.get_database_backend() {
        return Err(Unusable::Replica);
    }
    db.with_replica(url).await.map_err(|e| unusable(&e))
}

/// How the file of a SQLite address is to be opened, where it says so.
fn mode_of(url: &str) -> Option<&str> {
    let (_, parameters) = url.strip_prefix("sqlite:")?.split_once('?')?;
    parameters.split('&').find_map(|parameter| parameter.strip_prefix("mode="))
}

/// `sqlite:` alone opens a database that is gone with the program.
fn names_no_file(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("sqlite:") else { return false };
    let file = rest.split('?').next().unwrap_or_default();
    file.trim_start_matches('/').is_empty() && mode_of(url) != Some("memory")
}

/// What an address of SQLite says that nobody would heed, and a file that must be there and is not: else the
/// engine tells of it in its own words, or not at all.
fn refuse_parameters(url: &str) -> Result<(), Unusable> {
    let Some((file, parameters)) =
        url.strip_prefix("sqlite:").and_then(|rest| rest.split_once('?'))
    else {
        return Ok(());
    };
    let is_good = |parameter: &&str| match parameter.split_once('=') {
        Some(("mode", mode)) => ["ro", "rw", "rwc", "memory"].contains(&mode),
        Some((name, _)) => ["cache", "immutable", "vfs"].contains(&name),
        None => false,
    };
    if let Some(other) = parameters.split('&').find(|parameter| !is_good(parameter)) {
        return Err(Unusable::Parameter(other.to_owned()));
    }
    let file = file.strip_prefix("//").unwrap_or(file);
    let file = percent_encoding::percent_decode_str(file).decode_utf8_lossy();
    let must_be = matches!(mode_of(url), Some("ro" | "rw"));
    if must_be && !std::path::Path::new(&*file).exists() {
        return Err(Unusable::NoFile(file.into_owned()));
    }
    Ok(())
}

fn is_known(url: &str) -> bool {
    ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme))
}

/// As [`connect`], for one who must be alone with it, or know whether he is.
async fn connect_alone(url: &str) -> Result<Db, Unusable> {
    Db::connect_alone(url).await.map_err(|e| unusable(&e))
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
    let tx = db.begin(Durability::Person, Sees::Committed, false).await?;
    Migrator::up(tx.inner(), None).await?;
    // Better now than at the first letter.
    tx.execute_unprepared(WRITES_NOTHING).await?;
    tx.commit().await
}

/// Touches no row, but fails where nothing can be written.
const WRITES_NOTHING: &str = "DELETE FROM job WHERE 1 = 0";

/// Could something be written now? Nothing is.
pub async fn can_write(db: &Db) -> Result<(), DbErr> {
    let tx = db.begin(Durability::Bulk, Sees::Committed, false).await?;
    tx.execute_unprepared(WRITES_NOTHING).await?;
    tx.rollback().await
}

/// The last step that made the schema of this binary: what was derived under another may be otherwise.
pub fn schema() -> String {
    Migrator::migrations().last().map_or_else(String::new, |step| step.name().to_owned())
}

/// Tells whether the schema is just this binary's, without changing it.
pub async fn check(db: &Db) -> Result<(), Unusable> {
    refuse_newer(db).await?;
    let closed = |e: DbErr| unusable(&e);
    match Migrator::get_pending_migrations_read_only(db.pool()).await.map_err(closed)?.len() {
        0 => Ok(()),
        n => Err(Unusable::Behind(n)),
    }
}

async fn refuse_newer(db: &Db) -> Result<(), Unusable> {
    let known: Vec<String> = Migrator::migrations().iter().map(|m| m.name().to_owned()).collect();
    let manager = SchemaManager::new(db.pool());
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
    if clash::is_read_only(error) {
        Unusable::ReadOnly
    } else if clash(error) == Some(Clash::Busy) {
        Unusable::Locked
    } else {
        Unusable::Closed(error.to_string())
    }
}

/// One round trip: is the database there?
pub async fn ping(db: &Db) -> Result<(), DbErr> {
    db.ping().await
}

/// Is there a replica, and does it answer?
pub async fn has_replica(db: &Db) -> bool {
    db.has_replica().await
}
