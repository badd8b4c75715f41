//! What is other in a text than it was, word by word.

use std::time::Instant;

use similar::{Algorithm, ChangeTag, TextDiff};

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffPiece {
    Kept(String),
    Added(String),
    Removed(String),
    /// So much that was not changed stands here that it is folded away.
    Gap(String),
}

/// So many letters of what was kept stand on each side of a change.
const AROUND: usize = 160;

/// Nothing when the texts are alike. Past `until` what is left is not compared to the last word: two
/// texts that are nothing alike would take long and tell nobody anything.
pub fn pieces(old: &str, new: &str, until: Instant) -> Vec<DiffPiece> {
    if old == new {
        return Vec::new();
    }
    let diff =
        TextDiff::configure().algorithm(Algorithm::Patience).deadline(until).diff_words(old, new);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let runs = joined(runs);
    let last = runs.len().saturating_sub(1);
    let mut pieces = Vec::new();
    for (n, (tag, text)) in runs.into_iter().enumerate() {
        match tag {
            ChangeTag::Insert => pieces.push(DiffPiece::Added(text)),
            ChangeTag::Delete => pieces.push(DiffPiece::Removed(text)),
            ChangeTag::Equal => shorten(&mut pieces, text, n == 0, n == last),
        }
    }
    pieces
}

/// A lone space between two changes is no island: what was taken and what was added stand together.
fn joined(runs: Vec<(ChangeTag, String)>) -> Vec<(ChangeTag, String)> {
    let mut out: Vec<(ChangeTag, String)> = Vec::new();
    let (mut taken, mut added) = (String::new(), String::new());
    let flush = |taken: &mut String, added: &mut String, out: &mut Vec<(ChangeTag, String)>| {
        for (tag, text) in [(ChangeTag::Delete, taken), (ChangeTag::Insert, added)] {
            if !text.is_empty() {
                out.push((tag, std::mem::take(text)));
            }
        }
    };
    let mut runs = runs.into_iter().peekable();
    while let Some((tag, text)) = runs.next() {
        match tag {
            ChangeTag::Delete => taken.push_str(&text),
            ChangeTag::Insert => added.push_str(&text),
            ChangeTag::Equal => {
                let is_between = !taken.is_empty() && !added.is_empty() && runs.peek().is_some();
                if is_between && text.trim().is_empty() && !text.contains('\n') {
                    taken.push_str(&text);
                    added.push_str(&text);
                } else {
                    flush(&mut taken, &mut added, &mut out);
                    out.push((ChangeTag::Equal, text));
                }
            }
        }
    }
    flush(&mut taken, &mut added, &mut out);
    out
}

/// Keeps what stands nearest the changes.
fn shorten(pieces: &mut Vec<DiffPiece>, text: String, is_first: bool, is_last: bool) {
    let room = if is_first || is_last { AROUND } else { 2 * AROUND };
    if text.chars().count() <= room + AROUND / 2 {
        pieces.push(DiffPiece::Kept(text));
        return;
    }
    let head = if is_first { "" } else { head(&text) };
    let tail = if is_last { "" } else { tail(&text) };
    if !head.is_empty() {
        pieces.push(DiffPiece::Kept(head.to_owned()));
    }
    pieces.push(DiffPiece::Gap(text[head.len()..text.len() - tail.len()].to_owned()));
    if !tail.is_empty() {
        pieces.push(DiffPiece::Kept(tail.to_owned()));
    }
}

/// The first words.
fn head(text: &str) -> &str {
    let cut = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    let cut = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    &text[..cut]
}

/// The last words.
fn tail(text: &str) -> &str {
    let cut = text.char_indices().nth_back(AROUND).map_or(0, |(at, _)| at);
    let space = text[cut..].find(char::is_whitespace).map_or(0, |at| at);
    &text[cut + space..]
}
