//! What a centre owes: what is missing, what has lapsed, and where sources contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use time::{Date, Duration};

use super::{Area, Centre, CentreFact, Network, Paper};
use crate::dates::{PartialDate, Precision};
use crate::organisations::Kind as Organisation;
use crate::statements::{Source, StatedFact as _, Statement};

/// What is wrong with what is known of a centre; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    Contradictory,
    Lapsed,
    Missing,
}

impl FindingKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Lapsed => "lapsed",
            Self::Contradictory => "contradictory",
        }
    }
}

/// Something about a centre that somebody should look into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its slug.
    pub centre: String,
    pub kind: FindingKind,
    pub text: String,
}

/// What every centre should be able to show on any day.
const OWED: [(&str, &str); 11] = [
    ("host", "a host"),
    ("area", "an area"),
    ("contact", "somebody to write to"),
    ("mandate", "a mandate"),
    ("priority", "a priority area"),
    ("region", "a region"),
    ("responsible", "a responsible leader"),
    ("anchoring", "a body that it is anchored in"),
    ("placement", "approval as a placement site"),
    ("council", "a professional and cooperation council"),
    ("agreement", "a cooperation agreement"),
];

/// With each of these there should be an agreement.
const PARTIES: [(Organisation, &str); 3] = [
    (Organisation::HospitalTrust, "an agreement with a hospital trust"),
    (Organisation::College, "an agreement with a school"),
    (Organisation::ResearchCentre, "an agreement with a research centre"),
];

/// A council that has not met for a year is hardly one.
const YEAR: Duration = Duration::days(365);

/// What is missing, lapsed or contradictory that day, for each centre there was.
pub fn check(network: &Network, day: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    for centre in network.on(day) {
        let mut add = |kind, text: String| {
            findings.push(Finding { centre: centre.slug.clone(), kind, text });
        };
        for (_, statements) in disagreements(centre, day) {
            let told: Vec<String> = statements
                .iter()
                .map(|s| format!("{} (says {})", named(network, s), s.source.title))
                .collect();
            add(FindingKind::Contradictory, told.join("; "));
        }
        for other in sharing(network, centre, day) {
            let name = other.short_on(day);
            add(
                FindingKind::Contradictory,
                format!("area: {name} ({}) has the same county", other.slug),
            );
        }
        for told in lapsed(network, centre, day) {
            add(FindingKind::Lapsed, told);
        }
        for told in missing(network, centre, day) {
            add(FindingKind::Missing, told.to_owned());
        }
        for told in unread(network, centre, day) {
            add(FindingKind::Missing, told);
        }
    }
    findings
}

fn is_said(centre: &Centre, what: &str, day: Date) -> bool {
    // What may still hold is not missing: it ends on some day of a time that is not over.
    centre.statements.iter().any(|s| s.valid.may_contain(day) && s.fact.write().0 == what)
}

fn missing(network: &Network, centre: &Centre, day: Date) -> Vec<&'static str> {
    let owed = OWED.iter().filter(|(what, _)| !is_said(centre, what, day)).map(|(_, told)| *told);
    let mut missing: Vec<&str> = owed.collect();
    if centre.areas().any(|(area, s)| s.valid.contains(day) && area.is_open()) {
        missing.push("which municipalities its area is");
    }
    if is_said(centre, "agreement", day) {
        let kinds: BTreeSet<Organisation> = centre
            .statements
            .iter()
            .filter(|s| s.valid.may_contain(day))
            .filter_map(|s| match &s.fact {
                CentreFact::Agreement { with, .. } => Some(with),
                _ => None,
            })
            .flatten()
            .filter_map(|slug| Some(network.organisations.get(slug)?.kind))
            .collect();
        let lacks = PARTIES.iter().filter(|(kind, _)| !kinds.contains(kind));
        missing.extend(lacks.map(|(_, told)| *told));
    }
    missing
}

/// Agreements that nobody can read, and meetings without minutes: neither a file nor an address.
fn unread(network: &Network, centre: &Centre, day: Date) -> Vec<String> {
    let is_there = |s: &&Statement<CentreFact>| s.fact.paper().is_some_and(Paper::is_there);
    let said = centre.statements.iter().filter(|s| !is_there(s));
    said.filter_map(|statement| match &statement.fact {
        CentreFact::Agreement { .. } if statement.valid.contains(day) => {
            Some(format!("the text of the {}", named(network, statement)))
        }
        CentreFact::Meeting { date, .. } if *date <= day && *date + YEAR >= day => {
            Some(format!("the minutes of the meeting on {date}"))
        }
        _ => None,
    })
    .collect()
}

