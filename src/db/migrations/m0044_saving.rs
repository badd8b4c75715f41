//! What of a draft can't be saved as it was typed, and all that somebody sent when another had saved.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, column, instant, json, owned, step, unique, uuid};

step!("0044_saving", steps());

fn steps() -> Vec<Step> {
    vec![
        // Inputs of a field that is wrong, letter for letter: the rest of the text is saved without it.
        Step::Table(owned(
            "unsaved_input",
            vec![uuid("person_id"), json("fields"), instant("made_at")],
        )),
        unique("unsaved_input", &["item_id", "person_id"]),
        // What stands around the text as well: its language, whose it is, whom to ask. None in rows
        // from before.
        add_column("set_aside", column("form", ColumnDef::json_binary)),
    ]
}
