//! The text of files that hang by items: what was read of each, or why it was not.

use sea_orm_migration::prelude::*;

use super::{
    Step, column, index, json, number, step, table, text, text_instant, text_instant_or_null,
    text_or_null,
};

step!("0011_file_text", steps());

fn steps() -> Vec<Step> {
    vec![
        Step::Table(table(
            "file_text",
            vec![
                // Of the bytes, so that a file which many items have is read once.
                column("digest", |c| c.text().not_null().primary_key()),
                text("status"),
                text_or_null("reason"),
                number("version"),
                number("milliseconds"),
                number("size"),
                text_instant("asked_at"),
                text_instant_or_null("extracted_at"),
                json("pages"),
            ],
        )),
        index("file_text", &["status"]),
    ]
}
