//! What a picture calls its months, and what it leaves unsaid.

use spc::{Better, Chart, Plan};

use super::super::{Called, Course, Drawing, Shape, Subject, Target};
use super::{FALLS, NB, example, monthly};

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
