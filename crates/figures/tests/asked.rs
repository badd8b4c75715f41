//! What is asked before a number is taken for something else than it may be.
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use figures::import::{self, Answers, Fate, Outcome, Shape, Topic, Wanted};
use figures::{Cell, Grid, Kind};
use time::macros::date;

fn wanted(shape: Shape, name: &str) -> Wanted {
    Wanted {
        shape,
        kind: Kind::Month,
        is_percent: false,
        unit: String::new(),
        name: name.to_owned(),
        numerator: String::new(),
        denominator: String::new(),
        today: date!(2026 - 11 - 20),
    }
}

fn read(grid: &Grid, wanted: &Wanted, answers: &[(Topic, &str)]) -> Outcome {
    let answers: Answers = answers
        .iter()
        .map(|(topic, answer)| (topic.name().to_owned(), (*answer).to_owned()))
        .collect();
    import::read(grid, wanted, &answers)
}

fn asked(text: &str, wanted: &Wanted, answers: &[(Topic, &str)]) -> Outcome {
    read(&Grid::of_text(text).unwrap(), wanted, answers)
}

fn open(outcome: &Outcome) -> Vec<Topic> {
    outcome.open().collect()
}

fn points(outcome: &Outcome) -> Vec<(String, f64, Option<f64>)> {
    let points = outcome.points();
    points.map(|one| (one.period.first.to_string(), one.value, one.denominator)).collect()
}

fn is(day: &str, value: f64) -> (String, f64, Option<f64>) {
    (day.to_owned(), value, None)
}

#[test]
fn no_other_column_is_taken_for_the_one_that_is_named() {
    let fall = wanted(Shape::Count, "Fall kol");
    // The named one is empty, has words, or is not there.
    for text in [
        "Måned\tFall kol\tFall dag\tBeboerdøgn\n2026-01\t\t\t600\n2026-02\t\t\t601\n",
        "Måned\tBeboerdøgn\n2026-01\t600\n2026-02\t601\n",
        "Måned\tFall dag\tBeboerdøgn\n2026-01\t3\t600\n2026-02\t4\t601\n",
    ] {
        let read = asked(text, &fall, &[]);
        assert_eq!(open(&read), [Topic::Value], "{text}");
        assert!(points(&read).is_empty(), "{text}");
    }
    let text = "Måned\tBeboerdøgn\n2026-01\t600\n";
    let read = asked(text, &fall, &[(Topic::Value, "1")]);
    assert_eq!(points(&read), [is("2026-01-01", 600.)]);
    // What says little, or the same in other words, is taken.
    for heading in ["Antall", "Fall", "Antall fall på kollektivet", "2026", "n"] {
        let text = format!("Måned\t{heading}\n2026-01\t6\n");
        assert!(asked(&text, &fall, &[]).is_settled(), "{heading}");
    }
    let rate = Wanted {
        numerator: "Fall".to_owned(),
        denominator: "Beboerdøgn".to_owned(),
        ..wanted(Shape::Rate, "Fall per 1 000")
    };
    // Nobody has said what the columns of this one are called.
    let share = Wanted {
        numerator: "Antall".to_owned(),
        denominator: "Av i alt".to_owned(),
        ..wanted(Shape::Share, "Andel med gjennomgang")
    };
    let text = "Måned\tGjennomgått\tBeboere\n2026-01\t18\t24\n";
    assert!(asked(text, &share, &[]).is_settled());
    let text = "Måned\tFall\tTrykksår\tBeboerdøgn\n2026-01\t\t2\t600\n";
    assert_eq!(open(&asked(text, &rate, &[])), [Topic::Value]);
}

#[test]
fn formulas_without_an_answer_are_said_line_by_line() {
    let mut grid = Grid::of_text("Måned\tFall\tBeboerdøgn\n2026-01\t\t600\n").unwrap();
    grid.lines[1].cells[1] = Cell::Failed("=".to_owned());
    let read = read(&grid, &wanted(Shape::Count, "Fall"), &[]);
    assert_eq!(read.columns.value, Some(1));
    assert_eq!(read.rows[0].fate, Fate::Wrong(import::Wrong::Failed));
}

