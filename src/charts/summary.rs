//! Many measures on one page: a row each, with its newest value, its miniature, and icons for how
//! it varies and whether the target is within reach (after NHS *Making Data Count*).

use askama::Template;

use crate::i18n::Text;

use super::Drawing;
use super::finding::{Aim, Finding};
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
    beside: Beside,
    newest: String,
    target: Option<String>,
    spark: String,
    variation: Icon,
    assurance: Option<Icon>,
}

struct Icon {
    svg: String,
    words: String,
}

/// What a table of measures says of one beside its chart; each may be empty.
#[derive(Default)]
pub struct Beside {
    /// The measure's own page.
    pub href: Option<String>,
    /// What kind of measure it is, in words.
    pub kind: String,
    /// When its newest value is from.
    pub when: String,
}

impl Beside {
    /// The measure has a page of its own, and no more is said of it.
    pub fn at(href: String) -> Self {
        Self { href: Some(href), ..Self::default() }
    }
}

/// A table of measures, with what `beside` says of each.
pub fn summary(
    drawings: &[Drawing<'_>],
    beside: impl Fn(&Drawing<'_>) -> Beside,
    text: Text,
) -> String {
    let row = |drawing: &Drawing<'_>| {
        let numbers = Numbers::new(text, &drawing.unit, Up::of(drawing).step);
        let value =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| numbers.value(value));
        Row {
            title: drawing.title.to_owned(),
            beside: beside(drawing),
            newest: value(drawing.analysis.points().rev().find_map(|point| point.y)),
            target: drawing.target().map(|target| numbers.value(target)),
            spark: drawing.spark(text),
            variation: Icon { svg: sign(course(drawing)), words: drawing.short(text) },
            assurance: drawing.aim().map(|(target, aim)| aimed(drawing, target, aim, text)),
        }
    };
    let summary = Summary { t: text, rows: drawings.iter().map(row).collect() };
    summary.render().unwrap_or_default()
}

/// Told apart by form.
#[derive(Clone, Copy)]
enum Sign {
    Check,
    Alarm,
    Changed,
    Calm,
    Outside,
    Unknown,
    Hit,
    Turns,
    Missed,
}

/// What the chart's own judgement looks like.
fn course(drawing: &Drawing<'_>) -> Sign {
    match drawing.finding() {
        Finding::Moved(_) if drawing.analysis.centre_given => Sign::Changed,
        Finding::Moved(signal) => match drawing.is_better(signal.side) {
            Some(true) => Sign::Check,
            Some(false) => Sign::Alarm,
            None => Sign::Changed,
        },
        Finding::Was(_) | Finding::Crossings(_) | Finding::Pattern => Sign::Changed,
        _ if drawing.outside() > 0 => Sign::Outside,
        Finding::Common | Finding::NamesAlike | Finding::Equal => Sign::Calm,
        _ => Sign::Unknown,
    }
}

/// Beside a newest value that meets the target, «not yet» alone would say the contrary of what is seen.
fn aimed(drawing: &Drawing<'_>, target: f64, aim: Aim, text: Text) -> Icon {
    let (met, all) = drawing.meeting(target);
    if matches!(aim, Aim::Missed | Aim::Seldom) && met > 0 {
        let words = text.with2("charts-icon-some", "met", met, "all", all).into();
        return Icon { svg: sign(Sign::Turns), words };
    }
    let (picture, key) = match aim {
        Aim::Always => (Sign::Hit, "charts-icon-passes"),
        Aim::Met => (Sign::Hit, "charts-icon-met"),
        Aim::Often => (Sign::Turns, "charts-icon-often"),
        Aim::Seldom => (Sign::Turns, "charts-icon-seldom"),
        Aim::Missed => (Sign::Missed, "charts-icon-missed"),
        Aim::Never => (Sign::Missed, "charts-icon-fails"),
    };
    Icon { svg: sign(picture), words: text.plain(key) }
}

fn sign(sign: Sign) -> String {
    let path = match sign {
        Sign::Check => "M4 12l5 5 11-11",
        Sign::Alarm => "M12 4v10M12 18v2",
        Sign::Changed => "M4 12h16M8 8l-4 4 4 4M16 8l4 4-4 4",
        Sign::Calm => "M2 12c3-6 6-6 10 0s7 6 10 0",
        Sign::Outside => "M12 4l8 8-8 8-8-8z",
        Sign::Unknown => "M6 12h12",
        // A target: hit, by turns, missed.
        Sign::Hit => "M12 3a9 9 0 1 0 .1 0M8 12l3 3 5-6",
        Sign::Turns => "M12 3a9 9 0 1 0 .1 0M7 12h1M12 12h1M17 12h1",
        Sign::Missed => "M12 3a9 9 0 1 0 .1 0M9 9l6 6M15 9l-6 6",
    };
    let mut ink = Ink::with_room(160);
    ink.raw(
        "<svg class=\"chart-icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\"",
    );
    ink.raw(" stroke=\"currentColor\" stroke-width=\"2\" aria-hidden=\"true\"><path d=\"");
    ink.raw(path).raw("\"/></svg>");
    ink.svg
}
