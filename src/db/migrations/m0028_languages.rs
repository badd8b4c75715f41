//! How many words a public text has and by when it is to be looked through; which letters somebody wants
//! about what waits for them, and what readers follow by e-mail.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, day_or_null, index, instant, instant_or_null, number,
    number_or_null, step, table, text, unique, uuid,
};

step!("0028_languages", steps());

fn steps() -> Vec<Step> {
    vec![
        add_column("revision_card", number_or_null("words")),
        add_column("revision_card", day_or_null("review_by")),
        index("revision_card", &["review_by"]),
        choice(),
        index("notice_choice", &["due_at"]),
        Step::Table(table(
            "subscription",
            vec![
                super::id(),
                text("address"),
                text("lang"),
                // What is followed, as the page about following takes it in its address.
                text("followed"),
                // `day` or `week`.
                text("often"),
                instant("made_at"),
                // What was published before has been told of.
                instant("told_until"),
                instant("due_at"),
            ],
        )),
        unique("subscription", &["address", "followed"]),
        index("subscription", &["due_at"]),
        Step::Table(table("subscription_attempt", attempt())),
        unique("subscription_attempt", &["secret"]),
        index("subscription_attempt", &["expires_at"]),
    ]
}

/// Who has chosen nothing has no row, until a letter has gone to them.
fn choice() -> Step {
    let mut choice = table(
        "notice_choice",
        vec![
            uuid("person_id"),
            // `day`, `week` or `never`.
            text("often"),
            instant("due_at"),
            instant_or_null("sent_at"),
            // A digest of what the last letter told.
            text("told"),
        ],
    );
    choice.primary_key(Index::create().col("person_id"));
    choice.foreign_key(&mut belongs("notice_choice", "person_id", "person"));
    Step::Table(choice)
}

/// Somebody wants to follow: the code in the letter to the address says that it is theirs.
fn attempt() -> Vec<ColumnDef> {
    vec![
        super::id(),
        // Digests: of what the page holds, and of the code.
        text("secret"),
        text("code"),
        text("address"),
        text("lang"),
        text("followed"),
        text("often"),
        number("tries"),
        instant("expires_at"),
    ]
}
