//! First numbers as people type them.

use time::Date;
use time::macros::date;

use super::read;
use crate::work::{Better, Frequency, MeasureKind, NewDefinition, NewMeasure, Number, Plan, Shape};

const TODAY: Date = date!(2026 - 11 - 22);

fn measure(shape: Shape, frequency: Frequency) -> NewMeasure {
    NewMeasure {
        kind: MeasureKind::Outcome,
        better: Better::Lower,
        goal: None,
        definition: NewDefinition {
            name: "Fall".to_owned(),
            shape,
            unit: String::new(),
            per: 1,
            numerator: String::new(),
            denominator: String::new(),
            definition: String::new(),
            frequency,
            plan: Plan::default(),
        },
    }
}

fn said(value: f64, denominator: Option<f64>) -> Number {
    Number { value, denominator }
}

#[test]
fn lines_without_a_time_end_in_the_newest_period_that_is_over() {
    let measures = [measure(Shape::Count, Frequency::Month)];
    let read = read("7\n\n 5 \n1 200", &measures, TODAY).unwrap();
    assert_eq!(
        read,
        [
            (date!(2026 - 08 - 01), said(7.0, None)),
            (date!(2026 - 09 - 01), said(5.0, None)),
            (date!(2026 - 10 - 01), said(1200.0, None)),
        ]
    );
    assert!(super::read("  \n", &measures, TODAY).unwrap().is_empty());
    assert!(super::read("7", &[], TODAY).unwrap().is_empty());
}

#[test]
fn a_time_stands_before_its_number_and_the_next_goes_on_from_it() {
    let measures = [measure(Shape::Share, Frequency::Month)];
    let read = read("mars 2025: 19 av 24\n20/24\n1.6.2025: 21 of 24", &measures, TODAY).unwrap();
    assert_eq!(
        read,
        [
            (date!(2025 - 03 - 01), said(19.0, Some(24.0))),
            (date!(2025 - 04 - 01), said(20.0, Some(24.0))),
            (date!(2025 - 06 - 01), said(21.0, Some(24.0))),
        ]
    );
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let share = [measure(Shape::Share, Frequency::Month)];
    let count = [measure(Shape::Count, Frequency::Month)];
    for (text, measures, key) in [
        ("sju", &count, "sharing-fault-number"),
        ("i fjor: 7", &count, "sharing-fault-time"),
        ("mars 2025: 7\nmars 2025: 8", &count, "sharing-fault-twice"),
        ("desember 2026: 7", &count, "sharing-fault-future"),
        ("7,5", &count, "work-doubt-not-counted"),
        ("7", &share, "work-doubt-no-denominator"),
        ("25 av 24", &share, "work-doubt-more-than-all"),
    ] {
        assert_eq!(read(text, measures, TODAY).unwrap_err().key, key, "{text}");
    }
    let many = "1\n".repeat(61);
    assert_eq!(read(&many, &count, TODAY).unwrap_err().key, "sharing-fault-many");
}
