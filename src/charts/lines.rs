//! The lines: ordinary variation as a band, the centre, the targets, and the data.

use spc::X;

use super::ink::{Ink, style};
use super::picture::{Scene, Shape};

/// A stretch of points on which a line has one height.
struct Step {
    from: f64,
    to: f64,
    value: f64,
}

/// Where each point's stretch begins and ends: halfway to its neighbours of the same part.
fn stretches(scene: &Scene<'_>) -> Vec<(f64, f64)> {
    let points = &scene.points;
    let x: Vec<f64> = points.iter().map(|(at, point)| scene.x(*at, point.x)).collect();
    let part = |at: usize| points[at].1.part;
    (0..points.len())
        .map(|at| {
            let before = at.checked_sub(1).filter(|before| part(*before) == part(at));
            let after = Some(at + 1).filter(|after| *after < x.len() && part(*after) == part(at));
            let half = |other: usize| f64::midpoint(x[at], x[other]);
            let alone = if before.is_none() && after.is_none() { 8.0 } else { 0.0 };
            (before.map_or(x[at] - alone, half), after.map_or(x[at] + alone, half))
        })
        .collect()
}

/// The heights of a line, in runs without a gap; `same` says whether two points are of one run.
fn runs(
    scene: &Scene<'_>,
    value: impl Fn(usize) -> Option<f64>,
    same: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, Vec<Step>)> {
    let mut runs: Vec<(usize, Vec<Step>)> = Vec::new();
    let mut open = false;
    for (at, (from, to)) in stretches(scene).into_iter().enumerate() {
        let Some(value) = value(at) else {
            open = false;
            continue;
        };
        match runs.last_mut().filter(|_| open && same(at - 1, at)) {
            Some((_, steps)) => match steps.last_mut() {
                Some(last) if last.value.to_bits() == value.to_bits() => last.to = to,
                _ => steps.push(Step { from, to, value }),
            },
            None => runs.push((at, vec![Step { from, to, value }])),
        }
        open = true;
    }
    runs
}

fn path(scene: &Scene<'_>, ink: &mut Ink, style: &str, steps: &[Step]) {
    let Some(first) = steps.first() else { return };
    ink.raw("<path ").raw(style).raw(" d=\"M").point((first.from, scene.y(first.value)));
    for step in steps {
        ink.raw("V").px(scene.y(step.value)).raw("H").px(step.to);
    }
    ink.raw("\"/>");
}

/// Ordinary variation: the room between the limits, behind everything else.
pub(super) fn band(scene: &Scene<'_>, ink: &mut Ink) {
    let points = &scene.points;
    let part = |a: usize, b: usize| points[a].1.part == points[b].1.part;
    let limits = |at: usize| {
        let point = &points[at].1;
        scene.drawing.shows_limits(point.part).then_some((point.lcl, point.ucl))
    };
    let both = |at: usize| limits(at).and_then(|(lower, upper)| lower.zip(upper));
    let lower = runs(scene, |at| both(at).map(|(lower, _)| lower), part);
    let upper = runs(scene, |at| both(at).map(|(_, upper)| upper), part);
    for ((_, lower), (_, upper)) in lower.iter().zip(&upper) {
        let Some(first) = upper.first() else { continue };
        ink.raw("<path ").raw(style::BAND).raw(" d=\"M");
        ink.point((first.from, scene.y(first.value)));
        for step in upper {
            ink.raw("V").px(scene.y(step.value)).raw("H").px(step.to);
        }
        for step in lower.iter().rev() {
            ink.raw("V").px(scene.y(step.value)).raw("H").px(step.from);
        }
        ink.raw("Z\"/>");
    }
    for (_, steps) in runs(scene, |at| limits(at).and_then(|(lower, _)| lower), part) {
        path(scene, ink, style::LIMIT, &steps);
    }
    for (_, steps) in runs(scene, |at| limits(at).and_then(|(_, upper)| upper), part) {
        path(scene, ink, style::LIMIT, &steps);
    }
}

