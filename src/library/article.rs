//! The page of an item that is one text with headings: news, publications and pages share it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::document::{self, Document, Opened};
use super::listing;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::Shown;
use crate::kinds::{self, FactLine, Kind, Printable};
use crate::markdown::{self, Heading};
use crate::rights::Right;
use crate::room::Route;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

/// One line of what is known about a text: «Versjon», «5».
pub struct Fact {
    /// The key of its name; its end names it in an address.
    pub key: &'static str,
    pub name: Words,
    pub value: String,
}

#[derive(Template)]
#[template(path = "library/article.html")]
struct Page {
    t: Text,
    frame: Frame,
    doc: Document,
    html: String,
    /// For a table of contents; empty when the text is short.
    headings: Vec<Heading>,
    /// Above the text: by-line and such.
    byline: Vec<Fact>,
    /// Details the text: a publication's number and dates.
    facts: Vec<Fact>,
}

/// What a kind says above and beside its text.
#[derive(Default)]
pub struct Details {
    pub byline: Vec<Fact>,
    pub facts: Vec<Fact>,
}

impl Details {
    /// The same on paper, where a reader chooses among the facts.
    pub fn on_paper(self) -> Printable {
        // `news-published-under` is `published-under` in an address.
        let line = |fact: Fact| {
            let id = fact.key.split_once('-').map_or(fact.key, |(_, id)| id);
            FactLine::of(id, fact.name, [fact.value])
        };
        Printable {
            byline: self.byline.into_iter().filter_map(line).collect(),
            facts: self.facts.into_iter().filter_map(line).collect(),
            ..Printable::default()
        }
    }
}

/// A text with this many chapters gets a table of contents.
const LONG: usize = 3;

/// The routes of a kind whose items are one text each: its list, when it has one, and its pages.
pub fn routes(kind: &'static Kind, details: fn(&Shown, Text) -> Details) -> Vec<Route> {
    let page = move |State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>| async move {
        show(&app, &visit, kind, &slug, details).await
    };
    let page = Route::get(format!("/{{lang}}/{}/{{slug}}", kind.path), Right::Anybody, page);
    let list = kind.list.map(|_| listing::route(kind));
    std::iter::once(page).chain(list).collect()
}

async fn show(
    app: &App,
    visit: &Visit,
    kind: &'static Kind,
    slug: &str,
    details: fn(&Shown, Text) -> Details,
) -> Reply {
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let mut doc = Document::new(app, visit, kind, &shown).await?;
    if kind.list.is_some() {
        doc = doc.with_alike(app, visit, &shown).await?;
    } else if let Some(own) = doc.in_readers_language(visit) {
        // What leads to a page of the site, such as the foot of every page, knows its first address alone.
        return Ok(crate::web::see_other(own));
    }
    let frame = doc.frame(app, visit, kind);
    let figures = kinds::figures(&shown.item.lang, &shown.content, t);
    let place = markdown::Placement::page(t).showing(&figures);
    let rendered = markdown::render(&shown.content.body, &place);
    let Details { byline, facts } = details(&shown, t);
    let long = rendered.headings.len() >= LONG;
    let page = Page {
        t,
        frame,
        doc,
        html: rendered.html,
        headings: if long { rendered.headings } else { Vec::new() },
        byline,
        facts,
    };
    crate::web::page(StatusCode::OK, &page)
}
