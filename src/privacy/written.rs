//! What somebody has written: each text as they last saved it, whoever goes on with it now.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::items::revision;

/// Nobody has written so many texts.
const MOST: u64 = 5_000;

/// Those among these items; all where none are named. The newest first.
pub async fn of(
    db: &impl ConnectionTrait,
    person: Uuid,
    items: Option<&[Uuid]>,
) -> Result<Vec<revision::Model>, DbErr> {
    use revision::Column::{Author, CreatedAt, ItemId, Number};
    let last = Query::select()
        .column(ItemId)
        .expr(Expr::col(Number).max())
        .from(revision::Entity)
        .and_where(Author.eq(person))
        .group_by_col(ItemId)
        .to_owned();
    let is_last = Expr::tuple([Expr::col(ItemId), Expr::col(Number)]).in_subquery(last);
    let mut theirs = revision::Entity::find().filter(Author.eq(person)).filter(is_last);
    if let Some(items) = items {
        theirs = theirs.filter(ItemId.is_in(items.iter().copied()));
    }
    theirs.order_by_desc(CreatedAt).order_by_desc(ItemId).limit(MOST).all(db).await
}
