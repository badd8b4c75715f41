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

    async fn one_network_can_not_fill_a_mailbox_and_shuts_nobody_out_next_door(app: TestApp) {
        for _ in 0..5 {
            assert_eq!(Browser::at(&app, "198.51.100.7").ask_for_code(KARI).await.unwrap().len(), 6);
        }
        // The letter past those has a code for whoever has asked, and no other goes for a while.
        let long = Browser::at(&app, "198.51.100.8").ask_for_code(KARI).await.unwrap();
        assert_eq!(long.len(), 12);
        let mut colleague = Browser::at(&app, "198.51.100.7");
        assert_eq!(colleague.ask_for_code(KARI).await, None);
        let page = colleague.get("/nb/logg-inn/kode").await;
        assert!(page.has("bedt om mange koder til") && page.has("tolv sifre"), "{}", page.body);
        assert!(page.has("det neste om 8 minutter") && !page.has("er på vei"), "{}", page.body);
        assert_eq!(colleague.type_code(&long).await.status, StatusCode::SEE_OTHER);
        assert!(colleague.is_known().await);
        // Neither those who are elsewhere nor others who are there notice.
        assert_eq!(Browser::at(&app, "203.0.113.9").ask_for_code(KARI).await.unwrap().len(), 6);
        let other = Browser::at(&app, "198.51.100.7").ask_for_code("ola@kommune.example.org").await;
        assert_eq!(other.unwrap().len(), 6);
        app.app.clock.advance(Duration::HOUR);
        assert_eq!(Browser::at(&app, "198.51.100.8").ask_for_code(KARI).await.unwrap().len(), 6);
    }

    async fn many_networks_can_not_either_and_shut_nobody_out(app: TestApp) {
        for network in 1..=6 {
            let mut browser = Browser::at(&app, &format!("198.18.{network}.1"));
            assert_eq!(browser.ask_for_code(KARI).await.unwrap().len(), 6, "{network}");
        }
        let before = app.letters().len();
        let mut last = None;
        for minute in 0..60 {
            let mut browser = Browser::at(&app, &format!("198.19.{minute}.1"));
            last = browser.ask_for_code(KARI).await.or(last);
            // What is in the mailbox lets its reader in, from wherever.
            let mut hers = Browser::at(&app, &format!("198.19.{minute}.1"));
            assert_eq!(hers.ask_for_code(KARI).await, None, "{minute}");
            if minute == 59 {
                let entered = hers.type_code(last.as_deref().unwrap()).await;
                assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
            }
            app.app.clock.advance(Duration::MINUTE);
        }
        assert_eq!(app.letters().len() - before, 8, "one in eight minutes");
    }

    async fn a_long_code_is_good_once_and_for_its_address_alone(app: TestApp) {
        for _ in 0..5 {
            Browser::new(&app).ask_for_code(KARI).await.unwrap();
        }
        let mut asked = Browser::new(&app);
        let long = asked.ask_for_code(KARI).await.unwrap();
        let (mut hers, mut late) = (Browser::new(&app), Browser::new(&app));
        for browser in [&mut hers, &mut late] {
            assert_eq!(browser.ask_for_code(KARI).await, None);
        }
        // A stranger whose asking sent it can't use it up by guessing, nor can one who asked for another.
        for wait in [2, 4, 8, 16, 32] {
            assert_eq!(asked.type_code("000000000000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
            app.app.clock.advance(Duration::seconds(wait));
        }
        let mut other = Browser::new(&app);
        other.ask_for_code("ola@kommune.example.org").await.unwrap();
        assert_eq!(other.type_code(&long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let spaced = format!("{} {} {}", &long[..4], &long[4..8], &long[8..]);
        assert_eq!(hers.type_code(&spaced).await.status, StatusCode::SEE_OTHER);
        assert_eq!(late.type_code(&long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = late.get("/nb/logg-inn/kode").await;
        assert!(page.has("er brukt eller for gammel"), "{}", page.body);
        // Another goes at once.
        late.log_in(KARI).await;
    }

    async fn a_browser_that_has_been_in_is_shut_out_by_nobody_not_even_next_door(app: TestApp) {
        let mut hers = Browser::new(&app);
        hers.log_in(KARI).await;
        hers.post("/nb/logg-ut", &[]).await;
        app.app.clock.advance(Duration::HOUR);
        for _ in 0..5 {
            assert!(Browser::new(&app).ask_for_code(KARI).await.is_some());
        }
        let long = Browser::new(&app).ask_for_code(KARI).await.unwrap();
        assert_eq!(long.len(), 12);
        assert_eq!(hers.ask_for_code(KARI).await.unwrap().len(), 6);
        // It is known for that address alone, and no mailbox is filled from it either.
        let other = "ola@kommune.example.org";
        for _ in 0..5 {
            assert_eq!(hers.ask_for_code(other).await.unwrap().len(), 6);
        }
        assert_eq!(hers.ask_for_code(other).await.unwrap().len(), 12);
        for _ in 0..9 {
            assert_eq!(hers.ask_for_code(KARI).await.unwrap().len(), 6);
        }
        assert_eq!(hers.ask_for_code(KARI).await, None);
        assert_eq!(hers.type_code(&long).await.status, StatusCode::SEE_OTHER);
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
            assert_eq!(browser.ask_for_code(KARI).await.unwrap().len(), 12, "{given}");
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
    let mut known = Browser::new(&app);
    known.log_in(KARI).await;
    let mut browser = Browser::new(&app);
    assert!(browser.ask_for_code("ola@kommune.example.org").await.is_some());
    let third = browser.post("/nb/logg-inn", &[("epost", KARI)]).await;
    assert_eq!(third.status, TOO_MANY);
    assert!(third.header("retry-after").parse::<u64>().unwrap() > 0);
    // A browser that has been in is not held up by its neighbours.
    assert!(known.ask_for_code(KARI).await.is_some());
    assert_ne!(browser.type_code("000000").await.status, TOO_MANY);
    assert_eq!(browser.type_code("000000").await.status, TOO_MANY);
    app.end().await;
}
