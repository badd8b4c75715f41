//! What looks like somebody's number is in no page and in no address that a page has.

use axum::http::StatusCode;

use super::app;
use crate::text::for_log;

/// Synthetic, from the tax authority's own samples.
const NUMBER: &str = "30908299902";

#[tokio::test]
async fn an_address_with_somebodys_number_leads_to_one_without() {
    let app = app().await;
    for (asked, place) in [
        ("/nb/sok?q=30908299902", "•••••••••••"),
        ("/nb/sok?q=Ola+309082+99902&arkiv=1", "•••••• •••••"),
        ("/nb/sok?q=309082%2D99902", "••••••-•••••"),
        ("/nb/sok?arkiv=1&q=%33%30%39%30%38%32%39%39%39%30%32", "•••••••••••"),
        ("/nb/sok?q=30+90+82+999+02", "•• •• •• ••• ••"),
    ] {
        let led = app.get(asked).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "{asked}");
        let there = led.header("location").to_owned();
        assert!(!there.contains("9990") && !there.contains("%33"), "{asked}: {there}");
        assert_eq!(asked.contains("arkiv=1"), there.contains("arkiv=1"), "{there}");
        let page = app.get(&there).await;
        assert_eq!(page.status, StatusCode::OK, "{there}");
        assert!(page.has(place) && page.has("lignet et fødselsnummer"), "{there}: {}", page.body);
        assert!(!page.has(NUMBER) && !page.has("99902"), "{asked}");
    }
    // Also where a program asks, and where readers follow what is new.
    for asked in ["/api/v1/search?q=309082+99902", "/nb/folg/epost?side=sok&q=309082+99902"] {
        let led = app.get(asked).await;
        assert!(led.status == StatusCode::SEE_OTHER && !led.header("location").contains("99902"));
    }
}

#[tokio::test]
async fn an_id_of_ours_in_an_address_is_nobodys_number() {
    let app = app().await;
    // Eleven digits of it hold, and the sign before it is written with a letter.
    for asked in [
        "/nb/sok?q=%2Fnb%2Fskriv%2Fventet%2F019a1234-5678-7abc-8def-30908299902a",
        "/nb/sok?q=/nb/skriv/019a1234-5678-7abc-8def-30908299902a",
    ] {
        let page = app.get(asked).await;
        assert_eq!(page.status, StatusCode::OK, "{asked}: {}", page.header("location"));
        assert!(page.has("30908299902a"), "{asked}: {}", page.body);
    }
    // A number behind the same sign is one.
    let led = app.get("/nb/sok?q=%2F30908299902").await;
    assert_eq!(led.status, StatusCode::SEE_OTHER, "{}", led.body);
}

#[tokio::test]
async fn what_is_followed_by_e_mail_has_no_number() {
    let app = app().await;
    let fields = [("epost", "kari@kommune.example.org"), ("hvor_ofte", "week")];
    let asked = app.post("/nb/folg/epost?side=sok&q=Ola+309082+99902", &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    app.run_jobs().await;
    let letters = app.letters();
    assert!(!letters.is_empty() && letters.iter().all(|letter| !letter.contains("99902")));
}

#[test]
fn what_a_fault_tells_the_log_has_no_number() {
    assert_eq!(for_log("bad value \"309082 99902\""), "bad value \"•••••• •••••\"");
    assert_eq!(for_log("bad value 17"), "bad value 17");
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_not_repeated_with_a_number_in_it() {
    let app = app().await;
    for path in ["/nb/30908299902", "/nb/prosjekter/kari-309082-99902"] {
        let nowhere = app.get(path).await;
        assert_eq!(nowhere.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!nowhere.has("99902"), "{path}: {}", nowhere.body);
    }
}

#[tokio::test]
async fn what_another_program_puts_in_an_address_is_left_as_it_came() {
    let app = app().await;
    for path in ["/innlogging/ukjent?code=30908299902", "/utlogging/ukjent?sid=30908299902"] {
        let answer = app.get(path).await;
        assert_ne!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{path} leads on to {}",
            answer.header("location")
        );
        assert!(!answer.has(NUMBER), "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn ordinary_parameters_are_left_as_they_are() {
    let app = app().await;
    for path in
        ["/nb/sok?q=rapport+2019+2020", "/nb/sok?q=978-82-02-00000-0", "/nb/sok?q=22+33+44+55"]
    {
        assert_eq!(app.get(path).await.status, StatusCode::OK, "{path}");
    }
}
