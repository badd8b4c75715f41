//! Where moments are absent, and where nobody can say so.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use spc::{Chart, Plan, Row, Series, X};

const DAY: i64 = 86_400;
/// Midnight of Monday 1 January 2024.
const START: i64 = 1_704_067_200;

fn gaps(moments: &[i64]) -> Vec<usize> {
    let row = |moment: &i64| Row { x: X::Time(*moment), y: Some(1.0), n: None, part: None };
    let rows = moments.iter().map(row).collect();
    Plan::new(Chart::Run).analyse(&Series { facet: Vec::new(), rows }).unwrap().gaps()
}

/// The first day of months of 2024, counted from 1.
fn months(numbers: &[usize]) -> Vec<i64> {
    const BEFORE: [i64; 13] = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366];
    numbers.iter().map(|number| START + BEFORE[number - 1] * DAY).collect()
}

#[test]
fn a_month_a_quarter_a_week_a_day_or_an_hour_may_be_absent() {
    assert_eq!(gaps(&months(&[1, 2, 3, 4, 5])), [0_usize; 0]);
    assert_eq!(gaps(&months(&[1, 2, 3, 5, 6, 7, 8, 12])), [3, 7]);
    assert_eq!(gaps(&months(&[1, 4, 7, 13])), [3], "a quarter");
    let last_days: Vec<i64> = months(&[2, 3, 4, 6, 7]).iter().map(|day| day - DAY).collect();
    assert_eq!(gaps(&last_days), [3], "the last days of months");
    let of = |step: i64, places: &[i64]| -> Vec<usize> {
        gaps(&places.iter().map(|place| START + place * step).collect::<Vec<_>>())
    };
    assert_eq!(of(7 * DAY, &[0, 1, 2, 4, 5]), [3]);
    assert_eq!(of(DAY, &[0, 1, 2, 5, 6]), [3], "Wednesday to Saturday");
    assert_eq!(of(3_600, &[0, 1, 2, 3, 5]), [4]);
}

#[test]
fn a_weekend_is_no_gap_among_working_days() {
    let at = |days: &[i64]| gaps(&days.iter().map(|day| START + day * DAY).collect::<Vec<_>>());
    assert_eq!(at(&[0, 1, 2, 3, 4, 7, 8, 9]), [0_usize; 0]);
    assert_eq!(at(&[0, 1, 2, 3, 4, 8, 9, 10]), [5], "Monday is absent");
}

#[test]
fn where_there_is_no_step_nothing_is_absent() {
    let at = |days: &[i64]| gaps(&days.iter().map(|day| START + day * DAY).collect::<Vec<_>>());
    assert_eq!(at(&[0, 3, 4, 11, 30, 32]), [0_usize; 0]);
    assert_eq!(at(&[0, 40]), [0_usize; 0]);
    assert_eq!(at(&[]), [0_usize; 0]);
    assert_eq!(gaps(&[i64::MIN, 0, i64::MAX]), [0_usize; 0]);
    let numbers = Plan::new(Chart::Run).analyse(&Series::of([1.0, 2.0, 3.0])).unwrap();
    assert_eq!(numbers.gaps(), [0_usize; 0]);
}
