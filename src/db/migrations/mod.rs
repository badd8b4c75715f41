//! The schema, step by step and only forward: expand, move, contract. One definition for both engines.

mod m0001_registers;
mod m0002_library;
mod m0003_work;
mod m0004_network;
mod m0006_files;
mod m0008_states;
mod m0009_print;
mod m0010_synonyms;
mod m0011_file_text;
mod m0012_statement_files;
mod m0013_published_as;
mod m0014_instants;
mod m0015_jobs;
mod m0016_organisations;
mod m0017_revisions;
mod m0018_change_feed;
mod m0019_filing;
mod m0020_changed;
mod m0021_meters;
mod m0022_struck;
mod m0023_people;
mod m0024_editing;
mod m0025_pictures;
mod m0026_by_form;
mod m0027_privacy;
mod m0028_languages;
mod m0029_writing;
mod m0030_acting_for;
mod m0031_waiting;
mod m0032_work;
mod m0033_method;
mod m0034_team_log;
mod m0035_charts;
mod m0036_work_team;
mod m0038_adoption;
mod m0039_work_public;
mod m0040_role_requests;
mod m0041_review;
mod m0042_consents;
mod m0044_saving;
mod m0045_barrier;
mod m0046_letter_lost;
mod m0047_statement_waiting;
mod m0048_kept_anew;
mod m0049_series_measure;
mod m0050_search_missed;

use sea_orm_migration::prelude::*;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_registers::Migration),
            Box::new(m0002_library::Migration),
            Box::new(m0003_work::Migration),
            Box::new(m0004_network::Migration),
            Box::new(m0006_files::Migration),
            Box::new(m0008_states::Migration),
            Box::new(m0009_print::Migration),
            Box::new(m0010_synonyms::Migration),
            Box::new(m0011_file_text::Migration),
            Box::new(m0012_statement_files::Migration),
            Box::new(m0013_published_as::Migration),
            Box::new(m0014_instants::Migration),
            Box::new(m0015_jobs::Migration),
            Box::new(m0016_organisations::Migration),
            Box::new(m0017_revisions::Migration),
            Box::new(m0018_change_feed::Migration),
            Box::new(m0019_filing::Migration),
            Box::new(m0020_changed::Migration),
            Box::new(m0021_meters::Migration),
            Box::new(m0022_struck::Migration),
            Box::new(m0023_people::Migration),
            Box::new(m0024_editing::Migration),
            Box::new(m0025_pictures::Migration),
            Box::new(m0026_by_form::Migration),
            Box::new(m0027_privacy::Migration),
            Box::new(m0028_languages::Migration),
            Box::new(m0029_writing::Migration),
            Box::new(m0030_acting_for::Migration),
            Box::new(m0031_waiting::Migration),
            Box::new(m0032_work::Migration),
            Box::new(m0033_method::Migration),
            Box::new(m0034_team_log::Migration),
            Box::new(m0035_charts::Migration),
            Box::new(m0036_work_team::Migration),
            Box::new(m0038_adoption::Migration),
            Box::new(m0039_work_public::Migration),
            Box::new(m0040_role_requests::Migration),
            Box::new(m0041_review::Migration),
            Box::new(m0042_consents::Migration),
            Box::new(m0044_saving::Migration),
            Box::new(m0045_barrier::Migration),
            Box::new(m0046_letter_lost::Migration),
            Box::new(m0047_statement_waiting::Migration),
            Box::new(m0048_kept_anew::Migration),
            Box::new(m0049_series_measure::Migration),
            Box::new(m0050_search_missed::Migration),
        ]
    }
}

/// The shared shape of a step: a name and the statements that take the schema there.
macro_rules! step {
    ($name:literal, $up:expr) => {
        pub struct Migration;

        impl MigrationName for Migration {
            fn name(&self) -> &str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl MigrationTrait for Migration {
            async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                super::take(manager, $up).await
            }
        }
    };
}
use step;

