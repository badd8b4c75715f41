//! Words that editors say mean the same, with who says so and since when.

use sea_orm_migration::prelude::*;

use super::{Step, day, flag, id, number, step, table, text};

step!("0010_synonyms", steps());

fn steps() -> Vec<Step> {
    vec![Step::Table(table(
        "synonym",
        vec![
            id(),
            // The order of the file, so that it goes out as it came in.
            number("position"),
            text("term"),
            text("synonym"),
            flag("one_way"),
            text("source"),
            day("day"),
        ],
    ))]
}
