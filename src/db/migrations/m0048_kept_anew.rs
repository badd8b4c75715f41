//! Which draft what was typed elsewhere was kept as, so that it is kept once.

use sea_orm_migration::prelude::*;

use super::{Step, belongs, index, step, table, text, uuid};

step!("0048_kept_anew", steps());

fn steps() -> Vec<Step> {
    let mut kept = table("kept_anew", vec![text("digest"), uuid("item_id")]);
    kept.primary_key(Index::create().col("digest"));
    kept.foreign_key(&mut belongs("kept_anew", "item_id", "item"));
    vec![Step::Table(kept), index("kept_anew", &["item_id"])]
}
