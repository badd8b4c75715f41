//! Measures by the front door: their plans and charts, what is told to whom, and the same as the command line.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use calamine::{Data, Reader, Xlsx};
use clap::Parser;
use sea_orm::EntityTrait;
use serde_json::Value;

use crate::centres::Network;
use crate::cli::spc;
use crate::people::places;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::themes::Themes;
use crate::work::{Example, examples, work_change};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";
const CENTRE: &str = "usht-hedmark";
/// Looks like somebody's, and is nobody's.
const NUMBER: &str = "03851598730";

const START: [(&str, &str); 9] = [
    ("tittel", "Rolige måltider"),
    ("sted", "Solbakken, 2. etasje"),
    ("hva", "Flere skal holde vekta"),
    ("maling", "Beboere som holder vekta"),
    ("slag", "share"),
    ("teller", "Holdt vekta"),
    ("nevner", "Ble veid"),
    ("hver", "month"),
    ("retning", "higher"),
];

const PLAN: [(&str, &str); 7] = [
    ("navn", "Beboere som holder vekta"),
    ("type", "outcome"),
    ("slag", "share"),
    ("teller", "Holdt vekta"),
    ("nevner", "Ble veid"),
    ("hver", "month"),
    ("retning", "higher"),
];

const RARE: [(&str, &str); 5] = [
    ("navn", "Fall med skade"),
    ("type", "outcome"),
    ("slag", "count"),
    ("hver", "day"),
    ("retning", "lower"),
];

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    arguments: spc::Arguments,
}

async fn on_both(test: impl AsyncFn(&TestApp)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
        test(&app).await;
        app.end().await;
    }
}

async fn get(app: &TestApp, who: &str, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, who).body(Body::empty()).unwrap()).await
}

async fn post(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header(HEADER, who)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}

/// Sends a form that is to be taken, and says where it leads.
async fn done(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = post(app, KARI, path, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
    answer.header("location").to_owned()
}

/// The address of a work that has begun, and of the page of its measure.
async fn begun(app: &TestApp, more: &[(&str, &str)]) -> (String, String) {
    let fields: Vec<_> = START.iter().chain(more).copied().collect();
    let work = done(app, "/nb/sett-i-gang", &fields).await;
    let page = get(app, KARI, &work).await;
    let (_, rest) = page.body.split_once(&format!("{work}/tall/")).expect("a form for a number");
    let measure = format!("{work}/malinger/{}", rest.split('"').next().unwrap());
    (work, measure)
}

async fn enter(app: &TestApp, measure: &str, when: &str, (value, all): (u32, Option<u32>)) {
    let (value, all) = (value.to_string(), all.map(|all| all.to_string()));
    let mut fields = vec![("tall", value.as_str()), ("annen_tid", when)];
    fields.extend(all.as_deref().map(|all| ("av", all)));
    done(app, &measure.replace("/malinger/", "/tall/"), &fields).await;
}

/// Months before the newest, which is November 2026.
fn month(ago: u32) -> String {
    let number = 2026 * 12 + 10 - ago;
    format!("{}-{:02}", number / 12, number % 12 + 1)
}

/// Two years of numbers, of which one month is missing; the second year is higher.
async fn two_years(app: &TestApp, measure: &str) {
    for at in (0..24_u32).filter(|at| *at != 5) {
        let value = 9 + at * 7 % 5 + if at < 12 { 0 } else { 6 };
        enter(app, measure, &month(23 - at), (value, Some(20 + at % 4))).await;
    }
}

async fn with_seen(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> String {
    let seen = get(app, KARI, path).await.field("sett").to_owned();
    let fields: Vec<_> = fields.iter().copied().chain([("sett", seen.as_str())]).collect();
    done(app, path, &fields).await
}

/// A column of a table, with nothing where nothing stands.
fn column(table: &str, name: &str) -> Vec<Option<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = reader.headers().unwrap().iter().position(|one| one == name).expect("the column");
    let cell = |row: csv::StringRecord| Some(row[at].to_owned()).filter(|cell| !cell.is_empty());
    reader.records().map(|row| cell(row.unwrap())).collect()
}

/// What `padriver spc` makes of a table.
fn command(app: &TestApp, table: &str, flags: &[&str]) -> Value {
    let (file, answer) = (app.folder().join("in.csv"), app.folder().join("out.json"));
    std::fs::write(&file, table).unwrap();
    let paths = [file.to_str().unwrap(), "--output", answer.to_str().unwrap(), "--x", "date"];
    let line = ["spc"].iter().chain(&paths).chain(flags);
    let line = Line::try_parse_from(line).unwrap();
    spc::run(&line.arguments).unwrap();
    serde_json::from_slice(&std::fs::read(answer).unwrap()).unwrap()
}

/// Every point of the table has the lines that the command gives it.
fn agree(table: &str, answer: &Value) {
    let points = answer["points"].as_array().unwrap();
    for (ours, theirs) in [("value", "y"), ("cl", "cl"), ("lcl", "lcl"), ("ucl", "ucl")] {
        let ours: Vec<Option<f64>> = column(table, ours)
            .into_iter()
            .map(|cell| cell.map(|cell| cell.parse().unwrap()))
            .collect();
        let theirs: Vec<Option<f64>> = points.iter().map(|point| point[theirs].as_f64()).collect();
        // What is read of JSON may differ in its last digit.
        let is_near = |(a, b): (&Option<f64>, &Option<f64>)| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-12 * b.abs().max(1.0),
            _ => a == b,
        };
        let is_all = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(is_near);
        assert!(is_all, "{ours:?}\n{theirs:?}");
    }
    for (ours, theirs) in [("part", "part"), ("included", "include"), ("outside", "sigma_signal")] {
        let ours: Vec<String> = column(table, ours).into_iter().flatten().collect();
        let theirs: Vec<String> = points.iter().map(|point| point[theirs].to_string()).collect();
        assert_eq!(ours, theirs);
    }
}

