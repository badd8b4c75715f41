//! From a team's numbers to the public page and open data, and from that page to another team's beginning;
//! what could point at one person never leaves the team.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;

use crate::db;
use crate::items::{Working, WriteError, Writer, item_entity};
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::work::Least;
use crate::work::work_entity;

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";

const START: [(&str, &str); 4] = [
    ("hva", "Flere skal ha en rolig natt"),
    ("mye", "minst 80 %"),
    ("eksempel", "nattefaste"),
    ("endring", "Kveldsmat klokka ni"),
];

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

/// The address of a work that has begun with these numbers.
async fn begun(app: &TestApp, numbers: &str) -> String {
    let fields: Vec<_> = START.iter().copied().chain([("tall", numbers)]).collect();
    let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    started.header("location").split('?').next().unwrap().to_owned()
}

/// Publishes the draft of the only work, and tells the address of its page.
async fn publish(app: &TestApp) -> String {
    let db = &app.app.db;
    let work = work_entity::Entity::find().one(db).await.unwrap().unwrap();
    let item = work.item_id.expect("a text that tells of it");
    let there = Working::open(db, item).await.unwrap().unwrap();
    let (seen, is_draft) = (there.number(), there.is_draft());
    let published = db::transaction::<(), WriteError, _>(db, |tx| {
        let (clock, kinds) = (app.app.clock.clone(), app.app.kinds.clone());
        Box::pin(async move {
            Writer::new(tx, &clock, kinds.stored()).publish(item, seen, clock.now()).await
        })
    })
    .await;
    // What is as it was needs no publishing.
    assert_eq!(published.is_ok(), is_draft);
    let item = item_entity::Entity::find_by_id(item).one(db).await.unwrap().unwrap();
    format!("/nb/prosjekter/{}", item.slug)
}

/// What is told of that text before it is published anew.
async fn steps(app: &TestApp) -> Answer {
    let work = work_entity::Entity::find().one(&app.app.db).await.unwrap().unwrap();
    let item = work.item_id.expect("a text that tells of it");
    get(app, KARI, &format!("/nb/skriv/{item}/steg")).await
}

const NIGHTS: &str = "6 av 30\n12 av 30\n20 av 30";

