//! The method that a work follows, what the team says of its steps, and which measures show a driver.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, id, index, json, number, step, table, text, text_or_null, unique, uuid,
};

step!("0033_method", steps());

fn steps() -> Vec<Step> {
    // Which template, by its name and version, and the team's own words for its parts.
    let method = vec![text("name"), number("version"), json("own"), number("number")];
    let said = vec![text("step"), text_or_null("state"), text("words"), number("number")];
    let mut measured = of_work("work_driver_measure", vec![uuid("driver_id"), uuid("measure_id")]);
    measured.foreign_key(&mut belongs("work_driver_measure", "driver_id", "work_driver"));
    measured.foreign_key(&mut belongs("work_driver_measure", "measure_id", "work_measure"));
    vec![
        Step::Table(of_work("work_method", method)),
        unique("work_method", &["work_id"]),
        Step::Table(of_work("work_step", said)),
        unique("work_step", &["work_id", "step"]),
        Step::Table(measured),
        index("work_driver_measure", &["work_id"]),
        unique("work_driver_measure", &["driver_id", "measure_id"]),
        // The tests of a driver.
        index("work_cycle", &["driver_id"]),
    ]
}

fn of_work(name: &'static str, more: Vec<ColumnDef>) -> TableCreateStatement {
    let mut columns = vec![id(), uuid("work_id")];
    columns.extend(more);
    let mut part = table(name, columns);
    part.foreign_key(&mut belongs(name, "work_id", "work"));
    part
}
