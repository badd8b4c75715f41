//! Each kind of chart as a kept picture, and what holds for any picture.
//!
//! The pictures stand in `snapshots/`, to be looked at. After a change that is meant, run the tests
//! with `UPDATE_CHARTS=1` and look at them again.

mod words;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use spc::{Analysis, Baseline, Better, Chart, Plan, Row, RuleSet, Series, X};

use super::numbers::{Numbers, fixed};
use super::{
    Axes, Beside, Drawing, LimitsShown, Look, Naming, Note, NoteKind, Shape, Target, Unit, png,
    sheet, small_multiples, summary,
};
use crate::i18n::{Lang, Text};

const NB: Text = Text { lang: Lang::Nb };

fn keep(name: &str, svg: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/charts/snapshots").join(name);
    if std::env::var_os("UPDATE_CHARTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, svg).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == svg, "{name} is not as it was: look, then UPDATE_CHARTS=1");
    sound(svg);
}

/// Well-formed, without what a strict page forbids or a reader cannot read.
fn sound(svg: &str) {
    let options = resvg::usvg::roxmltree::ParsingOptions::default();
    resvg::usvg::roxmltree::Document::parse_with_options(svg, options).unwrap();
    for wrong in ["NaN", "inf", "style=", "<style", "<script", "charts-says-", "{ $"] {
        assert!(!svg.contains(wrong), "{wrong} in {svg}");
    }
}

/// 1 January of a year, and the months after it.
fn month(number: usize) -> i64 {
    let year = 2024 + i32::try_from(number / 12).unwrap();
    let month = time::Month::try_from(u8::try_from(number % 12 + 1).unwrap()).unwrap();
    let date = time::Date::from_calendar_date(year, month, 1).unwrap();
    date.midnight().assume_utc().unix_timestamp()
}

fn monthly(values: &[f64], n: impl Fn(usize) -> Option<f64>) -> Series {
    let row =
        |(at, y): (usize, &f64)| Row { x: X::Time(month(at)), y: Some(*y), n: n(at), part: None };
    Series { facet: Vec::new(), rows: values.iter().enumerate().map(row).collect() }
}

const FALLS: [f64; 24] = [
    19., 17., 21., 18., 22., 18., 16., 20., 17., 22., 19., 18., 15., 14., 12., 14., 11., 10., 12.,
    9., 11., 9., 10., 8.,
];

fn falls() -> Series {
    monthly(&FALLS, |at| Some(if at.is_multiple_of(2) { 62.0 } else { 58.0 }))
}

/// An example of each kind of chart.
fn example(chart: Chart) -> Analysis {
    let series = match chart {
        Chart::Xbar | Chart::S | Chart::R => Series::of_subgroups(
            FALLS.chunks(4).chain(FALLS.chunks(3)).map(|group| group.iter().copied()),
        ),
        Chart::T | Chart::G => Series::of(FALLS.into_iter().rev()),
        Chart::Run | Chart::I | Chart::Mr | Chart::C => monthly(&FALLS, |_| None),
        _ => falls(),
    };
    Plan { rules: RuleSet::anhoej(), ..Plan::new(chart) }.analyse(&series).unwrap()
}

#[test]
fn every_kind_of_chart() {
    for chart in Chart::ALL {
        let analysis = example(chart);
        let drawing =
            Drawing { limits: LimitsShown::Always, ..Drawing::new(&analysis, "a", "Fall") };
        keep(&format!("{}.svg", chart.code()), &drawing.svg(NB, Shape::Wide));
    }
}

/// Shares of residents with a fall, with everything that can stand on a chart.
fn full(analysis: &Analysis) -> Drawing<'_> {
    let note =
        |at: usize, text: &str, kind| Note { at: X::Time(month(at)), text: text.into(), kind };
    Drawing {
        better: Better::Lower,
        targets: vec![
            Target { from: None, value: 0.2 },
            Target { from: Some(X::Time(month(18))), value: 0.15 },
        ],
        notes: vec![
            note(12, "Faste runder", NoteKind::Event),
            note(13, "Sko ved senga", NoteKind::Pdsa),
            note(16, "Nytt lys langs gulvet på alle rom", NoteKind::Event),
            note(23, "Alarm lagt bort", NoteKind::Event),
        ],
        until: Some(month(27)),
        ..Drawing::new(analysis, "full", "Andel beboere med fall, per måned")
    }
}

