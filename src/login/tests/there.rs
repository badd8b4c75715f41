//! Who was asked to log in gets to the page that they wanted, and nobody is led elsewhere.

use axum::http::StatusCode;

use super::KARI;
use crate::login::There;
use crate::testing::{Browser, both_engines};

#[test]
fn only_pages_of_ours_are_led_to() {
    for ours in ["/nb/min-side/okter", "/nn/prosjekter?tema=fall&side=2", "/se/"] {
        assert_eq!(
            There::parse(ours).map(|there| there.as_str().to_owned()),
            Some(ours.to_owned())
        );
    }
    let long = format!("/nb/{}", "a".repeat(1_000));
    for other in [
        "",
        "nb/min-side",
        "//ond.example/nb/",
        "/\\ond.example/nb/",
        "/nb\\..\\..",
        "https://ond.example/nb/",
        "javascript:alert(1)",
        "/nb/\r\nset-cookie: a=b",
        "/nb/\t/ond.example",
        "/xx/min-side",
        "/static/app.js",
        "/nb/logg-inn",
        "/nb/logg-inn/kode",
        "/nb/logg-ut",
        "/nb/å",
        long.as_str(),
    ] {
        assert_eq!(There::parse(other), None, "{other:?}");
    }
}

both_engines! {
    async fn who_logs_in_gets_where_they_wanted(app: TestApp) {
        let mut browser = Browser::new(&app);
        let refused = browser.get("/nb/min-side/okter?a=b").await;
        let link = "/nb/logg-inn?til=%2Fnb%2Fmin-side%2Fokter%3Fa%3Db";
        assert!(refused.status == StatusCode::FORBIDDEN && refused.has(link), "{}", refused.body);
        let form = browser.get(link).await;
        assert_eq!(form.field("til"), "/nb/min-side/okter?a=b");
        // Also when the form has to be mended first.
        let mended = browser.post("/nb/logg-inn", &[("epost", "ola"), ("til", form.field("til"))]).await;
        assert_eq!(mended.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("epost", KARI), ("til", mended.field("til"))];
        assert_eq!(browser.post("/nb/logg-inn", &fields).await.status, StatusCode::SEE_OTHER);
        app.run_jobs().await;
        let code = browser.code_in_letter(KARI, &[]).unwrap();
        let entered = browser.type_code(&code).await;
        assert_eq!(entered.header("location"), "/nb/min-side/okter?a=b");
        assert_eq!(browser.get(entered.header("location")).await.status, StatusCode::OK);
    }

    async fn nobody_is_led_to_another_site(app: TestApp) {
        for other in ["https://ond.example/nb/", "//ond.example/nb/", "/nb/logg-ut"] {
            let mut browser = Browser::new(&app);
            let before = app.letters();
            assert!(!browser.get(&format!("/nb/logg-inn?til={other}")).await.has("name=\"til\""));
            browser.post("/nb/logg-inn", &[("epost", KARI), ("til", other)]).await;
            app.run_jobs().await;
            let code = browser.code_in_letter(KARI, &before).unwrap();
            assert_eq!(browser.type_code(&code).await.header("location"), "/nb/min-side", "{other}");
        }
        // What answers a form can't be asked for again.
        let answer = Browser::new(&app).post("/nb/min-side/invitasjon", &[]).await;
        assert!(answer.status == StatusCode::FORBIDDEN && answer.has("href=\"/nb/logg-inn\""));
    }
}
