//! The fifteen charts: which to choose, and the formula behind each.

use std::fmt;

/// A run chart or one of Shewhart's control charts and their kin.
///
/// | what is measured | chart |
/// |---|---|
/// | anything, few points, or as a first look | [`Chart::Run`] |
/// | one value at a time | [`Chart::I`] with [`Chart::Mr`]; [`Chart::IPrime`] where it has a denominator |
/// | several values at a time | [`Chart::Xbar`] with [`Chart::S`] (or [`Chart::R`]) |
/// | a count, always from an equal area of opportunity | [`Chart::C`] |
/// | a count per something: per 1,000 bed days | [`Chart::U`]; [`Chart::UPrime`] when n is in the thousands |
/// | a share of those at risk | [`Chart::P`], [`Chart::Np`]; [`Chart::PPrime`] when n is in the thousands |
/// | cases between rare events | [`Chart::G`] |
/// | time between rare events | [`Chart::T`] |
///
/// In the formulas c is the centre line, ȳ a mean over the baseline, MR̄ the mean moving range
/// (screened or not, see [`crate::Plan::screened`]) and 3 the number of sigmas; the 95 % lines
/// have 2 in its place. "Montgomery" is D. C. Montgomery, *Introduction to Statistical Quality
/// Control*, 6th ed., Wiley 2009; "Provost & Murray" is *The Health Care Data Guide*, Jossey-Bass
/// 2011.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Chart {
    /// Run chart: the values and their median, no limits. The chart to begin with (Provost &
    /// Murray, ch. 3).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let days_to_visit = Series::of([9.0, 7.0, 8.0, 6.0, 8.0, 5.0, 4.0]);
    /// let analysis = Plan::new(Chart::Run).analyse(&days_to_visit)?;
    /// assert_eq!(analysis.parts[0].cl, Some(7.0));
    /// # Ok::<(), spc::Fault>(())
    /// ```
    Run,
    /// Individual values: c = ȳ, limits c ± 3·MR̄/1.128 (Montgomery, § 6.4, eq. 6.33; screening:
    /// Nelson 1982). Under the *Making Data Count* rules the factor is 2.66.
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let minutes = Series::of([10.0, 12.0, 11.0, 13.0, 12.0, 14.0]);
    /// let part = &Plan::new(Chart::I).analyse(&minutes)?.parts[0];
    /// assert_eq!(part.cl, Some(12.0));
    /// let moving_range = (2.0 + 1.0 + 2.0 + 1.0 + 2.0) / 5.0;
    /// assert!((part.ucl.unwrap() - (12.0 + 3.0 * moving_range / 1.128)).abs() < 1e-12);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    I,
    /// Moving ranges |yᵢ − yᵢ₋₁|: c = MR̄, upper limit D₄·c = 3.267·c, lower 0 (Montgomery,
    /// § 6.4). Runs are counted but never a signal, because neighbouring ranges share a value.
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let analysis = Plan::new(Chart::Mr).analyse(&Series::of([10.0, 12.0, 11.0, 12.0]))?;
    /// assert_eq!(analysis.points().next().and_then(|first| first.y), None);
    /// let mean = 4.0 / 3.0;
    /// assert!((analysis.parts[0].ucl.unwrap() - 3.267 * mean).abs() < 1e-12);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    Mr,
    /// Means of subgroups: c = Σnᵢȳᵢ/Σnᵢ, limits c ± A₃(nᵢ)·s with A₃ = 3/(c₄√n) (Montgomery,
    /// eqs. 6.29–6.31). s is the mean standard deviation where all subgroups have one size, and
    /// √(Σ(nᵢ−1)sᵢ²/Σ(nᵢ−1)) where they have not. An empty subgroup counts −1 in that last sum, as
    /// in R's qicharts2. With [`crate::Within::Range`] limits are c ± 3·σ/√nᵢ, σ the mean of
    /// Rᵢ/d₂(nᵢ) (Montgomery, § 6.2).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series, Within};
    /// let groups = Series::of_subgroups([[10.0, 12.0], [11.0, 13.0], [12.0, 14.0]]);
    /// let plan = Plan { within: Within::Range, ..Plan::new(Chart::Xbar) };
    /// let part = &plan.analyse(&groups)?.parts[0];
    /// assert_eq!(part.cl, Some(12.0));
    /// // A₂(2) = 3/(d₂√2) = 1.88, and the mean range is 2.
    /// assert!((part.ucl.unwrap() - (12.0 + 1.88 * 2.0)).abs() < 0.005);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    Xbar,
    /// Standard deviations of subgroups: c as s above, limits B₃(nᵢ)·c and B₄(nᵢ)·c with
    /// B₃,₄ = 1 ∓ 3√(1−c₄²)/c₄, B₃ never below 0 (Montgomery, § 6.3).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let groups = Series::of_subgroups([[1.0, 3.0], [2.0, 4.0], [3.0, 5.0]]);
    /// let part = &Plan::new(Chart::S).analyse(&groups)?.parts[0];
    /// assert!((part.cl.unwrap() - 2f64.sqrt()).abs() < 1e-12);
    /// assert!((part.ucl.unwrap() / part.cl.unwrap() - 3.267).abs() < 0.001); // B₄(2)
    /// # Ok::<(), spc::Fault>(())
    /// ```
    S,
    /// Ranges of subgroups of 2–25: c = ΣnᵢRᵢ/Σnᵢ, limits c ± 3·d₃(nᵢ)·σ, σ the mean of
    /// Rᵢ/d₂(nᵢ), never below 0 (Montgomery, § 6.2).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let groups = Series::of_subgroups([[1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 3.0, 4.0, 5.0, 6.0]]);
    /// let part = &Plan::new(Chart::R).analyse(&groups)?.parts[0];
    /// assert_eq!(part.cl, Some(4.0));
    /// assert!((part.ucl.unwrap() - 2.115 * 4.0).abs() < 0.01); // D₄(5)
    /// # Ok::<(), spc::Fault>(())
    /// ```
    R,
    /// Time between rare events: y^(1/3.6) is near normal, so the I chart is drawn of that and its
    /// lines are raised to 3.6 again (Nelson 1994; Montgomery, § 7.3.5, example 7.6). A lower
    /// limit below zero is shown as 0; a lower 95 % line below zero is not shown. A given centre
    /// line is in the unit of y.
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let days = Series::of([30.0, 12.0, 45.0, 8.0, 61.0, 25.0]);
    /// let part = &Plan::new(Chart::T).analyse(&days)?.parts[0];
    /// assert!(part.lcl.unwrap() < 0.01);
    /// assert!(part.cl.unwrap() > 20.0 && part.cl.unwrap() < 30.0);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    T,
    /// Counts from equal areas of opportunity: c = ȳ, limits c ± 3√c, never below 0 (Montgomery,
    /// eq. 7.17).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let falls = Series::of([15.0, 17.0, 14.0, 18.0]);
    /// let part = &Plan::new(Chart::C).analyse(&falls)?.parts[0];
    /// assert_eq!((part.lcl, part.cl, part.ucl), (Some(4.0), Some(16.0), Some(28.0)));
    /// # Ok::<(), spc::Fault>(())
    /// ```
    C,
    /// Rates: c = Σyᵢ/Σnᵢ, limits c ± 3√(c/nᵢ), never below 0 (Montgomery, eq. 7.19).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let falls_and_bed_days = Series::of_ratios([(4.0, 100.0), (6.0, 200.0), (10.0, 200.0)]);
    /// let plan = Plan { multiply: 1000.0, ..Plan::new(Chart::U) };
    /// let part = &plan.analyse(&falls_and_bed_days)?.parts[0];
    /// assert_eq!(part.cl, Some(40.0)); // falls per 1,000 bed days
    /// assert!((part.ucl.unwrap() - 1000.0 * (0.04 + 3.0 * (0.04f64 / 200.0).sqrt())).abs() < 1e-9);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    U,
    /// Laney's U′: the U chart's sigmas times σz, the spread of the standardised values from
    /// their moving ranges, so that huge denominators do not make every point a signal (Laney
    /// 2002, *Quality Engineering* 14(4), 531–537).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let rates = Series::of_ratios([(90.0, 9e3), (110.0, 1e4), (80.0, 9e3), (130.0, 1e4)]);
    /// let [u, prime] = [Chart::U, Chart::UPrime]
    ///     .map(|chart| Plan::new(chart).analyse(&rates).unwrap().parts[0].ucl);
    /// assert!(prime > u); // these rates vary more than chance alone makes them
    /// ```
    #[cfg_attr(feature = "serde", serde(rename = "up"))]
    UPrime,
    /// Shares: c = Σyᵢ/Σnᵢ, limits c ± 3√(c(1−c)/nᵢ), within 0 … 1 (Montgomery, eq. 7.8).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let reviewed = Series::of_ratios([(8.0, 100.0), (12.0, 100.0), (10.0, 100.0)]);
    /// let part = &Plan::new(Chart::P).analyse(&reviewed)?.parts[0];
    /// assert!((part.ucl.unwrap() - 0.19).abs() < 1e-12);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    P,
    /// Laney's P′: the P chart's sigmas times σz (Laney 2002).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let seen_in_time =
    ///     Series::of_ratios([(95e3, 1e5), (94e3, 1e5), (96e3, 1e5), (93e3, 1e5), (95e3, 1e5)]);
    /// let flags = |chart| Plan::new(chart).analyse(&seen_in_time).unwrap().parts[0].sigma_signals;
    /// assert_eq!((flags(Chart::P), flags(Chart::PPrime)), (5, 0));
    /// ```
    #[cfg_attr(feature = "serde", serde(rename = "pp"))]
    PPrime,
    /// Numbers out of n: c = nᵢp with p = Σyᵢ/Σnᵢ, limits c ± 3√(nᵢp(1−p)), within 0 … nᵢ
    /// (Montgomery, eq. 7.13).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let reviewed = Series::of_ratios([(8.0, 100.0), (12.0, 100.0), (10.0, 100.0)]);
    /// let part = &Plan::new(Chart::Np).analyse(&reviewed)?.parts[0];
    /// assert!((part.ucl.unwrap() - 19.0).abs() < 1e-9);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    Np,
    /// Cases between rare events: limits ȳ ± 3√(ȳ(ȳ+1)), never below 0; as a geometric count is
    /// skewed the centre line is the median (Montgomery, p. 319; Benneyan 2001). With a given mean
    /// m the centre line is 0.693·m (Provost & Murray, p. 228).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let surgeries = Series::of([3.0, 12.0, 0.0, 7.0, 18.0]);
    /// let part = &Plan::new(Chart::G).analyse(&surgeries)?.parts[0];
    /// assert_eq!(part.cl, Some(7.0));
    /// assert!((part.ucl.unwrap() - (8.0 + 3.0 * 72f64.sqrt())).abs() < 1e-12);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    G,
    /// I′: individual values with denominators. c = Σyᵢnᵢ/Σnᵢ; each moving range is divided by
    /// √(1/nᵢ₋₁ + 1/nᵢ), and s = √(π/2) times their mean (screened at 3.2665); limits
    /// c ± 3·s/√nᵢ (Taylor 2017, *Normalized Individuals Control Chart*).
    ///
    /// ```
    /// use spc::{Chart, Plan, Series};
    /// let cost = Series::of_ratios([(426.0, 90.0), (543.0, 110.0), (428.0, 90.0), (520.0, 100.0)]);
    /// let analysis = Plan::new(Chart::IPrime).analyse(&cost)?;
    /// let widths: Vec<f64> =
    ///     analysis.points().map(|point| point.ucl.unwrap() - point.cl.unwrap()).collect();
    /// assert!(widths[0] > widths[1]); // fewer at risk, wider limits
    /// # Ok::<(), spc::Fault>(())
    /// ```
    #[cfg_attr(feature = "serde", serde(rename = "ip"))]
    IPrime,
}

