//! The timeline as SVG: years, lanes, what became of what, bars.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::layout::{BAR, LEFT, Laid, Layout, TOP, WIDTH};
use super::{Look, Timeline};
use crate::charts::ink::{cut, escape, width};

/// The text on bars and lanes, against the 12.5 px that widths are told for.
const TEXT: f64 = 14.5 / 12.5;
/// How far a bar that still lasts points on.
const POINT: f64 = 8.0;

pub(super) fn draw(timeline: &Timeline<'_>) -> String {
    let layout = Layout::of(timeline);
    let height = layout.height + 34.0;
    let mut svg = String::with_capacity(40_000);
    let has_links =
        timeline.lanes.iter().any(|lane| lane.bars.iter().any(|bar| bar.href.is_some()));
    // A picture's inside is hidden from those who listen; links must not be.
    let role = if has_links { "group" } else { "img" };
    let _ = write!(
        svg,
        "<svg class=\"line\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"{role}\" aria-label=\""
    );
    escape(&mut svg, timeline.title);
    let _ = write!(
        svg,
        "\" focusable=\"false\"><defs><pattern id=\"{}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"line-stroke\" d=\"M0 0V7\"/></pattern></defs>",
        timeline.id
    );
    years(&mut svg, timeline, &layout);
    lanes(&mut svg, &layout);
    for laid in layout.lanes.iter().flat_map(|lane| &lane.bars) {
        bar(&mut svg, laid, timeline, &layout);
    }
    successions(&mut svg, &layout);
    marked(&mut svg, timeline, &layout);
    svg.push_str("</svg>");
    svg
}

/// A line each fifth year and the number over and under it.
fn years(svg: &mut String, timeline: &Timeline<'_>, layout: &Layout<'_>) {
    svg.push_str("<g aria-hidden=\"true\">");
    let bottom = layout.height;
    for year in timeline.from..=timeline.today.year() {
        let x = layout.year(year);
        let is_named = year == timeline.from || year % 5 == 0;
        let class = if is_named { "line-year" } else { "line-year line-year--small" };
        let _ = write!(svg, "<path class=\"{class}\" d=\"M{x:.1} {:.0}V{bottom:.0}\"/>", TOP - 8.0);
        // A year too near the first one has no number.
        if is_named && (year == timeline.from || year > timeline.from + 1) {
            let anchor = if year == timeline.from { "start" } else { "middle" };
            for y in [TOP - 16.0, bottom + 22.0] {
                let _ = write!(
                    svg,
                    "<text class=\"line-tick\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{y:.0}\">{year}</text>"
                );
            }
        }
    }
    svg.push_str("</g>");
}

fn lanes(svg: &mut String, layout: &Layout<'_>) {
    svg.push_str("<g aria-hidden=\"true\">");
    for lane in &layout.lanes {
        let _ = write!(svg, "<path class=\"line-rule\" d=\"M0 {:.1}H{WIDTH}\"/>", lane.top);
        let y = lane.top + 22.0;
        let _ = write!(svg, "<text class=\"line-lane\" x=\"0\" y=\"{y:.1}\">");
        escape(svg, &cut(lane.name, (LEFT - 12.0) / TEXT));
        svg.push_str("</text>");
    }
    if let Some(last) = layout.lanes.last() {
        let _ = write!(svg, "<path class=\"line-rule\" d=\"M0 {:.1}H{WIDTH}\"/>", last.bottom);
    }
    svg.push_str("</g>");
}

/// From what was to what it became, with a point where it arrives.
fn successions(svg: &mut String, layout: &Layout<'_>) {
    let all = || layout.lanes.iter().flat_map(|lane| &lane.bars);
    let by_key: BTreeMap<&str, &Laid<'_>> =
        all().map(|laid| (laid.bar.key.as_str(), laid)).collect();
    svg.push_str("<g class=\"line-successions\" aria-hidden=\"true\">");
    for heir in all() {
        for before in heir.bar.after.iter().filter_map(|key| by_key.get(key.as_str())) {
            // In one row the one simply goes over into the other.
            if (before.top - heir.top).abs() >= 1.0 {
                svg.push_str(&succession(before, heir));
            }
        }
    }
    svg.push_str("</g>");
}

fn succession(before: &Laid<'_>, heir: &Laid<'_>) -> String {
    let from = before.middle();
    if from > heir.middle() {
        // Up: out of its end and into the heir's lower edge.
        let (turn, edge) = (heir.left.max(before.right) + 9.0, heir.top + BAR);
        return format!(
            "<path class=\"line-becomes\" d=\"M{:.1} {from:.1}H{turn:.1}V{:.1}m-4 5l4-5l4 5\"/>",
            before.right,
            edge + 1.0
        );
    }
    // Down: out of its lower edge and into the heir's beginning.
    let (turn, to) = (before.right.min(heir.left) - 9.0, heir.middle());
    let end = heir.left + if heir.bar.from.is_rough { 4.0 } else { 0.0 };
    format!(
        "<path class=\"line-becomes\" d=\"M{turn:.1} {:.1}V{to:.1}H{end:.1}m-5-4l5 4l-5 4\"/>",
        before.top + BAR
    )
}

