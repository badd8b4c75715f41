//! What of a text to print: everything, until the reader has ticked some.

use crate::error::Error;
use crate::i18n::Text;
use crate::items::Content;
use crate::kinds::{FactLine, Printable};
use crate::library::chapters;
use crate::web::Query;

/// A part that can be ticked.
#[derive(Clone, Debug)]
pub struct PrintPart {
    pub id: String,
    pub name: String,
    /// In the language of the text, not of the page.
    pub own: bool,
    pub chosen: bool,
}

/// What there is, and what is ticked.
#[derive(Clone, Debug)]
pub struct Choice {
    pub chapters: Vec<PrintPart>,
    pub facts: Vec<PrintPart>,
    /// `None` without a picture.
    pub picture: Option<bool>,
}

/// What stands before the first chapter.
pub const OPENING: &str = "innledning";

/// The parameters of the form. `valg` says that it was sent: what is not ticked is then not wanted.
const CHAPTER: &str = "kapittel";
const FACT: &str = "felt";
const PICTURE: &str = "bilde";
const SENT: &str = "valg";

impl Choice {
    /// Reads the address; a part that the text does not have is said to be so.
    pub fn read(
        query: &Query,
        printable: &Printable,
        facts: &[FactLine],
        content: &Content,
        t: Text,
    ) -> Result<Self, Error> {
        let sent = match query.get(SENT).unwrap_or_default() {
            "" => false,
            "1" => true,
            _ => return Err(Error::NotUnderstood(SENT)),
        };
        let chosen = |name: &str, id: &str| !sent || query.all(name).any(|value| value == id);
        let mut chapters: Vec<PrintPart> = Vec::new();
        for part in &printable.parts {
            let (id, name) = (part.id.to_owned(), part.heading.as_str().to_owned());
            chapters.push(PrintPart { chosen: chosen(CHAPTER, &id), id, name, own: false });
        }
        if !printable.includes_body {
            let split = chapters::split(&content.body);
            if !split.preface.trim().is_empty() {
                let (id, name) = (OPENING.to_owned(), t.plain("print-opening"));
                chapters.push(PrintPart { chosen: chosen(CHAPTER, &id), id, name, own: false });
            }
            for chapter in split.chapters {
                let chosen = chosen(CHAPTER, &chapter.slug);
                chapters.push(PrintPart {
                    chosen,
                    id: chapter.slug,
                    name: chapter.title,
                    own: true,
                });
            }
        }
        let fact = |line: &FactLine| PrintPart {
            id: line.id.clone(),
            name: line.name.as_str().to_owned(),
            own: false,
            chosen: chosen(FACT, &line.id),
        };
        let choice = Self {
            facts: facts.iter().map(fact).collect(),
            picture: content.image.as_ref().map(|_| chosen(PICTURE, "1")),
            chapters,
        };
        let unknown = |name: &'static str, parts: &[PrintPart]| {
            let is_known = |value: &str| parts.iter().any(|part| part.id == value);
            if query.all(name).all(is_known) { Ok(()) } else { Err(Error::NotUnderstood(name)) }
        };
        unknown(CHAPTER, &choice.chapters)?;
        unknown(FACT, &choice.facts)?;
        Ok(choice)
    }

    pub fn has_chapter(&self, id: &str) -> bool {
        self.chapters.iter().any(|part| part.chosen && part.id == id)
    }

    pub fn has_fact(&self, id: &str) -> bool {
        self.facts.iter().any(|part| part.chosen && part.id == id)
    }

    pub fn has_picture(&self) -> bool {
        self.picture == Some(true)
    }

    /// Is there anything to leave out?
    pub fn is_offered(&self) -> bool {
        self.chapters.len() + self.facts.len() + usize::from(self.picture.is_some()) > 1
    }

    /// Is nothing ticked?
    pub fn is_empty(&self) -> bool {
        let none = |parts: &[PrintPart]| parts.iter().all(|part| !part.chosen);
        let has_any = !self.chapters.is_empty() || !self.facts.is_empty();
        has_any && none(&self.chapters) && none(&self.facts) && !self.has_picture()
    }
}
