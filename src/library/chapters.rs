//! A body in chapters: what its highest headings part it into, and the text with only some of them.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::markdown::{self, Heading};
use crate::pdf::paper;
use crate::pdf::text::{Block, blocks, line};

/// What stands before the first heading.
pub const OPENING: &str = "innledning";

/// The chapters of `body` in their order, each with the name that chooses it. A body without
/// headings is one chapter without a title.
pub fn of(body: &str) -> Vec<Heading> {
    let arena = Arena::new();
    let root = parse_document(&arena, body, markdown::options());
    let mut found: Vec<Heading> = Vec::new();
    for (id, node) in parted(root) {
        if found.last().is_none_or(|last| last.id != id) {
            let is_opening = id == OPENING;
            let text = if is_opening { String::new() } else { markdown::words_of(node) };
            found.push(Heading { id, text });
        }
    }
    found
}

/// Takes the chapters that are not kept out of the parsed `root`.
pub(super) fn keep<'a>(root: &'a AstNode<'a>, is_kept: &dyn Fn(&str) -> bool) {
    for (id, node) in parted(root) {
        if !is_kept(&id) {
            node.detach();
        }
    }
}

/// The kept chapters, ready for paper; their headings are of the second level.
pub fn on_paper(body: &str, is_kept: &dyn Fn(&str) -> bool) -> Vec<paper::Chapter> {
    let arena = Arena::new();
    let root = parse_document(&arena, body, markdown::options());
    keep(root, is_kept);
    let mut chapters: Vec<paper::Chapter> = Vec::new();
    for block in blocks(root.children(), 2) {
        match block {
            Block::Heading { level: 2, c } => {
                chapters.push(paper::Chapter { heading: c, ours: false, blocks: Vec::new() });
            }
            block => {
                if chapters.is_empty() {
                    let heading = line("");
                    chapters.push(paper::Chapter { heading, ours: false, blocks: Vec::new() });
                }
                if let Some(last) = chapters.last_mut() {
                    last.blocks.push(block);
                }
            }
        }
    }
    chapters
}

/// Each block of the body with the chapter it belongs to.
fn parted<'a>(root: &'a AstNode<'a>) -> Vec<(String, &'a AstNode<'a>)> {
    let level = |node: &'a AstNode<'a>| match &node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    };
    let highest = root.children().filter_map(level).min();
    let mut taken: Vec<String> = Vec::new();
    let mut current = OPENING.to_owned();
    let mut parted = Vec::new();
    for node in root.children() {
        if highest.is_some() && level(node) == highest {
            current = free(&slug::slugify(markdown::words_of(node)), &taken);
            taken.push(current.clone());
        }
        parted.push((current.clone(), node));
    }
    parted
}

fn free(slug: &str, taken: &[String]) -> String {
    let slug = if slug.is_empty() { "avsnitt" } else { slug };
    let named = |n: usize| if n == 1 { slug.to_owned() } else { format!("{slug}-{n}") };
    let is_free = |name: &String| name != OPENING && !taken.contains(name);
    (1..=taken.len() + 2).map(named).find(is_free).unwrap_or_default()
}
