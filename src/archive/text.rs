//! A text as a page that needs nothing else to be read, and the list of them.

use askama::Template;

use super::gather::Asked;
use crate::error::Error;
use crate::files::id_of;
use crate::i18n::{Text, Words};
use crate::items::{Content, Item, revision};
use crate::kinds;
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
        body: body(t, item, content, files),
        facts: facts.into_iter().map(|told| Fact::new(t, told)).collect(),
        files,
    };
    Ok(page.render()?)
}

/// Its pictures lie beside it, under their digests.
fn body(t: Text, item: &Item, content: &Content, files: &[File]) -> String {
    let figures = kinds::figures(&item.lang, content, t);
    let place = Placement::page(t).showing(&figures);
    let mut html = markdown::render(&content.body, &place).html;
    for (id, name) in content.files_and_picture() {
        let kept = files.iter().find(|file| id_of(&file.digest) == id && !file.path.is_empty());
        if let Some(file) = kept {
            let path = format!("../../{}", file.path);
            html = html.replace(&format!("/filer/{id}/{name}"), &path);
        }
    }
    html
}

pub fn index(t: Text, asked: &Asked, texts: &[Listed]) -> Result<String, Error> {
    let (from, to) = (t.date(asked.from), t.date(asked.to));
    Ok(Index { t, asked, from, to, texts }.render()?)
}
