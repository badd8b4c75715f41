//! The facts of a publication as properties that a reader can choose among.

use std::collections::BTreeSet;

use super::facts::{Facts, Type};
use crate::dates::PartialDate;
use crate::i18n::{Text, Words};
use crate::items::Content;
use crate::kinds::FactLine;

/// One property of a publication: a stable key, what it is called, and what it says.
#[derive(Clone, Debug)]
pub struct Property {
    pub key: &'static str,
    pub label: Words,
    pub value: String,
    /// Where the value leads: a DOI to its publication.
    pub href: Option<String>,
    /// The publication lists the fact and says nothing.
    pub empty: bool,
}

/// Every fact there is, in the order of the page.
pub fn properties(content: &Content, t: Text) -> Vec<Property> {
    let facts: Facts = content.facts_as();
    let date = |date: Option<PartialDate>| date.map(|date| t.partial(&date));
    let names = |names: &[String]| Some(names.join(", ")).filter(|names| !names.is_empty());
    let (publishers, editors) = (facts.publishers.len().max(1), facts.editors.len().max(1));
    let summary = facts.summary.then(|| t.plain("publications-summary-text"));
    let all: [(&'static str, Words, Option<String>); 17] = [
        ("summary", t.get("publications-summary"), summary),
        ("title_nb", t.get("publications-title-nb"), facts.title_nb.clone()),
        ("title_en", t.get("publications-title-en"), facts.title_en.clone()),
        ("part", t.get("publications-part"), facts.part.clone()),
        ("type", t.get("publications-type"), type_label(&facts, t)),
        ("version", t.get("publications-version"), facts.version.clone()),
        ("status", t.get("publications-status"), facts.status.clone()),
        ("series_number", t.get("publications-series-number"), facts.series_number.clone()),
        ("isbn", t.get("publications-isbn"), facts.isbn.clone()),
        ("issn", t.get("publications-issn"), facts.issn.clone()),
        ("doi", t.get("publications-doi"), facts.doi.clone()),
        ("published", t.get("publications-published"), date(facts.published)),
        ("revised", t.get("publications-revised"), date(facts.revised)),
        ("next_revision", t.get("publications-next-revision"), date(facts.next_revision)),
        ("expires", t.get("publications-expires"), date(facts.expires)),
        (
            "publishers",
            t.with("publications-publishers", "count", publishers),
            names(&facts.publishers),
        ),
        ("editors", t.with("publications-editors", "count", editors), names(&facts.editors)),
    ];
    let property = |(key, label, value): (&'static str, Words, Option<String>)| {
        let href = facts.doi.as_ref().filter(|_| key == "doi");
        let href = href.map(|doi| format!("https://doi.org/{doi}"));
        match value {
            Some(value) => Some(Property { key, label, value, href, empty: false }),
            None if facts.left_empty.iter().any(|name| name == key) => {
                let value = t.plain("publications-left-empty");
                Some(Property { key, label, value, href: None, empty: true })
            }
            None => None,
        }
    };
    all.into_iter().filter_map(property).collect()
}

/// The properties whose keys are chosen, in their order.
pub fn chosen(properties: Vec<Property>, keys: &BTreeSet<String>) -> Vec<Property> {
    properties.into_iter().filter(|property| keys.contains(property.key)).collect()
}

/// The same for paper, where a reader chooses among them.
pub fn on_paper(content: &Content, t: Text) -> Vec<FactLine> {
    let line = |one: Property| FactLine::of(one.key, one.label, [one.value]);
    properties(content, t).into_iter().filter_map(line).collect()
}

/// What the publication is: one of our own words in the reader's language; the publication's own as it stands.
pub fn type_label(facts: &Facts, t: Text) -> Option<String> {
    let word = facts.r#type.as_ref()?;
    Some(Type::named(word).map_or_else(|| word.clone(), |kind| t.plain(kind.key())))
}
