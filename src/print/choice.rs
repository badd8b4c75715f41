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
    /// Ties the tick to what it stands for on the page: the style sheet hides that as soon as the tick is
    /// taken away.
    pub mark: String,
}

/// What there is, and what is ticked.
#[derive(Clone, Debug)]
pub struct Choice {
    pub chapters: Vec<PrintPart>,
    pub facts: Vec<PrintPart>,
    /// `None` without a picture.
    pub picture: Option<bool>,
    /// Nothing is ticked yet, and all lies ready to be shown by its tick.
    pub is_ready: bool,
}

/// What stands before the first chapter.
pub const OPENING: &str = "innledning";

/// The parameters of the form. `valg` says that it was sent: what is not ticked is then not wanted.
const CHAPTER: &str = "kapittel";
const FACT: &str = "felt";
const PICTURE: &str = "bilde";
const SENT: &str = "valg";
/// Asks for the form without ticks.
const NONE: &str = "ingen";

fn part(id: String, name: String, own: bool, chosen: bool) -> PrintPart {
    PrintPart { id, name, own, chosen, mark: String::new() }
}

/// Gives each its mark, by its place: `k1`, `k2` …
fn marked(letter: &str, mut parts: Vec<PrintPart>) -> Vec<PrintPart> {
    for (at, part) in parts.iter_mut().enumerate() {
        part.mark = format!("{letter}{}", at + 1);
    }
    parts
}

fn mark_of<'a>(parts: &'a [PrintPart], id: &str) -> &'a str {
    parts.iter().find(|part| part.id == id).map_or("", |part| &part.mark)
}

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
        let is_ready = query.get(NONE).unwrap_or_default() == "1";
        let sent = sent || is_ready;
        let chosen = |name: &str, id: &str| !sent || query.all(name).any(|value| value == id);
        let mut chapters: Vec<PrintPart> = Vec::new();
        for one in &printable.parts {
            let (id, name) = (one.id.to_owned(), one.heading.as_str().to_owned());
            chapters.push(part(id.clone(), name, false, chosen(CHAPTER, &id)));
        }
        if !printable.includes_body {
            let split = chapters::split(&content.body);
            if !split.preface.trim().is_empty() {
                let (id, name) = (OPENING.to_owned(), t.plain("print-opening"));
                chapters.push(part(id.clone(), name, false, chosen(CHAPTER, &id)));
            }
            for chapter in split.chapters {
                let chosen = chosen(CHAPTER, &chapter.slug);
                chapters.push(part(chapter.slug, chapter.title, true, chosen));
            }
        }
        let fact = |line: &FactLine| {
            let name = line.name.as_str().to_owned();
            part(line.id.clone(), name, false, chosen(FACT, &line.id))
        };
        let choice = Self {
            facts: marked("f", facts.iter().map(fact).collect()),
            picture: content.image.as_ref().map(|_| chosen(PICTURE, "1")),
            chapters: marked("k", chapters),
            is_ready,
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
        self.chapters.iter().any(|part| (part.chosen || self.is_ready) && part.id == id)
    }

    pub fn has_fact(&self, id: &str) -> bool {
        self.facts.iter().any(|part| (part.chosen || self.is_ready) && part.id == id)
    }

    pub fn has_picture(&self) -> bool {
        self.picture.is_some_and(|chosen| chosen || self.is_ready)
    }

    pub fn chapter_mark(&self, id: &str) -> &str {
        mark_of(&self.chapters, id)
    }

    pub fn fact_mark(&self, id: &str) -> &str {
        mark_of(&self.facts, id)
    }

    /// Is there anything to leave out?
    pub fn is_offered(&self) -> bool {
        self.chapters.len() + self.facts.len() + usize::from(self.picture.is_some()) > 1
    }

    /// Is nothing ticked?
    pub fn is_empty(&self) -> bool {
        let none = |parts: &[PrintPart]| parts.iter().all(|part| !part.chosen);
        let has_any = !self.chapters.is_empty() || !self.facts.is_empty();
        has_any && none(&self.chapters) && none(&self.facts) && self.picture != Some(true)
    }
}
