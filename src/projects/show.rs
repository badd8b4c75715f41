//! A project's page: results first, then the story, with the facts beside it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::KIND;
use super::facts::{self, Facts};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::library::document::{self, Document, Opened};
use crate::library::{Tag, markdown};
use crate::organisations;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "projects/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    doc: Document,
    facts: Facts,
    status: Option<Words>,
    outcome: Option<Tag>,
    period: String,
    sections: Vec<Section>,
    partners: Vec<Organisation>,
    funders: Vec<Organisation>,
}

struct Section {
    id: &'static str,
    heading: Words,
    html: String,
}

/// A name that leads to everything the organisation took part in.
struct Organisation {
    name: String,
    href: String,
}

/// The heading of each part, and the name in the address of a link to it.
pub(super) fn heading(section: &str) -> (&'static str, &'static str) {
    match section {
        "background" => ("bakgrunn", "projects-section-background"),
        "aims" => ("mal", "projects-section-aims"),
        "what_we_do" => ("hva-vi-gjor", "projects-section-what-we-do"),
        "results" => ("resultater", "projects-section-results"),
        "lessons" => ("laert", "projects-section-lessons"),
        "how_to_start" => ("kom-i-gang", "projects-section-how-to-start"),
        _ => ("hold-ved-like", "projects-section-how-to-sustain"),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let shown = match document::open(&app, &visit, &KIND, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let doc = Document::new(&app, &visit, &KIND, &shown).await?;
    let frame = doc.frame(&app, &visit, t.plain("projects-heading"));
    let facts = facts::read(&shown.content.facts);
    let sections = facts.sections.all().into_iter().filter(|(_, text)| !text.is_empty());
    let sections = sections.map(|(name, text)| {
        let (id, key) = heading(name);
        let html = markdown::render(text, &markdown::Place::part(id, t)).html;
        Section { id, heading: t.get(key), html }
    });
    let organisation = |name: &String| Organisation {
        name: name.clone(),
        href: format!(
            "/{}/prosjekter?organisasjon={}",
            t.lang.code(),
            organisations::slug_of(name)
        ),
    };
    let page = Show {
        t,
        frame,
        status: facts.status.map(|status| t.get(status.key())),
        outcome: facts.outcome.map(|outcome| outcome.tag(t)),
        period: if facts.period.is_empty() { String::new() } else { t.period(&facts.period) },
        sections: sections.collect(),
        partners: facts.partners.iter().map(organisation).collect(),
        funders: facts.funders.iter().map(organisation).collect(),
        facts,
        doc,
    };
    crate::web::page(StatusCode::OK, &page)
}
