//! What is said in the registers with a number in it that looks like a person's: it waits until another has looked.

use sea_orm_migration::prelude::*;

use super::{Step, id, index, instant, json, step, table, text, text_or_null, uuid};

step!("0047_statement_waiting", steps());

fn steps() -> Vec<Step> {
    // Persons are named by their ids alone, without a key, as in `by_form`.
    let columns = vec![
        id(),
        text("register"),
        text("subject"),
        // The centre or the organisation; of one that is begun, the id that it is to have.
        uuid("place_id"),
        text("does"),
        // The mark of the statement that is changed.
        text_or_null("seen"),
        json("content"),
        text("reason"),
        uuid("person_id"),
        instant("made_at"),
    ];
    vec![
        Step::Table(table("statement_waiting", columns)),
        index("statement_waiting", &["place_id"]),
    ]
}
