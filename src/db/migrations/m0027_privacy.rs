//! Accounts that are erased, and whose a text is that somebody else has left.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, day_or_null, flag, index, instant, instant_or_null, number, step,
    table, text, uuid, uuid_or_null,
};

step!("0027_privacy", steps());

fn steps() -> Vec<Step> {
    vec![
        keeper(),
        index("keeper", &["person_id"]),
        index("keeper", &["place_id"]),
        erasure(),
        index("erasure", &["due_at"]),
        address_attempt(),
        index("address_attempt", &["expires_at"]),
        add_column("person", instant_or_null("erased_at")),
        // When what somebody was writing there was passed on, of a role that is over.
        add_column("role_held", day_or_null("passed_on")),
        index("role_held", &["valid_to"]),
    ]
}

/// One row at most for each item: a person or a place.
fn keeper() -> Step {
    let columns = vec![
        uuid("item_id"),
        uuid_or_null("person_id"),
        uuid_or_null("place_id"),
        uuid_or_null("passed_by"),
        instant("since"),
    ];
    let mut keeper = table("keeper", columns);
    keeper.primary_key(Index::create().col("item_id"));
    keeper.foreign_key(&mut belongs("keeper", "item_id", "item"));
    Step::Table(keeper)
}

/// Another address of somebody, until it is shown to be theirs.
fn address_attempt() -> Step {
    let columns = vec![
        uuid("person_id"),
        text("address"),
        text("code"),
        number("tries"),
        instant("expires_at"),
    ];
    let mut attempt = table("address_attempt", columns);
    attempt.primary_key(Index::create().col("person_id"));
    attempt.foreign_key(&mut belongs("address_attempt", "person_id", "person"));
    Step::Table(attempt)
}

/// One row at most for each person, until it is done or they have changed their mind.
fn erasure() -> Step {
    let columns = vec![
        uuid("person_id"),
        instant("asked_at"),
        instant("due_at"),
        // Who gets what they were writing: a person, else a place; else it is thrown away where nobody
        // else has a part in it.
        uuid_or_null("heir_id"),
        uuid_or_null("place_id"),
        flag("is_thrown_away"),
    ];
    let mut erasure = table("erasure", columns);
    erasure.primary_key(Index::create().col("person_id"));
    erasure.foreign_key(&mut belongs("erasure", "person_id", "person"));
    Step::Table(erasure)
}