#[test]
fn a_lone_day_is_not_its_month_unasked() {
    let fall = wanted(Shape::Count, "Fall");
    let text = "Dato\tFall\n1.1.2026\t3\n2.2.2026\t4\n31.3.2026\t5\n";
    let read = asked(text, &fall, &[]);
    assert_eq!(open(&read), [Topic::Finer]);
    assert_eq!(points(&read), [is("2026-01-01", 3.), is("2026-03-01", 5.)]);
    let whole = asked(text, &fall, &[(Topic::Finer, "hele")]);
    assert_eq!(points(&whole)[1], is("2026-02-01", 4.));
    let left = asked(text, &fall, &[(Topic::Finer, "utelat")]);
    assert_eq!(points(&left).len(), 2);
    let quarters = Wanted { kind: Kind::Quarter, ..fall };
    assert_eq!(open(&asked("Når\tFall\nfebruar 2026\t3\n", &quarters, &[])), [Topic::Finer]);
}

#[test]
fn more_than_all_and_what_has_not_begun_are_asked_about() {
    let share = Wanted {
        numerator: "Veid".to_owned(),
        denominator: "Alle".to_owned(),
        ..wanted(Shape::Share, "Andel veid")
    };
    let text = "Måned\tVeid\tAlle\n2026-01\t25\t24\n2026-02\t20\t24\n2026-12\t20\t22\n";
    let read = asked(text, &share, &[]);
    assert_eq!(open(&read), [Topic::Swapped, Topic::Future]);
    let answers = [(Topic::Swapped, "bytt"), (Topic::Future, "aaret_for")];
    let right = [("2026-01-01", 24., 25.), ("2026-02-01", 20., 24.), ("2025-12-01", 20., 22.)];
    let right = right.map(|(day, value, all)| (day.to_owned(), value, Some(all)));
    let read = asked(text, &share, &answers);
    assert!(read.is_settled());
    assert_eq!(points(&read), right);
    let left = [(Topic::Swapped, "utelat"), (Topic::Future, "utelat")];
    assert_eq!(points(&asked(text, &share, &left)), right[1..2]);
}

#[test]
fn parts_of_one_are_so_throughout_and_more_than_all_is_asked_about() {
    let percent = Wanted { is_percent: true, ..wanted(Shape::Value, "Andel") };
    let text = "Måned\tAndel\n2026-01\t1\n2026-02\t0,45\n2026-03\t1,2\n";
    let part = (Topic::Percent, "andel");
    assert_eq!(open(&asked(text, &percent, &[part])), [Topic::Over]);
    let read = asked(text, &percent, &[part, (Topic::Over, "bruk")]);
    let right = [is("2026-01-01", 100.), is("2026-02-01", 45.), is("2026-03-01", 120.)];
    assert_eq!(points(&read), right);
    let over = asked("Måned\tAndel\n2026-01\t75\n2026-02\t175\n", &percent, &[]);
    assert_eq!(open(&over), [Topic::Over]);
    assert_eq!(points(&over), [is("2026-01-01", 75.)]);
}

#[test]
fn a_word_for_nought_is_asked_about_by_itself() {
    let fall = wanted(Shape::Count, "Fall");
    let text = "Måned\tFall\n2026-01\tingen\n2026-02\t3 (to fra sykehus)\n";
    assert_eq!(open(&asked(text, &fall, &[])), [Topic::Notes, Topic::Nought]);
    let answers = [(Topic::Notes, "bruk"), (Topic::Nought, "bruk")];
    let read = asked(text, &fall, &answers);
    let noted: Vec<(f64, &str)> = read.noted().map(|(point, words)| (point.value, words)).collect();
    assert_eq!(noted, [(0., ""), (3., "to fra sykehus")]);
}

