//! Sums, means and medians that keep the last digits.
//!
//! Whether a point lies *on* the centre line decides a runs test, so a mean must not be off by
//! the rounding of the order it was added in: twelve times 0.1 has mean 0.1, not 0.09999….

/// A running sum that carries its own rounding error (Neumaier 1974).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    pub(crate) fn add(&mut self, x: f64) {
        let sum = self.high + x;
        let x_part = sum - self.high;
        self.low += (self.high - (sum - x_part)) + (x - x_part);
        self.high = sum;
    }

    pub(crate) fn value(self) -> f64 {
        self.high + self.low
    }

    /// The sum divided by `n`, rounded once.
    pub(crate) fn over(self, n: f64) -> f64 {
        let quotient = self.value() / n;
        let rest = quotient.mul_add(-n, self.high) + self.low;
        let better = quotient + rest / n;
        if better.is_finite() { better } else { quotient }
    }
}

/// A count as a number. Exact to 2⁵³, far above what fits in memory.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// The values that are there: everything but NaN, which stands for "missing" inside this crate.
pub(crate) fn present(values: impl IntoIterator<Item = f64>) -> impl Iterator<Item = f64> {
    values.into_iter().filter(|value| !value.is_nan())
}

/// The sum of the values present; NaN when there is none.
pub(crate) fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut n) = (Sum::default(), 0_usize);
    for value in present(values) {
        sum.add(value);
        n += 1;
    }
    if n == 0 { f64::NAN } else { sum.value() }
}

/// The mean of the values present; NaN when there is none.
pub(crate) fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut n) = (Sum::default(), 0_usize);
    for value in present(values) {
        sum.add(value);
        n += 1;
    }
    sum.over(real(n))
}

/// The sample standard deviation (n − 1 below the line); NaN below two values.
pub(crate) fn standard_deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = present(values.clone()).count();
    if n < 2 {
        return f64::NAN;
    }
    let mean = mean(values.clone());
    let mut squares = Sum::default();
    present(values).for_each(|value| squares.add((value - mean).powi(2)));
    squares.over(real(n - 1)).sqrt()
}

/// Largest less smallest; NaN when there is no value.
pub(crate) fn range(values: impl IntoIterator<Item = f64>) -> f64 {
    let (low, high) = present(values)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    if low > high { f64::NAN } else { high - low }
}

/// The middle value, or the mean of the two middle ones; NaN when there is none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = present(values).collect();
    if values.is_empty() {
        return f64::NAN;
    }
    let middle = values.len() / 2;
    let even = values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    if !even {
        return *upper;
    }
    let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    mean([lower, *upper])
}
