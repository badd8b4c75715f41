//! What a thing asks of whoever comes, beside the right of the route: asked of the same functions that the handlers
//! ask, with somebody who has one role and a thing at their place or another.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::adoptions;
use crate::editing::may::{self, Does, Ownership};
use crate::rights::{Right, Role, RoleKind, Who, allows};
use crate::work::{Standing, TeamRole, standing_in};

#[derive(Clone, Copy, Debug)]
pub enum Needs {
    /// No more than the right of the route.
    Route,
    /// To begin a page of the site itself.
    SitePage,
    /// To write in the name of the place.
    Name,
    Text(Does, Text),
    /// To stand so to a work.
    Work(Standing, Team),
    /// To answer for the place.
    Answers,
}

/// How far a text of the place has come, and whose it is.
#[derive(Clone, Copy, Debug)]
pub enum Text {
    /// One's own, and in nobody else's name.
    Own,
    /// Another's, that has not been handed in.
    Draft,
    /// Another's, that was passed on to the place when they left, and never handed in.
    PassedOn,
    /// Another's, that has been handed in.
    HandedIn,
    /// Another's, that is public.
    Public,
}

/// Who is in the team of a work that belongs to the place, and has its centre as adviser.
#[derive(Clone, Copy, Debug)]
pub enum Team {
    /// One is in it oneself, and another leads it.
    Member,
    /// One leads it.
    Lead,
    /// Others.
    Others,
    /// Nobody is left.
    Left,
}

/// Where something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Nowhere,
    /// Where the role is held.
    There,
    /// By this role at any place.
    Everywhere,
    /// By anybody who has logged in.
    Always,
}

const HERE: Uuid = Uuid::from_u128(1);
const ELSEWHERE: Uuid = Uuid::from_u128(2);
const ONESELF: Uuid = Uuid::from_u128(3);
const ANOTHER: Uuid = Uuid::from_u128(4);

/// Somebody with one role or none, held here where it isn't held everywhere.
fn somebody(role: Option<RoleKind>) -> Who {
    let at = |kind: RoleKind| (!kind.is_everywhere()).then_some(HERE);
    Who {
        id: ONESELF,
        name: String::new(),
        roles: role.into_iter().map(|kind| Role { kind, at: at(kind) }).collect(),
        waits: false,
        session: Uuid::nil(),
        proof: String::new(),
    }
}

/// Where it may be done by whoever has this role and no other; `None` is no role.
pub fn reach(right: Right, needs: Needs, role: Option<RoleKind>) -> Reach {
    let may = |who: &Who, place| {
        allows(right, Some(who), Some(place)).is_ok() && needs.are_met(who, place)
    };
    let (anybody, who) = (somebody(None), somebody(role));
    if may(&anybody, HERE) {
        return Reach::Always;
    }
    match (may(&who, HERE), may(&who, ELSEWHERE)) {
        (true, true) => Reach::Everywhere,
        (true, false) => Reach::There,
        (false, _) => Reach::Nowhere,
    }
}

impl Needs {
    fn are_met(self, who: &Who, place: Uuid) -> bool {
        match self {
            Self::Route => true,
            Self::SitePage => may::begin(who, false),
            Self::Name => who.writes_for(place),
            Self::Text(does, text) => text.may(does, who, place),
            Self::Work(least, team) => team.standing(who, place) >= Some(least),
            Self::Answers => adoptions::answers(who, &[place]),
        }
    }
}

impl Text {
    fn may(self, does: Does, who: &Who, place: Uuid) -> bool {
        let (is_own, is_published) = (matches!(self, Self::Own), matches!(self, Self::Public));
        let by = if is_own { ONESELF } else { ANOTHER };
        let writers = BTreeSet::from([by]);
        let is_passed_on = matches!(self, Self::PassedOn);
        let of = Ownership {
            owner: (!is_own).then_some(place),
            is_private: matches!(self, Self::Own | Self::Draft),
            is_published,
            began: (!is_passed_on).then_some(by),
            kept_at: is_passed_on.then_some(place),
            writers: &writers,
        };
        does.may(who, of)
    }
}

impl Team {
    fn standing(self, who: &Who, place: Uuid) -> Option<Standing> {
        let (lead, member) = (TeamRole::Lead.name(), TeamRole::Member.name());
        let team = match self {
            Self::Member => vec![(Some(ANOTHER), lead), (Some(ONESELF), member)],
            Self::Lead => vec![(Some(ONESELF), lead)],
            Self::Others => vec![(Some(ANOTHER), lead)],
            Self::Left => Vec::new(),
        };
        standing_in(who, (Some(place), Some(place)), &team)
    }
}
