//! Marks the words that matched, and finds the stretch of a text that shows most of them.
use std::ops::Range;

use super::Piece;
use super::text::{Layer, Role, exact, fold, spans};

/// How long a snippet is, in bytes of text, before the ellipses.
const LENGTH: usize = 240;
/// How much of it may stand before the first marked word.
const BEFORE: usize = 70;

/// One word that was asked for, in all the forms it may have in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Needle {
    folded: Vec<String>,
    stems: Vec<String>,
    /// Also words that only begin with it.
    pub(super) prefix: bool,
    /// Also words one letter away.
    pub(super) near: bool,
}

impl Needle {
    pub(super) fn word(whole: &str, parts: &[String]) -> Self {
        let all = || std::iter::once(whole).chain(parts.iter().map(String::as_str));
        Self {
            folded: all().flat_map(|word| Layer::Folded.terms(word)).collect(),
            stems: all().flat_map(|word| Layer::Stem.terms(word)).collect(),
            ..Self::default()
        }
    }

    /// As a phrase wants its words: in this form only.
    pub(super) fn folded(word: &str) -> Self {
        Self { folded: Layer::Folded.terms(word), ..Self::default() }
    }

    fn is_folded(&self, folded: &[String]) -> bool {
        folded.iter().any(|word| {
            self.folded.contains(word)
                || (self.prefix && word.starts_with(&self.folded[0]))
                || (self.near && is_near(word, &self.folded[0]))
        })
    }

    /// A stem is the beginning of its word, so most words need not be stemmed to be ruled out.
    fn may_be_stem_of(&self, folded: &[String]) -> bool {
        let begins = |word: &String| self.stems.iter().any(|stem| word.starts_with(stem));
        folded.iter().any(begins)
    }
}

/// All the words that were asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Needles {
    all: Vec<Needle>,
    /// The letters they begin with: rules out most words of a text at little cost.
    initials: Vec<char>,
    any_near: bool,
}

/// A word in a text that matched the `word`th of the needles.
#[derive(Clone, Copy, Debug)]
struct Mark {
    from: usize,
    to: usize,
    word: usize,
}

impl Needles {
    pub(super) fn push(&mut self, needle: Needle) {
        let forms = needle.folded.iter().chain(&needle.stems);
        self.initials.extend(forms.filter_map(|form| form.chars().next()));
        self.any_near |= needle.near;
        self.all.push(needle);
    }

    /// The whole text, with the matching words marked.
    pub(super) fn marked(&self, text: &str) -> Vec<Piece> {
        pieces(text, 0..text.len(), &self.marks(text))
    }

    /// The stretch of `lead` or `body` that shows the most of what was asked for; the beginning
    /// when nothing of it is there.
    pub(super) fn snippet(&self, lead: &str, body: &str) -> Vec<Piece> {
        let in_lead = self.marks(lead);
        let in_body = self.marks(body);
        let (best_lead, best_body) = (densest(&in_lead), densest(&in_body));
        let shows = |best: Option<(usize, usize)>| best.map_or(0, |(_, words)| words);
        let lead_is_blank = lead.trim().is_empty();
        if shows(best_body) > shows(best_lead) || lead_is_blank {
            return stretch(body, &in_body, best_body);
        }
        stretch(lead, &in_lead, best_lead)
    }

    fn marks(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        if self.all.is_empty() {
            return marks;
        }
        for span in spans(text) {
            // A part of a joined word that is marked already as a whole.
            let covered = marks.last().is_some_and(|mark| span.from < mark.to);
            if span.role == Role::Part && covered {
                continue;
            }
            let surface = &text[span.from..span.to];
            if self.may_match(surface)
                && let Some(word) = self.which(&exact(surface))
            {
                marks.push(Mark { from: span.from, to: span.to, word });
            }
        }
        marks
    }

    fn may_match(&self, surface: &str) -> bool {
        self.any_near
            || surface.chars().next().is_some_and(|first| {
                let first = if first.is_ascii() {
                    Some(first.to_ascii_lowercase())
                } else {
                    fold(&exact(first.encode_utf8(&mut [0; 4]))).chars().next()
                };
                first.is_some_and(|first| self.initials.contains(&first))
            })
    }

    fn which(&self, exact: &str) -> Option<usize> {
        let folded = Layer::Folded.terms(exact);
        let mut stems = None;
        self.all.iter().position(|needle| {
            needle.is_folded(&folded)
                || (needle.may_be_stem_of(&folded)
                    && stems
                        .get_or_insert_with(|| Layer::Stem.terms(exact))
                        .iter()
                        .any(|stem| needle.stems.contains(stem)))
        })
    }
}

