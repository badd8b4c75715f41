//! Remarks on a passage of a revision, what was said below them, and whether they are resolved.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::Timestamp;
use crate::items::remark::{Column, Entity, Model};
use crate::items::remark_answer as answer;

/// All remarks on an item, the oldest first.
pub async fn of(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::ItemId.eq(item)).order_by_asc(Column::Id).all(db).await
}

/// All that was said below them, the oldest first.
pub async fn answers(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<answer::Model>, DbErr> {
    let of_item = answer::Entity::find().filter(answer::Column::ItemId.eq(item));
    of_item.order_by_asc(answer::Column::Id).all(db).await
}

/// One of them.
pub async fn one(
    db: &impl ConnectionTrait,
    (item, remark): (Uuid, Uuid),
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(remark).filter(Column::ItemId.eq(item)).one(db).await
}

/// How many wait to be resolved.
pub async fn open(db: &impl ConnectionTrait, item: Uuid) -> Result<u64, DbErr> {
    let waiting = Entity::find().filter(Column::ItemId.eq(item));
    waiting.filter(Column::ResolvedAt.is_null()).count(db).await
}

pub async fn add(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, number): (Uuid, i32),
    person: Uuid,
    (passage, words): (&str, &str),
) -> Result<(), DbErr> {
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        number,
        passage: passage.to_owned(),
        words: words.to_owned(),
        person_id: person,
        made_at: clock.now().into(),
        resolved_at: None,
        resolved_by: None,
        answered_by: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Says something below a remark: it is the others' turn then.
pub async fn reply(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, remark): (Uuid, Uuid),
    person: Uuid,
    words: &str,
) -> Result<(), DbErr> {
    let row = answer::Model {
        id: clock.new_id(),
        item_id: item,
        remark_id: remark,
        words: words.to_owned(),
        person_id: person,
        made_at: clock.now().into(),
    };
    answer::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Entity::update_many()
        .col_expr(Column::AnsweredBy, Expr::value(Some(person)))
        .filter(Column::Id.eq(remark))
        .exec(tx)
        .await?;
    Ok(())
}

/// Says that it is resolved, or not after all.
pub async fn resolve(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, remark): (Uuid, Uuid),
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    let at = by.map(|_| Timestamp::from(clock.now()));
    Entity::update_many()
        .col_expr(Column::ResolvedAt, Expr::value(at))
        .col_expr(Column::ResolvedBy, Expr::value(by))
        .filter(Column::Id.eq(remark))
        .filter(Column::ItemId.eq(item))
        .exec(tx)
        .await?;
    Ok(())
}
