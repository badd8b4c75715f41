//! The letters that paper is set in: they come with the program, and what they lack is told, not dropped.

use std::collections::HashSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::fonts::INTER;

/// Stands for a letter that no font of ours has.
const UNKNOWN: char = '□';

/// A word with no place to break within this many letters gets one.
const LONG_WORD: usize = 40;

pub struct Letters {
    pub fonts: Vec<Font>,
    pub book: LazyHash<FontBook>,
}

pub static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let fonts: Vec<Font> = INTER.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Letters { fonts, book }
});

/// The letters that every one of the fonts has.
static KNOWN: LazyLock<HashSet<u32>> = LazyLock::new(|| {
    let mut all = LETTERS.fonts.iter().map(|font| font.info().coverage.iter().collect());
    let first: HashSet<u32> = all.next().unwrap_or_default();
    all.fold(first, |known, these| known.intersection(&these).copied().collect())
});

pub fn has(letter: char) -> bool {
    KNOWN.contains(&u32::from(letter))
}

/// The text as the fonts can show it: tidied, without control characters, with a mark where a
/// letter is unknown and places to break in words longer than a line.
pub fn shown(text: &str) -> String {
    let text = norsk::tidy(text);
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => out.push(letter),
            _ if letter.is_control() || is_silent(letter) => continue,
            _ if has(letter) => out.push(letter),
            _ => out.push(UNKNOWN),
        }
        run = if breaks(letter) { 0 } else { run + 1 };
        if run == LONG_WORD {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

/// Where a line may break anyway.
fn breaks(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '/' | '\u{ad}' | '\u{200b}')
}

/// Direction marks and variation selectors: they shape letters that we do not have.
fn is_silent(letter: char) -> bool {
    matches!(letter,
        '\u{200c}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
