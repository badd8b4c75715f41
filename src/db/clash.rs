//! What two writers at once can do to each other, and what a database can't do at all, told by the codes
//! of the engines, never by their words.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

use super::turns::WAITED;

/// How another writer got in our way. Nothing of ours has been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Both could not have happened one after the other, so the engine undid one of them.
    Collided,
    /// A key that may stand only once stands there already.
    Taken,
    /// Somebody else was writing for longer than we wait.
    Busy,
}

/// Why a database can't do what it is asked now, whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unable {
    /// It does not answer, or nothing leads to it.
    Away,
    /// It answers, but takes no writes: it is a copy of another, or has no room left.
    ReadOnly,
}

/// An error that may come of the database, and has kept what the database said.
pub trait AsDbErr {
    fn as_db_err(&self) -> Option<&DbErr>;
}

impl AsDbErr for DbErr {
    fn as_db_err(&self) -> Option<&DbErr> {
        Some(self)
    }
}

/// Whether it was another writer that made this fail.
pub fn clash(error: &DbErr) -> Option<Clash> {
    if matches!(error, DbErr::Custom(why) if why == WAITED) {
        return Some(Clash::Busy);
    }
    match code(error)?.as_str() {
        // PostgreSQL: serialization_failure, deadlock_detected.
        "40001" | "40P01" => Some(Clash::Collided),
        // PostgreSQL: unique_violation. SQLite: CONSTRAINT_PRIMARYKEY, _UNIQUE, _ROWID.
        "23505" | "1555" | "2067" | "2579" => Some(Clash::Taken),
        // PostgreSQL: lock_not_available.
        "55P03" => Some(Clash::Busy),
        code => match sqlite_primary(code) {
            // BUSY and LOCKED, with all that they are extended to.
            Some(5 | 6) => Some(Clash::Busy),
            _ => None,
        },
    }
}

/// Whether it was the database that could not do it, and nobody who was in the way.
pub fn unable(error: &DbErr) -> Option<Unable> {
    if clash(error).is_some() {
        return None;
    }
    // No connection to be had, for whatever reason.
    if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) {
        return Some(Unable::Away);
    }
    match cause(error)? {
        SqlxError::Database(_) => code(error).as_deref().and_then(unable_by_code),
        // The connection was lost on the way.
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => Some(Unable::Away),
        _ => None,
    }
}

fn unable_by_code(code: &str) -> Option<Unable> {
    match code {
        // PostgreSQL: too_many_connections; below, all of operator_intervention that ends the
        // connection, and of connection_exception.
        "53300" => Some(Unable::Away),
        // PostgreSQL: read_only_sql_transaction, disk_full; and feature_not_supported, which is what a
        // standby says to a transaction that is to be serializable.
        "25006" | "53100" | "0A000" => Some(Unable::ReadOnly),
        _ if code.len() == 5 && (code.starts_with("57P") || code.starts_with("08")) => {
            Some(Unable::Away)
        }
        _ => match sqlite_primary(code) {
            // READONLY, FULL.
            Some(8 | 13) => Some(Unable::ReadOnly),
            // IOERR, CANTOPEN.
            Some(10 | 14) => Some(Unable::Away),
            _ => None,
        },
    }
}

/// Whether the database takes no writes at all.
pub(super) fn is_read_only(error: &DbErr) -> bool {
    // PostgreSQL: read_only_sql_transaction. SQLite: READONLY.
    code(error).is_some_and(|code| code == "25006" || sqlite_primary(&code) == Some(8))
}

/// PostgreSQL's SQLSTATE, or SQLite's extended result code in digits.
fn code(error: &DbErr) -> Option<String> {
    let SqlxError::Database(told) = cause(error)? else { return None };
    told.code().map(std::borrow::Cow::into_owned)
}

/// What the driver said.
fn cause(error: &DbErr) -> Option<&SqlxError> {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(cause) = cause else { return None };
    Some(cause.as_ref())
}

/// The last byte of an extended code of SQLite says what kind of fault it is. A SQLSTATE has five
/// signs, and no code of SQLite has more than four.
fn sqlite_primary(code: &str) -> Option<u32> {
    (code.len() < 5).then(|| code.parse::<u32>().ok()).flatten().map(|code| code & 0xff)
}
