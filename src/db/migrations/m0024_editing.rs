//! What stands beside the texts that are being written: yeses, remarks, who is there, texts set aside.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, index, instant, instant_or_null, json, number, owned, step, table, text,
    text_or_null, unique, uuid, uuid_or_null,
};

step!("0024_editing", steps());

fn steps() -> Vec<Step> {
    // Persons are named by their ids alone, without a key: what was said stands when an account is gone.
    vec![
        due(),
        Step::Table(owned(
            "approval",
            vec![number("number"), uuid("person_id"), instant("made_at")],
        )),
        unique("approval", &["item_id", "number", "person_id"]),
        Step::Table(owned(
            "remark",
            vec![
                number("number"),
                text("passage"),
                text("words"),
                uuid("person_id"),
                instant("made_at"),
                instant_or_null("resolved_at"),
                uuid_or_null("resolved_by"),
            ],
        )),
        index("remark", &["item_id"]),
        Step::Table(owned("at_work", vec![uuid("person_id"), instant("seen_at")])),
        unique("at_work", &["item_id", "person_id"]),
        // A text that somebody sent when another had saved meanwhile; kept until they are joined.
        Step::Table(owned(
            "set_aside",
            vec![uuid("person_id"), number("base"), json("content"), instant("made_at")],
        )),
        index("set_aside", &["item_id", "person_id"]),
    ]
}

fn due() -> Step {
    let mut due =
        table("contact_due", vec![uuid("item_id"), text_or_null("role"), text_or_null("email")]);
    due.primary_key(Index::create().col("item_id"));
    due.foreign_key(&mut belongs("contact_due", "item_id", "item"));
    Step::Table(due)
}
