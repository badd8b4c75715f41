//! Codes: bound to their browser, few tries, short-lived, and silent about who has an account.

use axum::http::StatusCode;
use time::Duration;

use super::{KARI, logged};
use crate::config;
use crate::testing::{Answer, Browser, Engine, TestApp, both_engines};

const NO: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Another code of the same form.
fn other(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// All that an answer tells, but what names the request, the attempt and the address.
fn told(answer: &Answer, address: &str) -> (StatusCode, String, String) {
    let cookie = answer.header("set-cookie").split_once('=').map_or("", |(name, _)| name);
    let body = answer.body.replace(address, "");
    (answer.status, cookie.to_owned(), without_proof(&body))
}

fn without_proof(body: &str) -> String {
    let found = body.split_once("name=\"bevis\" value=\"");
    let parts = found.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
    parts.map_or_else(|| body.to_owned(), |(before, after)| format!("{before}{after}"))
}

both_engines! {
    async fn a_code_works_in_no_other_browser(app: TestApp) {
        let (mut hers, mut his) = (Browser::new(&app), Browser::new(&app));
        let code = hers.ask_for_code(KARI).await.unwrap();
        let none = his.type_code(&code).await;
        assert_eq!(none.status, NO);
        assert!(none.has("annen nettleser"), "{}", none.body);
        // Nor where somebody has begun for the same address.
        let his_code = his.ask_for_code(KARI).await.unwrap();
        if his_code != code {
            assert_eq!(his.type_code(&code).await.status, NO);
        }
        assert!(!his.is_known().await);
        assert_eq!(hers.type_code(&code).await.status, StatusCode::SEE_OTHER);
        // Once.
        assert_eq!(hers.type_code(&code).await.status, NO);
    }

    async fn a_code_is_good_for_ten_minutes(app: TestApp) {
        let (mut in_time, mut late) = (Browser::new(&app), Browser::new(&app));
        let codes = [in_time.ask_for_code(KARI).await.unwrap(), late.ask_for_code(KARI).await.unwrap()];
        app.app.clock.advance(Duration::seconds(599));
        assert_eq!(in_time.type_code(&codes[0]).await.status, StatusCode::SEE_OTHER);
        app.app.clock.advance(Duration::seconds(1));
        assert_eq!(late.type_code(&codes[1]).await.status, NO);
    }

    async fn tries_are_few_and_each_takes_longer(app: TestApp) {
        let mut browser = Browser::new(&app);
        let code = browser.ask_for_code(KARI).await.unwrap();
        let wrong = other(&code);
        for form in ["12345", "1234567", "12345a", "１２３４５６"] {
            let answer = browser.type_code(form).await;
            assert!(answer.status == NO && answer.has("seks sifre"), "{form}");
        }
        for (left, wait) in [("4 ganger", 2), ("3 ganger", 4), ("2 ganger", 8), ("én gang", 16)] {
            let answer = browser.type_code(&wrong).await;
            assert!(answer.status == NO && answer.has(left), "{left}: {}", answer.body);
            assert!(answer.has(&format!("value=\"{wrong}\"")), "what was typed is there");
            // At once not even the right one is looked at.
            let at_once = browser.type_code(&code).await;
            assert!(at_once.status == NO && at_once.has("sekunder"), "{left}: {}", at_once.body);
            app.app.clock.advance(Duration::seconds(wait));
        }
        assert_eq!(browser.type_code(&wrong).await.status, NO);
        app.app.clock.advance(Duration::minutes(1));
        assert_eq!(browser.type_code(&code).await.status, NO, "after five, none");
        assert_eq!(logged(&app).await.iter().filter(|what| *what == "code_wrong").count(), 5);
        // A new code is a new beginning: nobody is shut out.
        browser.log_in(KARI).await;
    }

    async fn nobody_is_told_who_has_an_account(app: TestApp) {
        Browser::new(&app).log_in(KARI).await;
        let stranger = "ukjent@kommune.example.org";
        let mut seen = Vec::new();
        for address in [KARI, stranger] {
            let mut browser = Browser::new(&app);
            let before = app.letters().len();
            let asked = browser.post("/nb/logg-inn", &[("epost", address)]).await;
            assert_eq!(app.run_jobs().await, 1, "as many letters");
            assert_eq!(app.letters().len(), before + 1);
            let page = browser.get("/nb/logg-inn/kode").await;
            let wrong = browser.type_code("000000").await;
            seen.push([asked, page, wrong].map(|answer| told(&answer, address)));
        }
        assert_eq!(seen[0], seen[1]);
    }
}

#[tokio::test]
async fn the_settings_may_name_whose_addresses_make_accounts() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| {
        let mut settings = (*app.settings).clone();
        settings.people.domains = vec!["kommune.example.org".to_owned()];
        app.settings = settings.into();
    });
    Browser::new(&app).log_in("ola@bydel.kommune.example.org").await;
    let mut browser = Browser::new(&app);
    // The page and the work are the same; the letter says why.
    assert_eq!(browser.ask_for_code("ola@annet.example.org").await, None);
    assert!(app.letters().iter().any(|letter| letter.contains("To: ola@annet.example.org")));
    assert!(browser.get("/nb/logg-inn/kode").await.has("ola@annet.example.org"));
    app.end().await;
}

#[test]
fn a_domain_admits_its_own_and_those_below_it() {
    let domains = vec!["kommune.no".to_owned()];
    let people = config::People { domains, ..config::People::default() };
    for address in ["a@kommune.no", "a@bydel.kommune.no"] {
        assert!(people.admits(address), "{address}");
    }
    for address in ["a@ikkekommune.no", "a@kommune.no.example", "kommune.no"] {
        assert!(!people.admits(address), "{address}");
    }
    assert!(config::People::default().admits("hvem@helst.example"));
}
