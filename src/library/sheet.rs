//! The page of an item told in parts with its facts beside: tools, packages and events share it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::document::{self, Document, Opened};
use super::listing;
use crate::app::App;
use crate::dates::PartialDate;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::{Link, Shown};
use crate::kinds::{self, FactLine, Kind, Printable, Section};
use crate::markdown::Figures;
use crate::pdf::text::Block;
use crate::rights::Right;
use crate::room::Route;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

/// What a kind says of one of its items.
#[derive(Default)]
pub struct Sheet {
    /// First of all, and with weight: the event is cancelled.
    pub warning: Option<Warning>,
    /// When and where it takes place, large under the title.
    pub occasion: Vec<String>,
    /// Under the title, before all parts.
    pub meta: Vec<String>,
    pub parts: Vec<Section>,
    pub facts: Vec<Fact>,
    /// The pictures within its prose.
    pub figures: Figures,
}

pub struct Warning {
    pub heading: Words,
    /// In the item's own language.
    pub text: Option<String>,
}

/// A line of facts; each value may lead somewhere.
pub struct Fact {
    /// What chooses it when it is printed.
    pub id: &'static str,
    pub name: Words,
    pub values: Vec<Link>,
    /// The values are in the item's own language, not in the reader's.
    pub is_own: bool,
}

impl Sheet {
    /// The sheet of a text with nothing on it yet.
    pub fn of(shown: &Shown, t: Text) -> Self {
        let figures = kinds::figures(&shown.item.lang, &shown.content, t);
        Self { figures, ..Self::default() }
    }

    /// A part in CommonMark; nothing when it is empty.
    pub fn part(&mut self, id: &'static str, heading: &str, text: &str, t: Text) {
        if !text.trim().is_empty() {
            self.parts.push(Section::text(id, t.get(heading), text, &self.figures, t));
        }
    }

    /// A part that a template of the kind has made, and the same for paper.
    pub fn html_part(
        &mut self,
        id: &'static str,
        heading: Words,
        html: String,
        blocks: Vec<Block>,
    ) {
        if !html.is_empty() {
            self.parts.push(Section { id, heading, html, blocks });
        }
    }

    /// A part that is a list of links; nothing when there is none.
    pub fn links(&mut self, id: &'static str, heading: Words, links: &[Link]) {
        if !links.is_empty() {
            let html = Links { links }.render().unwrap_or_default();
            self.html_part(id, heading, html, vec![kinds::link_list(links)]);
        }
    }

    /// A fact in the reader's language; nothing when there is no value.
    pub fn fact(
        &mut self,
        id: &'static str,
        name: Words,
        values: impl IntoIterator<Item = String>,
    ) {
        self.line(id, name, unlinked(values), false);
    }

    /// A fact in the item's own words, which may be in another language than the reader's.
    pub fn own_fact(
        &mut self,
        id: &'static str,
        name: Words,
        values: impl IntoIterator<Item = String>,
    ) {
        self.line(id, name, unlinked(values), true);
    }

    /// A fact that leads somewhere, in the item's own words.
    pub fn link(&mut self, id: &'static str, name: Words, text: String, url: Option<String>) {
        self.line(id, name, vec![Link { text, url }], true);
    }

    /// What every tool and package ends with: whose it is, and of when.
    pub fn edition(
        &mut self,
        (licence, licence_url): (Option<String>, Option<String>),
        publisher: Option<String>,
        version: Option<String>,
        revised: Option<PartialDate>,
        t: Text,
    ) {
        if let Some(licence) = licence {
            self.link("licence", t.get("library-fact-licence"), licence, licence_url);
        }
        self.own_fact("publisher", t.get("library-fact-publisher"), publisher);
        self.own_fact("version", t.get("library-fact-version"), version);
        let revised = revised.map(|date| t.partial(&date));
        self.fact("revised", t.get("library-fact-revised"), revised);
    }

    fn line(&mut self, id: &'static str, name: Words, values: Vec<Link>, is_own: bool) {
        if !values.is_empty() {
            self.facts.push(Fact { id, name, values, is_own });
        }
    }
}

impl Sheet {
    /// The same for paper.
    pub fn on_paper(self) -> Printable {
        // Nobody can follow a link on paper: where it leads is written out.
        let value = |Link { text, url }: Link| match url {
            Some(url) if url != text => format!("{text} ({url})"),
            _ => text,
        };
        let line =
            |fact: Fact| FactLine::of(fact.id, fact.name, fact.values.into_iter().map(value));
        Printable {
            warning: self.warning.map(|w| (w.heading, w.text.unwrap_or_default())),
            meta: self.occasion.into_iter().chain(self.meta).collect(),
            parts: self.parts,
            includes_body: true,
            facts: self.facts.into_iter().filter_map(line).collect(),
            ..Printable::default()
        }
    }
}

fn unlinked(values: impl IntoIterator<Item = String>) -> Vec<Link> {
    values.into_iter().map(|text| Link { text, url: None }).collect()
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{% import \"library/components/links.html\" as links %}{{ links::links(links) }}"
)]
struct Links<'a> {
    links: &'a [Link],
}

#[derive(Template)]
#[template(path = "library/sheet.html")]
struct Page {
    t: Text,
    frame: Frame,
    doc: Document,
    sheet: Sheet,
}

/// The routes of a kind whose items are told in parts: its list, and its pages.
pub fn routes(kind: &'static Kind, sheet: fn(&Shown, Text) -> Sheet) -> Vec<Route> {
    let page = move |State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>| async move {
        show(&app, &visit, kind, &slug, sheet).await
    };
    let page = Route::get(format!("/{{lang}}/{}/{{slug}}", kind.path), Right::Anybody, page);
    vec![page, listing::route(kind)]
}

async fn show(
    app: &App,
    visit: &Visit,
    kind: &'static Kind,
    slug: &str,
    sheet: fn(&Shown, Text) -> Sheet,
) -> Reply {
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let mut doc = Document::new(app, visit, kind, &shown).await?;
    if kind.when.is_none() {
        doc = doc.with_alike(app, visit, &shown).await?;
    }
    let frame = doc.frame(app, visit, kind);
    let page = Page { t: visit.t, frame, doc, sheet: sheet(&shown, visit.t) };
    crate::web::page(StatusCode::OK, &page)
}