impl Chart {
    pub const ALL: [Self; 15] = [
        Self::Run,
        Self::I,
        Self::Mr,
        Self::Xbar,
        Self::S,
        Self::R,
        Self::T,
        Self::C,
        Self::U,
        Self::UPrime,
        Self::P,
        Self::PPrime,
        Self::Np,
        Self::G,
        Self::IPrime,
    ];

    /// The short name, as on a command line: `i`, `xbar`, `pp`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::I => "i",
            Self::Mr => "mr",
            Self::Xbar => "xbar",
            Self::S => "s",
            Self::R => "r",
            Self::T => "t",
            Self::C => "c",
            Self::U => "u",
            Self::UPrime => "up",
            Self::P => "p",
            Self::PPrime => "pp",
            Self::Np => "np",
            Self::G => "g",
            Self::IPrime => "ip",
        }
    }

    /// The chart with this short name.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.code() == code)
    }

    /// «a» or «an», as the name is spoken.
    pub(crate) fn article(self) -> &'static str {
        let opens_with_a_vowel =
            [Self::I, Self::Mr, Self::Xbar, Self::S, Self::R, Self::Np, Self::IPrime];
        if opens_with_a_vowel.contains(&self) { "an" } else { "a" }
    }

    /// Whether the chart cannot be drawn without denominators.
    pub fn needs_denominator(self) -> bool {
        self.is_share() || matches!(self, Self::U | Self::UPrime)
    }

    /// Whether values are a share of a whole, so that none is above its denominator.
    pub fn is_share(self) -> bool {
        matches!(self, Self::P | Self::PPrime | Self::Np)
    }

    /// Whether a point is made of several values, whose spread among themselves counts.
    pub(crate) fn has_subgroups(self) -> bool {
        matches!(self, Self::Xbar | Self::S | Self::R)
    }

    /// Whether a centre line known beforehand is possible on this chart.
    pub(crate) fn can_have_centre(self, given: f64) -> bool {
        let lowest = if self.counts() || matches!(self, Self::Mr | Self::S | Self::R) {
            0.0
        } else {
            f64::NEG_INFINITY
        };
        let highest = if matches!(self, Self::P | Self::PPrime) { 1.0 } else { f64::INFINITY };
        let below = if self == Self::T { given <= 0.0 } else { given < lowest };
        given.is_finite() && !below && given <= highest
    }

    /// Whether values are counts, never below zero.
    pub fn counts(self) -> bool {
        self.needs_denominator() || matches!(self, Self::C | Self::G)
    }
}

impl fmt::Display for Chart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Run => "run",
            Self::I => "I",
            Self::Mr => "MR",
            Self::Xbar => "X̄",
            Self::S => "S",
            Self::R => "R",
            Self::T => "T",
            Self::C => "C",
            Self::U => "U",
            Self::UPrime => "U′",
            Self::P => "P",
            Self::PPrime => "P′",
            Self::Np => "NP",
            Self::G => "G",
            Self::IPrime => "I′",
        })
    }
}
