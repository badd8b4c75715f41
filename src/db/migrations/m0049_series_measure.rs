//! Which measure numbers are of that stand side by side: what is said of it later holds for them.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, index, step, uuid_or_null};

step!("0049_series_measure", steps());

fn steps() -> Vec<Step> {
    vec![
        // None in rows from before, until the program has looked for it when it starts.
        add_column("adoption_series", uuid_or_null("measure_id")),
        index("adoption_series", &["measure_id"]),
    ]
}
