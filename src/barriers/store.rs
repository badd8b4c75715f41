//! Reports as they were told, until somebody has seen to them. Private to this room.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};

use crate::db::{DbErr, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "barrier_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which page it was, as they say it.
    pub place: String,
    pub words: String,
    /// What they use.
    pub tools: String,
    /// None where they want no answer.
    pub email: Option<String>,
    pub made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn keep(tx: &impl ConnectionTrait, report: Model) -> Result<(), DbErr> {
    Entity::insert(report.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Those that have waited longest first.
pub async fn waiting(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().order_by_asc(Column::MadeAt).order_by_asc(Column::Id);
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
