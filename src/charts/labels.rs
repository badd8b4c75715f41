//! Words beside the lines, and below the chart what its marks mean.

use spc::{Analysis, Chart, Part, Pattern};

use crate::i18n::Text;

use super::ink::{Ink, style, width};
use super::marks::Mark;
use super::picture::{Scene, Shape};
use super::{Drawing, Naming, marks};

/// A label at the height of its line.
pub(super) struct Beside {
    pub(super) text: String,
    y: f64,
    value: f64,
    style: &'static str,
}

/// What the chart is called in words.
pub(super) fn kind(chart: Chart) -> &'static str {
    match chart {
        Chart::Run => "charts-kind-run",
        _ => "charts-kind-control",
    }
}

/// What the centre line is called: a G chart's is the median, too.
pub(super) fn centre(analysis: &Analysis) -> &'static str {
    match analysis.chart {
        _ if analysis.centre_given => "charts-centre-given",
        Chart::Run | Chart::G => "charts-centre-median",
        _ => "charts-centre-mean",
    }
}

fn last_part<'a>(scene: &Scene<'a>) -> Option<(usize, &'a Part)> {
    let parts = &scene.drawing.analysis.parts;
    parts.len().checked_sub(1).map(|at| (at, &parts[at]))
}

/// Labels for the centre, the target and the limits at the newest point.
pub(super) fn beside(scene: &Scene<'_>) -> Vec<Beside> {
    let Some((at, part)) = last_part(scene) else { return Vec::new() };
    let text = scene.text;
    let with = |key: &str, value: f64| text.plain_with(key, "value", scene.numbers.short(value));
    let mut labels = Vec::new();
    let mut add = |text: String, value: f64, style| {
        labels.push(Beside { text, y: 0.0, value, style });
    };
    if let Some(cl) = part.cl {
        let value = scene.numbers.short(cl);
        let name = text.plain(centre(scene.drawing.analysis));
        let is_cell = scene.shape == Shape::Cell;
        add(if is_cell { value } else { format!("{name} {value}") }, cl, style::LABEL);
    }
    if scene.shape == Shape::Cell {
        return labels;
    }
    if let Some(target) = scene.drawing.target() {
        add(with("charts-target", target), target, style::LABEL_TARGET);
    }
    if scene.drawing.shows_limits(at) {
        let keys = match scene.drawing.naming {
            Naming::Plain => ["charts-limit-upper", "charts-limit-lower"],
            Naming::Technical => ["charts-limit-upper-technical", "charts-limit-lower-technical"],
        };
        if let Some(upper) = part.ucl {
            add(with(keys[0], upper), upper, style::TICK);
        }
        // A floor of nothing says nothing.
        if let Some(lower) = part.lcl.filter(|lower| *lower != 0.0) {
            add(with(keys[1], lower), lower, style::TICK);
        }
    }
    labels
}

/// To the right of the plot, moved apart where lines are close.
pub(super) fn draw(scene: &Scene<'_>, ink: &mut Ink, mut labels: Vec<Beside>) {
    for label in &mut labels {
        label.y = scene.y(label.value);
    }
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let apart = 15.0;
    for at in 1..labels.len() {
        labels[at].y = labels[at].y.max(labels[at - 1].y + apart);
    }
    let mut floor = scene.bottom + 2.0;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(floor);
        floor = label.y - apart;
    }
    for label in &labels {
        ink.text(label.style, (scene.right + 6.0, label.y + 4.3), &label.text);
    }
}

/// The centre of each part before the last, at the end of its line.
pub(super) fn of_parts(scene: &Scene<'_>, ink: &mut Ink) {
    let parts = &scene.drawing.analysis.parts;
    let before = parts.len().saturating_sub(1);
    let name = scene.text.plain(centre(scene.drawing.analysis));
    for (number, part) in parts.iter().take(before).enumerate() {
        let Some(cl) = part.cl else { continue };
        let mut here = scene.points.iter().filter(|(_, point)| point.part == number);
        let Some((first, from)) = here.next() else { continue };
        let (last, to) = here.next_back().map_or((*first, from), |(at, point)| (*at, point));
        let (from, to) = (scene.x(*first, from.x), scene.x(last, to.x));
        let value = scene.numbers.short(cl);
        let named = format!("{name} {value}");
        let fits = [named, value].into_iter().find(|text| width(text) < to - from);
        let Some(words) = fits else { continue };
        let (end, y) = free_place(scene, (from, to), scene.y(cl), width(&words));
        ink.text(style::LABEL_END, (end, y), &words);
    }
}

/// Where words so wide cover the least: points, the line between them, targets and limits; above or below
/// a line, at its end, its middle or its beginning. Gives the end of the words and their foot.
fn free_place(scene: &Scene<'_>, (from, to): (f64, f64), line: f64, wide: f64) -> (f64, f64) {
    let ends = [to, f64::midpoint(from + wide, to), from + wide];
    let places = ends.into_iter().flat_map(|end| [(end, line - 6.0), (end, line + 15.0)]);
    places.min_by_key(|place| covered(scene, *place, wide)).unwrap_or((to, line - 6.0))
}