#[expect(clippy::large_enum_variant, reason = "a handful of them, once at start")]
enum Step {
    Table(TableCreateStatement),
    Index(IndexCreateStatement),
    Alter(TableAlterStatement),
    /// What moves rows, in words that both engines know.
    Sql(&'static str),
}

async fn take(manager: &SchemaManager<'_>, steps: Vec<Step>) -> Result<(), DbErr> {
    for step in steps {
        match step {
            Step::Table(table) => manager.create_table(table).await?,
            Step::Index(index) => manager.create_index(index).await?,
            Step::Alter(table) => manager.alter_table(table).await?,
            Step::Sql(sql) => {
                manager.get_connection().execute_unprepared(sql).await?;
            }
        }
    }
    Ok(())
}

/// A column more: those that are there already get NULL in it.
fn add_column(to: &'static str, column: ColumnDef) -> Step {
    Step::Alter(Table::alter().table(to).add_column(column).to_owned())
}

fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for column in columns {
        table.col(column);
    }
    table
}

/// A table whose rows belong to an item.
fn owned(name: &'static str, more: Vec<ColumnDef>) -> TableCreateStatement {
    let mut columns = vec![id(), uuid("item_id")];
    columns.extend(more);
    let mut owned = table(name, columns);
    owned.foreign_key(&mut belongs(name, "item_id", "item"));
    owned
}

fn index(on: &'static str, columns: &[&'static str]) -> Step {
    index_of(on, columns, false)
}

fn unique(on: &'static str, columns: &[&'static str]) -> Step {
    index_of(on, columns, true)
}

/// A rule for the rows where `column` has nothing in it.
fn unique_where_null(on: &'static str, columns: &[&'static str], column: &'static str) -> Step {
    let mut index = Index::create();
    index.name(format!("{on}_{}", columns.join("_"))).table(on).unique();
    for column in columns {
        index.col(*column);
    }
    Step::Index(index.and_where(Expr::col(column).is_null()).to_owned())
}

fn index_of(on: &'static str, columns: &[&'static str], unique: bool) -> Step {
    let mut index = Index::create();
    index.name(format!("{on}_{}", columns.join("_"))).table(on);
    for column in columns {
        index.col(*column);
    }
    if unique {
        index.unique();
    }
    Step::Index(index)
}

/// Deleting the row of `to` deletes the rows that lean on it.
fn belongs(
    from: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.name(format!("{from}_{column}")).from(from, column).to(to, "id");
    key.on_delete(ForeignKeyAction::Cascade);
    key
}

fn column(name: &'static str, is: impl Fn(&mut ColumnDef) -> &mut ColumnDef) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    is(&mut column);
    column
}

fn id() -> ColumnDef {
    column("id", |c| c.uuid().not_null().primary_key())
}
fn text(name: &'static str) -> ColumnDef {
    column(name, |c| c.text().not_null())
}
fn text_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::text)
}
fn uuid(name: &'static str) -> ColumnDef {
    column(name, |c| c.uuid().not_null())
}
fn uuid_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::uuid)
}
/// What PostgreSQL calls by that name; SQLite keeps whole numbers in a column of a type that it does not
/// know ([`Timestamp`](crate::db::Timestamp)).
fn instant(name: &'static str) -> ColumnDef {
    column(name, |c| c.custom("timestamptz").not_null())
}
fn instant_or_null(name: &'static str) -> ColumnDef {
    column(name, |c| c.custom("timestamptz"))
}
/// As the steps before `0014_instants` made them: text on SQLite.
fn text_instant(name: &'static str) -> ColumnDef {
    column(name, |c| c.timestamp_with_time_zone().not_null())
}
fn text_instant_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::timestamp_with_time_zone)
}
fn day(name: &'static str) -> ColumnDef {
    column(name, |c| c.date().not_null())
}
fn day_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::date)
}
fn number(name: &'static str) -> ColumnDef {
    column(name, |c| c.integer().not_null())
}
fn number_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::integer)
}
fn flag(name: &'static str) -> ColumnDef {
    column(name, |c| c.boolean().not_null())
}
fn json(name: &'static str) -> ColumnDef {
    column(name, |c| c.json_binary().not_null())
}
