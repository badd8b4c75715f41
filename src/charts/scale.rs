//! From values to pixels, along and up.

use spc::{Analysis, X};

use super::numbers::nice_step;
use super::{Drawing, Subject, Unit};

/// Where on the axis something stands, 0 at its beginning and 1 at its end.
pub(super) enum Along {
    Time {
        from: i64,
        to: i64,
    },
    Number {
        from: f64,
        to: f64,
    },
    /// One step a point: names, and numbers too far apart to measure.
    Steps(usize),
}

impl Along {
    pub(super) fn of(analysis: &Analysis, until: Option<i64>) -> Self {
        let mut points = analysis.points();
        let first = points.next().map(|point| point.x);
        let last = points.next_back().map(|point| point.x).or(first);
        match (first, last) {
            (Some(X::Time(from)), Some(X::Time(last))) => {
                Self::Time { from: *from, to: until.unwrap_or(*last).max(*last) }
            }
            (Some(X::Number(from)), Some(X::Number(to))) if (to - from).is_finite() => {
                Self::Number { from: *from, to: *to }
            }
            _ => Self::Steps(analysis.len()),
        }
    }

    /// The share of the axis before `x`, the point at this number; the middle where all is one.
    pub(super) fn share(&self, x: &X, at: usize) -> f64 {
        let within = |past: f64, all: f64| if all > 0.0 { past / all } else { 0.5 };
        match (self, x) {
            (Self::Time { from, to }, X::Time(x)) => {
                within(real(x.saturating_sub(*from)), real(to.saturating_sub(*from)))
            }
            (Self::Number { from, to }, X::Number(x)) => within(x - from, to - from),
            (Self::Steps(steps), _) => within(count(at), count(steps.saturating_sub(1))),
            _ => 0.5,
        }
    }

    /// Where something that is no point stands; `None` outside the axis.
    pub(super) fn place(&self, x: &X, analysis: &Analysis) -> Option<f64> {
        match (self, x) {
            (Self::Time { .. }, X::Time(_)) | (Self::Number { .. }, X::Number(_)) => {
                Some(self.share(x, 0)).filter(|share| (0.0..=1.0).contains(share))
            }
            (Self::Steps(_), _) => {
                let at = analysis.points().position(|point| point.x == x)?;
                Some(self.share(x, at))
            }
            _ => None,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "pixels need no more")]
pub(super) fn real(number: i64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "pixels need no more")]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// The values of the vertical axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Up {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
}

impl Up {
    /// Room for the values, the lines that are shown, and the targets.
    pub(super) fn of(drawing: &Drawing<'_>) -> Self {
        let (low, high) = drawing.range.unwrap_or_else(|| extent(drawing));
        let whole = [Subject::Number, Subject::TimeBetween, Subject::NumberBetween];
        let is_whole = whole.contains(&drawing.subject);
        Self::between((low, high), drawing.unit == Unit::Share, is_whole)
    }

    /// As tall as the values and their centre lines, without an axis: for a miniature.
    pub(super) fn close(drawing: &Drawing<'_>) -> Self {
        let points = drawing.analysis.points().flat_map(|point| [point.y, point.cl]);
        let (low, high) =
            points.flatten().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        if low < high { Self { low, high, step: 1.0 } } else { Self::of(drawing) }
    }

    fn between((low, high): (f64, f64), is_share: bool, is_whole: bool) -> Self {
        let (low, high) = match () {
            () if low < high => (low, high),
            // All is one value: a little air on both sides.
            () if is_share => ((low - 0.05).max(0.0), (high + 0.05).min(1.0)),
            () if low >= 0.0 => (0.0, if high > 0.0 { high * 2.0 } else { 1.0 }),
            () => (low * 2.0, 0.0),
        };
        // Halves, so that the distance between the largest numbers there are is a number.
        let step = nice_step((high / 4.5 - low / 4.5).min(f64::MAX / 8.0));
        // Nobody falls half a time.
        let step = if is_whole { step.max(1.0) } else { step };
        let snapped = ((low / step).floor() * step, (high / step).ceil() * step);
        match snapped {
            (low, high) if low.is_finite() && high.is_finite() && low < high => {
                Self { low, high, step }
            }
            _ => Self { low, high, step },
        }
    }

    /// 0 at the bottom, 1 at the top.
    pub(super) fn share(&self, value: f64) -> f64 {
        let all = self.high / 2.0 - self.low / 2.0;
        if all > 0.0 { ((value / 2.0 - self.low / 2.0) / all).clamp(0.0, 1.0) } else { 0.5 }
    }

    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> {
        let Self { low, high, step } = *self;
        let ticks = (0_u32..12).map(move |at| low + f64::from(at) * step);
        // A sum of steps that should be nothing is nothing.
        let ticks = ticks.map(move |tick| if tick.abs() < step * 1e-9 { 0.0 } else { tick });
        ticks.take_while(move |tick| tick.is_finite() && *tick <= high + step * 1e-6)
    }
}

/// Lowest and highest of all that is drawn. Starts at zero unless that would press the line flat.
pub(super) fn extent(drawing: &Drawing<'_>) -> (f64, f64) {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    let mut take = |value: Option<f64>| {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
    };
    for point in drawing.analysis.points() {
        take(point.y);
        take(point.cl);
        if drawing.shows_limits(point.part) {
            take(point.lcl);
            take(point.ucl);
        }
    }
    drawing.targets.iter().for_each(|target| take(Some(target.value)));
    if low > high {
        return (0.0, 1.0);
    }
    let near_zero = low >= 0.0 && low < high * 0.6;
    (if near_zero { 0.0 } else { low }, high)
}
