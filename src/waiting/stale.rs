//! Public translations that say what their original said before it was published anew, or that readers have still when
//! it was taken from them.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, JoinType, Query, SelectStatement};
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

use super::one::{LEFT_BEHIND, STALE, kept_by, text};
use crate::dates::oslo_day;
use crate::db::Timestamp;
use crate::items::item_entity as item;
use crate::items::working::is_since_public;
use crate::items::{State, revision, revision_card};
use crate::rights::RoleKind::{CentreLeader, Coordinator, Editor};
use crate::rights::{RoleKind, Who};

/// So long those who keep a translation are told that its original was published anew; whoever made it is
/// told until it is mended.
const LATELY: Duration = Duration::days(90);

/// Those whose original was published anew after they were made from it. What is on its way again is no news.
fn stale(today: Date) -> SelectStatement {
    use revision_card::Column::{ItemId, Number, PublishedAt, ReplacedAt};
    let is_original = ItemId.into_expr().eq(item::Column::OriginalId.into_expr());
    text(STALE, Number.into_expr(), Expr::val(today), PublishedAt.into_expr())
        .from(revision_card::Entity)
        .inner_join(item::Entity, is_original)
        .and_where(item::Column::State.eq(State::Published.name()))
        .and_where(ReplacedAt.is_null())
        .and_where(Number.into_expr().gt(item::Column::OriginalRevision.into_expr()))
        .and_where(is_on_its_way().not())
        .to_owned()
}

/// Those that they began and may go on with.
pub(super) fn own_stale(who: &Who, today: Date) -> SelectStatement {
    use revision::Column::{Author, ItemId, Number};
    let began = Query::select()
        .expr(ItemId.into_expr())
        .from(revision::Entity)
        .and_where(Author.eq(who.id))
        .and_where(Number.eq(1))
        .to_owned();
    let places: Vec<Uuid> = who.roles.iter().filter_map(|role| role.at).collect();
    let centre = item::Column::CentreId;
    let is_at_home = centre.is_null().or(centre.is_in(places));
    stale(today).and_where(item::Column::Id.in_subquery(began)).and_where(is_at_home).to_owned()
}

/// Those that others began and they keep, of originals that were published not long ago: however many
/// translations there are, few of them are looked at. None for those who keep nothing.
pub(super) fn kept_stale(who: &Who, now: OffsetDateTime) -> Option<SelectStatement> {
    use revision::Column::{Author, ItemId, Number};
    if !keeps(who) {
        return None;
    }
    let since = Timestamp::from(now - LATELY);
    let of_item = ItemId.into_expr().eq(item::Column::Id.into_expr());
    let kept = stale(oslo_day(now))
        .left_join(revision::Entity, of_item.and(Number.eq(1)))
        .and_where(revision_card::Column::PublishedAt.gt(since))
        .and_where(Author.is_null().or(Author.ne(who.id)))
        .and_where(kept_by(who))
        .to_owned();
    Some(kept)
}

/// Do they keep anything that others have begun?
fn keeps(who: &Who) -> bool {
    let keeps = |kind: RoleKind| matches!(kind, Editor | CentreLeader | Coordinator);
    who.roles.iter().any(|role| keeps(role.kind))
}

/// Those that they keep and whose original was archived or withdrawn not long ago: that is done with each language by
/// itself. None for those who keep nothing.
pub(super) fn left_behind(who: &Who, now: OffsetDateTime) -> Option<SelectStatement> {
    use revision::Column::{ItemId, Number};
    if !keeps(who) {
        return None;
    }
    let original = |column: item::Column| Expr::col((Alias::new("original"), column));
    let is_original = original(item::Column::Id).eq(item::Column::OriginalId.into_expr());
    let of_item = ItemId.into_expr().eq(item::Column::Id.into_expr());
    let gone = [State::Archived.name(), State::Withdrawn.name()];
    let (today, since) = (oslo_day(now), Timestamp::from(now - LATELY));
    let state_since = original(item::Column::StateSince);
    let left = text(LEFT_BEHIND, Expr::val(0_i64), Expr::val(today), state_since.clone())
        .from(item::Entity)
        .join_as(JoinType::InnerJoin, item::Entity, Alias::new("original"), is_original)
        .left_join(revision::Entity, of_item.and(Number.eq(1)))
        // A range of the index, as «is not null» is none to SQLite: translations alone are looked at.
        .and_where(item::Column::OriginalId.gt(Uuid::nil()))
        .and_where(item::Column::State.eq(State::Published.name()))
        .and_where(original(item::Column::State).is_in(gone))
        .and_where(state_since.gt(since))
        .and_where(kept_by(who))
        .to_owned();
    Some(left)
}

/// Is there a text of the item that is newer than the public one?
fn is_on_its_way() -> Expr {
    let newest = |column: revision::Column| Expr::col((Alias::new("newest"), column));
    let mut draft = Query::select();
    draft
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("newest"))
        .and_where(newest(revision::Column::ItemId).eq(item::Column::Id.into_expr()))
        .and_where(newest(revision::Column::PublishedAt).is_null())
        .and_where(is_since_public("newest"));
    Expr::exists(draft)
}