fn shares(baseline: Baseline, splits: &[usize]) -> Analysis {
    let splits = splits.iter().copied().collect();
    Plan { baseline, splits, ..Plan::new(Chart::P) }.analyse(&falls()).unwrap()
}

#[test]
fn everything_on_one_chart() {
    let frozen = shares(Baseline::First(12), &[]);
    for (shape, name) in [(Shape::Wide, "wide"), (Shape::Narrow, "narrow"), (Shape::Cell, "cell")] {
        keep(&format!("full-{name}.svg"), &full(&frozen).svg(NB, shape));
    }
    let parts = shares(Baseline::All, &[12]);
    let technical = Drawing { naming: Naming::Technical, ..full(&parts) };
    keep("parts-technical.svg", &technical.svg(Text { lang: Lang::En }, Shape::Wide));
    keep("spark.svg", &full(&parts).spark(NB));
    let figure = full(&parts).figure(NB);
    assert!(figure.contains("PDSA: Sko ved senga") && figure.contains("<table"), "{figure}");
    assert!(!figure.contains("style="));
}

#[test]
fn left_out_missing_and_outside() {
    let mut series = monthly(&FALLS[..14], |_| None);
    series.rows[3].y = None;
    series.rows[9].y = Some(60.0);
    let plan = Plan { exclude: [5].into(), ..Plan::new(Chart::I) };
    let analysis = plan.analyse(&series).unwrap();
    keep("marks.svg", &Drawing::new(&analysis, "marks", "Fall").svg(NB, Shape::Wide));
}

/// What was left out with a reason is drawn as such, and is no sign that something has changed.
#[test]
fn a_point_that_is_left_out_is_outside_of_nothing() {
    let mut values: Vec<f64> = (0..16).map(|at| f64::from(10 + at % 3)).collect();
    values[8] = 60.0;
    let plan = Plan { exclude: [8].into(), ..Plan::new(Chart::C) };
    let analysis = plan.analyse(&Series::of(values)).unwrap();
    assert_eq!(analysis.parts[0].sigma_signals, 1);
    let drawing = Drawing::new(&analysis, "a", "Fall");
    let svg = drawing.svg(NB, Shape::Wide);
    assert!(svg.contains("chart-left-out") && !svg.contains("chart-outside"), "{svg}");
    assert!(!drawing.sentence(NB).contains("utenfor"), "{}", drawing.sentence(NB));
    let figure = drawing.figure(NB);
    assert!(!figure.contains("utenfor vanlig variasjon"), "{figure}");
    assert!(figure.contains("utenfor 3 sigma: 0"), "{figure}");
}

/// Months without a row and rows without a value both break the line, and the chart says so.
#[test]
fn the_line_is_broken_where_measurements_are_missing() {
    let strokes = |series: &Series| -> (usize, bool, usize) {
        let analysis = Plan::new(Chart::I).analyse(series).unwrap();
        let drawing = Drawing::new(&analysis, "a", "Fall");
        let svg = drawing.svg(NB, Shape::Wide);
        let line = |svg: &str| {
            let (_, rest) = svg.split_once("class=\"chart-line\"").expect("a line");
            let (_, path) = rest.split_once(" d=\"").unwrap();
            path.split('"').next().unwrap().matches('M').count()
        };
        (line(&svg), svg.contains("Linjen er brutt der"), line(&drawing.spark(NB)))
    };
    let whole = monthly(&FALLS[..12], |_| None);
    assert_eq!(strokes(&whole), (1, false, 1));
    let mut empty = whole.clone();
    empty.rows[3].y = None;
    assert_eq!(strokes(&empty), (2, true, 2));
    let mut absent = whole;
    absent.rows.remove(3);
    assert_eq!(strokes(&absent), (2, true, 2));
}

