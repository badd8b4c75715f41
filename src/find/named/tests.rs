//! A question that names something is answered by it first: on the page, in suggestions, and in the API.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::{TestApp, both_engines};

async fn api(app: &TestApp, query: &str) -> Vec<(String, String)> {
    let answer = app.get(&format!("/api/v1/search?q={query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.body);
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    let named = answer["named"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    named.map(|one| (text(&one["kind"]), text(&one["name"]))).collect()
}

fn is(kind: &str, name: &str) -> (String, String) {
    (kind.to_owned(), name.to_owned())
}

both_engines! {
    async fn what_a_question_names_answers_on_top(app: TestApp) {
        app.import(&[
            json!({ "kind": "page", "external_id": "a", "lang": "nb", "title": "Fall i Tromsø" }),
            json!({
                "kind": "event", "external_id": "e", "lang": "nb", "title": "Årssamling for nettverket",
                "facts": { "starts": "2026-11-05" }
            }),
        ]).await;
        app.index().await;
        for (query, first) in [
            ("Troms%C3%B8", is("municipality", "Tromsø")),
            ("tromso+kommune", is("municipality", "Tromsø")),
            ("Troms", is("county", "Troms")),
            ("fall", is("theme", "Fall")),
            ("fallet", is("theme", "Fall")),
            ("USHT+Troms", is("centre", "USHT Troms")),
            ("Lenvik", is("former_municipality", "Lenvik")),
            ("%C3%A5rssamling", is("event", "Årssamling for nettverket")),
        ] {
            let named = api(&app, query).await;
            let found = named.first().map(|(kind, name)| {
                // Places have names in several languages.
                (kind.clone(), name.split(" - ").next().unwrap().to_owned())
            });
            assert_eq!(found, Some(first), "{query}: {named:?}");
        }
        let both = api(&app, "fall+i+Troms%C3%B8").await;
        assert!(api(&app, "fall+i+bergen").await.contains(&is("municipality", "Bergen")));
        assert!(both.iter().any(|one| one.0 == "municipality") && both.contains(&is("theme", "Fall")), "{both:?}");
        // A word that is a place as well means the place only by itself.
        assert_eq!(api(&app, "Time").await.first(), Some(&is("municipality", "Time")));
        assert!(api(&app, "en+time+hos+legen").await.iter().all(|one| one.0 != "municipality"));
        assert!(api(&app, "kvantefysikk").await.is_empty());
        let answer = app.get("/api/v1/search?q=Lenvik").await;
        assert!(answer.has("\"until\":\"2020\",\"now\":[\"Senja\"]"), "{}", answer.body);
        assert!(answer.has("/nb/kommuner/1931\""), "{}", answer.body);
    }

    async fn the_page_leads_there_before_its_hits(app: TestApp) {
        app.import(&[json!({ "kind": "page", "external_id": "a", "lang": "nb", "title": "Fall i Tromsø" })]).await;
        app.index().await;
        let page = app.get("/nb/sok?q=fall").await;
        let (at, hits) = (page.body.find("Du ser kanskje etter"), page.body.find("id=\"antall\""));
        assert!(at.is_some() && at < hits, "{}", page.body);
        assert!(page.has("<a href=\"/nb/tema/fall\">Fall</a> <span class=\"quiet\">Tema</span>"), "{}", page.body);
        assert!(app.get("/en/sok?q=fall").await.has("<a href=\"/en/tema/fall\">Falls</a>"));
        let was = app.get("/nb/sok?q=Lenvik").await;
        assert!(was.has("<a href=\"/nb/kommuner/1931\">Lenvik</a> <span class=\"quiet\">Kommune til 2020, nå Senja"), "{}", was.body);
        assert!(!app.get("/nb/sok?q=kvantefysikk").await.has("Du ser kanskje etter"));
        assert_eq!(app.get("/nb/kommuner/1931").await.status, StatusCode::OK);
    }

    async fn places_of_before_are_suggested_after_those_of_today(app: TestApp) {
        app.index().await;
        let answer = app.get("/nb/sok/forslag.json?q=lenvi").await;
        let answer: Value = serde_json::from_str(&answer.body).unwrap();
        let groups = answer["groups"].as_array().unwrap();
        let place = groups.iter().find(|group| group["kind"] == "place").unwrap();
        assert_eq!(place["items"][0]["text"], "Lenvik", "{answer}");
        assert_eq!(place["items"][0]["note"], "Kommune til 2020, nå Senja");
        assert!(app.get("/nb/sok/forslag?q=lenvi").await.has("Kommune til 2020, nå Senja"));
    }
}
