//! All organisations that statements tell of, checked against each other and the places.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;
use uuid::Uuid;

use super::{Kind, OrganisationFact, Parent, StatedOrganisations};
use crate::dates::Span;
use crate::places::{Municipality, Places};
use crate::statements::{
    self, Edges, Faults, Statement, StatementFault, one_at_a_time, rings, same_twice,
};

#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its own for ever, whatever it is called.
    pub id: Uuid,
    pub slug: String,
    pub kind: Kind,
    pub valid: Span,
    pub statements: Vec<Statement<OrganisationFact>>,
}

impl Organisation {
    /// Was it there that day, by any source?
    pub fn is_on(&self, day: Date) -> bool {
        self.exists().any(|span| span.contains(day))
    }

    /// The last day that it was, of one that is over whichever day its roughly known end was.
    pub fn last_day(&self, today: Date) -> Option<Date> {
        if !self.exists().all(|span| span.is_surely_over(today)) {
            return None;
        }
        self.exists().filter_map(Span::end).max().and_then(Date::previous_day)
    }

    fn exists(&self) -> impl Iterator<Item = Span> {
        let exists =
            |s: &&Statement<OrganisationFact>| matches!(s.fact, OrganisationFact::Exists(_));
        self.statements.iter().filter(exists).map(|s| s.valid)
    }

    /// What it was called that day; what it was called last, or first, on a day it was not.
    pub fn name_on(&self, day: Date) -> &str {
        let mut names = self.statements.iter().filter_map(|s| match &s.fact {
            OrganisationFact::Name(name) => Some((s.valid, name.as_str())),
            _ => None,
        });
        let then = names.clone().find(|(valid, _)| valid.contains(day));
        then.or_else(|| names.next_back()).map_or(&self.slug, |(_, name)| name)
    }

    pub fn number(&self) -> Option<norsk::OrganisationNumber> {
        self.statements.iter().find_map(|s| match s.fact {
            OrganisationFact::Number(number) => Some(number),
            _ => None,
        })
    }

    /// The municipality it was in that day, with the statement that says so.
    pub fn seat_said(&self, day: Date) -> Option<(&str, &Statement<OrganisationFact>)> {
        self.statements.iter().filter(|s| s.valid.contains(day)).find_map(|s| match &s.fact {
            OrganisationFact::Seat(code) => Some((code.as_str(), s)),
            _ => None,
        })
    }

    /// The municipality it was in that day.
    pub fn seat_on(&self, day: Date) -> Option<&str> {
        self.seat_said(day).map(|(code, _)| code)
    }

    /// What the municipality where it has its seat that day is then.
    pub fn seated_in<'p>(&self, places: &'p Places, day: Date) -> Option<&'p Municipality> {
        let (code, said) = self.seat_said(day)?;
        places.became_on(code, said.valid, day)
    }

    /// The organisation that it was a part of that day.
    pub fn part_of_on(&self, day: Date) -> Option<&str> {
        self.wholes_on(day).next()
    }

    /// The organisations that it was a part of that day, by any source.
    fn wholes_on(&self, day: Date) -> impl Iterator<Item = &str> {
        self.statements.iter().filter(move |s| s.valid.contains(day)).filter_map(|s| {
            match &s.fact {
                OrganisationFact::PartOf(Parent::Organisation(slug)) => Some(slug.as_str()),
                _ => None,
            }
        })
    }

    /// The municipality it was a part of that day, with the statement that says so.
    pub fn municipality_said(&self, day: Date) -> Option<(&str, &Statement<OrganisationFact>)> {
        self.statements.iter().filter(|s| s.valid.contains(day)).find_map(|s| match &s.fact {
            OrganisationFact::PartOf(Parent::Municipality(code)) => Some((code.as_str(), s)),
            _ => None,
        })
    }

    pub fn predecessors(&self) -> impl Iterator<Item = (&str, &Statement<OrganisationFact>)> {
        self.statements.iter().filter_map(|s| match &s.fact {
            OrganisationFact::Predecessor(slug) => Some((slug.as_str(), s)),
            _ => None,
        })
    }
}

/// The municipality that an organisation is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InMunicipality<'a> {
    /// As the source has it, when its statement begins.
    pub code: &'a str,
    /// What that is on the day; none where it has been split, and nobody says which part it is in.
    pub now: Option<&'a Municipality>,
}

/// By slug.
#[derive(Clone, Debug, Default)]
pub struct Organisations(BTreeMap<String, Organisation>);

impl Organisations {
    /// Reads what is said; what breaks a rule is told, and left out.
    pub fn read(places: &Places, said: &StatedOrganisations) -> (Self, Faults) {
        let (mut all, mut faults) = (BTreeMap::new(), Vec::new());
        for (slug, (id, raws)) in said {
            let read = statements::read_all::<OrganisationFact>(raws);
            match read.and_then(|said| organisation(*id, slug, said)) {
                Ok(organisation) => {
                    all.insert(slug.clone(), organisation);
                }
                Err(why) => faults.extend(why),
            }
        }
        let all = Self(all);
        for organisation in all.0.values() {
            faults.extend(all.check(organisation, places));
        }
        faults.extend(all.rings());
        (all, faults)
    }

