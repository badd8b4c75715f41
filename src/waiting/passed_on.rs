//! Texts that somebody who has left was writing, for whoever has them now.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::one::{PASSED_ON, text};
use crate::dates::oslo_day;
use crate::db::Timestamp;
use crate::items::{item_entity as item, keeper, revision};
use crate::rights::RoleKind::Coordinator;
use crate::rights::Who;

/// So long it is told of; after that it stands among what they write, as before.
const LATELY: Duration = Duration::days(90);

/// What was passed on to them, or to all at a place of theirs, until somebody goes on with it.
pub(super) fn passed_on(who: &Who, now: OffsetDateTime) -> SelectStatement {
    use keeper::Column::{ItemId, PersonId, PlaceId, Since};
    let places: Vec<Uuid> = who.roles.iter().filter_map(|role| role.at).collect();
    let mut theirs = PersonId.eq(who.id).or(PlaceId.is_in(places));
    if who.is(Coordinator) {
        theirs = theirs.or(PersonId.is_null().and(PlaceId.is_null()));
    }
    let is_of = ItemId.into_expr().eq(item::Column::Id.into_expr());
    text(PASSED_ON, Expr::val(0_i64), Expr::val(oslo_day(now)), Since.into_expr())
        .from(keeper::Entity)
        .inner_join(item::Entity, is_of)
        .and_where(item::Column::PublishedAt.is_null())
        .and_where(Since.gt(Timestamp::from(now - LATELY)))
        .and_where(theirs)
        .and_where(is_gone_on_with().not())
        .to_owned()
}

/// Has somebody saved it since?
fn is_gone_on_with() -> Expr {
    let later = |column: revision::Column| Expr::col((Alias::new("later"), column));
    let mut saved = Query::select();
    saved
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("later"))
        .and_where(later(revision::Column::ItemId).eq(item::Column::Id.into_expr()))
        .and_where(later(revision::Column::CreatedAt).gt(keeper::Column::Since.into_expr()));
    Expr::exists(saved)
}
