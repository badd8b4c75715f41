//! Tables as people have them, to what they mean; nothing of them passes as something else.
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use std::collections::BTreeMap;
use std::fmt::Write;

use figures::import::{self, Answers, Fate, Out, Outcome, Shape, Topic, Trouble, Wanted, Wrong};
use figures::people::{self, Person};
use figures::{Grid, Kind};
use time::macros::date;

fn wanted(shape: Shape, kind: Kind) -> Wanted {
    Wanted {
        shape,
        kind,
        is_percent: false,
        unit: String::new(),
        name: "Fall (antall)".to_owned(),
        numerator: String::new(),
        denominator: String::new(),
        today: date!(2026 - 11 - 20),
    }
}

fn asked(text: &str, wanted: &Wanted, answers: &[(Topic, &str)]) -> Outcome {
    let answers: Answers = answers
        .iter()
        .map(|(topic, answer)| (topic.name().to_owned(), (*answer).to_owned()))
        .collect::<BTreeMap<_, _>>();
    import::read(&Grid::of_text(text).unwrap(), wanted, &answers)
}

fn points(outcome: &Outcome) -> Vec<(String, f64, Option<f64>)> {
    outcome
        .points()
        .map(|point| (point.period.first.to_string(), point.value, point.denominator))
        .collect()
}

fn open(outcome: &Outcome) -> Vec<Topic> {
    outcome.open().collect()
}

fn is(day: &str, value: f64) -> (String, f64, Option<f64>) {
    (day.to_owned(), value, None)
}

fn of(day: &str, value: f64, all: f64) -> (String, f64, Option<f64>) {
    (day.to_owned(), value, Some(all))
}

const COUNT: Shape = Shape::Count;

#[test]
fn quarters_however_they_are_called() {
    let text = "Kvartal\tGjennomgått\tBeboere\r\n1. kv. 2024\t18\t24\r\n2. kvartal 2024\t20\t25\r\n\
        Q3 2024\t19\t23\r\n4. kv. 2024\t22\t24\r\nK1 2025\t21\t22\r\n2025K2\t23\t24\r\n3 kvartal 25\t20\t21\r\n";
    let read = asked(text, &wanted(Shape::Share, Kind::Quarter), &[]);
    assert!(read.is_settled(), "{read:?}");
    let days = [
        "2024-01-01",
        "2024-04-01",
        "2024-07-01",
        "2024-10-01",
        "2025-01-01",
        "2025-04-01",
        "2025-07-01",
    ];
    let numbers =
        [(18., 24.), (20., 25.), (19., 23.), (22., 24.), (21., 22.), (23., 24.), (20., 21.)];
    let right: Vec<_> = days.iter().zip(numbers).map(|(day, (a, b))| of(day, a, b)).collect();
    assert_eq!(points(&read), right);
    // Where months are wanted they are too long.
    let rough = asked(text, &wanted(Shape::Share, Kind::Month), &[]);
    assert!(rough.rows.iter().all(|row| row.fate == Fate::Wrong(Wrong::Rough)));
}

#[test]
fn tertials_are_four_months_and_asked_about() {
    let text = "Periode\tGjennomgått\tBeboere\n1. tertial 2024\t30\t41\n2. tertial 2024\t33\t40\n3. tertial 2024\t38\t42\n";
    let read = asked(text, &wanted(Shape::Share, Kind::Tertial), &[]);
    assert_eq!(open(&read), [Topic::Tertial]);
    assert!(points(&read).is_empty());
    let read = asked(text, &wanted(Shape::Share, Kind::Tertial), &[(Topic::Tertial, "ja")]);
    assert_eq!(
        points(&read),
        [of("2024-01-01", 30., 41.), of("2024-05-01", 33., 40.), of("2024-09-01", 38., 42.)]
    );
    for kind in [Kind::Quarter, Kind::Month, Kind::Day] {
        let read = asked(text, &wanted(Shape::Share, kind), &[]);
        assert!(points(&read).is_empty() && open(&read).contains(&Topic::Wrong));
    }
}

