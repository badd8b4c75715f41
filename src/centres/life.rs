//! One centre: what has been said of it, and what that comes to on a day.

use std::cmp::Reverse;

use time::Date;
use uuid::Uuid;

use super::{Area, CentreFact, Host, Kind};
use crate::dates::Span;
use crate::statements::{Faults, Source, Statement, StatementFault};

#[derive(Clone, Debug)]
pub struct Centre {
    pub id: Uuid,
    pub slug: String,
    pub kind: Kind,
    /// From its first day by any source to its last.
    pub valid: Span,
    pub statements: Vec<Statement<CentreFact>>,
}

impl Centre {
    pub fn new(
        id: Uuid,
        slug: &str,
        statements: Vec<Statement<CentreFact>>,
    ) -> Result<Self, Faults> {
        let exists: Vec<(Kind, &Statement<CentreFact>)> = statements
            .iter()
            .filter_map(|s| match s.fact {
                CentreFact::Exists(kind) => Some((kind, s)),
                _ => None,
            })
            .collect();
        let Some((kind, first)) = exists.first().copied() else {
            let rule = format!("{slug}: a statement `exists` must say what kind it is");
            let rows = statements.iter().map(Statement::describe).take(1).collect();
            return Err(vec![StatementFault::new(rule, rows).said("statements-no-kind")]);
        };
        if let Some((_, other)) = exists.iter().find(|(other, _)| *other != kind) {
            let rule = "a centre keeps its kind: one of another kind is its successor";
            let rows = vec![first.describe(), other.describe()];
            return Err(vec![StatementFault::new(rule, rows).said("statements-kind-stays")]);
        }
        let spans: Vec<Span> = exists.iter().map(|(_, s)| s.valid).collect();
        let from = spans.iter().map(|span| span.from()).min().flatten();
        let still = spans.iter().any(|span| span.to().is_none());
        let to = if still { None } else { spans.iter().filter_map(|span| span.to()).max() };
        let valid = Span::new(from, to).unwrap_or(first.valid);
        Ok(Self { id, slug: slug.to_owned(), kind, valid, statements })
    }

    /// Was it there that day, by any source?
    pub fn is_on(&self, day: Date) -> bool {
        self.exists().any(|s| s.valid.contains(day))
    }

    /// Has it been, and is no more?
    pub fn is_over(&self, day: Date) -> bool {
        self.valid.end().is_some_and(|end| end <= day)
    }

    /// Was it there whichever day its roughly known beginning was?
    pub fn is_surely_on(&self, day: Date) -> bool {
        self.exists().any(|s| s.surely_on(day))
    }

    /// May it still have been there, if its roughly known end was a late one?
    pub fn may_be_on(&self, day: Date) -> bool {
        self.exists().any(|s| s.valid.may_contain(day))
    }

    fn exists(&self) -> impl Iterator<Item = &Statement<CentreFact>> {
        self.statements.iter().filter(|s| matches!(s.fact, CentreFact::Exists(_)))
    }

    /// The day nearest to `day` on which it was: `day` itself when it was there.
    pub fn nearest(&self, day: Date) -> Date {
        if self.is_on(day) {
            return day;
        }
        let last = self.valid.end().and_then(Date::previous_day);
        match (self.valid.from(), last) {
            (Some(from), last) if day < from.first_day() => {
                last.map_or(from.last_day(), |last| from.last_day().min(last))
            }
            (_, Some(last)) if last < day => last,
            _ => day,
        }
    }

    /// The year of the latest source that tells of what holds that day; what is invented tells nothing.
    pub fn confirmed(&self, day: Date) -> Option<i32> {
        self.on(day).filter(|s| !s.example).filter_map(|s| s.source.year()).max()
    }

    /// What holds that day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Statement<CentreFact>> {
        self.statements.iter().filter(move |s| s.valid.contains(day))
    }

    fn names(&self) -> impl Iterator<Item = (Span, &str, &str)> {
        self.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Name { name, short } => Some((s.valid, name.as_str(), short.as_str())),
            _ => None,
        })
    }

    /// The name of that day: of two, the one that began last. On a day it was not, its last.
    fn named_on(&self, day: Date) -> Option<(&str, &str)> {
        let began = |(valid, ..): &(Span, &str, &str)| valid.first_day();
        let then = self.names().filter(|(valid, ..)| valid.contains(day)).max_by_key(began);
        let named = then.or_else(|| self.names().max_by_key(began));
        named.map(|(_, name, short)| (name, short))
    }

    pub fn name_on(&self, day: Date) -> &str {
        self.named_on(day).map_or(&self.slug, |(name, _)| name)
    }

    pub fn short_on(&self, day: Date) -> &str {
        self.named_on(day).map_or(&self.slug, |(_, short)| short)
    }

    pub fn areas(&self) -> impl Iterator<Item = (&Area, &Statement<CentreFact>)> {
        self.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Area(area) => Some((area, s)),
            _ => None,
        })
    }

    pub fn hosts(&self) -> impl Iterator<Item = (&Host, &Statement<CentreFact>)> {
        self.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Host(host) => Some((host, s)),
            _ => None,
        })
    }

    pub fn satellites(&self) -> impl Iterator<Item = (&Host, &Statement<CentreFact>)> {
        self.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Satellite(host) => Some((host, s)),
            _ => None,
        })
    }

    /// The slugs of the centres it came of.
    pub fn predecessors(&self) -> Vec<&str> {
        let all = self.statements.iter().filter_map(|s| match &s.fact {
            CentreFact::Predecessor { centre } => Some(centre.as_str()),
            _ => None,
        });
        let mut all: Vec<&str> = all.collect();
        all.dedup();
        all
    }

    /// Whom letters go to: role and address. Where sources name more than one, the one that has held for the
    /// shortest time: whoever says a new one and lets the old stand means the new.
    pub fn contact_on(&self, day: Date) -> Option<(&str, &str)> {
        let contacts = self.on(day).filter_map(|s| match &s.fact {
            CentreFact::Contact { role, email } => Some((s.valid.first_day(), role, email)),
            _ => None,
        });
        let newest = contacts.min_by_key(|(first, _, _)| Reverse(*first));
        newest.map(|(_, role, email)| (role.as_str(), email.as_str()))
    }

    /// Every source that says something of it, in the order of what it says.
    pub fn sources(&self) -> Vec<&Source> {
        let mut sources: Vec<&Source> = Vec::new();
        for statement in &self.statements {
            if !sources.contains(&&statement.source) {
                sources.push(&statement.source);
            }
        }
        sources
    }

    /// Is anything of what is said invented?
    pub fn has_examples(&self) -> bool {
        self.statements.iter().any(|statement| statement.example)
    }
}
