//! What came of the centres and the organisations that are over: who looks after what they have left.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;
use time::Date;
use uuid::Uuid;

use super::handover::Left;
use super::roles;
use crate::centres::Network;
use crate::db::DbErr;
use crate::organisations::{Kind, Organisation};
use crate::places::Municipality;

/// A place that is over, and the one of today that has what it left.
pub type Over = (Uuid, Uuid);

/// All that are over and that something of today came of. What nothing came of is left where it is: those who wrote
/// it open it, and the coordinators.
pub fn over(network: &Network, today: Date) -> Vec<Over> {
    let centres = network.centres().iter().filter(|centre| !centre.may_be_on(today));
    let mut over: Vec<Over> = centres
        .filter_map(|centre| Some((centre.id, of_centre(network, &centre.slug, today)?)))
        .collect();
    let line = Line::new(network, today);
    let organisations = network.organisations.iter().filter(|one| one.last_day(today).is_some());
    over.extend(
        organisations.filter_map(|one| Some((one.id, line.heir(one, &mut BTreeSet::new())?.id))),
    );
    over
}

/// Where somebody has left whose last role at a place has ended: there, and at the one that came of it, unless they
/// have a role at that one too. What was theirs there has passed on to it.
pub async fn gone_from(
    db: &impl ConnectionTrait,
    over: &[Over],
    (person, place): Left,
    today: Date,
) -> Result<Vec<Left>, DbErr> {
    let mut gone = vec![(person, place)];
    if let Some((_, heir)) = over.iter().find(|(from, _)| *from == place) {
        let held = roles::of(db, person, today).await?;
        if held.iter().all(|role| role.place_id != Some(*heir)) {
            gone.push((person, *heir));
        }
    }
    Ok(gone)
}

/// The centre of today that came of it, by way of others where those are over too.
fn of_centre(network: &Network, slug: &str, today: Date) -> Option<Uuid> {
    let (mut next, mut seen) = (vec![slug.to_owned()], BTreeSet::new());
    while let Some(slug) = next.pop() {
        if !seen.insert(slug.clone()) {
            continue;
        }
        for heir in network.successors(&slug) {
            if heir.is_on(today) {
                return Some(heir.id);
            }
            next.push(heir.slug.clone());
        }
    }
    None
}

/// The organisations in the order of who came of whom.
struct Line<'a> {
    network: &'a Network,
    today: Date,
    /// What came of each, by its slug.
    successors: BTreeMap<&'a str, Vec<&'a Organisation>>,
    /// The organisation that is the municipality, by the code of today.
    municipalities: BTreeMap<&'a str, &'a Organisation>,
}

impl<'a> Line<'a> {
    fn new(network: &'a Network, today: Date) -> Self {
        let mut successors: BTreeMap<&str, Vec<&Organisation>> = BTreeMap::new();
        let mut municipalities = BTreeMap::new();
        for one in network.organisations.iter() {
            for (before, _) in one.predecessors() {
                successors.entry(before).or_default().push(one);
            }
            if one.kind != Kind::Municipality || !one.is_on(today) {
                continue;
            }
            if let Some(now) = one.seated_in(&network.places, today) {
                municipalities.entry(now.code.as_str()).or_insert(one);
            }
        }
        Self { network, today, successors, municipalities }
    }

    /// The organisation of today that came of one that is over, by way of others where those are over too. Of a unit
    /// that was closed it is the one that it was a part of.
    fn heir(
        &self,
        one: &'a Organisation,
        seen: &mut BTreeSet<&'a str>,
    ) -> Option<&'a Organisation> {
        if !seen.insert(&one.slug) {
            return None;
        }
        for next in self.after(one) {
            let heir = if next.is_on(self.today) { Some(next) } else { self.heir(next, seen) };
            if heir.is_some() {
                return heir;
            }
        }
        None
    }

    /// What came of it, then what it was a part of on its last day, then the municipality that this is in now.
    fn after(&self, one: &'a Organisation) -> Vec<&'a Organisation> {
        let mut after = self.successors.get(one.slug.as_str()).cloned().unwrap_or_default();
        let Some(last) = one.last_day(self.today) else { return after };
        let whole = one.part_of_on(last).and_then(|slug| self.network.organisations.get(slug));
        after.extend(whole);
        let municipality = self.municipality(one, last);
        after.extend(
            municipality.and_then(|now| self.municipalities.get(now.code.as_str()).copied()),
        );
        after
    }

    /// The municipality of today that it was a part of, or was.
    fn municipality(&self, one: &'a Organisation, last: Date) -> Option<&'a Municipality> {
        let places = &self.network.places;
        let was = if one.kind == Kind::Municipality {
            one.seated_in(places, last)?
        } else {
            self.network.organisations.municipality_of(one, places, last)?.now?
        };
        places.goes_on_as((&was.code, was), last, self.today)
    }
}