/// A comma parts the columns and the decimals: nothing of a line is dropped unasked.
#[test]
fn a_decimal_that_its_own_comma_cut_off_is_asked_about() {
    let minutes = wanted(Shape::Value, "Minutter");
    let text = "Måned,Minutter\njan 2025,12,5\nfeb 2025,13\nmar 2025,14,25\n";
    let first = asked(text, &minutes, &[]);
    assert_eq!(open(&first), [Topic::Spilled]);
    assert_eq!(points(&first), [is("2025-02-01", 13.)]);
    let joined = asked(text, &minutes, &[(Topic::Spilled, "desimal")]);
    assert!(joined.is_settled(), "{joined:?}");
    assert_eq!(points(&joined).iter().map(|one| one.1).collect::<Vec<_>>(), [12.5, 13., 14.25]);
    let without = asked(text, &minutes, &[(Topic::Spilled, "uten")]);
    assert_eq!(points(&without).iter().map(|one| one.1).collect::<Vec<_>>(), [12., 13., 14.]);
    let left = asked(text, &minutes, &[(Topic::Spilled, "utelat")]);
    assert_eq!(points(&left), [is("2025-02-01", 13.)]);
    // Where it is in doubt which belong together, nothing is joined.
    let rate = Wanted { name: String::new(), ..wanted(Shape::Rate, "") };
    let torn = asked("Måned,Fall,Døgn\n2025-01,3,600,5\n", &rate, &[(Topic::Spilled, "desimal")]);
    assert!(points(&torn).is_empty() && !torn.is_settled(), "{torn:?}");
    // Words behind the numbers are no part of them, and quotes hold a number together.
    for text in [
        "Måned,Minutter\njan 2025,12,ferie\n",
        "Måned,Minutter\n,,Merknad\njan 2025,12,5\n",
        "Måned,Minutter\njan 2025,\"12,5\"\n",
        "Måned;Minutter\njan 2025;12,5\n",
    ] {
        assert!(open(&asked(text, &minutes, &[])).is_empty(), "{text}");
    }
}

/// Where other signs part the columns a number too many has moved the others, or stands beside them.
#[test]
fn more_numbers_than_names_are_asked_about_whatever_parts_them() {
    let rate = Wanted {
        numerator: "Fall".to_owned(),
        denominator: "Døgn".to_owned(),
        ..wanted(Shape::Rate, "Fall per 1 000")
    };
    let of = |day: &str, value: f64, all: f64| (day.to_owned(), value, Some(all));
    for sign in ["\t", ";", "|"] {
        let text =
            "Måned/Fall/Døgn\n2025-01/3/600\n2025-02/1/4/610\n2025-03/2/590\nSum/6//1800/9\n";
        let text = text.replace('/', sign);
        let first = asked(&text, &rate, &[]);
        assert_eq!(open(&first), [Topic::Spilled], "{sign:?}");
        let about = first.questions.iter().find(|one| one.topic == Topic::Spilled).unwrap();
        assert_eq!((about.count, about.sample.as_str()), (1, "2025-02; 1; 4; 610"));
        assert!(about.choices.iter().all(|choice| choice.value != "desimal"));
        let [january, march] = [of("2025-01-01", 3., 600.), of("2025-03-01", 2., 590.)];
        assert_eq!(points(&first), [january.clone(), march.clone()]);
        let left = asked(&text, &rate, &[(Topic::Spilled, "utelat")]);
        assert!(left.is_settled() && points(&left) == [january.clone(), march.clone()], "{left:?}");
        let without = asked(&text, &rate, &[(Topic::Spilled, "uten")]);
        assert_eq!(points(&without), [january, of("2025-02-01", 1., 4.), march]);
    }
    // In a workbook as well, but for lines that nobody sees.
    let mut grid = Grid::of_text("Måned\tFall\n2025-01\t3\n2025-02\t4\n2025-03\t5\n").unwrap();
    grid.lines[2].cells.push(Cell::Number { value: 7.0, percent: false });
    let fall = wanted(Shape::Count, "Fall");
    assert_eq!(open(&read(&grid, &fall, &[])), [Topic::Spilled]);
    grid.lines[2].is_hidden = true;
    assert_eq!(open(&read(&grid, &fall, &[])), [Topic::Hidden]);
    let with = read(&grid, &fall, &[(Topic::Hidden, "med")]);
    assert_eq!(open(&with), [Topic::Spilled]);
    // A column without a name, words beside a number, and what stands apart are none of a line's numbers.
    for text in [
        "Måned\tFall\n2025-01\t3\t1\n2025-02\t4\t2\n2025-03\t5\t3\n",
        "Måned\tFall\n2025-01\t3\tferie\n2025-02\t4\n",
        "Måned\tFall\n2025-01\t3\t\t\t12\n2025-02\t4\n",
    ] {
        let read = asked(text, &fall, &[]);
        assert!(!open(&read).contains(&Topic::Spilled), "{text}: {read:?}");
    }
}

