//! Every page and every row, for today and for any other day, by the front door.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::{Engine, TestApp, both_engines};

async fn api(app: &TestApp, path: &str) -> Vec<Value> {
    let answer = app.get(&format!("/api/v1/{path}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    serde_json::from_str(&answer.body).unwrap()
}

fn project() -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": "Rolige morgener",
        "published_at": "2012-05-01", "centre": "usht-akershus", "municipalities": ["0219"],
        "facts": { "period": { "from": "2012", "to": "2013" } }
    })
}

both_engines! {
    async fn the_list_is_of_today_or_of_any_day(app: TestApp) {
        let today = app.get("/nb/sentre").await;
        assert_eq!(today.status, StatusCode::OK);
        for text in ["I dag er det 21 sentre.", "USHT for den samiske befolkningen", "USHT Helse Fonna", "Vefsn", "Alstahaug", "kildene er ikke enige"] {
            assert!(today.has(text), "{text}");
        }
        assert!(!today.has("Siden ca. 2008"), "what is over has an end");
        let then = app.get("/nb/sentre?per=2008-10-01").await;
        for text in ["1. oktober 2008 var det 22 sentre.", "Oslo (Bjerke bydel)</a>", "Vågå", "Skjåk", "Lom", "2008", "noindex"] {
            assert!(then.has(text), "{text}");
        }
        for typed in ["2008", "1.10.2008", "2008-10"] {
            assert_eq!(app.get(&format!("/nn/sentre?per={typed}")).await.status, StatusCode::OK);
        }
        let none = app.get("/nb/sentre?per=1990").await;
        assert!(none.has("var det ingen sentre"));
    }

    async fn a_day_that_is_none_is_said_to_be_so_with_what_was_typed(app: TestApp) {
        for path in ["sentre", "fylker", "sentre/usht-oslo", "fylker/03", "kommuner/0301"] {
            let page = app.get(&format!("/nb/{path}?per=31.2.2017%3Cb%3E")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            assert!(page.has("per-feil"), "{path}");
            assert!(page.has("31.2.2017&#60;b&#62;"), "{path}");
        }
        for path in ["sentre/finnes-ikke", "fylker/99", "kommuner/0000", "kommuner/x"] {
            assert_eq!(app.get(&format!("/nb/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_centre_tells_all_that_is_said_of_it(app: TestApp) {
        app.import(&[project()]).await;
        let page = app.get("/nb/sentre/usht-akershus").await;
        for text in [
            "Lørenskog", "Rolige morgener", "Undervisningshjemmetjeneste Akershus",
            "002_5a8ef6a0a4448f64.txt", "Samfunnsoppdrag", "/nb/kommuner/3201",
        ] {
            assert!(page.has(text), "{text}");
        }
        let old = app.get("/nb/sentre/undervisningshjemmetjeneste-akershus").await;
        assert!(old.has("Senteret var ikke til 22. november 2026."));
        assert!(old.has("UHT Akershus"));
        let disputed = app.get("/en/sentre/usht-nordland").await;
        for text in ["Vefsn", "Alstahaug", "The sources disagree."] {
            assert!(disputed.has(text), "{text}");
        }
        let merged = app.get("/nb/sentre/usht-ostfold").await;
        assert!(merged.has("nå Indre Østfold"));
    }

    async fn a_project_is_found_where_its_place_is_now(app: TestApp) {
        app.import(&[project()]).await;
        for query in ["fylke=02", "fylke=30", "fylke=32", "kommune=0219", "kommune=3024", "kommune=3201"] {
            let page = app.get(&format!("/nb/prosjekter?{query}")).await;
            assert!(page.has("Rolige morgener"), "{query}");
        }
        for query in ["fylke=03", "fylke=31", "kommune=3203"] {
            let page = app.get(&format!("/nb/prosjekter?{query}")).await;
            assert!(!page.has("Rolige morgener"), "{query}");
        }
        assert_eq!(app.get("/nb/prosjekter?kommune=0000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for page in ["fylker/02", "fylker/30", "fylker/32", "kommuner/0219", "kommuner/3024", "kommuner/3201"] {
            assert!(app.get(&format!("/nb/{page}")).await.has("Rolige morgener"), "{page}");
        }
        app.index().await;
        assert!(app.get("/nb/sok?q=morgener&fylke=32").await.has("/nb/prosjekter/rolige-morgener"));
    }

    async fn a_county_and_a_municipality_tell_what_became_of_them(app: TestApp) {
        let viken = app.get("/nb/fylker/30").await;
        for text in ["Viken", "Fylket var ikke til", "21 kommuner gikk til", "22 kommuner kom fra", "51 kommuner"] {
            assert!(viken.has(text), "{text}");
        }
        let akershus = app.get("/nb/fylker/32").await;
        assert!(akershus.has("USHT Akershus") && akershus.has("/nb/kommuner/3201"));
        assert!(app.get("/nb/fylker/56").await.has("USHT for den samiske befolkningen"));
        assert!(app.get("/nb/fylker").await.has("15 fylker"));
        assert!(app.get("/nb/fylker?per=1980").await.has("begynner i 1999"));
        let old = app.get("/nb/kommuner/0219").await;
        for text in ["Bærum", "Ble til", "/nb/kommuner/3024", "var ikke til under dette nummeret", "/nb/kommuner/3201"] {
            assert!(old.has(text), "{text}");
        }
        let merged = app.get("/nb/kommuner/3118").await;
        assert!(merged.has("Indre Østfold") && merged.has("USHT Østfold"));
    }

    async fn the_rows_of_any_day_are_open_data(app: TestApp) {
        assert_eq!(api(&app, "municipalities").await.len(), 357);
        assert_eq!(api(&app, "municipalities?per=1999-01-01").await.len(), 435);
        assert_eq!(api(&app, "counties?per=2018-06-01").await.len(), 18);
        let centres = api(&app, "centres?per=2017-06-01").await;
        assert_eq!(centres.len(), 21);
        let nordland = centres.iter().find(|row| row["slug"] == "usht-nordland").unwrap();
        assert_eq!(nordland["hosts"], json!(["Vestvågøy"]));
        assert_eq!(nordland["satellites"], json!(["Vefsn", "Alstahaug"]));
        assert_eq!(nordland["counties"], json!(["18"]));
        assert!(nordland["sources"][0].as_str().unwrap().contains("002_5a8ef6a0a4448f64.txt"));
        let some = api(&app, "municipalities?limit=2&offset=1").await;
        assert_eq!(some.len(), 2);
        assert_eq!((&some[0]["code"], &some[0]["county_name"]), (&json!("1101"), &json!("Rogaland")));
        let baerum = api(&app, "municipalities").await.into_iter().find(|row| row["code"] == "3201");
        assert_eq!(baerum.unwrap()["centres"], json!(["usht-akershus"]));
        assert!(api(&app, "organisations").await.iter().any(|row| row["slug"] == "helse-fonna"));
        let plain = app.get("/api/v1/centres?per=2008-10-01").await;
        assert_eq!(plain.header("x-total-count"), "22");
        assert_eq!(plain.header("access-control-allow-origin"), "*");
        for path in ["centres.csv?per=2008-10-01", "centres?per=2008-10-01&format=csv"] {
            let csv = app.get(&format!("/api/v1/{path}")).await;
            assert!(csv.header("content-type").starts_with("text/csv"));
            assert_eq!(csv.body.lines().count(), 23);
            assert!(csv.body.contains("Vågå; Skjåk; Lom"));
        }
    }
}

#[tokio::test]
async fn what_is_not_understood_is_told() {
    let app = TestApp::new(Engine::Sqlite).await;
    for query in
        ["per=igår", "per=2017-13-01", "limit=-1", "offset=x", "format=xml", "dag=1", "per=%00"]
    {
        let answer = app.get(&format!("/api/v1/centres?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.header("content-type").starts_with("application/problem+json"));
    }
    app.end().await;
}

#[tokio::test]
async fn every_page_is_told_in_every_language() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[project()]).await;
    for lang in ["nb", "nn", "se", "en"] {
        for path in [
            "sentre",
            "sentre?per=2014",
            "sentre?per=2008",
            "fylker",
            "fylker/54",
            "kommuner/1850",
            "sentre/usht-helse-fonna",
            "sentre/usht-hordaland-2011",
            "sentre/usht-den-samiske-befolkningen?per=2009",
        ] {
            let page = app.get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{lang}/{path}");
        }
    }
    app.end().await;
}
