//! Small multiples: one chart for each ward, measure or municipality, side by side.

use crate::i18n::Text;

use super::ink::Ink;
use super::scale::extent;
use super::{Drawing, Shape, labels, picture};

/// Whether small charts are measured on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axes {
    /// For comparing levels.
    Common,
    /// For comparing shapes.
    Free,
}

/// Small charts and what they share, to be laid out by the page.
pub struct Many {
    /// Each a whole SVG of its own, with a few words below it on what it shows.
    pub cells: Vec<String>,
    /// The unit and which way is better; empty where neither is said.
    pub caption: String,
    /// What the marks mean, once for all; empty where there are none.
    pub legend: String,
}

/// The small charts, with one legend.
pub fn small_multiples(drawings: &[Drawing<'_>], axes: Axes, text: Text) -> Many {
    let range = common(drawings, axes);
    let cell = |drawing: &Drawing<'_>| {
        Drawing { range: range.or(drawing.range), ..drawing.clone() }.svg(text, Shape::Cell)
    };
    Many {
        cells: drawings.iter().map(cell).collect(),
        caption: drawings.first().map_or(String::new(), |first| picture::caption(first, text)),
        legend: labels::legend_of(drawings, text, 720.0),
    }
}

fn common(drawings: &[Drawing<'_>], axes: Axes) -> Option<(f64, f64)> {
    if axes == Axes::Free {
        return None;
    }
    let all = drawings.iter().filter(|drawing| !drawing.analysis.is_empty()).map(extent);
    all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Draws pictures in rows of so many, from this height. Gives the height below them.
pub(super) fn lay_out(ink: &mut Ink, pictures: &[String], columns: usize, from: f64) -> f64 {
    let mut y = from;
    for row in pictures.chunks(columns.max(1)) {
        let (mut x, mut tallest) = (0.0, 0.0_f64);
        for picture in row {
            let (wide, high) = size(picture).unwrap_or((340.0, 200.0));
            ink.raw("<svg x=\"").px(x).raw("\" y=\"").px(y).raw("\"");
            ink.raw(picture.strip_prefix("<svg").unwrap_or(picture));
            x += wide + 20.0;
            tallest = tallest.max(high);
        }
        y += tallest + 14.0;
    }
    y
}

fn size(picture: &str) -> Option<(f64, f64)> {
    let number = |name: &str| {
        let after = picture.split_once(name)?.1;
        after.split_once('"')?.0.parse().ok()
    };
    Some((number(" width=\"")?, number(" height=\"")?))
}
