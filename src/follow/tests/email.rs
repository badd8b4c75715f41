//! Readers follow by e-mail: a code typed in, a letter when there is something new, and out by one press.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use time::Duration;

use super::super::news;
use crate::config::RateLimits;
use crate::testing::{Browser, Engine, TestApp, both_engines};

const KARI: &str = "kari@kommune.example.org";
const NEWS: &str = "/nb/folg/epost?side=nyheter";

/// Asks for a code; where it is typed.
async fn ask(browser: &mut Browser<'_>, path: &str) -> String {
    let asked = browser.post(path, &[("epost", KARI), ("hvor_ofte", "day")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    asked.header("location").to_owned()
}

/// Follows as a person does.
async fn follow(app: &TestApp, browser: &mut Browser<'_>, path: &str) {
    let before = app.letters();
    let page = ask(browser, path).await;
    app.run_jobs().await;
    let code = browser.code_in_letter(KARI, &before).expect("a letter with a code");
    let shown = browser.get(&page).await;
    assert!(shown.status == StatusCode::OK && shown.has(KARI), "{}", shown.body);
    let attempt = shown.field("forsok").to_owned();
    let done = browser.post("/nb/folg/epost/kode", &[("kode", &code), ("forsok", &attempt)]).await;
    assert!(done.status == StatusCode::OK && done.has("Nå følger du med"), "{}", done.body);
    // A code is good once.
    let again = browser.post("/nb/folg/epost/kode", &[("kode", &code), ("forsok", &attempt)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// What is written on the next morning.
async fn next_morning(app: &TestApp) -> Vec<String> {
    let before = app.letters();
    app.app.clock.advance(Duration::days(1));
    news::once(&app.app).await.unwrap();
    app.run_jobs().await;
    app.letters().into_iter().filter(|letter| !before.contains(letter)).collect()
}

async fn add(app: &TestApp, id: &str, title: &str) {
    app.import(&[json!({ "kind": "news", "external_id": id, "lang": "nb", "title": title })]).await;
}

both_engines! {
    async fn what_is_new_comes_by_letter_until_they_leave(app: TestApp) {
        add(&app, "old", "Gammelt nytt").await;
        app.app.clock.advance(Duration::minutes(1));
        let mut kari = Browser::new(&app);
        assert!(kari.get("/nb/folg?side=nyheter").await.has(NEWS));
        follow(&app, &mut kari, NEWS).await;
        assert!(kari.cookies.is_empty(), "nobody is logged in by it");
        app.app.clock.advance(Duration::minutes(1));
        app.import(&[json!({ "kind": "news", "external_id": "new", "lang": "nb", "title": "Nytt nummer",
            "lead": "Om mat og matro.", "centre": "usht-hedmark" })]).await;
        app.import(&[json!({ "kind": "project", "external_id": "t", "lang": "nb", "title": "Sjekkliste" })]).await;
        let letters = next_morning(&app).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains("Nytt nummer") && !letter.contains("Gammelt"), "{letter}");
        assert!(!letter.contains("Sjekkliste") && letter.contains(&format!("To: {KARI}")), "{letter}");
        for said in ["Om mat og matro.", "Hedmark", "publisert "] {
            assert!(letter.replace("=\r\n", "").contains(said), "what it is about, whose and since when: {letter}");
        }
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        assert!(next_morning(&app).await.is_empty(), "there is nothing new");
        // As a mail program does it: no cookie, and no word of where it comes from.
        let (_, rest) = letter.split_once("List-Unsubscribe: <").expect("where it is left");
        let end = rest.split('>').next().unwrap().strip_prefix(&app.app.public_url()).unwrap();
        let shown = app.get(end).await;
        assert!(shown.status == StatusCode::OK && shown.has("Ja, ikke send flere"), "{}", shown.body);
        add(&app, "newer", "Enda et nummer").await;
        assert_eq!(next_morning(&app).await.len(), 1, "to look at the page changes nothing");
        for _ in 0..2 {
            let request = Request::post(end)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from("List-Unsubscribe=One-Click"));
            let left = app.ask(request.unwrap()).await;
            assert!(left.status == StatusCode::OK && left.has("Du er meldt av"), "{}", left.body);
        }
        add(&app, "newest", "Siste nummer").await;
        assert!(next_morning(&app).await.is_empty());
        let forged = format!("{}0", &end[..end.len() - 1]);
        let other = format!("{}1", &end[..end.len() - 1]);
        let wrong = if forged == end { other } else { forged };
        for path in [wrong.as_str(), "/nb/folg/avmelding/x", "/nb/folg/avmelding/%C3%A5"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_search_is_followed_too(app: TestApp) {
        let mut kari = Browser::new(&app);
        follow(&app, &mut kari, "/nb/folg/epost?side=sok&q=matpakke").await;
        app.app.clock.advance(Duration::minutes(1));
        add(&app, "a", "Med matpakke").await;
        add(&app, "b", "Uten noe").await;
        app.index().await;
        let letters = next_morning(&app).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.contains("Med matpakke") && !letter.contains("Uten noe"), "{letter}");
    }

    async fn nobody_is_signed_up_by_a_guess(app: TestApp) {
        let mut kari = Browser::new(&app);
        let page = ask(&mut kari, NEWS).await;
        let attempt = kari.get(&page).await.field("forsok").to_owned();
        app.run_jobs().await;
        let code = kari.code_in_letter(KARI, &[]).unwrap();
        let wrong = if code == "123456" { "654321" } else { "123456" };
        for left in (0..5).rev() {
            let answer = kari.post("/nb/folg/epost/kode", &[("kode", wrong), ("forsok", &attempt)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.has("Koden er feil"), left > 0, "{left}: {}", answer.body);
        }
        let late = kari.post("/nb/folg/epost/kode", &[("kode", &code), ("forsok", &attempt)]).await;
        assert!(late.has("kan ikke brukes lenger"), "{}", late.body);
        for (path, fields) in [
            (NEWS, vec![("epost", "ola"), ("hvor_ofte", "day")]),
            (NEWS, vec![("epost", KARI), ("hvor_ofte", "hvert minutt")]),
            ("/nb/folg/epost/kode", vec![("kode", "123456"), ("forsok", "x")]),
            ("/nb/folg/epost?tema=finnes-ikke", vec![("epost", KARI), ("hvor_ofte", "day")]),
        ] {
            let refused = kari.post(path, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {fields:?}");
        }
        // What is asked as a question is not followed by a colon.
        let unsaid = kari.post(NEWS, &[("epost", KARI)]).await;
        assert!(unsaid.has("Hvor ofte? Dette må fylles ut."), "{}", unsaid.body);
        assert!(next_morning(&app).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_fills_the_mailbox_of_another() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::with(engine, RateLimits::default()).await;
        for network in 1..=5 {
            ask(&mut Browser::at(&app, &format!("198.18.{network}.1")), NEWS).await;
        }
        let mut sixth = Browser::at(&app, "198.18.6.1");
        let answer = sixth.post(NEWS, &[("epost", KARI), ("hvor_ofte", "week")]).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.body);
        assert!(!answer.header("retry-after").is_empty() && answer.has(KARI));
        assert_eq!(app.run_jobs().await, 5);
        app.end().await;
    }
}
