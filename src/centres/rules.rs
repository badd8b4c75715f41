//! What must hold for a centre, whoever writes about it: forms and imports get the same answer.

use time::Date;

use super::{Area, Centre, CentreFact, Host, Network, Party};
use crate::dates::{PartialDate, Span};
use crate::statements::{
    Edges, Faults, Statement, StatementFault, one_at_a_time, rings, same_twice,
};

type Single<const N: usize> = [(&'static str, fn(&CentreFact) -> bool); N];

/// Of these, one source can only mean one at a time.
const SINGLE: Single<6> = [
    ("a centre is there once at a time", |fact| matches!(fact, CentreFact::Exists(_))),
    ("a centre has one name at a time", |fact| matches!(fact, CentreFact::Name { .. })),
    ("a centre has one contact at a time", |fact| matches!(fact, CentreFact::Contact { .. })),
    ("a centre has one mandate at a time", |fact| matches!(fact, CentreFact::Mandate { .. })),
    ("one role is responsible at a time", |fact| matches!(fact, CentreFact::Responsible { .. })),
    ("a centre is in one region at a time", |fact| matches!(fact, CentreFact::Region { .. })),
];

pub fn check(network: &Network) -> Faults {
    let mut faults = Vec::new();
    for centre in network.centres() {
        faults.extend(of_one(network, centre));
    }
    let mut edges = Edges::new();
    for centre in network.centres() {
        let leads = centre.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Predecessor { centre } => Some((centre.clone(), s.describe())),
            _ => None,
        });
        edges.insert(centre.slug.clone(), leads.collect());
    }
    faults.extend(rings(&edges, "no centre can come of itself: the succession is a ring"));
    faults
}

fn of_one(network: &Network, centre: &Centre) -> Faults {
    let mut faults = same_twice(centre.statements.iter());
    for (rule, is) in SINGLE {
        faults.extend(one_at_a_time(rule, centre.statements.iter().filter(|s| is(&s.fact))));
    }
    for statement in &centre.statements {
        faults.extend(outside(centre, statement));
        faults.extend(references(network, centre, statement));
    }
    faults.extend(host_and_satellite(centre));
    faults
}

/// What is said of a centre holds only on days that it is there. Ends that are roughly known may fit.
fn outside(centre: &Centre, statement: &Statement<CentreFact>) -> Option<StatementFault> {
    let early = |date: PartialDate| {
        centre.valid.from().is_some_and(|from| date.last_day() < from.first_day())
    };
    let late = |date: Option<PartialDate>| {
        let last = centre.valid.to().map(PartialDate::last_day);
        last.is_some_and(|last| date.is_none_or(|date| date.first_day() > last))
    };
    let met = match statement.fact {
        CentreFact::Meeting { date, .. } => PartialDate::of_day(date).ok(),
        _ => None,
    };
    let is_inside = match (&statement.fact, met) {
        (CentreFact::Predecessor { .. }, _) => true,
        (CentreFact::Meeting { .. }, Some(met)) => !early(met) && !late(Some(met)),
        _ => !statement.valid.from().is_some_and(early) && !late(statement.valid.to()),
    };
    if is_inside {
        return None;
    }
    let life = centre.statements.iter().find(|s| matches!(s.fact, CentreFact::Exists(_)));
    let life = life.map(Statement::describe).unwrap_or_default();
    let rule = format!("{} is not there all the time that this is said to hold", centre.slug);
    let fault = StatementFault::new(rule, vec![statement.describe(), life]);
    Some(fault.said("statements-outside"))
}

/// By one source a municipality is the host or works with it, not both at once.
fn host_and_satellite(centre: &Centre) -> Faults {
    let mut faults = Faults::new();
    for (host, held) in centre.hosts() {
        for (satellite, helps) in centre.satellites() {
            if host.municipality == satellite.municipality
                && held.source == helps.source
                && held.valid.overlaps(helps.valid)
            {
                let rule = "a municipality is not host and satellite of a centre at once";
                let fault = StatementFault::new(rule, vec![held.describe(), helps.describe()]);
                faults.push(fault.said("statements-host-and-satellite"));
            }
        }
    }
    faults
}

