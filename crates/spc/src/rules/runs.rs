//! Runs and crossings of the centre line.

use super::{RunsTest, boxes};
use crate::constants::{crossings_min, longest_run_max};

/// How the included points of one part lie around their centre line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Runs {
    /// Points present and not on the line.
    pub(crate) useful: usize,
    /// Points present and on it.
    pub(crate) on_line: usize,
    pub(crate) longest: usize,
    pub(crate) crossings: usize,
}

/// What a runs test found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Runs longer than this are signals.
    pub(crate) longest_max: usize,
    pub(crate) long_run: bool,
    pub(crate) few_crossings: bool,
    /// Neither alone is unusual enough; together they are. Only the cut box says so.
    pub(crate) together: bool,
}

impl Runs {
    /// Counts from the sides of the points that have a value: +1, −1, or 0 for one on the line.
    pub(crate) fn count(sides: impl Iterator<Item = i8>) -> Self {
        let mut runs = Self::default();
        let (mut last, mut length) = (0, 0);
        for side in sides {
            if side == 0 {
                runs.on_line += 1;
                continue;
            }
            if side == last {
                length += 1;
            } else {
                runs.crossings += usize::from(last != 0);
                (last, length) = (side, 1);
            }
            runs.useful += 1;
            runs.longest = runs.longest.max(length);
        }
        runs
    }

    /// Half of the points or more lie on the line: what is left has been picked by chance, and a row of it
    /// that passes over the rest tells nothing.
    pub(crate) fn is_crowded(self) -> bool {
        self.on_line > 0 && self.on_line >= self.useful
    }

    pub(crate) fn judge(self, test: RunsTest) -> Verdict {
        let Some(longest_max) = longest_run_max(self.useful) else { return Verdict::default() };
        let limits = match test {
            RunsTest::Anhoej => None,
            RunsTest::BestBox | RunsTest::CutBox => boxes::of(self.useful),
        };
        let (longest_max, fewest) = match limits {
            Some(limits) => (limits.longest, limits.fewest),
            None => (longest_max, crossings_min(self.useful)),
        };
        let long_run = self.longest > longest_max;
        let few_crossings = self.crossings < fewest;
        let together = test == RunsTest::CutBox
            && !(long_run || few_crossings)
            && limits.is_some_and(|limits| self.in_corner(&limits));
        Verdict { longest_max, long_run, few_crossings, together }
    }

    /// Inside the box and on its cut-off corner: on the edge of fewest crossings with a run that
    /// is too long for it, or on the edge of the longest run with too few crossings for that.
    fn in_corner(self, limits: &boxes::BoxLimits) -> bool {
        let Some((longest_at_edge, fewest_at_edge)) = limits.corner else { return false };
        let inner = self.crossings > limits.fewest && self.longest < limits.longest;
        let low_edge = self.crossings == limits.fewest && self.longest <= longest_at_edge;
        let long_edge = self.crossings >= fewest_at_edge;
        !(inner || low_edge || long_edge)
    }
}
