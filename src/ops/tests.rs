//! Alive is not ready; what is measured names no one.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tokio::sync::watch;
use tower::ServiceExt;

use super::{metrics, router};
use crate::testing::{Engine, TestApp};

async fn ask(site: &Router, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = site.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn readiness_ends_with_the_word_to_stop_and_with_the_database() {
    let app = TestApp::new(Engine::Sqlite).await;
    let (stop, stopped) = watch::channel(false);
    let site = router(app.app.clone(), metrics::install(), stopped);
    assert_eq!(ask(&site, "/internal/isAlive").await.0, StatusCode::OK);
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::OK);
    stop.send(true).unwrap();
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::SERVICE_UNAVAILABLE);
    stop.send(false).unwrap();
    app.app.db.close_by_ref().await.unwrap();
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(ask(&site, "/internal/isAlive").await.0, StatusCode::OK);
    app.end().await;
}

#[tokio::test]
async fn requests_are_measured_by_route() {
    let handle = metrics::install();
    let app = TestApp::new(Engine::Sqlite).await;
    app.get("/nb/sok?q=kari").await;
    app.get("/nb/prosjekter/hemmelig").await;
    let (_stop, stopped) = watch::channel(false);
    let site = router(app.app.clone(), handle, stopped);
    let (status, text) = ask(&site, "/internal/metrics").await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        text.contains(
            "padriver_requests_total{method=\"GET\",route=\"/{lang}/sok\",status=\"200\"} 1"
        ),
        "{text}"
    );
    assert!(text.contains("route=\"/{lang}/prosjekter/{slug}\",status=\"404\""));
    assert!(!text.contains("kari") && !text.contains("hemmelig"));
    assert_eq!(ask(&site, "/nb/").await.0, StatusCode::NOT_FOUND, "the site is not on this port");
    app.end().await;
}
