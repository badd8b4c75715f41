//! Improvement projects: what a centre has tried, and how it went.

mod facts;
mod form;
mod printable;
mod samples;
mod sharing;
mod show;
#[cfg(test)]
mod tests;
mod work;

use crate::app::{InBar, MenuEntry};
use crate::i18n::{Text, Words};
use crate::items::{self, Card};
use crate::kinds::filters::{self, CENTRE, COUNTY, MUNICIPALITY, THEME, YEAR};
use crate::kinds::{CardFoot, Filter, Headings, Kind, Kinds, Order, Sharing, Tag};
use crate::library::listing;
use crate::organisations;
use crate::rights::Right;
use crate::room::{Room, Route};

pub use facts::{Facts, Leader, Outcome, Sections, Status};
pub use work::{DrawnDriver, driver_diagram};

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("project"),
    word: "projects-word",
    path: "prosjekter",
    has_body: false,
    list: Some(Headings {
        heading: "projects-heading",
        lead: "projects-lead",
        count: "projects-count",
    }),
    card_foot,
    filters: &[THEME, OUTCOME, STATUS, COUNTY, MUNICIPALITY, CENTRE, YEAR, ORGANISATION],
    printable: printable::printable,
    sharing: Sharing {
        schema: sharing::schema,
        cite: Some(sharing::cite),
        fact_label: sharing::fact_label,
        ..Sharing::PLAIN
    },
    ask: "library-ask",
    guide: Some(|content, t| facts::guide(content.facts_as(), t)),
    ..Kind::PLAIN
};

const OUTCOME: Filter = Filter {
    facet: "outcome",
    parameter: "resultat",
    heading: "projects-filter-outcome",
    order: Order::Fixed(&["improved", "no_change", "worse", "unclear", "not_measured"]),
    open: true,
    searched: true,
    label: |_, value, t| Outcome::named(value).map(|outcome| t.get(outcome.key())),
};

const STATUS: Filter = Filter {
    facet: "status",
    parameter: "status",
    heading: "projects-filter-status",
    order: Order::Fixed(&[
        "planned",
        "planned_open",
        "ongoing",
        "ongoing_open",
        "completed",
        "stopped",
        "was_planned",
        "was_ongoing",
    ]),
    open: false,
    searched: false,
    label: |_, value, t| facts::standing(value).map(|key| t.get(key)),
};

/// Reached from a partner's name on a project's page; the whole list of names would drown the
/// other filters, so only a chosen one is shown.
const ORGANISATION: Filter = Filter {
    facet: organisations::FACET,
    parameter: filters::ORGANISATION,
    heading: "projects-filter-organisation",
    order: Order::ChosenOnly,
    open: false,
    searched: false,
    label: |registers, slug, t| {
        let known = registers.organisations.get(slug);
        known.map(|name| Words::name(t.lang, name, t.lang))
    },
};

pub const ROOM: Room = Room {
    name: "projects",
    kinds: &[&KIND],
    routes,
    menu: &[MenuEntry {
        path: "prosjekter",
        label: "web-menu-projects",
        order: 10,
        in_bar: InBar::Always,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    let page = Route::get("/{lang}/prosjekter/{slug}", Right::Anybody, show::show);
    // The numbers behind its charts, where the team has made them open.
    let csv = Route::get("/{lang}/prosjekter/{slug}/tall.csv", Right::Anybody, work::csv);
    let json = Route::get("/{lang}/prosjekter/{slug}/tall.json", Right::Anybody, work::json);
    let xlsx = Route::get("/{lang}/prosjekter/{slug}/tall.xlsx", Right::Anybody, work::xlsx);
    vec![page, listing::route(&KIND), csv, json, xlsx]
}

fn card_foot(card: &Card, t: Text) -> CardFoot {
    let facts: Facts = card.facts_as();
    let tag = facts.outcome.map(|outcome| outcome.tag(t));
    CardFoot { tag, quiet: facts.standing(card.day).map(|key| t.get(key)) }
}

impl Outcome {
    pub fn tag(self, t: Text) -> Tag {
        let colour = match self {
            Self::Improved => "success",
            Self::NoChange => "brand1",
            Self::Worse => "danger",
            Self::Unclear | Self::NotMeasured => "neutral",
        };
        Tag { value: self.name().to_owned(), label: t.get(self.key()), colour }
    }
}
