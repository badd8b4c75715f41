//! Files items anew when a theme has been renamed, merged or retired.

use std::collections::BTreeSet;

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::changes;
use super::tables::{facet, item};
use crate::clock::Clock;
use crate::themes::Themes;

/// Gives every item that is filed under one of `slugs` the themes that these are now, and tells
/// those who follow that it has changed. Tells how many there were.
pub async fn refile(
    db: &impl ConnectionTrait,
    clock: &Clock,
    slugs: &[String],
) -> Result<usize, DbErr> {
    let themes = Themes::load(db).await?;
    let filed = Query::select()
        .column(facet::Column::ItemId)
        .from(facet::Entity)
        .and_where(facet::Column::Facet.eq("theme"))
        .and_where(facet::Column::Value.is_in(slugs.iter().cloned()))
        .to_owned();
    let items = item::Entity::find().filter(item::Column::Id.in_subquery(filed)).all(db).await?;
    for item in &items {
        facet::Entity::delete_many()
            .filter(facet::Column::ItemId.eq(item.id))
            .filter(facet::Column::Facet.eq("theme"))
            .exec(db)
            .await?;
        let values: BTreeSet<String> =
            themes.with_parents(&item.card().themes).into_iter().collect();
        let rows = values.into_iter().map(|value| {
            let (id, item_id, facet) = (clock.new_id(), item.id, "theme".to_owned());
            facet::Model { id, item_id, facet, value }.into_active_model()
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            facet::Entity::insert_many(rows).exec_without_returning(db).await?;
        }
    }
    let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    changes::again(db, clock, &ids).await?;
    Ok(items.len())
}

/// Files anew all that stands under a slug that is no theme now: after new themes were shipped.
pub async fn refile_strays(db: &impl ConnectionTrait, clock: &Clock) -> Result<usize, DbErr> {
    let themes = Themes::load(db).await?;
    let used: Vec<String> = used(db).await?;
    let is_stray = |slug: &String| themes.get(slug).is_none_or(|theme| theme.slug != *slug);
    let strays: Vec<String> = used.into_iter().filter(is_stray).collect();
    if strays.is_empty() { Ok(0) } else { refile(db, clock, &strays).await }
}

async fn used(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    use sea_orm::QuerySelect;
    facet::Entity::find()
        .select_only()
        .column(facet::Column::Value)
        .filter(facet::Column::Facet.eq("theme"))
        .distinct()
        .into_tuple()
        .all(db)
        .await
}
