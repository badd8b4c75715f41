//! What happened, and when: a line down to the point, its words above, never on top of each other.

use super::NoteKind;
use super::ink::{Ink, cut, style, width};
use super::picture::{Scene, Shape};
use super::scale::count;

/// Rows of words above the plot. Where words find no room, all notes are numbers in one row.
const ROWS: usize = 4;
/// A longer note is cut where its whole text has no room.
const WIDEST: f64 = 190.0;

pub(super) struct Notes {
    placed: Vec<Placed>,
    pub(super) rows: usize,
    /// Every note's whole text stands in the picture.
    pub(super) is_whole: bool,
    are_numbers: bool,
}

struct Placed {
    x: f64,
    /// The words, and where they begin. Notes close together share a label: `3–5`, `A, 2`.
    words: Option<(f64, String)>,
    row: usize,
    kind: NoteKind,
}

/// A note on its way to a place.
struct Mark<'a> {
    x: f64,
    sign: String,
    text: &'a str,
    kind: NoteKind,
}

pub(super) fn arrange(scene: &Scene<'_>) -> Notes {
    let drawing = scene.drawing;
    let notes = drawing.signed_notes();
    let count = notes.len();
    let marks: Vec<Mark<'_>> = notes
        .into_iter()
        .filter_map(|(note, sign)| {
            let share = scene.along.place(&note.at, drawing.analysis)?;
            Some(Mark { x: scene.at(share), sign, text: &note.text, kind: note.kind })
        })
        .collect();
    let outside = marks.len() < count;
    let has_signs = drawing.shows_signs();
    let words = (scene.shape != Shape::Cell).then(|| in_words(scene, &marks, has_signs));
    let mut arranged = words.flatten().unwrap_or_else(|| in_numbers(scene, &marks));
    arranged.is_whole &= !outside;
    arranged
}

/// Words beside each line; `None` where one finds no room. With several notes each begins with
/// its sign in the list.
fn in_words(scene: &Scene<'_>, marks: &[Mark<'_>], has_signs: bool) -> Option<Notes> {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed: Vec<Placed> = Vec::new();
    let mut is_whole = true;
    for mark in marks {
        let text = if has_signs {
            format!("{} · {}", mark.sign, mark.text)
        } else {
            mark.text.to_owned()
        };
        let short = cut(&text, WIDEST.min(scene.width * 0.55));
        let full = Some(text).filter(|text| width(text) <= scene.width * 0.6);
        let place = |text: String| {
            let wide = width(&text);
            let beside = [mark.x + 5.0, mark.x - 5.0 - wide];
            let fits = beside.into_iter().filter(|from| *from >= 0.0 && from + wide <= scene.width);
            fits.flat_map(|from| (0..ROWS).map(move |row| (from, row)))
                .filter(|(from, row)| is_free(&rows, *row, (*from, from + wide), mark.x, &placed))
                .min_by_key(|(_, row)| *row)
                .map(|(from, row)| (text, from, row, wide))
        };
        let whole = full.and_then(place);
        is_whole &= whole.is_some();
        let (text, from, row, wide) = whole.or_else(|| place(short))?;
        while rows.len() <= row {
            rows.push(Vec::new());
        }
        rows[row].push((from, from + wide));
        placed.push(Placed { x: mark.x, words: Some((from, text)), row, kind: mark.kind });
    }
    Some(Notes { placed, rows: rows.len(), is_whole, are_numbers: false })
}

/// So many letters there are.
const LETTERS: usize = 26;

/// A, B, … Z, AA, AB, by a number from 1.
pub(super) fn letters(nth: usize) -> String {
    let mut signs = Vec::new();
    let mut left = nth;
    while left > 0 {
        left -= 1;
        signs.push(char::from(b'A' + u8::try_from(left % LETTERS).unwrap_or(0)));
        left /= LETTERS;
    }
    signs.into_iter().rev().collect()
}

