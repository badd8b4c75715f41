//! Letters that came to nobody: to whom and why, until somebody who runs the site has seen to it.

use sea_orm_migration::prelude::*;

use super::{Step, id, index, instant, step, table, text};

step!("0046_letter_lost", steps());

fn steps() -> Vec<Step> {
    // The id is that of the letter; nothing of what it said is kept.
    let columns = vec![id(), text("address"), text("why"), instant("lost_at")];
    vec![
        Step::Table(table("letter_lost", columns)),
        index("letter_lost", &["lost_at"]),
        index("letter_lost", &["address"]),
    ]
}
