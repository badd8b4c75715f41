//! What people keep by form: what they have said or taken away in the registers, what belongs under a
//! theme, and what is chosen for the front page.

use sea_orm_migration::prelude::*;

use super::{
    Step, flag, id, index, instant, instant_or_null, json, number, step, table, text, text_or_null,
    uuid,
};

step!("0026_by_form", steps());

fn steps() -> Vec<Step> {
    // Persons are named by their ids alone, without a key: what was said stands when an account is gone.
    vec![
        Step::Table(table(
            "by_form",
            vec![
                id(),
                text("register"),
                text("subject"),
                json("content"),
                flag("is_taken"),
                uuid("person_id"),
                instant("made_at"),
                // Since when a file that had leave to has written over it.
                instant_or_null("over_at"),
            ],
        )),
        index("by_form", &["register", "subject"]),
        theme_note(),
        // Each choice is a row, and the last is the one that holds.
        front_choice(),
    ]
}

fn theme_note() -> Step {
    let columns = ["nb", "nn", "se", "en"].map(text_or_null);
    let mut note = table("theme_note", [vec![text("slug")], columns.to_vec()].concat());
    note.primary_key(Index::create().col("slug"));
    Step::Table(note)
}

fn front_choice() -> Step {
    let columns = vec![number("number"), json("items"), uuid("person_id"), instant("made_at")];
    let mut choice = table("front_choice", columns);
    choice.primary_key(Index::create().col("number"));
    Step::Table(choice)
}
