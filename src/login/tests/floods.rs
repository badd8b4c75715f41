//! Many at once: nobody is flooded with letters, nobody is shut out, and a whole hospital gets in.

use axum::http::StatusCode;
use time::Duration;

use super::KARI;
use crate::config::RateLimits;
use crate::testing::{Browser, Engine, TestApp, both_engines};

const TOO_MANY: StatusCode = StatusCode::TOO_MANY_REQUESTS;

both_engines! {
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
