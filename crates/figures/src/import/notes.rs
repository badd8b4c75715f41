//! The words of a number: beside it in its cell, or below the table where a mark leads to them.

use super::Reader;
use super::find::figure;
use crate::clean::clean;
use crate::number::{Figure, is_nought};
use crate::table::Cell;

/// So long a note may be.
const LONGEST: usize = 200;

impl Reader<'_> {
    /// Empty where no words are.
    pub(super) fn note(&self, line: usize) -> String {
        let Some(column) = self.outcome.columns.value else { return String::new() };
        let Figure::Noted { note, .. } = figure(self.grid.cell(line, column)) else {
            return String::new();
        };
        if is_nought(&note) {
            return String::new();
        }
        let words = if has_words(&note) { note } else { self.led_to(&note).unwrap_or_default() };
        let words = words.trim_matches(|c: char| c.is_whitespace() || "()[];*†‡§#".contains(c));
        words.chars().take(LONGEST).collect()
    }

    /// A line that begins with the mark: «* ny seksjon åpnet», «1) ferie».
    fn led_to(&self, mark: &str) -> Option<String> {
        let mark = plain(mark);
        // The same for all marks of a table, however many.
        let texts = self.texts.get_or_init(|| {
            let cells = self.grid.lines.iter().flat_map(|line| &line.cells);
            let texts = cells.filter_map(|cell| match cell {
                Cell::Text(text) => Some(plain(&clean(text))),
                _ => None,
            });
            texts.filter(|text| has_words(text)).collect()
        });
        texts.iter().find_map(|text| {
            let rest = text.strip_prefix(mark.as_str())?;
            let is_parted =
                rest.starts_with([' ', ')', ':', '.']) || !mark.ends_with(char::is_alphanumeric);
            let rest = rest.trim_start_matches([' ', ')', ':', '.']);
            (is_parted && has_words(rest)).then(|| rest.to_owned())
        })
    }
}

/// A word or more, and not only a mark.
fn has_words(note: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    note.split(' ').any(letters)
}

/// Raised figures as figures, without the bracket of `1)`.
fn plain(text: &str) -> String {
    let figure = |c: char| match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(u32::from(c) - 0x2070, 10).unwrap_or(c),
        other => other,
    };
    text.trim_start_matches('(').trim_end_matches(')').chars().map(figure).collect()
}
