//! Where many items stand: for a map of all of them, which reads no more of each than its address.

use std::sync::Arc;

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::State;
use super::catalogue::Catalogue;
use super::tables::item::{Column, Entity};
use crate::db::Timestamp;

#[derive(Clone, Debug)]
pub struct Addressed {
    pub id: Uuid,
    pub kind: String,
    pub lang: String,
    pub slug: String,
    pub original_id: Option<Uuid>,
    /// When its newest text came, where that is known. What is history is not kept up: it has no day, so that
    /// nobody looks often.
    pub updated_at: Option<OffsetDateTime>,
}

/// The columns of one, in order: there are thousands in a part, and to look each up by its name takes longer than
/// all else.
type Row = (Uuid, String, String, String, Option<Uuid>, Option<Timestamp>);

impl Addressed {
    /// The work that it belongs to, which its translations belong to too.
    pub fn family(&self) -> Uuid {
        self.original_id.unwrap_or(self.id)
    }

    fn of((id, kind, lang, slug, original_id, updated_at): Row) -> Self {
        let updated_at = updated_at.map(OffsetDateTime::from);
        Self { id, kind, lang, slug, original_id, updated_at }
    }
}

fn visible() -> Select<Entity> {
    use Column as C;
    Entity::find()
        .select_only()
        .columns([C::Id, C::Kind, C::Lang, C::Slug, C::OriginalId])
        .column_as(updated_at(), "updated")
        .filter(C::State.is_in(State::VISIBLE))
}

/// [`super::tables::item::newest_text_at`] of what is not kept as history.
fn updated_at() -> Expr {
    use Column as C;
    let is_known = C::PublishedAs
        .is_null()
        .or(C::PublishedAt.is_null())
        .or(C::PublishedAt.into_expr().ne(C::UpdatedAt.into_expr()));
    let is_kept_up = C::State.into_expr().ne(State::Archived.name());
    CaseStatement::new().case(is_kept_up.and(is_known), C::UpdatedAt.into_expr()).into()
}

async fn read(db: &impl ConnectionTrait, wanted: Select<Entity>) -> Result<Vec<Addressed>, DbErr> {
    let rows: Vec<Row> = wanted.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(Addressed::of).collect())
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
    read(db, part).await
}

/// So many are asked for in one question.
const AT_ONCE: usize = 1_000;

/// All texts of the works that are translated and have a text in a part. Only those that stand in another part are
/// asked for.
pub async fn translated(library: &Catalogue, part: &[Addressed]) -> Result<Vec<Addressed>, DbErr> {
    // They are in order.
    let ids: Vec<Uuid> = part.iter().map(|item| item.id).collect();
    let Some(relatives) = library.relatives(&ids).await else {
        return by_database(library.db(), &ids).await;
    };
    let mut all: Vec<Addressed> =
        part.iter().filter(|item| relatives.contains(&item.id)).cloned().collect();
    let is_elsewhere = |id: &Uuid| ids.binary_search(id).is_err();
    let elsewhere: Vec<Uuid> = relatives.into_iter().filter(is_elsewhere).collect();
    for some in elsewhere.chunks(AT_ONCE) {
        let wanted = visible().filter(Column::Id.is_in(some.iter().copied()));
        all.extend(read(library.db(), wanted).await?);
    }
    all.sort_by(|a, b| a.lang.cmp(&b.lang));
    Ok(all)
}

/// The same by a question to the database, for as long as the catalogue does not stand: it looks at every item.
async fn by_database(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Addressed>, DbErr> {
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(Vec::new()) };
    let mut families = Query::select();
    families
        .expr(Func::coalesce([Column::OriginalId.into_expr(), Column::Id.into_expr()]))
        .from(Entity)
        .and_where(Column::Id.between(*first, *last));
    let originals = Query::select()
        .column(Column::OriginalId)
        .from(Entity)
        .and_where(Column::OriginalId.in_subquery(families.clone()))
        .to_owned();
    let of_family = Column::OriginalId.in_subquery(families).or(Column::Id.in_subquery(originals));
    read(db, visible().filter(of_family).order_by_asc(Column::Lang)).await
}
