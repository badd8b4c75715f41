//! What waited for the yes of a place that is over waits for that of the one that came of it.

use std::collections::BTreeMap;

use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};

use super::tables::adoption_asked;
use crate::db::DbErr;

/// Whoever speaks for what came of a place answers, and may change what was answered before. Tells how many
/// questions there were.
pub async fn move_on(tx: &impl ConnectionTrait, over: &[(Uuid, Uuid)]) -> Result<u64, DbErr> {
    use adoption_asked::Column::{AdoptionId, PlaceId};
    let heirs: BTreeMap<Uuid, Uuid> = over.iter().copied().collect();
    let left: Vec<Uuid> = adoption_asked::Entity::find()
        .select_only()
        .column(PlaceId)
        .distinct()
        .filter(PlaceId.is_in(heirs.keys().copied()))
        .into_tuple()
        .all(tx)
        .await?;
    let mut count = 0;
    for from in left {
        let Some(to) = heirs.get(&from).copied() else { continue };
        // They may have been asked both.
        let asked = Query::select()
            .column(AdoptionId)
            .from(adoption_asked::Entity)
            .and_where(PlaceId.eq(to))
            .to_owned();
        let twice = adoption_asked::Entity::delete_many()
            .filter(PlaceId.eq(from))
            .filter(AdoptionId.in_subquery(asked));
        count += twice.exec(tx).await?.rows_affected;
        let moved = adoption_asked::Entity::update_many()
            .col_expr(PlaceId, Expr::value(to))
            .filter(PlaceId.eq(from));
        count += moved.exec(tx).await?.rows_affected;
    }
    Ok(count)
}
