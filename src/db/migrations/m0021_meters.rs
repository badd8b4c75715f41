//! What all copies of the server count together.

use sea_orm_migration::prelude::*;

use super::{Step, column, index, step, table, text};

step!("0021_meters", steps());

fn steps() -> Vec<Step> {
    let mut meter = table(
        "meter",
        vec![
            text("name"),
            // A keyed digest of who or what is counted.
            text("key"),
            // Milliseconds since 1970: one statement looks and counts, and calculates with them.
            column("empty_at", |c| c.big_integer().not_null()),
        ],
    );
    meter.primary_key(Index::create().col("name").col("key"));
    vec![Step::Table(meter), index("meter", &["empty_at"])]
}
