//! What was asked for and has no effect, and what a chart cannot say of these numbers.

use std::collections::BTreeSet;

use spc::{Aggregate, Analysis, Baseline, Chart, Plan, Point, Within};

use super::cells;

/// Above this the factors of ranges are not tabled, nor are ranges worth much.
const LARGEST_RANGE: usize = 25;

/// Is a point of this chart made of one row? Those of subgroups are made of many.
pub(super) fn takes_one_row(chart: Chart) -> bool {
    !matches!(chart, Chart::Xbar | Chart::S | Chart::R)
}

/// `noughts` are the places where somebody has written that nothing stands below the line.
pub(super) fn of(plan: &Plan, analyses: &[Analysis], noughts: &BTreeSet<String>) -> Vec<String> {
    let mut remarks = Vec::new();
    let longest = analyses.iter().map(Analysis::len).max().unwrap_or(0);
    for split in plan.splits.iter().filter(|split| **split == 0 || **split >= longest) {
        remarks.push(format!("--split {split} parts nothing: the chart has {longest} points"));
    }
    for point in plan.exclude.iter().filter(|point| **point >= longest) {
        let point = point + 1;
        remarks
            .push(format!("--exclude {point} leaves nothing out: the chart has {longest} points"));
    }
    remarks.extend(frozen(plan, analyses, longest));
    remarks.extend(without_denominator(analyses, noughts));
    remarks.extend(put_together(plan, analyses));
    let of_ranges =
        plan.chart == Chart::R || plan.chart == Chart::Xbar && plan.within == Within::Range;
    let points = || analyses.iter().flat_map(Analysis::points);
    if of_ranges && points().any(|point| point.size > LARGEST_RANGE) {
        let instead = if plan.chart == Chart::R { "--chart s" } else { "--within s" };
        remarks.push(format!(
            "subgroups of more than {LARGEST_RANGE} values have no limits from ranges: use {instead}"
        ));
    }
    let at_once = points().filter(|point| point.y == Some(0.0)).count();
    if plan.chart == Chart::T && at_once > 0 {
        remarks.push(format!(
            "{at_once} of the times between events are 0, two events at once: a finer unit of time \
             says more"
        ));
    }
    remarks
}

/// A baseline that was asked for and is none.
fn frozen(plan: &Plan, analyses: &[Analysis], longest: usize) -> Vec<String> {
    let parts = analyses.iter().map(|analysis| analysis.parts.len()).max().unwrap_or(0);
    let mut remarks = Vec::new();
    match plan.baseline {
        Baseline::First(first) if parts > 1 => remarks.push(format!(
            "--freeze {first} freezes nothing: the chart has {parts} parts, each with lines of its own; \
             use --freeze-in-part, or --freeze-part 1={first}"
        )),
        Baseline::First(first) if first >= longest => remarks.push(format!(
            "--freeze {first} freezes nothing: the chart has {longest} points"
        )),
        _ => {}
    }
    for part in plan.frozen.keys().filter(|part| **part >= parts) {
        let part = part + 1;
        remarks.push(format!("--freeze-part {part} freezes nothing: the chart has {parts} parts"));
    }
    remarks
}

/// So many places are named.
const NAMED: usize = 12;

fn places<'a>(points: impl Iterator<Item = Point<'a>>) -> (usize, String) {
    let all: Vec<String> = points.map(|point| cells::place(point.x)).collect();
    let mut named = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if all.len() > NAMED {
        named.push_str(" …");
    }
    (all.len(), named)
}

/// Where nothing stands below the line there is no share and no rate; an empty cell is another matter.
fn without_denominator(analyses: &[Analysis], noughts: &BTreeSet<String>) -> Option<String> {
    let points = analyses.iter().flat_map(Analysis::points);
    let is_nought = |point: &Point<'_>| {
        let is_zero = point.n == Some(0.0) && point.y.is_none();
        is_zero && noughts.contains(&cells::place(point.x))
    };
    let (count, named) = places(points.filter(is_nought));
    (count > 0).then(|| format!("no value where the denominator is 0: {named}"))
}

/// Rows with the same place become one point, which may be meant, and may be an hour that the clock
/// shows twice.
fn put_together(plan: &Plan, analyses: &[Analysis]) -> Option<String> {
    if !takes_one_row(plan.chart) {
        return None;
    }
    let points = analyses.iter().flat_map(Analysis::points);
    let (count, named) = places(points.filter(|point| point.size > 1));
    let how = match plan.aggregate {
        Aggregate::Mean if !plan.chart.counts() => "their mean",
        Aggregate::Median if !plan.chart.counts() => "their median",
        _ => "summed",
    };
    (count > 0).then(|| format!("several rows are one point each ({how}): {named}"))
}
