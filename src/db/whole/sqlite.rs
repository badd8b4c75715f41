//! A whole database of SQLite: one file, once nothing is left in the log beside it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::Db;
use crate::db::clash::{Clash, clash};
use crate::db::connection::is_in_memory;
use crate::db::{Unusable, connect_alone};

/// What would be read as something else than a part of the path.
const NOT_OF_PATH: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');

/// The file that an address names; none for one in memory, and for another engine.
pub(super) fn file_of(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:").filter(|_| !is_in_memory(url))?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Some(PathBuf::from(percent_decode_str(path).decode_utf8().ok()?.into_owned()))
}

fn url_of(file: &Path) -> String {
    format!("sqlite:{}", utf8_percent_encode(&file.display().to_string(), NOT_OF_PATH))
}

pub(super) async fn copy(db: &Db, to: &Path) -> Result<(), DbErr> {
    let to = to.display().to_string().replace('\'', "''");
    db.execute_unprepared(&format!("VACUUM INTO '{to}'")).await?;
    Ok(())
}

/// Reads all of it.
pub(super) async fn look_at(copy: &Path) -> Result<(), String> {
    let db = connect_alone(&url_of(copy)).await.map_err(|e| e.to_string())?;
    let found = integrity(&db).await;
    let whole = let_go(&db).await;
    db.close().await.ok();
    match (found, whole) {
        (Ok(found), Ok(true)) if found.is_empty() => Ok(()),
        (Ok(found), Ok(false)) if found.is_empty() => {
            Err("another program has the copy of the database open".to_owned())
        }
        (Ok(found), Ok(_)) => Err(format!("the database is damaged: {}", found.join("; "))),
        (Err(e), _) | (_, Err(e)) => Err(format!("the database can't be read: {e}")),
    }
}

/// Brings the log into the file and does without it: that works for the only one who has it open.
async fn let_go(db: &Db) -> Result<bool, DbErr> {
    let ask = Statement::from_string(DbBackend::Sqlite, "PRAGMA journal_mode = delete");
    let row = match db.query_one_raw(ask).await {
        Err(error) if clash(&error) == Some(Clash::Busy) => return Ok(false),
        other => other?,
    };
    let mode = row.map(|row| row.try_get_by_index::<String>(0)).transpose()?;
    Ok(mode.as_deref() == Some("delete"))
}

/// Has nobody it open? One that can't be read has no log that anybody could bring in.
pub(super) async fn is_free(file: &Path) -> bool {
    if !file.exists() {
        return true;
    }
    let db = match connect_alone(&url_of(file)).await {
        Ok(db) => db,
        Err(error) => return !matches!(error, Unusable::Locked),
    };
    let alone = let_go(&db).await.unwrap_or(true);
    db.close().await.ok();
    alone
}

/// Where the old one is until the new one is whole.
fn aside(file: &Path) -> PathBuf {
    beside(file, ".before-restore")
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// One rename is all it takes: before it there is the old one, after it the new one.
pub(super) fn replace(file: &Path, copy: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let ready = beside(file, ".restoring");
    fs::copy(copy, &ready)?;
    File::open(&ready)?.sync_all()?;
    let old = aside(file);
    // After one that was cut off, what is aside is the oldest.
    if file.exists() && !old.exists() {
        fs::hard_link(file, &old).or_else(|_| fs::copy(file, &old).map(drop))?;
    }
    // There are any only beside one that could not be read: they must not be taken for the new one's.
    for ending in LOGS {
        let log = beside(file, ending);
        if log.exists() {
            fs::rename(&log, beside(&old, ending))?;
        }
    }
    fs::rename(&ready, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

pub(super) fn forget_old(file: &Path) {
    let old = aside(file);
    for ending in LOGS {
        fs::remove_file(beside(&old, ending)).ok();
    }
    fs::remove_file(old).ok();
}

async fn integrity(db: &Db) -> Result<Vec<String>, DbErr> {
    let ask = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check(20)");
    let rows = db.query_all_raw(ask).await?;
    let told: Result<Vec<String>, DbErr> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
    Ok(told?.into_iter().filter(|line| line != "ok").collect())
}

pub(super) async fn faults(db: &Db) -> Result<Vec<String>, DbErr> {
    let mut faults: Vec<String> =
        integrity(db).await?.into_iter().map(|line| format!("the database: {line}")).collect();
    let sql = "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2";
    for row in db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await? {
        let (table, to) = (row.try_get_by_index::<String>(0)?, row.try_get_by_index::<String>(1)?);
        let count: i64 = row.try_get_by_index(2)?;
        faults.push(format!("{count} row(s) of {table} point at no row of {to}"));
    }
    Ok(faults)
}
