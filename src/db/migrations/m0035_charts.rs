//! How a measure is drawn, and when it is not counted: its chart and rules, pauses, and marks on the chart.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, belongs, day, day_or_null, id, step, table, text, text_or_null};
use super::{unique, uuid};

step!("0035_charts", steps());

fn steps() -> Vec<Step> {
    let columns = vec![
        id(),
        uuid("measure_id"),
        // A new part, a point left out, or lines that are computed up to there.
        text("kind"),
        day("day"),
        text("reason"),
    ];
    let mut mark = table("work_mark", columns);
    mark.foreign_key(&mut belongs("work_mark", "measure_id", "work_measure"));
    vec![
        // None: the run chart, and its usual rules.
        add_column("work_measure", text_or_null("chart")),
        add_column("work_measure", text_or_null("rules")),
        add_column("work_measure", day_or_null("paused_from")),
        add_column("work_measure", day_or_null("resumed_from")),
        Step::Table(mark),
        unique("work_mark", &["measure_id", "kind", "day"]),
    ]
}
