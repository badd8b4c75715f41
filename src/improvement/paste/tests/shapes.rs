//! Tables in the shapes that people have them, through the program: what is asked, and what is kept once it is
//! answered; nothing before that.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{COUNT, KARI, answered, place};
use crate::improvement::tests::{on_both, post};
use crate::testing::who::HEADER;
use crate::testing::{Answer, TestApp};
use crate::work::work_observation;

/// One table: whose numbers it has, what is asked about it, and what is kept.
struct Shape {
    name: &'static str,
    file: &'static [u8],
    measure: Of,
    often: &'static str,
    /// Names and answers. Without any it is kept at once.
    asks: &'static [(&'static str, &'static str)],
    kept: &'static [(&'static str, f64, Option<f64>)],
}

#[derive(Clone, Copy)]
enum Of {
    Count,
    Share,
    Rate,
    Percent,
    Money,
    Minutes,
    Sores,
}

impl Of {
    fn fields(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Count => &COUNT,
            Self::Share => &[],
            Self::Rate => &[
                ("slag", "rate"),
                ("maling", "Fall per 1 000 døgn"),
                ("teller", "Fall"),
                ("nevner", "Beboerdøgn"),
                ("per", "1000"),
            ],
            Self::Percent => &[
                ("slag", "value"),
                ("maling", "Andel"),
                ("teller", ""),
                ("nevner", ""),
                ("enhet", "%"),
            ],
            Self::Minutes => &[
                ("slag", "value"),
                ("maling", "Ventetid"),
                ("teller", ""),
                ("nevner", ""),
                ("enhet", "minutter"),
            ],
            Self::Sores => {
                &[("slag", "count"), ("maling", "Trykksår, nye"), ("teller", ""), ("nevner", "")]
            }
            Self::Money => &[
                ("slag", "value"),
                ("maling", "Kostnad"),
                ("teller", ""),
                ("nevner", ""),
                ("enhet", "kr"),
            ],
        }
    }
}

macro_rules! shape {
    ($name:literal, $measure:ident, $often:literal, $asks:expr, $kept:expr) => {
        Shape {
            name: $name,
            file: include_bytes!(concat!("shapes/", $name)),
            measure: Of::$measure,
            often: $often,
            asks: &$asks,
            kept: &$kept,
        }
    };
}

