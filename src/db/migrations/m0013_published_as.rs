//! How precisely it is known when an item was published: only the year, or the month.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, step, text_or_null};

step!("0013_published_as", steps());

fn steps() -> Vec<Step> {
    vec![add_column("item", text_or_null("published_as"))]
}