#[test]
fn the_sign_of_decimals_is_one_for_the_table_or_asked_about() {
    let minutes = wanted(Shape::Value, "Minutter");
    let values = |text: &str, answers: &[(Topic, &str)]| {
        let read = asked(text, &minutes, answers);
        (points(&read).iter().map(|one| one.1).collect::<Vec<_>>(), open(&read))
    };
    for (text, [comma, point]) in [
        ("m\tn\n2025-01\t1,5\n2025-02\t2.5\n", [1.5, 2.5]),
        ("m\tn\n2025-01\t1.234,50\n2025-02\t2,500.75\n", [1234.5, 2500.75]),
    ] {
        assert_eq!(values(text, &[]), (vec![], vec![Topic::Decimal]), "{text}");
        // The other is wrong then, and is asked about as such.
        assert_eq!(values(text, &[(Topic::Decimal, "komma")]), (vec![comma], vec![Topic::Wrong]));
        assert_eq!(values(text, &[(Topic::Decimal, "punktum")]), (vec![point], vec![Topic::Wrong]));
        assert_eq!(values(text, &[(Topic::Decimal, "begge")]), (vec![comma, point], vec![]));
    }
}

#[test]
fn less_than_nothing_in_per_cent_is_asked_about_as_more_than_all() {
    let percent = Wanted { is_percent: true, ..wanted(Shape::Value, "Andel") };
    let text = "m\tn\n2025-01\t50 %\n2025-02\t−5 %\n";
    let read = asked(text, &percent, &[]);
    assert_eq!(open(&read), [Topic::Over]);
    assert_eq!(points(&read), [is("2025-01-01", 50.)]);
    let kept = asked(text, &percent, &[(Topic::Over, "bruk")]);
    assert_eq!(points(&kept), [is("2025-01-01", 50.), is("2025-02-01", -5.)]);
}

/// A column that nobody sees is asked about, and is never what is taken before they have said so.
#[test]
fn hidden_columns_are_asked_about() {
    let fall = wanted(Shape::Count, "Fall");
    let mut grid = Grid::of_text("Måned\tFall\tBeboere\n2025-01\t4\t24\n2025-02\t6\t25\n").unwrap();
    grid.hidden_columns = vec![1];
    let first = read(&grid, &fall, &[]);
    assert_eq!(open(&first)[0], Topic::HiddenColumns);
    assert!(points(&first).is_empty() && first.columns.value != Some(1), "{first:?}");
    let with = read(&grid, &fall, &[(Topic::HiddenColumns, "med")]);
    assert_eq!(points(&with), [is("2025-01-01", 4.), is("2025-02-01", 6.)]);
    assert!(with.is_settled());
    let without = read(&grid, &fall, &[(Topic::HiddenColumns, "uten"), (Topic::Value, "2")]);
    assert_eq!(points(&without), [is("2025-01-01", 24.), is("2025-02-01", 25.)]);
    // Where nothing else has numbers it is asked all the same.
    grid.hidden_columns = vec![1, 2];
    let all = read(&grid, &fall, &[]);
    assert!(all.trouble.is_none() && open(&all).contains(&Topic::HiddenColumns), "{all:?}");
    // One that is empty is missed by nobody.
    grid.hidden_columns = vec![7];
    assert!(read(&grid, &fall, &[]).is_settled());
}

#[test]
fn months_by_their_numbers_are_asked_about_by_their_names() {
    let fall = wanted(Shape::Count, "Fall");
    let read = asked("Måned\tFall\n1\t4\n2\t5\n", &fall, &[]);
    let question = read.questions.iter().find(|question| question.topic == Topic::Year).unwrap();
    assert_eq!(question.sample, "januar");
    let weeks = Wanted { kind: Kind::Week, ..fall };
    let read = asked("Uke\tFall\nuke nr 8 2025\t4\nUke nr. 9 2025\t5\n", &weeks, &[]);
    assert_eq!(points(&read), [is("2025-02-17", 4.), is("2025-02-24", 5.)]);
}

