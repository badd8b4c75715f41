//! What is said of a centre or an organisation, statement by statement, as the page of its register shows it.

use time::Date;

use super::fields::{KINDS, SEEN, WHAT};
use super::subject::Subject;
use crate::atlas::Teller;
use crate::centres::{self, Centre, CentreFact, Network};
use crate::i18n::{Text, Words};
use crate::organisations::{Organisation, OrganisationFact, Parent};
use crate::statements::{Raw, StatedFact, Statement};
use crate::web::Query;

pub struct SaidRow {
    pub what: Words,
    /// As it was written, in bokmål; empty where the words are ours.
    pub text: String,
    pub own: Option<Words>,
    pub when: String,
    pub source: String,
    pub reference: Option<String>,
    pub note: Option<String>,
    pub is_disputed: bool,
    pub is_example: bool,
    /// Where it is changed.
    pub href: String,
}

/// Where a statement that is there is changed.
fn href<S: StatedFact>(path: &str, statement: &Statement<S>) -> String {
    let raw = statement.raw();
    let asked = Query::default().and(WHAT, &raw.what).and(SEEN, &centres::mark(&raw));
    format!("{path}/utsagn{asked}")
}

pub fn of_centre(
    network: &Network,
    t: Text,
    today: Date,
    path: &str,
    centre: &Centre,
) -> Vec<SaidRow> {
    let teller = Teller::new(network, t, today, "");
    let row = |statement: &Statement<CentreFact>| {
        let view = teller.statement(statement, centres::disputed(centre, statement, today));
        let mut text: Vec<String> = view.names.iter().map(|named| named.name.clone()).collect();
        let is_own = matches!(statement.fact, CentreFact::Exists(_));
        if !is_own && !view.text.as_str().is_empty() {
            text.push(view.text.as_str().to_owned());
        }
        if let CentreFact::Contact { email, .. } = &statement.fact {
            text.push(email.clone());
        }
        SaidRow {
            what: view.what,
            text: text.join(", "),
            own: is_own.then_some(view.text),
            when: view.when,
            source: statement.source.title.clone(),
            reference: statement.source.reference.clone(),
            note: statement.note.clone(),
            is_disputed: view.disputed,
            is_example: view.example,
            href: href(path, statement),
        }
    };
    centre.statements.iter().map(row).collect()
}

/// A statement of one of them in few words, as it would be told now, without the address of a contact.
pub fn in_words(subject: &Subject, t: Text, raw: &Raw) -> Option<String> {
    let (network, today) = (&subject.network, subject.today);
    let (what, said, when) = if subject.is_centre() {
        let statement = Statement::<CentreFact>::read(raw).ok()?;
        let view = Teller::new(network, t, today, "").statement(&statement, false);
        let mut said: Vec<String> = view.names.into_iter().map(|named| named.name).collect();
        said.push(view.text.as_str().to_owned());
        (view.what, said, view.when)
    } else {
        let statement = Statement::<OrganisationFact>::read(raw).ok()?;
        let (key, text, own) = told(network, t, today, &statement);
        let own = own.map(|own| own.as_str().to_owned()).unwrap_or_default();
        (t.get(key), vec![text, own], t.span(&statement.valid))
    };
    let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
    let when = if when.is_empty() { when } else { format!(" ({when})") };
    Some(format!("{}: {}{when}", what.as_str(), said.join(", ")))
}

pub fn of_organisation(
    network: &Network,
    t: Text,
    today: Date,
    path: &str,
    organisation: &Organisation,
) -> Vec<SaidRow> {
    let row = |statement: &Statement<OrganisationFact>| {
        let (key, text, own) = told(network, t, today, statement);
        SaidRow {
            what: t.get(key),
            text,
            own,
            when: t.span(&statement.valid),
            source: statement.source.title.clone(),
            reference: statement.source.reference.clone(),
            note: statement.note.clone(),
            is_disputed: false,
            is_example: statement.example,
            href: href(path, statement),
        }
    };
    organisation.statements.iter().map(row).collect()
}

/// The words for what it is, what was written, and what is said in words of our own.
fn told(
    network: &Network,
    t: Text,
    today: Date,
    statement: &Statement<OrganisationFact>,
) -> (&'static str, String, Option<Words>) {
    let place = |code: &str| {
        let name = network.places.newest(code).map_or("", |newest| newest.name.as_str());
        format!("{name} ({code})")
    };
    let named = |slug: &str| network.organisations.name_on(slug, today).to_owned();
    match &statement.fact {
        OrganisationFact::Exists(kind) => {
            let key = KINDS.iter().find(|(name, _)| *name == kind.name());
            let own = key.map(|(_, key)| t.get(key));
            ("atlas-what-exists", String::new(), own)
        }
        OrganisationFact::Name(name) => ("atlas-what-name", name.clone(), None),
        OrganisationFact::Number(number) => {
            ("register-what-number", number.as_str().to_owned(), None)
        }
        OrganisationFact::Seat(code) => ("register-what-seat", place(code), None),
        OrganisationFact::PartOf(Parent::Organisation(slug)) => {
            ("register-what-part-of", named(slug), None)
        }
        OrganisationFact::PartOf(Parent::Municipality(code)) => {
            ("register-what-part-of", place(code), None)
        }
        OrganisationFact::Predecessor(slug) => ("atlas-what-predecessor", named(slug), None),
    }
}