#[test]
fn the_order_of_day_and_month_is_told_or_asked() {
    let text = "Dato\tFall\n03/04/2025\t1\n04/04/2025\t0\n05/04/2025\t2\n";
    let by_day = wanted(COUNT, Kind::Day);
    let read = asked(text, &by_day, &[]);
    assert_eq!(open(&read), [Topic::Order]);
    assert!(points(&read).is_empty());
    let first = |read: &Outcome| points(read)[0].clone();
    assert_eq!(first(&asked(text, &by_day, &[(Topic::Order, "dag")])), is("2025-04-03", 1.));
    assert_eq!(first(&asked(text, &by_day, &[(Topic::Order, "maned")])), is("2025-03-04", 1.));
    let told = asked("Dato\tFall\n03/04/2025\t1\n13/04/2025\t0\n", &by_day, &[]);
    assert!(told.is_settled());
    assert_eq!(first(&told), is("2025-04-03", 1.));
    let torn = "Dato\tFall\n13/01/2025\t1\n01/14/2025\t0\n02/03/2025\t2\n";
    assert_eq!(open(&asked(torn, &by_day, &[])), [Topic::Order]);
    let read = asked(torn, &by_day, &[(Topic::Order, "dag")]);
    assert_eq!(open(&read), [Topic::Wrong]);
    assert_eq!(read.rows[1].fate, Fate::Wrong(Wrong::Order));
    assert!(!read.is_settled());
    let read = asked(torn, &by_day, &[(Topic::Order, "dag"), (Topic::Wrong, "utelat")]);
    assert_eq!(points(&read), [is("2025-01-13", 1.), is("2025-03-02", 2.)]);
}

#[test]
fn parts_of_one_and_per_cent_in_one_column_are_asked_about_once() {
    let text =
        "Måned\tAndel\n2025-01\t0,45\n2025-02\t47 %\n2025-03\t0,5\n2025-04\t52\n2025-05\t1\n";
    let wanted = Wanted { is_percent: true, ..wanted(Shape::Value, Kind::Month) };
    let read = asked(text, &wanted, &[]);
    assert_eq!(open(&read), [Topic::Percent]);
    assert_eq!(points(&read), [is("2025-02-01", 47.)]);
    let values = |answer| {
        let read = asked(text, &wanted, &[(Topic::Percent, answer)]);
        points(&read).into_iter().map(|(_, value, _)| value).collect::<Vec<_>>()
    };
    assert_eq!(values("andel"), [45., 47., 50., 52., 100.]);
    assert_eq!(values("prosent"), [0.45, 47., 0.5, 52., 1.]);
    // All above one: they can be nothing else.
    assert!(asked("Måned\tAndel\n2025-01\t45\n2025-02\t47,5\n", &wanted, &[]).is_settled());
}

#[test]
fn footnotes_are_no_digits_and_notes_no_numbers() {
    let text = "Måned\tNye trykksår\n2025-01\t2\n2025-02\t12*\n2025-03\t9 1)\n2025-04\t1¹\n\
        2025-05\t3 (2 fra sykehus)\n\t\n* ny seksjon åpnet\t\n1) ferieavvikling\t\n\
        Kilde: avvikssystemet, hentet 3.6.2025\t\n";
    let wanted = Wanted { name: "Trykksår, nye".to_owned(), ..wanted(COUNT, Kind::Month) };
    let read = asked(text, &wanted, &[]);
    assert_eq!(open(&read), [Topic::Notes]);
    assert_eq!(points(&read), [is("2025-01-01", 2.)]);
    let read = asked(text, &wanted, &[(Topic::Notes, "bruk")]);
    let values: Vec<f64> = points(&read).iter().map(|point| point.1).collect();
    assert_eq!(values, [2., 12., 9., 1., 3.]);
    let words: Vec<&str> = read.noted().map(|(_, words)| words).collect();
    assert_eq!(
        words,
        ["", "ny seksjon åpnet", "ferieavvikling", "ferieavvikling", "2 fra sykehus"]
    );
    let notes: Vec<u32> = read
        .rows
        .iter()
        .filter(|row| row.fate == Fate::Out(Out::Note))
        .map(|row| row.number)
        .collect();
    assert_eq!(notes, [8, 9, 10]);
    let read = asked(text, &wanted, &[(Topic::Notes, "utelat")]);
    assert_eq!(points(&read), [is("2025-01-01", 2.)]);
}

