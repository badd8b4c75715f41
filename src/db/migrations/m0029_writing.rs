//! What writing keeps beside the texts: which saved texts stay, numbers that are no person's, and what
//! somebody sent when their session was over.

use sea_orm_migration::prelude::*;

use super::{Step, id, index, instant, json, number, owned, step, table, text, unique, uuid};

step!("0029_writing", steps());

fn steps() -> Vec<Step> {
    vec![
        // A saved text that is not thinned out: it was handed in, looked through, or brought back.
        Step::Table(owned("kept_revision", vec![number("number"), instant("made_at")])),
        unique("kept_revision", &["item_id", "number"]),
        // A number that looks like a person's and is none, by a keyed digest, and why.
        Step::Table(owned(
            "spared_number",
            vec![text("digest"), text("reason"), uuid("person_id"), instant("made_at")],
        )),
        unique("spared_number", &["item_id", "digest"]),
        // A form that came when its session was over. No key to the person: it goes after a day.
        Step::Table(table(
            "held_form",
            vec![id(), uuid("person_id"), text("address"), json("fields"), instant("made_at")],
        )),
        index("held_form", &["person_id", "made_at"]),
        index("held_form", &["made_at"]),
    ]
}
