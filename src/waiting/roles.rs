//! Roles that somebody asks for, and roles that are to be said to be right, for those who may give them.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use time::Date;
use uuid::Uuid;

use super::one::{ROLE_ASKED, ROLE_DUE, part};
use crate::people::persons::person;
use crate::people::{role_requests, roles};
use crate::rights::RoleKind::{Administrator, CentreLeader, Coordinator};
use crate::rights::{RoleKind, Who};

/// The places that they lead.
fn led(who: &Who) -> Vec<Uuid> {
    let led = who.roles.iter().filter(|role| role.kind == CentreLeader);
    led.filter_map(|role| role.at).collect()
}

fn names(kinds: &[RoleKind]) -> impl Iterator<Item = &'static str> {
    kinds.iter().copied().map(RoleKind::name)
}

/// Roles that are asked for where they may give them, [`Who::may_give`]; none for those who give none.
pub(super) fn roles_asked(who: &Who, today: Date) -> Option<SelectStatement> {
    use role_requests::Column::{
        Id, IsForCountry, Kind, MadeAt, PersonId, PlaceId, Standing as Stands,
    };
    let places = led(who);
    let mut theirs = Condition::any();
    if !places.is_empty() {
        theirs = theirs.add(PlaceId.is_in(places).and(Kind.is_in(names(CentreLeader.gives()))));
    }
    if who.is(Coordinator) || who.is(Administrator) {
        theirs = theirs.add(IsForCountry.eq(true));
    }
    if theirs.is_empty() {
        return None;
    }
    let is_of = PersonId.into_expr().eq(person::Column::Id.into_expr());
    let waiting = role_requests::Standing::Waiting.name();
    let mut asked = part([
        Expr::val(ROLE_ASKED),
        Id.into_expr(),
        person::Column::Name.into_expr(),
        Expr::val(""),
        Kind.into_expr(),
        PlaceId.into_expr(),
        Expr::val(0_i64),
        Expr::val(today),
        MadeAt.into_expr(),
    ]);
    asked
        .from(role_requests::Entity)
        .inner_join(person::Entity, is_of)
        .and_where(Stands.eq(waiting))
        .and_where(PersonId.ne(who.id))
        .cond_where(theirs);
    Some(asked)
}

/// Roles that nobody has said for a year are still right, for those who are to say so.
pub(super) fn roles_due(who: &Who, today: Date) -> Option<SelectStatement> {
    use roles::Column::{ConfirmedOn, GivenAt, Id, Kind, PersonId, PlaceId};
    let theirs = to_confirm(who, today)?;
    let is_of = PersonId.into_expr().eq(person::Column::Id.into_expr());
    let mut due = part([
        Expr::val(ROLE_DUE),
        Id.into_expr(),
        person::Column::Name.into_expr(),
        Expr::val(""),
        Kind.into_expr(),
        PlaceId.into_expr(),
        Expr::val(0_i64),
        ConfirmedOn.into_expr(),
        GivenAt.into_expr(),
    ]);
    due.from(roles::Entity)
        .inner_join(person::Entity, is_of)
        .and_where(ConfirmedOn.lte(today - roles::YEAR))
        .and_where(PersonId.ne(who.id))
        .cond_where(roles::holds_on(today))
        .cond_where(theirs);
    Some(due)
}

/// Whoever leads a place says it of the roles that they give there; those who look after the country say it of what
/// nobody else at the place may. None for those who give none.
fn to_confirm(who: &Who, today: Date) -> Option<Condition> {
    use roles::Column::{Kind, PlaceId};
    let places = led(who);
    let is_given_there = || Kind.is_in(names(CentreLeader.gives()));
    let mut theirs = Condition::any();
    if !places.is_empty() {
        theirs = theirs.add(PlaceId.is_in(places).and(is_given_there()));
    }
    if who.is(Coordinator) || who.is(Administrator) {
        let is_anothers = is_given_there().and(has_another_leader(today));
        theirs = theirs.add(PlaceId.is_not_null().and(is_anothers.not()));
    }
    if who.is(Administrator) {
        theirs = theirs.add(PlaceId.is_null());
    }
    (!theirs.is_empty()).then_some(theirs)
}

/// Is the place of a role led by somebody who can log in, and is not the one who has it?
fn has_another_leader(today: Date) -> Expr {
    use roles::Column::{Kind, PersonId, PlaceId, ValidFrom, ValidTo};
    let leader = |column: roles::Column| Expr::col((Alias::new("leader"), column));
    let is_them = person::Column::Id.into_expr().eq(leader(PersonId));
    let is_not_over = leader(ValidTo).is_null().or(leader(ValidTo).gt(today));
    let mut found = Query::select();
    found
        .expr(Expr::val(1))
        .from_as(roles::Entity, Alias::new("leader"))
        .inner_join(person::Entity, is_them)
        .and_where(leader(PlaceId).eq(PlaceId.into_expr()))
        .and_where(leader(Kind).eq(CentreLeader.name()))
        .and_where(leader(PersonId).ne(PersonId.into_expr()))
        .and_where(leader(ValidFrom).lte(today))
        .and_where(is_not_over)
        .and_where(person::Column::DisabledAt.is_null());
    Expr::exists(found)
}
