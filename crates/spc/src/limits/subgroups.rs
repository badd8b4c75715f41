//! Charts of subgroups: X̄, S and R.

use super::{Bounds, Lines, Part};
use crate::analysis::Columns;
use crate::constants::{c4, d2, d3, relative_sd_of_s};
use crate::exact::{self, real};
use crate::plan::Within;

impl Part<'_> {
    /// The standard deviation within subgroups: the plain mean of sᵢ where all have one size,
    /// pooled where they differ (Montgomery, eqs. 6.29 and 6.31).
    fn pooled_s(&self) -> f64 {
        let (size, s) = (&self.groups.size, &self.groups.spread);
        let sizes = &size[self.range.clone()];
        if sizes.windows(2).all(|pair| pair[0] == pair[1]) {
            return exact::mean(self.of(s));
        }
        let squares = self.base().map(|point| (real(size[point]) - 1.0) * s[point].powi(2));
        let degrees = self.base().map(|point| real(size[point]) - 1.0);
        (exact::sum(squares) / exact::sum(degrees)).sqrt()
    }

    /// Sigma from ranges: the plain mean of Rᵢ/d₂(nᵢ).
    fn sigma_of_ranges(&self) -> f64 {
        let (size, range) = (&self.groups.size, &self.groups.spread);
        let sigmas = self.base().filter_map(|point| Some(range[point] / d2(size[point])?));
        exact::mean(sigmas)
    }

    /// Σ nᵢ vᵢ / Σ nᵢ over the baseline.
    fn weighted(&self, values: &[f64]) -> f64 {
        let size = &self.groups.size;
        let both = self.base().filter(|point| !values[*point].is_nan());
        let above = exact::sum(both.map(|point| real(size[point]) * values[point]));
        above / exact::sum(self.base().map(|point| real(size[point])))
    }
}

pub(super) fn means(part: &Part<'_>, columns: &mut Columns) {
    let size = &part.groups.size;
    let centre = part.centre(|| part.weighted(&part.groups.mean));
    let spread = match part.plan.within {
        Within::Deviation => part.pooled_s(),
        Within::Range => part.sigma_of_ranges(),
    };
    let line = |point: usize| {
        let n = size[point];
        let sigma = match part.plan.within {
            Within::Deviation => c4(n).map(|c4| spread / (c4 * real(n).sqrt())),
            Within::Range => d2(n).map(|_| spread / real(n).sqrt()),
        };
        Lines::around(part.y()[point], centre, sigma.unwrap_or(f64::NAN), Bounds::NONE)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn deviations(part: &Part<'_>, columns: &mut Columns) {
    let centre = part.centre(|| part.pooled_s());
    let line = |point: usize| {
        let sigma = relative_sd_of_s(part.groups.size[point]).map(|relative| relative * centre);
        Lines::around(part.y()[point], centre, sigma.unwrap_or(f64::NAN), Bounds::COUNT)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}

pub(super) fn ranges(part: &Part<'_>, columns: &mut Columns) {
    let size = &part.groups.size;
    let centre = part.centre(|| {
        let drawn = part.base().filter(|point| size[*point] > 1);
        let weights = exact::sum(drawn.clone().map(|point| real(size[point])));
        exact::sum(drawn.map(|point| real(size[point]) * part.y()[point])) / weights
    });
    let estimated = part.sigma_of_ranges();
    let line = |point: usize| {
        let n = size[point];
        // A given centre line is a mean range, which says what sigma is as well.
        let within = match part.plan.centre_line {
            Some(given) => d2(n).map(|d2| given / d2),
            None => Some(estimated),
        };
        let sigma = within.and_then(|within| Some(within * d3(n)?)).unwrap_or(f64::NAN);
        Lines::around(part.y()[point], centre, sigma, Bounds::COUNT)
    };
    part.range.clone().map(line).for_each(|lines| columns.push(lines));
}
