//! Reports of what somebody could not use: kept until they are seen to, for a letter may come to nobody.

use sea_orm_migration::prelude::*;

use super::{Step, id, index, instant, step, table, text, text_or_null};

step!("0045_barrier_report", steps());

fn steps() -> Vec<Step> {
    let columns = vec![
        id(),
        // Where it was, what happened and what was used, as it was told.
        text("place"),
        text("words"),
        text("tools"),
        text_or_null("email"),
        instant("made_at"),
    ];
    vec![
        Step::Table(table("barrier_report", columns)),
        index("barrier_report", &["made_at"]),
        index("barrier_report", &["email"]),
    ]
}