#[test]
fn hours_stand_on_the_axis_and_in_the_table() {
    // Midnight of 27 October 2024, and ten hours after it.
    let at = |hour: i64| X::Time(1_729_987_200 + hour * 3_600);
    let row = |hour: i64| Row {
        x: at(hour),
        y: Some(f64::from(i32::try_from(4 + hour % 3).unwrap())),
        n: None,
        part: None,
    };
    let rows = (0..10).map(row).collect();
    let analysis = Plan::new(Chart::C).analyse(&Series { facet: Vec::new(), rows }).unwrap();
    let drawing = Drawing::new(&analysis, "a", "Fall");
    let svg = drawing.svg(NB, Shape::Wide);
    for told in [">00:00<", ">09:00<", ">27. oktober 2024<"] {
        assert!(svg.contains(told), "{told}: {svg}");
    }
    assert!(drawing.table(NB).contains("27. oktober 2024, 02:00"));
}

/// Who sees a measurement above the target is not told that the target is missed and no more.
#[test]
fn a_target_that_is_missed_says_how_many_measurements_meet_it() {
    let values = [60., 73., 73., 60., 75., 73., 62., 74., 73., 60., 73., 73.];
    for chart in [Chart::Run, Chart::I] {
        let analysis = Plan::new(chart).analyse(&monthly(&values, |_| None)).unwrap();
        let target = |value| vec![Target { from: None, value }];
        let drawing = Drawing {
            better: Better::Higher,
            targets: target(73.5),
            ..Drawing::new(&analysis, "a", "Andel")
        };
        let said = drawing.sentence(NB);
        assert!(
            said.contains("når ikke målet på 73,5 ennå, men 2 av 12 målinger gjør det"),
            "{said}"
        );
    }
}

#[test]
fn names_along_the_axis() {
    let ward = |(at, y): (usize, &f64)| Row {
        x: X::Label(format!("Avdeling {}", at + 1)),
        y: Some(*y),
        n: Some(60.0),
        part: None,
    };
    let rows = FALLS.iter().take(9).enumerate().map(ward).collect();
    let analysis = Plan::new(Chart::P).analyse(&Series { facet: Vec::new(), rows }).unwrap();
    let drawing = Drawing::new(&analysis, "names", "Fall");
    keep("names.svg", &drawing.svg(NB, Shape::Wide));
    assert_eq!(
        drawing.sentence(NB),
        "Ingen skiller seg ut: forskjellene er ikke større enn tilfeldig variasjon tilsier."
    );
}

#[test]
fn small_multiples_share_an_axis() {
    let high = Plan::new(Chart::I).analyse(&Series::of(FALLS.map(|y| y * 4.0))).unwrap();
    let low = example(Chart::I);
    let drawings = [Drawing::new(&low, "a", "Nord"), Drawing::new(&high, "b", "Sør")];
    let common = small_multiples(&drawings, Axes::Common, NB).cells;
    assert!(common.iter().all(|svg| svg.contains(">80<")), "{common:?}");
    let free = small_multiples(&drawings, Axes::Free, NB).cells;
    assert!(!free[0].contains(">80<"));
    let look = Look { shape: Shape::Wide, axes: Axes::Common };
    keep("multiples.svg", &sheet(&drawings, "Fall per måned", look, NB));
    let table = summary(&drawings, |drawing| Beside::at(format!("/maal/{}", drawing.id)), NB);
    assert!(table.contains("href=\"/maal/a\"") && table.contains("chart-icon"), "{table}");
}

#[test]
fn limits_wait_until_the_level_is_calm() {
    let moving = example(Chart::I);
    assert!(moving.parts[0].runs_signal);
    let svg =
        |limits| Drawing { limits, ..Drawing::new(&moving, "a", "Fall") }.svg(NB, Shape::Wide);
    assert!(!svg(LimitsShown::WhenStable).contains("chart-band"));
    assert!(svg(LimitsShown::WhenStable).contains("når nivået har falt til ro"));
    assert!(svg(LimitsShown::Always).contains("chart-band"));
    assert!(!svg(LimitsShown::Hidden).contains("chart-band"));
    let few = Plan::new(Chart::I).analyse(&Series::of([3.0, 5.0, 4.0, 6.0, 4.0, 5.0])).unwrap();
    let few = Drawing::new(&few, "a", "Fall").svg(NB, Shape::Wide);
    assert!(few.contains("foreløpige"), "{few}");
}

