//! A text as who reads it sees it, letter by letter, each with where it is written: entities are the
//! letters that they stand for, and marks of emphasis, tags and soft hyphens are not seen.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::markdown;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// In its small form, so that case does not matter.
    Letter(char),
    Space,
    /// What nobody sees, by its first letter.
    Mark(char),
}

/// A letter, a space or a mark, and the bytes that it is written in.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub seen: Seen,
    pub at: Range<usize>,
}

/// Whether a tag is something to read. In CommonMark it is not; in a line of plain words it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tags {
    Hidden,
    Read,
}

/// No tag and no entity is longer.
const LONGEST_TAG: usize = 2_000;
const LONGEST_ENTITY: usize = 34;

pub(super) fn read(text: &str, tags: Tags) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len());
    let mut at = 0;
    // Before the first word of a line `>` is the mark of a quotation.
    let mut begins = true;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..];
        let (seen, length) = glyph(rest, first, begins, tags);
        begins = first == '\n' || (begins && (seen == Seen::Space || first == '>'));
        glyphs.push(Glyph { seen, at: at..at + length });
        at += length;
    }
    glyphs
}

fn glyph(rest: &str, first: char, begins: bool, tags: Tags) -> (Seen, usize) {
    let after = rest[first.len_utf8()..].chars().next();
    let plain = (seen(first), first.len_utf8());
    match first {
        '\\' if after == Some('\n') => (Seen::Space, 2),
        '\\' if after.is_some_and(|c| c.is_ascii_punctuation()) => (Seen::Mark(first), 1),
        '*' | '_' | '~' | '`' => (Seen::Mark(first), 1),
        '>' if begins => (Seen::Mark(first), 1),
        '&' => entity(rest).map_or(plain, |(letter, length)| (seen(letter), length)),
        '<' if tags == Tags::Hidden => {
            tag(rest).map_or(plain, |length| (Seen::Mark(first), length))
        }
        _ => composed(rest, first).map_or(plain, |(letter, length)| (seen(letter), length)),
    }
}

fn seen(letter: char) -> Seen {
    if letter.is_whitespace() {
        Seen::Space
    } else if is_unseen(letter) {
        Seen::Mark(letter)
    } else {
        Seen::Letter(fold(letter))
    }
}

/// Soft hyphens, joiners and marks of direction.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{feff}')
}

fn fold(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// `&shy;` or `&#xAD;`, and what it stands for.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(LONGEST_ENTITY).position(|b| b == b';')? + 1;
    let written = rest.get(..end)?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '#';
    if end < 3 || !written[1..end - 1].chars().all(is_plain) {
        return None;
    }
    // The parser knows all their names. Between two letters, for it trims a line.
    let words = markdown::lines(&format!("a{written}a"));
    let letter = words.strip_prefix('a')?.chars().next()?;
    (!words.contains(written)).then_some((letter, end))
}

/// How long the tag is that begins here.
fn tag(rest: &str) -> Option<usize> {
    let next = rest[1..].chars().next()?;
    if !next.is_ascii_alphabetic() && !matches!(next, '/' | '!' | '?') {
        return None;
    }
    let end = rest.bytes().take(LONGEST_TAG).position(|b| b == b'>')? + 1;
    let inside = rest.get(1..end - 1)?;
    // `<https://…>` and `<navn@kommune.no>` are read.
    let is_address = !inside.contains(char::is_whitespace) && inside.contains([':', '@']);
    (!is_address && !inside.contains('<') && !inside.contains("\n\n")).then_some(end)
}

/// A letter with marks of its own behind it, such as `a` and a ring, as the one letter that it is.
fn composed(rest: &str, first: char) -> Option<(char, usize)> {
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    let marks: usize = rest.chars().skip(1).take_while(is_mark).map(char::len_utf8).sum();
    if marks == 0 {
        return None;
    }
    let length = first.len_utf8() + marks;
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&rest[..length]);
    let mut letters = composed.chars();
    let one = letters.next()?;
    letters.next().is_none().then_some((one, length))
}
