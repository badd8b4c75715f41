//! Takes the guides apart: a title, what it is about, and parts with a heading, a text and pictures.

use std::sync::LazyLock;

/// By its address, with the text as it is written.
const TEXTS: [(&str, &str); 5] = [
    ("logge-inn", include_str!("texts/logge-inn.md")),
    ("skrive", include_str!("texts/skrive.md")),
    ("lese-gjennom", include_str!("texts/lese-gjennom.md")),
    ("lede-et-senter", include_str!("texts/lede-et-senter.md")),
    ("administrere", include_str!("texts/administrere.md")),
];

// PICTURES: what each is called, and how wide and high it is.
include!(concat!(env!("OUT_DIR"), "/guide_pictures.rs"));

pub struct Guide {
    pub slug: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub parts: Vec<Part>,
}

pub struct Part {
    pub id: String,
    pub heading: &'static str,
    /// `CommonMark`.
    pub text: String,
    pub pictures: Vec<Picture>,
}

pub struct Picture {
    pub path: &'static str,
    pub alt: &'static str,
    pub width: u32,
    pub height: u32,
}

pub static GUIDES: LazyLock<Vec<Guide>> =
    LazyLock::new(|| TEXTS.into_iter().map(|(slug, text)| guide(slug, text)).collect());

fn guide(slug: &'static str, text: &'static str) -> Guide {
    let (head, rest) = text.split_once("\n## ").unwrap_or((text, ""));
    let (title, lead) = head.trim_start_matches("# ").split_once('\n').unwrap_or((head, ""));
    let parts = rest.split("\n## ").filter(|part| !part.is_empty()).map(part);
    Guide { slug, title: title.trim(), lead: lead.trim(), parts: parts.collect() }
}

fn part(text: &'static str) -> Part {
    let (heading, body) = text.split_once('\n').unwrap_or((text, ""));
    let (mut kept, mut pictures) = (String::new(), Vec::new());
    for line in body.lines() {
        if let Some((alt, name)) = named(line) {
            pictures.extend(picture(alt, name));
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Part { id: slug::slugify(heading), heading: heading.trim(), text: kept, pictures }
}

/// A line that is a picture: what it shows, and what it is called.
pub fn named(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("![")?.strip_suffix(')')?.split_once("](")
}

/// None where it has not been taken: the text stands well without.
fn picture(alt: &'static str, name: &str) -> Option<Picture> {
    let (_, width, height) = PICTURES.iter().find(|(called, ..)| *called == name)?;
    let path = crate::web::asset(&format!("guide-{name}.png"));
    Some(Picture { path, alt, width: *width, height: *height })
}

#[cfg(test)]
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS.into_iter()
}
