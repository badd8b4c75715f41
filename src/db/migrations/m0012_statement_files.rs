//! The files that statements of the network point at: agreements, minutes, mandates.

use sea_orm_migration::prelude::*;

use super::{Step, column, number, step, table, text};

step!("0012_statement_files", steps());

fn steps() -> Vec<Step> {
    vec![Step::Table(table(
        "statement_file",
        vec![
            // Of the bytes: the same file has the same id wherever it comes in.
            column("id", |c| c.uuid().not_null().primary_key()),
            text("name"),
            text("media_type"),
            text("digest"),
            number("size"),
        ],
    ))]
}
