//! Words beside the lines, and below the chart what its marks mean.

use spc::{Chart, Part, Pattern};

use super::ink::{Ink, style, width};
use super::marks::Mark;
use super::picture::{Scene, Shape};
use super::{Naming, marks};

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
pub(super) fn centre(chart: Chart) -> &'static str {
    if matches!(chart, Chart::Run | Chart::G) {
        "charts-centre-median"
    } else {
        "charts-centre-mean"
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
        let name = text.plain(centre(scene.drawing.analysis.chart));
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
    let (mut x, mut y) = (2.0, from + 14.0);
    let entries = entries(scene);
    if entries.is_empty() {
        return from + 2.0;
    }
    for (sign, text) in entries {
        let indent = if matches!(sign, Sign::Nothing) { 0.0 } else { 24.0 };
        let lines = wrap(&text, scene.width - indent - 4.0);
        let wide = indent + lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        if x > 2.0 && x + wide > scene.width {
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

fn wrap(text: &str, room: f64) -> Vec<String> {
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

/// Only what the chart has.
fn entries(scene: &Scene<'_>) -> Vec<(Sign, String)> {
    let (drawing, text) = (scene.drawing, scene.text);
    let analysis = drawing.analysis;
    let mut entries = Vec::new();
    let parts = 0..analysis.parts.len();
    let limited = |at: usize| analysis.parts[at].lcl.is_some() || analysis.parts[at].ucl.is_some();
    if scene.shape == Shape::Narrow {
        for label in beside(scene).into_iter().filter(|label| label.style != style::TICK) {
            let line = if label.style == style::LABEL { style::CENTRE } else { style::TARGET };
            entries.push((Sign::Line(line), label.text));
        }
    }
    if parts.clone().any(|at| drawing.shows_limits(at) && limited(at)) {
        entries.push((
            Sign::Band,
            text.plain(named(drawing.naming, ["charts-band", "charts-band-technical"])),
        ));
    }
    let marks = marks::of(analysis);
    let has = |mark: Mark| marks.contains(&mark);
    if has(Mark::Ring) {
        let shifts = analysis.signals.iter().any(|signal| signal.pattern == Pattern::Shift);
        let keys = if shifts {
            ["charts-mark-shift", "charts-mark-shift-technical"]
        } else {
            ["charts-mark-pattern", "charts-mark-pattern-technical"]
        };
        entries.push((Sign::Mark(Mark::Ring), text.plain(named(drawing.naming, keys))));
    }
    if has(Mark::Diamond) {
        let keys = ["charts-mark-outside", "charts-mark-outside-technical"];
        entries.push((Sign::Mark(Mark::Diamond), text.plain(named(drawing.naming, keys))));
    }
    if analysis.points().any(|point| !point.include && point.y.is_some()) {
        entries.push((Sign::LeftOut, text.plain("charts-mark-left-out")));
    }
    if drawing.notes.iter().any(|note| note.kind == super::NoteKind::Pdsa) {
        entries.push((Sign::Flag, text.plain("charts-mark-pdsa")));
    }
    let waiting = |at: usize| drawing.limits == super::Limits::WhenStable && limited(at);
    if parts.clone().any(|at| waiting(at) && !drawing.shows_limits(at)) {
        entries.push((Sign::Nothing, text.plain("charts-limits-wait")));
    }
    let provisional =
        |at: usize| limited(at) && drawing.shows_limits(at) && analysis.parts[at].is_provisional();
    if parts.clone().any(provisional) {
        entries.push((Sign::Nothing, text.plain("charts-limits-provisional")));
    }
    entries
}

fn named(naming: Naming, [plain, technical]: [&'static str; 2]) -> &'static str {
    if naming == Naming::Plain { plain } else { technical }
}
