//! Numbers as they are written on charts: `1 234,5`, `31 %`, `−0,4`.

use crate::i18n::{Lang, Text};

use super::Unit;

/// Writes the values of one chart.
pub(super) struct Numbers<'a> {
    lang: Lang,
    unit: &'a Unit,
    /// Decimals of the steps on the axis.
    decimals: usize,
}

impl<'a> Numbers<'a> {
    /// For values that an axis measures in steps of `step`.
    pub(super) fn new(text: Text, unit: &'a Unit, step: f64) -> Self {
        let step = if *unit == Unit::Share { step * 100.0 } else { step };
        let mut decimals = 0;
        let mut scaled = step;
        while decimals < 6 && (scaled - scaled.round()).abs() > 1e-6 * scaled.abs() {
            scaled *= 10.0;
            decimals += 1;
        }
        Self { lang: text.lang, unit, decimals }
    }

    /// On the axis: as precise as its steps. A long unit is not repeated.
    pub(super) fn tick(&self, value: f64) -> String {
        self.with_unit(fixed(self.lang, self.scaled(value), self.decimals), false)
    }

    /// Beside a line and in words: a decimal more than the axis, when it says something.
    pub(super) fn value(&self, value: f64) -> String {
        self.with_unit(fixed(self.lang, self.scaled(value), self.decimals + 1), true)
    }

    /// As [`Numbers::value`], without a long unit: beside a line.
    pub(super) fn short(&self, value: f64) -> String {
        self.with_unit(fixed(self.lang, self.scaled(value), self.decimals + 1), false)
    }

    fn scaled(&self, value: f64) -> f64 {
        if *self.unit == Unit::Share { value * 100.0 } else { value }
    }

    fn with_unit(&self, number: String, also_long: bool) -> String {
        match self.unit {
            // English writes it close.
            Unit::Share if self.lang == Lang::En => number + "%",
            Unit::Of(unit) if unit == "%" && self.lang == Lang::En => number + "%",
            Unit::Share => number + "\u{a0}%",
            Unit::Of(unit) if also_long || is_short(unit) => number + "\u{a0}" + unit,
            Unit::Number | Unit::Of(_) => number,
        }
    }
}

/// Whether a unit is short enough to stand at each step of the axis.
pub(super) fn is_short(unit: &str) -> bool {
    unit.chars().count() <= 3
}

/// A number with at most so many decimals, without zeros at the end.
pub(super) fn fixed(lang: Lang, value: f64, decimals: usize) -> String {
    // Per cent of the largest numbers there are would be more than there is.
    let value = value.clamp(-f64::MAX, f64::MAX);
    let size = value.abs();
    let (point, group) = if lang == Lang::En { ('.', ',') } else { (',', '\u{a0}') };
    if size >= 1e15 || (size > 0.0 && size < 1e-6) {
        return format!("{value:.2e}").replace('.', &point.to_string()).replace('-', "−");
    }
    let plain = format!("{size:.decimals$}");
    let (whole, after) = plain.split_once('.').unwrap_or((&plain, ""));
    let after = after.trim_end_matches('0');
    let mut written = String::with_capacity(plain.len() + 6);
    let is_zero = after.is_empty() && whole.bytes().all(|figure| figure == b'0');
    if value < 0.0 && !is_zero {
        written.push('−');
    }
    for (at, figure) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(group);
        }
        written.push(figure);
    }
    if !after.is_empty() {
        written.push(point);
        written.push_str(after);
    }
    written
}

/// The nearest of 1, 2 and 5 times a power of ten at or above this step.
pub(super) fn nice_step(rough: f64) -> f64 {
    if !(rough.is_finite() && rough > 0.0) {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    if !(power.is_finite() && power > 0.0) {
        return rough;
    }
    let times = rough / power;
    let nice = [1.0, 2.0, 5.0].into_iter().find(|nice| times <= nice * (1.0 + 1e-9));
    nice.unwrap_or(10.0) * power
}
