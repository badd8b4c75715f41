//! Cuts a text into words: runs of letters and digits, with joined words given whole and in parts.

use std::str::CharIndices;

use crate::fold::is_silent;

/// Where a word stands in a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: usize,
    pub to: usize,
    /// Words before it; the parts of a joined word count, the whole does not.
    pub position: usize,
    pub role: TokenRole,
}

/// Whether a token is a word of its own, a joined word, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRole {
    Word,
    /// All of `PDSA-sirkel` or `24-7`; comes before its parts, and at the position of the first.
    Joined,
    /// `PDSA`, then `sirkel`.
    Part,
}

/// The words of a text, in order.
///
/// ```
/// let text = "Prøv en PDSA-sirkel!";
/// let words: Vec<&str> = norsk::tokens::spans(text).map(|s| &text[s.from..s.to]).collect();
/// assert_eq!(words, ["Prøv", "en", "PDSA-sirkel", "PDSA", "sirkel"]);
/// ```
pub fn spans(text: &str) -> Spans<'_> {
    Spans { text, at: 0, position: 0, joined_to: None }
}

/// See [`spans`].
#[derive(Clone, Debug)]
pub struct Spans<'a> {
    text: &'a str,
    at: usize,
    position: usize,
    /// Inside a joined word: where it ends.
    joined_to: Option<usize>,
}

impl<'a> Spans<'a> {
    /// The text that is being cut.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The next run of letters and digits at or after `from`.
    fn run(&self, from: usize) -> Option<(usize, usize)> {
        let mut letters = self.text[from..].char_indices();
        let start = from + letters.find(|(_, c)| c.is_alphanumeric())?.0;
        Some((start, self.end_of_run(letters)))
    }

    fn end_of_run(&self, mut rest: CharIndices<'_>) -> usize {
        loop {
            let here = self.text.len() - rest.as_str().len();
            match rest.next() {
                Some((_, c)) if c.is_alphanumeric() || is_silent(c) => {}
                _ => return here,
            }
        }
    }

    /// Where the joined word that begins with the run ending at `end` itself ends.
    fn end_of_joined(&self, mut end: usize) -> usize {
        loop {
            let mut rest = self.text[end..].char_indices();
            let joiner = rest.next().is_some_and(|(_, c)| is_joiner(c));
            let letter = rest.next().is_some_and(|(_, c)| c.is_alphanumeric());
            if !(joiner && letter) {
                return end;
            }
            end = self.end_of_run(rest);
        }
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let (from, to) = self.run(self.at)?;
        if self.joined_to.is_none() {
            let end = self.end_of_joined(to);
            if end > to {
                self.joined_to = Some(end);
                return Some(Span {
                    from,
                    to: end,
                    position: self.position,
                    role: TokenRole::Joined,
                });
            }
        }
        let role = if self.joined_to.is_some() { TokenRole::Part } else { TokenRole::Word };
        if self.joined_to.is_some_and(|end| to >= end) {
            self.joined_to = None;
        }
        let span = Span { from, to, position: self.position, role };
        self.at = to;
        self.position += 1;
        Some(span)
    }
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}')
}
