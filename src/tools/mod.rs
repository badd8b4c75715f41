//! Tools: checklists, forms, methods and films that others may take into use as they are.

mod facts;
mod form;
mod samples;
#[cfg(test)]
mod tests;

use crate::app::{InBar, MenuEntry};
use crate::i18n::Text;
use crate::items::{self, Card, Content, Shown};
use crate::kinds::filters::THEME;
use crate::kinds::sharing::{Schema, Sharing};
use crate::kinds::{CardFoot, Filter, Guide, Headings, Kind, Order};
use crate::library::linked::organisation;
use crate::library::offered::{self, AUDIENCE, TIME};
use crate::library::sheet::{self, Sheet};
use crate::room::Room;

use facts::{Facts, Phase, Type};

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("tool"),
    word: "tools-word",
    path: "verktoy",
    card_foot,
    list: Some(Headings { heading: "tools-heading", lead: "tools-lead", count: "tools-count" }),
    filters: &[TYPE, THEME, PHASE, TIME, AUDIENCE],
    guide: Some(|content, t| guide(content.facts_as(), t)),
    printable: |shown, t| page(shown, t).on_paper(),
    sharing: Sharing { schema, fact_label, ..Sharing::PLAIN },
    ..Kind::PLAIN
};

const TYPE: Filter = Filter {
    facet: "type",
    parameter: "type",
    heading: "tools-filter-type",
    order: Order::Fixed(Type::NAMES),
    open: true,
    searched: false,
    label: |_, value, t| Type::named(value).map(|kind| t.get(kind.key())),
};

const PHASE: Filter = Filter {
    facet: "phase",
    parameter: "fase",
    heading: "tools-filter-phase",
    order: Order::Fixed(Phase::NAMES),
    open: true,
    searched: false,
    label: |_, value, t| Phase::named(value).map(|phase| t.get(phase.key())),
};

pub const ROOM: Room = Room {
    name: "tools",
    kinds: &[&KIND],
    routes: |_| sheet::routes(&KIND, page),
    menu: &[MenuEntry {
        path: "verktoy",
        label: "web-menu-tools",
        order: 20,
        in_bar: InBar::Always,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// «Sjekkliste · 15 minutter».
fn card_foot(card: &Card, t: Text) -> CardFoot {
    let facts: Facts = card.facts_as();
    let time = facts.minutes.map(|minutes| offered::duration(minutes, t));
    CardFoot::quietly(facts.r#type.map(|kind| t.get(kind.key())), time, t)
}

fn guide(facts: Facts, t: Text) -> Guide {
    let resources = resources(&facts, t);
    let start = [facts.how_to_start, facts.how_to_use].into_iter().find(|text| !text.is_empty());
    Guide {
        is_use: true,
        how_to_start: start.unwrap_or_default(),
        how_to_sustain: facts.how_to_sustain,
        resources,
        materials: facts.links,
        ..Guide::default()
    }
}

fn resources(facts: &Facts, t: Text) -> Vec<(crate::i18n::Words, String)> {
    let mut resources = Vec::new();
    if let Some(time) = facts.time(t) {
        resources.push((t.get("tools-time"), time));
    }
    if !facts.target_groups.is_empty() {
        let groups = offered::audiences(&facts.target_groups, t).join(", ");
        resources.push((t.get("library-filter-audience"), groups));
    }
    resources
}

fn schema(content: &Content) -> Schema {
    let facts: Facts = content.facts_as();
    Schema::of("LearningResource")
        .with("learningResourceType", facts.r#type.map(Type::name))
        .with("timeRequired", facts.minutes.map(|minutes| format!("PT{minutes}M")))
        .with("license", facts.licence_url.or(facts.licence))
        .with("version", facts.version)
        .with("publisher", facts.publisher.as_deref().map(organisation))
}

fn fact_label(name: &str) -> Option<&'static str> {
    Some(match name {
        "type" => "tools-filter-type",
        "phases" => "tools-filter-phase",
        "minutes" => "tools-time",
        "time_note" => "tools-time-note",
        "target_groups" => "library-filter-audience",
        "licence" => "library-fact-licence",
        "licence_url" => "library-licence-url",
        "publisher" => "library-fact-publisher",
        "version" => "library-fact-version",
        "revised" => "library-fact-revised",
        "how_to_use" => "tools-section-how-to-use",
        "how_to_start" => "tools-section-how-to-start",
        "how_to_sustain" => "tools-section-how-to-sustain",
        "links" => "tools-section-links",
        _ => return None,
    })
}

fn page(shown: &Shown, t: Text) -> Sheet {
    let facts: Facts = shown.content.facts_as();
    let mut sheet = Sheet::of(shown, t);
    sheet.meta.extend(facts.r#type.map(|kind| t.plain(kind.key())));
    sheet.meta.extend(facts.time(t));
    sheet.part("om", "tools-section-about", &shown.content.body, t);
    sheet.part("bruk", "tools-section-how-to-use", &facts.how_to_use, t);
    sheet.part("kom-i-gang", "tools-section-how-to-start", &facts.how_to_start, t);
    sheet.part("hold-ved-like", "tools-section-how-to-sustain", &facts.how_to_sustain, t);
    sheet.links("lenker", t.get("tools-section-links"), &facts.links);
    sheet.fact("type", t.get("tools-filter-type"), facts.r#type.map(|kind| t.plain(kind.key())));
    let phases = facts.phases.iter().map(|phase| t.plain(phase.key()));
    sheet.fact("phase", t.get("tools-filter-phase"), phases);
    sheet.fact("time", t.get("tools-time"), facts.time(t));
    let groups = offered::audiences(&facts.target_groups, t);
    sheet.fact("audience", t.get("library-filter-audience"), groups);
    let licence = (facts.licence, facts.licence_url);
    sheet.edition(licence, facts.publisher, facts.version, facts.revised, t);
    sheet
}
