//! Publications: guidelines, guides and reports with their numbers and dates, read chapter by chapter.

mod facts;
pub mod form;
pub mod metadata;
mod samples;
mod sharing;
mod show;
#[cfg(test)]
mod tests;

use serde_json::json;

use crate::app::MenuEntry;
use crate::i18n::Words as Said;
use crate::items;
use crate::items::SearchText;
use crate::kinds::filters::{CENTRE, THEME, YEAR};
use crate::kinds::{CardFoot, Filter, Headings, Kind, Kinds, Order, Printable};
use crate::library::listing;
use crate::rights::Right;
use crate::room::{Room, Route};

pub use facts::{Facts, Type, is_doi, read};

pub static KIND: Kind = Kind {
    store: items::Kind {
        name: "publication",
        check: facts::check,
        facets: |facts, _| {
            let facts = read(facts);
            let kind = facts.r#type.map(|word| ("type", Type::of(&word).name().to_owned()));
            let year = facts.published.map(|date| ("year", date.year().to_string()));
            kind.into_iter().chain(year).collect()
        },
        card: |facts| json!({ "type": read(facts).r#type }),
        search_text: |facts| search_text(&read(facts)),
        ..items::Kind::PLAIN
    },
    word: "publications-word",
    path: "publikasjoner",
    is_dated: true,
    card_foot: |card, t| {
        let facts: Facts = serde_json::from_value(card.clone()).unwrap_or_default();
        let kind = metadata::said_type(&facts, t);
        CardFoot { tag: None, quiet: kind.map(|kind| Said::name(t.lang, kind, t.lang)) }
    },
    list: Some(Headings {
        heading: "publications-heading",
        lead: "publications-lead",
        count: "publications-count",
    }),
    filters: &[TYPE, THEME, CENTRE, YEAR],
    printable: |shown, t| Printable {
        facts: metadata::on_paper(&shown.content, t),
        ..Printable::default()
    },
    sharing: sharing::SHARING,
    ..Kind::PLAIN
};

const TYPE: Filter = Filter {
    facet: "type",
    parameter: "type",
    heading: "publications-type",
    order: Order::Fixed(Type::NAMES),
    open: true,
    searched: false,
    label: |_, value, t| Type::named(value).map(|kind| t.get(kind.key())),
};

pub const ROOM: Room = Room {
    name: "publications",
    kinds: &[&KIND],
    routes,
    menu: &[MenuEntry {
        path: "publikasjoner",
        label: "web-menu-publications",
        order: 40,
        in_bar: true,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/{lang}/publikasjoner/{slug}", Right::Anybody, show::publication),
        Route::get("/{lang}/publikasjoner/{slug}/{chapter}", Right::Anybody, show::chapter),
        listing::route(&KIND),
    ]
}

fn search_text(facts: &Facts) -> SearchText {
    let mut words = SearchText::default();
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