/// Two hours are not two minutes, whether the cell says it or what stands above it.
#[test]
fn another_unit_is_no_number_of_the_measure() {
    use import::Wrong;

    let minutes =
        Wanted { unit: "minutter per besøk".to_owned(), ..wanted(Shape::Value, "Ventetid") };
    let text =
        "Måned\tVentetid\n2026-01\t45 min\n2026-02\t2 timer\n2026-03\t50\n2026-04\t1 t 15 min\n";
    let read = asked(text, &minutes, &[]);
    let fates: Vec<Fate> = read.rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates[1], Fate::Wrong(Wrong::Unit));
    assert_eq!(fates[3], Fate::Wrong(Wrong::NoNumber));
    assert_eq!(points(&read), [is("2026-01-01", 45.), is("2026-03-01", 50.)]);
    assert!(!read.is_settled());
    for heading in ["Ventetid (timer)", "Ventetid i timer", "Ventetid [timer]"] {
        let text = format!("Måned\t{heading}\n2026-01\t2\n2026-02\t45 min\n");
        let read = asked(&text, &minutes, &[]);
        assert_eq!(read.rows[0].fate, Fate::Wrong(Wrong::Unit), "{heading}");
        assert_eq!(points(&read), [is("2026-02-01", 45.)], "{heading}");
    }
    for heading in [
        "Ventetid (min.)",
        "Ventetid i minutter",
        "Ventetid (minutter per besøk)",
        "Ventetid (median)",
        "Ventetid i dag",
    ] {
        let text = format!("Måned\t{heading}\n2026-01\t2\n");
        assert!(asked(&text, &minutes, &[]).is_settled(), "{heading}");
    }
    // A measure that says nothing of it is in what its first number is in.
    let weight = wanted(Shape::Value, "Vekt");
    let read = asked("Måned\tVekt\n2026-01\t5 kg\n2026-02\t500 g\n2026-03\t6\n", &weight, &[]);
    assert_eq!(read.rows[1].fate, Fate::Wrong(Wrong::Unit));
    assert_eq!(points(&read), [is("2026-01-01", 5.), is("2026-03-01", 6.)]);
    // One hour, and minutes in nynorsk.
    let text = "Måned\tVentetid\n2026-01\t1 time\n2026-02\t45 minutt\n";
    let read = asked(text, &minutes, &[]);
    assert_eq!(read.rows[0].fate, Fate::Wrong(Wrong::Unit));
    assert_eq!(points(&read), [is("2026-02-01", 45.)]);
    // Days are no weeks, and grams no milligrams.
    for (unit, other) in [
        ("uker", "10 dager"),
        ("dager", "2 uker"),
        ("mg", "3 g"),
        ("g", "5 mg"),
        ("minutter", "2 t"),
    ] {
        let value = Wanted { unit: unit.to_owned(), ..wanted(Shape::Value, "Verdi") };
        let text = format!("Måned\tVerdi\n2026-01\t{other}\n2026-02\t3\n");
        let read = asked(&text, &value, &[(Topic::Notes, "bruk")]);
        assert_eq!(read.rows[0].fate, Fate::Wrong(Wrong::Unit), "{unit}: {other}");
        assert_eq!(points(&read), [is("2026-02-01", 3.)], "{unit}: {other}");
    }
    // What is counted may be told beside its number.
    let text = "Måned\tFall\tDøgn\n2026-01\t4 fall\t600 døgn\n2026-02\t5\t601\n";
    let rate = Wanted {
        numerator: "Fall".to_owned(),
        denominator: "Døgn".to_owned(),
        unit: "per 1 000 døgn".to_owned(),
        ..wanted(Shape::Rate, "Fall")
    };
    assert!(asked(text, &rate, &[]).is_settled());
}

