//! Papers that are made or on their way: kept for a day, then swept.

use sea_orm_migration::prelude::*;

use super::{Step, column, id, index, number, step, table, text, text_instant, text_or_null};

step!("0009_print", steps());

fn steps() -> Vec<Step> {
    vec![
        Step::Table(table(
            "print",
            vec![
                id(),
                // Of what the paper is made of: the same is not set twice.
                column("key", |c| c.text().not_null().unique_key()),
                text("title"),
                text("lang"),
                text("state"),
                number("done"),
                number("total"),
                number("pages"),
                number("bytes"),
                text_or_null("file"),
                text_instant("made_at"),
                text_instant("expires_at"),
            ],
        )),
        index("print", &["expires_at"]),
    ]
}
