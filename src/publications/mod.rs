//! Publications: guidelines, guides and reports with their numbers and dates, read chapter by chapter.

mod facts;
mod form;
pub mod metadata;
mod samples;
mod sharing;
mod show;
#[cfg(test)]
mod tests;

use crate::app::{InBar, MenuEntry};
use crate::i18n::Words;
use crate::items;
use crate::kinds::filters::{CENTRE, THEME, YEAR};
use crate::kinds::{CardFoot, Filter, Headings, Kind, Kinds, Order, Printable};
use crate::library::listing;
use crate::rights::Right;
use crate::room::{Room, Route};

pub use facts::{Facts, Type, is_doi};

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("publication"),
    word: "publications-word",
    path: "publikasjoner",
    is_dated: true,
    card_foot: |card, t| {
        let kind = metadata::type_label(&card.facts_as(), t);
        CardFoot { tag: None, quiet: kind.map(|kind| Words::name(t.lang, kind, t.lang)) }
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
        in_bar: InBar::Always,
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
