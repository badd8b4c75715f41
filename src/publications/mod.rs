//! Publications: guidelines, guides and reports with their numbers and dates, read chapter by chapter.

mod facts;
pub mod metadata;
mod sharing;
mod show;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
use serde_json::json;

use crate::app::App;
use crate::i18n::Words as Said;
use crate::library::registers::{CENTRE, THEME, YEAR};
use crate::library::{Filter, Headings, Kind, Order, Says, Told, Words, listing};

pub use facts::{Facts, Type, is_doi, read};

pub const KIND: Kind = Kind {
    name: "publication",
    word: "publications-word",
    path: "publikasjoner",
    check: facts::check,
    facets: |facts, _| {
        let facts = read(facts);
        let kind = facts.r#type.map(|word| ("type", Type::of(&word).name().to_owned()));
        let year = facts.published.map(|date| ("year", date.year().to_string()));
        kind.into_iter().chain(year).collect()
    },
    card: |facts| json!({ "type": read(facts).r#type }),
    is_dated: true,
    says: |card, t| {
        let facts: Facts = serde_json::from_value(card.clone()).unwrap_or_default();
        let kind = metadata::said_type(&facts, t);
        Says { tag: None, quiet: kind.map(|kind| Said::name(t.lang, kind, t.lang)) }
    },
    list: Some(Headings {
        heading: "publications-heading",
        lead: "publications-lead",
        count: "publications-count",
    }),
    filters: &[TYPE, THEME, CENTRE, YEAR],
    words: |facts| words(&read(facts)),
    told: |shown, t| Told { facts: metadata::on_paper(&shown.content, t), ..Told::default() },
    sharing: sharing::SHARING,
    ..Kind::PLAIN
};

const TYPE: Filter = Filter {
    facet: "type",
    parameter: "type",
    heading: "publications-type",
    order: Order::Fixed(Type::NAMES),
    open: true,
    label: |_, value, t| Type::named(value).map(|kind| t.get(kind.key())),
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/publikasjoner/{slug}", get(show::publication))
        .route("/{lang}/publikasjoner/{slug}/{chapter}", get(show::chapter))
        .merge(listing::routes(&KIND))
}

fn words(facts: &Facts) -> Words {
    let mut words = Words::default();
    let numbers = [
        &facts.title_nb,
        &facts.title_en,
        &facts.series_number,
        &facts.isbn,
        &facts.issn,
        &facts.doi,
    ];
    for line in numbers.into_iter().flatten() {
        words.line(line);
    }
    words.organisations = facts.publishers.join("\n");
    words
}
