//! Questions that found nothing or were set right: how often on a day, by a digest until they are asked often enough.

use sea_orm_migration::prelude::*;

use super::{Step, day, index, number, step, table, text, text_or_null};

step!("0050_search_missed", steps());

fn steps() -> Vec<Step> {
    let mut missed = table(
        "search_missed",
        vec![
            day("day"),
            // A keyed digest of the question, its language, and what it was taken for.
            text("key"),
            text("lang"),
            text_or_null("words"),
            text_or_null("meant"),
            number("times"),
        ],
    );
    missed.primary_key(Index::create().col("day").col("key"));
    vec![Step::Table(missed), index("search_missed", &["key"])]
}
