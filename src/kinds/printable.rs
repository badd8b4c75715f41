//! What a kind tells on paper beside title, lead and body: each part has a name, so that a reader can choose it.

use time::Date;

use super::card::Tag;
use crate::i18n::{Text, Words};
use crate::items::Link;
use crate::markdown;
use crate::pdf::text::{self, Block, Inline};

/// All that a kind adds to a printed text, in the order it is read.
#[derive(Debug, Default)]
pub struct Printable {
    /// First of all: the event is cancelled, and why.
    pub warning: Option<(Words, String)>,
    /// Under the title: time and place, kind and length.
    pub meta: Vec<String>,
    /// Above the text, each with its name: by-line, publisher.
    pub byline: Vec<FactLine>,
    /// How it went, in a word and a sentence.
    pub outcome: Option<(Option<Tag>, String)>,
    /// Parts of the text with headings of ours, before the body.
    pub parts: Vec<Section>,
    /// The body is one of the parts already, so that it is not printed once more.
    pub includes_body: bool,
    /// What is known about it: number, dates, publishers.
    pub facts: Vec<FactLine>,
    pub until: Option<Until>,
}

/// A fact that says something else when a day is over.
#[derive(Debug)]
pub struct Until {
    /// The id of its line.
    pub fact: &'static str,
    pub last: Date,
    pub then: String,
}

/// A name with one or more values: «Versjon», «5».
#[derive(Clone, Debug)]
pub struct FactLine {
    /// As it stands in an address; unique among the lines of a text.
    pub id: String,
    pub name: Words,
    pub values: Vec<String>,
}

impl FactLine {
    /// `None` without a value.
    pub fn of(id: &str, name: Words, values: impl IntoIterator<Item = String>) -> Option<Self> {
        let id = id.to_owned();
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        (!values.is_empty()).then_some(Self { id, name, values })
    }
}

/// A part of a text under a heading of ours: the same for a page and for paper.
#[derive(Debug)]
pub struct Section {
    /// As it stands in an address and as the anchor on the page.
    pub id: &'static str,
    pub heading: Words,
    /// Safe: from [`markdown::render`] or a template.
    pub html: String,
    pub blocks: Vec<Block>,
}

impl Section {
    pub fn text(
        id: &'static str,
        heading: Words,
        text: &str,
        figures: &markdown::Figures,
        t: Text,
    ) -> Self {
        let place = markdown::Placement::part(id, heading.as_str(), t).showing(figures);
        let html = markdown::render(text, &place).html;
        Self { id, heading, html, blocks: text::of(text, 3) }
    }
}

/// A list of links for paper.
pub fn link_list(links: &[Link]) -> Block {
    let words = |link: &Link| {
        let words = text::line(&link.text);
        let words = match link.url.as_deref().and_then(text::address) {
            Some(href) => vec![Inline::Link { href, c: words }],
            None => words,
        };
        vec![Block::Par { c: words }]
    };
    Block::List { items: links.iter().map(words).collect() }
}

/// A list of plain lines for paper.
pub fn line_list<'a>(lines: impl IntoIterator<Item = &'a String>) -> Block {
    let item = |line: &String| vec![Block::Par { c: text::line(line) }];
    Block::List { items: lines.into_iter().map(item).collect() }
}

/// A heading within a part, for paper.
pub fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, c: text::line(words) }
}
