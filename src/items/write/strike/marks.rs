//! Which marks of emphasis belong together, so that none is left alone when its other half is struck.

use std::ops::Range;

use super::reading::{Glyph, Seen};

/// An opening mark and its closing one, in bytes.
pub(super) struct Pair {
    pub open: Range<usize>,
    pub close: Range<usize>,
}

/// Marks of one kind side by side.
struct Run {
    mark: char,
    at: usize,
    left: usize,
    can_open: bool,
    can_close: bool,
}

/// As CommonMark pairs them, but for its rarest rules.
pub(super) fn pairs(text: &str, glyphs: &[Glyph]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    let mut at = 0;
    let mut last_line = 0;
    while let Some(glyph) = glyphs.get(at) {
        match glyph.seen {
            // A mark holds no longer than its paragraph.
            Seen::Space if text[glyph.at.clone()].starts_with('\n') => {
                if text[last_line..glyph.at.start].trim().is_empty() {
                    open.clear();
                }
                last_line = glyph.at.end;
                at += 1;
            }
            Seen::Mark('`') => at = code(text, glyphs, at, &mut pairs),
            Seen::Mark(mark @ ('*' | '_' | '~')) => {
                let run = run(text, glyphs, at, mark);
                at += run.left;
                close(run, &mut open, &mut pairs);
            }
            _ => at += 1,
        }
    }
    pairs
}

fn length(glyphs: &[Glyph], at: usize, mark: char) -> usize {
    glyphs[at..].iter().take_while(|glyph| glyph.seen == Seen::Mark(mark)).count()
}

/// Words in code have no marks of their own; it ends at as many ticks as it began with.
fn code(text: &str, glyphs: &[Glyph], at: usize, pairs: &mut Vec<Pair>) -> usize {
    let ticks = length(glyphs, at, '`');
    let mut next = at + ticks;
    while next < glyphs.len() {
        let found = length(glyphs, next, '`');
        if found == ticks {
            let bytes = |from: usize| glyphs[from].at.start..glyphs[from].at.start + ticks;
            if text[glyphs[at].at.end..glyphs[next].at.start].contains("\n\n") {
                break;
            }
            pairs.push(Pair { open: bytes(at), close: bytes(next) });
            return next + ticks;
        }
        next += found.max(1);
    }
    at + ticks
}

fn run(text: &str, glyphs: &[Glyph], at: usize, mark: char) -> Run {
    let left = length(glyphs, at, mark);
    let start = glyphs[at].at.start;
    let before = text[..start].chars().next_back().unwrap_or(' ');
    let after = text[start + left..].chars().next().unwrap_or(' ');
    let is_punctuation = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let flanks = |inner: char, outer: char| {
        !inner.is_whitespace()
            && (!is_punctuation(inner) || outer.is_whitespace() || is_punctuation(outer))
    };
    let (opens, closes) = (flanks(after, before), flanks(before, after));
    let (can_open, can_close) = match mark {
        '_' => (
            opens && (!closes || is_punctuation(before)),
            closes && (!opens || is_punctuation(after)),
        ),
        _ => (opens, closes),
    };
    Run { mark, at: start, left, can_open, can_close }
}

/// Closes what the run can close, and lets it open with the rest.
fn close(mut run: Run, open: &mut Vec<Run>, pairs: &mut Vec<Pair>) {
    while run.can_close && run.left > 0 {
        let opener = open.iter().rposition(|one| one.mark == run.mark && one.left > 0);
        let Some(opener) = opener else { break };
        open.truncate(opener + 1);
        let Some(opener) = open.last_mut() else { break };
        let marks = opener.left.min(run.left).min(2);
        opener.left -= marks;
        let start = opener.at + opener.left;
        pairs.push(Pair { open: start..start + marks, close: run.at..run.at + marks });
        run.at += marks;
        run.left -= marks;
        if opener.left == 0 {
            open.pop();
        }
    }
    if run.can_open && run.left > 0 {
        open.push(run);
    }
}
