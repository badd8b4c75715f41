//! First numbers as people type them.

use time::Date;
use time::macros::date;

use figures::import::{Answers, Topic};

use super::First;
use crate::text::Fault;
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

fn read(text: &str, measures: &[NewMeasure], today: Date) -> Result<First, Fault> {
    super::read(text, measures, today, &Answers::new())
}

fn said(value: f64, denominator: Option<f64>) -> Number {
    Number { value, denominator }
}

#[test]
fn lines_without_a_time_end_in_the_newest_period_that_is_over() {
    let measures = [measure(Shape::Count, Frequency::Month)];
    let read = read("7\n\n 5 \n1 200", &measures, TODAY).unwrap();
    assert_eq!(
        read.numbers,
        [
            (date!(2026 - 08 - 01), said(7.0, None)),
            (date!(2026 - 09 - 01), said(5.0, None)),
            (date!(2026 - 10 - 01), said(1200.0, None)),
        ]
    );
    let read = |text, measures: &[NewMeasure]| super::tests::read(text, measures, TODAY).unwrap();
    assert!(read("  \n", &measures).numbers.is_empty() && read("7", &[]).numbers.is_empty());
}

#[test]
fn a_time_stands_before_its_number_and_the_next_goes_on_from_it() {
    let measures = [measure(Shape::Share, Frequency::Month)];
    let read = read("mars 2025: 19 av 24\n20/24\n1.6.2025: 21 of 24", &measures, TODAY).unwrap();
    assert_eq!(
        read.numbers,
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
        ("7 5 6", &count, "sharing-fault-number"),
        ("12 34", &count, "sharing-fault-number"),
        ("75 %", &count, "sharing-fault-number"),
        ("uke 5", &count, "improvement-paste-trouble-numbers"),
        ("7,5", &count, "work-doubt-not-counted"),
        ("7", &share, "work-doubt-no-denominator"),
    ] {
        assert_eq!(read(text, measures, TODAY).unwrap_err().key, key, "{text}");
    }
    let many = "1\n".repeat(61);
    assert_eq!(read(&many, &count, TODAY).unwrap_err().key, "sharing-fault-many");
}

#[test]
fn what_is_pasted_is_read_as_on_the_page_for_tables() {
    let count = [measure(Shape::Count, Frequency::Month)];
    let right =
        [(date!(2026 - 01 - 01), said(7.0, None)), (date!(2026 - 02 - 01), said(5.0, None))];
    for text in [
        "januar 2026\t7\nfebruar 2026\t5",
        "Måned\tFall\njanuar 2026\t7\nfebruar 2026\t5",
        "jan.26\t7\nfeb.26\t5",
        "01.01.2026\t7\n01.02.2026\t5",
        "jan 2026 7\nfeb 2026 5",
        "januar 2026;7\nfebruar 2026;5",
        "januar 2026\tfebruar 2026\tmars 2026\n7\t5\t",
    ] {
        assert_eq!(read(text, &count, TODAY).unwrap().numbers, right, "{text}");
    }
    let three = read("7;5;6", &count, TODAY).unwrap().numbers;
    assert_eq!(three.iter().map(|(_, one)| one.value).collect::<Vec<_>>(), [7.0, 5.0, 6.0]);
    let share = [measure(Shape::Share, Frequency::Month)];
    let of = read("jan 2026\t18\t24\nfeb 2026\t19\t24", &share, TODAY).unwrap().numbers;
    assert_eq!(of[1], (date!(2026 - 02 - 01), said(19.0, Some(24.0))));
    let alone = read("19\t24", &share, TODAY).unwrap().numbers;
    assert_eq!(alone, [(date!(2026 - 10 - 01), said(19.0, Some(24.0)))]);
    let mut percent = measure(Shape::Value, Frequency::Month);
    percent.definition.unit = "%".to_owned();
    let signed = read("75 %", &[percent], TODAY).unwrap().numbers;
    assert_eq!(signed, [(date!(2026 - 10 - 01), said(75.0, None))]);
}

#[test]
fn what_may_be_two_things_is_asked() {
    let count = [measure(Shape::Count, Frequency::Month)];
    let share = [measure(Shape::Share, Frequency::Month)];
    for (text, measures, topic) in [
        ("mars 2025: 7\nmars 2025: 8", &count, Topic::Twice),
        ("desember 2026: 7", &count, Topic::Future),
        ("3 (to fra sykehus)", &count, Topic::Notes),
        ("03/04/2026\t7\n05/06/2026\t8", &count, Topic::Order),
        ("25 av 24", &share, Topic::Swapped),
    ] {
        let asked = read(text, measures, TODAY).unwrap();
        let open: Vec<Topic> = asked.outcome.as_ref().unwrap().open().collect();
        assert_eq!((open.first(), asked.is_asked()), (Some(&topic), true), "{text}");
    }
}

#[test]
fn a_row_that_adds_up_the_others_is_told_of_when_it_is_left_out() {
    let measures = [measure(Shape::Count, Frequency::Month)];
    let text = "Måned\tFall\n2026-08\t4\n2026-09\t5\nSum\t9\n";
    let first = read(text, &measures, TODAY).unwrap();
    assert_eq!((first.numbers.len(), first.said().as_str()), (2, "?lagret=2&sum=1"));
    let without = read("Måned\tFall\n2026-08\t4\n", &measures, TODAY).unwrap();
    assert_eq!(without.said(), "?lagret=1");
}
