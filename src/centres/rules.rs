//! What must hold for a centre, whoever writes about it: forms and imports get the same answer.

use super::{Area, Centre, Network, Says};
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
    faults
}

/// What is said of a centre must hold on some day that it is there.
fn outside(centre: &Centre, statement: &Statement<Says>) -> Option<Fault> {
    if matches!(statement.says, Says::Predecessor { .. }) || statement.valid.overlaps(centre.valid)
    {
        return None;
    }
    let life = centre.statements.iter().find(|s| matches!(s.says, Says::Exists(_)));
    let life = life.map(Statement::told).unwrap_or_default();
    let rule = format!("{} is not there when this is said to hold", centre.slug);
    Some(Fault::new(rule, vec![statement.told(), life]))
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
        Says::Area(Area::Of(slug, codes)) => {
            faults.extend(organisation(slug));
            faults.extend(codes.iter().filter_map(|c| code(c)));
        }
        Says::Host(host) | Says::Satellite(host) => {
            faults.extend(code(&host.municipality));
            faults.extend(host.organisation.as_deref().and_then(organisation));
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
