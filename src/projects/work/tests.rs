//! The outline of drivers: each is told whole once, and nothing goes round.

use super::drivers::{Placed, outline};
use crate::work::{Level, SharedDriver};

fn driver(level: Level, serves: &[usize]) -> SharedDriver {
    SharedDriver { level, words: String::new(), serves: serves.to_vec(), measures: Vec::new() }
}

fn told(all: &[Placed], depth: usize, into: &mut Vec<(usize, usize, bool)>) {
    for one in all {
        into.push((depth, one.at, one.is_again));
        told(&one.below, depth + 1, into);
    }
}

#[test]
fn one_that_serves_two_stands_under_both_and_is_told_whole_once() {
    let all = [
        driver(Level::Idea, &[3]),
        driver(Level::Primary, &[]),
        driver(Level::Primary, &[]),
        driver(Level::Secondary, &[1, 2]),
        // What is no nearer to the aim is served by nothing here.
        driver(Level::Idea, &[0]),
    ];
    let mut lines = Vec::new();
    told(&outline(&all), 0, &mut lines);
    let expected =
        [(0, 1, false), (1, 3, false), (2, 0, false), (0, 2, false), (1, 3, true), (0, 4, false)];
    assert_eq!(lines, expected);
}
