//! Statements in words: what is said, when, and by whom.

use time::Date;

use crate::centres::{Area, Centre, CentreFact, Host, Network, Party};
use crate::i18n::{Lang, Text, Words};
use crate::places::Municipality;
use crate::statements::{File, Source, Statement};

/// A name that may lead somewhere.
#[derive(Clone, Debug)]
pub struct Named {
    pub name: String,
    pub href: Option<String>,
    /// What it is called on the day that is told of, in words, where that is something else.
    pub now: Option<Words>,
}

/// Statements of one source, which is told once.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// In bokmål, or as it was written.
    pub source: Words,
    /// Its address, where the reference is one.
    pub href: Option<String>,
    /// The file of it that is kept.
    pub file: Option<String>,
    pub said: Vec<StatementView>,
}

/// A statement about a centre as a page shows it: every part in words.
#[derive(Clone, Debug)]
pub struct StatementView {
    pub what: Words,
    pub names: Vec<Named>,
    /// What is said: in bokmål or as it was written, but for what is one of our own words.
    pub text: Words,
    pub url: Option<String>,
    /// The file to take home, where we have it.
    pub file: Option<Home>,
    pub when: String,
    pub source: Words,
    pub note: Option<Words>,
    pub example: bool,
    /// Another source says otherwise of the same days.
    pub disputed: bool,
}

/// A file that is kept here, ready to be taken home.
#[derive(Clone, Debug)]
pub struct Home {
    pub href: String,
    /// «Avtalen», «Referatet».
    pub name: Words,
    /// `PDF, 33 kB`.
    pub about: String,
}

/// Where a file that a statement points at is fetched.
pub fn file_address(file: &File) -> String {
    format!("/filer/{}/{}", file.id, file.name)
}

/// Says things of one network on one day.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub network: &'a Network,
    pub t: Text,
    /// The day that is told of.
    pub day: Date,
    /// The day that links lead to: another, when what is told of was not there then.
    pub asked: Date,
    pub suffix: &'a str,
}

impl<'a> Teller<'a> {
    pub fn new(network: &'a Network, t: Text, day: Date, suffix: &'a str) -> Self {
        Self { network, t, day, asked: day, suffix }
    }
}

