//! The network through time: which municipality became which, and dated statements with their sources.

use sea_orm_migration::prelude::*;

use super::{Step, day, flag, id, index, json, number, step, table, text, text_or_null, unique};

step!("0004_network", steps());

// `centre_host` is no longer used: hosts are statements now. The binary before this one still reads
// it, so it goes in a later step.
fn steps() -> Vec<Step> {
    vec![
        Step::Table(table(
            "succession",
            vec![id(), day("changed"), text("old_code"), text("new_code")],
        )),
        unique("succession", &["changed", "old_code", "new_code"]),
        // What a source says of a centre or an organisation, from when to when.
        Step::Table(table(
            "statement",
            vec![
                id(),
                text("register"),
                text("subject"),
                number("position"),
                text("what"),
                json("fields"),
                text_or_null("valid_from"),
                text_or_null("valid_to"),
                text("source"),
                text_or_null("source_ref"),
                text_or_null("note"),
                flag("example"),
            ],
        )),
        index("statement", &["register", "subject", "position"]),
        // Who an installation has written about itself: a new edition of the program leaves them be.
        Step::Table(table("own_subject", vec![id(), text("register"), text("subject")])),
        unique("own_subject", &["register", "subject"]),
    ]
}