/// «1», «1–3», «A, 2–3, B»: those that follow each other as one.
fn together(signs: &[&str]) -> String {
    let mut runs: Vec<(&str, &str)> = Vec::new();
    for &sign in signs {
        let is_next = runs.last().is_some_and(|(_, last)| follows(last, sign));
        match runs.last_mut() {
            Some((_, last)) if is_next => *last = sign,
            _ => runs.push((sign, sign)),
        }
    }
    let run = |(from, to): (&str, &str)| {
        if from == to { from.to_owned() } else { format!("{from}–{to}") }
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

fn follows(before: &str, sign: &str) -> bool {
    let number = |sign: &str| sign.parse::<i64>().ok();
    match (number(before), number(sign)) {
        (Some(one), Some(other)) => one + 1 == other,
        (None, None) => match (before.as_bytes(), sign.as_bytes()) {
            ([one], [other]) => one + 1 == *other,
            _ => false,
        },
        _ => false,
    }
}

/// One row of signs, each over its line; neighbours without room between them share a label.
fn in_numbers(scene: &Scene<'_>, marks: &[Mark<'_>]) -> Notes {
    let label = |group: &[usize]| {
        let signs: Vec<&str> = group.iter().map(|at| marks[*at].sign.as_str()).collect();
        together(&signs)
    };
    let span = |group: &[usize]| {
        let x = |at: Option<&usize>| at.map_or(0.0, |at| marks[*at].x);
        let wide = width(&label(group));
        let from = f64::midpoint(x(group.first()), x(group.last())) - wide / 2.0;
        let from = from.clamp(0.0, (scene.width - wide).max(0.0));
        (from, from + wide)
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in 0..marks.len() {
        groups.push(vec![at]);
        while let [.., before, last] = groups.as_slice() {
            if span(before).1 + 4.0 <= span(last).0 {
                break;
            }
            let last = groups.pop().unwrap_or_default();
            if let Some(before) = groups.last_mut() {
                before.extend(last);
            }
        }
    }
    let mut placed = Vec::with_capacity(marks.len());
    for group in &groups {
        for (nth, at) in group.iter().enumerate() {
            let words = (nth == 0).then(|| (span(group).0, label(group)));
            placed.push(Placed { x: marks[*at].x, words, row: 0, kind: marks[*at].kind });
        }
    }
    let has_any = !placed.is_empty();
    Notes { placed, rows: usize::from(has_any), is_whole: !has_any, are_numbers: true }
}

/// Whether a row has room here: no words there, and no line of another note through them.
fn is_free(
    rows: &[Vec<(f64, f64)>],
    row: usize,
    (from, to): (f64, f64),
    own: f64,
    placed: &[Placed],
) -> bool {
    let apart = |(a, b): &(f64, f64)| to + 6.0 < *a || *b + 6.0 < from;
    let words = rows.get(row).is_none_or(|row| row.iter().all(apart));
    // The own line goes down from this row: it must not cross words in the rows below.
    let below = rows.iter().skip(row + 1).flatten().all(|(a, b)| own + 2.0 < *a || *b + 2.0 < own);
    // Lines of notes already placed higher up come down through this row.
    let above = placed
        .iter()
        .filter(|other| other.row < row)
        .all(|other| other.x + 2.0 < from || to + 2.0 < other.x);
    words && below && above
}

pub(super) fn draw(scene: &Scene<'_>, ink: &mut Ink, notes: &Notes) {
    for note in &notes.placed {
        let y = scene.top - count(notes.rows - note.row) * 17.0 + 4.0;
        // Beside its words a line begins at their height, below a number under it.
        let head = if notes.are_numbers { y + 3.0 } else { y - 10.0 };
        ink.line(style::NOTE, (note.x, head), (note.x, scene.bottom));
        if note.kind.is_test() {
            // A flag on the axis: a test of change began here.
            ink.flag((note.x, scene.bottom));
        }
        if let Some((from, text)) = &note.words {
            ink.text(style::LABEL, (*from, y), text);
        }
    }
}
