//! The points: a dot for ordinary variation, a ring for a shift or a trend, a diamond outside the
//! limits, a cross for a point that is left out.

use spc::Pattern;

use super::Drawing;
use super::ink::{Ink, style};
use super::picture::{Scene, Shape};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Dot,
    Ring,
    Diamond,
}

/// The mark of each point, by its number. No point is outside limits that are withheld.
pub(super) fn of(drawing: &Drawing<'_>) -> Vec<Mark> {
    let analysis = drawing.analysis;
    let mut marks = vec![Mark::Dot; analysis.len()];
    for signal in &analysis.signals {
        if signal.pattern == Pattern::Outside && !drawing.judges_limits(signal.part) {
            continue;
        }
        let mark = if signal.pattern == Pattern::Outside { Mark::Diamond } else { Mark::Ring };
        // One that is left out has a mark of its own.
        for point in signal.points.iter().filter(|point| drawing.counts(**point)) {
            if let Some(place) = marks.get_mut(*point) {
                *place = mark.max(*place);
            }
        }
    }
    marks
}

pub(super) fn draw(scene: &Scene<'_>, ink: &mut Ink) {
    let marks = of(scene.drawing);
    let space = (scene.right - scene.left) / super::scale::count(scene.points.len().max(1));
    let largest = if scene.shape == Shape::Cell { 3.2 } else { 4.5 };
    let radius = (space / 3.2).clamp(1.6, largest);
    let is_dense = space < 3.0;
    for (at, point) in &scene.points {
        let Some(y) = point.y else { continue };
        let place = (scene.x(*at, point.x), scene.y(y));
        match marks.get(*at) {
            _ if !point.include => ink.cross(style::LEFT_OUT, place, radius),
            Some(Mark::Diamond) => ink.diamond(style::OUTSIDE, place, radius + 1.8),
            Some(Mark::Ring) => ink.dot(style::RING, place, radius),
            _ if is_dense => {}
            _ => ink.dot(style::DOT, place, radius),
        }
    }
}