#[tokio::test]
async fn three_answers_and_some_numbers_are_enough_for_a_chart() {
    on_both(async |app| {
        let front = app.get("/nb/").await;
        assert!(front.has("/nb/logg-inn?til=%2Fnb%2Fsett-i-gang"), "{}", front.body);
        let work = begun(app, NIGHTS).await;
        let page = get(app, KARI, &work).await;
        for told in ["Flere skal ha en rolig natt", "<svg", "20 av 30", "Kveldsmat klokka ni"] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        // What is not understood is told with its line, and nothing is begun.
        for (numbers, told) in [
            ("6 av 30\nsju", "linje 2"),
            ("40 av 30", "Har de to byttet plass?"),
            ("uke 9, 2026: 1 av 2\nuke 9, 2026: 2 av 2", "2 rader er for samme tid"),
        ] {
            let fields: Vec<_> = START.iter().copied().chain([("tall", numbers)]).collect();
            let refused = post(app, KARI, "/nb/sett-i-gang", &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{numbers}");
            assert!(refused.has(told), "{numbers}: {}", refused.body);
            assert!(refused.has(numbers) && refused.has(START[0].1), "{}", refused.body);
        }
        let none = post(app, KARI, "/nb/sett-i-gang", &[START[0]]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(work_entity::Entity::find().all(&app.app.db).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_a_team_shares_is_on_the_public_page_as_it_stood() {
    on_both(async |app| {
        let work = begun(app, NIGHTS).await;
        let share = format!("{work}/del");
        let form = get(app, KARI, &share).await;
        assert!(form.status == StatusCode::OK && form.has("Vis diagrammet"), "{}", form.body);
        assert_eq!(get(app, OLA, &share).await.status, StatusCode::NOT_FOUND);
        let fields = [
            ("maling_0", "vis"),
            ("maling_0", "apne"),
            ("utfall", "improved"),
            ("grunnlag", "Fra 6 til 20 av 30 netter"),
        ];
        let draft = post(app, KARI, &share, &fields).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let writing = get(app, KARI, draft.header("location")).await;
        // The claim is pointed out, and kept.
        assert!(writing.has("diagrammet viser ikke noe signal"), "{}", writing.body);
        assert!(get(app, KARI, &share).await.has("Teksten sier nå: Bedre."));
        let path = publish(app).await;
        let page = app.get(&path).await;
        for told in [
            "Flere skal ha en rolig natt",
            "Netter med under 11 timers faste",
            "<svg",
            "Kveldsmat klokka ni",
            "Fra 6 til 20 av 30 netter",
            "Diagrammet viser ikke noe tydelig signal",
            "Slik det var",
            "sett-i-gang%3Ffra%3D",
        ] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        // On ordinary paper, and where one searches.
        let paper = app.get(&format!("{path}/utskrift")).await;
        for told in ["Flere skal ha en rolig natt", "Netter med under 11 timers faste", "Kveldsmat"]
        {
            assert!(paper.has(told), "{told}: {}", paper.body);
        }
        app.index().await;
        assert!(app.get("/nb/sok?q=kveldsmat").await.has(&path));
        let csv = app.get(&format!("{path}/tall.csv")).await;
        assert_eq!(csv.status, StatusCode::OK);
        assert_eq!(csv.body.lines().count(), 4, "{}", csv.body);
        assert!(csv.has(",20,30,week,"), "{}", csv.body);
        let json = app.get(&format!("{path}/tall.json")).await;
        let json: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert_eq!(json["measures"][0]["numbers"][2]["of"], 30.0);
        // A number more is on the page when the team shares again, and not before.
        let number = get(app, KARI, &work).await;
        let (_, rest) = number.body.split_once(&format!("{work}/tall/")).unwrap();
        let number = format!("{work}/tall/{}", rest.split('"').next().unwrap());
        let older = [("tall", "29"), ("av", "30"), ("annen_tid", "uke 40 2026")];
        assert_eq!(post(app, KARI, &number, &older).await.status, StatusCode::SEE_OTHER);
        assert!(!app.get(&format!("{path}/tall.csv")).await.has(",29,30,"));
    })
    .await;
}

#[tokio::test]
async fn a_page_that_follows_the_numbers_grows_old_with_each_of_them() {
    on_both(async |app| {
        let work = begun(app, NIGHTS).await;
        let fields = [("maling_0", "vis"), ("maling_0", "folg"), ("maling_0", "apne")];
        let draft = post(app, KARI, &format!("{work}/del"), &fields).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let path = publish(app).await;
        let csv = format!("{path}/tall.csv");
        assert!(app.get(&path).await.has("Følger tallene videre."));
        assert!(!app.get(&csv).await.has(",29,30,"));
        let page = get(app, KARI, &work).await;
        let (_, rest) = page.body.split_once(&format!("{work}/tall/")).unwrap();
        let number = format!("{work}/tall/{}", rest.split('"').next().unwrap());
        let older = [("tall", "29"), ("av", "30"), ("annen_tid", "uke 40 2026")];
        assert_eq!(post(app, KARI, &number, &older).await.status, StatusCode::SEE_OTHER);
        assert!(app.get(&csv).await.has(",29,30,"), "{}", app.get(&csv).await.body);
        // No longer followed, it stands as it was shared.
        let stop = post(app, KARI, &format!("{work}/del"), &[("maling_0", "vis")]).await;
        assert_eq!(stop.status, StatusCode::SEE_OTHER, "{}", stop.body);
        assert!(!app.get(&csv).await.has(",29,30,"));
    })
    .await;
}

#[tokio::test]
async fn small_numbers_of_people_never_leave_the_team() {
    on_both(async |app| {
        // Two of thirty, three of four, and all of thirty but two: each could point at somebody.
        let work = begun(app, "2 av 30\n3 av 4\n28 av 30\n20 av 30").await;
        let share = format!("{work}/del");
        assert!(get(app, KARI, &share).await.has("3 tall gjelder færre enn 5"));
        // These are nights: only where people are counted is anything held back, and the team has the last word.
        let people = [("maling_0", "vis"), ("maling_0", "folk")];
        assert_eq!(post(app, KARI, &share, &people).await.status, StatusCode::SEE_OTHER);
        let form = get(app, KARI, &share).await;
        assert!(form.has("3 er holdt tilbake") && form.has("Deres eget diagram"), "{}", form.body);
        for live in ["vis", "folg"] {
            let fields = [
                ("maling_0", "vis"),
                ("maling_0", "folk"),
                ("maling_0", "apne"),
                ("maling_0", live),
            ];
            let fields = if live == "vis" { &fields[..3] } else { &fields[..] };
            let draft = post(app, KARI, &share, fields).await;
            assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
            let path = publish(app).await;
            let page = app.get(&path).await;
            assert!(page.has("3 tall er holdt tilbake"), "{}", page.body);
            // Of what is left nothing is judged: no line, no level, no change.
            assert!(page.has("sier det ikke noe om nivå, mål eller endring"), "{}", page.body);
            assert!(!page.has("chart-centre") && !page.has("Bare 1 måling"), "{}", page.body);
            let csv = app.get(&format!("{path}/tall.csv")).await;
            assert_eq!(csv.body.lines().count(), 2, "{}", csv.body);
            assert!(csv.has(",left_out\n") && csv.body.trim_end().ends_with(",3"), "{}", csv.body);
            assert!(csv.has(",20,30,") && !csv.has(",2,30,") && !csv.has(",3,4,"));
            assert!(!csv.has(",28,30,") && !page.has("28 av 30"), "{}", csv.body);
            let stored = work_entity::Entity::find().one(&app.app.db).await.unwrap().unwrap();
            let stored =
                Working::open(&app.app.db, stored.item_id.unwrap()).await.unwrap().unwrap();
            let numbers = stored.content().work.unwrap()["measures"][0]["numbers"].clone();
            assert_eq!(numbers.as_array().unwrap().len(), 1, "{numbers}");
        }
        // What is not counted of people is shared whole.
        post(app, KARI, &share, &[("maling_0", "vis"), ("maling_0", "apne")]).await;
        let path = publish(app).await;
        assert_eq!(app.get(&format!("{path}/tall.csv")).await.body.lines().count(), 5);
    })
    .await;
}

/// How many numbers are open data.
async fn numbers(app: &TestApp, path: &str) -> usize {
    app.get(&format!("{path}/tall.csv")).await.body.lines().count() - 1
}

#[tokio::test]
async fn what_is_looser_waits_until_it_is_approved_and_what_is_stricter_holds_at_once() {
    const PEOPLE: &[(&str, &str)] =
        &[("maling_0", "vis"), ("maling_0", "folg"), ("maling_0", "apne"), ("maling_0", "folk")];
    on_both(async |app| {
        let work = begun(app, "2 av 30\n3 av 4\n28 av 30\n20 av 30").await;
        let share = format!("{work}/del");
        assert_eq!(post(app, KARI, &share, PEOPLE).await.status, StatusCode::SEE_OTHER);
        let path = publish(app).await;
        assert_eq!(numbers(app, &path).await, 1);
        // The box is unticked: nobody has approved it yet.
        let draft = post(app, KARI, &share, &PEOPLE[..3]).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        assert_eq!(numbers(app, &path).await, 1);
        assert!(app.get(&path).await.has("3 tall er holdt tilbake"));
        let form = get(app, KARI, &share).await;
        assert!(
            !is_ticked(&form, "folk") && form.has("regner dette som personer"),
            "{}",
            form.body
        );
        let writing = steps(app).await;
        assert!(writing.has("regnes ikke lenger som personer"), "{}", writing.body);
        publish(app).await;
        assert_eq!(numbers(app, &path).await, 4);
        // And ticked again it holds before anybody has approved it, also where the page follows nothing.
        assert_eq!(post(app, KARI, &share, &PEOPLE[..1]).await.status, StatusCode::SEE_OTHER);
        publish(app).await;
        assert!(told_by_versions(app, &path).await.contains("28/30"));
        let stricter = [("maling_0", "vis"), ("maling_0", "folk")];
        assert_eq!(post(app, KARI, &share, &stricter).await.status, StatusCode::SEE_OTHER);
        assert!(app.get(&path).await.has("3 tall er holdt tilbake"));
        // Also of texts that were public before.
        let then = told_by_versions(app, &path).await;
        assert!(then.contains("Utgave 2") && !then.contains("28/30"), "{then}");
        let mut out = Vec::new();
        let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
        crate::exchange::export(kinds, db, files, &mut out, None, (false, Least::USUAL))
            .await
            .unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains("\"value\":20.0") && !out.contains("\"value\":28.0"), "{out}");
    })
    .await;
}

/// What each version of a text is said to have changed.
async fn told_by_versions(app: &TestApp, path: &str) -> String {
    let mut told = app.get(&format!("{path}/versjoner")).await.body;
    for number in 2..=3 {
        let shown = app.get(&format!("{path}/versjoner/{number}")).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        told += &shown.body;
    }
    told
}

#[tokio::test]
async fn a_limit_that_was_raised_holds_for_what_was_published_before() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header).uncached();
        let work = begun(&app, "6 av 30\n20 av 30").await;
        let people = [("maling_0", "vis"), ("maling_0", "apne"), ("maling_0", "folk")];
        let shared = post(&app, KARI, &format!("{work}/del"), &people).await;
        assert_eq!(shared.status, StatusCode::SEE_OTHER, "{}", shared.body);
        let path = publish(&app).await;
        assert_eq!(numbers(&app, &path).await, 2);
        let app = app.changed(|app| {
            let mut settings = (*app.settings).clone();
            settings.small_numbers = 8;
            app.settings = Arc::new(settings);
        });
        assert_eq!(numbers(&app, &path).await, 1);
        let mut out = Vec::new();
        let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
        let how = (false, Least(app.app.settings.small_numbers));
        crate::exchange::export(kinds, db, files, &mut out, None, how).await.unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains("\"value\":20.0") && !out.contains("\"value\":6.0"), "{out}");
        app.end().await;
    }
}

#[tokio::test]
async fn a_page_follows_numbers_and_opens_them_when_that_is_approved() {
    on_both(async |app| {
        let work = begun(app, NIGHTS).await;
        let share = format!("{work}/del");
        let fields = [("maling_0", "vis"), ("maling_0", "folg"), ("maling_0", "apne")];
        assert_eq!(post(app, KARI, &share, &fields[..1]).await.status, StatusCode::SEE_OTHER);
        let path = publish(app).await;
        assert_eq!(post(app, KARI, &share, &fields).await.status, StatusCode::SEE_OTHER);
        let csv = format!("{path}/tall.csv");
        assert_eq!(app.get(&csv).await.status, StatusCode::NOT_FOUND);
        assert!(!app.get(&path).await.has("Følger tallene videre."));
        publish(app).await;
        assert_eq!(app.get(&csv).await.status, StatusCode::OK);
        assert!(app.get(&path).await.has("Følger tallene videre."));
        // Closed again they are closed at once.
        assert_eq!(post(app, KARI, &share, &fields[..2]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.get(&csv).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// The address of a work that measures this, with these numbers.
async fn measuring(
    app: &TestApp,
    (name, shape, often): (&str, &str, &str),
    unit: &str,
    numbers: &str,
) -> String {
    let fields = [
        ("hva", "Færre skal skades"),
        ("maling", name),
        ("slag", shape),
        ("enhet", unit),
        ("hver", often),
        ("retning", "lower"),
        ("tall", numbers),
    ];
    let fields: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    started.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn rare_events_are_shared_by_month_whatever_chart_is_chosen() {
    on_both(async |app| {
        let days = "14.1.2026: 1\n3.2.2026: 0\n20.2.2026: 1\n9.4.2026: 1\n2.6.2026: 1";
        let work = measuring(app, ("Fall med brudd", "count", "day"), "", days).await;
        let share = format!("{work}/del");
        assert!(get(app, KARI, &share).await.has("fortalt måned for måned"));
        let fields = [("maling_0", "vis"), ("maling_0", "apne"), ("maling_0", "folg")];
        for so_many in [2, 3] {
            let draft = post(app, KARI, &share, &fields[..so_many]).await;
            assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
            let path = publish(app).await;
            let (page, csv) = (app.get(&path).await, app.get(&format!("{path}/tall.csv")).await);
            assert!(csv.has("2026-01-01,1,,month"), "{}", csv.body);
            let json = app.get(&format!("{path}/tall.json")).await;
            for told in [&page, &csv, &json] {
                for day in ["2026-01-14", "14. januar", "20. februar", "2026-06-02"] {
                    assert!(!told.has(day), "{day}: {}", told.body);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn per_cent_of_nobody_knows_how_many_people_is_held_back() {
    on_both(async |app| {
        let work =
            measuring(app, ("Beboere med smerte", "value", "month"), "%", "33\n66\n75").await;
        let share = format!("{work}/del");
        let form = get(app, KARI, &share).await;
        assert!(form.has("prosent uten nevner") && is_ticked(&form, "folk"), "{}", form.body);
        let fields = [("maling_0", "vis"), ("maling_0", "folk"), ("maling_0", "apne")];
        let draft = post(app, KARI, &share, &fields).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let path = publish(app).await;
        let csv = app.get(&format!("{path}/tall.csv")).await;
        assert!(!csv.has(",33,") && !csv.has(",75,") && csv.has(",3\n"), "{}", csv.body);
        assert!(app.get(&path).await.has("3 tall er holdt tilbake"));
    })
    .await;
}

/// The address of a work that counts falls, with these numbers.
async fn falls(app: &TestApp, numbers: &str) -> String {
    let fields =
        [("hva", "Færre skal falle"), ("eksempel", "fall"), ("mal", "4"), ("tall", numbers)];
    let started = post(app, KARI, "/nb/sett-i-gang", &fields).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    started.header("location").split('?').next().unwrap().to_owned()
}

/// Is what stands beside a box with this value ticked?
fn is_ticked(page: &Answer, value: &str) -> bool {
    let (_, rest) = page.body.split_once(&format!("value=\"{value}\"")).expect("a box");
    rest.split('>').next().unwrap().contains("checked")
}

/// Eight for a year, then three: the numbers that reach the goal of four are small.
fn fewer() -> String {
    let months = (1..=9).map(|month| format!("1.{month}.2025: {}", 8 + month % 3));
    let after = (10..=12).map(|month| format!("1.{month}.2025: 3"));
    let next = (1..=9).map(|month| format!("1.{month}.2026: {}", 2 + month % 3));
    months.chain(after).chain(next).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn falls_are_no_people_and_an_improvement_of_small_numbers_is_told_as_it_is() {
    on_both(async |app| {
        let work = falls(app, &fewer()).await;
        let share = format!("{work}/del");
        let form = get(app, KARI, &share).await;
        assert!(is_ticked(&form, "vis") && !is_ticked(&form, "folk"), "{}", form.body);
        assert!(form.has("Nivået når målet på 4") && form.has("Det er en forbedring"));
        let fields = [("maling_0", "vis"), ("utfall", "improved"), ("grunnlag", "Fra ni til tre")];
        let draft = post(app, KARI, &share, &fields).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let path = publish(app).await;
        let page = app.get(&path).await;
        assert!(page.has("Nivået når målet på 4") && page.has("chart-centre"), "{}", page.body);
        // Counted as people, the small ones are held back: the rest says nothing against them.
        let people = [("maling_0", "vis"), ("maling_0", "folk"), ("utfall", "improved")];
        let draft = post(app, KARI, &share, &people).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        // The claim is not left alone: neither where it is written, nor where it is read.
        let writing = steps(app).await;
        assert!(writing.has("diagrammet kan ikke vise det"), "{}", writing.body);
        let path = publish(app).await;
        let page = app.get(&path).await;
        assert!(page.has("Tallene er holdt tilbake, så diagrammet kan ikke vise"), "{}", page.body);
        assert!(get(app, KARI, &share).await.has("står det på siden at diagrammet ikke kan vise"));
        for silent in ["Nivået når", "for få til å se", "ikke noe tydelig signal", "chart-centre"]
        {
            assert!(!page.has(silent), "{silent}: {}", page.body);
        }
        assert!(page.has("12 tall er holdt tilbake"), "{}", page.body);
        let form = get(app, KARI, &share).await;
        assert!(is_ticked(&form, "folk"), "what was said last stands: {}", form.body);
        assert!(form.has("12 er holdt tilbake") && form.has("Det er en forbedring"));
    })
    .await;
}

#[tokio::test]
async fn zeros_beside_numbers_that_are_held_back_are_not_drawn() {
    on_both(async |app| {
        let work = falls(app, "januar 2026: 1\n0\n0\n2\n0\n1").await;
        let fields = [("maling_0", "vis"), ("maling_0", "folk"), ("maling_0", "apne")];
        let draft = post(app, KARI, &format!("{work}/del"), &fields).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let form = get(app, KARI, &format!("{work}/del")).await;
        assert!(form.has("alle tallene over null er holdt tilbake"), "{}", form.body);
        let path = publish(app).await;
        let page = app.get(&path).await;
        for told in ["Fall", "Diagrammet vises ikke", "3 tall er holdt tilbake"] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        assert!(!page.has("chart-figure") && !page.has("Alle målingene er like"), "{}", page.body);
        let csv = app.get(&format!("{path}/tall.csv")).await;
        assert_eq!(csv.body.lines().count(), 4, "{}", csv.body);
        assert!(csv.body.lines().skip(1).all(|line| line.ends_with(",3")), "{}", csv.body);
        let json = app.get(&format!("{path}/tall.json")).await;
        let json: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert_eq!(json["measures"][0]["left_out"], 3);
    })
    .await;
}

#[tokio::test]
async fn another_team_begins_from_what_was_shared() {
    on_both(async |app| {
        let work = begun(app, NIGHTS).await;
        let draft = post(app, KARI, &format!("{work}/del"), &[("maling_0", "vis")]).await;
        assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.body);
        let path = publish(app).await;
        let item = item_entity::Entity::find().all(&app.app.db).await.unwrap();
        let item = item.iter().find(|item| path.ends_with(&item.slug)).unwrap().id.to_string();
        let form = get(app, OLA, &format!("/nb/sett-i-gang?fra={item}")).await;
        for told in ["Bygger på", "Netter med under 11 timers faste", "rolig natt"] {
            assert!(form.has(told), "{told}: {}", form.body);
        }
        let fields = [("fra", item.as_str()), ("hva", "Roligere netter"), ("tall", "10 av 20")];
        let started = post(app, OLA, "/nb/sett-i-gang", &fields).await;
        assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
        let theirs = get(app, OLA, started.header("location")).await;
        assert!(theirs.has(&path) && theirs.has("<svg") && theirs.has("10 av 20"));
        // What nobody has shared, or is none of ours, is no model; the page is there all the same.
        for from in ["x", "01890000-0000-7000-8000-0000000000ff", ""] {
            let form = get(app, OLA, &format!("/nb/sett-i-gang?fra={from}")).await;
            assert_eq!(form.status, StatusCode::OK, "{from}");
            assert!(!form.has("Bygger på"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_model_brings_its_method_and_which_measures_show_a_driver() {
    on_both(async |app| {
        app.import(&[serde_json::json!({
            "kind": "project", "external_id": "modell", "lang": "nb", "title": "Modellen",
            "published_at": "2026-01-01",
            "work": {
                "aim": { "what": "Flere skal ha en rolig natt" },
                "method": { "name": "forbedringsmodellen", "own": { "hva_maal": "Hit vil vi" } },
                "drivers": [{ "level": "primary", "words": "Kveldsmaten", "measures": [1] }],
                "measures": [
                    { "name": "Fall om natta", "kind": "balancing", "better": "lower", "shape": "count",
                        "frequency": "tertial" },
                    { "name": "Rolige netter", "kind": "outcome", "better": "higher",
                        "shape": "share", "frequency": "quarter" },
                ],
            },
        })])
        .await;
        let item = item_entity::Entity::find().all(&app.app.db).await.unwrap();
        let item = item.iter().find(|item| item.external_id == "modell").unwrap().id.to_string();
        let fields = [("fra", item.as_str()), ("hva", "Roligere netter")];
        let started = post(app, OLA, "/nb/sett-i-gang", &fields).await;
        assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
        let work = started.header("location").split('?').next().unwrap();
        let drivers = get(app, OLA, &format!("{work}/drivere")).await;
        assert!(drivers.has("Kveldsmaten") && drivers.has("Rolige netter"), "{}", drivers.body);
        assert!(!drivers.has("Fall om natta"), "{}", drivers.body);
        let phases = get(app, OLA, &format!("{work}/faser")).await;
        assert!(phases.has("Hit vil vi"), "{}", phases.body);
    })
    .await;
}