pub(super) fn draw(scene: &Scene<'_>, ink: &mut Ink) {
    targets(scene, ink);
    baselines(scene, ink);
    let points = &scene.points;
    let same = |a: usize, b: usize| {
        let (a, b) = (&points[a].1, &points[b].1);
        a.part == b.part && a.baseline == b.baseline
    };
    for (start, steps) in runs(scene, |at| points[at].1.cl, same) {
        // Whole where it is computed from these points, dashed where it is carried on; thick and
        // in long dashes where the data cross it unusually seldom.
        let style = match &points[start].1 {
            point if is_crossed_seldom(scene, point.part) => style::CENTRE_FEW,
            point if point.baseline => style::CENTRE,
            _ => style::CENTRE_ON,
        };
        path(scene, ink, style, &steps);
    }
    data(scene, ink);
}

fn is_crossed_seldom(scene: &Scene<'_>, part: usize) -> bool {
    let mut signals = scene.drawing.analysis.signals.iter();
    signals.any(|signal| signal.part == part && super::labels::is_about_crossings(signal.pattern))
}

fn targets(scene: &Scene<'_>, ink: &mut Ink) {
    let targets = &scene.drawing.targets;
    let begins = |at: usize| {
        let from = targets.get(at)?.from.as_ref();
        Some(from.map_or(scene.left, |from| past(scene, from)))
    };
    for (at, target) in targets.iter().enumerate() {
        let from = begins(at).unwrap_or(scene.left);
        let to = begins(at + 1).unwrap_or(scene.right);
        if to > from {
            let y = scene.y(target.value);
            ink.line(style::TARGET, (from, y), (to, y));
        }
    }
}

/// Where a place on the axis is, or the edge it is beyond.
fn past(scene: &Scene<'_>, x: &X) -> f64 {
    let at = scene.drawing.analysis.points().position(|point| point.x == x).unwrap_or(0);
    scene.at(scene.along.share(x, at)).clamp(scene.left, scene.right)
}

/// A bar under the points that a frozen baseline rests on.
fn baselines(scene: &Scene<'_>, ink: &mut Ink) {
    let points = &scene.points;
    for part in 0..scene.drawing.analysis.parts.len() {
        let of_part = || points.iter().filter(move |(_, point)| point.part == part);
        if of_part().all(|(_, point)| point.baseline) {
            continue;
        }
        let mut base = of_part().filter(|(_, point)| point.baseline);
        let Some((at, first)) = base.next() else { continue };
        let from = scene.x(*at, first.x);
        let to = base.next_back().map_or(from + 6.0, |(at, last)| scene.x(*at, last.x));
        ink.line(style::BASELINE, (from - 4.0, scene.bottom), (to + 4.0, scene.bottom));
        if scene.shape != Shape::Cell {
            let text = scene.text.plain("charts-baseline");
            if super::ink::width(&text) < to - from {
                ink.text(style::TICK, (from, scene.bottom - 6.0), &text);
            }
        }
    }
}

/// The data: broken where a value is missing, and where a month or the like is absent.
fn data(scene: &Scene<'_>, ink: &mut Ink) {
    // Names have no order: their points stand alone.
    if scene.points.iter().any(|(_, point)| matches!(point.x, X::Label(_))) {
        return;
    }
    ink.raw("<path ").raw(style::LINE).raw(" d=\"");
    let gaps = scene.drawing.analysis.gaps();
    let mut pen = "M";
    let mut last = 0;
    for (at, point) in &scene.points {
        if gaps.iter().any(|gap| (last + 1..=*at).contains(gap)) {
            pen = "M";
        }
        last = *at;
        match point.y {
            Some(y) => {
                ink.raw(pen).point((scene.x(*at, point.x), scene.y(y)));
                pen = "L";
            }
            None => pen = "M",
        }
    }
    ink.raw("\"/>");
}
