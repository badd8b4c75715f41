//! Takes what is gone from the rows out of the engine's own files too: old pages, and the log beside them.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::clash::{Clash, clash};
use super::connection::Db;

/// How far it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cleaned {
    /// SQLite: nothing of it is in the files of the database.
    Whole,
    /// SQLite: another program reads or writes. What is gone may be in the log until that stops.
    Busy,
    /// PostgreSQL: the dead rows of these tables are gone. What else keeps a copy, such as the
    /// write-ahead log, is the administrator's to see to.
    Rows,
    /// PostgreSQL: these tables are another role's, who must clean them.
    NotOurs(Vec<String>),
}

impl Cleaned {
    /// Tells whoever runs the program where something of what is gone may be left; `what` says what that is.
    pub fn tell(self, what: &'static str) {
        match self {
            Self::Whole | Self::Rows => {}
            Self::Busy => tracing::warn!(
                what,
                "somebody reads the database: what is gone may be in its log until the program stops"
            ),
            Self::NotOurs(tables) => {
                tracing::warn!(what, ?tables, "these tables are to be vacuumed by who owns them");
            }
        }
    }
}

/// The tables that hold words of items, or what is made of them, and those that name people.
const TABLES: [&str; 30] = [
    "address_attempt",
    "by_form",
    "contact",
    "contact_due",
    "email",
    "file",
    "file_text",
    "held_form",
    "identity",
    "invitation",
    "item",
    "item_facet",
    "item_file",
    "item_use",
    "job",
    "letter_lost",
    "old_slug",
    "organisation",
    "person",
    "print",
    "remark",
    "revision",
    "revision_card",
    "revision_facet",
    "revision_file",
    "set_aside",
    "spared_number",
    "statement_waiting",
    "subscription",
    "unsaved_input",
];

/// After what must leave nothing behind. It writes all of an SQLite file anew.
pub async fn clean(db: &Db) -> Result<Cleaned, DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        return vacuum(db).await;
    }
    // A file for what is in between, which holds only what is left: the whole is too much for memory.
    let anew = "PRAGMA temp_store = file; VACUUM; PRAGMA temp_store = memory";
    match db.execute_unprepared(anew).await {
        Err(error) if clash(&error) == Some(Clash::Busy) => return Ok(Cleaned::Busy),
        other => other?,
    };
    Ok(if checkpoint(db).await? { Cleaned::Whole } else { Cleaned::Busy })
}

/// Brings the log of SQLite into its file and empties it; false when somebody still reads there, also
/// after a while. On PostgreSQL there is nothing to do.
pub async fn checkpoint(db: &Db) -> Result<bool, DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        return Ok(true);
    }
    let ask = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
    let row = db.query_one_raw(ask).await?;
    let busy = row.map(|row| row.try_get_by_index::<i32>(0)).transpose()?;
    Ok(busy == Some(0))
}

async fn vacuum(db: &Db) -> Result<Cleaned, DbErr> {
    // Without the right PostgreSQL only warns, and does nothing.
    let mut not_ours = Vec::new();
    for table in TABLES {
        let sql = format!(
            "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('{table}')"
        );
        let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        let is_ours = row.map(|row| row.try_get_by_index::<bool>(0)).transpose()?;
        if is_ours != Some(true) {
            not_ours.push(table.to_owned());
            continue;
        }
        db.execute_unprepared(&format!("VACUUM {table}")).await?;
    }
    Ok(if not_ours.is_empty() { Cleaned::Rows } else { Cleaned::NotOurs(not_ours) })
}
