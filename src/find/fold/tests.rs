//! Texts that have something of a question stand below those that have all of it.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::{TestApp, both_engines};

fn text(id: &str, title: &str, body: &str) -> Value {
    json!({
        "kind": "page", "external_id": id, "lang": "nb", "title": title, "body": body, "published_at": "2015-01-01",
    })
}

async fn api(app: &TestApp, query: &str) -> Value {
    let answer = app.get(&format!("/api/v1/search?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn ids(found: &Value, below: bool) -> Vec<&str> {
    let hits = found["hits"].as_array().unwrap().iter();
    let hits = hits.filter(|hit| hit.get("below").is_some() == below);
    hits.map(|hit| hit["external_id"].as_str().unwrap()).collect()
}

both_engines! {
    async fn what_has_something_of_a_question_is_folded_below(app: TestApp) {
        app.import(&[
            text("senger", "Tryggere senger", "Fall på sykehjem skjer om natta."),
            text("trapp", "Trappa", "Fall, fall og fall i trappa."),
            text("kake", "Kake", "Ingenting."),
        ]).await;
        app.index().await;
        let found = api(&app, "q=fall+sykehjem+natt").await;
        assert_eq!((&found["total"], &found["below"]), (&json!(1), &json!(1)), "{found}");
        assert_eq!((ids(&found, false), ids(&found, true)), (vec!["senger"], vec!["trapp"]));
        assert_eq!(found["hits"][1]["below"], true);
        assert_eq!(found["facets"]["kind"], json!({ "page": 1 }));
        for (lang, summary) in [
            ("nb", "Inneholder noe av dette (1)"), ("nn", "Inneheld noko av dette (1)"),
            ("en", "Contains some of this (1)"), ("se", "(1)"),
        ] {
            let page = app.get(&format!("/{lang}/sok?q=fall+sykehjem+natt")).await;
            let folded = format!("<details class=\"ds-details part-of\"><summary>{summary}</summary>");
            assert!(page.has(&folded) || lang == "se" && page.has(summary), "{lang}: {}", page.body);
            assert!(page.body.find("Tryggere senger") < page.body.find("Trappa"));
        }
        assert!(app.get("/nb/sok?q=fall+sykehjem+natt").await.has("1 treff"));
        let past = app.get("/nb/sok?q=fall+sykehjem+natt&per=2020-01-01").await;
        assert!(past.has("1 treff") && past.has("Inneholder noe av dette (1)"), "{}", past.body);
        // Who follows a search, or makes a booklet of it, gets what it is about.
        let feed = app.get("/nb/sok.atom?q=fall+sykehjem+natt").await;
        assert!(feed.has("Tryggere senger") && !feed.has("Trappa"), "{}", feed.body);
        let booklet = app.get("/nb/hefte?fra=sok&q=fall+sykehjem+natt").await;
        assert!(booklet.has("Tryggere senger") && !booklet.has("Trappa"), "{}", booklet.body);
    }

    async fn wholes_stand_above_what_has_a_part_of_them(app: TestApp) {
        app.import(&[
            text("samtaler", "Samtaler ved livets slutt", "Om døden."),
            text("stoppet", "Prosjektet er slutt", "Det sluttet uten midler."),
            text("varsel", "Varsel etter dødsfall", "Legen kommer."),
            text("trapp", "Fall i trappa", "Fall, fall."),
            text("sensor", "Sensor i heimen", "Prosjektet er om fallforebygging."),
            text("fall", "Førebygging av fall", "Hos eldre."),
            text("tvang", "Forebygging av tvang", "Tvang kan forebygges."),
        ]).await;
        app.index().await;
        for (asked, whole, part) in [
            ("livets+slutt", vec!["samtaler"], vec!["stoppet"]),
            ("d%C3%B8dsfall", vec!["varsel"], vec!["trapp"]),
            ("fallforebygging", vec!["fall", "sensor"], vec!["trapp", "tvang"]),
            ("fallforebyggingen", vec!["fall", "sensor"], vec!["tvang"]),
            ("%22livets+slutt%22", vec!["samtaler"], vec![]),
            ("sluttet+prosjekt", vec!["stoppet"], vec!["sensor"]),
        ] {
            let found = api(&app, &format!("q={asked}")).await;
            let mut above = ids(&found, false);
            above.sort_unstable();
            assert_eq!(above, whole, "{asked}: {found}");
            let below = ids(&found, true);
            assert!(part.iter().all(|id| below.contains(id)), "{asked}: {below:?}");
            assert_eq!(found["below"], below.len(), "{asked}: {found}");
        }
    }

    async fn it_is_open_where_nothing_has_all(app: TestApp) {
        app.import(&[
            text("senger", "Tryggere senger", "På sykehjem."),
            text("trapp", "Trappa", "Fall i trappa."),
        ]).await;
        app.index().await;
        let found = api(&app, "q=trapp+sykehjem").await;
        assert_eq!((&found["total"], &found["below"]), (&json!(0), &json!(2)), "{found}");
        assert_eq!(found["facets"]["kind"], json!({ "page": 2 }), "there is nothing else to narrow");
        let page = app.get("/nb/sok?q=trapp+sykehjem").await;
        assert!(page.has("Ingen tekst har alt du søkte etter"), "{}", page.body);
        assert!(page.has("<details class=\"ds-details part-of\" open><summary>Inneholder noe av dette (2)"), "{}", page.body);
        assert!(!page.has("Vi fant ikke noe om"), "something was found");
    }

    async fn its_pages_go_on_where_the_others_end(app: TestApp) {
        let mut all = vec![text("senger", "Tryggere senger", "Fall om natta.")];
        all.extend((0..25).map(|n| text(&format!("fall{n}"), &format!("Trapp {n}"), "Fall i trappa.")));
        app.import(&all).await;
        app.index().await;
        let rows = |body: &str| body.matches("<article class=\"story\"").count();
        let first = app.get("/nb/sok?q=fall+natt").await;
        assert!(first.has("1 treff") && first.has("Inneholder noe av dette (25)"), "{}", first.body);
        assert_eq!(rows(&first.body), 20);
        assert!(first.has("side=2\">Vis flere som inneholder noe av dette"), "{}", first.body);
        assert!(!first.has("ds-pagination"), "there is one page of what has all");
        let second = app.get("/nb/sok?q=fall+natt&side=2").await;
        assert_eq!((second.status, rows(&second.body)), (StatusCode::OK, 6));
        assert!(second.has("open><summary>") && second.has("ds-pagination"), "{}", second.body);
        assert_eq!(app.get("/nb/sok?q=fall+natt&side=3").await.status, StatusCode::NOT_FOUND);
    }
}
