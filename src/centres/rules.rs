//! What must hold for a centre, whoever writes about it: forms and imports get the same answer.

use time::Date;

use super::{Area, Centre, Host, Network, Says};
use crate::dates::{PartialDate, Span};
use crate::statements::{Edges, Fault, Faults, Statement, one_at_a_time, rings, same_twice};

type Single<const N: usize> = [(&'static str, fn(&Says) -> bool); N];

/// Of these, one source can only mean one at a time.
const SINGLE: Single<6> = [
    ("a centre is there once at a time", |says| matches!(says, Says::Exists(_))),
    ("a centre has one name at a time", |says| matches!(says, Says::Name { .. })),
    ("a centre has one contact at a time", |says| matches!(says, Says::Contact { .. })),
    ("a centre has one mandate at a time", |says| matches!(says, Says::Mandate { .. })),
    ("one role is responsible at a time", |says| matches!(says, Says::Responsible { .. })),
    ("a centre is in one region at a time", |says| matches!(says, Says::Region { .. })),
];

pub fn check(network: &Network) -> Faults {
    let mut faults = Vec::new();
    for centre in network.centres() {
        faults.extend(of_one(network, centre));
    }
    let mut edges = Edges::new();
    for centre in network.centres() {
        let leads = centre.statements.iter().filter_map(|s| match &s.says {
            Says::Predecessor { centre } => Some((centre.clone(), s.told())),
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
        faults.extend(one_at_a_time(rule, centre.statements.iter().filter(|s| is(&s.says))));
    }
    for statement in &centre.statements {
        faults.extend(outside(centre, statement));
        faults.extend(references(network, centre, statement));
    }
    faults.extend(host_and_satellite(centre));
    faults
}

/// What is said of a centre holds only on days that it is there. Ends that are roughly known may fit.
fn outside(centre: &Centre, statement: &Statement<Says>) -> Option<Fault> {
    let early = |date: PartialDate| {
        centre.valid.from().is_some_and(|from| date.last_day() < from.first_day())
    };
    let late = |date: Option<PartialDate>| {
        let last = centre.valid.to().map(PartialDate::last_day);
        last.is_some_and(|last| date.is_none_or(|date| date.first_day() > last))
    };
    let met = match statement.says {
        Says::Meeting { date, .. } => PartialDate::of_day(date).ok(),
        _ => None,
    };
    let is_inside = match (&statement.says, met) {
        (Says::Predecessor { .. }, _) => true,
        (Says::Meeting { .. }, Some(met)) => !early(met) && !late(Some(met)),
        _ => !statement.valid.from().is_some_and(early) && !late(statement.valid.to()),
    };
    if is_inside {
        return None;
    }
    let life = centre.statements.iter().find(|s| matches!(s.says, Says::Exists(_)));
    let life = life.map(Statement::told).unwrap_or_default();
    let rule = format!("{} is not there all the time that this is said to hold", centre.slug);
    Some(Fault::new(rule, vec![statement.told(), life]))
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
                faults.push(Fault::new(rule, vec![held.told(), helps.told()]));
            }
        }
    }
    faults
}

/// The unit that hosts lies in the municipality that hosts, or is a part of it.
fn seat(network: &Network, host: &Host, statement: &Statement<Says>) -> Option<Fault> {
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
    Some(Fault::new(rule, vec![statement.told(), said.told()]))
}

/// Codes and slugs must lead to something that was there then.
fn references(network: &Network, centre: &Centre, statement: &Statement<Says>) -> Faults {
    let (places, organisations) = (&network.places, &network.organisations);
    // What began before the centre did is asked for on the centre's first day.
    let valid = match (statement.valid.first_day(), centre.valid.first_day()) {
        (None, _) => Span::new(centre.valid.from(), statement.valid.to()).unwrap_or_default(),
        _ => statement.valid,
    };
    let row = &statement.told();
    let code = |code: &str| places.check_code(code, valid, row).err();
    let organisation = |slug: &str| organisations.check_reference(slug, valid, row).err();
    let mut faults = Faults::new();
    match &statement.says {
        Says::Area(Area::County(county) | Area::Population(_, Some(county))) => {
            faults.extend(places.check_county(county, valid, row).err());
        }
        Says::Area(Area::Municipalities(codes)) => {
            faults.extend(codes.iter().filter_map(|c| code(c)));
        }
        Says::Area(Area::Of { organisation: slug, municipalities, counties }) => {
            faults.extend(organisation(slug));
            faults.extend(municipalities.iter().filter_map(|c| code(c)));
            let check = |county: &String| places.check_county(county, valid, row).err();
            faults.extend(counties.iter().filter_map(check));
        }
        Says::Host(host) | Says::Satellite(host) => {
            faults.extend(code(&host.municipality));
            faults.extend(host.organisation.as_deref().and_then(organisation));
            if faults.is_empty() {
                faults.extend(seat(network, host, statement));
            }
        }
        Says::Placement { by: Some(slug), .. } | Says::Council { organisation: slug, .. } => {
            faults.extend(organisation(slug));
        }
        Says::Agreement { with, .. } => faults.extend(with.iter().filter_map(|s| organisation(s))),
        Says::Predecessor { centre: slug } => {
            faults.extend(predecessor(network, centre, slug, row));
        }
        _ => {}
    }
    faults
}

fn predecessor(network: &Network, centre: &Centre, slug: &str, row: &str) -> Option<Fault> {
    let Some(before) = network.centre(slug) else {
        return Some(Fault::new(format!("the centre {slug:?} is not known"), vec![row.to_owned()]));
    };
    // By its latest day: what is only roughly known may just fit.
    let last_start = centre.valid.from().map(PartialDate::last_day);
    let (start, begun) = (last_start?, before.valid.first_day()?);
    (begun > start).then(|| {
        let other = before.statements.first().map(Statement::told).unwrap_or_default();
        let rule = format!("{slug} began after {}, which is said to come of it", centre.slug);
        Fault::new(rule, vec![row.to_owned(), other])
    })
}
