//! Since when an item has been in its state: a tombstone tells when a text was withdrawn.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, step, text_instant_or_null};

step!("0008_states", steps());

fn steps() -> Vec<Step> {
    vec![add_column("item", text_instant_or_null("state_since"))]
}
