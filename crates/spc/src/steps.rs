//! How far apart the moments of a series stand, and where some are absent.

use crate::data::X;

const DAY: i64 = 86_400;

/// A distance between two moments: in months where both stand at the same place of theirs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    Months(i64),
    Seconds(i64),
}

/// The numbers of the points before which at least one moment is absent. Nothing where the distances
/// follow no step: more than half of them must be the same. A weekend is no gap among working days.
pub(crate) fn gaps(places: &[X]) -> Vec<usize> {
    let moments: Option<Vec<i64>> = places
        .iter()
        .map(|x| match x {
            X::Time(moment) => Some(*moment),
            X::Number(_) | X::Label(_) => None,
        })
        .collect();
    let Some(moments) = moments else { return Vec::new() };
    let pairs = || moments.iter().zip(moments.iter().skip(1)).map(|(from, to)| (*from, *to));
    let in_months: Option<Vec<Distance>> =
        pairs().map(|(from, to)| months(from, to).map(Distance::Months)).collect();
    let distances = in_months.unwrap_or_else(|| {
        pairs().map(|(from, to)| Distance::Seconds(to.saturating_sub(from))).collect()
    });
    let Some(usual) = usual(&distances) else { return Vec::new() };
    let is_gap = |(distance, from): (&Distance, &i64)| match (*distance, usual) {
        (Distance::Months(these), Distance::Months(usual)) => is_twice(these, usual),
        (Distance::Seconds(these), Distance::Seconds(usual)) => {
            is_twice(these, usual) && !(usual == DAY && is_weekend(*from, these))
        }
        _ => false,
    };
    let numbered = (1..).zip(distances.iter().zip(&moments));
    numbered.filter(|(_, pair)| is_gap(*pair)).map(|(at, _)| at).collect()
}

/// Of distances without end nobody can say so.
fn is_twice(these: i64, usual: i64) -> bool {
    usual.checked_mul(2).is_some_and(|twice| these >= twice)
}

/// The distance that more than half of them are; none of two alone.
fn usual(distances: &[Distance]) -> Option<Distance> {
    if distances.len() < 2 {
        return None;
    }
    let mut sorted = distances.to_vec();
    sorted.sort_unstable();
    // What more than half are stands in the middle.
    let middle = sorted[sorted.len() / 2];
    let many = sorted.iter().filter(|distance| **distance == middle).count();
    (many * 2 > sorted.len()).then_some(middle)
}

/// From a Friday to the Monday after it.
fn is_weekend(from: i64, distance: i64) -> bool {
    // 1 January 1970 was a Thursday.
    distance == 3 * DAY && from.div_euclid(DAY).rem_euclid(7) == 1
}

/// Whole months between two moments at the same day and time of theirs, or at the last days of both.
fn months(from: i64, to: i64) -> Option<i64> {
    if from.rem_euclid(DAY) != to.rem_euclid(DAY) {
        return None;
    }
    let (first, second) = (civil(from.div_euclid(DAY)), civil(to.div_euclid(DAY)));
    let is_last = |moment: i64| civil(moment.div_euclid(DAY).saturating_add(1)).2 == 1;
    let is_same = first.2 == second.2 || (is_last(from) && is_last(to));
    let between = (second.0 - first.0) * 12 + second.1 - first.1;
    (is_same && between > 0).then_some(between)
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar (Hinnant 2013,
/// «chrono-compatible low-level date algorithms»).
fn civil(day: i64) -> (i64, i64, i64) {
    // No calendar reaches further than this, and sums of it stay numbers.
    let shifted = day.clamp(-1_000_000_000_000, 1_000_000_000_000) + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}
