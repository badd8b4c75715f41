//! Marks the words that matched, and finds the stretch of a text that shows most of them.
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use norsk::normal;
use norsk::tokens::{TokenRole, spans};

use super::expand::Concept;
use super::lexis::Lexis;
use super::rank::Asked;
use super::{File, MarkedPiece};

/// How long a snippet is, in bytes of text, before the ellipses.
const LENGTH: usize = 240;
/// How much of it may stand before the first marked word.
const BEFORE: usize = 70;

/// A stretch of a word that answers the `word`th of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Needle {
    word: usize,
    from: usize,
    to: usize,
}

/// The words of the index that answered the question, with what of them did.
#[derive(Clone, Debug, Default)]
pub(super) struct Needles {
    words: HashMap<String, Vec<Needle>>,
    beginnings: Beginnings,
    /// How many words of the question they answer.
    asked: usize,
}

/// How words begin: tells of most words of a text that they are none of these, before anything is done with them.
#[derive(Clone, Copy, Debug, Default)]
struct Beginnings([u64; 16]);

impl Beginnings {
    /// A bit for the first two letters; some share one.
    fn bit(word: &[u8]) -> Option<(usize, u64)> {
        let [first, second, ..] = word else { return None };
        let at = (usize::from(first & 31) << 5) | usize::from(second & 31);
        Some((at / 64, 1 << (at % 64)))
    }

    fn add(&mut self, normal: &str) {
        if let Some((at, bit)) = Self::bit(normal.as_bytes()) {
            self.0[at] |= bit;
        }
    }

    /// May one of the words be this one? Capitals have the bits of their small letters.
    fn may_have(&self, surface: &str) -> bool {
        let is_plain = || surface.bytes().take(2).all(|byte| byte.is_ascii_alphanumeric());
        let bit = Self::bit(surface.as_bytes()).filter(|_| surface.is_ascii() && is_plain());
        bit.is_none_or(|(at, bit)| self.0[at] & bit != 0)
    }
}

/// What is marked in hits.
#[derive(Debug, Default)]
pub(super) struct Marking {
    /// What has letters of the question.
    own: Needles,
    /// With what explains a word of it, where there is such.
    all: Option<Needles>,
}

impl Marking {
    pub(super) fn new(asked: &Asked, lexis: &Lexis) -> Self {
        let concepts = || asked.concepts.iter();
        let own = Needles::new(concepts().filter(|concept| !concept.explains), lexis);
        let explains = concepts().any(|concept| concept.explains);
        Self { own, all: explains.then(|| Needles::new(concepts(), lexis)) }
    }

    /// A text that has all of a question has its own words, and needs no others to be marked.
    pub(super) fn of(&self, above: bool) -> &Needles {
        self.all.as_ref().filter(|_| !above).unwrap_or(&self.own)
    }
}

/// A word in a text that matched the `word`th of the needles.
#[derive(Clone, Copy, Debug)]
struct Mark {
    from: usize,
    to: usize,
    word: usize,
}

