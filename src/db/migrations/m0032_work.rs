//! Improvement work: a team's project with its aim, drivers, measures, numbers, tests of change, and notes.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, column, day, day_or_null, flag, id, index, instant, instant_or_null, json,
    number, number_or_null, step, table, text, text_or_null, unique, unique_where_null, uuid,
    uuid_or_null,
};

step!("0032_work", steps());

fn steps() -> Vec<Step> {
    let mut steps = vec![work(), unique("work", &["item_id"]), index("work", &["centre_id"])];
    steps.extend(team());
    steps.extend(drivers());
    steps.extend(measures());
    steps.extend(numbers());
    steps.extend(tests());
    steps.extend(changes());
    steps
}

/// The text that tells of the work may be thrown away; the work is the team's, and stays.
fn work() -> Step {
    let columns = vec![
        id(),
        uuid_or_null("item_id"),
        text("title"),
        text("place"),
        uuid_or_null("place_id"),
        uuid_or_null("centre_id"),
        text("lang"),
        text("status"),
        // Tenths of the scale from 0.5 to 5.0.
        number_or_null("progress"),
        text("aim_what"),
        text("aim_whom"),
        text("aim_much"),
        text_or_null("aim_by"),
        // Of the newest change, and of the one that the aim was written in.
        number("number"),
        number("aim_number"),
        instant("made_at"),
    ];
    let mut work = table("work", columns);
    let mut item = belongs("work", "item_id", "item");
    work.foreign_key(item.on_delete(ForeignKeyAction::SetNull));
    Step::Table(work)
}

/// A table whose rows belong to a work or to one of its measures.
fn part_of(
    (owner, key): (&'static str, &'static str),
    name: &'static str,
    more: Vec<ColumnDef>,
) -> Step {
    let mut columns = vec![id(), uuid(key)];
    columns.extend(more);
    let mut part = table(name, columns);
    part.foreign_key(&mut belongs(name, key, owner));
    Step::Table(part)
}

const WORK: (&str, &str) = ("work", "work_id");
const MEASURE: (&str, &str) = ("work_measure", "measure_id");

fn real(name: &'static str) -> ColumnDef {
    column(name, |c| c.double().not_null())
}
fn real_or_null(name: &'static str) -> ColumnDef {
    column(name, ColumnDef::double)
}

fn team() -> Vec<Step> {
    let columns =
        vec![uuid_or_null("person_id"), text("role"), day("valid_from"), day_or_null("valid_to")];
    vec![
        part_of(WORK, "work_member", columns),
        // Somebody is in a team once at a time. Who has no account is named by role only.
        unique_where_null("work_member", &["work_id", "person_id"], "valid_to"),
        index("work_member", &["person_id"]),
    ]
}

/// A graph: one that is secondary may serve several that are primary.
fn drivers() -> Vec<Step> {
    let driver =
        vec![text("level"), text("words"), number("place"), flag("is_gone"), number("number")];
    vec![
        part_of(WORK, "work_driver", driver),
        index("work_driver", &["work_id"]),
        part_of(WORK, "work_link", vec![uuid("from_id"), uuid("to_id")]),
        unique("work_link", &["work_id", "from_id", "to_id"]),
    ]
}

/// What a number means may change: the definition has versions, and each number keeps its own.
fn measures() -> Vec<Step> {
    let measure = vec![
        text("kind"),
        text("better"),
        number("place"),
        number("version"),
        flag("is_ended"),
        number("number"),
    ];
    let definition = vec![
        number("version"),
        text("name"),
        text("shape"),
        text("unit"),
        // A rate is per so many: 1000 beds and days.
        number("per"),
        text("numerator"),
        text("denominator"),
        text("definition"),
        text("frequency"),
        json("plan"),
    ];
    vec![
        part_of(WORK, "work_measure", measure),
        index("work_measure", &["work_id"]),
        part_of(MEASURE, "work_definition", definition),
        unique("work_definition", &["measure_id", "version"]),
        part_of(
            MEASURE,
            "work_goal",
            vec![real("value"), day_or_null("from_day"), text_or_null("reached_by")],
        ),
        index("work_goal", &["measure_id"]),
    ]
}

/// Numbers are never written over: one takes the place of another, and both stay.
fn numbers() -> Vec<Step> {
    let columns = vec![
        number("version"),
        day("day"),
        real_or_null("value"),
        real_or_null("denominator"),
        text("reason"),
        uuid("person_id"),
        instant("made_at"),
        instant_or_null("replaced_at"),
        // What the sender called it: the same sent again is known.
        uuid("sent_id"),
    ];
    vec![
        part_of(MEASURE, "work_observation", columns),
        unique_where_null("work_observation", &["measure_id", "day"], "replaced_at"),
        unique("work_observation", &["measure_id", "sent_id"]),
        index("work_observation", &["person_id"]),
    ]
}

fn tests() -> Vec<Step> {
    let cycle = vec![
        number("nth"),
        uuid_or_null("driver_id"),
        text("plan"),
        text("prediction"),
        text("who_where"),
        text("seen_by"),
        day_or_null("from_day"),
        day_or_null("to_day"),
        text("did"),
        text_or_null("matched"),
        text("learned"),
        text_or_null("act"),
        text("next"),
        number("number"),
    ];
    let note = vec![
        uuid_or_null("measure_id"),
        day("day"),
        text("words"),
        flag("is_gone"),
        number("number"),
    ];
    vec![
        part_of(WORK, "work_cycle", cycle),
        unique("work_cycle", &["work_id", "nth"]),
        part_of(WORK, "work_note", note),
        index("work_note", &["work_id", "day"]),
    ]
}

/// One for each write, in order and without a gap; with what stood there before.
fn changes() -> Vec<Step> {
    let columns = vec![
        number("number"),
        text("what"),
        uuid_or_null("on_id"),
        uuid("person_id"),
        instant("made_at"),
        column("was", ColumnDef::json_binary),
    ];
    vec![
        part_of(WORK, "work_change", columns),
        unique("work_change", &["work_id", "number"]),
        index("work_change", &["person_id"]),
    ]
}