#[test]
fn says_what_it_shows() {
    let say = |values: &[f64], better| -> String {
        let analysis = Plan::new(Chart::Run).analyse(&monthly(values, |_| None)).unwrap();
        Drawing { better, ..Drawing::new(&analysis, "a", "Fall") }.sentence(NB)
    };
    let shift: Vec<f64> =
        (0..20).map(|at| f64::from(at % 3) + if at < 11 { 0.0 } else { 9.0 }).collect();
    assert_eq!(
        say(&shift, Better::Higher),
        "Verdien har økt: de siste 9 målingene ligger alle over medianen, flere enn tilfeldig \
         variasjon tilsier. Det er en forbedring."
    );
    assert!(say(&shift, Better::Lower).ends_with("Det går i feil retning."));
    let calm: Vec<f64> = (0..14).map(|at| f64::from(at % 2 * 3 + at % 3)).collect();
    assert!(say(&calm, Better::Neither).contains("varierer rundt medianen"));
    assert!(say(&[1.0, 2.0], Better::Neither).contains("for få"));
    assert_eq!(say(&[], Better::Neither), "Det er ingen målinger å vise ennå.");
    let frozen = shares(Baseline::First(12), &[]);
    assert_eq!(
        full(&frozen).sentence(NB),
        "Andelen har sunket: de siste 14 målingene ligger alle under snittet, flere enn tilfeldig \
         variasjon tilsier. Det er en forbedring. Nivået når \
         ikke målet på 15\u{a0}% ennå, men 1 av 6 målinger gjør det."
    );
}

#[test]
fn tells_that_too_many_lie_on_the_median() {
    let run = Plan::new(Chart::Run);
    let rare: Vec<f64> = (0..30).map(|at| if at % 3 == 1 { 1.0 } else { 0.0 }).collect();
    let said = say(&run, &monthly(&rare, |_| None), Better::Lower);
    assert!(said.starts_with("For mange målinger ligger på medianen"), "{said}");
    assert!(said.contains("20 av 30") && !said.contains("feil retning"), "{said}");
    let analysis = run.analyse(&monthly(&rare, |_| None)).unwrap();
    let table = summary(&[Drawing::new(&analysis, "a", "Sår")], |_| Beside::default(), NB);
    assert!(table.contains("For mange målinger ligger på medianen"), "{table}");
    // A few on the median are passed over, and that is said.
    let mut moved: Vec<f64> =
        (0..24).map(|at| f64::from(at % 3) + if at < 12 { 0.0 } else { 9.0 }).collect();
    moved[18] = 5.5;
    moved[6] = 5.5;
    let said = say(&run, &monthly(&moved, |_| None), Better::Higher);
    assert!(said.contains("målingene som ikke ligger på medianen, ligger alle over"), "{said}");
}

/// The sentence of a chart in Norwegian.
fn say(plan: &Plan, series: &Series, better: Better) -> String {
    let analysis = plan.analyse(series).unwrap();
    Drawing { better, ..Drawing::new(&analysis, "a", "Fall") }.sentence(NB)
}

fn named(plan: &Plan, values: &[f64]) -> String {
    let row = |(at, y): (usize, &f64)| Row {
        x: X::Label(format!("Sted {at}")),
        y: Some(*y),
        n: None,
        part: None,
    };
    let rows = values.iter().enumerate().map(row).collect();
    say(plan, &Series { facet: Vec::new(), rows }, Better::Neither)
}

