//! Charts of single values: run, I, MR, T and I′.

use super::{Bounds, Lines, Part, screened_mean};
use crate::analysis::Columns;
use crate::constants::{D2_OF_TWO, D4_OF_TWO, MAKING_DATA_COUNT, WEIBULL_POWER};
use crate::exact;
use crate::rules::LimitFactor;
use std::f64::consts::FRAC_PI_2;

pub(super) fn run(part: &Part<'_>, columns: &mut Columns) {
    let centre = part.centre(|| exact::median(part.of(part.y())));
    let line = |point| Lines::around(part.y()[point], centre, f64::NAN, Bounds::NONE);
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn individuals(part: &Part<'_>, columns: &mut Columns) {
    let centre = part.centre(|| exact::mean(part.of(part.y())));
    let range = part.moving_range(part.of(part.y()).map(|y| y - centre));
    let sigma = match part.plan.rules.factor {
        LimitFactor::Shewhart => range / D2_OF_TWO,
        LimitFactor::MakingDataCount => MAKING_DATA_COUNT * range / 3.0,
    };
    let line = |point| Lines::around(part.y()[point], centre, sigma, Bounds::NONE);
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

/// `y` holds the moving ranges already. The lower line is 0 whatever else is known.
pub(super) fn moving_ranges(part: &Part<'_>, columns: &mut Columns) {
    let cl = part.centre(|| exact::mean(part.of(part.y())));
    let line = |point: usize| {
        let y: f64 = part.y()[point];
        let sigma = (D4_OF_TWO - 1.0) / 3.0 * cl;
        Lines {
            cl,
            lcl: 0.0,
            ucl: D4_OF_TWO * cl,
            lcl95: 0.0,
            ucl95: D4_OF_TWO / 3.0 * 2.0 * cl,
            z: (y - cl) / sigma,
            side: 0,
            outside: false,
        }
        .judged(y)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

/// The I chart of y^(1/3.6), with its lines taken back. Where each point stands is judged on the
/// transformed scale, before rounding on the way back can move it across a line.
pub(super) fn times_between(part: &Part<'_>, columns: &mut Columns) {
    let there = |y: f64| y.powf(1.0 / WEIBULL_POWER);
    let back = |line: f64| line.powf(WEIBULL_POWER);
    let start = part.range.start;
    let near: Vec<f64> = part.y()[part.range.clone()].iter().map(|y| there(*y)).collect();
    let base = || part.base().map(|point| near[point - start]);
    let centre = part.plan.centre_line.map_or_else(|| exact::mean(base()), there);
    let sigma = part.moving_range(base().map(|y| y - centre)) / D2_OF_TWO;
    let lines = Lines::around(f64::NAN, centre, sigma, Bounds::NONE);
    let lcl = back(lines.lcl);
    let far = Lines {
        cl: back(lines.cl),
        // A negative base has no such power: the line would be below zero, or is unknown.
        lcl: if lcl.is_nan() { 0.0 } else { lcl },
        ucl: back(lines.ucl),
        lcl95: back(lines.lcl95),
        ucl95: back(lines.ucl95),
        ..lines
    };
    for y in near {
        let Lines { z, side, outside, .. } = Lines::around(y, centre, sigma, Bounds::NONE);
        columns.push(Lines { z, side, outside, ..far });
    }
}

/// The centre line is of the baseline; the spread is of the whole part.
pub(super) fn with_denominators(part: &Part<'_>, columns: &mut Columns) {
    let (y, n) = (part.y(), &part.groups.n);
    let centre = part.centre(|| {
        let both = part.base().filter(|point| !y[*point].is_nan());
        exact::sum(both.map(|point| y[point] * n[point])) / exact::sum(part.of(n))
    });
    // From all points of the part, baseline or not, left out or not: as the reference does.
    let ranges = || {
        let later = part.range.clone().skip(1);
        part.range.clone().zip(later).map(|(a, b)| {
            let spread = (1.0 / n[a] + 1.0 / n[b]).sqrt();
            FRAC_PI_2.sqrt() * (y[b] - y[a]).abs() / spread
        })
    };
    let mean = screened_mean(ranges, part.plan.screened.then_some(3.2665));
    let line = |point: usize| {
        Lines::around(y[point], centre, mean * (1.0 / n[point]).sqrt(), Bounds::NONE)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}
