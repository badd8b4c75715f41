//! Meters count an account where there is one, and else a network.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use super::who::from;
use crate::config::RateLimits;
use crate::error::Error;
use crate::limits::{self, Asker, Declared, per_minute};
use crate::ops::metrics;
use crate::site::Site;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Engine, TestApp};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";
const HOSPITAL: &str = "192.0.2.1:4000";

const OK: StatusCode = StatusCode::OK;
const MANY: StatusCode = StatusCode::TOO_MANY_REQUESTS;

/// A site where one visitor may search twice a minute.
async fn site() -> TestApp {
    let limits = RateLimits { searches_per_minute: 2, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await;
    app.changed(|app| app.identify = by_header)
}

async fn ask(app: &TestApp, address: &str, who: Option<&str>, path: &str) -> StatusCode {
    let mut request = from(address, Request::get(path));
    if let Some(who) = who {
        request = request.header(HEADER, who);
    }
    app.ask(request.body(Body::empty()).unwrap()).await.status
}

#[tokio::test]
async fn a_hospital_behind_one_address_is_not_one_visitor() {
    let app = site().await;
    let search = async |address, who| ask(&app, address, who, "/nb/sok").await;
    for who in [None, Some(KARI), Some(OLA)] {
        let statuses =
            [search(HOSPITAL, who).await, search(HOSPITAL, who).await, search(HOSPITAL, who).await];
        assert_eq!(statuses, [OK, OK, MANY], "{who:?}");
    }
    assert_eq!(search("192.0.2.77:9", None).await, MANY, "the same network, no account");
    assert_eq!(search("198.51.100.1:9", None).await, OK, "another network");
    assert_eq!(search("198.51.100.1:9", Some(KARI)).await, MANY, "an account goes where they go");
    app.end().await;
}

#[tokio::test]
async fn a_page_that_is_asked_for_on_the_way_counts_for_who_asked() {
    let app = site().await;
    app.import(&[json!({ "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt" })])
        .await;
    let tip = async |who| ask(&app, HOSPITAL, who, "/nb/tips?side=sok%3Fq%3Dnytt").await;
    for who in [None, Some(KARI), Some(OLA)] {
        assert_eq!([tip(who).await, tip(who).await, tip(who).await], [OK, OK, MANY], "{who:?}");
    }
    app.end().await;
}

#[tokio::test]
async fn a_form_counts_an_account_too() {
    let limits = RateLimits { forms_per_hour: 1, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await.changed(|app| app.identify = by_header);
    app.import_samples().await;
    let send = async |who: &str| {
        let path = "/nb/prosjekter/e2e-rolige-maltider/kontakt";
        let form = app.get(path).await;
        app.app.clock.advance(time::Duration::MINUTE);
        let stamp = form.field("stempel");
        let body = format!("stempel={stamp}&navn=a&epost=a@kommune.example.org&melding=Hei");
        let request = from(HOSPITAL, Request::post(path)).header(HEADER, who);
        let request = request.header("sec-fetch-site", "same-origin");
        app.ask(request.body(Body::from(body)).unwrap()).await.status
    };
    assert_eq!(send(KARI).await, StatusCode::SEE_OTHER);
    assert_eq!(send(KARI).await, MANY);
    assert_eq!(send(OLA).await, StatusCode::SEE_OTHER);
    app.end().await;
}

#[tokio::test]
async fn measurements_say_which_meter_refused() {
    let handle = metrics::install();
    let app = site().await;
    for _ in 0..3 {
        ask(&app, HOSPITAL, None, "/nb/sok").await;
    }
    let text = handle.render();
    assert!(text.contains("padriver_limited_total{meter=\"search\"} "), "{text}");
    assert!(!text.contains("192.0.2"), "never who");
    app.end().await;
}

#[test]
fn every_meter_has_a_name_of_its_own() {
    let meters = Site::default().meters();
    let names: BTreeSet<&str> = meters.iter().map(|meter| meter.name).collect();
    assert_eq!(names.len(), meters.len());
    assert!(meters.len() >= 11);
}

#[tokio::test]
async fn nothing_goes_uncounted_because_a_meter_was_not_listed() {
    const FORGOTTEN: Declared =
        Declared { name: "forgotten", shared: false, quota: |_| per_minute(1) };
    let asker = Asker { account: None, network: "192.0.2".to_owned(), is_here: false };
    let app = TestApp::new(Engine::Sqlite).await;
    let of = |settings: &RateLimits, declared: &[&'static Declared]| {
        limits::RateLimiters::new(settings, declared, &app.app.seal, &app.app.clock)
    };
    let limits = of(&RateLimits::default(), &[]);
    assert!(matches!(limits.count(&FORGOTTEN, &asker), Err(Error::Internal(_))));
    let limits = of(&RateLimits::default(), &[&FORGOTTEN]);
    assert!(limits.count(&FORGOTTEN, &asker).is_ok());
    assert!(matches!(limits.count(&FORGOTTEN, &asker), Err(Error::TooMany { .. })));
    // The same words as a network and as something else are not the same.
    assert!(limits.count_for(&FORGOTTEN, "192.0.2").is_ok());
    let off = of(&RateLimits { on: false, ..RateLimits::default() }, &[]);
    assert!(off.count(&FORGOTTEN, &asker).is_ok());
    app.end().await;
}