/// The mark to begin at so that a snippet shows the most different words, and how many those are.
fn densest(marks: &[Mark]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (nth, first) in marks.iter().enumerate() {
        let mut words: Vec<usize> = marks[nth..]
            .iter()
            .take_while(|mark| mark.to <= first.from + (LENGTH - BEFORE))
            .map(|mark| mark.word)
            .collect();
        words.sort_unstable();
        words.dedup();
        if best.is_none_or(|(_, most)| words.len() > most) {
            best = Some((nth, words.len()));
        }
    }
    best
}

/// A snippet of `text` around the best mark.
fn stretch(text: &str, marks: &[Mark], best: Option<(usize, usize)>) -> Vec<Piece> {
    let first = best.map_or(0..0, |(nth, _)| marks[nth].from..marks[nth].to);
    let from = beginning(text, first.start);
    let to = ending(text, from, first.end);
    let mut shown = pieces(text, from..to, marks);
    if let Some(piece) = shown.first_mut() {
        piece.text = piece.text.trim_start().to_owned();
    }
    if let Some(piece) = shown.last_mut() {
        piece.text = piece.text.trim_end().to_owned();
    }
    if text[..from].chars().any(char::is_alphanumeric) {
        shown.insert(0, Piece { text: "… ".to_owned(), hit: false });
    }
    if text[to..].chars().any(char::is_alphanumeric) {
        shown.push(Piece { text: " …".to_owned(), hit: false });
    }
    joined(shown)
}

/// Where a snippet begins that shows `at`: at a sentence if one is near, else at a word.
fn beginning(text: &str, at: usize) -> usize {
    let mut reach = at.saturating_sub(BEFORE);
    if reach == 0 {
        return 0;
    }
    reach = text.floor_char_boundary(reach);
    let mut words = Vec::new();
    let mut sentence = None;
    let mut before = text[..reach].chars().next_back();
    let mut ended = None;
    for (offset, c) in text[reach..at].char_indices() {
        let blank = before.is_some_and(char::is_whitespace);
        if blank && !c.is_whitespace() {
            words.push(reach + offset);
            if ended.is_some_and(|end| matches!(end, '.' | '!' | '?' | ':' | '\n')) {
                sentence = sentence.or(Some(reach + offset));
            }
        }
        if !c.is_whitespace() || c == '\n' {
            ended = Some(c);
        }
        before = Some(c);
    }
    sentence.or(words.first().copied()).unwrap_or(at)
}

/// Where a snippet ends that begins at `from` and must show all up to `until`.
fn ending(text: &str, from: usize, until: usize) -> usize {
    let limit = text.floor_char_boundary((from + LENGTH).max(until));
    if limit >= text.len() {
        return text.len();
    }
    let least = until.max(from);
    // A word that goes on past the limit is left out, unless there is nothing else.
    let room = &text[least..text.ceil_char_boundary(limit + 1)];
    let last_blank = room.char_indices().rfind(|(_, c)| c.is_whitespace());
    last_blank.map_or(limit, |(offset, _)| least + offset)
}

/// The stretch of text cut into marked and unmarked pieces, white space and control characters
/// made into single spaces.
fn pieces(text: &str, range: Range<usize>, marks: &[Mark]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = range.start;
    for mark in marks {
        if mark.from >= at && mark.to <= range.end {
            out.push(Piece { text: tidy(&text[at..mark.from]), hit: false });
            out.push(Piece { text: tidy(&text[mark.from..mark.to]), hit: true });
            at = mark.to;
        }
    }
    out.push(Piece { text: tidy(&text[at..range.end]), hit: false });
    joined(out)
}

/// Without empty pieces, and with neighbours of the same sort made one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            _ if piece.text.is_empty() => {}
            Some(last) if !last.hit && !piece.hit => last.text.push_str(&piece.text),
            _ => out.push(piece),
        }
    }
    out
}

fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// At most one letter put in, left out, changed, or swapped with its neighbour.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short_rest, long_rest) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => match (short_rest, long_rest) {
            ([], []) => true,
            ([x, rest @ ..], [y, other @ ..]) => {
                rest == other
                    || matches!((rest, other), ([x2, rest @ ..], [y2, other @ ..])
                        if x == y2 && y == x2 && rest == other)
            }
            _ => false,
        },
        1 => short_rest == &long_rest[1..],
        _ => false,
    }
}