impl Needles {
    fn new<'a>(concepts: impl Iterator<Item = &'a Concept>, lexis: &Lexis) -> Self {
        let mut all: HashMap<String, Vec<Needle>> = HashMap::new();
        for concept in concepts {
            for kin in &concept.kin {
                let needle = Needle { word: concept.nth, from: kin.from.into(), to: kin.to.into() };
                let needles = all.entry(lexis.text(kin.word).to_owned()).or_default();
                if !needles.contains(&needle) {
                    needles.push(needle);
                }
            }
        }
        for needles in all.values_mut() {
            needles.sort_unstable_by_key(|needle| (needle.from, Reverse(needle.to)));
        }
        let mut beginnings = Beginnings::default();
        for word in all.keys() {
            beginnings.add(word);
        }
        let asked: BTreeSet<usize> = all.values().flatten().map(|needle| needle.word).collect();
        Self { words: all, beginnings, asked: asked.len() }
    }

    /// The whole text, with the matching words marked.
    pub(super) fn marked(&self, text: &str) -> Vec<MarkedPiece> {
        pieces(text, 0..text.len(), &self.marks(text))
    }

    /// The line that has most of what was asked for, marked; none when no line has any of it. An ending more is no
    /// more: «Fall» stands before «Falls».
    pub(super) fn line(&self, lines: &str) -> Option<Vec<MarkedPiece>> {
        const ENDING: usize = 2;
        let marked = |pieces: &[MarkedPiece]| -> usize {
            pieces.iter().filter(|piece| piece.hit).map(|piece| piece.text.len()).sum()
        };
        let all = lines.lines().map(|line| self.marked(line));
        let most = all.reduce(|best, line| {
            let is_more = match marked(&best) {
                0 => marked(&line) > 0,
                some => marked(&line) > some + ENDING,
            };
            if is_more { line } else { best }
        });
        most.filter(|pieces| marked(pieces) > 0)
    }

    /// The stretch of `lead` or `body` that shows the most of what was asked for; the beginning
    /// when nothing of it is there.
    pub(super) fn snippet(&self, lead: &str, body: &str) -> Vec<MarkedPiece> {
        let shows = |best: Option<(usize, usize)>| best.map_or(0, |(_, words)| words);
        let lead_is_blank = lead.trim().is_empty();
        let in_lead = self.first_marks(lead);
        let best_lead = densest(&in_lead);
        // Nothing shows more than all of it.
        let is_enough = !lead_is_blank && shows(best_lead) >= self.asked;
        let in_body = if is_enough { Vec::new() } else { self.first_marks(body) };
        let best_body = densest(&in_body);
        if shows(best_body) > shows(best_lead) || lead_is_blank {
            return stretch(body, &in_body, best_body);
        }
        stretch(lead, &in_lead, best_lead)
    }

    /// The page of an attachment that shows the most of what was asked for, and what it shows.
    pub(super) fn in_files(&self, mut files: Vec<File>) -> Option<(File, usize, Vec<MarkedPiece>)> {
        let mut best = None;
        let mut most = 0;
        'files: for (nth_file, file) in files.iter().enumerate() {
            for (nth, page) in file.pages.iter().enumerate() {
                let marks = self.first_marks(page);
                let densest = densest(&marks);
                let shows = densest.map_or(0, |(_, words)| words);
                if shows > most {
                    most = shows;
                    best = Some((nth_file, nth, stretch(page, &marks, densest)));
                }
                // None can show more than all of it.
                if most >= self.asked {
                    break 'files;
                }
            }
        }
        best.map(|(file, nth, shown)| (files.swap_remove(file), nth, shown))
    }

    fn marks(&self, text: &str) -> Vec<Mark> {
        self.marks_until(text, |_| None)
    }

    /// All that a snippet is made of: where a stretch shows all of the question no other shows more, and what comes
    /// after it need not be read.
    fn first_marks(&self, text: &str) -> Vec<Mark> {
        self.marks_until(text, |marks| {
            let last = marks.last()?;
            let is_near = |mark: &&Mark| last.to <= mark.from + (LENGTH - BEFORE);
            let near: Vec<&Mark> = marks.iter().rev().take_while(is_near).collect();
            let words: BTreeSet<usize> = near.iter().map(|mark| mark.word).collect();
            let first = near.last().filter(|_| words.len() >= self.asked)?;
            Some(first.from + LENGTH)
        })
    }

    /// `ends` says, of the marks so far, after which byte no more are wanted.
    fn marks_until(&self, text: &str, ends: impl Fn(&[Mark]) -> Option<usize>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        if self.words.is_empty() {
            return marks;
        }
        let mut end = None;
        for span in spans(text) {
            if end.is_some_and(|end| span.from > end) {
                break;
            }
            // A part of a joined word that is marked already as a whole.
            let covered = marks.last().is_some_and(|mark| span.from < mark.to);
            if span.role == TokenRole::Part && covered {
                continue;
            }
            let surface = &text[span.from..span.to];
            if !self.beginnings.may_have(surface) {
                continue;
            }
            let normal = normal(surface);
            let Some(needles) = self.words.get(&normal) else { continue };
            // Letter for letter the same bytes, or there is no telling which they are.
            let same = surface.len() == normal.len() && surface.to_lowercase() == normal;
            for needle in needles {
                // «ẞȺ» has as many bytes as «ßⱥ», but not letter for letter.
                let is_between = |at| normal.is_char_boundary(at) && surface.is_char_boundary(at);
                let whole = !same || !is_between(needle.from) || !is_between(needle.to);
                let (from, to) = if whole { (0, surface.len()) } else { (needle.from, needle.to) };
                let mark = Mark { from: span.from + from, to: span.from + to, word: needle.word };
                match marks.last_mut() {
                    // Two words of the question in one: marked as one stretch, counted as two.
                    Some(last) if mark.from < last.to => {
                        let to = last.to.max(mark.to);
                        last.to = to;
                        if last.word != mark.word {
                            marks.push(Mark { from: to, to, word: mark.word });
                        }
                    }
                    _ => marks.push(mark),
                }
            }
            end = end.or_else(|| ends(&marks));
        }
        marks
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
fn stretch(text: &str, marks: &[Mark], best: Option<(usize, usize)>) -> Vec<MarkedPiece> {
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
        shown.insert(0, MarkedPiece { text: "… ".to_owned(), hit: false });
    }
    if text[to..].chars().any(char::is_alphanumeric) {
        shown.push(MarkedPiece { text: " …".to_owned(), hit: false });
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
fn pieces(text: &str, range: Range<usize>, marks: &[Mark]) -> Vec<MarkedPiece> {
    let mut out = Vec::new();
    let mut at = range.start;
    for mark in marks {
        if mark.from >= at && mark.to <= range.end {
            out.push(MarkedPiece { text: tidy(&text[at..mark.from]), hit: false });
            out.push(MarkedPiece { text: tidy(&text[mark.from..mark.to]), hit: true });
            at = mark.to;
        }
    }
    out.push(MarkedPiece { text: tidy(&text[at..range.end]), hit: false });
    joined(out)
}

/// Without empty pieces, and with neighbours of the same sort made one.
fn joined(pieces: Vec<MarkedPiece>) -> Vec<MarkedPiece> {
    let mut out: Vec<MarkedPiece> = Vec::new();
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