#[test]
fn a_month_that_stands_twice_is_asked_about_unless_it_says_the_same() {
    let text = "Måned\tFall\n2025-01\t4\n2025-02\t3\n2025-02\t5\n2025-03\t2\nmars 2025\t2\n";
    let wanted = wanted(COUNT, Kind::Month);
    let read = asked(text, &wanted, &[]);
    assert_eq!(open(&read), [Topic::Twice]);
    assert_eq!(points(&read), [is("2025-01-01", 4.), is("2025-03-01", 2.)]);
    assert_eq!(read.rows[4].fate, Fate::Out(Out::Same));
    for (answer, value) in
        [("sum", Some(8.)), ("forste", Some(3.)), ("siste", Some(5.)), ("utelat", None)]
    {
        let read = asked(text, &wanted, &[(Topic::Twice, answer)]);
        let february = points(&read).into_iter().find(|point| point.0 == "2025-02-01");
        assert_eq!(february.map(|point| point.1), value, "{answer}");
        assert!(read.is_settled());
    }
}

#[test]
fn the_numbers_of_days_are_said_before_they_are_dates() {
    let text = "Dato\tFall\n45658\t9\n45689\t8\n45717\t9\n45748\t10\n";
    let wanted = wanted(COUNT, Kind::Month);
    let read = asked(text, &wanted, &[]);
    assert_eq!(open(&read), [Topic::Serial]);
    assert!(points(&read).is_empty());
    let read = asked(text, &wanted, &[(Topic::Serial, "1900")]);
    assert_eq!(
        points(&read),
        [is("2025-01-01", 9.), is("2025-02-01", 8.), is("2025-03-01", 9.), is("2025-04-01", 10.)]
    );
    let old = asked("Dato\tFall\n44196\t9\n", &wanted, &[(Topic::Serial, "1904")]);
    assert_eq!(points(&old), [is("2025-01-01", 9.)]);
    let none = asked(text, &wanted, &[(Topic::Serial, "nei")]);
    assert!(points(&none).is_empty() && open(&none) == [Topic::Wrong]);
}

#[test]
fn letters_of_other_programs() {
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            "Måned\tFall på døgn\r\n2025-01\t3\r\n2025-02\t2\r\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    let wanted = wanted(COUNT, Kind::Month);
    let grid = Grid::of_bytes(&wide).unwrap();
    let read = import::read(&grid, &wanted, &Answers::new());
    assert_eq!(points(&read), [is("2025-01-01", 3.), is("2025-02-01", 2.)]);
    assert_eq!(read.headings, ["Måned", "Fall på døgn"]);
    let wanted = Wanted { name: "Trykksår, nye".to_owned(), ..wanted };
    let mac = b"m\x8cned;nye trykks\x8cr\r2025-01;2\r2025-02;0\r2025-03;1\r";
    let read = import::read(&Grid::of_bytes(mac).unwrap(), &wanted, &Answers::new());
    assert_eq!(points(&read), [is("2025-01-01", 2.), is("2025-02-01", 0.), is("2025-03-01", 1.)]);
    assert_eq!(read.headings[0], "måned");
    assert!(!read.remarks.is_empty());
    let windows = b"m\xe5ned;trykks\xe5r\r\n2025-01;2\r\n";
    let read = import::read(&Grid::of_bytes(windows).unwrap(), &wanted, &Answers::new());
    assert!(read.headings[0] == "måned" && read.remarks.is_empty());
    assert!(Grid::of_bytes(b"PK\x03\x04\0\0\0").is_err());
}

