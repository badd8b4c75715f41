//! Files items anew by place, when newer places say what became of the old ones.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::filing::places_of;
use super::tables::{facet, item};
use super::{Content, changes, read};
use crate::clock::Clock;
use crate::places::Places;

/// How many items are read at a time.
const PAGE: u64 = 200;

/// Files what the public reads of every item anew by place, when newer places say what became of the
/// old ones. A text that is being written is filed when it is published.
pub async fn refile_by_place(db: &impl ConnectionTrait, clock: &Clock) -> Result<usize, DbErr> {
    let places = Places::load(db).await?;
    let (mut after, mut changed) = (Uuid::nil(), 0);
    loop {
        let items = item::Entity::find()
            .filter(item::Column::Id.gt(after))
            .order_by_asc(item::Column::Id)
            .limit(PAGE)
            .all(db)
            .await?;
        let Some(last) = items.last() else { return Ok(changed) };
        after = last.id;
        let texts = read::public_texts(db, items.iter().map(|item| item.id)).await?;
        for (id, text) in texts {
            let Some(content) = text.content() else { continue };
            changed += usize::from(refile_one(db, clock, &places, (id, &content)).await?);
        }
    }
}

const BY_PLACE: [&str; 2] = ["county", "municipality"];

async fn refile_one(
    db: &impl ConnectionTrait,
    clock: &Clock,
    places: &Places,
    (id, content): (Uuid, &Content),
) -> Result<bool, DbErr> {
    if !content.unreadable.is_empty() {
        // It may name places that can't be read: it stays filed as it is.
        return Ok(false);
    }
    let wanted: BTreeSet<(&str, String)> = places_of(places, content).collect();
    let of_item = facet::Column::ItemId.eq(id).and(facet::Column::Facet.is_in(BY_PLACE));
    let old = facet::Entity::find().filter(of_item.clone()).all(db).await?;
    let old: BTreeSet<(&str, String)> =
        old.iter().map(|row| (row.facet.as_str(), row.value.clone())).collect();
    if old == wanted {
        return Ok(false);
    }
    facet::Entity::delete_many().filter(of_item).exec(db).await?;
    let rows = wanted.into_iter().map(|(facet, value)| {
        let facet = facet.to_owned();
        facet::Model { id: clock.new_id(), item_id: id, facet, value }.into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        facet::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    changes::again(db, clock, &[id]).await?;
    Ok(true)
}
