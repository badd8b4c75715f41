//! What two writers at once can do to each other, told by the codes of the engines, never by their words.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlxError};

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
    if matches!(error, DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)) {
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

/// Whether the database takes no writes at all.
pub(super) fn is_read_only(error: &DbErr) -> bool {
    // PostgreSQL: read_only_sql_transaction. SQLite: READONLY.
    code(error).is_some_and(|code| code == "25006" || sqlite_primary(&code) == Some(8))
}

/// PostgreSQL's SQLSTATE, or SQLite's extended result code in digits.
fn code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(cause) = cause else { return None };
    let SqlxError::Database(told) = cause.as_ref() else { return None };
    told.code().map(std::borrow::Cow::into_owned)
}

/// The last byte of an extended code of SQLite says what kind of fault it is. A SQLSTATE has five
/// signs, and no code of SQLite has more than four.
fn sqlite_primary(code: &str) -> Option<u32> {
    (code.len() < 5).then(|| code.parse::<u32>().ok()).flatten().map(|code| code & 0xff)
}
