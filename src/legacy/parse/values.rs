//! Finds the value of a label that stands on a line of its own.

use super::account::LineFate;
use super::lines::Piece;
use super::text::word_count;
use super::{guideline, header, people, project, sections};

/// What may stand under a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    One,
    /// All items of a list, or the lines that follow without a blank between.
    Run,
}

/// Indices of the pieces that hold the value of the label at `at`; empty when there is none.
pub(super) fn below(
    pieces: &[Piece],
    at: usize,
    extent: Extent,
    fits: impl Fn(&Piece) -> bool,
) -> Vec<usize> {
    let Some(first) = next(pieces, at) else { return Vec::new() };
    let usable = |piece: &Piece| piece.open() && !is_label(piece) && fits(piece);
    if !usable(&pieces[first]) {
        return Vec::new();
    }
    let mut found = vec![first];
    if extent == Extent::Run {
        let bullets = pieces[first].item;
        let mut last = first;
        while let Some(following) = next(pieces, last) {
            let piece = &pieces[following];
            let joined = if bullets { piece.item } else { following == last + 1 && !piece.item };
            if !joined || !usable(piece) {
                break;
            }
            found.push(following);
            last = following;
        }
    }
    found
}

/// The next piece that is not a blank line.
pub(super) fn next(pieces: &[Piece], at: usize) -> Option<usize> {
    let mut next = at + 1;
    while pieces.get(next)?.raw.trim().is_empty() {
        next += 1;
    }
    Some(next)
}

/// Claims the label and what belongs to it.
pub(super) fn claim(pieces: &mut [Piece], at: usize, below: &[usize], what: &LineFate) {
    pieces[at].what = Some(what.clone());
    for index in below {
        pieces[*index].what = Some(what.clone());
    }
}

fn is_label(piece: &Piece) -> bool {
    project::is_label(piece)
        || guideline::is_label(piece)
        || header::is_label(piece)
        || !piece.item && sections::exact(&piece.words).is_some()
        || is_unknown_label(piece)
}

/// «Prosjektnummer:», whatever it is a label of: no value of another.
pub(super) fn is_unknown_label(piece: &Piece) -> bool {
    let Some(name) = piece.words.strip_suffix(':') else { return false };
    piece.emails.is_empty()
        && piece.short(40)
        && (1..=4).contains(&word_count(name))
        && !people::is_name(name.trim())
}
