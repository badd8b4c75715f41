//! Small multiples: one chart for each ward, measure or municipality, side by side.

use crate::i18n::Text;

use super::ink::Ink;
use super::scale::extent;
use super::{Drawing, Shape};

/// Whether small charts are measured on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axes {
    /// For comparing levels.
    Common,
    /// For comparing shapes.
    Free,
}

/// The small charts, each a whole SVG of its own, to be laid out in a grid by the page.
pub fn small_multiples(drawings: &[Drawing<'_>], axes: Axes, text: Text) -> Vec<String> {
    let range = common(drawings, axes);
    let cell = |drawing: &Drawing<'_>| {
        Drawing { range: range.or(drawing.range), ..drawing.clone() }.svg(text, Shape::Cell)
    };
    drawings.iter().map(cell).collect()
}

fn common(drawings: &[Drawing<'_>], axes: Axes) -> Option<(f64, f64)> {
    if axes == Axes::Free {
        return None;
    }
    let all = drawings.iter().filter(|drawing| !drawing.analysis.is_empty()).map(extent);
    all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Several pictures in one, in rows of so many: for a file.
pub fn in_one(pictures: &[String], columns: usize) -> String {
    let columns = columns.clamp(1, pictures.len().max(1));
    let mut rows = Ink::with_room(pictures.iter().map(String::len).sum::<usize>() + 400);
    let (mut width, mut y) = (0.0_f64, 0.0);
    for row in pictures.chunks(columns) {
        let (mut x, mut tallest) = (0.0, 0.0_f64);
        for picture in row {
            let (wide, high) = size(picture).unwrap_or((340.0, 200.0));
            rows.raw("<svg x=\"").px(x).raw("\" y=\"").px(y).raw("\"");
            rows.raw(picture.strip_prefix("<svg").unwrap_or(picture));
            x += wide + 20.0;
            tallest = tallest.max(high);
        }
        width = width.max(x - 20.0);
        y += tallest + 14.0;
    }
    let mut ink = Ink::with_room(rows.svg.len() + 200);
    ink.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").px(width);
    ink.raw("\" height=\"").px(y).raw("\" viewBox=\"0 0 ").px(width).raw(" ").px(y).raw("\">");
    ink.raw(&rows.svg).raw("</svg>");
    ink.svg
}

fn size(picture: &str) -> Option<(f64, f64)> {
    let number = |name: &str| {
        let after = picture.split_once(name)?.1;
        after.split_once('"')?.0.parse().ok()
    };
    Some((number(" width=\"")?, number(" height=\"")?))
}
