//! What others take into use: who, where, how far they have come, whom they learned it from, and their numbers.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, flag, id, index, instant, instant_or_null, json, number, owned, step, table,
    text, text_or_null, unique, uuid, uuid_or_null,
};

step!("0038_adoption", steps());

fn steps() -> Vec<Step> {
    let mut steps = vec![
        Step::Table(adoption()),
        index("adoption", &["item_id"]),
        index("adoption", &["standing"]),
        index("adoption", &["person_id"]),
        index("adoption", &["answered_by"]),
    ];
    let stage = vec![text("status"), text("day"), uuid_or_null("person_id"), instant("made_at")];
    steps.extend([
        of_adoption("adoption_stage", stage),
        index("adoption_stage", &["adoption_id"]),
        index("adoption_stage", &["person_id"]),
        of_adoption("adoption_asked", vec![uuid("place_id")]),
        unique("adoption_asked", &["adoption_id", "place_id"]),
        index("adoption_asked", &["place_id"]),
    ]);
    steps.extend(series());
    steps.extend(filing());
    steps
}

fn adoption() -> TableCreateStatement {
    let columns = vec![
        // As it was called on the day that it was said.
        text("municipality"),
        uuid_or_null("place_id"),
        text("unit"),
        text("lang"),
        text("status"),
        text("adaptation"),
        text_or_null("outcome"),
        text("told"),
        text("contact_role"),
        // Another adoption of the same; without one it came from the text itself.
        uuid_or_null("learned_from"),
        text("standing"),
        flag("example"),
        number("number"),
        uuid_or_null("person_id"),
        instant("made_at"),
        uuid_or_null("answered_by"),
        instant_or_null("answered_at"),
    ];
    owned("adoption", columns)
}

fn of_adoption(name: &'static str, more: Vec<ColumnDef>) -> Step {
    let mut columns = vec![id(), uuid("adoption_id")];
    columns.extend(more);
    let mut part = table(name, columns);
    part.foreign_key(&mut belongs(name, "adoption_id", "adoption"));
    Step::Table(part)
}

/// Numbers that a team has made public beside those of others. Those of whoever began it have no adoption.
fn series() -> Vec<Step> {
    let columns = vec![
        uuid_or_null("adoption_id"),
        text("key"),
        text("name"),
        text("shape"),
        text("unit"),
        text("better"),
        json("points"),
        uuid("person_id"),
        instant("made_at"),
    ];
    let mut series = owned("adoption_series", columns);
    series.foreign_key(&mut belongs("adoption_series", "adoption_id", "adoption"));
    vec![
        Step::Table(series),
        index("adoption_series", &["item_id"]),
        index("adoption_series", &["adoption_id"]),
        index("adoption_series", &["person_id"]),
    ]
}

/// What lists narrow and sort by; kept by whoever writes an adoption.
fn filing() -> Vec<Step> {
    vec![
        Step::Table(owned("item_adopted", vec![text("facet"), text("value")])),
        unique("item_adopted", &["item_id", "facet", "value"]),
        index("item_adopted", &["facet", "value"]),
    ]
}
