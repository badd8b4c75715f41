//! Texts that were sent when somebody else had saved meanwhile: kept until they are joined.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde_json::Value;
use uuid::Uuid;

use crate::clock::Clock;
use crate::items::Content;
use crate::items::set_aside::{Column, Entity, Model};

/// Keeps a text of theirs, with what the form held. What was written on the same revision before is held
/// by what is sent later; what was written on another waits beside it.
pub async fn keep(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, base): (Uuid, i32),
    person: Uuid,
    (content, form): (&Content, &Value),
) -> Result<(), DbErr> {
    forget(tx, (item, base), person).await?;
    let content = serde_json::to_value(content).map_err(|e| DbErr::Json(e.to_string()))?;
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        person_id: person,
        base,
        content,
        form: Some(form.clone()),
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The text of theirs that waits to be joined; the newest first.
pub async fn of(
    db: &impl ConnectionTrait,
    item: Uuid,
    person: Uuid,
) -> Result<Option<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::ItemId.eq(item));
    theirs.filter(Column::PersonId.eq(person)).order_by_desc(Column::Id).one(db).await
}

/// What they wrote on this revision is joined, or they go on without it. Nothing else forgets it: who
/// opens the text anew and writes on has not seen it.
pub async fn forget(
    tx: &impl ConnectionTrait,
    (item, base): (Uuid, i32),
    person: Uuid,
) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::ItemId.eq(item));
    let theirs = theirs.filter(Column::PersonId.eq(person)).filter(Column::Base.eq(base));
    theirs.exec(tx).await?;
    Ok(())
}
