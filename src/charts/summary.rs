//! Many measures on one page: a row each, with its newest value, its miniature, and icons for how
//! it varies and whether the target is within reach (after NHS *Making Data Count*).

use askama::Template;

use crate::i18n::Text;

use super::Drawing;
use super::ink::Ink;
use super::numbers::Numbers;
use super::scale::Up;

#[derive(Template)]
#[template(path = "charts/summary.html")]
struct Summary {
    t: Text,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    href: Option<String>,
    newest: String,
    target: String,
    spark: String,
    variation: Icon,
    assurance: Option<Icon>,
}

struct Icon {
    svg: String,
    words: String,
}

/// A table of measures. `link` gives the address of a measure's own page, where it has one.
pub fn summary(
    drawings: &[Drawing<'_>],
    link: impl Fn(&Drawing<'_>) -> Option<String>,
    text: Text,
) -> String {
    let row = |drawing: &Drawing<'_>| {
        let numbers = Numbers::new(text, &drawing.unit, Up::of(drawing).step);
        let value =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| numbers.value(value));
        Row {
            title: drawing.title.to_owned(),
            href: link(drawing),
            newest: value(drawing.analysis.points().rev().find_map(|point| point.y)),
            target: value(drawing.target()),
            spark: drawing.spark(text),
            variation: icon(drawing.variation_key(), text),
            assurance: drawing.assurance_key().map(|key| icon(key, text)),
        }
    };
    let summary = Summary { t: text, rows: drawings.iter().map(row).collect() };
    summary.render().unwrap_or_default()
}

/// A sign beside its words: told apart by form.
fn icon(key: &'static str, text: Text) -> Icon {
    let path = match key {
        // An arrow up, an arrow down, an arrow to both sides, a calm wave.
        "charts-icon-improving" => "M4 12l5 5 11-11",
        "charts-icon-concerning" => "M12 4v10M12 18v2",
        "charts-icon-changed" => "M4 12h16M8 8l-4 4 4 4M16 8l4 4-4 4",
        "charts-icon-common" => "M2 12c3-6 6-6 10 0s7 6 10 0",
        // A target: hit, by turns, missed.
        "charts-icon-passes" => "M12 3a9 9 0 1 0 .1 0M8 12l3 3 5-6",
        "charts-icon-fails" => "M12 3a9 9 0 1 0 .1 0M9 9l6 6M15 9l-6 6",
        "charts-icon-hit-or-miss" => "M12 3a9 9 0 1 0 .1 0M7 12h1M12 12h1M17 12h1",
        _ => "M6 12h12",
    };
    let mut ink = Ink::with_room(160);
    ink.raw(
        "<svg class=\"chart-icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\"",
    );
    ink.raw(" stroke=\"currentColor\" stroke-width=\"2\" aria-hidden=\"true\"><path d=\"");
    ink.raw(path).raw("\"/></svg>");
    Icon { svg: ink.svg, words: text.plain(key) }
}