#[tokio::test]
async fn the_chart_is_what_the_command_makes_of_the_same_numbers() {
    on_both(async |app| {
        let (work, measure) = begun(app, &[]).await;
        two_years(app, &measure).await;
        let table = get(app, KARI, &format!("{measure}/tall.csv")).await;
        assert!(table.header("content-type").starts_with("text/csv"), "{}", table.body);
        agree(&table.body, &command(app, &table.body, &["--chart", "run"]));
        assert!(get(app, KARI, &measure).await.has("Noe har endret seg. Finn ut hva"));
        let chosen = [("diagram", "p"), ("regler", "western-electric")];
        with_seen(app, &format!("{measure}/diagram"), &chosen).await;
        let place = format!("{measure}/inndeling");
        for (what, when, why) in [
            ("split", "desember 2025", "Måltidene er flyttet"),
            ("freeze", "2026-06", "Åpen dør fra juli"),
            ("exclude", "mars 2025", "Vekta var ødelagt"),
        ] {
            done(app, &place, &[("hva", what), ("tid", when), ("grunn", why)]).await;
        }
        let table = get(app, KARI, &format!("{measure}/tall.csv")).await.body;
        let flags = ["--chart", "p", "--rules", "western-electric", "--split", "12"];
        let flags = [&flags[..], &["--freeze-part", "2=7", "--exclude", "4"]].concat();
        let answer = command(app, &table, &[&flags[..], &["--better", "higher"]].concat());
        agree(&table, &answer);
        assert!(column(&table, "ucl").iter().any(Option::is_some), "{table}");
        let page = get(app, KARI, &measure).await;
        assert!(page.has(answer["sentences"][0].as_str().unwrap()), "{}", page.body);
        for told in ["Måltidene er flyttet", "Åpen dør fra juli", "Vekta var ødelagt"] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        let falls = [
            ("navn", "Fall per 1000 beboerdøgn"),
            ("type", "balancing"),
            ("slag", "rate"),
            ("per", "1000"),
            ("hver", "month"),
            ("retning", "lower"),
        ];
        let falls = done(app, &format!("{work}/malinger/ny"), &falls).await;
        for at in 0..14_u32 {
            enter(app, &falls, &month(at), (3 + at * 5 % 4, Some(700 + at * 3))).await;
        }
        let chosen = [("diagram", "u"), ("regler", "anhoej")];
        with_seen(app, &format!("{falls}/diagram"), &chosen).await;
        let table = get(app, KARI, &format!("{falls}/tall.csv")).await.body;
        agree(&table, &command(app, &table, &["--chart", "u", "--multiply", "1000"]));
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_mended_in_words_and_a_new_meaning_begins_a_part() {
    on_both(async |app| {
        let (_, measure) = begun(app, &[]).await;
        for ago in [2, 1] {
            enter(app, &measure, &month(ago), (10 + ago, Some(20))).await;
        }
        let change = format!("{measure}/endre");
        let form = get(app, KARI, &change).await;
        assert!(form.has("Betyr tallene noe annet") && form.has("Holdt vekta"), "{}", form.body);
        let words = [
            ("definisjon", "Ikke ned mer enn 1 kg"),
            ("hvem", "Ikke korttid"),
            ("kilde", "Vektskjemaet"),
            ("innsamling", "Alle"),
            ("ansvarlig", "Måleansvarlig"),
            ("utgangspunkt", "Høsten 2025"),
            ("brukes", "Tavlemøtet"),
        ];
        let same: Vec<_> = PLAN.iter().chain(&words).copied().chain([("betyr", "samme")]).collect();
        let seen = form.field("sett").to_owned();
        with_seen(app, &change, &same).await;
        let page = get(app, KARI, &measure).await;
        for told in words.map(|(_, told)| told).into_iter().chain(["Dere har få tall ennå"]) {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        let parts = async || {
            let table = get(app, KARI, &format!("{measure}/tall.csv")).await.body;
            column(&table, "part").into_iter().flatten().collect::<Vec<_>>()
        };
        assert_eq!(parts().await, ["1", "1"]);
        // Whoever had the form open from before is told what stands now, and keeps what they typed.
        let late: Vec<_> = same.iter().copied().chain([("sett", seen.as_str())]).collect();
        let late: Vec<_> = late
            .into_iter()
            .map(|(key, value)| (key, if key == "kilde" { "Journalen" } else { value }))
            .collect();
        let late = post(app, KARI, &change, &late).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.has("Vektskjemaet") && late.has("Journalen"), "{}", late.body);
        let other: Vec<_> = PLAN
            .iter()
            .copied()
            .chain([("definisjon", "Ikke ned mer enn 2 kg"), ("betyr", "noe_annet")])
            .collect();
        with_seen(app, &change, &other).await;
        enter(app, &measure, &month(0), (15, Some(20))).await;
        assert_eq!(parts().await, ["1", "1", "2"]);
        let page = get(app, KARI, &measure).await;
        assert!(page.has("Ikke ned mer enn 1 kg") && page.has("Ikke ned mer enn 2 kg"));
    })
    .await;
}

/// Whatever is said of its meaning.
#[tokio::test]
async fn what_is_counted_in_another_way_is_another_line() {
    on_both(async |app| {
        let (work, measure) = begun(app, &[]).await;
        enter(app, &measure, &month(0), (10, Some(20))).await;
        let counted = [
            ("navn", "Veide beboere"),
            ("type", "process"),
            ("slag", "count"),
            ("hver", "month"),
            ("retning", "higher"),
            ("betyr", "samme"),
        ];
        with_seen(app, &format!("{measure}/endre"), &counted).await;
        let table = get(app, KARI, &format!("{measure}/tall.csv")).await;
        assert_eq!(table.status, StatusCode::NOT_FOUND, "{}", table.body);
        let changes = work_change::Entity::find().all(&app.app.db).await.unwrap();
        let of = |what: &str| changes.iter().filter(|change| change.what == what).count();
        assert_eq!((of("measure"), of("definition")), (1, 1));
        let list = get(app, KARI, &format!("{work}/malinger")).await;
        assert!(list.has("Veide beboere") && list.has("Ingen balanserende måling"));
    })
    .await;
}

#[tokio::test]
async fn a_measure_comes_from_an_example_and_is_paused_and_ended() {
    on_both(async |app| {
        let (work, first) = begun(app, &[]).await;
        let new = format!("{work}/malinger/ny");
        let form = get(app, KARI, &new).await;
        assert!(form.has("Begynn med et eksempel") && form.has("?eksempel=fall-per-dogn"));
        let form = get(app, KARI, &format!("{new}?eksempel=fall-per-dogn")).await;
        assert_eq!((form.field("navn"), form.field("per")), ("Fall per 1000 beboerdøgn", "1000"));
        let strange = get(app, KARI, &format!("{new}?eksempel=x")).await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
        let empty = post(app, KARI, &new, &[("kilde", "Journalen")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.has("Journalen"), "{}", empty.body);
        let named: Vec<_> = RARE.iter().copied().chain([("ansvarlig", NUMBER)]).collect();
        let named = post(app, KARI, &new, &named).await;
        assert!(named.status == StatusCode::UNPROCESSABLE_ENTITY && !named.has(NUMBER));
        // The number that waits on the page of the work is of a measure that is counted.
        let waits = async || get(app, KARI, &work).await.has("Legg inn tallet for november 2026");
        assert!(waits().await);
        let seen = get(app, KARI, &first).await.field("sett").to_owned();
        let state = format!("{first}/telles");
        let set = async |state_is: &str, seen: &str| {
            post(app, KARI, &state, &[("telles", state_is), ("sett", seen)]).await
        };
        assert_eq!(set("paused", &seen).await.header("location"), first);
        assert!(!waits().await && get(app, KARI, &first).await.has("På vent"));
        // By a page that is older than that nothing is written.
        assert_eq!(set("ended", &seen).await.header("location"), format!("{first}?imens=ja"));
        let seen = get(app, KARI, &first).await.field("sett").to_owned();
        set("active", &seen).await;
        assert!(waits().await);
        let seen = get(app, KARI, &first).await.field("sett").to_owned();
        set("ended", &seen).await;
        assert!(!waits().await);
        let wrong = set("x", &seen).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_to_a_chart_has_a_place_and_a_reason_and_can_be_undone() {
    on_both(async |app| {
        let (_, measure) = begun(app, &[]).await;
        let place = format!("{measure}/inndeling");
        let nothing = [("hva", "exclude"), ("tid", "mars 2026"), ("grunn", "Feil")];
        let nothing = post(app, KARI, &place, &nothing).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        two_years(app, &measure).await;
        for (what, when, why, told) in [
            ("exclude", "mars 2020", "Feil", "utenfor diagrammet"),
            ("split", "desember 2024", "Feil", "utenfor diagrammet"),
            ("exclude", "uke 9", "Feil", "nøyaktig nok"),
            ("exclude", "mars 2026", "", "Hvorfor?"),
            ("x", "mars 2026", "Feil", "mars 2026"),
        ] {
            let fields = [("hva", what), ("tid", when), ("grunn", why)];
            let answer = post(app, KARI, &place, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what} {when}");
            assert!(answer.has(told), "{told}: {}", answer.body);
            assert_eq!(answer.field("tid"), when);
        }
        for why in ["Talt dobbelt", "Talt to ganger"] {
            done(app, &place, &[("hva", "exclude"), ("tid", "mars 2026"), ("grunn", why)]).await;
        }
        let page = get(app, KARI, &measure).await;
        // Said again, the new reason takes the place of the old.
        assert!(page.has("Talt to ganger") && !page.has("Talt dobbelt"), "{}", page.body);
        let out = async || {
            let table = get(app, KARI, &format!("{measure}/tall.csv")).await.body;
            column(&table, "included").into_iter().flatten().filter(|one| one == "false").count()
        };
        assert_eq!(out().await, 1);
        let mark = page.field("inndeling").to_owned();
        done(app, &format!("{measure}/bort"), &[("inndeling", &mark)]).await;
        assert_eq!(out().await, 0);
        let twice = post(app, KARI, &format!("{measure}/bort"), &[("inndeling", &mark)]).await;
        assert_eq!(twice.status, StatusCode::NOT_FOUND);
        // A chart of something else than what is counted is not to be had.
        let seen = get(app, KARI, &format!("{measure}/diagram")).await.field("sett").to_owned();
        let fields = [("diagram", "t"), ("regler", "anhoej"), ("sett", seen.as_str())];
        let wrong = post(app, KARI, &format!("{measure}/diagram"), &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
    })
    .await;
}

/// Two years of numbers are not few because a part has just begun.
#[tokio::test]
async fn a_part_that_has_just_begun_is_not_told_of_as_the_first_numbers() {
    on_both(async |app| {
        let (_, measure) = begun(app, &[]).await;
        two_years(app, &measure).await;
        let split = [("hva", "split"), ("tid", "juli 2026"), ("grunn", "Ny rutine")];
        done(app, &format!("{measure}/inndeling"), &split).await;
        let page = get(app, KARI, &measure).await;
        assert!(page.has("For få tall ligger over eller under midtlinjen"), "{}", page.body);
        assert!(!page.has("Dere har få tall ennå"));
    })
    .await;
}

#[tokio::test]
async fn goals_and_notes_stand_on_the_chart_until_they_are_taken_away() {
    on_both(async |app| {
        let (_, measure) = begun(app, &[]).await;
        for ago in 0..8 {
            enter(app, &measure, &month(ago), (10 + ago, Some(20))).await;
        }
        let goal = format!("{measure}/mal");
        done(app, &goal, &[("verdi", "70")]).await;
        done(app, &goal, &[("verdi", "80,5"), ("fra", "juni 2026"), ("innen", "2027")]).await;
        let page = get(app, KARI, &measure).await;
        assert!(page.has("70 %") && page.has("80,5 % fra 1. juni 2026"), "{}", page.body);
        let note = [("hva", "Ny vekt"), ("dag", "3.6.2026")];
        done(app, &format!("{measure}/merke"), &note).await;
        let page = get(app, KARI, &measure).await;
        assert!(page.has("Ny vekt") && page.has("3. juni 2026"), "{}", page.body);
        for kind in ["mal", "merke"] {
            let id = page.field(kind).to_owned();
            done(app, &format!("{measure}/bort"), &[(kind, &id)]).await;
        }
        let page = get(app, KARI, &measure).await;
        assert!(!page.has("Ny vekt") && !page.has("70 %, innen"), "{}", page.body);
        let wrong = post(app, KARI, &format!("{measure}/bort"), &[]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_chart_is_taken_along_as_a_workbook_and_as_pictures() {
    on_both(async |app| {
        let (work, measure) = begun(app, &[]).await;
        for file in ["tall.csv", "tall.xlsx", "diagram.svg", "diagram.png"] {
            let answer = get(app, KARI, &format!("{measure}/{file}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{file}");
        }
        two_years(app, &measure).await;
        let svg = get(app, KARI, &format!("{measure}/diagram.svg")).await;
        assert!(svg.body.starts_with("<svg") && svg.has("Beboere som holder vekta"));
        let raw = async |file: &str| {
            let request = Request::get(format!("{measure}/{file}")).header(HEADER, KARI);
            let answer = app.served.answer(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status(), StatusCode::OK, "{file}");
            let name = answer.headers()["content-disposition"].to_str().unwrap();
            assert!(name.contains("beboere-som-holder-vekta."), "{name}");
            to_bytes(answer.into_body(), usize::MAX).await.unwrap()
        };
        assert!(raw("diagram.png").await.starts_with(b"\x89PNG"));
        let bytes = raw("tall.xlsx").await;
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Tall").unwrap();
        assert_eq!(sheet.get_size().0, 25);
        assert_eq!(sheet.get((1, 1)), Some(&Data::Float(9.0)));
        assert_eq!(sheet.get((1, 2)), Some(&Data::Float(20.0)));
        let plan = book.worksheet_range("Måleplan").unwrap();
        assert_eq!(plan.get((0, 1)), Some(&Data::String("Beboere som holder vekta".to_owned())));
        let list = get(app, KARI, &format!("{work}/malinger")).await;
        assert!(list.has("chart-summary") && list.has("chart-icon"), "{}", list.body);
    })
    .await;
}

#[tokio::test]
async fn rare_events_are_told_by_month_outside_the_team() {
    on_both(async |app| {
        let network = Network::load(&app.app.db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap().to_string();
        let (work, _) = begun(app, &[("senter", &centre)]).await;
        let rare = done(app, &format!("{work}/malinger/ny"), &RARE).await;
        for (day, count) in [("3.6.2026", 1), ("19.6.2026", 1), ("7.9.2026", 2), ("1.11.2026", 1)] {
            enter(app, &rare, day, (count, None)).await;
        }
        assert!(get(app, KARI, &rare).await.has("Velg diagrammet for tid mellom hendelser"));
        let chosen = [("diagram", "t"), ("regler", "anhoej")];
        with_seen(app, &format!("{rare}/diagram"), &chosen).await;
        let file = format!("{rare}/tall.csv");
        let ours = get(app, KARI, &file).await.body;
        let days: Vec<String> = column(&ours, "y").into_iter().flatten().collect();
        assert_eq!(days, ["16", "80", "0", "55"]);
        assert!(ours.contains("2026-06-19"), "{ours}");
        assert!(get(app, KARI, &rare).await.has("T: tid mellom sjeldne hendelser"));
        let note = [("hva", "Gulvet ble bonet"), ("dag", "18.6.2026")];
        done(app, &format!("{rare}/merke"), &note).await;
        let adviser = format!("{OLA} editor@{centre}");
        let theirs = get(app, &adviser, &file).await.body;
        let months: Vec<String> = column(&theirs, "date").into_iter().flatten().collect();
        let counts: Vec<String> = column(&theirs, "y").into_iter().flatten().collect();
        let are = ["06", "07", "08", "09", "10", "11"].map(|month| format!("2026-{month}-01"));
        assert_eq!(months, are);
        assert_eq!(counts, ["2", "0", "0", "2", "0", "1"]);
        let all = format!("{work}/malinger");
        for path in [&rare, &work, &all] {
            let page = get(app, &adviser, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for day in ["19. juni", "3. juni", "7. september", "18. juni", "2026-06-19"] {
                assert!(!page.has(day), "{day} in {path}: {}", page.body);
            }
        }
        assert!(get(app, &adviser, &rare).await.has("dagene bare vises for teamet"));
        for (who, path, status) in [
            (OLA, rare.clone(), StatusCode::NOT_FOUND),
            (OLA, file.clone(), StatusCode::NOT_FOUND),
            (OLA, all.clone(), StatusCode::NOT_FOUND),
            (adviser.as_str(), format!("{rare}/endre"), StatusCode::FORBIDDEN),
            (adviser.as_str(), format!("{rare}/diagram"), StatusCode::FORBIDDEN),
            (adviser.as_str(), format!("{rare}/inndeling"), StatusCode::FORBIDDEN),
            (adviser.as_str(), format!("{rare}/mal"), StatusCode::FORBIDDEN),
            (adviser.as_str(), format!("{all}/ny"), StatusCode::FORBIDDEN),
            (adviser.as_str(), format!("{rare}/merke"), StatusCode::OK),
        ] {
            assert_eq!(get(app, who, &path).await.status, status, "{who} {path}");
        }
        for path in ["telles", "bort"] {
            let answer = post(app, &adviser, &format!("{rare}/{path}"), &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        }
        // The measure of one work is not to be had by way of another.
        let (other, _) = begun(app, &[]).await;
        let crossed = format!("{other}/malinger/{}", rare.rsplit('/').next().unwrap());
        assert_eq!(get(app, KARI, &crossed).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_example_fills_its_form_rightly_in_every_language() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let themes = Themes::load(&app.app.db).await.unwrap();
    assert!(examples().len() > 20);
    let (work, _) = begun(&app, &[]).await;
    for Example { key, theme, words, .. } in examples() {
        assert!(themes.get(theme).is_some(), "{key}: {theme}");
        assert_eq!(words.len(), 3, "{key}");
        for lang in ["nb", "nn", "en"] {
            let path = work.replacen("/nb/", &format!("/{lang}/"), 1);
            let page = get(&app, KARI, &format!("{path}/malinger/ny?eksempel={key}")).await;
            assert!(page.status == StatusCode::OK && !page.field("navn").is_empty(), "{key}");
        }
    }
    app.end().await;
}

/// A goal in per cent is between none and all, and 0,8 is asked about: it would be drawn as 0,8 %.
#[tokio::test]
async fn a_goal_that_looks_like_a_slip_is_asked_about() {
    on_both(async |app| {
        let (_, measure) = begun(app, &[]).await;
        let goal = format!("{measure}/mal");
        for (typed, told) in [
            ("180 %", "mellom 0 og 100"),
            ("180", "mellom 0 og 100"),
            ("0,8", "Skriv det med prosenttegn"),
        ] {
            let asked = post(app, KARI, &goal, &[("verdi", typed)]).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(asked.has(told), "{typed}: {}", asked.body);
        }
        for typed in ["0,8 %", "80", "80 %"] {
            done(app, &goal, &[("verdi", typed)]).await;
        }
    })
    .await;
}
