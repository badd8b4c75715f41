//! Takes apart what was run together on one line, before anything else is decided.

use super::lines::{Line, Piece};
use super::text::{lower, strip_prefix, strip_words};
use super::{labels, navigation, periods};

/// The pieces of all lines in order. A blank line is one empty piece.
pub(super) fn pieces(lines: &[Line]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let blank = |line: Option<&Line>| line.is_none_or(|line| line.text.trim().is_empty());
        let gap_before = at == 0 || blank(lines.get(at - 1));
        let gap_after = blank(lines.get(at + 1));
        let cuts = cuts(&line.text);
        let mut from = 0;
        let count = cuts.len();
        for (nth, to) in cuts.into_iter().chain([line.text.len()]).enumerate() {
            let mut piece = Piece::new(at, from, &line.text[from..to]);
            piece.gap_before = if nth == 0 { gap_before } else { true };
            piece.gap_after = if nth == count { gap_after } else { true };
            pieces.push(piece);
            from = to;
        }
    }
    super::lines::settle_items(&mut pieces);
    pieces
}

/// Longer lines are prose: only an image name at their start is cut off.
const LONGEST: usize = 400;

/// Byte positions at which the line falls apart, each inside the line.
fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let start = text.len() - text.trim_start().len();
    if let Some(end) = image_name(&text[start..]) {
        cuts.push(start + end);
    }
    if text.len() <= LONGEST {
        let from = cuts.last().copied().unwrap_or(0);
        let rest = &text[from..];
        let more = by_dates(rest)
            .or_else(|| by_navigation(rest))
            .or_else(|| by_labels(rest))
            .or_else(|| by_credit(rest))
            .unwrap_or_default();
        cuts.extend(more.into_iter().map(|at| from + at));
    }
    cuts.retain(|at| *at > 0 && *at < text.len());
    cuts.dedup();
    cuts
}

/// The end of a file name glued to the words after it: `KARIEKSEMPEL200X220__240Omsorg`,
/// `IMG_1234.jpgHelse`.
pub(super) fn image_name(text: &str) -> Option<usize> {
    let token = text.split(' ').next().unwrap_or_default();
    let small: String = token.chars().map(lower).collect();
    for ending in [".jpeg", ".jpg", ".png", ".gif", ".bmp", ".tiff", ".webp"] {
        if let Some(at) = small.find(ending)
            && at > 0
            && small.len() == token.len()
            && !small.contains("//")
            && !small.starts_with("www.")
        {
            return Some(at + ending.len());
        }
    }
    let name_char =
        |c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '_' | '-' | 'x');
    let stem = &token[..token.find(|c| !name_char(c)).unwrap_or(token.len())];
    let end = stem.rfind(|c: char| c.is_ascii_digit() || c == '_')? + 1;
    let name = &token[..end];
    let shape = has_size(name) || name.contains("__") || camera(name);
    let word = &token[end..];
    (end >= 8 && shape && (word.is_empty() || super::text::starts_upper(word))).then_some(end)
}

/// «200X220»: width and height.
fn has_size(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.windows(5).any(|w| {
        w[0].is_ascii_digit()
            && w[1].is_ascii_digit()
            && matches!(w[2], b'X' | b'x')
            && w[3].is_ascii_digit()
            && w[4].is_ascii_digit()
    })
}

fn camera(name: &str) -> bool {
    ["IMG_", "IMG-", "DSC_", "DSC0", "DSCN", "DSCF"].iter().any(|start| name.starts_with(start))
}

/// «Publisert 27. april 2020 | Oppdatert 27. april 2020».
fn by_dates(text: &str) -> Option<Vec<usize>> {
    const STARTS: &[&str] = &[
        "sist oppdatert",
        "sist endret",
        "sist endra",
        "oppdatert",
        "endret",
        "publisert",
        "dato",
    ];
    let opening = text.trim_start();
    let dated = |rest: &str| {
        STARTS.iter().find_map(|start| strip_words(rest, start)).is_some_and(|value| {
            periods::day_first(value.trim_start_matches([' ', ':', '-', '–'])).is_some()
        })
    };
    let label = opening.split(['|', ',']).next().unwrap_or_default();
    let typed = navigation::page_label(label).is_some();
    if !typed && !dated(opening) {
        return None;
    }
    let mut found = Vec::new();
    for (at, c) in text.char_indices().skip(1) {
        let rest = &text[at + c.len_utf8()..];
        let since = &text[found.last().copied().unwrap_or(0)..at];
        let new = typed && found.is_empty() || since.contains(|c: char| c.is_ascii_digit());
        let bare = typed && found.is_empty() && periods::day_first(rest).is_some();
        if matches!(c, '|' | ' ' | ',' | '/' | '(') && new && (bare || dated(rest.trim_start())) {
            found.push(at + c.len_utf8());
        }
    }
    Some(found)
}

/// «Tips en venn Skriv ut»: nothing but commands of the old site.
fn by_navigation(text: &str) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        rest = navigation::strip_command(rest)?;
        let next = rest.trim_start_matches([' ', '|', '•', '·', '/', '-']);
        if !next.is_empty() {
            found.push(text.len() - next.len());
        }
        rest = next;
    }
    Some(found)
}

/// «Tema: Demens Fylke: Innlandet»: one label after another.
fn by_labels(text: &str) -> Option<Vec<usize>> {
    let begins = labels::splits(text.trim_start_matches([' ', '•']));
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        // A capital at the start of a word, or glued to the end of a word in small letters.
        let edge = !before.is_alphanumeric() || before.is_lowercase();
        if at > 0 && c.is_uppercase() && edge && before != '«' && before != '”' {
            let rest = &text[at..];
            let own = labels::splits_anywhere(rest);
            if !text[..at].trim().trim_matches(['•', '-', '–']).trim().is_empty()
                && (own || begins && labels::splits(rest))
            {
                found.push(at);
            }
        }
        before = c;
    }
    (!found.is_empty()).then_some(found)
}

/// «Deltakerne på samlingen. Foto: Kari Eksempel»: a caption with its credit, at most 250 letters.
fn by_credit(text: &str) -> Option<Vec<usize>> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let edge = matches!(before, ' ' | '(' | '.' | '/' | '|');
        if at > 0 && edge && matches!(c, 'F' | 'B' | 'I') {
            let credit = ["foto:", "bilde:", "illustrasjon:", "illustrasjonsfoto:"];
            if let Some(value) = credit.iter().find_map(|label| strip_prefix(&text[at..], label))
                && !value.trim().is_empty()
                && value.len() <= 80
                && text[..at].len() <= 250
                && text[..at].contains(char::is_alphabetic)
                && !text[..at].trim_end().ends_with(" og")
            {
                let open = text[..at].ends_with('(');
                return Some(vec![if open { at - 1 } else { at }]);
            }
        }
        before = c;
    }
    None
}
