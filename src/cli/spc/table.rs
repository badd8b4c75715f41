//! The answer as aligned text, for a terminal.

use std::fmt::Write as _;

use spc::{Analysis, Part, Pattern, Point};

use crate::charts;
use crate::i18n::Text;

use super::picture::Scene;
use super::{cells, facet_name};

pub(super) fn text(analyses: &[Analysis], scene: &Scene<'_>) -> String {
    let writer = Writer { text: scene.words() };
    let mut text = String::new();
    for (analysis, sentence) in analyses.iter().zip(scene.sentences()) {
        if !analysis.facet.is_empty() {
            let _ = writeln!(text, "{}\n", plain(&facet_name(analysis)));
        }
        let _ = writeln!(text, "{}\n", plain(&sentence));
        let parts = analysis.parts.iter().enumerate();
        align(&mut text, &writer.headings(&PARTS), parts.map(|part| writer.part(part)));
        text.push('\n');
        let points = analysis.points().enumerate();
        let points = points.map(|(at, found)| writer.point(analysis, (at, &found)));
        align(&mut text, &writer.headings(&POINTS), points);
        text.push('\n');
    }
    text
}

/// Writes cells in one language.
struct Writer {
    text: Text,
}

const PARTS: [&str; 12] = [
    "charts-text-part",
    "charts-text-obs",
    "charts-text-useful",
    "charts-text-longest",
    "charts-text-most",
    "charts-text-crossings",
    "charts-text-fewest",
    "charts-text-runs",
    "charts-text-sigma",
    "charts-text-centre",
    "charts-text-lower",
    "charts-text-upper",
];

const POINTS: [&str; 7] = [
    "charts-text-x",
    "charts-text-value",
    "charts-text-n",
    "charts-text-centre",
    "charts-text-lower",
    "charts-text-upper",
    "charts-text-signal",
];

impl Writer {
    fn headings(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.text.plain(key)).collect()
    }

    fn part(&self, (at, part): (usize, &Part)) -> Vec<String> {
        let count =
            |number: Option<usize>| number.map_or(String::new(), |number| number.to_string());
        let signal = if part.runs_signal { "charts-text-yes" } else { "charts-text-no" };
        vec![
            part.label.as_deref().map_or_else(|| (at + 1).to_string(), plain),
            part.n_obs.to_string(),
            part.n_useful.to_string(),
            count(part.longest_run),
            count(part.longest_run_max),
            count(part.n_crossings),
            count(part.n_crossings_min),
            self.text.plain(signal),
            part.sigma_signals.to_string(),
            self.value(part.cl),
            self.value(part.lcl),
            self.value(part.ucl),
        ]
    }

    fn point(&self, analysis: &Analysis, (at, point): (usize, &Point<'_>)) -> Vec<String> {
        let mut keys: Vec<&str> =
            analysis.signals_at(at).map(|signal| named(signal.pattern)).collect();
        if !point.include {
            keys.push("charts-text-out");
        }
        keys.dedup();
        let words: Vec<String> = keys.into_iter().map(|key| self.text.plain(key)).collect();
        vec![
            plain(&cells::place(point.x)),
            self.value(point.y),
            self.value(point.n),
            self.value(point.cl),
            self.value(point.lcl),
            self.value(point.ucl),
            words.join(", "),
        ]
    }

    /// Six significant figures, written as the sentence writes them.
    fn value(&self, value: Option<f64>) -> String {
        let Some(value) = value else { return String::new() };
        let magnitude = if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 … 10")]
        let decimals = (5.0 - magnitude).clamp(0.0, 10.0) as usize;
        charts::number(self.text, value, decimals)
    }
}

fn named(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Outside => "charts-pattern-outside",
        Pattern::Shift => "charts-pattern-shift",
        Pattern::FewCrossings => "charts-pattern-few-crossings",
        Pattern::Trend => "charts-pattern-trend",
        Pattern::Zone => "charts-pattern-zone",
        Pattern::NearLimit => "charts-pattern-near-limit",
        Pattern::Alternating => "charts-pattern-alternating",
        Pattern::Hugging => "charts-pattern-hugging",
        Pattern::Avoiding => "charts-pattern-avoiding",
        _ => "charts-pattern-together",
    }
}

/// Without what a terminal would obey.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Columns as wide as their widest cell: the first set left, the others right but for a last one of words.
fn align(text: &mut String, heading: &[String], rows: impl Iterator<Item = Vec<String>>) {
    let mut lines = vec![heading.to_vec()];
    lines.extend(rows);
    let mut widths = vec![0; heading.len()];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for line in lines {
        let mut written = String::new();
        for (at, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
            let last_words = at == POINTS.len() - 1 && heading.len() == POINTS.len();
            let _ = match at {
                0 => write!(written, "{cell}{gap}"),
                _ if last_words => write!(written, "  {cell}"),
                _ => write!(written, "  {gap}{cell}"),
            };
        }
        let _ = writeln!(text, "{}", written.trim_end());
    }
}
