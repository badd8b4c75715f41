//! Which saved texts stay however old they are, and the job that thins out the rest.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use super::approvals;
use crate::app::App;
use crate::clock::Clock;
use crate::db::{self, Timestamp};
use crate::items::{WriteError, Writer, remark, set_aside};
use crate::jobs::{self, Job};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    pub number: i32,
    pub made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// From now on this text of an item is not thinned out.
pub async fn keep(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, number): (Uuid, i32),
) -> Result<(), DbErr> {
    let row = Model { id: clock.new_id(), item_id: item, number, made_at: clock.now().into() };
    Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([Column::ItemId, Column::Number])
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The numbers of the texts that stay: those that are marked, and those that somebody has said something of.
async fn numbers(tx: &impl ConnectionTrait, item: Uuid) -> Result<BTreeSet<i32>, DbErr> {
    let mut kept = BTreeSet::new();
    let marked = Entity::find().filter(Column::ItemId.eq(item));
    let marked = marked.select_only().column(Column::Number);
    kept.extend(marked.into_tuple::<i32>().all(tx).await?);
    let approved = approvals::Entity::find().filter(approvals::Column::ItemId.eq(item));
    let approved = approved.select_only().column(approvals::Column::Number);
    kept.extend(approved.into_tuple::<i32>().all(tx).await?);
    let remarked = remark::Entity::find().filter(remark::Column::ItemId.eq(item));
    let remarked = remarked.select_only().column(remark::Column::Number);
    kept.extend(remarked.into_tuple::<i32>().all(tx).await?);
    let aside = set_aside::Entity::find().filter(set_aside::Column::ItemId.eq(item));
    let aside = aside.select_only().column(set_aside::Column::Base);
    kept.extend(aside.into_tuple::<i32>().all(tx).await?);
    Ok(kept)
}

/// What was saved on the way of this item is to be thinned out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Thin {
    item: Uuid,
}

impl Job for Thin {
    const NAME: &'static str = "thin-revisions";
}

/// Until then there is nothing to thin out of what is saved now.
const FIRST: Duration = Duration::HOUR;
/// Not more often than this: somebody who writes all day saves a thousand times.
const AGAIN: Duration = Duration::minutes(30);

/// Sees to it that what is saved now is thinned out in time. Asking twice is asking once.
pub async fn thin_later(tx: &impl ConnectionTrait, clock: &Clock, item: Uuid) -> Result<(), DbErr> {
    wait(tx, clock, item, clock.now() + FIRST).await
}

async fn wait(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    item: Uuid,
    due: OffsetDateTime,
) -> Result<(), DbErr> {
    jobs::enqueue_once(tx, clock, &Thin { item }, &item.to_string(), due).await?;
    Ok(())
}

pub async fn thin(app: App, Thin { item }: Thin) -> Result<(), String> {
    let thinned = db::transaction::<(), WriteError, _>(&app.db, |tx| {
        let (clock, kinds) = (app.clock.clone(), app.kinds.clone());
        Box::pin(async move {
            let kept = numbers(tx, item).await?;
            let writer = Writer::new(tx, &clock, kinds.stored());
            if let Some(next) = writer.thin(item, &kept).await? {
                wait(tx, &clock, item, next.max(clock.now() + AGAIN)).await?;
            }
            Ok(())
        })
    });
    thinned.await.map_err(|error| error.to_string())
}
