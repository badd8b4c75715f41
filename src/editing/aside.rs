//! Texts that were sent when somebody else had saved meanwhile: kept until they are joined.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::clock::Clock;
use crate::items::Content;
use crate::items::set_aside::{Column, Entity, Model};

/// Keeps a text of theirs. Each has one at most for each item: what is sent later holds what was sent
/// before.
pub async fn keep(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, base): (Uuid, i32),
    person: Uuid,
    content: &Content,
) -> Result<(), DbErr> {
    forget(tx, item, person).await?;
    let content = serde_json::to_value(content).map_err(|e| DbErr::Json(e.to_string()))?;
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        person_id: person,
        base,
        content,
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The text of theirs that waits to be joined.
pub async fn of(
    db: &impl ConnectionTrait,
    item: Uuid,
    person: Uuid,
) -> Result<Option<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::ItemId.eq(item));
    theirs.filter(Column::PersonId.eq(person)).order_by_desc(Column::Id).one(db).await
}

pub async fn forget(tx: &impl ConnectionTrait, item: Uuid, person: Uuid) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::ItemId.eq(item));
    theirs.filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(())
}
