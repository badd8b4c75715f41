//! What reviewing needs more: answers to remarks, whom a text is handed to by name, and why something was
//! archived or withdrawn.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, index, instant, owned, step, table, text, text_or_null, uuid,
    uuid_or_null,
};

step!("0041_review", steps());

fn steps() -> Vec<Step> {
    // Persons are named by their ids alone, as in the tables that these stand beside.
    let mut answer = owned(
        "remark_answer",
        vec![uuid("remark_id"), text("words"), uuid("person_id"), instant("made_at")],
    );
    answer.foreign_key(&mut belongs("remark_answer", "remark_id", "remark"));
    vec![
        Step::Table(answer),
        index("remark_answer", &["item_id"]),
        index("remark_answer", &["remark_id"]),
        index("remark_answer", &["person_id"]),
        // Who has said the last word under it; nobody but whoever made it where this is empty.
        add_column("remark", uuid_or_null("answered_by")),
        add_column("item_state", text_or_null("reason")),
        asked(),
        index("review_asked", &["person_id"]),
    ]
}

fn asked() -> Step {
    let columns = vec![uuid("item_id"), uuid("person_id"), uuid("asked_by"), instant("made_at")];
    let mut asked = table("review_asked", columns);
    asked.primary_key(Index::create().col("item_id"));
    asked.foreign_key(&mut belongs("review_asked", "item_id", "item"));
    Step::Table(asked)
}
