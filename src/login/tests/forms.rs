//! Forms of somebody who is logged in are taken from our own pages alone.

use axum::http::StatusCode;

use super::KARI;
use crate::testing::{Browser, both_engines};

const FORM: &str = "/nb/min-side";
const NAMED: [(&str, &str); 1] = [("navn", "Kari Prøve")];

both_engines! {
    async fn another_site_can_not_send_our_forms(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        for from in [
            [("sec-fetch-site", "cross-site")],
            [("sec-fetch-site", "same-site")],
            [("sec-fetch-site", "tull")],
            [("origin", "https://ond.example")],
            [("origin", "null")],
        ] {
            let answer = browser.post_from(&from, FORM, &NAMED).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{from:?}");
            assert!(answer.has("kom ikke fra denne siden"), "{}", answer.body);
            assert_eq!(browser.post_from(&from, "/nb/logg-ut", &[]).await.status, StatusCode::FORBIDDEN);
        }
        assert!(!browser.get(FORM).await.has("Kari Prøve") && browser.is_known().await);
        for from in [[("sec-fetch-site", "same-origin")], [("origin", "https://padriver.example")]] {
            let answer = browser.post_from(&from, FORM, &NAMED).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{from:?}");
        }
    }

    async fn where_a_browser_says_nothing_the_form_must_be_ours(app: TestApp) {
        let (mut hers, mut his) = (Browser::new(&app), Browser::new(&app));
        hers.log_in(KARI).await;
        his.log_in("ola@kommune.example.org").await;
        let proof = hers.get(FORM).await.field("bevis").to_owned();
        let of_his = his.get(FORM).await.field("bevis").to_owned();
        assert_ne!(proof, of_his);
        for given in ["", "tull", of_his.as_str()] {
            let fields = [NAMED[0], ("bevis", given)];
            let answer = hers.post_from(&[], FORM, &fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{given}");
        }
        assert_eq!(hers.post_from(&[], FORM, &NAMED).await.status, StatusCode::FORBIDDEN);
        let fields = [("bevis", proof.as_str()), NAMED[0]];
        let answer = hers.post_from(&[], FORM, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert!(hers.get(FORM).await.has("Kari Prøve"));
    }

    async fn a_tab_of_somebody_who_has_logged_out_does_nothing_as_the_next(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        let close = "/nb/min-side/slett";
        let of_hers = browser.get(close).await.field("bevis").to_owned();
        browser.post("/nb/logg-ut", &[]).await;
        browser.log_in("ola@kommune.example.org").await;
        let sent = [("bevis", of_hers.as_str()), ("utkast", "slett"), ("sikker", "true")];
        let answer = browser.post(close, &sent).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.body);
        assert!(answer.has("mens en annen var logget inn her"), "{}", answer.body);
        app.run_jobs().await;
        let letters = app.letters();
        assert!(letters.iter().all(|one| !one.contains("blir slettet")), "{letters:?}");
        // A session of one's own that has ended since is no hindrance.
        let of_his = browser.get(close).await.field("bevis").to_owned();
        browser.post("/nb/logg-ut", &[]).await;
        browser.log_in("ola@kommune.example.org").await;
        let answer = browser.post(FORM, &[("bevis", of_his.as_str()), NAMED[0]]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }

    async fn nobody_is_made_to_log_in_as_another(app: TestApp) {
        let mut browser = Browser::new(&app);
        let code = browser.ask_for_code(KARI).await.unwrap();
        let form = "/nb/logg-inn/kode";
        let typed = ("kode", code.as_str());
        let elsewhere = browser.post_from(&[("origin", "https://ond.example")], form, &[typed]).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.post_from(&[], form, &[typed]).await.status, StatusCode::FORBIDDEN);
        let proof = browser.get(form).await.field("bevis").to_owned();
        let entered = browser.post_from(&[], form, &[typed, ("bevis", proof.as_str())]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
    }

    async fn what_a_form_does_not_ask_for_changes_nothing(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        let more = [NAMED[0], ("id", "1"), ("rolle", "administrator"), ("disabled_at", "")];
        let answer = browser.post(FORM, &more).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("ikke noe felt som heter «rolle»"));
        for body in ["", "tull", "01890000-0000-7000-8000-000000000001"] {
            let answer = browser.post("/nb/min-side/okter", &[("okt", body)]).await;
            assert!(!answer.status.is_server_error(), "{body}");
            let fields = [("invitasjon", body), ("svar", "ja")];
            let answer = browser.post("/nb/min-side/invitasjon", &fields).await;
            assert!(answer.status.is_client_error(), "{body}: {}", answer.status);
        }
        assert!(browser.is_known().await);
    }
}
