//! A database taken as a whole: copied while others work on it, and put in the place of another so
//! that there is either the old one or the new one, whenever the power goes.

mod postgres;
mod sqlite;

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;

use super::connection::Db;
use super::migrations::Migrator;
use super::{DbErr, connect, connect_alone, refuse_newer, unusable};
use postgres::Address;

/// Somebody who was cut off may be there for a moment more.
const TRIES: u32 = 4;
const BETWEEN: Duration = Duration::from_millis(500);

/// Each fault is one line that says what to do.
#[derive(Debug)]
pub enum Whole {
    Sqlite(PathBuf),
    Postgres(Address),
}

impl Whole {
    pub fn of(url: &str) -> Result<Self, String> {
        match sqlite::file_of(url) {
            Some(file) => Ok(Self::Sqlite(file)),
            None if url.starts_with("sqlite:") => {
                Err("a database in memory can't be kept: give a file with --database".to_owned())
            }
            None => Ok(Self::Postgres(Address::of(url)?)),
        }
    }

    /// As it stands in the manifest of a backup.
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    /// Looks for the program that a copy is made with.
    pub fn can_copy(&self) -> Result<(), String> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(_) => postgres::are_there(&["pg_dump"]),
        }
    }

    /// Looks for the programs that a copy is put back with.
    pub fn can_put_back(&self) -> Result<(), String> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(_) => postgres::are_there(&["pg_restore", "psql"]),
        }
    }

    /// The database that is there, not migrated; it is never made.
    pub async fn open(&self, url: &str) -> Result<Db, String> {
        if let Self::Sqlite(file) = self
            && !file.exists()
        {
            return Err(format!("there is no database at {}", file.display()));
        }
        let db = connect(url).await.map_err(|e| e.to_string())?;
        refuse_newer(&db).await.map_err(|e| e.to_string())?;
        Ok(db)
    }

    /// A copy as of one instant, whatever others write meanwhile.
    pub async fn copy(&self, db: &Db, to: &Path) -> Result<(), String> {
        match self {
            Self::Sqlite(_) => sqlite::copy(db, to).await.map_err(|e| e.to_string()),
            Self::Postgres(address) => address.dump(to),
        }
    }

    /// Can this copy be put back?
    pub async fn look_at(&self, copy: &Path) -> Result<(), String> {
        match self {
            Self::Sqlite(_) => sqlite::look_at(copy).await,
            Self::Postgres(_) => postgres::look_at(copy),
        }
    }

    /// Is there nothing that somebody would miss?
    pub async fn is_empty(&self, url: &str) -> Result<bool, String> {
        if let Self::Sqlite(file) = self
            && file.metadata().map_or(true, |about| about.len() == 0)
        {
            return Ok(true);
        }
        let db = match (connect(url).await, self) {
            (Ok(db), _) => db,
            // One that is damaged is not nothing.
            (Err(_), Self::Sqlite(_)) => return Ok(false),
            (Err(why), Self::Postgres(_)) => return Err(why.to_string()),
        };
        let tables = match self {
            Self::Sqlite(_) => "SELECT count(*) FROM sqlite_master",
            Self::Postgres(_) => {
                "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
            }
        };
        let count = number(&db, tables).await;
        db.close().await.ok();
        match (count, self) {
            (Ok(count), _) => Ok(count == 0),
            (Err(_), Self::Sqlite(_)) => Ok(false),
            (Err(why), Self::Postgres(_)) => Err(why.to_string()),
        }
    }

    /// Waits a little until nobody else has it open. On SQLite all of it is in its file then.
    pub async fn free(&self, url: &str) -> Result<(), String> {
        for _ in 1..TRIES {
            if self.is_free(url).await? {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN).await;
        }
        if self.is_free(url).await? {
            return Ok(());
        }
        Err("another program has the database open: stop the server and all commands first"
            .to_owned())
    }

    async fn is_free(&self, url: &str) -> Result<bool, String> {
        match self {
            Self::Sqlite(file) => Ok(sqlite::is_free(file).await),
            Self::Postgres(_) => {
                let db = connect_alone(url).await.map_err(|e| e.to_string())?;
                let others = number(&db, postgres::OTHERS).await;
                db.close().await.ok();
                Ok(others.map_err(|e| e.to_string())? == 0)
            }
        }
    }

    /// Puts the copy in its place. What was there stays aside until [`Whole::forget_old`].
    pub fn replace(&self, copy: &Path) -> Result<(), String> {
        match self {
            Self::Sqlite(file) => sqlite::replace(file, copy)
                .map_err(|e| format!("the database {} can't be put in place: {e}", file.display())),
            Self::Postgres(address) => address.replace(copy),
        }
    }

    pub fn forget_old(&self) {
        if let Self::Sqlite(file) = self {
            sqlite::forget_old(file);
        }
    }
}

/// The newest step of the schema that the database has; none before the first.
pub async fn step(db: &Db) -> Result<Option<String>, String> {
    let told = |e: DbErr| unusable(&e).to_string();
    let manager = sea_orm_migration::SchemaManager::new(db.pool());
    if !manager.has_table("seaql_migrations").await.map_err(told)? {
        return Ok(None);
    }
    let sql = "SELECT max(version) FROM seaql_migrations";
    let ask = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(ask).await.map_err(told)?;
    row.map(|row| row.try_get_by_index::<Option<String>>(0))
        .transpose()
        .map_err(told)
        .map(Option::flatten)
}

/// Is this a step of ours? If not it is of a newer program.
pub fn knows(step: &str) -> bool {
    Migrator::migrations().iter().any(|known| known.name() == step)
}

async fn number(db: &Db, sql: &str) -> Result<i64, DbErr> {
    let ask = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(ask).await?;
    Ok(row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or_default())
}

/// What the engine finds wrong, and rows that point nowhere: one line each.
pub async fn faults(db: &Db) -> Vec<String> {
    let found = match db.get_database_backend() {
        DbBackend::Postgres => postgres::faults(db).await,
        _ => sqlite::faults(db).await,
    };
    let mut faults = found.unwrap_or_else(|e| vec![format!("the database can't be read: {e}")]);
    for [table, column, to, key] in WITHOUT_KEY {
        faults.extend(
            nowhere(db, table, column, to, key)
                .await
                .unwrap_or_else(|e| Some(format!("the table {table} can't be read: {e}"))),
        );
    }
    faults
}

/// Columns that point at a row of another table, and that the engine does not hold to it.
const WITHOUT_KEY: [[&str; 4]; 2] =
    [["item_file", "file_id", "file", "id"], ["revision_file", "file_id", "file", "id"]];

async fn nowhere(
    db: &Db,
    table: &str,
    column: &str,
    to: &str,
    key: &str,
) -> Result<Option<String>, DbErr> {
    let sql = format!(
        "SELECT count(*) FROM {table} AS a WHERE a.\"{column}\" IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM {to} AS b WHERE b.\"{key}\" = a.\"{column}\")"
    );
    let count = number(db, &sql).await?;
    Ok((count > 0).then(|| format!("{count} row(s) of {table} point at no row of {to} ({column})")))
}
