//! Events: gatherings, courses and webinars, with their times as the clock in Norway shows them.

mod facts;
mod form;
mod samples;
mod sharing;
#[cfg(test)]
mod tests;

use askama::Template;

use crate::app::{InBar, MenuEntry};
use crate::i18n::{Text, Words};
use crate::items::{self, Card, Shown};
use crate::kinds;
use crate::kinds::filters::{COUNTY, THEME};
use crate::kinds::{CardFoot, Filter, Headings, Kind, Order, Tag};
use crate::library::offered::{self, AUDIENCE};
use crate::library::sheet::{self, Sheet, Warning};
use crate::markdown::{self, Figures};
use crate::pdf::text::{self, Block};
use crate::room::Room;

pub use facts::{Attendance, Facts, Session};

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("event"),
    word: "events-word",
    path: "arrangementer",
    card_foot,
    list: Some(Headings { heading: "events-heading", lead: "events-lead", count: "events-count" }),
    filters: &[THEME, ATTENDANCE, COUNTY, AUDIENCE],
    printable: |shown, t| page(shown, t).on_paper(),
    sharing: sharing::SHARING,
    ..Kind::PLAIN
};

const ATTENDANCE: Filter = Filter {
    facet: "form",
    parameter: "form",
    heading: "events-filter-form",
    order: Order::Fixed(Attendance::NAMES),
    open: true,
    searched: false,
    label: |_, value, t| Attendance::named(value).map(|form| t.get(form.key())),
};

pub const ROOM: Room = Room {
    name: "events",
    kinds: &[&KIND],
    routes: |_| sheet::routes(&KIND, page),
    menu: &[MenuEntry {
        path: "arrangementer",
        label: "web-menu-events",
        order: 50,
        in_bar: InBar::Always,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// «torsdag 12. mars 2026 kl. 09.00 · Hamar», and whether it is cancelled.
fn card_foot(card: &Card, t: Text) -> CardFoot {
    let facts: Facts = card.facts_as();
    let place = facts.place.or_else(|| facts.form.map(|form| t.plain(form.key())));
    let time =
        facts.starts.map(|start| Words::name(t.lang, t.local_span(start, facts.ends), t.lang));
    let tag = facts.cancelled.then(|| Tag {
        value: "cancelled".to_owned(),
        label: t.get("events-cancelled"),
        colour: "danger",
    });
    CardFoot { tag, ..CardFoot::quietly(time, place, t) }
}

struct SessionView {
    time: String,
    title: String,
    html: String,
}

#[derive(Template)]
#[template(path = "events/programme.html")]
struct Programme {
    sessions: Vec<SessionView>,
}

fn programme(facts: &Facts, figures: &Figures, t: Text) -> String {
    let view = |session: &Session| SessionView {
        time: t.clocks(session.time.as_deref().unwrap_or_default()),
        title: session.title.clone(),
        html: markdown::render(
            &session.text,
            &markdown::Placement::part("program", &session.title, t).showing(figures),
        )
        .html,
    };
    let sessions: Vec<SessionView> = facts.programme.iter().map(view).collect();
    if sessions.is_empty() {
        String::new()
    } else {
        Programme { sessions }.render().unwrap_or_default()
    }
}

/// The programme for paper: each session under its time and title.
fn on_paper(facts: &Facts, t: Text) -> Vec<Block> {
    let session = |session: &Session| {
        let time = t.clocks(session.time.as_deref().unwrap_or_default());
        let title = kinds::heading(3, format!("{time} {}", session.title).trim());
        std::iter::once(title).chain(text::of(&session.text, 4)).collect::<Vec<_>>()
    };
    facts.programme.iter().flat_map(session).collect()
}

fn page(shown: &Shown, t: Text) -> Sheet {
    let facts: Facts = shown.content.facts_as();
    let time = facts.starts.map(|start| t.local_span(start, facts.ends));
    let mut sheet = Sheet {
        warning: facts.cancelled.then(|| Warning {
            heading: t.get("events-cancelled-text"),
            text: facts.cancelled_note.clone(),
        }),
        ..Sheet::of(shown, t)
    };
    sheet.occasion.extend(time.clone());
    let place = facts.place.clone().or_else(|| facts.form.map(|form| t.plain(form.key())));
    sheet.occasion.extend(place);
    sheet.part("om", "events-section-about", &shown.content.body, t);
    sheet.html_part(
        "program",
        t.get("events-section-programme"),
        programme(&facts, &sheet.figures, t),
        on_paper(&facts, t),
    );
    sheet.links("lenker", t.get("events-section-links"), &facts.links);
    sheet.fact("time", t.get("events-time"), time);
    sheet.fact("form", t.get("events-filter-form"), facts.form.map(|form| t.plain(form.key())));
    sheet.own_fact("place", t.get("events-place"), facts.place.into_iter().chain(facts.address));
    if let Some(url) = facts.digital_url {
        sheet.link("digital", t.get("events-digital"), url.clone(), Some(url));
    }
    sheet.own_fact(
        "organisers",
        t.with("events-organisers", "count", facts.organisers.len()),
        facts.organisers,
    );
    sheet.fact(
        "audience",
        t.get("library-filter-audience"),
        offered::audiences(&facts.target_groups, t),
    );
    sheet
}
