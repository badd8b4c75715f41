//! What a team keeps beside its numbers: meetings and decisions, tasks, and how users and next of kin took part.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, day, day_or_null, flag, id, index, number, number_or_null, step,
    table, text, text_or_null, uuid, uuid_or_null,
};

step!("0034_team_log", steps());

fn steps() -> Vec<Step> {
    vec![
        // The test that this one goes on from, by its number in the work.
        add_column("work_cycle", number_or_null("follows")),
        part_of_work("work_log", vec![text("kind"), day("day"), text("words")]),
        index("work_log", &["work_id", "day"]),
        // Who does it is one of the team, or a role.
        part_of_work(
            "work_task",
            vec![
                text("words"),
                uuid_or_null("person_id"),
                text("role"),
                day_or_null("due"),
                day_or_null("done_on"),
            ],
        ),
        index("work_task", &["work_id"]),
        index("work_task", &["person_id"]),
        part_of_work(
            "work_involvement",
            vec![text("phase"), text("way"), text("who"), text_or_null("happened"), text("words")],
        ),
        index("work_involvement", &["work_id"]),
        // What was written on one thing.
        index("work_change", &["on_id"]),
    ]
}

/// A table whose rows belong to a work; what is taken away stays for the history.
fn part_of_work(name: &'static str, more: Vec<ColumnDef>) -> Step {
    let mut columns = vec![id(), uuid("work_id")];
    columns.extend(more);
    columns.extend([flag("is_gone"), number("number")]);
    let mut part = table(name, columns);
    part.foreign_key(&mut belongs(name, "work_id", "work"));
    Step::Table(part)
}
