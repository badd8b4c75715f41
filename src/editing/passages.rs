//! Finds again in a text the passages that something was said of, whatever the space between their words.

use std::ops::Range;

/// A text with the space between its words made alike.
pub struct Flat<'t> {
    text: &'t str,
    words: String,
    /// Where each byte of them stands in the text.
    at: Vec<usize>,
}

/// The same whatever the space between words.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'t> Flat<'t> {
    pub fn of(text: &'t str) -> Self {
        let (mut words, mut at) = (String::with_capacity(text.len()), Vec::new());
        let mut gap = None;
        for (index, letter) in text.char_indices() {
            if letter.is_whitespace() {
                gap = gap.or(Some(index));
                continue;
            }
            let before = gap.take().filter(|_| !words.is_empty());
            if let Some(space) = before {
                words.push(' ');
                at.push(space);
            }
            words.push(letter);
            at.extend(index..index + letter.len_utf8());
        }
        Self { text, words, at }
    }

    /// Where the passage stands, in bytes of the text: as a line of its own where there is such a one, else
    /// where it stands first.
    pub fn find(&self, passage: &str) -> Option<Range<usize>> {
        let passage = spaced(passage);
        if passage.is_empty() {
            return None;
        }
        if let Some(line) = self.line(&passage) {
            return Some(line);
        }
        let from = self.words.find(&passage)?;
        let first = self.at.get(from)?;
        let last = self.at.get(from + passage.len() - 1)?;
        Some(*first..*last + 1)
    }

    /// The first line that says this and nothing else.
    fn line(&self, passage: &str) -> Option<Range<usize>> {
        let mut from = 0;
        for line in self.text.split('\n') {
            let start = from + line.len() - line.trim_start().len();
            from += line.len() + 1;
            if spaced(line) == passage {
                return Some(start..start + line.trim().len());
            }
        }
        None
    }

    /// Does it stand in several places, so that nobody can tell which is meant?
    pub fn has_several(&self, passage: &str) -> bool {
        let passage = spaced(passage);
        let is_in_several = self.words.match_indices(&passage).nth(1).is_some();
        !passage.is_empty() && is_in_several && self.line(&passage).is_none()
    }
}

/// A line of a text, cut where a passage begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place among the lines that have words.
    pub number: usize,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub is_marked: bool,
    /// The numbers of the passages that end with it.
    pub ends: Vec<usize>,
}

impl Line {
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Its first words.
    pub fn start(&self) -> String {
        let text = self.text();
        let words: Vec<&str> = text.split_whitespace().take(5).collect();
        words.join(" ")
    }
}

/// The lines of a text that have words, with these passages marked, each by its number.
pub fn lines(text: &str, marks: &[(usize, Range<usize>)]) -> Vec<Line> {
    let (mut lines, mut from) = (Vec::new(), 0);
    for line in text.split('\n') {
        let range = from..from + line.len();
        from = range.end + 1;
        if !line.trim().is_empty() {
            let pieces = pieces(text, &range, marks);
            lines.push(Line { number: lines.len() + 1, pieces });
        }
    }
    lines
}

fn pieces(text: &str, line: &Range<usize>, marks: &[(usize, Range<usize>)]) -> Vec<Piece> {
    let ends = marks.iter().flat_map(|(_, mark)| [mark.start, mark.end]);
    let mut cuts: Vec<usize> = ends.filter(|at| line.contains(at)).collect();
    cuts.extend([line.start, line.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |from: usize, to: usize| {
        let covers = |(_, mark): &(usize, Range<usize>)| mark.start <= from && to <= mark.end;
        let ended = marks.iter().filter(|(_, mark)| mark.end == to);
        Piece {
            text: text.get(from..to).unwrap_or_default().to_owned(),
            is_marked: marks.iter().any(covers),
            ends: ended.map(|(number, _)| *number).collect(),
        }
    };
    cuts.windows(2).map(|both| piece(both[0], both[1])).collect()
}
