//! What is to be set: titles, texts, facts and pictures as plain data. The typesetter gets it as JSON, never as code.

use serde::Serialize;

use super::text::{Block, Inline};
use super::wall::Wall;
use crate::i18n::Lang;

/// One document: a single text, or a booklet of several.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    pub title: String,
    /// The language of the document's frame, and of whatever does not say another.
    pub lang: Lang,
    /// Whose it is, at the head of each page.
    pub site: String,
    /// «Laget 22. november 2026».
    pub printed: String,
    /// The address at the foot of each page.
    pub address: String,
    pub labels: Labels,
    /// A first page with the title and a list of contents.
    pub cover: Option<Cover>,
    pub sheets: Vec<Sheet>,
    /// A poster or slides, instead of all that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wall: Option<Wall>,
    /// The pictures of its charts.
    #[serde(skip)]
    pub charts: Vec<Vec<u8>>,
    /// The bytes that `Picture::file` names.
    #[serde(skip)]
    pub pictures: Vec<Vec<u8>>,
}

/// What the frame says of itself, in the language of the document.
#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    pub page: String,
    pub of: String,
    pub contents: String,
    pub facts: String,
    pub address: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cover {
    /// What kind of booklet it is: «Hefte».
    pub eyebrow: String,
    pub lead: String,
    /// How it came to be, in a line: how many texts, which day.
    pub note: String,
}

/// One text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sheet {
    pub title: String,
    /// The language of the text; empty when it is the document's.
    pub lang: String,
    /// Its kind and themes.
    pub eyebrow: String,
    pub lead: String,
    /// Dates, by-line and such, each a line of its own.
    pub meta: Vec<String>,
    /// «Eksempel», «Historisk arkiv»: the word and what it means.
    pub notices: Vec<(String, String)>,
    pub outcome: Option<Outcome>,
    pub picture: Option<Picture>,
    pub chapters: Vec<Chapter>,
    pub facts: Vec<Fact>,
    pub address: String,
}

/// How it went: a word and a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    pub word: String,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    pub file: String,
    pub alt: String,
    pub caption: String,
    pub credit: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Chapter {
    /// Empty before the first heading.
    pub heading: Vec<Inline>,
    /// Is the heading one of ours, in the document's language?
    pub is_ours: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub name: String,
    pub values: Vec<String>,
}