fn bar(svg: &mut String, laid: &Laid<'_>, timeline: &Timeline<'_>, layout: &Layout<'_>) {
    let bar = laid.bar;
    let tag = if bar.href.is_some() { "a" } else { "g" };
    let _ = write!(svg, "<{tag} class=\"{}\"", bar.look.class());
    if let Some(href) = &bar.href {
        svg.push_str(" href=\"");
        escape(svg, href);
        svg.push_str("\" aria-label=\"");
        escape(svg, &bar.says);
        svg.push('"');
    }
    svg.push_str("><g aria-hidden=\"true\"><title>");
    escape(svg, &bar.says);
    svg.push_str("</title>");
    let d = shape(laid);
    let _ = write!(svg, "<path class=\"line-body\" d=\"{d}\"/>");
    if matches!(bar.look, Look::FirstHatched | Look::SecondHatched) {
        let _ = write!(svg, "<path fill=\"url(#{}-hatch)\" d=\"{d}\"/>", timeline.id);
    }
    let _ = write!(svg, "</g></{tag}>");
    // Beside the link: a text that is cut to its bar is not part of what the link is called.
    let _ = write!(svg, "<g class=\"{} line-words\" aria-hidden=\"true\">", bar.look.class());
    texts(svg, laid, layout);
    svg.push_str("</g>");
}

/// What is written on the bar; a ring where it changes.
fn texts(svg: &mut String, laid: &Laid<'_>, layout: &Layout<'_>) {
    let texts = &laid.bar.texts;
    if laid.bar.has_moved {
        ring(svg, laid.left, laid);
    }
    if texts.is_empty() {
        let x = laid.left + if laid.bar.from.is_rough { 10.0 } else { 7.0 };
        let room = (laid.right - x - 6.0) / TEXT;
        let text = fitting(&laid.bar.unknown, room).unwrap_or_else(|| "?".to_owned());
        write_text(svg, "line-text", x, laid, &text);
    }
    for (at, (day, text)) in texts.iter().enumerate() {
        let start = if at == 0 { laid.left } else { layout.x(*day) };
        let end = texts.get(at + 1).map_or(laid.right, |(next, _)| layout.x(*next));
        let mut x = start + if laid.bar.from.is_rough { 10.0 } else { 7.0 };
        if at > 0 {
            ring(svg, start, laid);
        }
        if at > 0 || laid.bar.has_moved {
            x = start + 11.0;
        }
        let room = (end - x - 6.0) / TEXT;
        let beside = || {
            let room = (layout.room_beside(laid) - 12.0) / TEXT;
            fitting(text, room).filter(|_| at + 1 == texts.len())
        };
        if let Some(text) = fitting(text, room) {
            write_text(svg, "line-text", x, laid, &text);
        } else if let Some(text) = beside() {
            write_text(svg, "line-beside", laid.right + 6.0, laid, &text);
        } else {
            // Known, but too long: never as empty as what is not known.
            write_text(svg, "line-text", x, laid, "…");
        }
    }
}

fn write_text(svg: &mut String, class: &str, x: f64, laid: &Laid<'_>, text: &str) {
    let y = laid.middle() + 5.0;
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">");
    escape(svg, text);
    svg.push_str("</text>");
}

fn ring(svg: &mut String, x: f64, laid: &Laid<'_>) {
    let y = laid.middle();
    let _ = write!(svg, "<circle class=\"line-moved\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\"/>");
}

/// As much of a text as there is room for, by whole names: first without what stands in brackets,
/// then the first names of several. A part of a name says nothing.
fn fitting(text: &str, room: f64) -> Option<String> {
    let bare = text.split(" (").next().unwrap_or(text).to_owned();
    let names: Vec<&str> = bare.split(", ").collect();
    let fewer = (1..names.len()).rev().map(|n| format!("{} …", names[..n].join(", ")));
    let mut tries = [text.to_owned(), bare.clone()].into_iter().chain(fewer);
    tries.find(|text| width(text) <= room)
}

/// Jagged where the day is only roughly known, pointed where it still lasts, else straight.
fn shape(laid: &Laid<'_>) -> String {
    let (top, bottom) = (laid.top, laid.top + BAR);
    let (left, right) = (laid.left + 1.0, laid.right - 1.0);
    let third = BAR / 6.0;
    let mut d = format!("M{left:.1} {top:.1}");
    match laid.bar.to {
        None => {
            let _ = write!(
                d,
                "H{right:.1}L{:.1} {:.1}L{right:.1} {bottom:.1}",
                right + POINT,
                laid.middle()
            );
        }
        Some(to) if to.is_rough => {
            let _ = write!(d, "H{right:.1}");
            for _ in 0..3 {
                let _ = write!(d, "l-5 {third}l5 {third}");
            }
        }
        Some(_) => {
            let _ = write!(d, "H{right:.1}V{bottom:.1}");
        }
    }
    let _ = write!(d, "H{left:.1}");
    if laid.bar.from.is_rough {
        for _ in 0..3 {
            let _ = write!(d, "l5 -{third}l-5 -{third}");
        }
    }
    d.push('z');
    d
}

fn marked(svg: &mut String, timeline: &Timeline<'_>, layout: &Layout<'_>) {
    let Some((day, text)) = &timeline.marked else { return };
    let x = layout.x(*day);
    let anchor = if x > WIDTH - 120.0 { "end" } else { "middle" };
    let _ = write!(
        svg,
        "<g class=\"line-marked\" aria-hidden=\"true\"><path d=\"M{x:.1} 18V{:.0}\"/><text text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"13\">",
        layout.height
    );
    escape(svg, text);
    svg.push_str("</text></g>");
}

/// A small bar of this look.
pub(super) fn swatch(look: Look) -> String {
    let lines = if matches!(look, Look::FirstHatched | Look::SecondHatched) {
        "<path class=\"line-stroke\" d=\"M1 13L13 1M9 13L21 1M17 13L27 3\"/>"
    } else {
        ""
    };
    format!(
        "<svg class=\"line-swatch {}\" viewBox=\"0 0 28 14\" width=\"28\" height=\"14\" aria-hidden=\"true\" focusable=\"false\"><path class=\"line-body\" d=\"M1 1H27V13H1z\"/>{lines}</svg>",
        look.class()
    )
}
