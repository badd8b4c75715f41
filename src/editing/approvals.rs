//! The yes of somebody who has looked through a text: bound to one revision, and to no later one.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use time::Date;

use super::asks;
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::items::Working;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    /// The revision that they read.
    pub number: i32,
    pub person_id: Uuid,
    pub made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Who has said yes to this revision.
pub async fn of(db: &impl ConnectionTrait, item: Uuid, number: i32) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::ItemId.eq(item))
        .filter(Column::Number.eq(number))
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// Has somebody said yes to the newest text who has not written in it, and who may say yes today as well?
pub async fn counts(db: &impl ConnectionTrait, item: &Working, today: Date) -> Result<bool, DbErr> {
    let given = of(db, item.item.id, item.newest.number).await?;
    if given.is_empty() {
        return Ok(false);
    }
    let readers = asks::readers(db, item, today).await?;
    Ok(given.iter().any(|yes| readers.contains_key(&yes.person_id)))
}

/// Says yes; twice is once.
pub async fn give(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, number): (Uuid, i32),
    person: Uuid,
) -> Result<(), DbErr> {
    if of(tx, item, number).await?.iter().any(|row| row.person_id == person) {
        return Ok(());
    }
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        number,
        person_id: person,
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes back every yes to this revision.
pub async fn withdraw(tx: &impl ConnectionTrait, item: Uuid, number: i32) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::ItemId.eq(item));
    theirs.filter(Column::Number.eq(number)).exec(tx).await?;
    Ok(())
}
