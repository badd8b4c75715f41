//! From a text to its lines, and from lines to pieces: the units that all later steps decide on.

use super::account::LineFate;
use super::email::{self, Found};
use super::text::{among, ends_sentence, length, starts_lower, tidy};

/// An input line; every blank and control character is one plain space, so that columns stay.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Counted from 1.
    pub number: usize,
    pub text: String,
}

/// Lines end with LF or CR LF; with CR alone only in a text that knows no LF.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let text = text.strip_suffix(end).unwrap_or(text);
    let plain = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
    text.split(end)
        .map(|line| if end == '\n' { line.strip_suffix('\r').unwrap_or(line) } else { line })
        .enumerate()
        .map(|(at, line)| Line { number: at + 1, text: line.chars().map(plain).collect() })
        .collect()
}

/// What stands before the words of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    None,
    Bullet,
    /// A hyphen or dash: an item of a list, or somebody speaking.
    Dash(char),
    Number(u32, char),
}

/// A line, or one of several things that were run together on a line.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent mark of the line")]
pub(super) struct Piece {
    /// Index into the lines, from 0.
    pub line: usize,
    /// Bytes of the line's text.
    pub from: usize,
    pub to: usize,
    pub raw: String,
    pub marker: Marker,
    /// Decided by the neighbours for dashes and numbers.
    pub item: bool,
    /// Tidied, without personal e-mail addresses, without the marker.
    pub words: String,
    /// As `words`, with the marker.
    pub full: String,
    /// Personal addresses by byte range of `raw`.
    pub emails: Vec<Found>,
    /// The addresses went to a leader; else they are left out.
    pub mail_used: bool,
    /// The line before is blank, or there is none.
    pub gap_before: bool,
    pub gap_after: bool,
    /// What became of it; none until a step claims it.
    pub what: Option<LineFate>,
}

impl Piece {
    pub(super) fn new(line: usize, from: usize, raw: &str) -> Self {
        let mut emails = email::find(raw);
        emails.retain(|found| email::is_personal(&found.address));
        let full = tidy(&email::without(raw, &emails));
        let full = full.trim_matches(['|', ' ']).to_owned();
        let (marker, words) = marker(&full);
        let words = words.to_owned();
        let item = marker == Marker::Bullet;
        let (line, to) = (line, from + raw.len());
        let raw = raw.to_owned();
        Self {
            line,
            from,
            to,
            raw,
            marker,
            item,
            words,
            full,
            emails,
            mail_used: false,
            gap_before: false,
            gap_after: false,
            what: None,
        }
    }

    /// The words as they belong in running text: a dash that is no bullet is part of them.
    pub(super) fn text(&self) -> &str {
        if self.item { &self.words } else { &self.full }
    }

    pub(super) fn number(&self) -> usize {
        self.line + 1
    }

    pub(super) fn open(&self) -> bool {
        self.what.is_none()
    }

    /// A short line, as labels, captions and links are.
    pub(super) fn short(&self, limit: usize) -> bool {
        self.raw.len() <= limit * 2 && length(&self.full) <= limit
    }
}

fn marker(text: &str) -> (Marker, &str) {
    const BULLETS: &[char] =
        &['•', '·', '▪', '●', '■', '◦', '‣', '○', '*', '\u{F0B7}', '\u{F0A7}', '➢', '✓'];
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return (Marker::None, text) };
    let rest = chars.as_str();
    let spaced = rest.is_empty() || rest.starts_with(' ');
    if BULLETS.contains(&first) && (spaced || first != '*') && !rest.starts_with(first) {
        return (Marker::Bullet, rest.trim_start());
    }
    if matches!(first, '-' | '–' | '—') && spaced {
        return (Marker::Dash(first), rest.trim_start());
    }
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&figures) {
        let (number, rest) = text.split_at(figures);
        let mut chars = rest.chars();
        if let (Ok(number), Some(mark @ ('.' | ')')), tail) =
            (number.parse(), chars.next(), chars.as_str())
            && let Some(words) = tail.strip_prefix(' ')
            && !super::periods::starts_with_month(words)
        {
            return (Marker::Number(number, mark), words);
        }
    }
    (Marker::None, text)
}

/// Says of dashes and numbers whether they are items, from the lines around them.
pub(super) fn settle_items(pieces: &mut [Piece]) {
    let filled: Vec<usize> = (0..pieces.len()).filter(|at| !pieces[*at].full.is_empty()).collect();
    for (place, at) in filled.iter().copied().enumerate() {
        let before = place.checked_sub(1).map(|p| &pieces[filled[p]]);
        let after = filled.get(place + 1).map(|next| &pieces[*next]);
        let piece = &pieces[at];
        let item = match piece.marker {
            Marker::None => false,
            Marker::Bullet => true,
            Marker::Number(number, mark) => {
                let is = |piece: Option<&Piece>, wanted: Option<u32>| {
                    piece.is_some_and(|p| {
                        matches!(p.marker, Marker::Number(n, m) if Some(n) == wanted && m == mark)
                    })
                };
                is(after, number.checked_add(1)) || is(before, number.checked_sub(1))
            }
            Marker::Dash(mark) => {
                let dashed = |piece: &Piece| matches!(piece.marker, Marker::Dash(_));
                let beside = |piece: Option<&Piece>, gap: bool| {
                    !gap && piece.is_some_and(|p| dashed(p) && !spoken(&p.words))
                };
                let follows = before.is_some_and(|p| p.full.ends_with(':') || dashed(p) && p.item);
                let label = mark == '-' && piece.short(80) && !ends_sentence(&piece.words);
                let beside = beside(before, piece.gap_before) || beside(after, piece.gap_after);
                !spoken(&piece.words) && (follows || beside || label)
            }
        };
        pieces[at].item = item;
    }
}

/// «…, sier hun»: in these pages a dash opens what somebody says as often as an item.
fn spoken(words: &str) -> bool {
    const VERBS: &str = "sier seier forteller fortel mener meiner understreker påpeker fastslår forklarer \
    forklarar avslutter legger legg";
    words
        .split(',')
        .skip(1)
        .any(|tail| tail.trim_start().split(' ').next().is_some_and(|word| among(VERBS, word)))
}

/// The next line goes on with the sentence of this one: a text with hard line breaks.
pub(super) fn runs_on(before: &str, after: &str) -> bool {
    !ends_sentence(before) && starts_lower(after) && length(before) > 30
}