/// What adds up the numbers, or is beside them, is called much as they are.
#[test]
fn running_totals_means_and_goals_are_no_numbers_of_their_period_unasked() {
    let fall = wanted(Shape::Count, "Fall");
    for heading in [
        "Fall hittil i år",
        "Akk. fall",
        "Fall akkumulert",
        "Fall i fjor",
        "Mål for fall",
        "Fall snitt 3 mnd",
        "Fall per 1000 døgn",
        "Fall (%)",
        "Antall hittil",
    ] {
        let text = format!("Måned\t{heading}\n2026-01\t4\n2026-02\t9\n");
        let read = asked(&text, &fall, &[]);
        assert_eq!(open(&read), [Topic::Value], "{heading}");
        assert!(points(&read).is_empty(), "{heading}");
        let chosen = asked(&text, &fall, &[(Topic::Value, "1")]);
        assert_eq!(points(&chosen), [is("2026-01-01", 4.), is("2026-02-01", 9.)], "{heading}");
    }
    for heading in ["Fall", "Fall per måned", "Antall fall 2026", "Sum fall"] {
        let text = format!("Måned\t{heading}\n2026-01\t4\n");
        assert!(asked(&text, &fall, &[]).is_settled(), "{heading}");
    }
    // A measure may be of a mean, or be called a goal.
    for (shape, name, heading) in [
        (Shape::Value, "Ventetid", "Ventetid snitt"),
        (Shape::Count, "Mål som er nådd", "Antall mål"),
        (Shape::Count, "Fall per 1000", "Fall per 1000 døgn"),
    ] {
        let text = format!("Måned\t{heading}\n2026-01\t4\n");
        assert!(asked(&text, &wanted(shape, name), &[]).is_settled(), "{heading}");
    }
}

/// The newest may stand on top, as in a letter: the year turns back where January is followed by December.
#[test]
fn periods_without_a_year_are_followed_the_way_that_they_go() {
    let fall = wanted(Shape::Count, "Fall");
    let down = "Måned\tFall\nmars\t3\nfeb\t2\njan\t1\ndes\t4\n";
    let read = asked(down, &fall, &[(Topic::Year, "2026")]);
    let right = [("2026-03-01", 3.), ("2026-02-01", 2.), ("2026-01-01", 1.), ("2025-12-01", 4.)];
    assert_eq!(points(&read), right.map(|(day, value)| is(day, value)));
    assert!(read.is_settled());
    let up = "Måned\tFall\ndes\t4\njan\t1\n";
    let read = asked(up, &fall, &[(Topic::Year, "2025")]);
    assert_eq!(points(&read), [is("2025-12-01", 4.), is("2026-01-01", 1.)]);
    // Before and after, with nothing between.
    for (before, after, right) in [
        ("januar", "august", ["2025-01-01", "2025-08-01"]),
        ("mars", "november", ["2025-03-01", "2025-11-01"]),
        ("oktober", "februar", ["2025-10-01", "2026-02-01"]),
    ] {
        let text = format!("Måned\tFall\n{before}\t9\n{after}\t4\n");
        let read = asked(&text, &fall, &[(Topic::Year, "2025")]);
        let days: Vec<String> = points(&read).into_iter().map(|one| one.0).collect();
        assert_eq!(days, right, "{before} {after}");
    }
    // Two years below each other.
    let again = "Måned\tFall\noktober\t1\nnovember\t2\noktober\t3\nnovember\t4\n";
    let read = asked(again, &fall, &[(Topic::Year, "2024")]);
    let days: Vec<String> = points(&read).into_iter().map(|one| one.0).collect();
    assert_eq!(days, ["2024-10-01", "2024-11-01", "2025-10-01", "2025-11-01"]);
    let weeks = Wanted { kind: Kind::Week, ..fall };
    let read = asked("Uke\tFall\n2\t3\n1\t2\n52\t1\n", &weeks, &[(Topic::Year, "2026")]);
    assert_eq!(points(&read), [is("2026-01-05", 3.), is("2025-12-29", 2.), is("2025-12-22", 1.)]);
}

