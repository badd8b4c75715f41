//! What a team shares of its measures, and what its work began from.

use sea_orm_migration::prelude::*;

use super::{Step, belongs, flag, id, index, step, table, unique, uuid};

step!("0039_work_public", steps());

fn steps() -> Vec<Step> {
    let shared = vec![
        id(),
        uuid("work_id"),
        uuid("measure_id"),
        flag("counts_people"),
        flag("is_open"),
        flag("is_live"),
    ];
    let mut shared = table("work_public", shared);
    shared.foreign_key(&mut belongs("work_public", "work_id", "work"));
    shared.foreign_key(&mut belongs("work_public", "measure_id", "work_measure"));
    let mut origin = table("work_origin", vec![id(), uuid("work_id"), uuid("item_id")]);
    origin.foreign_key(&mut belongs("work_origin", "work_id", "work"));
    // A text that is thrown away is nothing to lead back to.
    origin.foreign_key(&mut belongs("work_origin", "item_id", "item"));
    vec![
        Step::Table(shared),
        unique("work_public", &["measure_id"]),
        index("work_public", &["work_id"]),
        Step::Table(origin),
        unique("work_origin", &["work_id"]),
        index("work_origin", &["item_id"]),
    ]
}
