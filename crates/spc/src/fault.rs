//! What cannot be charted, and which row is to blame.

use crate::chart::Chart;
use std::fmt;

/// A value that no chart can be made of. `series` and `row` count from 0.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// The row's `x` is of another kind than the first row's, or not a number at all.
    MixedX { series: usize, row: usize },
    /// `y` or `n` is infinite or not a number.
    NotFinite { series: usize, row: usize },
    /// A count or a denominator below zero.
    Negative { series: usize, row: usize },
    /// More than all: the count is above its denominator on a chart of shares.
    MoreThanAll { series: usize, row: usize },
    /// Events where nothing was at risk: a count above zero over a denominator of zero.
    NothingAtRisk { series: usize, row: usize },
    /// Times between events cannot be below zero.
    NegativeTime { series: usize, row: usize },
    /// The chart divides by something, and no row has a denominator.
    NoDenominator { chart: Chart },
    /// A baseline of no points.
    EmptyBaseline,
    /// The multiplier must be a number above zero.
    Multiplier,
    /// The given centre line is not possible on this chart.
    CentreLine { chart: Chart },
}

impl Fault {
    /// The series and row to blame, both from 0, where it is one row.
    pub fn place(&self) -> Option<(usize, usize)> {
        match *self {
            Self::MixedX { series, row }
            | Self::NotFinite { series, row }
            | Self::Negative { series, row }
            | Self::MoreThanAll { series, row }
            | Self::NothingAtRisk { series, row }
            | Self::NegativeTime { series, row } => Some((series, row)),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MixedX { .. } => f.write_str("x is of another kind than in the first row"),
            Self::NotFinite { .. } => f.write_str("the value is not a finite number"),
            Self::Negative { .. } => f.write_str("a count cannot be below zero"),
            Self::MoreThanAll { .. } => f.write_str("the count is larger than its denominator"),
            Self::NothingAtRisk { .. } => f.write_str("events are counted where n is zero"),
            Self::NegativeTime { .. } => f.write_str("time between events cannot be below zero"),
            Self::NoDenominator { chart } => {
                write!(f, "{} {chart} chart needs a denominator (n)", chart.article())
            }
            Self::EmptyBaseline => f.write_str("a baseline needs at least one point"),
            Self::Multiplier => f.write_str("the multiplier must be a number above zero"),
            Self::CentreLine { chart } => {
                write!(f, "this centre line is not possible on {} {chart} chart", chart.article())
            }
        }?;
        match self.place() {
            Some((series, row)) => write!(f, " (series {}, row {})", series + 1, row + 1),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}
