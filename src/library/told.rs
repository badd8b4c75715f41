//! What a kind tells on paper beside title, lead and body: each part has a name, so that a reader can choose it.

use super::{Link, Tag};
use crate::i18n::Words;

/// All that a kind adds to a printed text, in the order it is read.
#[derive(Debug, Default)]
pub struct Told {
    /// Under the title: by-line, status and such.
    pub byline: Vec<Line>,
    /// How it went, in a word and a sentence.
    pub says: Option<(Option<Tag>, String)>,
    /// Parts of the text with headings of ours, before the body.
    pub parts: Vec<Part>,
    /// What is known about it: number, dates, publishers.
    pub facts: Vec<Line>,
}

/// A name with one or more values: «Versjon», «5».
#[derive(Debug)]
pub struct Line {
    /// As it stands in an address; unique among the lines of a text.
    pub id: String,
    pub name: Words,
    pub values: Vec<String>,
}

/// A part of a text under a heading of ours.
#[derive(Debug)]
pub struct Part {
    /// As it stands in an address and as the anchor on the page.
    pub id: &'static str,
    pub heading: Words,
    pub body: PartBody,
}

#[derive(Debug)]
pub enum PartBody {
    /// CommonMark.
    Text(String),
    Links(Vec<Link>),
    /// Plain lines.
    Lines(Vec<String>),
}

impl Line {
    /// `None` without a value.
    pub fn of(id: &str, name: Words, values: impl IntoIterator<Item = String>) -> Option<Self> {
        let id = id.to_owned();
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        (!values.is_empty()).then_some(Self { id, name, values })
    }
}
