//! The print view: a form that says what to print, and below it just that, as it will be on paper.

use askama::Template;
use axum::http::StatusCode;

use super::choice::{Choice, OPENING};
use super::sheet::PrintedNames;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::Shown;
use crate::kinds::{self, FactLine, Kind, Section, Tag};
use crate::library::chapters;
use crate::library::document::{self, Document, Opened};
use crate::markdown;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "print/show.html")]
struct Page {
    t: Text,
    frame: Frame,
    doc: Document,
    choice: Choice,
    byline: Vec<FactLine>,
    outcome: Option<(Option<Tag>, String)>,
    parts: Vec<Section>,
    body: Vec<Chapter>,
    warning: Option<(Words, String)>,
    meta: Vec<String>,
    facts: Vec<FactLine>,
    /// Nothing was ticked.
    nothing: bool,
    action: String,
    pdf: String,
    /// The day that is looked back at, for the form to keep.
    per: String,
}

/// A chapter of the text's own.
struct Chapter {
    mark: String,
    id: String,
    /// Empty before the first.
    title: String,
    html: String,
}

pub async fn show(app: &App, visit: &Visit, kind: &'static Kind, slug: &str) -> Reply {
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let query = visit.parameters()?;
    let items = [*shown];
    let item = &items[0];
    let names = PrintedNames::load(app).await?;
    let mut printable = (kind.printable)(item, t);
    let facts = names.facts(&mut printable, item, t);
    let choice = Choice::read(&query, &printable, &facts, &item.content, t)?;
    let nothing = choice.is_empty() && !choice.is_ready;
    let mut doc = Document::new(app, visit, kind, item).await?;
    if !choice.has_picture() {
        doc.image = None;
    }
    let mut frame = Frame::new(app, visit, t.plain_with("print-title", "title", &doc.title));
    frame.noindex = true;
    frame.refused = nothing;
    frame.permanent = Some(doc.permanent.clone());
    frame.beside = doc.beside("utskrift");
    frame = frame
        .as_of_day()
        .under(&doc.title, &doc.path)
        .under(t.plain("print-heading"), String::new());
    let parts = printable.parts.into_iter().filter(|part| choice.has_chapter(part.id));
    let body = if printable.includes_body { Vec::new() } else { body(item, &choice, t) };
    let page = Page {
        t,
        frame,
        action: format!("{}/utskrift", doc.path),
        pdf: format!("{}/pdf", doc.path),
        per: visit.at.map(|at| at.day.to_string()).unwrap_or_default(),
        byline: printable.byline,
        outcome: printable.outcome,
        parts: parts.collect(),
        body,
        warning: printable.warning,
        meta: printable.meta,
        facts: facts.into_iter().filter(|line| choice.has_fact(&line.id)).collect(),
        nothing,
        choice,
        doc,
    };
    let status = if nothing { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    crate::web::page(status, &page)
}

/// The chosen chapters of a body.
fn body(item: &Shown, choice: &Choice, t: Text) -> Vec<Chapter> {
    let split = chapters::split(&item.content.body);
    let figures = kinds::figures(&item.item.lang, &item.content, t);
    let mut chosen = Vec::new();
    if choice.has_chapter(OPENING) {
        let html =
            markdown::render(&split.preface, &markdown::Placement::page(t).showing(&figures)).html;
        let mark = choice.chapter_mark(OPENING).to_owned();
        chosen.push(Chapter { mark, id: String::new(), title: String::new(), html });
    }
    for chapter in split.chapters.into_iter().filter(|one| choice.has_chapter(&one.slug)) {
        let id = format!("k-{}", chapter.slug);
        let place = markdown::Placement::part(&id, &chapter.title, t).showing(&figures);
        let html = markdown::render(&chapter.text, &place).html;
        let mark = choice.chapter_mark(&chapter.slug).to_owned();
        chosen.push(Chapter { mark, id, title: chapter.title, html });
    }
    chosen
}
