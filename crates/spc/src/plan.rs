//! What to draw: the chart, its baseline, its parts and what counts as a signal.

use crate::chart::Chart;
use crate::rules::RuleSet;
use std::collections::{BTreeMap, BTreeSet};

/// Which points centre line and limits are computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Baseline {
    /// All points of a part.
    #[default]
    All,
    /// The first n points of the chart ("freeze"). Where the chart has several parts, each part
    /// has limits of its own and this says nothing.
    First(usize),
    /// The first n points of the first part; later parts use all their points.
    FirstOfFirstPart(usize),
    /// The first n points of every part.
    FirstOfEachPart(usize),
}

/// How several values with the same `x` become one point, on charts that do not say so themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Aggregate {
    #[default]
    Mean,
    Median,
    Sum,
}

/// What the spread within subgroups is estimated from on an X̄ chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Within {
    /// Standard deviations (A₃). Right for every subgroup size.
    #[default]
    Deviation,
    /// Ranges (A₂), as charts were made by hand. Subgroups of 2–25.
    Range,
}

/// Everything there is to choose about a chart. Start with [`Plan::new`] and change what differs.
///
/// ```
/// use spc::{Baseline, Chart, Plan, Series};
/// let series = Series::of([10.0, 12.0, 11.0, 13.0, 12.0, 14.0, 20.0]);
/// let plan = Plan { baseline: Baseline::First(6), ..Plan::new(Chart::I) };
/// let analysis = plan.analyse(&series)?;
/// assert_eq!(analysis.points().last().and_then(|point| point.cl), Some(12.0));
/// assert!(analysis.points().last().is_some_and(|point| point.sigma_signal));
/// # Ok::<(), spc::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Plan {
    pub chart: Chart,
    pub baseline: Baseline,
    /// Parts, counted from 0, whose lines are computed from their first so many points. For these it
    /// goes before `baseline`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub frozen: BTreeMap<usize, usize>,
    /// A new part starts after these many points. 0, repeats, and what is at or beyond the end
    /// start nothing. Rows may bring part labels as well ([`crate::Row::part`]).
    pub splits: BTreeSet<usize>,
    /// Points left out of centre line, limits and runs, counted from 0. They are still drawn, and
    /// still compared with the limits.
    pub exclude: BTreeSet<usize>,
    /// A centre line known beforehand, in the unit of the measure before `multiply`.
    pub centre_line: Option<f64>,
    /// Multiplies values and lines: 1000 for "per 1,000 bed days", 100 for per cent.
    pub multiply: f64,
    /// No limit below zero when no value is.
    pub floor_zero: bool,
    /// Drop moving ranges at or above their own upper limit once before averaging (Nelson 1982).
    pub screened: bool,
    pub aggregate: Aggregate,
    pub within: Within,
    pub rules: RuleSet,
}

impl Plan {
    /// The chart with every other choice as it usually is: all points are the baseline, moving
    /// ranges are screened, Anhøj's rules.
    pub fn new(chart: Chart) -> Self {
        Self {
            chart,
            baseline: Baseline::All,
            frozen: BTreeMap::new(),
            splits: BTreeSet::new(),
            exclude: BTreeSet::new(),
            centre_line: None,
            multiply: 1.0,
            floor_zero: false,
            screened: true,
            aggregate: Aggregate::Mean,
            within: Within::Deviation,
            rules: RuleSet::anhoej(),
        }
    }
}