#[test]
fn totals_headings_and_years_that_stand_apart() {
    let wanted = wanted(COUNT, Kind::Month);
    let text =
        "Fall på Solsiden\n\tSolsiden\nMåned\tFall\njanuar 2025\t3\nfeb. 2025\t1 234\nSum\t1237\n";
    let read = asked(text, &wanted, &[]);
    assert_eq!(points(&read), [is("2025-01-01", 3.), is("2025-02-01", 1234.)]);
    assert_eq!(read.rows.last().unwrap().fate, Fate::Out(Out::Total));
    assert_eq!(read.headings[0], "Måned");
    let years =
        asked("År\tMåned\tFall\n2024\tnovember\t3\n\tdesember\t4\n2025\tjanuar\t5\n", &wanted, &[]);
    assert_eq!(points(&years), [is("2024-11-01", 3.), is("2024-12-01", 4.), is("2025-01-01", 5.)]);
    let above = asked("2024\t\nnovember\t3\n2025\t\njanuar\t5\n", &wanted, &[]);
    assert_eq!(points(&above), [is("2024-11-01", 3.), is("2025-01-01", 5.)]);
    let alone = "Måned\tFall\nnov\t3\ndes\t4\njan\t5\n";
    let read = asked(alone, &wanted, &[]);
    assert_eq!(open(&read), [Topic::Year]);
    let read = asked(alone, &wanted, &[(Topic::Year, "2024")]);
    assert_eq!(points(&read), [is("2024-11-01", 3.), is("2024-12-01", 4.), is("2025-01-01", 5.)]);
    let across = asked("\tjan 2025\tfeb 2025\tmars 2025\nFall\t3\t4\t5\n", &wanted, &[]);
    assert_eq!(points(&across), [is("2025-01-01", 3.), is("2025-02-01", 4.), is("2025-03-01", 5.)]);
}

