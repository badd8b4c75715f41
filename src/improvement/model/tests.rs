//! Whoever writes a tool gives it what others begin from, and others do.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::EntityTrait;
use serde_json::json;

use crate::centres::Network;
use crate::items::{Working, read};
use crate::people::places;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::work::work_entity;

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";
const CENTRE: &str = "usht-hedmark";

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

#[tokio::test]
async fn a_tool_gets_a_model_and_a_team_begins_from_it() {
    Box::pin(on_both(async |app| {
        let db = &app.app.db;
        app.import(&[
            json!({ "kind": "tool", "external_id": "t", "lang": "nb", "title": "Kveldsrunde",
                "centre": CENTRE, "work": {
                    "drivers": [{ "level": "primary", "words": "Veien til badet" },
                        { "level": "secondary", "words": "Lys", "serves": [0] }],
                    "measures": [{ "name": "Fall om natten", "kind": "outcome", "better": "lower",
                        "shape": "count", "frequency": "month" }] } }),
            json!({ "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt", "centre": CENTRE }),
        ])
        .await;
        let network = Network::load(db).await.unwrap();
        let centre = places::by_slug(&network, CENTRE).unwrap();
        let ola = format!("{OLA} editor@{centre}");
        let tool = read::by_external_id(db, "t").await.unwrap().unwrap().id;
        let news = read::by_external_id(db, "n").await.unwrap().unwrap().id;
        let page = format!("/nb/skriv/{tool}/modell");
        let form = get(app, &ola, &page).await;
        assert!(form.status == StatusCode::OK && form.has("Veien til badet"), "{}", form.body);
        assert!(form.has("Fall om natten"));
        assert_eq!(get(app, KARI, &page).await.status, StatusCode::FORBIDDEN);
        let none = format!("/nb/skriv/{news}/modell");
        assert_eq!(get(app, &ola, &none).await.status, StatusCode::NOT_FOUND);
        let seen = form.field("sett").to_owned();
        let fields = [
            ("sett", seen.as_str()),
            ("hva", "Færre fall om natten"),
            ("primaere", "Veien til badet"),
            ("sekundaere", "Lys"),
            ("ideer", "Gå runden to og to"),
            ("malinger", "0"),
            ("malinger.0.navn", "Rom der runden ble gått"),
            ("malinger.0.type", "process"),
            ("malinger.0.slag", "share"),
            ("malinger.0.hver", "week"),
            ("malinger.0.retning", "higher"),
            ("malinger.0.mal", "90"),
        ];
        let saved = post(app, &ola, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let draft = Working::open(db, tool).await.unwrap().unwrap();
        let work = draft.content().work.unwrap();
        assert_eq!(work["drivers"][1]["serves"], json!([0]));
        assert_eq!(work["measures"][0]["goals"][0]["value"], 0.9);
        // Somebody who has not seen that gets it back, and nothing is lost.
        let late = post(app, &ola, &page, &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.has("Gå runden to og to"), "{}", late.body);
        // What is public is what others begin from.
        let start = format!("/nb/sett-i-gang?fra={tool}");
        assert!(get(app, KARI, &start).await.has("Fall om natten"));
        let id = tool.to_string();
        let fields = [("fra", id.as_str()), ("hva", "Færre fall"), ("tall", "7")];
        let begun = post(app, KARI, "/nb/sett-i-gang", &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        assert!(get(app, KARI, begun.header("location")).await.has("Kveldsrunde"));
        assert_eq!(work_entity::Entity::find().all(db).await.unwrap().len(), 1);
    }))
    .await;
}
