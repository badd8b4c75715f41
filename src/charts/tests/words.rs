//! What a picture calls its months and what happened, and what it leaves unsaid.

use spc::{Baseline, Better, Chart, Plan, X};

use super::super::{Called, Course, Drawing, Note, NoteKind, Shape, Subject, Target};
use super::{FALLS, NB, example, month, monthly, shares};

#[test]
fn months_are_named_as_months_however_few_and_what_is_counted_is_whole() {
    let called: Called = |text, day| format!("{}-{}", text.lang.code(), day.month());
    for count in [1, 3] {
        let series = monthly(&FALLS[..count], |_| None);
        let analysis = Plan::new(Chart::Run).analyse(&series).unwrap();
        let subject = Subject::Number;
        let drawing =
            Drawing { called: Some(called), subject, ..Drawing::new(&analysis, "a", "Fall") };
        let picture = drawing.svg(NB, Shape::Wide);
        assert!(picture.contains(">jan<") && !picture.contains(">1.1.<"), "{picture}");
        assert!(drawing.table(NB).contains("nb-January"), "{}", drawing.table(NB));
    }
    let series = monthly(&[5.0, 7.0, 6.0], |_| None);
    let analysis = Plan::new(Chart::Run).analyse(&series).unwrap();
    let drawing = Drawing { subject: Subject::Number, ..Drawing::new(&analysis, "a", "Fall") };
    let picture = drawing.svg(NB, Shape::Wide);
    assert!(picture.contains(">6<") && !picture.contains(">5,5<"), "{picture}");
}

#[test]
fn nothing_is_judged_where_numbers_are_held_back() {
    let analysis = example(Chart::C).points_alone();
    let target = Target { from: None, value: 1.0 };
    let drawing = Drawing {
        withheld: 3,
        better: Better::Lower,
        targets: vec![target],
        ..Drawing::new(&analysis, "a", "Fall")
    };
    let said = drawing.sentence(NB);
    assert!(said.contains("3 er holdt tilbake") && !said.contains("målet på"), "{said}");
    assert_eq!(drawing.course(), Course::Unknown);
    let figure = drawing.figure(NB);
    for line in ["chart-centre", "chart-band", "chart-ring", "chart-outside"] {
        assert!(!figure.contains(line), "{line}: {figure}");
    }
    assert!(figure.contains("chart-dot") && figure.contains("chart-target"), "{figure}");
    assert_eq!(figure.matches("<details").count(), 1, "the numbers alone: {figure}");
}

/// The team's own numbers are the tests', wherever they stand; what else happened goes by letters.
#[test]
fn a_test_goes_by_its_own_number_and_what_else_happened_by_a_letter() {
    let analysis = shares(Baseline::All, &[]);
    let note = |at: usize, text: &str, kind| {
        let text = format!("{text} som tar så mange ord at det ikke er plass til dem alle");
        Note { at: X::Time(month(at)), text, kind }
    };
    let drawing = Drawing {
        notes: vec![
            note(9, "Ny leder", NoteKind::Event),
            note(12, "Lys", NoteKind::Test(2)),
            note(10, "Sko", NoteKind::Test(1)),
            note(11, "Ferie", NoteKind::Event),
            note(13, "Alarm", NoteKind::Test(4)),
        ],
        has_letters: true,
        ..Drawing::new(&analysis, "a", "Fall")
    };
    let words = drawing.with_words(NB, Shape::Narrow);
    let begin = |line: &String| line.split(" som").next().unwrap().to_owned();
    let lines: Vec<String> = words.notes.iter().map(begin).collect();
    assert_eq!(
        lines,
        [
            "A · oktober 2024: Ny leder",
            "1 · november 2024: PDSA: Sko",
            "B · desember 2024: Ferie",
            "2 · januar 2025: PDSA: Lys",
            "4 · februar 2025: PDSA: Alarm",
        ]
    );
    let cell = drawing.svg(NB, Shape::Cell);
    assert!(cell.contains(">A, 1, B, 2, 4</text>"), "{cell}");
    let wide = drawing.svg(NB, Shape::Wide);
    assert!(wide.contains("januar 2025: PDSA 2: Lys"), "{wide}");
    // One alone can be found as well.
    let alone = Drawing { notes: vec![note(12, "Lys", NoteKind::Test(2))], ..drawing };
    assert!(alone.figure(NB).contains("2 · januar 2025: PDSA: Lys"));
}
