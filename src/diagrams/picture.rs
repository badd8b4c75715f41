//! The diagram as SVG: headings, lines, texts, marks.

use std::fmt::Write as _;

use super::Diagram;
use super::layout::{GAP, LIFT, LINE, Laid, Layout, WIDTH};
use crate::charts::ink::{cut, escape};

/// The ring of a mark.
const RING: f64 = 5.5;

pub(super) fn draw(diagram: &Diagram<'_>) -> String {
    let layout = Layout::of(diagram);
    let (id, height) = (diagram.id, layout.height);
    let mut svg = String::with_capacity(8_000);
    let _ = write!(
        svg,
        "<svg class=\"hang\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" focusable=\"false\"><title id=\"{id}-t\">"
    );
    escape(&mut svg, diagram.title);
    let _ = write!(svg, "</title><desc id=\"{id}-d\">");
    escape(&mut svg, diagram.about);
    svg.push_str("</desc>");
    headings(&mut svg, diagram, &layout);
    lines(&mut svg, &layout);
    texts(&mut svg, diagram, &layout);
    marks(&mut svg, diagram, &layout);
    svg.push_str("</svg>");
    svg
}

fn headings(svg: &mut String, diagram: &Diagram<'_>, layout: &Layout) {
    svg.push_str("<g class=\"hang-head\" fill=\"#5e5e58\" font-size=\"14\">");
    let mut x = 0.0;
    for heading in &diagram.columns {
        let _ = write!(svg, "<text x=\"{x:.1}\" y=\"14\">");
        escape(svg, &cut(heading, layout.column * 12.5 / 14.0));
        svg.push_str("</text>");
        x += layout.column + GAP;
    }
    svg.push_str("</g>");
}

/// One line under each text, and a curve from each that it hangs on.
fn lines(svg: &mut String, layout: &Layout) {
    svg.push_str("<g class=\"hang-line\" fill=\"none\" stroke=\"#498378\" stroke-width=\"1.3\">");
    for laid in &layout.laid {
        let _ = write!(svg, "<path d=\"M{:.1} {:.1}H{:.1}", laid.left, laid.y, laid.right);
        for above in laid.on.iter().filter_map(|above| layout.laid.get(*above)) {
            curve(svg, above, laid);
        }
        svg.push_str("\"/>");
    }
    svg.push_str("</g>");
}

/// In the gap beside the one that is hung on; past a column between them the line goes straight.
fn curve(svg: &mut String, above: &Laid, laid: &Laid) {
    let (from, to) = (above.right, above.right + GAP);
    let bend = from + GAP / 2.0;
    let _ = write!(
        svg,
        "M{from:.1} {:.1}C{bend:.1} {:.1} {bend:.1} {:.1} {to:.1} {:.1}",
        above.y, above.y, laid.y, laid.y
    );
    if laid.left - to > 0.5 {
        let _ = write!(svg, "H{:.1}", laid.left);
    }
}

fn texts(svg: &mut String, diagram: &Diagram<'_>, layout: &Layout) {
    svg.push_str("<g class=\"hang-text\" fill=\"#2c2c28\" font-size=\"15.5\"");
    if let Some(lang) = diagram.lang {
        svg.push_str(" lang=\"");
        escape(svg, lang);
        svg.push('"');
    }
    svg.push('>');
    for laid in &layout.laid {
        let weight = if laid.column < 2 { " font-weight=\"600\"" } else { "" };
        let mut y = laid.y - LIFT;
        for line in laid.lines.iter().rev() {
            let _ = write!(svg, "<text x=\"{:.1}\" y=\"{y:.1}\"{weight}>", laid.left);
            escape(svg, line);
            svg.push_str("</text>");
            y -= LINE;
        }
    }
    svg.push_str("</g>");
}

fn marks(svg: &mut String, diagram: &Diagram<'_>, layout: &Layout) {
    svg.push_str("<g class=\"hang-mark\" fill=\"#9a4324\" font-size=\"14\" text-anchor=\"end\">");
    for (node, laid) in diagram.nodes.iter().zip(&layout.laid) {
        let Some(mark) = &node.mark else { continue };
        let x = laid.right - RING - 1.5;
        let _ = write!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{:.1}\" r=\"{RING}\" fill=\"#fff\" stroke=\"#c2542d\" stroke-width=\"3\"/><text x=\"{:.1}\" y=\"{:.1}\">",
            laid.y,
            laid.right,
            laid.y + 20.0
        );
        escape(svg, mark);
        svg.push_str("</text>");
    }
    svg.push_str("</g>");
}
