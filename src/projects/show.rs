//! A project's page: results first, then the story, with the facts beside it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::KIND;
use super::facts::{Facts, Status};
use super::work::{self, Told};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::kinds::{self, Tag};
use crate::library::document::{self, Document, Opened};
use crate::library::moment;
use crate::markdown;
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
    /// The work behind it, in HTML.
    work: Option<Told>,
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

/// The name in the address of a link to each part, and its heading: what is planned is told as to
/// come, what is over as done.
pub(super) fn heading(section: &str, status: Option<Status>) -> (&'static str, &'static str) {
    let is_over = matches!(status, Some(Status::Completed | Status::Stopped));
    let is_planned = status == Some(Status::Planned);
    match section {
        "background" => ("bakgrunn", "projects-section-background"),
        "aims" if is_planned || status == Some(Status::Ongoing) => {
            ("mal", "projects-section-aims-now")
        }
        "aims" => ("mal", "projects-section-aims"),
        "what_we_do" if is_planned => ("hva-vi-gjor", "projects-section-what-we-will-do"),
        "what_we_do" if is_over => ("hva-vi-gjor", "projects-section-what-we-did"),
        "what_we_do" => ("hva-vi-gjor", "projects-section-what-we-do"),
        "results" => ("resultater", "projects-section-results"),
        "lessons" if is_over => ("laert", "projects-section-lessons-learnt"),
        "lessons" => ("laert", "projects-section-lessons"),
        "what_it_took" => ("krevde", "projects-section-what-it-took"),
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
    let doc = doc.with_alike(&app, &visit, &shown).await?;
    let frame = doc.frame(&app, &visit, &KIND);
    let mut facts: Facts = shown.content.facts_as();
    doc.lead_on(&mut facts.materials);
    let figures = kinds::figures(&shown.item.lang, &shown.content, t);
    let sections = facts.sections.all().into_iter().filter(|(_, text)| !text.is_empty());
    let sections = sections.map(|(name, text)| {
        let (id, key) = heading(name, facts.status);
        let heading = t.get(key);
        let place = markdown::Placement::part(id, heading.as_str(), t).showing(&figures);
        let html = markdown::render(text, &place).html;
        Section { id, heading, html }
    });
    let day = moment::at(&app, &visit).day();
    let work = work::of(&app, &visit, &shown).await?;
    let around = (t, doc.lang_attr(), doc.path.as_str());
    let work = work.map(|work| work::told(&work, facts.outcome, around));
    // A list without history would not have this page itself.
    let history = if doc.archived { "&arkiv=1" } else { "" };
    let organisation = |name: &String| Organisation {
        name: name.clone(),
        href: format!(
            "/{}/prosjekter?organisasjon={}{history}",
            t.lang.code(),
            organisations::slug_of(name)
        ),
    };
    let page = Show {
        t,
        frame,
        status: facts.standing(Some(day)).map(|key| t.get(key)),
        outcome: facts.outcome.map(|outcome| outcome.tag(t)),
        period: if facts.period.is_empty() { String::new() } else { t.period(&facts.period) },
        sections: sections.collect(),
        partners: facts.partners.iter().map(organisation).collect(),
        funders: facts.funders.iter().map(organisation).collect(),
        work,
        facts,
        doc,
    };
    crate::web::page(StatusCode::OK, &page)
}