const SHAPES: [Shape; 27] = [
    shape!(
        "quarters.txt",
        Share,
        "quarter",
        [],
        [
            ("2025-01-01", 17., Some(26.)),
            ("2025-04-01", 21., Some(27.)),
            ("2025-07-01", 20., Some(25.)),
            ("2025-10-01", 24., Some(26.)),
            ("2026-01-01", 23., Some(24.)),
            ("2026-04-01", 22., Some(23.)),
        ]
    ),
    shape!(
        "tertials.txt",
        Share,
        "tertial",
        [("tertial", "ja")],
        [
            ("2025-01-01", 31., Some(43.)),
            ("2025-05-01", 34., Some(42.)),
            ("2025-09-01", 39., Some(44.)),
        ]
    ),
    shape!(
        "order.txt",
        Count,
        "day",
        [("rekkefolge", "dag")],
        [("2026-06-05", 1., None), ("2026-06-06", 0., None), ("2026-06-07", 2., None),]
    ),
    shape!(
        "torn.txt",
        Count,
        "day",
        [("rekkefolge", "dag"), ("feil", "utelat")],
        [("2026-02-14", 1., None), ("2026-04-03", 2., None),]
    ),
    shape!(
        "percent.txt",
        Percent,
        "month",
        [("prosent", "andel")],
        [
            ("2026-01-01", 42., None),
            ("2026-02-01", 44., None),
            ("2026-03-01", 60., None),
            ("2026-04-01", 58., None),
            ("2026-05-01", 100., None),
        ]
    ),
    shape!(
        "footnotes.txt",
        Sores,
        "month",
        [("fotnoter", "bruk")],
        [
            ("2026-01-01", 3., None),
            ("2026-02-01", 11., None),
            ("2026-03-01", 8., None),
            ("2026-04-01", 2., None),
            ("2026-05-01", 4., None),
        ]
    ),
    shape!(
        "twice.txt",
        Count,
        "month",
        [("dobbelt", "siste")],
        [("2026-01-01", 5., None), ("2026-02-01", 6., None), ("2026-03-01", 3., None),]
    ),
    shape!(
        "serials.txt",
        Count,
        "month",
        [("dagnumre", "1900")],
        [("2026-01-01", 7., None), ("2026-02-01", 6., None), ("2026-03-01", 8., None),]
    ),
    shape!("wide.csv", Count, "month", [], [("2026-01-01", 4., None), ("2026-02-01", 1., None)]),
    shape!(
        "mac.csv",
        Sores,
        "month",
        [],
        [("2026-01-01", 1., None), ("2026-02-01", 0., None), ("2026-03-01", 2., None),]
    ),
    shape!(
        "windows.csv",
        Rate,
        "month",
        [],
        [("2026-01-01", 4., Some(1203.)), ("2026-02-01", 6., Some(1115.)),]
    ),
    shape!(
        "dates.xlsx",
        Rate,
        "month",
        [],
        [
            ("2026-01-01", 3., Some(1190.)),
            ("2026-02-01", 5., Some(1101.)),
            ("2026-03-01", 2., Some(1222.)),
        ]
    ),
    shape!(
        "formulas.xlsx",
        Rate,
        "month",
        [("tallkolonne", "3"), ("avkolonne", "4")],
        [
            ("2026-01-01", 3., Some(610.)),
            ("2026-02-01", 5., Some(555.)),
            ("2026-03-01", 2., Some(620.)),
        ]
    ),
    shape!(
        "filtered.xlsx",
        Count,
        "month",
        [("skjulte", "uten")],
        [("2026-01-01", 5., None), ("2026-02-01", 7., None), ("2026-03-01", 4., None),]
    ),
    shape!(
        "weeks.txt",
        Count,
        "week",
        [("aar", "2026")],
        [("2025-12-29", 3., None), ("2026-01-05", 4., None), ("2026-01-12", 2., None),]
    ),
    shape!(
        "weeks-across.txt",
        Count,
        "week",
        [("aar", "2026")],
        [
            ("2025-12-29", 3., None),
            ("2026-01-05", 4., None),
            ("2026-01-12", 5., None),
            ("2026-01-19", 2., None),
        ]
    ),
    shape!(
        "spans.txt",
        Count,
        "quarter",
        [],
        [("2026-01-01", 9., None), ("2026-04-01", 7., None),]
    ),
    shape!(
        "days.txt",
        Count,
        "day",
        [],
        [("2026-02-01", 1., None), ("2026-02-02", 0., None), ("2026-02-13", 2., None),]
    ),
    shape!(
        "some-of-all.txt",
        Share,
        "month",
        [],
        [("2026-01-01", 18., Some(24.)), ("2026-02-01", 19., Some(25.)),]
    ),
    shape!("goal-first.txt", Count, "month", [("feil", "utelat")], [("2026-02-01", 4., None)]),
    shape!("sami.txt", Count, "month", [], [("2026-01-01", 3., None), ("2026-02-01", 5., None)]),
    shape!(
        "costs.txt",
        Money,
        "month",
        [],
        [("2026-01-01", 1234.5, None), ("2026-02-01", 1200., None),]
    ),
    shape!(
        "years-beside.txt",
        Count,
        "month",
        [],
        [
            ("2025-01-01", 3., None),
            ("2025-02-01", 5., None),
            ("2026-01-01", 4., None),
            ("2026-02-01", 1., None),
        ]
    ),
    shape!(
        "from-to.txt",
        Count,
        "month",
        [("tidskolonne", "0")],
        [("2026-01-01", 3., None), ("2026-02-01", 4., None),]
    ),
    shape!(
        "newest-first.txt",
        Count,
        "month",
        [("aar", "2026")],
        [
            ("2025-12-01", 4., None),
            ("2026-01-01", 1., None),
            ("2026-02-01", 2., None),
            ("2026-03-01", 3., None),
        ]
    ),
    // Hours and minutes, which the workbook keeps as parts of a day.
    shape!("times.xlsx", Minutes, "month", [("feil", "utelat")], [("2026-01-01", 50., None)]),
    // Nothing tells whether the year or the day is first: it is not read.
    shape!("short-years.txt", Count, "day", [], []),
];