#[test]
fn a_quarter_and_a_month_of_it_are_not_added() {
    let quarters = Wanted { kind: Kind::Quarter, ..wanted(Shape::Count, "Fall") };
    let text = "Når\tFall\n1. kvartal 2026\t12\nfebruar 2026\t4\n2. kvartal 2026\t9\n";
    let read = asked(text, &quarters, &[]);
    assert_eq!(open(&read), [Topic::Twice]);
    let question = read.questions.iter().find(|question| question.topic == Topic::Twice).unwrap();
    assert_eq!(question.count, 2);
    assert!(question.choices.iter().all(|choice| choice.value != "sum"), "{question:?}");
    let first = asked(text, &quarters, &[(Topic::Twice, "forste")]);
    assert_eq!(points(&first), [is("2026-01-01", 12.), is("2026-04-01", 9.)]);
    // The first month begins on the same day as its quarter.
    let text = "Når\tFall\n1. kvartal 2026\t12\njanuar 2026\t4\n";
    let read = asked(text, &quarters, &[]);
    assert_eq!(open(&read), [Topic::Twice]);
    let question = read.questions.iter().find(|question| question.topic == Topic::Twice).unwrap();
    assert!(question.choices.iter().all(|choice| choice.value != "sum"), "{question:?}");
    // Months alone make up their quarter.
    let months = "Når\tFall\njanuar 2026\t12\nfebruar 2026\t4\n";
    let read = asked(months, &quarters, &[(Topic::Finer, "sum")]);
    assert_eq!(points(&read), [is("2026-01-01", 16.)]);
}

#[test]
fn a_column_that_is_mostly_not_understood_is_said_line_by_line() {
    use import::{Trouble, Wrong};

    let fall = wanted(Shape::Count, "Fall");
    let text = "Måned\tFall\n2026-01\t=SUM(B2:B5)\n2026-02\t3\n2026-03\t02.jan\n2026-04\t1:15\n";
    let read = asked(text, &fall, &[]);
    assert_eq!(read.trouble, None);
    let fates: Vec<Fate> = read.rows.iter().map(|row| row.fate).collect();
    let wrong = [(0, Wrong::NoNumber), (2, Wrong::Dated), (3, Wrong::NoNumber)];
    for (line, why) in wrong {
        assert_eq!(fates[line], Fate::Wrong(why), "{line}");
    }
    assert_eq!(points(&read), [is("2026-02-01", 3.)]);
    assert!(!read.is_settled());
    // When each of them happened is no number of them.
    let list = "Dato\tKlokkeslett\tHvor\n3.1.2026\t22:15\tBad\n5.1.2026\t03:10\tGang\n";
    assert_eq!(asked(list, &fall, &[]).trouble, Some(Trouble::NoNumbers));
}

#[test]
fn a_time_and_its_number_may_be_parted_by_a_colon() {
    let fall = wanted(Shape::Count, "Fall");
    let read = asked("jan. 2026: 4\nfebruar 2026:  5\n1.3.2026: 6\n", &fall, &[]);
    let right = [is("2026-01-01", 4.), is("2026-02-01", 5.), is("2026-03-01", 6.)];
    assert_eq!(points(&read), right);
    assert!(read.is_settled());
    let minutes = wanted(Shape::Value, "Minutter");
    let read = asked("Måned: Minutter\njan 2026: 4,5\nfeb 2026: 12\n", &minutes, &[]);
    assert_eq!(points(&read), [is("2026-01-01", 4.5), is("2026-02-01", 12.)]);
    let share = wanted(Shape::Share, "Andel");
    let read = asked("jan 2026: 18 av 24\n", &share, &[]);
    assert_eq!(read.points().map(|one| one.denominator).collect::<Vec<_>>(), [Some(24.)]);
}

