//! Who may do what with a work: private until the team shares it.

use uuid::Uuid;

use super::tables::{Member, Work};
use super::terms::TeamRole;
use crate::rights::{RoleKind, Who};

/// What somebody may do, each more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Sees all of it: sponsors, and representatives of users and next of kin.
    Reads,
    /// Says what happened and what to think of as well: the advisers of the centre that the team has
    /// chosen.
    Advises,
    /// Enters numbers and changes what stands.
    Writes,
    /// Says who is in the team, and who else sees it.
    Leads,
}

use Standing::{Advises, Leads, Reads, Writes};

/// How somebody stands to a work; none for those who do not know that it is there. `team` is who is
/// in it now.
///
/// Nothing is left that nobody can open: where nobody leads, those who write do; where nobody with an
/// account is left, the centre's advisers do, those who look after the unit, and the coordinators.
pub fn standing(who: &Who, work: &Work, team: &[Member]) -> Option<Standing> {
    let team: Vec<InTeam<'_>> =
        team.iter().map(|member| (member.person_id, member.role.as_str())).collect();
    standing_in(who, (work.place_id, work.centre_id), &team)
}

/// Somebody in a team: their account, where they have one, and the name of their role.
pub type InTeam<'a> = (Option<Uuid>, &'a str);

/// The same of no more than what decides it: the unit, the centre that the team has chosen, and the team. The page
/// of who may do what asks it too.
pub fn standing_in(
    who: &Who,
    (unit, centre): (Option<Uuid>, Option<Uuid>),
    team: &[InTeam<'_>],
) -> Option<Standing> {
    let has_lead =
        team.iter().any(|(person, role)| person.is_some() && *role == TeamRole::Lead.name());
    let theirs = team.iter().filter(|(person, _)| *person == Some(who.id));
    let in_team = theirs.filter_map(|(_, role)| of_role(role)).max();
    let in_team =
        in_team.map(|standing| if standing == Writes && !has_lead { Leads } else { standing });
    let writes = |role: &str| of_role(role) >= Some(Writes);
    let is_left = !team.iter().any(|(person, role)| person.is_some() && writes(role));
    let advises = centre.is_some_and(|centre| who.edits_at(centre));
    let keeps = is_left && (who.is(RoleKind::Coordinator) || looks_after(who, unit));
    let as_adviser = match (advises, is_left, keeps) {
        (true, true, _) | (_, _, true) => Some(Leads),
        (true, false, _) => Some(Advises),
        (false, ..) => None,
    };
    in_team.max(as_adviser)
}

/// Do they look after the unit that a work belongs to?
fn looks_after(who: &Who, unit: Option<Uuid>) -> bool {
    unit.is_some_and(|unit| units(who).any(|one| one == unit))
}

/// The units whose works somebody takes over when no team is left.
pub(super) fn units(who: &Who) -> impl Iterator<Item = Uuid> {
    use RoleKind::{CentreLeader, Editor, TeamLead};
    let roles = who.roles.iter();
    let roles = roles.filter(|role| matches!(role.kind, TeamLead | Editor | CentreLeader));
    roles.filter_map(|role| role.at)
}

fn of_role(role: &str) -> Option<Standing> {
    Some(match TeamRole::named(role)? {
        TeamRole::Lead => Leads,
        TeamRole::DataLead | TeamRole::Member => Writes,
        TeamRole::Sponsor | TeamRole::Representative => Reads,
    })
}
