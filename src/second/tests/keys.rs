//! Passkeys: made and shown by a phone of the tests' own, and refused when anything about them is not right.

use axum::http::StatusCode;
use serde_json::Value;

use super::{ANNE, KARI, MANAGE, NO, STEP, administrator, first_step, logged};
use crate::testing::{Answer, Browser, Passkey, both_engines};

const MAKE: &str = "/nb/min-side/trinn-to/nokkel";
const SHOW: &str = "/nb/logg-inn/trinn-to/nokkel";

/// What the page asks of the browser.
fn options(page: &Answer) -> Value {
    let (_, rest) = page.body.split_once("data-options=\"").expect("options");
    let escaped = rest.split('"').next().unwrap();
    serde_json::from_str(&escaped.replace("&#34;", "\"").replace("&#38;", "&")).unwrap()
}

async fn make(browser: &mut Browser<'_>, key: &Passkey) -> Answer {
    let asked = options(&browser.post(MAKE, &[]).await);
    let answer = key.create(&asked);
    browser.post(&format!("{MAKE}/svar"), &[("navn", "Telefonen"), ("svar", &answer)]).await
}

async fn show(browser: &mut Browser<'_>, key: &mut Passkey) -> Answer {
    let asked = options(&browser.post(SHOW, &[]).await);
    let answer = key.show(&asked);
    browser.post(&format!("{SHOW}/svar"), &[("svar", &answer)]).await
}

both_engines! {
    async fn a_passkey_is_made_and_lets_in(app: TestApp) {
        let mut anne = administrator(&app).await;
        let mut key = Passkey::new(1);
        let made = make(&mut anne, &key).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        assert_eq!(made.body.matches("<li><code>").count(), 10, "and recovery codes");
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::OK);
        assert!(anne.get(MANAGE).await.has("Telefonen"));
        app.run_jobs().await;
        let mut again = Browser::new(&app);
        first_step(&mut again, ANNE).await;
        assert!(again.get(STEP).await.has("Bruk passnøkkel"));
        let taken = show(&mut again, &mut key).await;
        assert_eq!((taken.status, taken.header("location")), (StatusCode::SEE_OTHER, "/nb/min-side"), "{}", taken.body);
        assert_eq!(again.get("/nb/tilgang").await.status, StatusCode::OK);
        assert_eq!(logged(&app, "step_shown").await, 1);
    }

    async fn an_answer_is_taken_once_and_where_it_was_asked_for(app: TestApp) {
        let mut anne = administrator(&app).await;
        let mut key = Passkey::new(1);
        make(&mut anne, &key).await;
        app.run_jobs().await;
        let (mut one, mut other) = (Browser::new(&app), Browser::new(&app));
        first_step(&mut one, ANNE).await;
        first_step(&mut other, ANNE).await;
        let answer = key.show(&options(&one.post(SHOW, &[]).await));
        let path = format!("{SHOW}/svar");
        assert_eq!(other.post(&path, &[("svar", &answer)]).await.status, NO, "asked in another browser");
        other.post(SHOW, &[]).await;
        assert_eq!(other.post(&path, &[("svar", &answer)]).await.status, NO, "to another question");
        assert_eq!(one.post(&path, &[("svar", &answer)]).await.status, StatusCode::SEE_OTHER);
        let mut third = Browser::new(&app);
        first_step(&mut third, ANNE).await;
        assert_eq!(third.post(&path, &[("svar", &answer)]).await.status, NO, "replayed");
    }

    async fn what_is_not_right_about_a_key_is_refused(app: TestApp) {
        let mut anne = administrator(&app).await;
        let mut key = Passkey::new(1);
        let mut elsewhere = Passkey::new(2);
        elsewhere.origin = "https://ond.example".to_owned();
        assert_eq!(make(&mut anne, &elsewhere).await.status, NO, "made for another site");
        let mut unverified = Passkey::new(3);
        unverified.is_verified = false;
        assert_eq!(make(&mut anne, &unverified).await.status, NO, "nobody has shown that it is theirs");
        assert_eq!(make(&mut anne, &key).await.status, StatusCode::OK);
        assert_eq!(make(&mut anne, &Passkey::new(1)).await.status, NO, "it is known already");
        app.run_jobs().await;
        let mut again = Browser::new(&app);
        first_step(&mut again, ANNE).await;
        key.origin = "https://ond.example".to_owned();
        assert_eq!(show(&mut again, &mut key).await.status, NO, "another site");
        key.origin = "https://padriver.example".to_owned();
        key.is_verified = false;
        assert_eq!(show(&mut again, &mut key).await.status, NO, "unverified");
        key.is_verified = true;
        assert_eq!(show(&mut again, &mut Passkey::new(1)).await.status, NO, "of the same name, another key");
        key.counter = 100;
        assert_eq!(show(&mut again, &mut key).await.status, StatusCode::SEE_OTHER);
        first_step(&mut again, ANNE).await;
        key.counter = 50;
        assert_eq!(show(&mut again, &mut key).await.status, NO, "a copy of the key counts behind");
    }

    async fn nobody_lets_in_another_or_takes_anothers_away(app: TestApp) {
        let mut anne = administrator(&app).await;
        let key = Passkey::new(1);
        make(&mut anne, &key).await;
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let mut hers = Passkey::new(2);
        make(&mut kari, &hers).await;
        app.run_jobs().await;
        let mut thief = Browser::new(&app);
        first_step(&mut thief, ANNE).await;
        assert_eq!(show(&mut thief, &mut hers).await.status, NO);
        let page = anne.get(MANAGE).await;
        let id = page.field("fjern").to_owned();
        assert_eq!(kari.post(MANAGE, &[("fjern", &id)]).await.status, StatusCode::CONFLICT);
        assert!(anne.get(MANAGE).await.has("Telefonen"));
        assert_eq!(anne.post(MANAGE, &[("fjern", &id)]).await.status, StatusCode::SEE_OTHER);
        assert!(!anne.get(MANAGE).await.has("Telefonen"));
    }

    async fn what_is_no_answer_breaks_nothing(app: TestApp) {
        let mut anne = administrator(&app).await;
        for answer in ["", "{}", "null", "[1]", "tull", "{\"id\":\"å\"}"] {
            anne.post(MAKE, &[]).await;
            let refused = anne.post(&format!("{MAKE}/svar"), &[("navn", "x"), ("svar", answer)]).await;
            assert_eq!(refused.status, NO, "{answer}: {}", refused.body);
        }
        assert_eq!(anne.post(SHOW, &[]).await.status, NO, "there is no step to take");
    }
}
