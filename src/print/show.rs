//! The print view: a form that says what to print, and below it just that, as it will be on paper.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Place;
use super::choice::Choice;
use super::sheet::Names;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::library::document::{self, Document, Opened};
use crate::library::{Line, Link, PartBody, Tag, markdown};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "print/show.html")]
struct Page {
    t: Text,
    frame: Frame,
    doc: Document,
    choice: Choice,
    byline: Vec<Line>,
    says: Option<(Option<Tag>, String)>,
    parts: Vec<Part>,
    html: String,
    facts: Vec<Line>,
    /// Nothing was ticked.
    nothing: bool,
    action: String,
    pdf: String,
}

struct Part {
    id: &'static str,
    heading: Words,
    html: String,
    lines: Vec<Link>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Place { kind, slug }): Named<Place>,
) -> Reply {
    let kind = app.kinds.iter().find(|known| known.path == kind).ok_or(Error::NotFound)?;
    let shown = match document::open(&app, &visit, kind, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(super::onward(response, "utskrift")),
    };
    let t = visit.t;
    let query = visit.parameters()?;
    let items = [*shown];
    let item = &items[0];
    let names = Names::load(&app, &items).await?;
    let mut told = (kind.told)(&item.content, t);
    let facts = names.facts(&mut told, item, t);
    let choice = Choice::read(&query, &told, &facts, &item.content, t)?;
    let nothing = choice.is_empty();
    let mut doc = Document::new(&app, &visit, kind, item).await?;
    if !choice.has_picture() {
        doc.image = None;
    }
    let mut frame = Frame::new(&app, &visit, t.plain_with("print-title", "title", &doc.title));
    frame.noindex = true;
    frame.refused = nothing;
    frame = frame.under(&doc.title, &doc.path).under(t.plain("print-heading"), String::new());
    let is_kept = |id: &str| choice.has_chapter(id);
    let place = markdown::Place::page(t);
    let rendered = markdown::render_chosen(&item.content.body, &place, &is_kept);
    let parts =
        told.parts.into_iter().filter(|part| choice.has_chapter(part.id)).map(|part| Part {
            id: part.id,
            heading: part.heading,
            html: match &part.body {
                PartBody::Text(text) => {
                    markdown::render(text, &markdown::Place::part(part.id, t)).html
                }
                PartBody::Links(_) | PartBody::Lines(_) => String::new(),
            },
            lines: match part.body {
                PartBody::Links(links) => links,
                PartBody::Lines(lines) => {
                    lines.into_iter().map(|text| Link { text, url: None }).collect()
                }
                PartBody::Text(_) => Vec::new(),
            },
        });
    let page = Page {
        t,
        frame,
        action: format!("{}/utskrift", doc.path),
        pdf: format!("{}/pdf", doc.path),
        byline: told.byline,
        says: told.says,
        parts: parts.collect(),
        html: rendered.html,
        facts: facts.into_iter().filter(|line| choice.has_fact(&line.id)).collect(),
        nothing,
        choice,
        doc,
    };
    let status = if nothing { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    crate::web::page(status, &page)
}
