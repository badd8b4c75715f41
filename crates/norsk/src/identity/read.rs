//! The digits of a text, whatever they are written with, and what stands between them.

use std::ops::Range;

use super::token;

/// Digits with nothing that is seen between them, and what stands before the first.
#[derive(Debug)]
pub(super) struct Run {
    pub gap: Gap,
    pub digits: Vec<u8>,
    /// What each is written with.
    pub parts: Vec<Range<usize>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// What follows is another thing.
    Broken,
    /// Only marks of Markdown, or tags: a reader sees one number.
    Marked,
    /// A few signs: all white space is one space, all dashes are one dash.
    Apart(String),
}

pub(super) enum Piece {
    Digit(u8),
    /// Nothing that is seen.
    Nothing,
    Mark(char),
    Space,
    Line,
    Sign(char),
    /// A letter, a sign of another kind, the edge of a cell.
    Stop,
}

/// So many signs may stand between two groups of one number.
const MOST_SIGNS: usize = 3;

/// With `is_encoded`, `%30` is the digit that it is in an address.
pub(super) fn runs(text: &str, is_encoded: bool) -> Vec<Run> {
    let mut reader = Reader { runs: Vec::new(), between: Between::broken() };
    let (mut at, mut in_word, mut doi_ends) = (0, false, 0);
    while at < text.len() {
        let rest = &text[at..];
        let skipped = if in_word { 0 } else { token::identifier(rest) };
        if skipped > 0 {
            reader.take(Piece::Stop, at..at + skipped);
            at += skipped;
            in_word = true;
            continue;
        }
        if !in_word && at >= doi_ends {
            doi_ends = at + token::doi(rest);
        }
        let (piece, length) = token::piece(rest, is_encoded);
        let is_apart =
            matches!(piece, Piece::Mark(_) | Piece::Space | Piece::Line | Piece::Sign(_));
        let piece = if is_apart && at < doi_ends { Piece::Stop } else { piece };
        reader.take(piece, at..at + length);
        in_word = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        at += length;
        // Of `%2F` the `F` is no letter of the word that comes next.
        in_word = in_word && !token::ends_escape(&text[..at]);
    }
    reader.runs
}

struct Reader {
    runs: Vec<Run>,
    between: Between,
}

/// What has been read since the last digit.
#[derive(Default)]
struct Between {
    is_broken: bool,
    has_marks: bool,
    signs: String,
    lines: u8,
    /// Of a list, if a space comes next.
    may_be_bullet: bool,
}

impl Between {
    fn broken() -> Self {
        Self { is_broken: true, ..Self::default() }
    }

    fn is_nothing(&self) -> bool {
        !self.is_broken && !self.has_marks && self.signs.is_empty()
    }

    fn space(&mut self) {
        if !self.signs.ends_with(' ') {
            self.signs.push(' ');
        }
    }

    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Digit(_) | Piece::Nothing => {}
            Piece::Stop => self.is_broken = true,
            Piece::Mark(mark) => {
                self.has_marks = true;
                self.may_be_bullet = self.lines > 0 && *mark == '*';
            }
            Piece::Space => {
                self.is_broken |= self.may_be_bullet;
                self.space();
            }
            Piece::Line => {
                self.lines = self.lines.saturating_add(1);
                self.is_broken |= self.lines > 1;
                self.space();
            }
            Piece::Sign(sign) => {
                self.may_be_bullet = self.lines > 0 && matches!(sign, '-' | '+');
                self.signs.push(*sign);
            }
        }
        // What is long is no longer read.
        if self.signs.len() > MOST_SIGNS {
            self.is_broken = true;
            self.signs.truncate(0);
        }
    }

    fn gap(self) -> Gap {
        if self.is_broken {
            Gap::Broken
        } else if self.signs.is_empty() {
            Gap::Marked
        } else {
            Gap::Apart(self.signs)
        }
    }
}

impl Reader {
    fn take(&mut self, piece: Piece, place: Range<usize>) {
        let Piece::Digit(digit) = piece else {
            self.between.take(&piece);
            return;
        };
        let between = std::mem::take(&mut self.between);
        match self.runs.last_mut() {
            Some(run) if between.is_nothing() => {
                run.digits.push(digit);
                run.parts.push(place);
            }
            _ => {
                self.runs.push(Run { gap: between.gap(), digits: vec![digit], parts: vec![place] });
            }
        }
    }
}