#[test]
fn years_beside_each_other() {
    let text = "Fall\t2024\t2025\njan\t3\t4\nfeb\t5\t\nSum\t8\t4\n";
    let read = asked(text, &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(points(&read), [is("2024-01-01", 3.), is("2024-02-01", 5.), is("2025-01-01", 4.)]);
    assert!(read.is_settled(), "{read:?}");
    let out = read.rows.iter().filter(|row| row.fate == Fate::Out(Out::Total)).count();
    assert_eq!(out, 2);
}

#[test]
fn a_heading_tells_what_numbers_beside_it_count() {
    let by_week = wanted(COUNT, Kind::Week);
    let read = asked("År\tUke\tFall\n2024\t52\t3\n2025\t1\t4\n", &by_week, &[]);
    assert_eq!(points(&read), [is("2024-12-23", 3.), is("2024-12-30", 4.)]);
    let read = asked("Uke\tFall\n52\t3\n1\t4\n", &by_week, &[(Topic::Year, "2024")]);
    assert_eq!(points(&read), [is("2024-12-23", 3.), is("2024-12-30", 4.)]);
    let spaces = asked("Måned Fall\njan 2025 4\nfeb 2025 5\n", &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(points(&spaces), [is("2025-01-01", 4.), is("2025-02-01", 5.)]);
    let days = asked("Dag\tFall\nmandag 3.3.2025\t4\n", &wanted(COUNT, Kind::Day), &[]);
    assert_eq!(points(&days), [is("2025-03-03", 4.)]);
}

#[test]
fn what_is_wrong_is_said_line_by_line() {
    use Fate::Wrong as W;

    let share = Wanted {
        numerator: "Holdt vekta".to_owned(),
        denominator: "Veid".to_owned(),
        ..wanted(Shape::Share, Kind::Month)
    };
    let text = "Måned;Holdt vekta;Veid\n2025-01;18;24\n2025-02;25;24\n2027-01;1;2\n2025-13;1;2\n\
        2025-03;mange;3\n2025-04;1,5;3\n2025-05;1;\n2025-06;1;0\n2025-07;#DIV/0!;3\n2025-08;;\n2025-09;12 %;3\n1925-01;1;2\nsonn;1;2\n";
    let read = asked(text, &share, &[]);
    let fates: Vec<Fate> = read.rows.iter().skip(1).map(|row| row.fate).collect();
    assert_eq!(
        fates,
        [
            Fate::Asked(Topic::Swapped),
            Fate::Asked(Topic::Future),
            W(Wrong::NoPeriod),
            W(Wrong::NoNumber),
            W(Wrong::NotCounted),
            W(Wrong::NoDenominator),
            W(Wrong::NothingAtRisk),
            W(Wrong::Failed),
            Fate::Out(Out::Missing),
            W(Wrong::Percent),
            W(Wrong::FarOff),
            W(Wrong::NoPeriod),
        ]
    );
    assert!(!read.is_settled());
    let read = asked(
        text,
        &share,
        &[(Topic::Wrong, "utelat"), (Topic::Swapped, "utelat"), (Topic::Future, "utelat")],
    );
    assert_eq!(points(&read), [of("2025-01-01", 18., 24.)]);
    assert!(read.is_settled());
    // A first line that is not understood is no heading.
    let first = asked("sonn 2025\t4\n2025-02\t5\n", &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(first.rows[0].fate, Fate::Wrong(Wrong::NoPeriod));
    assert_eq!(asked("a\tb\nc\td\n", &share, &[]).trouble, Some(Trouble::NoPeriods));
    assert_eq!(
        asked("Måned\tFall\n2025-01\t4\n", &share, &[]).trouble,
        Some(Trouble::NoDenominator)
    );
    assert_eq!(
        asked("Måned\tFall\n2025-01\tmange\n", &share, &[]).trouble,
        Some(Trouble::NoNumbers)
    );
}

#[test]
fn decimals_thousands_and_what_is_less_than_five() {
    let minutes = wanted(Shape::Value, Kind::Month);
    let values = |text: &str, answers: &[(Topic, &str)]| {
        let read = asked(text, &minutes, answers);
        (points(&read).iter().map(|point| point.1).collect::<Vec<_>>(), open(&read))
    };
    assert_eq!(values("m\tn\n2025-01\t1.234\n2025-02\t12,5\n", &[]).0, [1234., 12.5]);
    assert_eq!(values("m\tn\n2025-01\t1,234\n2025-02\t12.5\n", &[]).0, [1234., 12.5]);
    let double = "m\tn\n2025-01\t1,234\n2025-02\t12,345\n";
    assert_eq!(values(double, &[]).1, [Topic::Decimal]);
    assert_eq!(values(double, &[(Topic::Decimal, "komma")]).0, [1.234, 12.345]);
    assert_eq!(values(double, &[(Topic::Decimal, "punktum")]).0, [1234., 12345.]);
    let spaces = "m\tn\n2025-01\t1\u{a0}234,5\n2025-02\t1\u{202f}234\n2025-03\t−2\n";
    assert_eq!(values(spaces, &[]).0, [1234.5, 1234., -2.]);
    // What is counted has no decimals.
    let counted = asked("m\tn\n2025-01\t1.234\n2025-02\t7\n", &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(points(&counted), [is("2025-01-01", 1234.), is("2025-02-01", 7.)]);
    let few = "m\tn\n2025-01\t<5\n2025-02\t7\n";
    assert_eq!(values(few, &[]).1, [Topic::Bounded]);
    assert_eq!(values(few, &[(Topic::Bounded, "utelat")]).0, [7.]);
}

#[test]
fn columns_that_may_be_meant_are_asked_about() {
    let text = "Måned\tFall dag\tFall natt\tFall i alt\tBeboerdøgn\tRate\n2025-01\t2\t2\t4\t601\t6,66\n2025-02\t4\t2\t6\t560\t10,7\n";
    let rate = wanted(Shape::Rate, Kind::Month);
    let read = asked(text, &rate, &[]);
    assert_eq!(open(&read)[..2], [Topic::Value, Topic::All]);
    let read = asked(text, &rate, &[(Topic::Value, "3"), (Topic::All, "4")]);
    assert_eq!(points(&read), [of("2025-01-01", 4., 601.), of("2025-02-01", 6., 560.)]);
    let named =
        Wanted { numerator: "Fall i alt".into(), denominator: "Beboerdøgn".into(), ..rate };
    assert!(asked(text, &named, &[]).is_settled());
    let parts = asked(
        "Måned\tHoldt vekta\n2025-01\t18 av 24\n2025-02\t19/23\n",
        &wanted(Shape::Share, Kind::Month),
        &[],
    );
    assert_eq!(points(&parts), [of("2025-01-01", 18., 24.), of("2025-02-01", 19., 23.)]);
    // Two decimal commas, and commas between columns: nobody can say what belongs together.
    assert!(
        !asked("Måned,Tid\njan 2025,4,5\nfeb 2025,3,5\n", &wanted(Shape::Value, Kind::Month), &[])
            .is_settled()
    );
}

#[test]
fn shorter_periods_are_added_only_when_that_is_wanted() {
    let text = "Dato\tFall\n1.3.2025\t1\n2.3.2025\t1\n1.4.2025\t2\n";
    let read = asked(text, &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(open(&read), [Topic::Finer]);
    let read = asked(text, &wanted(COUNT, Kind::Month), &[(Topic::Finer, "sum")]);
    assert_eq!(points(&read), [is("2025-03-01", 2.), is("2025-04-01", 2.)]);
    let weeks = asked(
        "Uke\tFall\nuke 5 2025\t1\n2025-W06\t2\n2025U07\t3\n",
        &wanted(COUNT, Kind::Week),
        &[],
    );
    assert_eq!(points(&weeks), [is("2025-01-27", 1.), is("2025-02-03", 2.), is("2025-02-10", 3.)]);
    let rough = asked("Uke\tFall\nuke 5 2025\t1\n", &wanted(COUNT, Kind::Month), &[]);
    assert_eq!(rough.rows[0].fate, Fate::Wrong(Wrong::Rough));
}

#[test]
fn ten_thousand_lines() {
    let mut text = "Dato\tFall\n".to_owned();
    let mut day = date!(1999 - 01 - 01);
    for n in 0..10_000 {
        let (year, month) = (day.year(), u8::from(day.month()));
        writeln!(text, "{}.{month}.{year}\t{}", day.day(), n % 5).unwrap();
        day = day.next_day().unwrap();
    }
    let read = asked(&text, &wanted(COUNT, Kind::Day), &[]);
    assert!(read.is_settled());
    assert_eq!(read.points().count(), 10_000);
}

#[test]
fn lists_of_people_are_stopped() {
    // The script of the browser is held to the same.
    let cases: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../data/people.json")).unwrap();
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let why = match case["found"].as_str() {
            Some("number") => Some(Person::Number),
            Some(_) => Some(Person::Name),
            None => None,
        };
        assert_eq!(people::found(&Grid::of_text(text).unwrap()), why, "{text}");
    }
}

#[test]
fn somebody_in_what_is_told_in_words_is_found_and_places_and_ages_are_not() {
    for (text, why) in [
        ("Kari Nordmann f. 12.03.1938, 12033812345", Person::Number),
        ("Vi spurte Kari Nordmann (født 1938) om lyset.", Person::Name),
        ("Kari Nordmann 12.03.1938 ville ha lyset av.", Person::Name),
        ("Det var Kari Marie Nordmann, 12. mars 1938, som sa det.", Person::Name),
        ("Antisklisokker til Kari Nordmann f.12.03.1938", Person::Name),
        ("Kari Nordmann, født: 12.03.1938", Person::Name),
        ("Sokker til 12033412345", Person::Number),
    ] {
        assert_eq!(people::in_words(text), Some(why), "{text}");
    }
    for text in [
        "Vi begynte på Solbakken 12.03.2026 med to rom.",
        "Beboere over 80 år i Nordre Land var med.",
        "Solsiden Øst har 24 plasser, Solsiden Vest 18.",
        "",
        "Å",
    ] {
        assert_eq!(people::in_words(text), None, "{text}");
    }
}
