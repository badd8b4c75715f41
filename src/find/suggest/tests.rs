//! What is suggested, in what order, as a page and as JSON.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::find::follow;
use crate::search::{NameWords, Titles, Typed};
use crate::testing::{Engine, TestApp, both_engines};

fn fits(typed: &str, name: &str) -> bool {
    Typed::read(typed).fits(&NameWords::of([name])).is_some()
}

#[test]
fn a_beginning_is_known_in_any_letters_and_in_both_written_languages() {
    for typed in ["fø", "fo", "foe", "Førstehj", "hjelp f", "sykehj", "sjukeheimar"] {
        assert!(fits(typed, "Førstehjelp, hjelp på sykehjemmet"), "{typed}");
    }
    assert!(fits("pdsa-s", "PDSA-sirkel") && fits("sirk", "PDSA-sirkel"));
    // Inside a word is not the beginning of one, and all that is typed must fit.
    for typed in ["fall", "frafall x", "", "🦀", "-", "\0"] {
        assert!(!fits(typed, "Frafall og avfall"), "{typed}");
    }
}

async fn suggested(app: &TestApp, path: &str) -> Value {
    let answer = app.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8");
    serde_json::from_str(&answer.body).unwrap()
}

fn texts(answer: &Value, kind: &str) -> Vec<String> {
    let groups = answer["groups"].as_array().unwrap();
    let group = groups.iter().find(|group| group["kind"] == kind);
    let items = group.map_or(&Value::Null, |group| &group["items"]);
    items.as_array().into_iter().flatten().map(|i| i["text"].as_str().unwrap().to_owned()).collect()
}

fn project(id: &str, lang: &str, title: &str) -> Value {
    json!({ "kind": "project", "external_id": id, "lang": lang, "title": title })
}

both_engines! {
    async fn themes_titles_places_and_words(app: TestApp) {
        let mut gone = project("d", "nb", "Fallgruver");
        gone["state"] = json!("archived");
        app.import(&[
            project("a", "nb", "Færre fall om natta"),
            project("b", "nb", "Fallforebygging i Trondheim"),
            project("c", "nn", "Fallet i heimen"),
            gone,
        ]).await;
        app.index().await;
        let answer = suggested(&app, "/nb/sok/forslag.json?q=fall").await;
        assert_eq!(texts(&answer, "theme")[0], "Fall");
        assert_eq!(texts(&answer, "title"), ["Fallforebygging i Trondheim", "Fallet i heimen", "Færre fall om natta"]);
        assert!(texts(&answer, "word").contains(&"fallforebygging".to_owned()));
        assert!(answer["status"].as_str().unwrap().contains("forslag"));
        let ill = suggested(&app, "/nb/sok/forslag.json?q=sjuke").await;
        assert!(!texts(&ill, "place").contains(&"Sykkylven".to_owned()), "{ill}");
        let place = suggested(&app, "/nn/sok/forslag.json?q=trondh").await;
        assert_eq!(texts(&place, "place")[0], "Trondheim - Tråante", "before what it was called");
        let [place] = place["groups"].as_array().unwrap().iter().filter(|g| g["kind"] == "place").collect::<Vec<_>>()[..] else { panic!() };
        assert_eq!(place["items"][0]["href"], "/nn/kommuner/5001");
        assert_eq!(place["items"][0]["note"], "Kommune i Trøndelag");
        // The words before the last are kept.
        let two = suggested(&app, "/nb/sok/forslag.json?q=natt%20fallf").await;
        assert_eq!(texts(&two, "word"), ["natt fallforebygging"]);
        // What is withdrawn or renamed is suggested so from then on.
        let mut renamed = project("b", "nb", "Trygg i trappa");
        renamed["state"] = json!("published");
        let mut withdrawn = project("a", "nb", "Færre fall om natta");
        withdrawn["state"] = json!("withdrawn");
        app.import(&[renamed, withdrawn]).await;
        app.index().await;
        let answer = suggested(&app, "/nb/sok/forslag.json?q=fall").await;
        assert_eq!(texts(&answer, "title"), ["Fallet i heimen"]);
    }

    async fn without_script_suggestions_are_a_page(app: TestApp) {
        app.import(&[project("a", "nb", "Færre <fall> om natta")]).await;
        app.index().await;
        let page = app.get("/nb/sok/forslag?q=fa").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("href=\"/nb/tema/fall\""), "{}", page.body);
        assert!(page.has("/nb/prosjekter/faerre-fall-om-natta"));
        assert!(page.has("Færre &#60;fall&#62; om natta"));
        assert!(page.has("value=\"fa\""));
        let none = app.get("/en/sok/forslag?q=xyzzy").await;
        assert!(none.has("href=\"/en/sok?q=xyzzy\""));
        assert_eq!(app.get("/nb/sok/forslag").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_server_that_starts_knows_the_titles_that_were_there() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[project("a", "nb", "Færre fall")]).await;
    let fresh = crate::app::App { titles: Titles::default(), ..app.app.clone() };
    follow::fill_titles(&fresh).await.unwrap();
    let found = fresh.titles.find(&Typed::read("fae"), "nb", 5);
    assert_eq!(found.len(), 1);
    app.end().await;
}

#[tokio::test]
async fn whatever_is_typed_gets_an_answer() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[project("a", "nb", "Fall")]).await;
    app.index().await;
    let long = "fallforebygging ".repeat(600);
    for words in
        ["\"", "-", "*", "🦀🦀", "' OR 1=1 --", "<script>", "og i på", &long, &"a".repeat(10_000)]
    {
        let query = crate::web::Query::default().with("q", words).to_string();
        for path in ["/nb/sok/forslag", "/nb/sok/forslag.json", "/nb/sok", "/api/v1/search"] {
            let answer = app.get(&format!("{path}{query}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{path} {words}");
            let is_page = answer.header("content-type").starts_with("text/html");
            assert!(!is_page || !answer.has("<script>"), "{path} {words}");
        }
    }
    for path in
        ["/nb/sok/forslag", "/nb/sok/forslag.json", "/nb/sok", "/nb/sok.atom", "/api/v1/search"]
    {
        assert_eq!(app.get(&format!("{path}?q=fall%00")).await.status, StatusCode::OK, "{path}");
    }
    app.end().await;
}
