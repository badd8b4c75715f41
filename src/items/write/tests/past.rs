//! No import changes what a day that has been tells.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::items::{Item, past, read};
use crate::testing::{TestApp, both_engines};

const DAYS: [OffsetDateTime; 5] = [
    datetime!(2025-03-01 23:00 UTC),
    datetime!(2025-08-01 22:00 UTC),
    datetime!(2026-01-15 23:00 UTC),
    datetime!(2026-05-01 22:00 UTC),
    // Until the day of the import begins.
    datetime!(2026-11-21 23:00 UTC),
];

fn line(title: &str, more: &Value) -> Value {
    let line = json!({
        "kind": "news", "external_id": "n", "lang": "nb", "slug": "siden", "title": title, "body": "Tekst."
    });
    with(&line, more)
}

fn with(line: &Value, more: &Value) -> Value {
    let mut line = line.clone();
    for (name, value) in more.as_object().unwrap() {
        line[name] = value.clone();
    }
    line
}

/// What is told of an item on each of the days, by itself and in lists: its title and its state.
async fn told(app: &TestApp, id: Uuid) -> Vec<Option<(String, String)>> {
    let (db, mut all) = (&app.app.db, Vec::new());
    for day in DAYS {
        let shown = past::shown(db, &[id], day).await.unwrap().pop();
        all.push(shown.map(|shown| (shown.content.title, shown.item.state)));
        let listed = past::snapshots(db, &[id], day).await.unwrap().remove(&id);
        all.push(listed.map(|listed| (listed.item.title, String::new())));
    }
    all
}

async fn the_item(app: &TestApp, external: &str) -> Item {
    read::by_external_id(&app.app.db, external).await.unwrap().unwrap()
}

/// What was here first.
fn before() -> Vec<Value> {
    let earlier = json!([{ "number": 1, "published_at": "2025-01-05", "title": "Aller først" }]);
    vec![
        json!({ "published_at": "2025-01-05" }),
        json!({ "published_at": "2025-01-05", "updated_at": "2026-01-10" }),
        json!({ "published_at": "2025-01-05", "updated_at": "2026-01-10", "revisions": earlier }),
        json!({ "published_at": "2025-01" }),
        json!({ "published_at": "2025-01-05", "state": "archived" }),
        json!({ "published_at": "unknown" }),
        json!({}),
    ]
}

/// What a line may say of its days later.
fn after() -> Vec<Value> {
    let earlier = json!([{ "number": 1, "published_at": "2025-02-02", "title": "Skrevet om" }]);
    vec![
        json!({}),
        json!({ "updated_at": "2025-01-02" }),
        json!({ "updated_at": "2025-06-01" }),
        json!({ "updated_at": "2026-01-20" }),
        json!({ "updated_at": "2026-11-22" }),
        json!({ "updated_at": "2026-11-22T23:30:00+01:00" }),
        json!({ "updated_at": "2026-01-20", "revisions": earlier }),
        json!({ "published_at": "2025-01-01", "updated_at": "2025-06-01" }),
        json!({ "published_at": "2026-01-01", "updated_at": "2026-01-20" }),
        json!({ "published_at": "2026-01", "state": "archived", "updated_at": "2026-01-20" }),
    ]
}

