//! What counts as a signal: rules as values, gathered in sets.
//!
//! A [`RuleSet`] is data. The named ones below are what the field uses; a team that wants six
//! points instead of seven writes its own list:
//!
//! ```
//! use spc::{Chart, LimitFactor, Plan, Rule, RuleSet, Series, Ties};
//! let six_in_a_row = RuleSet {
//!     name: "six".into(),
//!     rules: vec![Rule::Outside, Rule::Side { run: 6, ties: Ties::Skip }],
//!     factor: LimitFactor::Shewhart,
//! };
//! let plan = Plan { rules: six_in_a_row, ..Plan::new(Chart::Run) };
//! let analysis =
//!     plan.analyse(&Series::of([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0]))?;
//! assert_eq!(analysis.signals[1].points, [6, 7, 8, 9, 10, 11]);
//! # Ok::<(), spc::Fault>(())
//! ```

mod boxes;
mod patterns;
mod runs;

pub(crate) use patterns::{RuleInput, signals};
pub(crate) use runs::Runs;

/// How a runs test draws the line between chance and signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RunsTest {
    /// A run longer than log₂ n + 3 or fewer crossings than the 5 % binomial bound (Anhøj &
    /// Olesen 2014, PLOS ONE 9(11): e113825).
    Anhoej,
    /// The box of crossings and longest run with the best likelihood ratio (Anhøj & Wentzel-Larsen
    /// 2020, PLOS ONE 15(5): e0233920). For 10–100 useful points; outside, as `Anhoej`.
    BestBox,
    /// The best box with its corner cut, from the same paper.
    CutBox,
}

/// What a value equal to its neighbour, or on the centre line, does to a row of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Ties {
    /// It is passed over: neither counted nor a break.
    Skip,
    /// It ends the row.
    Break,
}

/// One rule. Sigmas count from the centre of the limits; a row is of points that are present and
/// not excluded, within one part.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Rule {
    /// A point outside the 3 sigma limits. Excluded points are judged as well.
    Outside,
    /// Longest run and crossings, judged together.
    Runs(RunsTest),
    /// `run` points in a row on one side of the centre line: a shift.
    Side { run: usize, ties: Ties },
    /// `run` points in a row, each above the one before, or each below: a trend.
    Trend { run: usize, ties: Ties },
    /// `count` of `of` points in a row beyond `sigma` on the same side.
    Beyond { count: usize, of: usize, sigma: f64 },
    /// Two of three points in a row near a limit, that is beyond 2 sigma and not outside 3, all
    /// three on the same side of the centre line.
    NearLimit,
    /// `run` points in a row that go up and down in turns.
    Alternating { run: usize },
    /// `run` points in a row within one sigma: too calm to be true.
    Hugging { run: usize },
    /// `run` points in a row with none within one sigma: two processes on one chart.
    Avoiding { run: usize },
}

impl Rule {
    /// Whether the rule is about the order of points and not about one point or its limits.
    pub fn is_about_runs(self) -> bool {
        matches!(self, Self::Runs(_) | Self::Side { .. } | Self::Trend { .. })
    }
}

/// How a mean moving range becomes limits on an I chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LimitFactor {
    /// 3/1.128.
    #[default]
    Shewhart,
    /// 2.66, the same in two decimals, as NHS *Making Data Count* prints and computes it.
    MakingDataCount,
}

/// A named list of rules.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleSet {
    pub name: String,
    pub rules: Vec<Rule>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub factor: LimitFactor,
}

impl RuleSet {
    /// The short names of the sets below.
    pub const NAMES: [&'static str; 7] = [
        "anhoej",
        "anhoej-best-box",
        "anhoej-cut-box",
        "run65",
        "western-electric",
        "nelson",
        "mdc",
    ];

    /// The set with this short name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "anhoej" => Self::anhoej(),
            "anhoej-best-box" => Self::of(name, vec![Rule::Outside, Rule::Runs(RunsTest::BestBox)]),
            "anhoej-cut-box" => Self::of(name, vec![Rule::Outside, Rule::Runs(RunsTest::CutBox)]),
            "run65" => Self::run_chart(),
            "western-electric" => Self::western_electric(),
            "nelson" => Self::nelson(),
            "mdc" => Self::making_data_count(),
            _ => return None,
        })
    }

    fn of(name: &str, rules: Vec<Rule>) -> Self {
        Self { name: name.to_owned(), rules, factor: LimitFactor::Shewhart }
    }

    /// 3 sigma, unusually long runs and unusually few crossings: the Nordic choice.
    pub fn anhoej() -> Self {
        Self::of("anhoej", vec![Rule::Outside, Rule::Runs(RunsTest::Anhoej)])
    }

    /// Six on one side of the median, five up or five down (Perla, Provost & Murray 2011, *BMJ
    /// Quality & Safety* 20(1), 46–51).
    pub fn run_chart() -> Self {
        let ties = Ties::Skip;
        Self::of("run65", vec![Rule::Side { run: 6, ties }, Rule::Trend { run: 5, ties }])
    }

    /// One beyond 3 sigma, 2 of 3 beyond 2, 4 of 5 beyond 1, 8 on one side (Western Electric 1956;
    /// Montgomery, § 5.3.6).
    pub fn western_electric() -> Self {
        Self::of(
            "western-electric",
            vec![
                Rule::Outside,
                Rule::Beyond { count: 2, of: 3, sigma: 2.0 },
                Rule::Beyond { count: 4, of: 5, sigma: 1.0 },
                Rule::Side { run: 8, ties: Ties::Break },
            ],
        )
    }

    /// Nelson's eight tests (Nelson 1984, *Journal of Quality Technology* 16(4), 237–239).
    pub fn nelson() -> Self {
        Self::of(
            "nelson",
            vec![
                Rule::Outside,
                Rule::Side { run: 9, ties: Ties::Break },
                Rule::Trend { run: 6, ties: Ties::Break },
                Rule::Alternating { run: 14 },
                Rule::Beyond { count: 2, of: 3, sigma: 2.0 },
                Rule::Beyond { count: 4, of: 5, sigma: 1.0 },
                Rule::Hugging { run: 15 },
                Rule::Avoiding { run: 8 },
            ],
        )
    }

    /// One outside, 7 on one side, 7 up or 7 down, 2 of 3 near a limit; limits at 2.66 mean moving
    /// ranges (NHS England, *Making Data Count*).
    pub fn making_data_count() -> Self {
        let ties = Ties::Break;
        let rules = vec![
            Rule::Outside,
            Rule::Side { run: 7, ties },
            Rule::Trend { run: 7, ties },
            Rule::NearLimit,
        ];
        Self { factor: LimitFactor::MakingDataCount, ..Self::of("mdc", rules) }
    }
}