#[test]
fn weeks_with_their_year_are_weeks_where_the_heading_says_so() {
    let weeks = Wanted { kind: Kind::Week, ..wanted(Shape::Count, "Fall") };
    for text in [
        "Uke\tFall\n51/24\t2\n52/24\t1\n1/25\t3\n",
        "Uke\tFall\n51-2024\t2\n52-2024\t1\n01-2025\t3\n",
        "Uke\tFall\n2024/51\t2\n2024/52\t1\n2025/1\t3\n",
        "Ukenr\tFall\n202451\t2\n202452\t1\n202501\t3\n",
    ] {
        let read = asked(text, &weeks, &[]);
        let right = [is("2024-12-16", 2.), is("2024-12-23", 1.), is("2024-12-30", 3.)];
        assert_eq!(points(&read), right, "{text}");
        assert!(read.is_settled(), "{text}");
    }
    // Days and months, or a day in full: the heading does not make weeks of them.
    for text in ["Uke\tFall\n06/12\t2\n13/12\t1\n", "Uke\tFall\n6.1.2025\t2\n2/25\t1\n"] {
        let days = points(&asked(text, &weeks, &[]));
        assert!(days.iter().all(|one| one.0 != "2025-01-06" || one.1 > 1.5), "{text}: {days:?}");
        assert!(days.len() < 2, "{text}: {days:?}");
    }
    // Two weeks at a time are no weeks of 2014 and 2016.
    for text in ["Uke\tFall\n13-14\t2\n15-16\t1\n", "Uke\tFall\n23/24\t2\n"] {
        let read = asked(text, &weeks, &[]);
        assert!(points(&read).is_empty(), "{text}: {:?}", points(&read));
    }
    let read = asked("Uke\tFall\n22/24\t2\n23/24\t1\n", &weeks, &[]);
    assert_eq!(points(&read), [is("2024-05-27", 2.), is("2024-06-03", 1.)]);
    // Months are months where nothing says weeks.
    let months = wanted(Shape::Count, "Fall");
    let read = asked("Når\tFall\n1/2025\t2\n2/2025\t1\n", &months, &[]);
    assert_eq!(points(&read), [is("2025-01-01", 2.), is("2025-02-01", 1.)]);
}

/// The first two months of a year, each measure on a line of its own.
#[test]
fn two_periods_beside_each_other() {
    let fall = wanted(Shape::Count, "Fall");
    let text = "Måling\tjan. 2026\tfeb. 2026\nFall\t4\t5\nTrykksår\t1\t2\n";
    let read = asked(text, &fall, &[]);
    assert_eq!(points(&read), [is("2026-01-01", 4.), is("2026-02-01", 5.)]);
    let alone = asked("\tjan. 2026\tfeb. 2026\nFall\t4\t5\n", &fall, &[]);
    assert_eq!(points(&alone), [is("2026-01-01", 4.), is("2026-02-01", 5.)]);
    // When something began and ended stands beside each other too, on every line.
    let spans = "1.1.2026\t31.1.2026\t4\n1.2.2026\t28.2.2026\t5\n";
    let read = asked(spans, &fall, &[(Topic::When, "0")]);
    assert_eq!(points(&read), [is("2026-01-01", 4.), is("2026-02-01", 5.)]);
}

/// Twelve yes and eighteen no are twelve of thirty.
#[test]
fn the_rest_and_a_share_are_not_all_that_something_is_of() {
    let share = wanted(Shape::Share, "Andel med samtale");
    for headings in [
        "Ja\tNei",
        "Gjennomført\tIkke gjennomført",
        "Dag\tNatt",
        "Antall\tProsent",
        "Antall\tAndel (%)",
        "Utført\tMål",
    ] {
        let text = format!("Måned\t{headings}\n2026-01\t12\t18\n2026-02\t14\t16\n");
        let read = asked(&text, &share, &[]);
        assert!(open(&read).contains(&Topic::All), "{headings}: {:?}", open(&read));
        assert!(points(&read).is_empty(), "{headings}");
    }
    for headings in ["Samtale\tBeboere", "Ja\tAlle", "Antall\tAv i alt", "Teller\tNevner"] {
        let text = format!("Måned\t{headings}\n2026-01\t12\t18\n2026-02\t14\t16\n");
        assert!(asked(&text, &share, &[]).is_settled(), "{headings}");
    }
    let rate = wanted(Shape::Rate, "Fall per 1 000 døgn");
    let text = "Måned\tFall\tFall per 1 000 døgn\n2026-01\t4\t6,7\n2026-02\t5\t8,1\n";
    assert!(open(&asked(text, &rate, &[])).contains(&Topic::All));
    // Whoever measures it so has said it.
    let named = Wanted { denominator: "Ikke gjennomført".to_owned(), ..share };
    let text = "Måned\tGjennomført\tIkke gjennomført\n2026-01\t12\t18\n";
    assert!(asked(text, &named, &[]).is_settled());
}
