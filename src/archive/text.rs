//! A text as a page that needs nothing else to be read, and the list of them.

use askama::Template;

use super::gather::Asked;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::{Content, Item, revision};
use crate::library::versions::FactTold;
use crate::markdown::{self, Placement};

/// What the list of contents says of a text.
#[derive(Clone, Debug)]
pub struct Listed {
    pub path: String,
    pub title: String,
    pub since: String,
}

/// A fact as it is read: written with marks, or line by line.
pub struct Fact {
    label: Words,
    html: String,
    lines: Vec<String>,
}

impl Fact {
    fn new(t: Text, told: FactTold) -> Self {
        let FactTold { label, text, is_marked } = told;
        if is_marked {
            // Several of the same stand on a line each.
            let html = markdown::render(&text.replace('\n', "  \n"), &Placement::page(t)).html;
            return Self { label, html, lines: Vec::new() };
        }
        Self { label, html: String::new(), lines: text.lines().map(str::to_owned).collect() }
    }
}

/// A file of a text; without a path its bytes are not there.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub name: String,
    pub digest: String,
}

#[derive(Template)]
#[template(path = "archive/text.html")]
struct Page<'a> {
    t: Text,
    lang: &'a str,
    asked: &'a Asked,
    content: &'a Content,
    number: i32,
    /// From when until when it was public.
    since: String,
    until: String,
    body: String,
    facts: Vec<Fact>,
    files: &'a [File],
}

#[derive(Template)]
#[template(path = "archive/index.html")]
struct Index<'a> {
    t: Text,
    asked: &'a Asked,
    from: String,
    to: String,
    texts: &'a [Listed],
}

pub fn page(
    t: Text,
    asked: &Asked,
    (item, row): (&Item, &revision::Model),
    (content, facts): (&Content, Vec<FactTold>),
    files: &[File],
) -> Result<String, Error> {
    let day = |at: Option<crate::db::Timestamp>| at.map(|at| t.day(*at)).unwrap_or_default();
    let page = Page {
        t,
        lang: &item.lang,
        asked,
        content,
        number: row.number,
        since: day(row.published_at),
        until: day(row.replaced_at),
        body: markdown::render(&content.body, &Placement::page(t)).html,
        facts: facts.into_iter().map(|told| Fact::new(t, told)).collect(),
        files,
    };
    Ok(page.render()?)
}

pub fn index(t: Text, asked: &Asked, texts: &[Listed]) -> Result<String, Error> {
    let (from, to) = (t.date(asked.from), t.date(asked.to));
    Ok(Index { t, asked, from, to, texts }.render()?)
}