impl Teller<'_> {
    fn href(&self, noun: &str, key: &str) -> String {
        format!("/{}/{noun}/{key}{}", self.t.lang.code(), self.suffix)
    }

    /// What something is called on a day: «nå Innlandet» only where that day is today.
    fn called(&self, name: &str, day: Date) -> Words {
        // Links of today's page keep no day.
        let is_today = self.suffix.is_empty() && day == self.asked;
        let key = if is_today { "atlas-now" } else { "atlas-now-then" };
        self.t.with(key, "name", name)
    }

    pub fn county(&self, code: &str) -> Named {
        let name = self.network.places.counties().name(code).to_owned();
        Named { name, href: Some(self.href("fylker", code)), now: None }
    }

    /// A county that a source names, with the page of what it is that day.
    fn county_then(&self, code: &str) -> Named {
        let counties = self.network.places.counties();
        let [now] = self.network.counties_on(code, self.day)[..] else { return self.county(code) };
        let (name, called) = (counties.name(code), counties.name(now));
        let now_called = (called != name).then(|| self.called(called, self.day));
        Named { name: name.to_owned(), href: Some(self.href("fylker", now)), now: now_called }
    }

    /// Whom a centre is for that day, each told once.
    pub fn whom(&self, centre: &Centre) -> Vec<Named> {
        let mut all: Vec<Named> = Vec::new();
        for (area, statement) in centre.areas().filter(|(_, s)| s.valid.contains(self.day)) {
            let its = match area {
                Area::County(code) => vec![self.county_then(code)],
                Area::Municipalities(codes) => {
                    codes.iter().map(|code| self.municipality(code, statement)).collect()
                }
                Area::Of { organisation, .. } => vec![self.organisation(organisation)],
                Area::Population(text, _) => {
                    vec![Named { name: text.clone(), href: None, now: None }]
                }
            };
            all.extend(its);
        }
        let mut told = std::collections::BTreeSet::new();
        all.retain(|named| told.insert(named.name.clone()));
        all
    }

    pub fn place(&self, municipality: &Municipality) -> Named {
        let href = Some(self.href("kommuner", &municipality.code));
        Named { name: municipality.name.clone(), href, now: None }
    }

    pub fn host(&self, host: &Host, statement: &Statement<CentreFact>) -> Named {
        let (network, valid) = (self.network, statement.valid);
        let there = network.host_on(host, valid, self.asked);
        let code = there.map_or(host.municipality.as_str(), |there| &there.code);
        let now = network.host_now(host, valid, self.asked);
        Named {
            name: network.host_name(host, valid),
            href: Some(self.href("kommuner", code)),
            now: now.map(|now| self.called(&now.name, self.asked)),
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

    /// Whoever an agreement is made with.
    fn party(&self, party: &str, statement: &Statement<CentreFact>) -> Named {
        match self.network.party(party) {
            Party::Municipality(_) => self.municipality(party, statement),
            Party::Centre(centre) => self.centre(centre),
            Party::Organisation => self.organisation(party),
        }
    }

    fn municipality(&self, code: &str, statement: &Statement<CentreFact>) -> Named {
        let host = Host { municipality: code.to_owned(), organisation: None };
        self.host(&host, statement)
    }

    /// What was written by others: in bokmål, whatever the language of the page.
    pub fn theirs(&self, text: impl Into<String>) -> Words {
        Words::name(self.t.lang, text, Lang::Nb)
    }

    /// Whom an area is.
    fn area(&self, area: &Area, statement: &Statement<CentreFact>) -> (Vec<Named>, Words) {
        let none = self.theirs("");
        let all = |codes: &[String]| -> Vec<Named> {
            codes.iter().map(|code| self.municipality(code, statement)).collect()
        };
        match area {
            Area::County(code) => (vec![self.county(code)], none),
            Area::Municipalities(codes) => (all(codes), none),
            Area::Of { organisation, municipalities, .. } => {
                let its = all(municipalities);
                ([self.organisation(organisation)].into_iter().chain(its).collect(), none)
            }
            Area::Population(text, county) => {
                (county.iter().map(|code| self.county(code)).collect(), self.theirs(text))
            }
        }
    }

    /// Statements by their sources: the newest source first, told once.
    pub fn by_source<'s>(
        &self,
        all: impl Iterator<Item = (&'s Statement<CentreFact>, bool)>,
    ) -> Vec<HistoryRow> {
        let mut told: Vec<(&Source, HistoryRow)> = Vec::new();
        for (statement, disputed) in all {
            let said = self.statement(statement, disputed);
            let source = &statement.source;
            if let Some((_, known)) = told.iter_mut().find(|(known, _)| *known == source) {
                known.said.push(said);
                continue;
            }
            let reference = source.reference.clone();
            let is_web =
                |text: &String| text.starts_with("https://") || text.starts_with("http://");
            let new = HistoryRow {
                source: self.theirs(&source.title),
                href: reference.clone().filter(is_web),
                file: reference.filter(|text| !is_web(text)),
                said: vec![said],
            };
            told.push((source, new));
        }
        told.sort_by_key(|(source, _)| std::cmp::Reverse(source.year()));
        told.into_iter().map(|(_, told)| told).collect()
    }

    /// A statement of `centre`; `disputed` are those that sources disagree about.
    pub fn statement(&self, statement: &Statement<CentreFact>, disputed: bool) -> StatementView {
        let t = self.t;
        let key = match &statement.fact {
            CentreFact::Exists(_) => "atlas-what-exists",
            CentreFact::Name { .. } => "atlas-what-name",
            CentreFact::Area(_) => "atlas-what-area",
            CentreFact::Host(_) => "atlas-what-host",
            CentreFact::Satellite(_) => "atlas-what-satellite",
            CentreFact::Contact { .. } => "atlas-what-contact",
            CentreFact::Mandate { .. } => "atlas-what-mandate",
            CentreFact::Priority { .. } => "atlas-what-priority",
            CentreFact::Region { .. } => "atlas-what-region",
            CentreFact::Responsible { .. } => "atlas-what-responsible",
            CentreFact::Anchoring { .. } => "atlas-what-anchoring",
            CentreFact::Placement { .. } => "atlas-what-placement",
            CentreFact::Predecessor { .. } => "atlas-what-predecessor",
            CentreFact::Agreement { .. } => "atlas-what-agreement",
            CentreFact::Council { .. } => "atlas-what-council",
            CentreFact::Meeting { .. } => "atlas-what-meeting",
        };
        let (names, text) = self.content(statement);
        let paper = statement.fact.paper();
        let when = match &statement.fact {
            CentreFact::Meeting { date, .. } => t.date(*date),
            _ => t.span(&statement.valid),
        };
        StatementView {
            what: t.get(key),
            names,
            text,
            url: paper.and_then(|paper| paper.url.clone()),
            file: self.file(&statement.fact),
            when,
            source: self.theirs(&statement.source.title),
            note: statement.note.as_ref().map(|note| self.theirs(note)),
            example: statement.example,
            disputed,
        }
    }

    /// The file that a statement points at.
    fn file(&self, fact: &CentreFact) -> Option<Home> {
        let file = self.network.file(fact.paper()?.file?)?;
        let t = self.t;
        let name = match fact {
            CentreFact::Mandate { .. } => t.get("atlas-file-mandate"),
            CentreFact::Agreement { .. } => t.get("atlas-file-agreement"),
            CentreFact::Meeting { date, .. } => t.with("atlas-file-minutes", "date", t.date(*date)),
            _ => return None,
        };
        let kind = crate::files::short_name(&file.media_type);
        let size = t.size(u64::try_from(file.size).unwrap_or_default());
        Some(Home { href: file_address(file), name, about: format!("{kind}, {size}") })
    }

    fn content(&self, statement: &Statement<CentreFact>) -> (Vec<Named>, Words) {
        let text = |text: &str| (Vec::new(), self.theirs(text));
        let none = self.theirs("");
        match &statement.fact {
            CentreFact::Exists(kind) => (Vec::new(), self.t.get(kind.one_key())),
            CentreFact::Name { name, .. } => text(name),
            CentreFact::Area(area) => self.area(area, statement),
            CentreFact::Host(host) | CentreFact::Satellite(host) => {
                (vec![self.host(host, statement)], none)
            }
            CentreFact::Contact { role, .. } | CentreFact::Responsible { role } => text(role),
            CentreFact::Mandate { text: told, .. }
            | CentreFact::Priority { text: told }
            | CentreFact::Region { text: told } => text(told),
            CentreFact::Anchoring { body } => text(body),
            CentreFact::Placement { text, by } => {
                let by = by.iter().map(|slug| self.organisation(slug)).collect();
                (by, self.theirs(text))
            }
            CentreFact::Predecessor { centre } => match self.network.centre(centre) {
                Some(centre) => (vec![self.centre(centre)], none),
                None => text(centre),
            },
            CentreFact::Agreement { with, about, .. } => {
                let with = with.iter().map(|party| self.party(party, statement)).collect();
                (with, self.theirs(about))
            }
            CentreFact::Council { organisation, role } => {
                (vec![self.organisation(organisation)], self.theirs(role))
            }
            CentreFact::Meeting { about, .. } => text(about),
        }
    }
}
