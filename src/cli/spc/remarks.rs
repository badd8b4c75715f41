//! What was asked for and has no effect, and what a chart cannot say of these numbers.

use spc::{Analysis, Chart, Plan, Within};

/// Above this the factors of ranges are not tabled, nor are ranges worth much.
const LARGEST_RANGE: usize = 25;

/// Is a point of this chart made of one row? Those of subgroups are made of many.
pub(super) fn takes_one_row(chart: Chart) -> bool {
    !matches!(chart, Chart::Xbar | Chart::S | Chart::R)
}

pub(super) fn of(plan: &Plan, analyses: &[Analysis]) -> Vec<String> {
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
