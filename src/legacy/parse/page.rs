//! What is read from a page: plain data, without a word about the database.

use serde::Serialize;

use super::account::LineAccount;
use super::centres::Centres;
use super::guideline::Guideline;
use super::notes::Note;
use super::project::Project;
use super::{markdown, sections};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The file's name, as given.
    pub name: String,
    pub kind: Kind,
    /// At most 200 characters; the file's name when the page has no words to make one of.
    pub title: String,
    /// Plain text, one paragraph, at most 1000 characters.
    pub lead: Option<String>,
    /// `2020-04-27`; less precise (`2020-04`, `2020`) when the page is.
    pub published: Option<String>,
    pub updated: Option<String>,
    pub language: Language,
    /// The page bears the mark «Historisk arkiv».
    pub archived: bool,
    pub image: Image,
    pub sections: Vec<Section>,
    /// Words that were links on the old page, and links told apart from the text.
    pub links: Vec<Reference>,
    pub facts: Facts,
    pub notes: Vec<Note>,
    pub lines: Vec<LineAccount>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Project,
    News,
    CentreOverview,
    Guideline,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Nb,
    Nn,
    Se,
    En,
}

impl Language {
    pub fn code(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::Se => "se",
            Self::En => "en",
        }
    }
}

/// What the page says of its picture; the picture itself is not in a text file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Image {
    pub credit: Option<String>,
    pub caption: Option<String>,
    /// A line that reads like a description of the picture.
    pub alt: Option<String>,
    /// A file name found in the text.
    pub file: Option<String>,
}

/// A heading with its text as `CommonMark`. The heading is none for text before the first one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    pub heading: Option<String>,
    pub role: SectionRole,
    pub body: String,
    /// The line of the heading, or of the first text.
    pub line: usize,
}

/// The part a section plays on a project's page; always `Other` on other kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRole {
    Background,
    Aims,
    WhatWeDo,
    Results,
    Lessons,
    HowToStart,
    HowToSustain,
    Other,
}

/// A source, a material, a link: its words and, when the page has it, its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    pub text: String,
    pub url: Option<String>,
    pub line: usize,
}

/// Those of the page's kind, and others the page happens to hold (a news item that lists centres).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Project>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub news: Option<News>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centres: Option<Centres>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline: Option<Guideline>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct News {
    pub byline: Option<String>,
    /// «Regjeringen …»: the government of the time.
    pub published_under: Option<String>,
    pub publisher: Option<String>,
    /// «Nyhet», «Pressemelding», as the page calls itself.
    pub label: Option<String>,
}

impl Page {
    /// What somebody is to look at before it is public.
    pub fn to_look_at(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.code.holds_back())
    }

    /// All sections as one `CommonMark` text with `##` headings, links last.
    pub fn body(&self) -> String {
        let mut blocks = Vec::new();
        for section in &self.sections {
            if let Some(heading) = &section.heading {
                blocks.push(format!("## {}", markdown::inline(heading)));
            }
            if !section.body.is_empty() {
                blocks.push(section.body.clone());
            }
        }
        let links: Vec<String> = self.links.iter().map(markdown::reference).collect();
        if !links.is_empty() {
            blocks.push(links.join("\n"));
        }
        blocks.join("\n\n")
    }

    /// The text of the sections that play this part on a project's page, joined. A section that plays
    /// none stays where it stands, in the part before it. The part's own heading is left out, for the page
    /// has it anyway; one that says more is kept, and so is «Delmål» after the text of «Mål».
    pub fn part(&self, role: SectionRole) -> String {
        let mut blocks = Vec::new();
        let mut now = SectionRole::Background;
        let mut is_told = false;
        for section in &self.sections {
            if section.role != SectionRole::Other {
                now = section.role;
            }
            if now != role {
                continue;
            }
            let heading = section.heading.as_deref();
            let is_own = heading.is_some_and(|heading| sections::is_of(heading, role));
            let heading = heading.filter(|_| !is_own || is_told);
            is_told |= is_own && !section.body.is_empty();
            blocks.extend(heading.map(|heading| format!("### {}", markdown::inline(heading))));
            if !section.body.is_empty() {
                blocks.push(section.body.clone());
            }
        }
        blocks.join("\n\n")
    }
}
