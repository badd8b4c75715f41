//! More shapes of tables that people have, and periods in more of their forms.
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use figures::import::{self, Answers, Fate, Out, Outcome, Shape, Topic, Wanted, Wrong};
use figures::number::{self, Figure};
use figures::{Grid, Kind, When, period};
use time::macros::date;

fn asked(text: &str, shape: Shape, kind: Kind, answers: &[(Topic, &str)]) -> Outcome {
    let wanted = Wanted {
        shape,
        kind,
        is_percent: false,
        unit: String::new(),
        name: "Fall".to_owned(),
        numerator: String::new(),
        denominator: String::new(),
        today: date!(2026 - 11 - 20),
    };
    let answers: Answers =
        answers.iter().map(|(topic, one)| (topic.name().to_owned(), (*one).to_owned())).collect();
    import::read(&Grid::of_text(text).unwrap(), &wanted, &answers)
}

fn first(text: &str) -> Option<(Kind, String)> {
    match period::read(text)? {
        When::Known(known) => Some((known.period.kind, known.period.first.to_string())),
        _ => None,
    }
}

#[test]
fn periods_by_where_they_begin_and_end() {
    for (text, kind, day) in [
        ("jan–mars 2025", Kind::Quarter, "2025-01-01"),
        ("januar - april 2025", Kind::Tertial, "2025-01-01"),
        ("6.1.–12.1.2025", Kind::Week, "2025-01-06"),
        ("30.12.-5.1.2025", Kind::Week, "2024-12-30"),
        ("1. januar–31. januar 2025", Kind::Month, "2025-01-01"),
        ("1.1.2025 til og med 31.1.2025", Kind::Month, "2025-01-01"),
    ] {
        assert_eq!(first(text), Some((kind, day.to_owned())), "{text}");
    }
    // No period is all of it.
    for text in ["des–feb 2025", "5.1.–12.1.2025", "jan/feb 2025", "uke 5–6 2025"] {
        assert_eq!(period::read(text), None, "{text}");
    }
}

#[test]
fn what_stands_after_a_period_is_no_part_of_it() {
    for (text, kind, day) in [
        ("jan. 2025*", Kind::Month, "2025-01-01"),
        ("feb 2025¹", Kind::Month, "2025-02-01"),
        ("mars 2025 (foreløpig)", Kind::Month, "2025-03-01"),
        ("uke 2 2025 (6.1.–12.1.)", Kind::Week, "2025-01-06"),
        ("mars (2025)", Kind::Month, "2025-03-01"),
    ] {
        assert_eq!(first(text), Some((kind, day.to_owned())), "{text}");
    }
}

#[test]
fn days_and_quarters_in_more_forms() {
    for (text, kind, day) in [
        ("1/2-25", Kind::Day, "2025-02-01"),
        ("13/2 2025", Kind::Day, "2025-02-13"),
        ("I kvartal 2025", Kind::Quarter, "2025-01-01"),
        ("IV kvartal 2025", Kind::Quarter, "2025-10-01"),
        ("guovvamánnu 2025", Kind::Month, "2025-02-01"),
        ("december 2025", Kind::Month, "2025-12-01"),
        ("05 2025", Kind::Month, "2025-05-01"),
        ("2025-W05-3", Kind::Day, "2025-01-29"),
        ("pr. 31.12.2024", Kind::Day, "2024-12-31"),
    ] {
        assert_eq!(first(text), Some((kind, day.to_owned())), "{text}");
    }
    assert!(matches!(period::read("i uke 5"), Some(When::Yearless(_))));
    // The year may be the first of the three or the last.
    assert_eq!(period::read("25-02-01"), None);
    assert!(matches!(period::read("05-02-25"), Some(When::Either { year: 2025, .. })));
}

#[test]
fn numbers_with_more_beside_them() {
    assert!(matches!(number::read("18 av 24 (75 %)"), Figure::Part { .. }));
    assert!(matches!(number::read("18 av 24 (tre syke)"), Figure::Noted { .. }));
    for (text, value) in [("kr 1 234,50", 1234.5), ("Kr. 5,-", 5.0)] {
        let Figure::Number(digits) = number::read(text) else { panic!("{text}") };
        assert_eq!(digits.comma, Some(value), "{text}");
    }
    // A spreadsheet has cut its digits away.
    assert_eq!(number::read("1,2E+03"), Figure::Words);
}

#[test]
fn weeks_beside_each_other() {
    let text = "Uke\t1\t2\t3\nFall\t3\t4\t5\n";
    let read = asked(text, Shape::Count, Kind::Week, &[]);
    assert_eq!(read.open().collect::<Vec<_>>(), [Topic::Year]);
    let read = asked(text, Shape::Count, Kind::Week, &[(Topic::Year, "2026")]);
    let days: Vec<_> = read.points().map(|one| (one.period.first, one.value)).collect();
    let right =
        [(date!(2025 - 12 - 29), 3.0), (date!(2026 - 01 - 05), 4.0), (date!(2026 - 01 - 12), 5.0)];
    assert_eq!(days, right);
}

#[test]
fn lines_above_the_first_that_is_understood() {
    let text = "Måned\tFall\nMål\t2\njanaur 2025\t3\nmars 2025\t4\n";
    let read = asked(text, Shape::Count, Kind::Month, &[]);
    assert_eq!(read.headings, ["Måned", "Fall"]);
    let fates: Vec<Fate> = read.rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates[..2], [Fate::Out(Out::Total), Fate::Wrong(Wrong::NoPeriod)]);
    assert_eq!(read.points().count(), 1);
    assert!(!read.is_settled());
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "1.6.017",
        "II 2025",
        "per mars 2025",
        "ju 2017",
        "1.2.3.4",
        "٣.6.2017",
        "32",
        "1.13.2017",
        "31.2.2017",
        "i fjor",
    ] {
        assert!(!matches!(period::read(text), Some(When::Known(_))), "{text}");
    }
    for (text, kind, day) in [
        ("mandag 5. juni 2017", Kind::Day, "2017-06-05"),
        ("06.2017", Kind::Month, "2017-06-01"),
        ("2017M06", Kind::Month, "2017-06-01"),
        ("1.6.17", Kind::Day, "2017-06-01"),
        ("09.okt.2024", Kind::Day, "2024-10-09"),
    ] {
        assert_eq!(first(text), Some((kind, day.to_owned())), "{text}");
    }
}

#[test]
fn the_number_of_a_day_may_have_decimals() {
    assert_eq!(period::read("44958,5"), Some(When::Serial(44958.5)));
    assert_eq!(period::read("44927"), Some(When::Serial(44927.0)));
}
