//! Events: what is to come first, what has been apart, times as the clock in Oslo shows them.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::macros::datetime;

use super::Facts;
use crate::testing::both_engines;

fn event(id: &str, facts: &Value) -> Value {
    json!({ "kind": "event", "external_id": id, "lang": "nb", "title": id, "themes": ["fall"], "facts": facts })
}

#[test]
fn the_clock_in_oslo_is_meant() {
    let span = |facts: Value| serde_json::from_value::<Facts>(facts).unwrap().span().unwrap();
    let winter = span(json!({ "starts": "2026-03-12T09:00", "ends": "2026-03-12T15:30" }));
    assert_eq!(winter, (datetime!(2026-03-12 08:00 UTC), datetime!(2026-03-12 14:30 UTC)));
    let summer = span(json!({ "starts": "2026-06-12T09:00" }));
    assert_eq!(
        summer,
        (datetime!(2026-06-12 07:00 UTC), datetime!(2026-06-12 22:00 UTC)),
        "over with the day"
    );
    // The day that the clock is put forward has 23 hours.
    let day = span(json!({ "starts": "2026-03-29" }));
    assert_eq!(day.1 - day.0, time::Duration::hours(23));
}

both_engines! {
    async fn a_version_that_only_cancels_it_says_so(app: TestApp) {
        let line = |cancelled: bool| json!({
            "kind": "event", "external_id": "v", "lang": "nb", "title": "Nettmøte", "slug": "nettmote",
            "published_at": "2026-01-01", "updated_at": if cancelled { "2026-02-01" } else { "2026-01-01" },
            "facts": { "starts": "2026-12-01T09:00", "cancelled": cancelled }
        });
        app.import(&[line(false)]).await;
        app.import(&[line(true)]).await;
        let changes = app.get("/nb/arrangementer/nettmote/versjoner/2").await;
        assert_eq!(changes.status, StatusCode::OK);
        assert!(changes.has("Avlyst") && changes.has("Ja"), "{}", changes.body);
    }

    async fn what_is_to_come_stands_first_and_what_has_been_apart(app: TestApp) {
        // The clock of the tests shows noon in Greenwich, 22 November 2026.
        app.import(&[
            event("om-et-aar", &json!({ "starts": "2027-11-22" })),
            event("i-morgen", &json!({ "starts": "2026-11-23T09:00", "ends": "2026-11-23T15:00", "place": "Hamar", "form": "both" })),
            event("i-gang", &json!({ "starts": "2026-11-22T09:00", "ends": "2026-11-22T15:00", "form": "digital" })),
            event("i-gaar", &json!({ "starts": "2026-11-21" })),
            event("i-dag-tidlig", &json!({ "starts": "2026-11-22T08:00", "ends": "2026-11-22T12:59" })),
        ])
        .await;
        let order = |body: &str| -> Vec<String> {
            let links = body.split("href=\"/nb/arrangementer/").skip(1);
            links.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let coming = app.get("/nb/arrangementer").await;
        assert_eq!(order(&coming.body), ["i-gang", "i-morgen", "om-et-aar"]);
        assert!(coming.has("mandag 23. november 2026 kl. 09.00–15.00 · Hamar"));
        assert!(coming.has("3 arrangementer"));
        let past = app.get("/nb/arrangementer?tid=tidligere").await;
        assert_eq!(order(&past.body), ["i-dag-tidlig", "i-gaar"]);
        assert!(past.has("name=\"tid\" value=\"tidligere\""), "a filter keeps to what has been");
        assert_eq!(order(&app.get("/nb/arrangementer?form=digital").await.body), ["i-gang"]);
        assert_eq!(app.get("/nb/arrangementer?tid=snart").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let theme = app.get("/nb/tema/fall").await;
        assert_eq!(order(&theme.body), ["i-gang", "i-morgen", "om-et-aar"], "a theme shows what is to come");
    }

    async fn an_event_tells_its_programme_and_that_it_is_cancelled(app: TestApp) {
        app.import(&[event("samling", &json!({
            "starts": "2026-12-01T09:00", "ends": "2026-12-02T15:00", "form": "in_person", "place": "Kulturhuset", "address": "Torget 1",
            "digital_url": "https://example.org/rom", "organisers": ["USHT Innlandet"], "target_groups": ["leaders"],
            "programme": [{ "time": "09:00", "title": "Kaffe", "text": "Med **poster**." }, { "title": "Åpent rom" }],
            "cancelled": true, "cancelled_note": "Ny dato kommer."
        }))])
        .await;
        let page = app.get("/nb/arrangementer/samling").await;
        for text in [
            "tirsdag 1. desember 2026 kl. 09.00 – onsdag 2. desember 2026 kl. 15.00", "Kulturhuset", "Torget 1", "USHT Innlandet", "Ledere",
            "<dt>09.00</dt>", "Med <strong>poster</strong>.", "Åpent rom", "Arrangementet er avlyst.", "Ny dato kommer.", "https://example.org/rom",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        assert!(app.get("/en/arrangementer").await.has("Tuesday, 1 December 2026 at 09:00") || app.get("/en/arrangementer").await.has("Tuesday 1 December 2026 at 09:00"));
        assert!(app.get("/nb/arrangementer").await.has("Avlyst"));
    }

    async fn times_that_never_are_are_refused(app: TestApp) {
        for (facts, why) in [
            (json!({}), "facts.starts"),
            (json!({ "starts": "2026-02-30" }), "no such day"),
            (json!({ "starts": "2026-03-29T02:30" }), "never shows this time"),
            (json!({ "starts": "2026-03-12T24:00" }), "never shows this time"),
            (json!({ "starts": "12.03.2026" }), "as the clock in Oslo"),
            (json!({ "starts": "2026-03-12T09:00Z" }), "as the clock in Oslo"),
            (json!({ "starts": "2026-03-12T09:00", "ends": "2026-03-12T08:00" }), "before `facts.starts`"),
            (json!({ "starts": "2026-03-12", "ends": "2026-03-11" }), "before `facts.starts`"),
            (json!({ "starts": "2026-03-12", "cancelled_note": "x" }), "not cancelled"),
            (json!({ "starts": "2026-03-12", "digital_url": "teams" }), "facts.digital_url"),
            (json!({ "starts": "2026-03-12", "programme": [{ "time": "25.00", "title": "Kaffe" }] }), "no clock shows"),
        ] {
            let refused = app.import_text(&event("x", &facts).to_string()).await;
            assert!(refused.failures[0].why[0].contains(why), "{:?}", refused.failures);
        }
    }
}
