//! Charts of counts, rates and shares: C, G, U, U′, P, P′ and NP.

use super::{Bounds, Lines, Part};
use crate::analysis::Columns;
use crate::chart::Chart;
use crate::constants::{D2_OF_TWO, GEOMETRIC_MEDIAN};
use crate::exact;

impl Part<'_> {
    /// Σyᵢ/Σnᵢ over the baseline.
    fn ratio(&self) -> f64 {
        exact::sum(self.of(&self.groups.sum)) / exact::sum(self.of(&self.groups.n))
    }

    /// Laney's σz: how much wider standardised values vary than their formula says. From moving
    /// ranges, or from all values where points have no order.
    fn sigma_z(&self, centre: f64, sigma: impl Fn(usize) -> f64) -> f64 {
        let y = self.y();
        let z: Vec<f64> = self.base().map(|point| (y[point] - centre) / sigma(point)).collect();
        if self.categorical {
            exact::standard_deviation(z.iter().copied())
        } else {
            self.moving_range(z.iter().copied()) / D2_OF_TWO
        }
    }
}

pub(super) fn counts(part: &Part<'_>, columns: &mut Columns) {
    let centre = part.centre(|| exact::mean(part.of(part.y())));
    let line = |point| Lines::around(part.y()[point], centre, centre.sqrt(), Bounds::COUNT);
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

/// Limits from the mean, runs from the median.
pub(super) fn between(part: &Part<'_>, columns: &mut Columns) {
    let mean = part.centre(|| exact::mean(part.of(part.y())));
    let sigma = (mean * (mean + 1.0)).sqrt();
    let median = match part.plan.centre_line {
        Some(given) => GEOMETRIC_MEDIAN * given,
        None => exact::median(part.of(part.y())),
    };
    let line = |point: usize| {
        let y = part.y()[point];
        Lines { cl: median, ..Lines::around(y, mean, sigma, Bounds::COUNT) }.judged(y)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn rates(part: &Part<'_>, columns: &mut Columns) {
    let n = &part.groups.n;
    let centre = part.centre(|| part.ratio());
    let sigma = |point: usize| (centre / n[point]).sqrt();
    let wider = if part.plan.chart == Chart::UPrime { part.sigma_z(centre, sigma) } else { 1.0 };
    let line = |point| Lines::around(part.y()[point], centre, sigma(point) * wider, Bounds::COUNT);
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn shares(part: &Part<'_>, columns: &mut Columns) {
    let n = &part.groups.n;
    let centre = part.centre(|| part.ratio());
    let sigma = |point: usize| (centre * (1.0 - centre) / n[point]).sqrt();
    let wider = if part.plan.chart == Chart::PPrime { part.sigma_z(centre, sigma) } else { 1.0 };
    let line = |point| Lines::around(part.y()[point], centre, sigma(point) * wider, Bounds::SHARE);
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn numbers(part: &Part<'_>, columns: &mut Columns) {
    let share = part.ratio();
    let line = |point: usize| {
        let n = part.groups.n[point];
        // A given centre line is a number out of n, as the values are.
        let p = part.plan.centre_line.map_or(share, |given| given / n);
        let sigma = (n * p * (1.0 - p)).sqrt();
        Lines::around(part.y()[point], n * p, sigma, Bounds { low: 0.0, high: n })
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}
