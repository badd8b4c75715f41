//! What happened, and when: a line down to the point, its words above, never on top of each other.

use super::NoteKind;
use super::ink::{Ink, cut, style, width};
use super::picture::{Scene, Shape};
use super::scale::count;

/// Rows of words above the plot. Notes that find no room get a number; the figure lists them all.
const ROWS: usize = 4;
/// A note of more words than this is cut.
const WIDEST: f64 = 190.0;

pub(super) struct Notes {
    placed: Vec<Placed>,
    pub(super) rows: usize,
}

struct Placed {
    x: f64,
    text: String,
    /// Where the words begin.
    from: f64,
    row: usize,
    kind: NoteKind,
}

pub(super) fn arrange(scene: &Scene<'_>) -> Notes {
    let drawing = scene.drawing;
    let mut notes: Vec<(f64, usize)> = drawing
        .notes
        .iter()
        .enumerate()
        .filter_map(|(at, note)| {
            let share = scene.along.place(&note.at, drawing.analysis)?;
            Some((scene.at(share), at))
        })
        .collect();
    notes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed: Vec<Placed> = Vec::new();
    for (x, at) in notes {
        let note = &drawing.notes[at];
        let full = cut(&note.text, WIDEST.min(scene.width * 0.55));
        let number = (at + 1).to_string();
        let words =
            if scene.shape == Shape::Cell { [number.clone(), number] } else { [full, number] };
        let found = words.into_iter().find_map(|text| {
            let wide = width(&text);
            let beside = [(x + 5.0, true), (x - 5.0 - wide, false)];
            let fits =
                beside.into_iter().filter(|(from, _)| *from >= 0.0 && from + wide <= scene.width);
            fits.flat_map(|(from, _)| (0..ROWS).map(move |row| (from, row)))
                .filter(|(from, row)| is_free(&rows, *row, (*from, from + wide), x, &placed))
                .min_by_key(|(_, row)| *row)
                .map(|(from, row)| (text, from, row, wide))
        });
        let Some((text, from, row, wide)) = found else { continue };
        while rows.len() <= row {
            rows.push(Vec::new());
        }
        rows[row].push((from, from + wide));
        placed.push(Placed { x, text, from, row, kind: note.kind });
    }
    Notes { placed, rows: rows.len() }
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
        ink.line(style::NOTE, (note.x, y - 10.0), (note.x, scene.bottom));
        if note.kind == NoteKind::Pdsa {
            // A flag on the axis: a test of change began here.
            ink.flag((note.x, scene.bottom));
        }
        ink.text(style::LABEL, (note.from, y), &note.text);
    }
}
