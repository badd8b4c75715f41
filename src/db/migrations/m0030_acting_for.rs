//! The organisations that others say somebody acts for, and who asks to be taken in there.

use sea_orm_migration::prelude::*;

use super::{Step, belongs, id, index, instant, instant_or_null, step, table, text, unique, uuid};

step!("0030_acting_for", steps());

fn steps() -> Vec<Step> {
    let mut acting = table(
        "acting_for",
        vec![
            id(),
            uuid("person_id"),
            text("issuer"),
            text("number"),
            text("name"),
            instant("made_at"),
            instant_or_null("asked_at"),
        ],
    );
    acting.foreign_key(&mut belongs("acting_for", "person_id", "person"));
    vec![
        Step::Table(acting),
        unique("acting_for", &["person_id", "number"]),
        index("acting_for", &["number"]),
    ]
}