/// Sends it as its sender would: what is text is pasted.
async fn given(app: &TestApp, page: &str, shape: &Shape) -> Answer {
    const BETWEEN: &str = "----padriver-test";
    if std::path::Path::new(shape.name).extension().is_some_and(|end| end == "txt") {
        let text = std::str::from_utf8(shape.file).unwrap();
        return post(app, KARI, page, &[("tabell", text)]).await;
    }
    let head = format!(
        "--{BETWEEN}\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"{}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n",
        shape.name
    );
    let end = format!("\r\n--{BETWEEN}--\r\n");
    let body = [head.as_bytes(), shape.file, end.as_bytes()].concat();
    let request = Request::post(page)
        .header(HEADER, KARI)
        .header("content-type", format!("multipart/form-data; boundary={BETWEEN}"))
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

/// The numbers of the measure of a page.
async fn kept(app: &TestApp, page: &str) -> Vec<(String, f64, Option<f64>)> {
    let measure: Uuid = page.rsplit('/').next().unwrap().parse().unwrap();
    let rows = work_observation::Entity::find().all(&app.app.db).await.unwrap();
    let own = rows.into_iter().filter(|row| row.measure_id == measure);
    let mut numbers: Vec<_> =
        own.filter_map(|row| Some((row.day.to_string(), row.value?, row.denominator))).collect();
    numbers.sort_by(|a, b| a.0.cmp(&b.0));
    numbers
}

#[tokio::test]
async fn each_is_understood_or_asked_about_and_nothing_is_kept_before() {
    on_both(async |app| {
        for shape in &SHAPES {
            let name = shape.name;
            let mut fields = shape.measure.fields().to_vec();
            fields.push(("hver", shape.often));
            let page = place(app, &fields).await;
            let shown = given(app, &page, shape).await;
            if shape.kept.is_empty() {
                assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
                assert!(kept(app, &page).await.is_empty(), "{name}");
                continue;
            }
            assert_eq!(shown.status, StatusCode::OK, "{name}: {}", shown.body);
            let keep = ("lagre", "ja");
            if !shape.asks.is_empty() {
                let early = answered(app, &page, &shown, &[keep]).await;
                assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            }
            assert!(kept(app, &page).await.is_empty(), "{name}");
            // An answer may bring the next question.
            let mut answers: Vec<(&str, &str)> = shape.asks.to_vec();
            let told = answered(app, &page, &shown, &answers).await;
            for (question, _) in shape.asks {
                let field = format!("name=\"{question}\"");
                assert!(told.has(&field), "{name}, {question}: {}", told.body);
            }
            answers.push(keep);
            let saved = answered(app, &page, &told, &answers).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{name}: {}", saved.body);
            let right: Vec<_> = shape
                .kept
                .iter()
                .map(|(day, value, of)| ((*day).to_owned(), *value, *of))
                .collect();
            assert_eq!(kept(app, &page).await, right, "{name}");
            // The same once more changes nothing.
            let again = given(app, &page, shape).await;
            let again = answered(app, &page, &again, &answers).await;
            assert!(again.header("location").ends_with("?likt=ja"), "{name}: {}", again.body);
            assert_eq!(kept(app, &page).await, right, "{name}");
        }
    })
    .await;
}

/// A sheet that is hidden is sent along with the others, and whoever sent it may not know.
#[tokio::test]
async fn a_list_of_people_on_another_sheet_is_said_to_be_there_and_not_kept() {
    on_both(async |app| {
        let page = place(app, &COUNT).await;
        let shape = shape!("people.xlsx", Count, "month", [], []);
        let shown = given(app, &page, &shape).await;
        assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", shown.body);
        assert!(shown.has("Et ark i fila, kanskje et som er skjult"), "{}", shown.body);
        assert!(!shown.has("Ola Prøve") && kept(app, &page).await.is_empty());
    })
    .await;
}