#[test]
fn claims_no_more_than_it_knows() {
    let run = Plan::new(Chart::Run);
    assert!(named(&run, &FALLS).starts_with("Et run-diagram kan ikke sammenligne steder"));
    assert!(named(&run, &[1.0, 9.0]).starts_with("Et run-diagram kan ikke sammenligne steder"));
    let equal = Series::of([5.0; 14]);
    assert_eq!(say(&run, &equal, Better::Lower), "Alle målingene er like.");
    assert_eq!(say(&Plan::new(Chart::I), &equal, Better::Lower), "Alle målingene er like.");
    // A line that was given tells nothing of a rise.
    let given = Plan { centre_line: Some(-2.0), ..Plan::new(Chart::Run) };
    let calm = Series::of(FALLS);
    let said = say(&given, &calm, Better::Higher);
    assert_eq!(said, "Alle de 24 målingene ligger over midtlinjen som er gitt (−2).");
    // Ranges of many values have no limits.
    let groups = (0..14).map(|at| (0..30).map(move |nth| f64::from((nth * 7 + at * 3) % 11)));
    let ranges = Series::of_subgroups(groups);
    assert!(!say(&Plan::new(Chart::R), &ranges, Better::Neither).contains("utenfor vanlig"));
}

#[test]
fn nothing_is_outside_limits_that_wait() {
    let values: Vec<f64> =
        (0..24).map(|at| f64::from(at % 3) + if at < 12 { 50.0 } else { 10.0 }).collect();
    let analysis = Plan::new(Chart::I).analyse(&Series::of(values)).unwrap();
    assert_eq!(analysis.parts[0].sigma_signals, 24);
    let drawing = Drawing::new(&analysis, "a", "Fall");
    assert!(!drawing.svg(NB, Shape::Wide).contains("chart-outside"));
    assert!(!drawing.sentence(NB).contains("utenfor"));
    assert!(!drawing.figure(NB).contains("utenfor"));
    let always = Drawing { limits: LimitsShown::Always, ..drawing };
    assert!(always.sentence(NB).contains("24 målinger ligger utenfor"));
}

/// The row of a table, the line of a small chart and the sentence never contradict each other.
#[test]
fn table_and_chart_agree() {
    let row = |plan: &Plan, series: &Series, better, target: f64| {
        let analysis = plan.analyse(series).unwrap();
        let targets = vec![Target { from: None, value: target }];
        let drawing = Drawing { better, targets, ..Drawing::new(&analysis, "a", "Fall") };
        (summary(std::slice::from_ref(&drawing), |_| Beside::default(), NB), drawing.sentence(NB))
    };
    let few = Series::of([21., 18., 23., 19., 17., 20., 16., 18.]);
    let (table, said) = row(&Plan::new(Chart::I), &few, Better::Lower, 14.0);
    assert!(table.contains("For få målinger") && said.contains("for få"), "{table}");
    assert!(table.contains("Ikke ennå") && said.contains("når ikke målet på 14 ennå"), "{said}");
    let (table, said) = row(&Plan::new(Chart::I), &few, Better::Lower, 17.0);
    assert!(table.contains("Ikke nivået, men 2 av 8 målinger") && !table.contains("Ikke ennå"));
    assert!(said.contains("men 2 av 8 målinger gjør det"), "{said}");
    // Four that are there say nothing of a level that keeps.
    let met = Series::of([12., 11., 13., 10.]);
    let (table, said) = row(&Plan::new(Chart::Run), &met, Better::Lower, 14.0);
    assert!(table.contains("For få målinger") && !table.contains("Nivået når det"), "{table}");
    assert!(!said.contains("Nivået når"), "{said}");
    let mut one_out = FALLS[..14].to_vec();
    one_out[6] = 60.0;
    let (table, said) = row(&Plan::new(Chart::I), &Series::of(one_out), Better::Lower, 100.0);
    assert!(table.contains("1 måling utenfor") && said.contains("1 måling ligger utenfor"));
    let (table, said) = row(&Plan::new(Chart::Run), &Series::of(FALLS), Better::Lower, 5.0);
    assert!(table.contains("Har sunket: bedre") && said.contains("forbedring"), "{table}");
}

#[test]
fn crossings_have_a_form_of_their_own() {
    // Two long runs that are each short enough, and one crossing.
    let values: Vec<f64> =
        (0..14).map(|at| f64::from(at % 2) + if at < 7 { 1.0 } else { 9.0 }).collect();
    let analysis = Plan::new(Chart::Run).analyse(&Series::of(values)).unwrap();
    let drawing = Drawing::new(&analysis, "a", "Fall");
    let said = drawing.sentence(NB);
    assert!(said.contains("krysser medianen bare én gang"), "{said}");
    for shape in [Shape::Wide, Shape::Cell] {
        assert!(drawing.svg(NB, shape).contains("chart-centre--few"));
    }
    assert!(drawing.svg(NB, Shape::Cell).contains("Krysser midten uvanlig sjelden"));
}

