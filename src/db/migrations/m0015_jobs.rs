//! Whose a lease is, and under which key a job waits alone.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, step, text_or_null, unique_where_null, uuid_or_null};

step!("0015_jobs", steps());

fn steps() -> Vec<Step> {
    vec![
        add_column("job", uuid_or_null("token")),
        add_column("job", text_or_null("key")),
        // A job that is being run does not count; those without a key never collide.
        unique_where_null("job", &["name", "key"], "leased_until"),
    ]
}
