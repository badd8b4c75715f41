//! Wrong codes of the second step: after a few, each takes longer. Only who has shown the first step gets
//! here, so nobody else can make a person wait.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use time::{Duration, OffsetDateTime};

use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "step_try")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub wrong: i32,
    pub wait_until: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// So many may be wrong before the first wait.
const FREE: i32 = 4;
const LONGEST: Duration = Duration::minutes(15);

/// How many seconds it is until a code is looked at; none where it is now.
pub async fn wait(
    tx: &impl ConnectionTrait,
    person: Uuid,
    now: OffsetDateTime,
) -> Result<Option<u64>, DbErr> {
    let row = Entity::find_by_id(person).one(tx).await?;
    let until = row.filter(|row| row.wait_until > now).map(|row| row.wait_until);
    let seconds = |until: Timestamp| u64::try_from((*until - now).whole_seconds()).unwrap_or(0) + 1;
    Ok(until.map(seconds))
}

/// One more was wrong.
pub async fn wrong(
    tx: &impl ConnectionTrait,
    person: Uuid,
    now: OffsetDateTime,
) -> Result<(), DbErr> {
    let before = Entity::find_by_id(person).one(tx).await?.map_or(0, |row| row.wrong);
    let wrong = before.saturating_add(1);
    // 30 seconds, a minute, two, …
    let wait = Duration::seconds(15 << (wrong - FREE).clamp(1, 10)).min(LONGEST);
    let until = if wrong > FREE { now + wait } else { now };
    right(tx, person).await?;
    let row = Model { id: person, wrong, wait_until: until.into() };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// A right one begins anew.
pub async fn right(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(person).exec(tx).await?;
    Ok(())
}
