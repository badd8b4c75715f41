//! Many at once: nobody is flooded with letters, nobody is shut out, and a whole hospital gets in.

use axum::http::StatusCode;
use time::Duration;

use super::KARI;
use crate::config::RateLimits;
use crate::testing::{Browser, Engine, TestApp, both_engines};

const TOO_MANY: StatusCode = StatusCode::TOO_MANY_REQUESTS;

async fn ask(browser: &mut Browser<'_>, address: &str) {
    let answer = browser.post("/nb/logg-inn", &[("epost", address)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

async fn enter(browser: &mut Browser<'_>, address: &str) {
    let code = browser.code_in_letter(address, &[]).expect("a letter with a code");
    let answer = browser.type_code(&code).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

both_engines! {
    async fn those_who_come_at_the_same_moment_get_in(app: TestApp) {
        let mut four = [(); 4].map(|()| Browser::new(&app));
        let [a, b, c, d] = &mut four;
        let [at_a, at_b, at_c, at_d] = ["a@x.example.org", "b@x.example.org", "c@x.example.org", "d@x.example.org"];
        Box::pin(async { tokio::join!(ask(a, at_a), ask(b, at_b), ask(c, at_c), ask(d, at_d)) }).await;
        assert_eq!(app.run_jobs().await, 4);
        Box::pin(async { tokio::join!(enter(a, at_a), enter(b, at_b), enter(c, at_c), enter(d, at_d)) }).await;
        for browser in &mut four {
            assert!(browser.is_known().await);
        }
        assert_eq!(crate::people::persons::all(&app.app.db).await.unwrap().len(), 4);
    }

    async fn one_network_can_not_fill_a_mailbox(app: TestApp) {
        for _ in 0..5 {
            assert!(Browser::at(&app, "198.51.100.7").ask_for_code(KARI).await.is_some());
        }
        let mut more = Browser::at(&app, "198.51.100.8");
        let answer = more.post("/nb/logg-inn", &[("epost", KARI)]).await;
        assert_eq!(answer.status, TOO_MANY, "{}", answer.body);
        assert!(answer.has("mange koder til denne adressen") && answer.has(&format!("value=\"{KARI}\"")));
        assert_eq!(answer.header("retry-after"), "3600");
        assert_eq!(app.run_jobs().await, 0);
        assert!(more.cookies.is_empty());
        // It shuts out neither the person, who is elsewhere, nor others who are there.
        assert!(Browser::at(&app, "203.0.113.9").ask_for_code(KARI).await.is_some());
        assert!(more.ask_for_code("ola@kommune.example.org").await.is_some());
        app.app.clock.advance(Duration::HOUR);
        assert!(more.ask_for_code(KARI).await.is_some());
    }

    async fn many_networks_can_not_either_and_shut_nobody_out_at_home(app: TestApp) {
        Browser::at(&app, "203.0.113.9").log_in(KARI).await;
        app.app.clock.advance(Duration::HOUR);
        for network in 1..=10 {
            let mut browser = Browser::at(&app, &format!("198.18.{network}.1"));
            assert!(browser.ask_for_code(KARI).await.is_some(), "{network}");
        }
        // The page is the same, and no letter goes.
        let mut eleventh = Browser::at(&app, "198.19.1.1");
        assert_eq!(eleventh.ask_for_code(KARI).await, None);
        assert_eq!(eleventh.type_code("123456").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        Browser::at(&app, "203.0.113.9").log_in(KARI).await;
    }

    async fn a_browser_that_has_been_in_is_shut_out_by_nobody_not_even_next_door(app: TestApp) {
        let mut hers = Browser::new(&app);
        hers.log_in(KARI).await;
        hers.post("/nb/logg-ut", &[]).await;
        app.app.clock.advance(Duration::HOUR);
        for _ in 0..5 {
            assert!(Browser::new(&app).ask_for_code(KARI).await.is_some());
        }
        let next_door = Browser::new(&app).post("/nb/logg-inn", &[("epost", KARI)]).await;
        assert_eq!(next_door.status, TOO_MANY);
        hers.log_in(KARI).await;
        // It is known for that address alone, and no mailbox is filled from it either.
        let other = "ola@kommune.example.org";
        for _ in 0..5 {
            assert!(hers.ask_for_code(other).await.is_some());
        }
        assert_eq!(hers.post("/nb/logg-inn", &[("epost", other)]).await.status, TOO_MANY);
        for _ in 0..9 {
            assert!(hers.ask_for_code(KARI).await.is_some());
        }
        assert_eq!(hers.post("/nb/logg-inn", &[("epost", KARI)]).await.status, TOO_MANY);
    }

    async fn nobody_makes_up_that_a_browser_is_known(app: TestApp) {
        Browser::new(&app).log_in(KARI).await;
        let mut hers = Browser::new(&app);
        hers.log_in("ola@kommune.example.org").await;
        let of_ola = hers.cookies["__Host-kjent"].clone();
        for given in [of_ola, "ab".repeat(32), "x".to_owned()] {
            let mut browser = Browser::new(&app);
            browser.cookies.insert("__Host-kjent".to_owned(), given.clone());
            app.app.clock.advance(Duration::HOUR);
            for _ in 0..5 {
                assert!(browser.ask_for_code(KARI).await.is_some());
            }
            let more = browser.post("/nb/logg-inn", &[("epost", KARI)]).await;
            assert_eq!(more.status, TOO_MANY, "{given}");
        }
    }
}

#[tokio::test]
async fn two_hundred_behind_one_address_get_in() {
    let app = TestApp::with(Engine::Sqlite, RateLimits::default()).await;
    assert!(app.app.settings.limits.on);
    for n in 0..200 {
        Browser::at(&app, "203.0.113.200").log_in(&format!("ansatt{n}@sykehus.example.org")).await;
    }
    app.end().await;
}

#[tokio::test]
async fn one_network_may_not_ask_without_end() {
    let limits = RateLimits { log_ins_per_network_per_hour: 2, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await;
    let mut browser = Browser::new(&app);
    for n in 0..2 {
        assert!(browser.ask_for_code(&format!("a{n}@kommune.example.org")).await.is_some());
    }
    let third = browser.post("/nb/logg-inn", &[("epost", KARI)]).await;
    assert_eq!(third.status, TOO_MANY);
    assert!(third.header("retry-after").parse::<u64>().unwrap() > 0);
    for _ in 0..2 {
        assert_ne!(browser.type_code("000000").await.status, TOO_MANY);
    }
    assert_eq!(browser.type_code("000000").await.status, TOO_MANY);
    app.end().await;
}