both_engines! {
    async fn whatever_days_a_changed_line_says(app: TestApp) {
        let mut n = 0;
        for first in before() {
            for later in after() {
                n += 1;
                let mut alfa = line("Alfa", &first);
                let id = format!("sak-{n}");
                (alfa["external_id"], alfa["slug"]) = (json!(id), json!(id));
                let is_found = first["published_at"] == "unknown" && !later["published_at"].is_null();
                if is_found {
                    continue;
                }
                app.import(&[alfa.clone()]).await;
                let item = the_item(&app, &id).await.id;
                let then = told(&app, item).await;
                let mut beta = with(&alfa, &later);
                beta["title"] = json!("Beta");
                let outcome = app.import_text(&beta.to_string()).await;
                // Days that are not in order are refused, and no others.
                for why in outcome.failures.iter().flat_map(|failure| &failure.why) {
                    assert!(why.contains("before `published_at`") || why.contains("order"), "{why}");
                }
                let is_in = outcome.updated == 1;
                assert_eq!(the_item(&app, &id).await.title, if is_in { "Beta" } else { "Alfa" });
                assert_eq!(told(&app, item).await, then, "{alfa} and then {beta}");
                // The same text with other days.
                let same = with(&beta, &json!({ "updated_at": "2025-02-03", "published_at": first["published_at"] }));
                app.import_text(&same.to_string()).await;
                assert_eq!(told(&app, item).await, then, "{beta} and then {same}");
            }
        }
    }

    async fn a_text_of_today_does_not_reach_back(app: TestApp) {
        app.import_in_time(&[
            line("Første", &json!({ "published_at": "2025-01-16", "updated_at": "2025-01-16" })),
            line("Andre", &json!({ "published_at": "2025-01-16", "updated_at": "2026-06-10" })),
        ])
        .await;
        let told_of = app.import_text(&line("Tredje", &json!({ "published_at": "2025-01-16", "updated_at": "2026-01-16" })).to_string()).await;
        assert_eq!((told_of.updated, told_of.notes.len()), (1, 1));
        assert!(told_of.notes[0].what.contains("`updated_at` is 2026-01-16"), "{told_of:?}");
        for (day, title) in [("2026-06-09", "Første"), ("2026-07-01", "Andre"), ("2026-11-21", "Andre")] {
            assert!(app.get(&format!("/nb/nyheter/siden?per={day}")).await.has(title), "{day}");
        }
        let page = app.get("/nb/nyheter/siden").await;
        assert!(page.has("Tredje") && page.has("22. november 2026"), "{}", page.body);
    }

    async fn what_never_was_public_here_has_the_days_of_its_line(app: TestApp) {
        let days = json!({ "published_at": "2026-02-01", "state": "draft" });
        app.import(&[line("Utkast", &days)]).await;
        app.import(&[line("Utkast", &json!({ "published_at": "2026-02-01" }))]).await;
        assert!(app.get("/nb/nyheter/siden?per=2026-03-01").await.has("Utkast"));
        assert_eq!(the_item(&app, "n").await.changed_at(), None, "nobody has changed it since");
    }

    async fn a_day_that_is_found_takes_nothing_away(app: TestApp) {
        app.app.clock.advance(Duration::days(-200));
        app.import(&[line("Alfa", &json!({ "published_at": "unknown" }))]).await;
        app.app.clock.advance(Duration::days(200));
        // Later than it has been here.
        let later = app.import_text(&line("Alfa", &json!({ "published_at": "2026-10-01" })).to_string()).await;
        assert_eq!((later.unchanged, later.notes.len()), (1, 1), "{later:?}");
        assert!(app.get("/nb/nyheter/siden?per=2026-06-01").await.has("Alfa"));
        app.import(&[line("Alfa", &json!({ "published_at": "2025-10-01" }))]).await;
        for day in ["2025-11-01", "2026-06-01"] {
            assert!(app.get(&format!("/nb/nyheter/siden?per={day}")).await.has("Alfa"), "{day}");
        }
    }

    async fn what_was_withdrawn_is_back_from_now(app: TestApp) {
        let days = json!({ "published_at": "2026-01-10" });
        let withdrawn = { let mut line = line("Alfa", &days); line["state"] = json!("withdrawn"); line };
        app.import(&[line("Alfa", &days)]).await;
        app.app.clock.advance(Duration::days(1));
        app.import(&[withdrawn]).await;
        app.app.clock.advance(Duration::days(3));
        app.import(&[line("Beta", &json!({ "published_at": "2026-01-10", "updated_at": "2026-11-24" }))]).await;
        assert!(app.get("/nb/nyheter/siden").await.has("Beta"));
        assert!(app.get("/nb/nyheter/siden?per=2026-02-01").await.has("Alfa"));
        assert_eq!(app.get("/nb/nyheter/siden?per=2026-11-24").await.status, StatusCode::GONE);
    }

    async fn a_text_to_come_is_no_earlier_one(app: TestApp) {
        let earlier = json!([{ "number": 1, "published_at": "2099-01-01", "title": "Før" }]);
        let refused = app.import_text(&line("Nå", &json!({ "published_at": "2026-01-10", "revisions": earlier })).to_string()).await;
        assert!(refused.failures[0].why[0].contains("a day to come"), "{refused:?}");
    }
}