    pub fn get(&self, slug: &str) -> Option<&Organisation> {
        self.0.get(slug)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Organisation> {
        self.0.values()
    }

    /// The name on a day, or the slug of one that is not known.
    pub fn name_on<'a>(&'a self, slug: &'a str, day: Date) -> &'a str {
        self.get(slug).map_or(slug, |organisation| organisation.name_on(day))
    }

    /// The municipality that an organisation is a part of on a day: itself, or through what it is a
    /// part of. An organisation that is a municipality is the one where it has its seat.
    pub fn municipality_of<'a>(
        &'a self,
        organisation: &'a Organisation,
        places: &'a Places,
        day: Date,
    ) -> Option<InMunicipality<'a>> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut next = vec![organisation];
        while let Some(at) = next.pop() {
            if !seen.insert(&at.slug) {
                continue;
            }
            let is_whole = at.kind == Kind::Municipality && at.slug != organisation.slug;
            let seat = || at.seat_said(day).filter(|_| is_whole);
            if let Some((code, said)) = at.municipality_said(day).or_else(seat) {
                return Some(InMunicipality { code, now: places.became_on(code, said.valid, day) });
            }
            next.extend(at.wholes_on(day).filter_map(|slug| self.get(slug)));
        }
        None
    }

    /// The organisations that were a part of the municipality that day, themselves or through others.
    pub fn parts_of(&self, code: &str, places: &Places, day: Date) -> Vec<&Organisation> {
        let is_part = |organisation: &&Organisation| {
            let of = self.municipality_of(organisation, places, day);
            of.and_then(|of| of.now).is_some_and(|now| now.code == code)
        };
        self.iter().filter(|o| o.valid.contains(day)).filter(is_part).collect()
    }

    /// Refuses what leads to nobody, or to one that was not there at any time the statement holds.
    pub fn check_reference(
        &self,
        slug: &str,
        valid: Span,
        row: &str,
    ) -> Result<(), StatementFault> {
        let Some(organisation) = self.get(slug) else {
            let rule = format!("the organisation {slug:?} is not known");
            return Err(StatementFault::new(rule, vec![row.to_owned()]).said("statements-unknown"));
        };
        let begins = valid.from().map(|from| (from.first_day(), from.last_day()));
        let was = begins.is_none_or(|(first, last)| {
            organisation.valid.contains(first) || organisation.valid.contains(last)
        });
        if was {
            return Ok(());
        }
        let other = organisation.statements.first().map(Statement::describe).unwrap_or_default();
        let rule = format!("{slug} did not exist then: it was {}", organisation.valid);
        Err(StatementFault::new(rule, vec![row.to_owned(), other]).said("statements-not-then"))
    }

    fn check(&self, organisation: &Organisation, places: &Places) -> Faults {
        let of = |is: fn(&OrganisationFact) -> bool| {
            organisation.statements.iter().filter(move |statement| is(&statement.fact))
        };
        let mut faults = one_at_a_time(
            "an organisation is one thing at a time",
            of(|fact| matches!(fact, OrganisationFact::Exists(_))),
        );
        faults.extend(one_at_a_time(
            "an organisation has one name at a time",
            of(|fact| matches!(fact, OrganisationFact::Name(_))),
        ));
        faults.extend(one_at_a_time(
            "an organisation has one number at a time",
            of(|fact| matches!(fact, OrganisationFact::Number(_))),
        ));
        faults.extend(one_at_a_time(
            "an organisation is a part of one municipality at a time",
            of(|fact| matches!(fact, OrganisationFact::PartOf(Parent::Municipality(_)))),
        ));
        faults.extend(same_twice(organisation.statements.iter()));
        for statement in &organisation.statements {
            let fault = match &statement.fact {
                OrganisationFact::PartOf(Parent::Municipality(_))
                    if organisation.kind == Kind::Municipality =>
                {
                    let rule = "a municipality is no part of a municipality";
                    let fault = StatementFault::new(rule, vec![statement.describe()]);
                    Err(fault.said("statements-municipality-part"))
                }
                OrganisationFact::Seat(code)
                | OrganisationFact::PartOf(Parent::Municipality(code)) => {
                    places.check_code(code, statement.valid, &statement.describe())
                }
                OrganisationFact::PartOf(Parent::Organisation(slug)) => {
                    self.check_reference(slug, statement.valid, &statement.describe())
                }
                OrganisationFact::Predecessor(slug) => {
                    self.check_reference(slug, Span::default(), &statement.describe())
                }
                _ => Ok(()),
            };
            faults.extend(fault.err());
        }
        faults
    }

    /// Nobody comes of itself, and nobody is a part of its own parts.
    fn rings(&self) -> Faults {
        let edges = |part: bool| {
            let mut edges = Edges::new();
            for organisation in self.0.values() {
                let leads = organisation.statements.iter().filter_map(|s| match &s.fact {
                    OrganisationFact::PartOf(Parent::Organisation(slug)) if part => {
                        Some((slug.clone(), s.describe()))
                    }
                    OrganisationFact::Predecessor(slug) if !part => {
                        Some((slug.clone(), s.describe()))
                    }
                    _ => None,
                });
                edges.insert(organisation.slug.clone(), leads.collect());
            }
            edges
        };
        let mut faults = rings(&edges(true), "nothing can be a part of its own part");
        faults.extend(rings(&edges(false), "nothing can come of itself: the succession is a ring"));
        faults
    }
}

fn organisation(
    id: Uuid,
    slug: &str,
    statements: Vec<Statement<OrganisationFact>>,
) -> Result<Organisation, Faults> {
    let exists = statements.iter().find_map(|s| match s.fact {
        OrganisationFact::Exists(kind) => Some((kind, s.valid)),
        _ => None,
    });
    let Some((kind, valid)) = exists else {
        let rule = format!("{slug}: a statement `exists` must say what it is");
        let rows = statements.iter().map(Statement::describe).take(1).collect();
        return Err(vec![StatementFault::new(rule, rows).said("statements-no-kind")]);
    };
    Ok(Organisation { id, slug: slug.to_owned(), kind, valid, statements })
}
