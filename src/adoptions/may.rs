//! Who may say that a place has taken something into use, and whose yes it takes when others say so.

use time::Date;
use uuid::Uuid;

use super::tables::Adoption;
use crate::centres::Network;
use crate::organisations::{Kind, Organisation};
use crate::rights::RoleKind::{CentreLeader, Coordinator, Editor, TeamLead};
use crate::rights::Who;

/// No organisation is a part of more, one in the other.
const DEEPEST: usize = 10;

/// May they say it by themselves? Whoever has a role at the organisation, or at the municipality, whoever keeps
/// the texts of a centre that serves it, and whoever else could say yes to it: nobody is asked for their own yes.
pub fn speaks_for(
    who: &Who,
    network: &Network,
    (municipality, place): (&str, Option<Uuid>),
    day: Date,
) -> bool {
    let is_at = |at: &Uuid| who.roles.iter().any(|role| role.at == Some(*at));
    let own = organisations(network, (municipality, place), day);
    let centres = centres(network, municipality, day);
    own.iter().any(is_at)
        || centres.iter().any(|at| who.edits_at(*at))
        || answers(who, &answerers(network, (municipality, place), day))
}

/// The organisations and centres where somebody can say yes to it.
pub fn answerers(network: &Network, of: (&str, Option<Uuid>), day: Date) -> Vec<Uuid> {
    let mut all = organisations(network, of, day);
    all.extend(centres(network, of.0, day));
    all.sort_unstable();
    all.dedup();
    all
}

/// May they answer what these were asked? Coordinators may answer all.
pub fn answers(who: &Who, asked: &[Uuid]) -> bool {
    let there = |at: &Uuid| answering(who).any(|place| place == *at);
    who.is(Coordinator) || asked.iter().any(there)
}

/// The places that somebody answers for.
pub fn answering(who: &Who) -> impl Iterator<Item = Uuid> {
    let roles = who.roles.iter();
    let roles = roles.filter(|role| matches!(role.kind, TeamLead | Editor | CentreLeader));
    roles.filter_map(|role| role.at)
}

/// May they change it? Whoever said it, and whoever could have said yes.
pub fn may_write(who: &Who, adoption: &Adoption, asked: &[Uuid]) -> bool {
    adoption.person_id == Some(who.id) || answers(who, asked)
}

fn centres(network: &Network, municipality: &str, day: Date) -> Vec<Uuid> {
    network.serving(day).of(municipality).map(|centre| centre.id).collect()
}

/// Does the organisation lie in the municipality, as far as anybody has said?
pub fn is_in(network: &Network, one: &Organisation, municipality: &str, day: Date) -> bool {
    let of = network.organisations.municipality_of(one, &network.places, day);
    let seat = || one.seated_in(&network.places, day);
    of.and_then(|of| of.now).or_else(seat).is_some_and(|now| now.code == municipality)
}

/// The organisation with what it is a part of, all of it in the municipality; and the municipality, where that is
/// one of the register.
fn organisations(
    network: &Network,
    (municipality, place): (&str, Option<Uuid>),
    day: Date,
) -> Vec<Uuid> {
    let all = &network.organisations;
    let is_there = |one: &&Organisation| is_in(network, one, municipality, day);
    let of_id = place.and_then(|id| all.iter().find(|one| one.id == id));
    let whole = |one: &&Organisation| one.part_of_on(day).and_then(|slug| all.get(slug));
    let wholes = std::iter::successors(of_id, whole).take(DEEPEST).filter(is_there);
    let own = all.iter().filter(|one| one.kind == Kind::Municipality).filter(is_there);
    wholes.chain(own).map(|one| one.id).collect()
}
