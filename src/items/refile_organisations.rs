//! Files items anew under the slug of now, when an organisation that they name has got another.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::changes;
use super::tables::facet;
use crate::clock::Clock;
use crate::organisations::{self, FACET, OldSlugs};

/// Files at most so many items anew, and tells those who follow that they have changed. Tells how
/// many there were: none when all is done, so that a job may call it until then.
pub async fn refile_by_organisation(
    db: &impl ConnectionTrait,
    clock: &Clock,
    most: u64,
) -> Result<usize, DbErr> {
    let stale = facet::Entity::find()
        .filter(facet::Column::Facet.eq(FACET))
        .filter(facet::Column::Value.in_subquery(organisations::are_old()))
        .order_by_asc(facet::Column::Id)
        .limit(most)
        .all(db)
        .await?;
    if stale.is_empty() {
        return Ok(0);
    }
    let old = OldSlugs::among(db, stale.iter().map(|row| &row.value)).await?;
    let mut items: BTreeSet<Uuid> = BTreeSet::new();
    for row in stale {
        items.insert(row.item_id);
        file(db, row, &old).await?;
    }
    let items: Vec<Uuid> = items.into_iter().collect();
    changes::again(db, clock, &items).await?;
    Ok(items.len())
}

/// An item that names an organisation by two of its names is filed under it once.
async fn file(db: &impl ConnectionTrait, row: facet::Model, old: &OldSlugs) -> Result<(), DbErr> {
    let now = old.now(&row.value).to_owned();
    let there = facet::Entity::find()
        .filter(facet::Column::ItemId.eq(row.item_id))
        .filter(facet::Column::Facet.eq(FACET))
        .filter(facet::Column::Value.eq(&now))
        .one(db)
        .await?;
    if there.is_some() {
        facet::Entity::delete_by_id(row.id).exec(db).await?;
    } else {
        let mut row = row.into_active_model();
        row.value = Set(now);
        row.update(db).await?;
    }
    Ok(())
}
