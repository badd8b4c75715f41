//! Who is writing in a text just now, so that two know of each other before they meet.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder};
use time::Duration;

use crate::clock::Clock;
use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "at_work")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    pub person_id: Uuid,
    pub seen_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Who has not been heard of for so long is no longer there.
const THERE: Duration = Duration::minutes(5);

/// They are here now. Who left long ago is forgotten.
pub async fn seen(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    item: Uuid,
    person: Uuid,
) -> Result<(), DbErr> {
    let now = Timestamp::from(clock.now());
    let gone = Column::SeenAt.lt(clock.now() - Duration::days(1));
    Entity::delete_many().filter(Column::ItemId.eq(item)).filter(gone).exec(tx).await?;
    let again = Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(now))
        .filter(Column::ItemId.eq(item))
        .filter(Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    if again.rows_affected > 0 {
        return Ok(());
    }
    let row = Model { id: clock.new_id(), item_id: item, person_id: person, seen_at: now };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Who else is there, the last heard of first.
pub async fn others(
    db: &impl ConnectionTrait,
    clock: &Clock,
    item: Uuid,
    but: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    let there = Entity::find()
        .filter(Column::ItemId.eq(item))
        .filter(Column::PersonId.ne(but))
        .filter(Column::SeenAt.gt(clock.now() - THERE))
        .order_by_desc(Column::SeenAt);
    Ok(there.all(db).await?.into_iter().map(|row| row.person_id).collect())
}
