//! The constants that turn a mean spread into control limits.

use crate::exact::real;

/// E(mean moving range of two) / σ for normal data: d₂(2), to the three decimals of the tables
/// (Montgomery, *Introduction to Statistical Quality Control*, 6th ed., appendix VI).
pub const D2_OF_TWO: f64 = 1.128;

/// Upper limit of a moving range of two, D₄(2) = 1 + 3 d₃/d₂ (Montgomery, appendix VI).
pub const D4_OF_TWO: f64 = 3.267;

/// The NHS *Making Data Count* factor from mean moving range to limit, 3/1.128 in two decimals.
pub const MAKING_DATA_COUNT: f64 = 2.66;

/// Ratio of median to mean of a geometric count, ln 2 in three decimals (Provost & Murray, *The
/// Health Care Data Guide*, p. 228).
pub const GEOMETRIC_MEDIAN: f64 = 0.693;

/// The power that makes times between events near normal (Nelson 1994; Montgomery, § 7.3.5).
pub const WEIBULL_POWER: f64 = 3.6;

/// Mean and standard deviation of the range of n = 2 … 25 standard normal values: (d₂, d₃).
///
/// d₂ to three decimals as in every textbook table, d₃ to seven as in R's `qcc`; both are kept in
/// that rounding, so that limits agree with charts computed elsewhere.
const RANGE: [(f64, f64); 24] = [
    (1.128, 0.852_503_3),
    (1.693, 0.888_369_7),
    (2.059, 0.879_810_8),
    (2.326, 0.864_085_5),
    (2.534, 0.848_044_2),
    (2.704, 0.833_210_8),
    (2.847, 0.819_837_8),
    (2.970, 0.807_841_3),
    (3.078, 0.797_058_4),
    (3.173, 0.787_323_0),
    (3.258, 0.778_487_3),
    (3.336, 0.770_425_7),
    (3.407, 0.763_033_0),
    (3.472, 0.756_221_7),
    (3.532, 0.749_918_8),
    (3.588, 0.744_062_7),
    (3.640, 0.738_602_1),
    (3.689, 0.733_492_9),
    (3.735, 0.728_698_0),
    (3.778, 0.724_185_1),
    (3.819, 0.719_926_7),
    (3.858, 0.715_898_7),
    (3.895, 0.712_080_2),
    (3.931, 0.708_452_8),
];

/// d₂(n): the mean range of `n` standard normal values. `None` outside 2 … 25, where ranges waste
/// too much of the data: use an S chart.
pub fn d2(n: usize) -> Option<f64> {
    Some(RANGE.get(n.checked_sub(2)?)?.0)
}

/// d₃(n): the standard deviation of that range.
pub fn d3(n: usize) -> Option<f64> {
    Some(RANGE.get(n.checked_sub(2)?)?.1)
}

/// c₄(n) = √(2/(n−1)) Γ(n/2)/Γ((n−1)/2): the mean of the standard deviation of `n` standard
/// normal values. `None` below 2.
pub fn c4(n: usize) -> Option<f64> {
    if n < 2 {
        return None;
    }
    if n > 100 {
        // The asymptotic series of Γ(z+½)/Γ(z) at z = (n−1)/2, good to 1e-16 here.
        let t = 2.0 / real(n - 1);
        let series = [-0.125, 1.0 / 128.0, 5.0 / 1024.0, -21.0 / 32768.0, -399.0 / 262_144.0];
        return Some(1.0 + series.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t));
    }
    // Γ(n/2)/Γ((n−1)/2) climbs by one half step at a time: g(2) = 1/√π, g(n+1) = (n−1)/(2 g(n)).
    let ratio = (2..n).fold(1.0 / std::f64::consts::PI.sqrt(), |g, k| real(k - 1) / 2.0 / g);
    Some((2.0 / real(n - 1)).sqrt() * ratio)
}

/// The standard deviation of s relative to its mean: √(1 − c₄²) / c₄.
pub(crate) fn relative_sd_of_s(n: usize) -> Option<f64> {
    c4(n).map(|c4| (1.0 - c4 * c4).sqrt() / c4)
}

/// The fewest crossings of the centre line that chance explains: the 5 % point of a binomial
/// distribution with `useful` − 1 throws of a fair coin (Chen 2010, eq. 7; Anhøj & Olesen 2014).
pub fn crossings_min(useful: usize) -> usize {
    let throws = useful.saturating_sub(1);
    let mode = throws / 2;
    // Probabilities relative to that of the mode, from the mode down until nothing is left.
    let mut weights = vec![1.0];
    let mut weight = 1.0;
    for k in (1..=mode).rev() {
        weight *= real(k) / real(throws - k + 1);
        if weight < 1e-30 {
            break;
        }
        weights.push(weight);
    }
    let below: f64 = weights[1..].iter().rev().sum();
    let total = if throws.is_multiple_of(2) { 1.0 + 2.0 * below } else { 2.0 * (1.0 + below) };
    let mut cumulated = 0.0;
    for (steps, weight) in weights.iter().enumerate().rev() {
        cumulated += weight;
        if cumulated >= 0.05 * total {
            return mode - steps;
        }
    }
    mode
}

/// The longest run that chance explains: log₂ n rounded half to even, plus 3 (Schilling 2012;
/// Anhøj & Olesen 2014). `None` without useful points.
pub fn longest_run_max(useful: usize) -> Option<usize> {
    if useful == 0 {
        return None;
    }
    let rounded = real(useful).log2().round_ties_even();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ log2 n ≤ 64")]
    Some(rounded as usize + 3)
}
