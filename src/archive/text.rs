//! A text as a page that needs nothing else to be read, and the list of them.

use askama::Template;

use super::gather::Asked;
use crate::error::Error;
use crate::i18n::Text;
use crate::items::{Content, Item, revision};
use crate::markdown::{self, Placement};

/// What the list of contents says of a text.
#[derive(Clone, Debug)]
pub struct Listed {
    pub path: String,
    pub title: String,
    pub since: String,
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
    facts: String,
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
    content: &Content,
    files: &[File],
) -> Result<String, Error> {
    let day = |at: Option<crate::db::Timestamp>| at.map(|at| t.day(*at)).unwrap_or_default();
    let has_facts = content.facts.as_object().is_some_and(|facts| !facts.is_empty());
    let page = Page {
        t,
        lang: &item.lang,
        asked,
        content,
        number: row.number,
        since: day(row.published_at),
        until: day(row.replaced_at),
        body: markdown::render(&content.body, &Placement::page(t)).html,
        facts: if has_facts {
            serde_json::to_string_pretty(&content.facts)?
        } else {
            String::new()
        },
        files,
    };
    Ok(page.render()?)
}

pub fn index(t: Text, asked: &Asked, texts: &[Listed]) -> Result<String, Error> {
    let (from, to) = (t.date(asked.from), t.date(asked.to));
    Ok(Index { t, asked, from, to, texts }.render()?)
}
