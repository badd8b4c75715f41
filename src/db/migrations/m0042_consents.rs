//! Consents that are to be renewed: who has been told that one ends, and which has a newer one in its place.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, instant_or_null, step};

step!("0042_consents", steps());

fn steps() -> Vec<Step> {
    vec![
        add_column("consent", instant_or_null("told_at")),
        add_column("consent", instant_or_null("replaced_at")),
    ]
}
