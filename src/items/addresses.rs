//! Where many items stand: for a map of all of them, which reads no more of each than its address.

use std::ops::RangeInclusive;
use std::sync::Arc;

use sea_orm::sea_query::{ExprTrait, Func, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::State;
use super::catalogue::Catalogue;
use super::tables::item::{Column, Entity, newest_text_at};
use crate::db::Timestamp;

#[derive(Clone, Debug, FromQueryResult)]
pub struct Addressed {
    pub id: Uuid,
    pub kind: String,
    pub lang: String,
    pub slug: String,
    pub original_id: Option<Uuid>,
    pub state: String,
    pub updated_at: Timestamp,
    pub published_at: Option<Timestamp>,
    pub published_as: Option<String>,
}

impl Addressed {
    /// The work that it belongs to, which its translations belong to too.
    pub fn family(&self) -> Uuid {
        self.original_id.unwrap_or(self.id)
    }

    /// [`newest_text_at`] of it.
    pub fn newest_text_at(&self) -> Option<OffsetDateTime> {
        newest_text_at(self.updated_at, (self.published_at, self.published_as.as_deref()))
    }

    pub fn is_archived(&self) -> bool {
        self.state == State::Archived.name()
    }
}

fn visible() -> Select<Entity> {
    use Column as C;
    let known = [C::Id, C::Kind, C::Lang, C::Slug, C::OriginalId, C::State];
    Entity::find()
        .select_only()
        .columns(known)
        .columns([C::UpdatedAt, C::PublishedAt, C::PublishedAs])
        .filter(C::State.is_in(State::VISIBLE))
}

/// Where each part of a map begins that has so many in each of its parts.
pub async fn parts(library: &Catalogue, size: usize) -> Result<Arc<[Uuid]>, DbErr> {
    if let Some(known) = library.beginnings(size).await {
        return Ok(known);
    }
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.is_in(State::VISIBLE))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(library.db())
        .await?;
    Ok(ids.into_iter().step_by(size.max(1)).collect())
}

/// What anybody can read of one part, which goes on until the next begins, in a lasting order.
pub async fn part(
    db: &impl ConnectionTrait,
    first: Uuid,
    next: Option<Uuid>,
) -> Result<Vec<Addressed>, DbErr> {
    let mut part = visible().filter(Column::Id.gte(first)).order_by_asc(Column::Id);
    if let Some(next) = next {
        part = part.filter(Column::Id.lt(next));
    }
    part.into_model().all(db).await
}

/// All texts of the works that are translated and have a text within `ids`.
pub async fn translated(
    db: &impl ConnectionTrait,
    ids: RangeInclusive<Uuid>,
) -> Result<Vec<Addressed>, DbErr> {
    let (first, last) = ids.into_inner();
    let mut families = Query::select();
    families
        .expr(Func::coalesce([Column::OriginalId.into_expr(), Column::Id.into_expr()]))
        .from(Entity)
        .and_where(Column::Id.between(first, last));
    let originals = Query::select()
        .column(Column::OriginalId)
        .from(Entity)
        .and_where(Column::OriginalId.in_subquery(families.clone()))
        .to_owned();
    let of_family = Column::OriginalId.in_subquery(families).or(Column::Id.in_subquery(originals));
    visible().filter(of_family).order_by_asc(Column::Lang).into_model().all(db).await
}
