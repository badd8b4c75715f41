//! Letters that came to nobody, until somebody has seen to it. Private to this room.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};

use crate::db::{DbErr, Timestamp};

/// Nothing of what the letter said is kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_lost")]
pub struct Model {
    /// That of the letter.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub address: String,
    /// As the other server says it, or the net.
    pub why: String,
    pub lost_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A letter that is lost twice, after a crash, is lost once.
pub async fn keep(db: &impl ConnectionTrait, lost: Model) -> Result<(), DbErr> {
    Entity::insert(lost.into_active_model())
        .on_conflict_do_nothing_on([Column::Id])
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The newest first.
pub async fn lost(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().order_by_desc(Column::LostAt).order_by_desc(Column::Id);
    all.limit(most).all(db).await
}

pub async fn count(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Entity::find().count(db).await
}

/// Seen to: nothing is kept of it. Another may have seen to it before.
pub async fn seen_to(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
