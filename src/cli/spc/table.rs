//! The answer as aligned text, for a terminal.

use std::fmt::Write as _;

use spc::{Analysis, Part, Point};

use super::picture::Scene;
use super::{cells, facet_name};

pub(super) fn text(analyses: &[Analysis], scene: &Scene<'_>) -> String {
    let mut text = String::new();
    for (analysis, sentence) in analyses.iter().zip(scene.sentences()) {
        if !analysis.facet.is_empty() {
            let _ = writeln!(text, "{}\n", facet_name(analysis));
        }
        let _ = writeln!(text, "{sentence}\n");
        align(&mut text, &PARTS, analysis.parts.iter().enumerate().map(part));
        text.push('\n');
        align(
            &mut text,
            &POINTS,
            analysis.points().enumerate().map(|(at, found)| point(analysis, (at, &found))),
        );
        text.push('\n');
    }
    text
}

const PARTS: [&str; 10] =
    ["part", "obs", "useful", "longest", "max", "crossings", "min", "centre", "lower", "upper"];

fn part((at, part): (usize, &Part)) -> Vec<String> {
    let count = |number: Option<usize>| number.map_or(String::new(), |number| number.to_string());
    let name = part.label.clone().unwrap_or_else(|| (at + 1).to_string());
    vec![
        name,
        part.n_obs.to_string(),
        part.n_useful.to_string(),
        count(part.longest_run),
        count(part.longest_run_max),
        count(part.n_crossings),
        count(part.n_crossings_min),
        value(part.cl),
        value(part.lcl),
        value(part.ucl),
    ]
}

const POINTS: [&str; 7] = ["x", "value", "n", "centre", "lower", "upper", "signal"];

fn point(analysis: &Analysis, (at, point): (usize, &Point<'_>)) -> Vec<String> {
    let patterns = analysis.signals_at(at);
    let mut words: Vec<String> =
        patterns.map(|signal| format!("{:?}", signal.pattern).to_lowercase()).collect();
    words.dedup();
    if !point.include {
        words.push("excluded".to_owned());
    }
    vec![
        cells::place(point.x),
        value(point.y),
        value(point.n),
        value(point.cl),
        value(point.lcl),
        value(point.ucl),
        words.join(", "),
    ]
}

/// Six significant figures, without zeros that say nothing.
fn value(value: Option<f64>) -> String {
    let Some(value) = value else { return String::new() };
    let magnitude = if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
    if !(-5.0..15.0).contains(&magnitude) {
        return format!("{value:.5e}");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 … 10")]
    let decimals = (5.0 - magnitude).clamp(0.0, 10.0) as usize;
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// Columns as wide as their widest cell: the first and the last set left, the others right.
fn align(text: &mut String, heading: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let mut lines = vec![heading.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()];
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
            let last_words = at > 0 && heading[at] == "signal";
            let _ = match at {
                0 => write!(written, "{cell}{gap}"),
                _ if last_words => write!(written, "  {cell}"),
                _ => write!(written, "  {gap}{cell}"),
            };
        }
        let _ = writeln!(text, "{}", written.trim_end());
    }
}
