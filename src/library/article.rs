//! The page of an item that is one text with headings: news, publications and pages share it.

use askama::Template;
use axum::http::StatusCode;

use super::document::{self, Document, Opened};
use super::markdown::{self, Heading};
use super::{Content, Kind, Line, Told};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
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
    /// Beside the text: a publication's number and dates.
    facts: Vec<Fact>,
}

/// What a kind says above and beside its text.
#[derive(Default)]
pub struct Beside {
    pub byline: Vec<Fact>,
    pub facts: Vec<Fact>,
}

impl Beside {
    /// The same on paper, where a reader chooses among the facts.
    pub fn told(self) -> Told {
        // `publications-series-number` is `series-number` in an address.
        let line = |fact: Fact| {
            let id = fact.key.split_once('-').map_or(fact.key, |(_, id)| id);
            Line::of(id, fact.name, [fact.value])
        };
        Told {
            byline: self.byline.into_iter().filter_map(line).collect(),
            facts: self.facts.into_iter().filter_map(line).collect(),
            ..Told::default()
        }
    }
}

/// A text with this many chapters gets a table of contents.
const LONG: usize = 3;

pub async fn show(
    app: &App,
    visit: &Visit,
    kind: &Kind,
    slug: &str,
    list: Option<&str>,
    beside: fn(&Content, Text) -> Beside,
) -> Reply {
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let doc = Document::new(app, visit, kind, &shown).await?;
    let frame = if let Some(key) = list {
        doc.frame(app, visit, t.plain(key))
    } else {
        let mut frame = doc.frame(app, visit, String::new());
        frame.crumbs.remove(0);
        frame
    };
    let rendered = markdown::render(&shown.content.body, &markdown::Place::page(t));
    let Beside { byline, facts } = beside(&shown.content, t);
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
