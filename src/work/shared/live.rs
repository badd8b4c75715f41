//! What the team has said may be followed, and how it stands now.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::table::{work_origin, work_public};
use super::{Choice, Least, SharedMeasure};
use crate::db::DbErr;
use crate::work::read::{Open, measured_of};
use crate::work::tables::{Work, work};

/// No work has more measures that are shared.
const MOST: u64 = 200;

/// What has been said of each measure of a work when it was shared last.
pub async fn choices(db: &impl ConnectionTrait, work: Uuid) -> Result<Vec<Choice>, DbErr> {
    let rows = work_public::Entity::find().filter(work_public::Column::WorkId.eq(work));
    let rows = rows.order_by_asc(work_public::Column::Id).limit(MOST).all(db).await?;
    let choice = |row: work_public::Model| Choice {
        measure: row.measure_id,
        counts_people: row.counts_people,
        is_open: row.is_open,
        is_live: row.is_live,
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// Does the public page follow any measure of a work?
pub async fn is_followed(db: &impl ConnectionTrait, work: Uuid) -> Result<bool, DbErr> {
    let rows = work_public::Entity::find().filter(work_public::Column::WorkId.eq(work));
    Ok(rows.filter(work_public::Column::IsLive.eq(true)).count(db).await? > 0)
}

/// The work that a text tells of.
pub async fn of_item(db: &impl ConnectionTrait, item: Uuid) -> Result<Option<Work>, DbErr> {
    work::Entity::find().filter(work::Column::ItemId.eq(item)).one(db).await
}

/// The measures that the page of a text follows, as they stand now, without what could point at one
/// person.
pub async fn live(
    db: &impl ConnectionTrait,
    item: Uuid,
    least: Least,
) -> Result<BTreeMap<Uuid, SharedMeasure>, DbErr> {
    let Some(work) = of_item(db, item).await? else { return Ok(BTreeMap::new()) };
    let mut followed = choices(db, work.id).await?;
    followed.retain(|choice| choice.is_live);
    if followed.is_empty() {
        return Ok(BTreeMap::new());
    }
    let measures = measured_of(db, work.id).await?;
    let now = followed.into_iter().filter_map(|choice| {
        let found = measures.iter().find(|one| one.row.id == choice.measure)?;
        Some((choice.measure, as_in_a_text(SharedMeasure::of(found, choice, least)?)))
    });
    Ok(now.collect())
}

/// Nobody looks through it before it is public.
fn as_in_a_text(measure: SharedMeasure) -> SharedMeasure {
    let stored = serde_json::to_value(&measure).map(super::without_look_alikes);
    stored.and_then(serde_json::from_value).unwrap_or(measure)
}

impl Open {
    /// The text that it began from.
    pub async fn origin(&self, db: &impl ConnectionTrait) -> Result<Option<Uuid>, DbErr> {
        let found = work_origin::Entity::find();
        let found = found.filter(work_origin::Column::WorkId.eq(self.work.id)).one(db).await?;
        Ok(found.map(|row| row.item_id))
    }
}