/// The unit that hosts lies in the municipality that hosts, or is a part of it.
fn seat(
    network: &Network,
    host: &Host,
    statement: &Statement<CentreFact>,
) -> Option<StatementFault> {
    let organisation = network.organisations.get(host.organisation.as_deref()?)?;
    let day = network.first_known(host, statement.valid);
    let part = || organisation.municipality_said(day);
    let (code, said) = organisation.seat_said(day).or_else(part)?;
    let places = &network.places;
    // The seat may be told by a number that it had earlier or later than that day.
    let known = places.periods(code).find(|m| m.is_on(day)).or_else(|| places.newest(code))?;
    let last = known.valid_to.and_then(Date::previous_day).unwrap_or(day);
    let since = if known.is_on(day) { day } else { last.max(known.valid_from) };
    let then = places.follow(code, since, day);
    if then.iter().any(|m| m.code == host.municipality) {
        return None;
    }
    let rule = format!("{} lies in {code} {}, not in the host", organisation.slug, known.name);
    let fault = StatementFault::new(rule, vec![statement.describe(), said.describe()]);
    Some(fault.said("statements-seat"))
}

/// Codes and slugs must lead to something that was there then.
fn references(network: &Network, centre: &Centre, statement: &Statement<CentreFact>) -> Faults {
    let (places, organisations) = (&network.places, &network.organisations);
    // What began before the centre did is asked for on the centre's first day.
    let valid = match (statement.valid.first_day(), centre.valid.first_day()) {
        (None, _) => Span::new(centre.valid.from(), statement.valid.to()).unwrap_or_default(),
        _ => statement.valid,
    };
    let row = &statement.describe();
    let code = |code: &str| places.check_code(code, valid, row).err();
    let organisation = |slug: &str| organisations.check_reference(slug, valid, row).err();
    let mut faults = Faults::new();
    match &statement.fact {
        CentreFact::Area(Area::County(county) | Area::Population(_, Some(county))) => {
            faults.extend(places.check_county(county, valid, row).err());
        }
        CentreFact::Area(Area::Municipalities(codes)) => {
            faults.extend(codes.iter().filter_map(|c| code(c)));
        }
        CentreFact::Area(Area::Of { organisation: slug, municipalities, counties }) => {
            faults.extend(organisation(slug));
            faults.extend(municipalities.iter().filter_map(|c| code(c)));
            let check = |county: &String| places.check_county(county, valid, row).err();
            faults.extend(counties.iter().filter_map(check));
        }
        CentreFact::Host(host) | CentreFact::Satellite(host) => {
            faults.extend(code(&host.municipality));
            faults.extend(host.organisation.as_deref().and_then(organisation));
            if faults.is_empty() {
                faults.extend(seat(network, host, statement));
            }
        }
        CentreFact::Placement { by: Some(slug), .. }
        | CentreFact::Council { organisation: slug, .. } => {
            faults.extend(organisation(slug));
        }
        CentreFact::Agreement { with, .. } => {
            faults.extend(with.iter().filter_map(|party| match network.party(party) {
                Party::Municipality(_) => code(party),
                Party::Centre(_) => None,
                Party::Organisation => organisation(party),
            }));
        }
        CentreFact::Predecessor { centre: slug } => {
            faults.extend(predecessor(network, centre, slug, row));
        }
        _ => {}
    }
    faults
}

fn predecessor(
    network: &Network,
    centre: &Centre,
    slug: &str,
    row: &str,
) -> Option<StatementFault> {
    let Some(before) = network.centre(slug) else {
        let rule = format!("the centre {slug:?} is not known");
        return Some(StatementFault::new(rule, vec![row.to_owned()]).said("statements-unknown"));
    };
    // By its latest day: what is only roughly known may just fit.
    let last_start = centre.valid.from().map(PartialDate::last_day);
    let (start, begun) = (last_start?, before.valid.first_day()?);
    (begun > start).then(|| {
        let other = before.statements.first().map(Statement::describe).unwrap_or_default();
        let rule = format!("{slug} began after {}, which is said to come of it", centre.slug);
        StatementFault::new(rule, vec![row.to_owned(), other]).said("statements-began-after")
    })
}
