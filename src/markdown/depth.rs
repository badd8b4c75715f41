//! How deep the parts of a text may stand inside each other: what reads them gets slow without a bound.

use std::borrow::Cow;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::OPTIONS;

/// Quotations, lists, emphasis and links inside each other: more than any writer needs, and little
/// enough for the slowest of what reads them.
pub const DEEPEST: usize = 40;

/// Is more inside each other than [`DEEPEST`]?
pub fn is_too_deep(text: &str) -> bool {
    if text.lines().any(|line| cut(line).is_some()) || brackets(text) > DEEPEST {
        return true;
    }
    let arena = Arena::new();
    too_deep(parse_document(&arena, text, &OPTIONS)).next().is_some()
}

/// What stands inside more than it may.
fn too_deep<'a>(root: &'a AstNode<'a>) -> impl Iterator<Item = &'a AstNode<'a>> {
    let mut depth = 0;
    root.traverse().filter_map(move |edge| {
        match edge {
            NodeEdge::Start(node) if holds(node) => {
                depth += 1;
                return (depth > DEEPEST).then_some(node);
            }
            NodeEdge::End(node) if holds(node) => depth -= 1,
            _ => {}
        }
        None
    })
}

/// So many brackets stand open at once in one paragraph, at most.
fn brackets(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for line in text.lines() {
        if line.trim().is_empty() {
            open = 0;
        }
        for letter in line.bytes() {
            match letter {
                b'[' => open += 1,
                b']' => open = open.saturating_sub(1),
                _ => continue,
            }
            most = most.max(open);
        }
    }
    most
}

/// A line without those marks of quotations and lists before it that are too many.
fn cut(line: &str) -> Option<String> {
    let (mut at, mut marks, mut keep) = (0, 0, 0);
    while let Some(length) = container(&line[at..]) {
        at += length;
        marks += 1;
        if marks == DEEPEST {
            keep = at;
        }
    }
    (marks > DEEPEST).then(|| format!("{}{}", &line[..keep], &line[at..]))
}

/// How long the mark of a quotation or of a point in a list is, with the blanks before it.
fn container(rest: &str) -> Option<usize> {
    let words = rest.trim_start_matches([' ', '\t']);
    let before = rest.len() - words.len();
    let first = words.bytes().next()?;
    let digits = words.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let mark = match first {
        b'>' => return Some(before + 1),
        // A line across the page may be as long as it likes.
        b'-' | b'*' if is_rule(words, char::from(first)) => return None,
        b'-' | b'*' | b'+' => 1,
        b'0'..=b'9' if words[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    let is_followed = words[mark..].chars().next().is_none_or(|c| c == ' ' || c == '\t');
    is_followed.then_some(before + mark)
}

fn is_rule(words: &str, mark: char) -> bool {
    words.chars().all(|c| c == mark || c.is_whitespace())
}

/// Things stand in it that make it deeper.
fn holds(node: &AstNode<'_>) -> bool {
    matches!(
        node.data.borrow().value,
        NodeValue::BlockQuote
            | NodeValue::Item(_)
            | NodeValue::Emph
            | NodeValue::Strong
            | NodeValue::Strikethrough
            | NodeValue::Link(_)
            | NodeValue::Image(_)
    )
}

/// What was stored before there was a limit is shown too: what is deeper stands where the limit is.
pub(super) fn parse<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    let root = parse_document(arena, &tamed(text), &OPTIONS);
    for node in too_deep(root).collect::<Vec<_>>() {
        // A point takes its list with it when that has no other.
        let list = node.parent().filter(|parent| {
            matches!(node.data.borrow().value, NodeValue::Item(_))
                && matches!(parent.data.borrow().value, NodeValue::List(_))
        });
        let place = list.unwrap_or(node);
        while let Some(child) = node.first_child() {
            place.insert_before(child);
        }
        node.detach();
        if let Some(list) = list.filter(|list| list.first_child().is_none()) {
            list.detach();
        }
    }
    root
}

fn tamed(text: &str) -> Cow<'_, str> {
    if !text.lines().any(|line| cut(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines = text.lines().map(|line| cut(line).map_or(Cow::Borrowed(line), Cow::Owned));
    lines.collect::<Vec<_>>().join("\n").into()
}
