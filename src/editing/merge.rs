//! Joins two sequences that came from one: paragraphs of a text, rows, lines. What only one of them has
//! changed is joined; where both have, both are told.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Joined(Vec<String>),
    /// Both have something here that neither had before, and not the same.
    Apart {
        mine: Vec<String>,
        theirs: Vec<String>,
    },
}

/// Where the elements of `old` stand in `new`.
fn places(old: &[String], new: &[String]) -> BTreeMap<usize, usize> {
    let mut places = BTreeMap::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            places.extend((0..len).map(|n| (old_index + n, new_index + n)));
        }
    }
    places
}

/// What both have, in order: what they are held against when nobody knows what they came from.
pub fn common(mine: &[String], theirs: &[String]) -> Vec<String> {
    places(mine, theirs).into_keys().map(|at| mine[at].clone()).collect()
}

pub fn pieces(base: &[String], mine: &[String], theirs: &[String]) -> Vec<Piece> {
    let (in_mine, in_theirs) = (places(base, mine), places(base, theirs));
    let mut all = Vec::new();
    let (mut from_base, mut from_mine, mut from_theirs) = (0, 0, 0);
    // What all three have holds the rest in place.
    let fixed =
        in_mine.iter().filter_map(|(at, in_mine)| Some((*at, *in_mine, *in_theirs.get(at)?)));
    let end = (base.len(), mine.len(), theirs.len());
    for (at, at_mine, at_theirs) in fixed.chain(std::iter::once(end)) {
        between(
            &mut all,
            &base[from_base..at],
            &mine[from_mine..at_mine],
            &theirs[from_theirs..at_theirs],
        );
        if let Some(same) = base.get(at) {
            joined(&mut all, std::slice::from_ref(same));
        }
        (from_base, from_mine, from_theirs) = (at + 1, at_mine + 1, at_theirs + 1);
    }
    all
}

fn between(all: &mut Vec<Piece>, base: &[String], mine: &[String], theirs: &[String]) {
    if mine == theirs || theirs == base {
        joined(all, mine);
    } else if mine == base {
        joined(all, theirs);
    } else if base.len() > 1 && base.len() == mine.len() && base.len() == theirs.len() {
        // Each has as many as before: they are held against each other one by one, so that two who change
        // neighbours do not stand in each other's way.
        for at in 0..base.len() {
            let one = at..=at;
            between(all, &base[one.clone()], &mine[one.clone()], &theirs[one]);
        }
    } else {
        apart(all, mine, theirs);
    }
}

/// What is apart side by side is one choice.
fn apart(all: &mut Vec<Piece>, more: &[String], others: &[String]) {
    if let Some(Piece::Apart { mine, theirs }) = all.last_mut() {
        mine.extend_from_slice(more);
        theirs.extend_from_slice(others);
    } else {
        all.push(Piece::Apart { mine: more.to_vec(), theirs: others.to_vec() });
    }
}

fn joined(all: &mut Vec<Piece>, more: &[String]) {
    if more.is_empty() {
        return;
    }
    match all.last_mut() {
        Some(Piece::Joined(last)) => last.extend_from_slice(more),
        _ => all.push(Piece::Joined(more.to_vec())),
    }
}
