//! Reads adoptions: those of an item in a few queries however many they are, somebody's own, and what waits.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};

use super::may::answering;
use super::tables::{
    Adoption, Series, Stage, adoption, adoption_asked, adoption_series, adoption_stage,
};
use super::terms::Standing;
use crate::db::DbErr;
use crate::rights::{RoleKind, Who};
use crate::work::work_measure;

/// So many stand on the page of an item, and in a list of one's own.
const OF_ITEM: u64 = 2_000;
const LIST: u64 = 200;
/// So many steps of all of them together are told.
const STAGES: u64 = 20_000;

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Adoption>, DbErr> {
    adoption::Entity::find_by_id(id).one(db).await
}

/// Those of an original that everybody may read, in the order that they came.
pub async fn of_item(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Adoption>, DbErr> {
    let public = adoption::Entity::find()
        .filter(adoption::Column::ItemId.eq(item))
        .filter(adoption::Column::Standing.eq(Standing::Public.name()));
    public.order_by_asc(adoption::Column::Id).limit(OF_ITEM).all(db).await
}

/// Those of an original in a municipality, public or not, that have not been refused.
pub async fn of_item_in(
    db: &impl ConnectionTrait,
    item: Uuid,
    municipality: &str,
) -> Result<Vec<Adoption>, DbErr> {
    let there = adoption::Entity::find()
        .filter(adoption::Column::ItemId.eq(item))
        .filter(adoption::Column::Municipality.eq(municipality))
        .filter(adoption::Column::Standing.ne(Standing::Refused.name()));
    there.limit(OF_ITEM).all(db).await
}

/// How far each has come and since when, in the order of what was said.
pub async fn stages(
    db: &impl ConnectionTrait,
    adoptions: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, Vec<Stage>>, DbErr> {
    let of_these = adoption_stage::Column::AdoptionId.is_in(adoptions);
    let rows = adoption_stage::Entity::find().filter(of_these);
    let rows = rows.order_by_asc(adoption_stage::Column::Id).limit(STAGES).all(db).await?;
    let mut stages: BTreeMap<Uuid, Vec<Stage>> = BTreeMap::new();
    for row in rows {
        stages.entry(row.adoption_id).or_default().push(row);
    }
    Ok(stages)
}

/// Whose yes it was said to wait for.
pub async fn asked_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let rows = adoption_asked::Entity::find().filter(adoption_asked::Column::AdoptionId.eq(id));
    Ok(rows.limit(LIST).all(db).await?.into_iter().map(|row| row.place_id).collect())
}

/// What somebody has said, the newest first.
pub async fn theirs(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Adoption>, DbErr> {
    let own = adoption::Entity::find().filter(adoption::Column::PersonId.eq(person));
    own.order_by_desc(adoption::Column::Id).limit(LIST).all(db).await
}

/// What waits for their yes, the oldest first.
pub async fn to_answer(db: &impl ConnectionTrait, who: &Who) -> Result<Vec<Adoption>, DbErr> {
    let waiting = adoption::Column::Standing.eq(Standing::Waiting.name());
    let mut rows = adoption::Entity::find().filter(waiting);
    if !who.is(RoleKind::Coordinator) {
        let places: Vec<Uuid> = answering(who).collect();
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let asked = Query::select()
            .expr(adoption_asked::Column::AdoptionId.into_expr())
            .from(adoption_asked::Entity)
            .and_where(adoption_asked::Column::PlaceId.is_in(places))
            .to_owned();
        rows = rows.filter(adoption::Column::Id.in_subquery(asked));
    }
    rows.order_by_asc(adoption::Column::Id).limit(LIST).all(db).await
}

/// The numbers that all may read beside each other, of one original. Those of which nobody knows which measure they
/// are of are told to nobody: it may count people.
pub async fn series_of(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Series>, DbErr> {
    let mut all = series_of_all(db, &[item]).await?;
    all.retain(|one| one.measure().is_some());
    Ok(all)
}

/// All that teams have shown of several, for those who look after it.
pub async fn series_of_all(
    db: &impl ConnectionTrait,
    items: &[Uuid],
) -> Result<Vec<Series>, DbErr> {
    let of_items = adoption_series::Column::ItemId.is_in(items.iter().copied());
    let rows = adoption_series::Entity::find().filter(of_items);
    rows.order_by_asc(adoption_series::Column::Id).limit(OF_ITEM).all(db).await
}

/// Are any numbers of a work shown to all beside those of others?
pub async fn are_shown(db: &impl ConnectionTrait, work: Uuid) -> Result<bool, DbErr> {
    let measures = Query::select()
        .column(work_measure::Column::Id)
        .from(work_measure::Entity)
        .and_where(work_measure::Column::WorkId.eq(work))
        .to_owned();
    let of_them = adoption_series::Column::MeasureId.in_subquery(measures);
    Ok(adoption_series::Entity::find().filter(of_them).one(db).await?.is_some())
}

/// Is anything that these have shown told to nobody, for nobody knows which measure it is of?
pub async fn has_unknown(
    db: &impl ConnectionTrait,
    persons: impl IntoIterator<Item = Uuid>,
) -> Result<bool, DbErr> {
    let theirs = adoption_series::Column::PersonId.is_in(persons);
    let rows = adoption_series::Entity::find().filter(theirs);
    let rows = rows.filter(adoption_series::Column::MeasureId.is_null());
    let rows = rows.limit(OF_ITEM).all(db).await?;
    // A program from before keeps it with the numbers alone.
    Ok(rows.iter().any(|one| one.measure().is_none()))
}

fn public() -> Select<adoption::Entity> {
    adoption::Entity::find().filter(adoption::Column::Standing.eq(Standing::Public.name()))
}

/// All that everybody may read, some at a time.
pub async fn all_public(
    db: &impl ConnectionTrait,
    (offset, limit): (u64, u64),
) -> Result<Vec<Adoption>, DbErr> {
    public().order_by_asc(adoption::Column::Id).offset(offset).limit(limit).all(db).await
}

pub async fn count_public(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    public().count(db).await
}