#[test]
fn every_note_is_in_the_picture_and_in_words() {
    let analysis = shares(Baseline::All, &[]);
    let note = |at: usize| Note {
        at: X::Time(month(at)),
        text: format!("hendelse nummer {at} med en lang tekst som ikke får plass"),
        kind: NoteKind::Event,
    };
    let drawing =
        Drawing { notes: (9..15).map(note).collect(), ..Drawing::new(&analysis, "a", "Fall") };
    for shape in [Shape::Wide, Shape::Narrow, Shape::Cell] {
        let svg = drawing.svg(NB, shape);
        assert_eq!(svg.matches("class=\"chart-note\"").count(), 6, "{svg}");
    }
    let look = Look { shape: Shape::Wide, axes: Axes::Common };
    let alone = sheet(std::slice::from_ref(&drawing), "Fall på avdelingen", look, NB);
    sound(&alone);
    let words: String = alone.replace("</text>", " ");
    for at in 9..15 {
        assert!(words.contains(&format!("hendelse nummer {at} med")), "{at}: {alone}");
    }
    assert!(alone.contains(">Fall på avdelingen</text>"));
    assert!(drawing.figure(NB).contains("1 · oktober 2024: hendelse nummer 9"));
}

#[test]
fn parts_say_whether_they_are_better() {
    let ulcers = [
        9., 11., 8., 10., 12., 9., 10., 8., 11., 10., 9., 11., 6., 5., 7., 4., 6., 5., 6., 4., 7.,
        5., 6., 5.,
    ];
    let plan = Plan { splits: [12].into(), ..Plan::new(Chart::C) };
    let said = say(&plan, &Series::of(ulcers), Better::Lower);
    assert!(
        said.ends_with("har snittet gått ned fra 9,8 til 5,5. Det er en forbedring."),
        "{said}"
    );
    let analysis = plan.analyse(&Series::of(ulcers)).unwrap();
    assert!(Drawing::new(&analysis, "a", "Fall").svg(NB, Shape::Wide).contains(">snitt 9,8<"));
}

/// The numbers along the axis stand in even steps, and every name has its point.
#[test]
fn axes_are_even() {
    let analysis = Plan::new(Chart::Run).analyse(&Series::of(FALLS)).unwrap();
    let svg = Drawing::new(&analysis, "a", "Fall").svg(NB, Shape::Wide);
    assert!(svg.contains(">2<") && svg.contains(">24<") && !svg.contains(">1<"));
    let row = |at: usize| Row {
        x: X::Label(format!("Kommune nummer {at}")),
        y: Some(6.0),
        n: Some(60.0),
        part: None,
    };
    let rows = (10..34).map(row).collect();
    let analysis = Plan::new(Chart::P).analyse(&Series { facet: Vec::new(), rows }).unwrap();
    let svg = Drawing::new(&analysis, "a", "Fall").svg(NB, Shape::Wide);
    assert_eq!(svg.matches("rotate(").count(), 24);
    assert!(svg.contains("Kommune nummer 33"));
}

#[test]
fn numbers_are_norwegian() {
    assert_eq!(fixed(Lang::Nb, -1_234_567.5, 2), "−1\u{a0}234\u{a0}567,5");
    assert_eq!(fixed(Lang::En, 1234.0, 2), "1,234");
    assert_eq!(fixed(Lang::Nn, -0.001, 2), "0");
    let share = Numbers::new(NB, &Unit::Share, 0.1);
    assert_eq!((share.tick(0.3), share.value(0.1234)), ("30\u{a0}%".into(), "12,3\u{a0}%".into()));
}

