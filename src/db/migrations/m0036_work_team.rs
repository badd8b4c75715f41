//! Who is asked into a team, who in the leadership said yes, the display on the ward, and what a member has
//! been reminded of.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, day, day_or_null, flag, id, index, number, step, table, text,
    unique, uuid, uuid_or_null,
};

step!("0036_work_team", steps());

fn steps() -> Vec<Step> {
    vec![
        // An invitation to a team is one as those to roles are, and leads in as they do.
        add_column("invitation", uuid_or_null("work_id")),
        index("invitation", &["work_id"]),
        // The link of the display is made of it; without one no link leads there.
        add_column("work", uuid_or_null("display_id")),
        unique("work", &["display_id"]),
        // The day that the last letter told them of a number.
        add_column("work_member", day_or_null("reminded_on")),
        anchor(),
        index("work_anchor", &["work_id"]),
    ]
}

/// Who in the leadership stands behind the work, named by role.
fn anchor() -> Step {
    let columns = vec![
        id(),
        uuid("work_id"),
        text("role"),
        day("said_on"),
        text("words"),
        flag("is_gone"),
        number("number"),
    ];
    let mut anchor = table("work_anchor", columns);
    anchor.foreign_key(&mut belongs("work_anchor", "work_id", "work"));
    Step::Table(anchor)
}
