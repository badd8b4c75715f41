//! A long text taken apart at its highest headings, so that each chapter has an address of its own.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

/// A chapter, without its heading, in CommonMark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The last part of its address.
    pub slug: String,
    pub title: String,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// What stands before the first chapter.
    pub preface: String,
    pub chapters: Vec<Chapter>,
}

/// A text with this many chapters is read chapter by chapter.
pub const MANY: usize = 3;

/// Takes the text apart. Only headings that stand for themselves count, not those in quotations.
pub fn split(text: &str) -> Split {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    let root = parse_document(&arena, text, &options);
    let level = |value: &NodeValue| match value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    };
    let top = root.children().filter_map(|node| level(&node.data.borrow().value)).min();
    // First and last line of each chapter's heading, from 0, and its words.
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for node in root.children() {
        let data = node.data.borrow();
        if top.is_some() && level(&data.value) == top {
            let (from, to) = (data.sourcepos.start.line, data.sourcepos.end.line);
            // A heading that says nothing begins no chapter.
            let words = crate::markdown::words_of(node);
            if !words.trim().is_empty() {
                found.push((from.saturating_sub(1), to, words));
            }
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    let between = |from: usize, to: usize| -> String {
        let some = lines.get(from.min(to)..to.min(lines.len())).unwrap_or_default();
        some.join("\n").trim_matches('\n').to_owned()
    };
    let first = found.first().map_or(lines.len(), |(from, _, _)| *from);
    let mut split = Split { preface: between(0, first), chapters: Vec::new() };
    for (n, (_, start, title)) in found.iter().enumerate() {
        let end = found.get(n + 1).map_or(lines.len(), |(from, _, _)| *from);
        let slug = unique(&crate::items::slug_of(title), &split.chapters);
        let text = between(*start, end);
        split.chapters.push(Chapter { slug, title: title.clone(), text });
    }
    split
}

/// Pages of every text have these for the last part of their address.
const RESERVED: [&str; 6] = ["innledning", "kom-i-gang", "kontakt", "pdf", "utskrift", "versjoner"];

fn unique(slug: &str, taken: &[Chapter]) -> String {
    (1..=taken.len() + 2)
        .map(|n| if n == 1 { slug.to_owned() } else { format!("{slug}-{n}") })
        .filter(|slug| !RESERVED.contains(&slug.as_str()))
        .find(|slug| taken.iter().all(|chapter| chapter.slug != *slug))
        .unwrap_or_default()
}