/// A line is looked at in so many places between two points.
const LOOKS: u32 = 16;

/// How much words so wide would lie on: a point counts for more than a piece of a line.
fn covered(scene: &Scene<'_>, (end, foot): (f64, f64), wide: f64) -> usize {
    let is_under = |(x, y): (f64, f64), air: f64| {
        x > end - wide - air && x < end + air && y > foot - 12.0 - air / 2.0 && y < foot + air / 2.0
    };
    let place = |(at, point): &(usize, spc::Point<'_>)| {
        point.y.map(|y| (scene.x(*at, point.x), scene.y(y)))
    };
    let points: Vec<Option<(f64, f64)>> = scene.points.iter().map(place).collect();
    let on_points = points.iter().flatten().filter(|point| is_under(**point, 12.0)).count();
    let pairs = points.iter().zip(points.iter().skip(1));
    let between = pairs.filter_map(|(a, b)| (*a).zip(*b)).flat_map(|(a, b)| {
        let part = |step: u32| f64::from(step) / f64::from(LOOKS);
        let on = move |share: f64| (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
        (1..LOOKS).map(move |step| on(part(step)))
    });
    let on_line = between.filter(|place| is_under(*place, 4.0)).count();
    let middle = end - wide / 2.0;
    let heights = scene.drawing.targets.iter().map(|target| scene.y(target.value));
    let on_targets = heights.filter(|y| is_under((middle, *y), 4.0)).count();
    on_points * 4 + on_line + on_targets * 4
}

/// A few words below a small chart: what it shows, and why its band is missing where it is.
pub(super) fn short_finding(scene: &Scene<'_>, ink: &mut Ink, from: f64) -> f64 {
    let drawing = scene.drawing;
    let mut words = drawing.short(scene.text);
    if drawing.analysis.parts.len().checked_sub(1).is_some_and(|last| drawing.limits_wait(last)) {
        words = format!("{words}. {}", scene.text.plain("charts-short-wait"));
    }
    let mut y = from;
    for line in wrap(&words, scene.width - 4.0) {
        y += 16.0;
        ink.text(style::TICK, (2.0, y), &line);
    }
    y + 6.0
}

enum Sign {
    Line(&'static str),
    Band,
    Mark(Mark),
    LeftOut,
    Flag,
    Nothing,
}

/// Below the axis. Gives the height of the whole.
pub(super) fn legend(scene: &Scene<'_>, ink: &mut Ink, from: f64) -> f64 {
    let mut all = lines(scene);
    all.extend(entries(scene.drawing, scene.text));
    list(ink, all, scene.width, from)
}

/// The legend of several charts as a picture of its own; empty where they have nothing to explain.
pub(super) fn legend_of(drawings: &[Drawing<'_>], text: Text, room: f64) -> String {
    let mut all: Vec<(Sign, String)> = Vec::new();
    for (sign, words) in drawings.iter().flat_map(|drawing| entries(drawing, text)) {
        // Why a band is missing stands below each chart that misses it.
        let is_said = words == text.plain("charts-limits-wait");
        if !is_said && all.iter().all(|(_, other)| *other != words) {
            all.push((sign, words));
        }
    }
    if all.is_empty() {
        return String::new();
    }
    let mut inside = Ink::with_room(400);
    let high = list(&mut inside, all, room, 0.0);
    let mut ink = Ink::with_room(inside.svg.len() + 300);
    ink.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart--legend\" aria-hidden=\"true\" width=\"");
    ink.px(room).raw("\" height=\"").px(high).raw("\" viewBox=\"0 0 ").px(room).raw(" ").px(high);
    ink.raw("\" font-family=\"Inter, sans-serif\" font-size=\"12.5\">").raw(&inside.svg);
    ink.raw("</svg>");
    ink.svg
}

fn list(ink: &mut Ink, entries: Vec<(Sign, String)>, room: f64, from: f64) -> f64 {
    let (mut x, mut y) = (2.0, from + 14.0);
    if entries.is_empty() {
        return from + 2.0;
    }
    for (sign, text) in entries {
        let indent = if matches!(sign, Sign::Nothing) { 0.0 } else { 24.0 };
        let lines = wrap(&text, room - indent - 4.0);
        let wide = indent + lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        if x > 2.0 && x + wide > room {
            (x, y) = (2.0, y + 19.0);
        }
        sign.draw(ink, x, y - 4.0);
        for (at, line) in lines.iter().enumerate() {
            y += if at > 0 { 16.0 } else { 0.0 };
            ink.text(style::TICK, (x + indent, y), line);
        }
        x += wide + 22.0;
    }
    y + 8.0
}

pub(super) fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or("", String::as_str);
        if !line.is_empty() && width(line) + width(word) + 5.0 > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

impl Sign {
    fn draw(&self, ink: &mut Ink, x: f64, y: f64) {
        let middle = (x + 9.0, y);
        match self {
            Self::Line(style) => ink.line(style, (x, y), (x + 18.0, y)),
            Self::Band => {
                ink.raw("<path ").raw(style::BAND).raw(" d=\"M").point((x, y - 5.0));
                ink.raw("H").px(x + 18.0).raw("V").px(y + 5.0).raw("H").px(x).raw("Z\"/>");
                ink.line(style::LIMIT, (x, y - 5.0), (x + 18.0, y - 5.0));
                ink.line(style::LIMIT, (x, y + 5.0), (x + 18.0, y + 5.0));
            }
            Self::Mark(Mark::Diamond) => ink.diamond(style::OUTSIDE, middle, 5.6),
            Self::Mark(Mark::Ring) => ink.dot(style::RING, middle, 4.4),
            Self::Mark(Mark::Dot) => ink.dot(style::DOT, middle, 4.4),
            Self::LeftOut => ink.cross(style::LEFT_OUT, middle, 4.0),
            Self::Flag => ink.flag((x + 5.0, y + 6.0)),
            Self::Nothing => {}
        }
    }
}

/// A narrow chart names its lines below it.
fn lines(scene: &Scene<'_>) -> Vec<(Sign, String)> {
    if scene.shape != Shape::Narrow {
        return Vec::new();
    }
    let labels = beside(scene).into_iter().filter(|label| label.style != style::TICK);
    let line = |label: &Beside| {
        if label.style == style::LABEL { style::CENTRE } else { style::TARGET }
    };
    labels.map(|label| (Sign::Line(line(&label)), label.text)).collect()
}

/// Only what the chart has.
fn entries(drawing: &Drawing<'_>, text: Text) -> Vec<(Sign, String)> {
    let analysis = drawing.analysis;
    let mut entries = Vec::new();
    let mut add = |sign, key: &str| entries.push((sign, text.plain(key)));
    let naming = drawing.naming;
    let parts = 0..analysis.parts.len();
    let limited = |at: usize| analysis.parts[at].lcl.is_some() || analysis.parts[at].ucl.is_some();
    if parts.clone().any(|at| drawing.shows_limits(at) && limited(at)) {
        add(Sign::Band, named(naming, ["charts-band", "charts-band-technical"]));
    }
    if analysis.signals.iter().any(|signal| is_about_crossings(signal.pattern)) {
        let keys = ["charts-mark-crossings", "charts-mark-crossings-technical"];
        add(Sign::Line(style::CENTRE_FEW), named(naming, keys));
    }
    let marks = marks::of(drawing);
    let has = |mark: Mark| marks.contains(&mark);
    if has(Mark::Ring) {
        add(Sign::Mark(Mark::Ring), named(naming, ring(analysis)));
    }
    if has(Mark::Diamond) {
        let keys = ["charts-mark-outside", "charts-mark-outside-technical"];
        add(Sign::Mark(Mark::Diamond), named(naming, keys));
    }
    if analysis.points().any(|point| !point.include && point.y.is_some()) {
        add(Sign::LeftOut, "charts-mark-left-out");
    }
    if drawing.notes.iter().any(|note| note.kind.is_test()) {
        add(Sign::Flag, "charts-mark-pdsa");
    }
    if (is_missing(analysis) || !analysis.gaps().is_empty()) && !super::finding::has_names(analysis)
    {
        add(Sign::Nothing, "charts-gaps");
    }
    if parts.clone().any(|at| drawing.limits_wait(at)) {
        add(Sign::Nothing, "charts-limits-wait");
    }
    let provisional =
        |at: usize| limited(at) && drawing.shows_limits(at) && analysis.parts[at].is_provisional();
    if parts.clone().any(provisional) {
        add(Sign::Nothing, "charts-limits-provisional");
    }
    entries
}

pub(super) fn is_about_crossings(pattern: Pattern) -> bool {
    matches!(pattern, Pattern::FewCrossings | Pattern::RunsTogether)
}

/// What the rings of a chart mean.
fn ring(analysis: &Analysis) -> [&'static str; 2] {
    let mut ringed = analysis
        .signals
        .iter()
        .map(|signal| signal.pattern)
        .filter(|pattern| *pattern != Pattern::Outside && !is_about_crossings(*pattern));
    let first = ringed.next();
    match first.filter(|first| ringed.all(|other| other == *first)) {
        Some(Pattern::Shift) => ["charts-mark-shift", "charts-mark-shift-technical"],
        Some(Pattern::Trend) => ["charts-mark-trend", "charts-mark-trend-technical"],
        _ => ["charts-mark-pattern", "charts-mark-pattern-technical"],
    }
}

fn named(naming: Naming, [plain, technical]: [&'static str; 2]) -> &'static str {
    if naming == Naming::Plain { plain } else { technical }
}

/// Between two that were measured; before the first and after the last there is no line to break.
fn is_missing(analysis: &Analysis) -> bool {
    let measured: Vec<bool> = analysis.points().map(|point| point.y.is_some()).collect();
    let first = measured.iter().position(|is| *is).unwrap_or_default();
    let last = measured.iter().rposition(|is| *is).unwrap_or_default();
    measured.get(first..last).is_some_and(|all| all.contains(&false))
}
