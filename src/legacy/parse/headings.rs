//! Tells headings from short lines: nothing in a text file marks them but their shape and place.

use super::labels;
use super::lines::{Marker, Piece};
use super::sections;
use super::text::{starts_lower, starts_upper, strip_prefix, word_count};

/// For each piece, whether it is a heading. Read from the end: a heading needs a text below it.
pub(super) fn find(pieces: &[Piece]) -> Vec<bool> {
    let mut is = vec![false; pieces.len()];
    let open: Vec<usize> = (0..pieces.len()).filter(|at| pieces[*at].open()).collect();
    for place in (0..open.len()).rev() {
        let at = open[place];
        let piece = &pieces[at];
        if piece.item || !piece.short(120) {
            continue;
        }
        let known = sections::exact(&piece.words).is_some();
        let next = open.get(place + 1).map(|next| (&pieces[*next], is[*next]));
        let before = place.checked_sub(1).map(|before| &pieces[open[before]]);
        is[at] = known || shaped(piece) && starts_block(piece, before) && has_text(piece, next);
    }
    is
}

/// Short, with a capital first and no full stop last.
pub(super) fn shaped(piece: &Piece) -> bool {
    let words = &piece.full;
    let count = word_count(words);
    let opens = matches!(piece.marker, Marker::None | Marker::Number(..))
        && (starts_upper(words)
            || words.starts_with(['«', '”', '"'])
            || words.starts_with(|c: char| c.is_ascii_digit()));
    let closes =
        !words.ends_with(['.', ',', ';', '-', '–', '…']) && (!words.ends_with(':') || count <= 4);
    opens
        && closes
        && !piece.item
        && piece.short(100)
        && (1..=14).contains(&count)
        && words.contains(char::is_alphabetic)
        && !words.contains("://")
        && !words.contains("www.")
        && !labels::is_small_fact(words)
        && !is_link(piece)
}

/// Not the second line of a sentence.
fn starts_block(piece: &Piece, before: Option<&Piece>) -> bool {
    piece.gap_before
        || before.is_none_or(|before| {
            before.line + 1 < piece.line
                || before.item
                || shaped(before)
                || super::text::ends_sentence(&before.full)
        })
}

fn has_text(piece: &Piece, next: Option<(&Piece, bool)>) -> bool {
    let Some((next, next_is_heading)) = next else { return false };
    if !piece.gap_after && next.line == piece.line + 1 && starts_lower(&next.full) {
        return false;
    }
    next.item || next_is_heading && piece.gap_after || !shaped(next) && !is_link(next)
}

/// «Les mer om prosjektet»: words that were a link.
pub(super) fn is_link(piece: &Piece) -> bool {
    const STARTS: &[&str] = &[
        "les mer",
        "les meir",
        "les også",
        "se også",
        "sjå også",
        "last ned",
        "klikk her",
        "gå til",
        "til nettsiden",
        "til nettsida",
        "her kan du lese",
        "her kan du lesa",
        "nettside:",
        "nettsted:",
        "lenke:",
        "lenke til",
        "lenkje til",
    ];
    let words = &piece.words;
    piece.short(180)
        && word_count(words) <= 20
        && STARTS.iter().any(|start| strip_prefix(words, start).is_some())
        && !words.trim_end_matches('.').contains(". ")
}

/// «Les mer …», which is a link wherever it stands.
pub(super) fn is_read_more(piece: &Piece) -> bool {
    ["les mer", "les meir"].iter().any(|start| strip_prefix(&piece.words, start).is_some())
}