#[test]
fn png_has_the_letters() {
    let analysis = shares(Baseline::First(12), &[]);
    let picture = png(&full(&analysis).svg(NB, Shape::Wide), 1.0).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    // Letters of other scripts, which a browser finds by itself.
    let of = |letters: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\"><text x=\"2\" y=\"20\" \
             font-family=\"Inter\">{letters}</text></svg>"
        );
        png(&svg, 1.0).unwrap()
    };
    let blank = of(" ");
    for letters in ["čđŋšŧž", "ęłñ", "µ≥→", "Ωλ", "Жя", "ắ"] {
        assert!(of(letters).len() > blank.len() + 30, "{letters}");
    }
    let mute = png(&full(&analysis).svg(NB, Shape::Wide).replace("<text", "<desc"), 1.0);
    assert!(mute.is_err() || mute.unwrap().len() < picture.len());
}

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (0.0..50.0_f64).prop_map(Some),
        1 => Just(None),
        1 => (-1e3..1e3_f64).prop_map(Some),
        1 => prop_oneof![Just(1e308), Just(-1e308), Just(1e-300), Just(0.0)].prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any numbers on any chart make a sound picture, a sentence and a table.
    #[test]
    fn anything_can_be_drawn(
        values in proptest::collection::vec((any_value(), 0..4_usize, -9e9..9e9_f64), 0..40),
        chart in 0..15_usize,
        split in 0..30_usize,
        target in any_value(),
    ) {
        let row = |(at, (y, kind, x)): (usize, &(Option<f64>, usize, f64))| Row {
            x: match values[0].1 {
                #[expect(clippy::cast_possible_truncation, reason = "any moment will do")]
                0 => X::Time(*x as i64),
                1 => X::Number(*x),
                2 => X::Number(f64::from(u32::try_from(at).unwrap()) * 1e307),
                _ => X::Label(format!("<{kind}>")),
            },
            y: *y,
            n: y.map(|y| y.abs() + 1.0),
            part: None,
        };
        let rows = values.iter().enumerate().map(row).collect();
        let plan = Plan { splits: [split].into(), ..Plan::new(Chart::ALL[chart]) };
        if let Ok(analysis) = plan.analyse(&Series { facet: Vec::new(), rows }) {
            let drawing = Drawing {
                limits: LimitsShown::Always,
                better: Better::Higher,
                targets: target.map(|value| Target { from: None, value }).into_iter().collect(),
                ..Drawing::new(&analysis, "any", "<Any> & all")
            };
            for lang in Lang::ALL {
                let text = Text { lang };
                for shape in [Shape::Wide, Shape::Narrow, Shape::Cell] {
                    sound(&drawing.svg(text, shape));
                }
                sound(&drawing.spark(text));
                prop_assert!(!drawing.sentence(text).is_empty());
                prop_assert!(!drawing.figure(text).contains("NaN"));
            }
        }
    }

    /// Words of notes never lie on each other.
    #[test]
    fn notes_keep_apart(places in proptest::collection::vec((0..24_usize, 3..40_usize), 0..14)) {
        let analysis = shares(Baseline::All, &[]);
        let notes = places.iter().map(|(at, letters)| Note {
            at: X::Time(month(*at)),
            text: "n".repeat(*letters),
            kind: NoteKind::Event,
        });
        let drawing = Drawing { notes: notes.collect(), ..Drawing::new(&analysis, "a", "Fall") };
        let svg = drawing.svg(NB, Shape::Wide);
        let document = resvg::usvg::roxmltree::Document::parse(&svg).unwrap();
        let number = |node: resvg::usvg::roxmltree::Node<'_, '_>, name| -> f64 {
            node.attribute(name).unwrap().parse().unwrap()
        };
        prop_assert_eq!(svg.matches("class=\"chart-note\"").count(), drawing.notes.len());
        let boxes: Vec<(f64, f64, f64)> = document
            .descendants()
            .filter(|node| node.has_tag_name("text") && node.attribute("font-weight").is_some())
            .map(|node| {
                let (x, y) = (number(node, "x"), number(node, "y"));
                (x, x + super::ink::width(node.text().unwrap_or_default()), y)
            })
            .collect();
        for (at, a) in boxes.iter().enumerate() {
            for b in &boxes[at + 1..] {
                prop_assert!((a.2 - b.2).abs() > 12.0 || a.1 < b.0 || b.1 < a.0, "{a:?} {b:?}");
            }
        }
    }
}
