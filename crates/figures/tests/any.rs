//! Whatever is written, what is read is what was meant, or nothing; and never a panic.
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use figures::import::{self, Answers, Shape, Topic, Wanted};
use figures::number::{self, Figure};
use figures::{Grid, Kind, When, period};
use proptest::prelude::*;
use time::{Date, Duration};

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

fn first(text: &str) -> Option<(Kind, Date)> {
    match period::read(text)? {
        When::Known(known) => Some((known.period.kind, known.period.first)),
        _ => None,
    }
}

fn day() -> impl Strategy<Value = Date> {
    // From 1990 to 2059.
    (0_i64..25_500).prop_map(|days| {
        Date::from_calendar_date(1990, time::Month::January, 1).unwrap() + Duration::days(days)
    })
}

proptest! {
    #[test]
    fn a_day_in_each_of_its_forms(day in day()) {
        let (year, month, number) = (day.year(), u8::from(day.month()), day.day());
        let name = MONTHS[usize::from(month) - 1];
        let short = &name[..3];
        let said = Some((Kind::Day, day));
        for text in [
            format!("{number}.{month}.{year}"),
            format!("{number:02}.{month:02}.{year}"),
            format!("{number}.{month}.{:02}", year % 100),
            format!("{year}-{month:02}-{number:02}"),
            format!("{year}{month:02}{number:02}"),
            format!("{number}. {name} {year}"),
            format!("{number}. {short}. {year}"),
            format!("{number:02}-{short}-{:02}", year % 100),
            format!("{year}-{month:02}-{number:02}T08:30:00"),
            format!("{number}.{month}.{year} kl. 08:30"),
            format!("\u{feff}{number}.\u{a0}{name}\u{202f}{year} "),
        ] {
            // Years of two digits are of this century until 1969.
            if text.len() > 2 && (2000..2070).contains(&year) || text.contains(&year.to_string()) {
                prop_assert_eq!(first(&text), said, "{}", text);
            }
        }
    }

    #[test]
    fn parts_of_a_year(day in day()) {
        let (year, month) = (day.year(), u8::from(day.month()));
        let name = MONTHS[usize::from(month) - 1];
        let starts = |kind: Kind| Some((kind, kind.around(day).first));
        let texts = [
            format!("{name} {year}"), format!("{year}-{month:02}"), format!("{year}M{month:02}"),
            format!("{month:02}.{year}"), format!("{month}/{year}"), format!("{year}{month:02}"),
            format!("{year} {name}"),
        ];
        for text in texts {
            prop_assert_eq!(first(&text), starts(Kind::Month), "{}", text);
        }
        let quarter = (month - 1) / 3 + 1;
        for text in [
            format!("{quarter}. kvartal {year}"), format!("{year}K{quarter}"),
            format!("Q{quarter} {year}"), format!("{year}-Q{quarter}"), format!("{quarter}.kv.{year}"),
        ] {
            prop_assert_eq!(first(&text), starts(Kind::Quarter), "{}", text);
        }
        let tertial = (month - 1) / 4 + 1;
        for text in [format!("{tertial}. tertial {year}"), format!("T{tertial} {year}")] {
            prop_assert_eq!(first(&text), starts(Kind::Tertial), "{}", text);
        }
        let (of_year, week, _) = day.to_iso_week_date();
        for text in [
            format!("uke {week} {of_year}"), format!("{of_year}-W{week:02}"),
            format!("{of_year}U{week:02}"), format!("Uke {week}, {of_year}"), format!("veke {week}/{of_year}"),
        ] {
            prop_assert_eq!(first(&text), starts(Kind::Week), "{}", text);
        }
    }

    #[test]
    fn a_number_in_each_of_its_forms(whole in 0_u32..9_999_999, part in 0_u32..100) {
        let value = f64::from(whole) + f64::from(part) / 100.0;
        let grouped = |sign: &str| {
            let digits = whole.to_string();
            let mut out = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    out.push_str(sign);
                }
                out.push(digit);
            }
            out
        };
        for text in [
            format!("{whole},{part:02}"), format!("{},{part:02}", grouped(" ")),
            format!("{},{part:02}", grouped("\u{a0}")), format!("{},{part:02}", grouped("\u{202f}")),
            format!("{},{part:02}", grouped(".")), format!(" {whole},{part:02} % "),
        ] {
            let Figure::Number(digits) = number::read(&text) else {
                return Err(TestCaseError::fail(text));
            };
            prop_assert_eq!(digits.comma, Some(value), "{}", text);
        }
        for mark in ["¹", "*", " 1)", " a)", " (ny)", "²"] {
            let text = format!("{whole}{mark}");
            let Figure::Noted { digits, .. } = number::read(&text) else {
                return Err(TestCaseError::fail(text));
            };
            prop_assert_eq!(digits.comma, Some(f64::from(whole)), "{}", text);
        }
    }

    #[test]
    fn anything_at_all(text in "\\PC{0,40}") {
        let _ = period::read(&text);
        let _ = number::read(&text);
        let _ = number::plain(&text);
    }

    /// Until all is answered nothing is taken that hangs on it, and each line has a fate.
    #[test]
    fn any_table(
        text in "(2025-01|uke 5|3/4/2025|45658|jan|1\\. kv\\. 24|<5|1,234|1\\.5|12\\*|7|Sum|Fall|%|\t|;|\n|\"| ){0,60}",
        answers in prop::collection::btree_map(0_usize..15, 0_usize..4, 0..15),
        shape in 0_usize..4,
    ) {
        let shape = [Shape::Share, Shape::Count, Shape::Rate, Shape::Value][shape];
        let today = Date::from_calendar_date(2026, time::Month::May, 1).unwrap();
        let wanted = Wanted {
            shape, kind: Kind::Month, is_percent: true, unit: String::new(), name: "Fall".into(),
            numerator: String::new(), denominator: String::new(), today,
        };
        let Ok(grid) = Grid::of_text(&text) else { return Ok(()) };
        let before = import::read(&grid, &wanted, &Answers::new());
        let mut given = Answers::new();
        for (topic, choice) in answers {
            let topic = Topic::ALL[topic];
            let asked = before.questions.iter().find(|question| question.topic == topic);
            if let Some(choice) = asked.and_then(|question| question.choices.get(choice)) {
                given.insert(topic.name().to_owned(), choice.value.to_owned());
            }
        }
        let after = import::read(&grid, &wanted, &given);
        prop_assert_eq!(&after, &import::read(&grid, &wanted, &given));
        let mut days: Vec<Date> = after.points().map(|point| point.period.first).collect();
        let all = days.len();
        days.sort();
        days.dedup();
        prop_assert_eq!(days.len(), all, "one number for each period");
        if after.is_settled() {
            prop_assert!(after.open().next().is_none());
        }
        let json = serde_json::to_string(&grid).unwrap();
        prop_assert_eq!(serde_json::from_str::<Grid>(&json).unwrap(), grid);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Grid::of_bytes(&bytes);
    }
}
