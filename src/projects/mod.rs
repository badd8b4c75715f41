//! Improvement projects: what a centre has tried, and how it went.

mod facts;
mod sharing;
mod show;
#[cfg(test)]
mod tests;
mod told;

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};

use crate::app::App;
use crate::i18n::{Text, Words};
use crate::library::registers::{CENTRE, COUNTY, MUNICIPALITY, THEME, YEAR};
use crate::library::{Filter, Headings, Kind, Order, Says, Sharing, Tag, listing};

pub use facts::{Facts, Leader, Outcome, Period as ProjectPeriod, Sections, Status};

pub const KIND: Kind = Kind {
    name: "project",
    word: "projects-word",
    path: "prosjekter",
    check: facts::check,
    facets: facts::facets,
    card: facts::card,
    list: Some(Headings {
        heading: "projects-heading",
        lead: "projects-lead",
        count: "projects-count",
    }),
    says,
    filters: &[THEME, OUTCOME, STATUS, COUNTY, MUNICIPALITY, CENTRE, YEAR, ORGANISATION],
    told: told::told,
    words: facts::words,
    sharing: Sharing {
        schema: sharing::schema,
        cite: Some(sharing::cite),
        field: sharing::field,
        ..Sharing::PLAIN
    },
    ask: "library-ask",
    guide: Some(facts::guide),
    ..Kind::PLAIN
};

const OUTCOME: Filter = Filter {
    facet: "outcome",
    parameter: "resultat",
    heading: "projects-filter-outcome",
    order: Order::Fixed(&["improved", "no_change", "worse", "unclear", "not_measured"]),
    open: true,
    label: |_, value, t| Outcome::named(value).map(|outcome| t.get(outcome.key())),
};

const STATUS: Filter = Filter {
    facet: "status",
    parameter: "status",
    heading: "projects-filter-status",
    order: Order::Fixed(&["planned", "ongoing", "completed", "stopped"]),
    open: false,
    label: |_, value, t| Status::named(value).map(|status| t.get(status.key())),
};

/// Reached from a partner's name on a project's page; the whole list of names would drown the
/// other filters, so only a chosen one is shown.
const ORGANISATION: Filter = Filter {
    facet: "organisation",
    parameter: "organisasjon",
    heading: "projects-filter-organisation",
    order: Order::ChosenOnly,
    open: false,
    label: |registers, slug, t| {
        let known = registers.organisations.get(slug);
        known.map(|name| Words::name(t.lang, name, t.lang))
    },
};

pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/prosjekter/{slug}", get(show::show)).merge(listing::routes(&KIND))
}

fn says(card: &Value, t: Text) -> Says {
    let text = |name: &str| card.get(name).and_then(Value::as_str);
    let tag = text("outcome").and_then(Outcome::named).map(|outcome| outcome.tag(t));
    let quiet = text("status").and_then(Status::named).map(|status| t.get(status.key()));
    Says { tag, quiet }
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

fn card_of(facts: &Facts) -> Value {
    json!({ "status": facts.status, "outcome": facts.outcome, "period": facts.period })
}