fn lapsed(network: &Network, centre: &Centre, day: Date) -> Vec<String> {
    let mut lapsed = Vec::new();
    for statement in centre.statements.iter().filter(|s| s.valid.is_surely_over(day)) {
        let what = statement.fact.write().0;
        let still = match &statement.fact {
            CentreFact::Agreement { with, .. } => centre.on(day).any(|s| {
                matches!(&s.fact, CentreFact::Agreement { with: now, .. } if now == with)
            }),
            CentreFact::Council { organisation, .. } => centre.on(day).any(|s| {
                matches!(&s.fact, CentreFact::Council { organisation: now, .. } if now == organisation)
            }),
            // What is over with the arrangement it belonged to is history, not a lapse.
            _ => !OWED.iter().any(|(owed, _)| *owed == what) || is_said(centre, what, day),
        };
        if !still {
            let end = statement.valid.to().map(ended).unwrap_or_default();
            lapsed.push(format!("{} ended {end}", named(network, statement)));
        }
    }
    let hosts = centre.hosts().map(|held| ("host", held));
    for (what, (host, statement)) in hosts.chain(centre.satellites().map(|s| ("satellite", s))) {
        if statement.valid.contains(day)
            && let Some(now) = network.host_now(host, statement.valid, day)
        {
            let name = network.host_name(host, statement.valid);
            let then = &host.municipality;
            lapsed.push(format!("{what} {then} {name} is now {} {}", now.code, now.name));
        }
    }
    lapsed.extend(gone(network, centre, day));
    let met = centre.statements.iter().filter_map(|s| match s.fact {
        CentreFact::Meeting { date, .. } if date <= day => Some(date),
        _ => None,
    });
    if let Some(last) = met.max()
        && last + YEAR < day
    {
        lapsed.push(format!("the council has not met since {last}"));
    }
    lapsed
}

/// Counties that a source names as the area, and that have been replaced since.
fn gone(network: &Network, centre: &Centre, day: Date) -> Vec<String> {
    let counties = network.places.counties();
    let told = |(area, statement): (&Area, &Statement<CentreFact>)| {
        let Area::County(code) = area else { return None };
        let now = network.counties_on(code, day);
        if !statement.valid.contains(day) || now == [code.as_str()] {
            return None;
        }
        let now: Vec<String> =
            now.into_iter().map(|code| format!("{code} {}", counties.name(code))).collect();
        let name = counties.name(code);
        Some(format!("area county {code} {name} is now {}", now.join(" and ")))
    };
    centre.areas().filter_map(told).collect()
}

/// «on 2024-05-01», «in 2024» or «about 2024»: no day is made up.
fn ended(to: PartialDate) -> String {
    let text = to.to_string();
    let plain = text.trim_end_matches(['~', '?']);
    if to.is_circa() || to.is_unsure() {
        format!("about {plain}")
    } else if to.precision() == Precision::Day {
        format!("on {plain}")
    } else {
        format!("in {plain}")
    }
}

/// What a statement says, with names beside the codes.
fn named(network: &Network, statement: &Statement<CentreFact>) -> String {
    let (what, valid) = (statement.fact.write().0, statement.valid);
    match &statement.fact {
        CentreFact::Host(host) | CentreFact::Satellite(host) => {
            format!("{what} {} {}", host.municipality, network.host_name(host, valid))
        }
        CentreFact::Area(Area::County(code)) => {
            format!("{what} {code} {}", network.places.counties().name(code))
        }
        CentreFact::Agreement { with, about, .. } => {
            let with = with.iter().map(|party| network.party_name(party, Date::MAX));
            let with: Vec<&str> = with.collect();
            format!("{what} with {} on {about}", with.join(", "))
        }
        CentreFact::Council { organisation: slug, role } => {
            format!("{what} {} ({role})", network.organisations.name_on(slug, Date::MAX))
        }
        fact => fact.describe(),
    }
}

/// Is this one of those that sources disagree about that day?
pub fn disputed(centre: &Centre, statement: &Statement<CentreFact>, day: Date) -> bool {
    let mut all = disagreements(centre, day).into_iter().flat_map(|(_, statements)| statements);
    all.any(|other| std::ptr::eq(other, statement))
}

/// What one source says and another says otherwise, for the same day: both are kept and shown.
pub fn disagreements(
    centre: &Centre,
    day: Date,
) -> Vec<(&'static str, Vec<&Statement<CentreFact>>)> {
    let mut by_what: BTreeMap<&'static str, Vec<&Statement<CentreFact>>> = BTreeMap::new();
    for statement in centre.on(day) {
        let what = statement.fact.write().0;
        let may_differ = matches!(
            statement.fact,
            CentreFact::Exists(_)
                | CentreFact::Area(_)
                | CentreFact::Host(_)
                | CentreFact::Satellite(_)
                | CentreFact::Mandate { .. }
                | CentreFact::Region { .. }
                | CentreFact::Responsible { .. }
                | CentreFact::Anchoring { .. }
        );
        if may_differ {
            by_what.entry(what).or_default().push(statement);
        }
    }
    by_what
        .into_iter()
        .filter(|(_, statements)| {
            let mut by_source: BTreeMap<&Source, Vec<&CentreFact>> = BTreeMap::new();
            for statement in statements {
                by_source.entry(&statement.source).or_default().push(&statement.fact);
            }
            let mut said = by_source.values();
            let first = said.next();
            said.any(|other| Some(other) != first)
        })
        .collect()
}

/// Another centre of the same kind with the same county that day.
fn sharing<'a>(network: &'a Network, centre: &'a Centre, day: Date) -> Vec<&'a Centre> {
    let counties = |centre: &'a Centre| {
        let on = centre.areas().filter(move |(_, s)| s.valid.contains(day));
        on.filter_map(|(area, _)| match area {
            Area::County(code) => Some(code.as_str()),
            _ => None,
        })
    };
    let mine: BTreeSet<&str> = counties(centre).collect();
    let of_kind = |other: &&Centre| other.kind == centre.kind && other.slug != centre.slug;
    network
        .on(day)
        .filter(of_kind)
        .filter(|o| counties(o).any(|code| mine.contains(code)))
        .collect()
}
