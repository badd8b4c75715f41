//! Statistical process control: run charts, control charts, and the signals in them.
//!
//! A team measures something again and again: days from hospital to first visit, falls a month,
//! the share of residents whose medicines were reviewed. The numbers go up and down. **Did
//! anything change, or is it chance?** Walter Shewhart's answer of 1924 is to draw the numbers in
//! time with a line through the middle, and to call it a change only when chance is a poor
//! explanation. This crate does the arithmetic, without any dependency, and agrees with R's
//! `qicharts2` to the last digits.
//!
//! # 1. Begin with a run chart
//!
//! A run chart needs no theory: the values and their median. When nothing changes, about half the
//! points lie on each side, in no pattern. Two things give a change away:
//!
//! - an unusually **long run** of points on one side. Among n points, more than log₂ n + 3 in a
//!   row is rare;
//! - unusually **few crossings** of the median, fewer than a coin would give in n − 1 throws.
//!
//! Points *on* the median belong to no side and do not count; where they are half of the points or more, no
//! row passes over them and crossings are not judged ([`Part::is_crowded`]). These two limits, after Anhøj &
//! Olesen (2014, *PLOS ONE* 9(11): e113825), cry wolf about one time in twenty and are the default
//! here.
//!
//! ```
//! use spc::{Chart, Pattern, Plan, Series};
//!
//! // Share of residents with a reviewed medicine list, month by month, in per cent.
//! let reviewed =
//!     Series::of([31., 28., 35., 30., 33., 27., 32., 29., 41., 44., 39., 47., 45., 49., 46., 50.]);
//! let analysis = Plan::new(Chart::Run).analyse(&reviewed)?;
//!
//! let part = &analysis.parts[0];
//! assert_eq!(part.cl, Some(37.0));                   // the median
//! assert_eq!(part.longest_run, Some(8));             // the last eight are all above it …
//! assert_eq!(part.longest_run_max, Some(7));         // … and chance explains seven
//! assert_eq!(part.n_crossings, Some(1));
//! assert!(part.runs_signal);
//! let last_eight: Vec<usize> = (8..16).collect();
//! let shift = analysis.signals.iter().find(|signal| signal.points == last_eight);
//! assert_eq!(shift.map(|signal| signal.pattern), Some(Pattern::Shift));
//! # Ok::<(), spc::Fault>(())
//! ```
//!
//! # 2. When the runs are calm, ask how wide chance is
//!
//! A control chart adds limits three standard deviations from the centre. The art is to estimate
//! that standard deviation from the variation *between neighbours*, so that the change we look for
//! does not widen the limits that should reveal it. Which formula depends on what is counted; see
//! the table at [`Chart`], where each chart has its formula, its source and an example.
//!
//! ```
//! use spc::{Chart, Plan, Series};
//! let minutes = Series::of([22., 25., 23., 24., 26., 23., 25., 24., 22., 24., 23., 38., 25.]);
//! let analysis = Plan::new(Chart::I).analyse(&minutes)?;
//! let outside: Vec<usize> =
//!     analysis.points().enumerate().filter(|(_, point)| point.sigma_signal).map(|(at, _)| at).collect();
//! assert_eq!(outside, [11]);
//! # Ok::<(), spc::Fault>(())
//! ```
//!
//! Limits are worth drawing only for a process that holds still: while a run signal stands, look
//! for its cause first. Below twelve points limits are provisional ([`Part::is_provisional`]).
//!
//! # 3. Lock the baseline, or start a new part
//!
//! To see whether a change made a difference, compute the lines from the time before it and let
//! later points speak against them: [`Baseline::First`], or [`Plan::frozen`] in any part. Once the process has settled at its new
//! level, give it lines of its own with a split ([`Plan::splits`], or labels on the rows). A point
//! with a known cause of its own is left out with [`Plan::exclude`]; it stays visible.
//!
//! ```
//! use spc::{Baseline, Chart, Plan, Series};
//! let falls = Series::of([9., 11., 8., 10., 12., 9., 11., 10., 7., 5., 6., 4., 6., 5., 4., 6., 5., 6.]);
//!
//! let frozen = Plan { baseline: Baseline::First(8), ..Plan::new(Chart::C) };
//! assert!(frozen.analyse(&falls)?.parts[0].runs_signal); // the new months against the old line
//!
//! let split = Plan { splits: [8].into(), ..Plan::new(Chart::C) };
//! let parts = split.analyse(&falls)?.parts;
//! assert_eq!((parts[0].cl, parts[1].cl), (Some(10.0), Some(5.4)));
//! # Ok::<(), spc::Fault>(())
//! ```
//!
//! # 4. What counts as a signal is up to you
//!
//! Fields differ in the patterns they look for. A [`RuleSet`] is a list of [`Rule`]s; the common
//! ones have names: [`RuleSet::anhoej`], [`RuleSet::run_chart`], [`RuleSet::western_electric`],
//! [`RuleSet::nelson`], [`RuleSet::making_data_count`]. The more rules, the more false alarms.
//! NHS *Making Data Count* sums a chart up in two icons, [`Analysis::variation`] and
//! [`Analysis::assurance`].
//!
//! # 5. What is defined where data are poor
//!
//! | case | answer |
//! |---|---|
//! | no rows | no points, no parts |
//! | one point | a centre line, no limits (on T and MR the lower line is 0) |
//! | all values equal | a centre line and no useful points; screened moving ranges give no limits |
//! | half of the values or more on the centre line | only a row without any of them between is a shift |
//! | a missing value | the point stays, is not useful, and makes no moving range |
//! | a month, week, day or hour that is absent | no point; [`Analysis::gaps`] says where |
//! | a count without its denominator, or the reverse | missing both |
//! | a time of 0 on a T chart | a point like any other: two events at once |
//! | a denominator of 0 | no value and no limits there; events over 0 are a [`Fault`] |
//! | several rows with one `x` | one point: summed on charts of counts, else by [`Plan::aggregate`] |
//! | rows in any order | sorted by `x` |
//! | an `x` of names | no order, so no runs; U′ and P′ take the plain standard deviation |
//! | a baseline longer than the data | all the data |
//! | a split at 0 or past the end, an exclusion past the end | nothing |
//! | NaN, infinity, a negative count, more than all | a [`Fault`] that names the row |
//! | a value too large to add up | no line |
//!
//! Nothing here panics, and no number that comes out is NaN or infinite: what is not defined is
//! `None`.
//!
//! # Where we differ from qicharts2
//!
//! On a T chart a given centre line is in the unit of the data, and a time of 0 is a point like any
//! other; a missing value stays missing when values are summed; a label that comes back starts a
//! part of its own. (As there, an I′ chart takes its centre line from the baseline, and its spread
//! from all points of the part, those left out among them.) NP and R charts, which qicharts2 lacks, agree with R's
//! `qcc`, the *Making Data Count* rules and limits with `NHSRplotthedots` (whose downward trends
//! they also see).

mod analyse;
mod analysis;
mod chart;
pub mod constants;
mod data;
mod exact;
mod fault;
mod icons;
mod limits;
mod plan;
mod rules;
mod steps;
mod subgroups;

pub use analysis::{Analysis, Part, Pattern, Point, Side, Signal};
pub use chart::Chart;
pub use data::{Row, Series, X};
pub use fault::Fault;
pub use icons::{Assurance, Better, Variation};
pub use plan::{Aggregate, Baseline, Plan, Within};
pub use rules::{LimitFactor, Rule, RuleSet, RunsTest, Ties};
