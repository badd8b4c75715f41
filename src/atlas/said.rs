//! Statements in words: what is said, when, and by whom.

use time::Date;

use crate::centres::{Area, Centre, Host, Network, Says};
use crate::i18n::{Text, Words};
use crate::statements::Statement;

/// A name that may lead somewhere.
#[derive(Clone, Debug)]
pub struct Named {
    pub name: String,
    pub href: Option<String>,
    /// What it is called now, where that is something else.
    pub now: Option<String>,
}

/// One statement, ready to be read.
#[derive(Clone, Debug)]
pub struct Said {
    pub what: Words,
    pub names: Vec<Named>,
    /// What is said in the words of the source's register: always in bokmål or as it was written.
    pub text: String,
    pub url: Option<String>,
    pub when: String,
    pub source: String,
    pub reference: Option<String>,
    pub note: Option<String>,
    pub example: bool,
    /// Another source says otherwise of the same days.
    pub disputed: bool,
}

/// Says things of one network on one day.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub network: &'a Network,
    pub t: Text,
    pub day: Date,
    pub suffix: &'a str,
}

impl Teller<'_> {
    fn href(&self, noun: &str, key: &str) -> String {
        format!("/{}/{noun}/{key}{}", self.t.lang.code(), self.suffix)
    }

    pub fn county(&self, code: &str) -> Named {
        let name = self.network.places.counties().name(code).to_owned();
        Named { name, href: Some(self.href("fylker", code)), now: None }
    }

    pub fn host(&self, host: &Host, statement: &Statement<Says>) -> Named {
        let now = self.network.host_now(host, statement.valid, self.day);
        Named {
            name: self.network.host_name(host, statement.valid),
            href: Some(self.href("kommuner", &host.municipality)),
            now: now.map(|now| now.name.clone()),
        }
    }

    pub fn centre(&self, centre: &Centre) -> Named {
        Named {
            name: centre.short_on(self.day).to_owned(),
            href: Some(self.href("sentre", &centre.slug)),
            now: None,
        }
    }

    fn organisation(&self, slug: &str) -> Named {
        let name = self.network.organisations.name_on(slug, self.day).to_owned();
        Named { name, href: None, now: None }
    }

    fn municipality(&self, code: &str) -> Named {
        let places = &self.network.places;
        let found = places.municipality(code, self.day).or_else(|| places.newest(code));
        let name = found.map_or(code, |municipality| &municipality.name).to_owned();
        Named { name, href: Some(self.href("kommuner", code)), now: None }
    }

    /// Whom an area is.
    pub fn area(&self, area: &Area) -> (Vec<Named>, String) {
        match area {
            Area::County(code) => (vec![self.county(code)], String::new()),
            Area::Municipalities(codes) => {
                (codes.iter().map(|code| self.municipality(code)).collect(), String::new())
            }
            Area::Of(slug, codes) => {
                let its = codes.iter().map(|code| self.municipality(code));
                ([self.organisation(slug)].into_iter().chain(its).collect(), String::new())
            }
            Area::Population(text, county) => {
                (county.iter().map(|code| self.county(code)).collect(), text.clone())
            }
        }
    }

    /// A statement of `centre`; `disputed` are those that sources disagree about.
    pub fn say(&self, statement: &Statement<Says>, disputed: bool) -> Said {
        let t = self.t;
        let key = match &statement.says {
            Says::Exists(_) => "atlas-what-exists",
            Says::Name { .. } => "atlas-what-name",
            Says::Area(_) => "atlas-what-area",
            Says::Host(_) => "atlas-what-host",
            Says::Satellite(_) => "atlas-what-satellite",
            Says::Contact { .. } => "atlas-what-contact",
            Says::Mandate { .. } => "atlas-what-mandate",
            Says::Priority { .. } => "atlas-what-priority",
            Says::Region { .. } => "atlas-what-region",
            Says::Responsible { .. } => "atlas-what-responsible",
            Says::Anchoring { .. } => "atlas-what-anchoring",
            Says::Placement { .. } => "atlas-what-placement",
            Says::Predecessor { .. } => "atlas-what-predecessor",
            Says::Agreement { .. } => "atlas-what-agreement",
            Says::Council { .. } => "atlas-what-council",
            Says::Meeting { .. } => "atlas-what-meeting",
        };
        let (names, text, url) = self.content(statement);
        let when = match &statement.says {
            Says::Meeting { date, .. } => t.date(*date),
            _ => t.span(&statement.valid),
        };
        Said {
            what: t.get(key),
            names,
            text,
            url,
            when,
            source: statement.source.title.clone(),
            reference: statement.source.reference.clone(),
            note: statement.note.clone(),
            example: statement.example,
            disputed,
        }
    }

    fn content(&self, statement: &Statement<Says>) -> (Vec<Named>, String, Option<String>) {
        let text = |text: &str| (Vec::new(), text.to_owned(), None);
        match &statement.says {
            Says::Exists(kind) => text(&self.t.plain(kind.one_key())),
            Says::Name { name, .. } => text(name),
            Says::Area(area) => {
                let (names, text) = self.area(area);
                (names, text, None)
            }
            Says::Host(host) | Says::Satellite(host) => {
                (vec![self.host(host, statement)], String::new(), None)
            }
            Says::Contact { role, .. } | Says::Responsible { role } => text(role),
            Says::Mandate { text, url } => (Vec::new(), text.clone(), url.clone()),
            Says::Priority { text: told } | Says::Region { text: told } => text(told),
            Says::Anchoring { body } => text(body),
            Says::Placement { text, by } => {
                let by = by.iter().map(|slug| self.organisation(slug)).collect();
                (by, text.clone(), None)
            }
            Says::Predecessor { centre } => match self.network.centre(centre) {
                Some(centre) => (vec![self.centre(centre)], String::new(), None),
                None => text(centre),
            },
            Says::Agreement { with, about, url } => {
                let with = with.iter().map(|slug| self.organisation(slug)).collect();
                (with, about.clone(), url.clone())
            }
            Says::Council { organisation, role } => {
                (vec![self.organisation(organisation)], role.clone(), None)
            }
            Says::Meeting { about, url, .. } => (Vec::new(), about.clone(), url.clone()),
        }
    }
}
