//! Instants on SQLite as whole milliseconds: as text, those of one second were not in their order.
//!
//! SQLite can't give a column another type, and a table that others lean on can't be put in place of
//! itself without taking their rows along. So each column is made anew beside the old one. PostgreSQL
//! has had a type for instants from the first.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use sea_orm_migration::prelude::*;

use super::{add_column, instant, instant_or_null};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "0014_instants"
    }
}

/// The columns of the steps before this one, and whether they may be empty.
const COLUMNS: [(&str, &[(&str, bool)]); 6] = [
    (
        "item",
        &[
            ("created_at", false),
            ("updated_at", false),
            ("published_at", true),
            ("starts_at", true),
            ("ends_at", true),
            ("state_since", true),
        ],
    ),
    ("revision", &[("created_at", false), ("published_at", true), ("replaced_at", true)]),
    ("change", &[("at", false)]),
    ("job", &[("run_at", false), ("leased_until", true)]),
    ("print", &[("made_at", false), ("expires_at", false)]),
    ("file_text", &[("asked_at", false), ("extracted_at", true)]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if db.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        for (table, columns) in COLUMNS {
            // A column that an index leans on can't be taken away.
            let indexes = indexes(db, table).await?;
            for index in &indexes {
                db.execute_unprepared(&format!(r#"DROP INDEX "{}""#, index.name)).await?;
            }
            for &(column, may_be_empty) in columns {
                let [aside, moved, away] = texts(table, column);
                db.execute_unprepared(&aside).await?;
                super::take(manager, vec![add_column(table, made(column, may_be_empty))]).await?;
                db.execute_unprepared(&moved).await?;
                db.execute_unprepared(&away).await?;
            }
            for index in indexes {
                db.execute_unprepared(&index.sql).await?;
            }
        }
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct Made {
    name: String,
    /// How it was made.
    sql: String,
}

/// The indexes of the table; those that a key of its own has made can't be dropped, and need not be.
async fn indexes(db: &impl ConnectionTrait, table: &str) -> Result<Vec<Made>, DbErr> {
    let sql = "SELECT name, sql FROM sqlite_master \
        WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL";
    let ask = Statement::from_sql_and_values(DbBackend::Sqlite, sql, [table.into()]);
    Made::find_by_statement(ask).all(db).await
}

/// A column that may not be empty must begin with something; every write gives it more than that.
fn made(column: &'static str, may_be_empty: bool) -> ColumnDef {
    if may_be_empty { instant_or_null(column) } else { instant(column).default(0).to_owned() }
}

/// What is done with the text: put aside, moved over, taken away.
fn texts(table: &str, column: &str) -> [String; 3] {
    [
        format!(r#"ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "as_text""#),
        format!(
            r#"UPDATE "{table}" SET "{column}" =
               CAST(round((julianday("as_text") - 2440587.5) * 86400000) AS INTEGER)
               WHERE "as_text" IS NOT NULL"#
        ),
        format!(r#"ALTER TABLE "{table}" DROP COLUMN "as_text""#),
    ]
}
