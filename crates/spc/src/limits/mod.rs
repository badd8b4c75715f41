//! Centre line and limits, one function for each family of charts.

mod counts;
mod individuals;
mod subgroups;

use crate::analysis::Columns;
use crate::chart::Chart;
use crate::constants::D4_OF_TWO;
use crate::exact;
use crate::plan::Plan;
use crate::subgroups::Subgroups;
use std::ops::Range;

/// The lines at one point, and where the point stands among them. NaN is "no line".
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lines {
    pub(crate) cl: f64,
    pub(crate) lcl: f64,
    pub(crate) ucl: f64,
    pub(crate) lcl95: f64,
    pub(crate) ucl95: f64,
    /// Sigmas from the centre.
    pub(crate) z: f64,
    /// +1 above the centre line, −1 below, 0 on it or missing.
    pub(crate) side: i8,
    /// Outside the 3 sigma limits.
    pub(crate) outside: bool,
}

/// What no line may be outside of.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    low: f64,
    high: f64,
}

impl Bounds {
    const NONE: Self = Self { low: f64::NEG_INFINITY, high: f64::INFINITY };
    const COUNT: Self = Self { low: 0.0, high: f64::INFINITY };
    const SHARE: Self = Self { low: 0.0, high: 1.0 };

    /// A line that is not finite stays so: it is no line, not one at the bound.
    fn hold(self, line: f64) -> f64 {
        if line.is_finite() { line.max(self.low).min(self.high) } else { f64::NAN }
    }
}

impl Lines {
    /// Limits as far above the centre as below it, `sigma` to the sigma.
    fn around(y: f64, centre: f64, sigma: f64, bounds: Bounds) -> Self {
        Self {
            cl: centre,
            lcl: bounds.hold(centre - 3.0 * sigma),
            ucl: bounds.hold(centre + 3.0 * sigma),
            lcl95: bounds.hold(centre - 2.0 * sigma),
            ucl95: bounds.hold(centre + 2.0 * sigma),
            z: (y - centre) / sigma,
            side: 0,
            outside: false,
        }
        .judged(y)
    }

    /// Says where `y` stands. Comparisons with NaN are false, which is what is wanted.
    fn judged(mut self, y: f64) -> Self {
        let difference = y - self.cl;
        self.side = i8::from(difference > 0.0) - i8::from(difference < 0.0);
        self.outside = y > self.ucl || y < self.lcl;
        self
    }
}

/// One part of a chart, seen by the formulas.
pub(crate) struct Part<'a> {
    pub(crate) groups: &'a Subgroups,
    pub(crate) range: Range<usize>,
    /// Of the whole chart: what the lines are computed from.
    pub(crate) base: &'a [bool],
    pub(crate) plan: &'a Plan,
    /// Points have names and no order.
    pub(crate) categorical: bool,
}

impl<'a> Part<'a> {
    /// Numbers of the points that count for the lines.
    fn base(&self) -> impl Iterator<Item = usize> + Clone + use<'a> {
        let base = self.base;
        self.range.clone().filter(move |point| base[*point])
    }

    /// One column at those points.
    fn of(&self, column: &'a [f64]) -> impl Iterator<Item = f64> + Clone + use<'a> {
        self.base().map(|point| column[point])
    }

    fn y(&self) -> &'a [f64] {
        &self.groups.y
    }

    /// The given centre line, or the computed one.
    fn centre(&self, compute: impl FnOnce() -> f64) -> f64 {
        self.plan.centre_line.unwrap_or_else(compute)
    }

    /// The mean moving range of `values`, screened when the plan says so.
    fn moving_range(&self, values: impl Iterator<Item = f64> + Clone) -> f64 {
        let ranges = || {
            let later = values.clone().skip(1);
            values.clone().zip(later).map(|(a, b)| (b - a).abs())
        };
        screened_mean(ranges, self.plan.screened.then_some(D4_OF_TWO))
    }
}

/// The mean of ranges; with a screen, of those below `screen` times the mean of all.
fn screened_mean<I: Iterator<Item = f64>>(ranges: impl Fn() -> I, screen: Option<f64>) -> f64 {
    let mean = exact::mean(ranges());
    let Some(screen) = screen else { return mean };
    let limit = screen * mean;
    exact::mean(ranges().filter(|range| *range < limit))
}

/// Adds the lines of one part, point by point. On an MR chart `y` holds moving ranges already.
pub(crate) fn draw(part: &Part<'_>, columns: &mut Columns) {
    match part.plan.chart {
        Chart::Run => individuals::run(part, columns),
        Chart::I => individuals::individuals(part, columns),
        Chart::Mr => individuals::moving_ranges(part, columns),
        Chart::T => individuals::times_between(part, columns),
        Chart::IPrime => individuals::with_denominators(part, columns),
        Chart::Xbar => subgroups::means(part, columns),
        Chart::S => subgroups::deviations(part, columns),
        Chart::R => subgroups::ranges(part, columns),
        Chart::C => counts::counts(part, columns),
        Chart::G => counts::between(part, columns),
        Chart::U | Chart::UPrime => counts::rates(part, columns),
        Chart::P | Chart::PPrime => counts::shares(part, columns),
        Chart::Np => counts::numbers(part, columns),
    }
}
