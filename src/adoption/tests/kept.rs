//! Numbers that are shown are held against what may be told today, also those from before.

use axum::http::StatusCode;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{ITEM, KARI, MONTHS, choice, editor, get, held_back, post, project, rows, say, work};
use crate::adoptions::sift;
use crate::testing::who::by_header;
use crate::testing::{Engine, TestApp};
use crate::work::Least;

/// Numbers as the program before kept them, which said of none which measure it is of.
async fn kept_before(app: &TestApp, values: [f64; 3]) {
    let days = ["2026-08-01", "2026-09-01", "2026-10-01"];
    let point = |(day, value): (&str, f64)| json!({ "day": day, "value": value });
    let points: Vec<Value> = days.into_iter().zip(values).map(point).collect();
    let points = json!(points);
    let sql = format!("UPDATE adoption_series SET measure_id = NULL, points = '{points}'");
    app.app.db.execute_unprepared(&sql).await.unwrap();
}

#[tokio::test]
async fn what_was_shown_before_its_measure_was_kept_is_told_to_nobody_until_it_is_found() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header).uncached();
        app.import(&[project("p1", "Trygge netter", "2020")]).await;
        let kari = editor(&app, KARI).await;
        assert_eq!(say(&app, &kari, &[]).await.status, StatusCode::SEE_OTHER);
        let row = rows(&app).await.remove(0);
        let (adopted, item) = (row["id"].as_str().unwrap(), row["item"].as_str().unwrap());
        let item = item.rsplit('/').next().unwrap();
        let work = work(&app, &kari, &MONTHS).await;
        let page = format!("{work}/vis-tall");
        let measure = choice(&get(&app, &kari, &page).await, "maling");
        let fields = [
            ("maling", measure.as_str()),
            ("hvor", adopted),
            ("teller", "annet"),
            ("alle", "true"),
        ];
        let shown = post(&app, &kari, &page, &fields).await;
        assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
        assert_eq!(held_back(&app, item).await, 0);
        // The team is not told that nobody else sees them.
        let beside = "Tall som er vist ved siden av andres, kan alle lese.";
        assert!(get(&app, &kari, &work).await.has(beside));
        let (db, clock) = (&app.app.db, &app.app.clock);
        let numbers = format!("/api/v1/adoptions/numbers?item={item}");
        let told = async || app.get(&numbers).await.body.matches("\"value\"").count();
        let unknown = "vet ikke hvilken måling";
        // Numbers that nothing agrees with are told to nobody, and the team is told that.
        kept_before(&app, [0.2, 0.6, 0.9]).await;
        assert_eq!(sift(db, clock, Least::USUAL).await.unwrap(), 0);
        assert_eq!(told().await, 0);
        assert!(!app.get(&format!("{ITEM}/i-bruk")).await.has("chart-figure"));
        assert!(get(&app, &kari, &page).await.has(unknown));
        let share = format!("{work}/del");
        assert!(get(&app, &kari, &share).await.has(unknown));
        // Three of twenty, twelve and eighteen are theirs.
        kept_before(&app, [0.15, 0.6, 0.9]).await;
        assert_eq!(sift(db, clock, Least(4)).await.unwrap(), 1);
        assert_eq!((told().await, held_back(&app, item).await), (3, 0));
        assert!(!get(&app, &kari, &page).await.has(unknown));
        assert!(!get(&app, &kari, &share).await.has(unknown));
        // So what is said more strictly holds for them, and a limit that was raised.
        let people = [("maling_0", "vis"), ("maling_0", "folk")];
        let people = post(&app, &kari, &share, &people).await;
        assert_eq!(people.status, StatusCode::SEE_OTHER, "{}", people.body);
        assert_eq!((told().await, held_back(&app, item).await), (3, 2));
        assert_eq!(sift(db, clock, Least(9)).await.unwrap(), 1);
        // Of the twelve of twenty eight are left, and no number is.
        assert_eq!(told().await, 0);
        assert!(!get(&app, &kari, &work).await.has(beside));
        app.end().await;
    }
}
