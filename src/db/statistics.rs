//! What an engine plans its questions by: how many rows there are, and what stands in them.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};

use super::connection::Db;

/// The tables of items.
const TABLES: [&str; 14] = [
    "change",
    "contact",
    "file",
    "item",
    "item_facet",
    "item_file",
    "item_state",
    "item_use",
    "old_slug",
    "organisation",
    "revision",
    "revision_card",
    "revision_facet",
    "revision_file",
];

/// Of any table, also one that this connection has not asked anything of; a large one from some of
/// its rows.
const OF_SQLITE: &str = "PRAGMA optimize = 0x10012";

/// After many items have come in: until then questions are planned as for the few that there were.
pub async fn gather_statistics(db: &Db) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        // Of a table that is another role's PostgreSQL warns, and goes on to the next.
        let tables = TABLES.map(|table| format!("\"{table}\"")).join(", ");
        db.execute_unprepared(&format!("ANALYZE {tables}")).await?;
    } else {
        db.execute_unprepared(OF_SQLITE).await?;
    }
    Ok(())
}
