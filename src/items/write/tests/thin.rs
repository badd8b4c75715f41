//! Of what was saved on the way, what stays.

use std::collections::BTreeSet;

use time::Duration;

use super::super::thin::{Saved, choose};
use super::PERSON;
use crate::testing::NOW;

/// A text that was saved so many minutes ago.
fn saved(number: i32, ago: i64) -> Saved {
    Saved { number, at: NOW - Duration::minutes(ago), author: Some(PERSON), was_public: false }
}

fn gone(all: &[Saved], kept: &[i32]) -> Vec<i32> {
    choose(all, &kept.iter().copied().collect::<BTreeSet<_>>(), NOW).0
}

#[test]
fn all_of_the_last_hour_stays() {
    let all: Vec<Saved> = (1..=50).map(|number| saved(number, 51 - i64::from(number))).collect();
    let (gone, next) = choose(&all, &BTreeSet::new(), NOW);
    assert!(gone.is_empty());
    // The second is the first that may go.
    assert_eq!(next, Some(NOW + Duration::minutes(60 - 49)));
}

#[test]
fn then_fewer_and_never_the_last_of_a_sitting() {
    let day: i64 = 24 * 60;
    let at = |number, ago| saved(number, 40 * day + ago);
    let all = [at(1, 100), at(2, 90), at(3, 80), at(4, 20), at(5, 10), saved(6, 5)];
    assert_eq!(gone(&all, &[]), [2, 4], "long ago: the first, and the last of each sitting");
    assert_eq!(gone(&all, &[4]), [2], "and what was handed in");
    let other = Saved { author: None, ..all[1] };
    assert_eq!(gone(&[all[0], other, all[2], all[3], all[4], all[5]], &[]), [4], "of each person");
    let public = Saved { was_public: true, ..all[3] };
    assert_eq!(gone(&[all[0], all[1], all[2], public, all[4], all[5]], &[]), [2]);
}

#[test]
fn nothing_goes_of_two() {
    assert!(gone(&[saved(1, 100_000), saved(2, 99_999)], &[]).is_empty());
    assert_eq!(choose(&[], &BTreeSet::new(), NOW), (Vec::new(), None));
}
