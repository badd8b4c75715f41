//! A package holds what a place had in the period, nothing of others, and says so by digests that fit.

use std::io::{Cursor, Read};

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::centres::Network;
use crate::files::digest;
use crate::people::places;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Engine, TestApp};

const SIRI: &str = "01890000-0000-7000-8000-000000000002";

async fn centre(app: &TestApp) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, "usht-hedmark").unwrap()
}

/// As a leader of the place asks for it: status, kind and bytes.
async fn get(app: &TestApp, path: &str, at: Uuid) -> (StatusCode, String, Vec<u8>) {
    let request = Request::get(path).header(HEADER, format!("{SIRI} centre_leader@{at}"));
    let response = app.served.answer(request.body(Body::empty()).unwrap()).await;
    let kind = response.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, kind.unwrap_or_default(), bytes.to_vec())
}

fn file(zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, path: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    zip.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

async fn with_texts(app: &TestApp) {
    let line = |id: &str, title: &str, centre: &str| {
        json!({ "kind": "project", "external_id": id, "lang": "nb", "title": title,
            "body": "## Hva\n\nVi **prøvde** <script>noe</script>.", "centre": centre,
            "facts": { "partners": ["Solbakken sykehjem", "Fjellheim sykehjem"] },
            "published_at": "2026-03-01" })
    };
    let lines = [line("p1", "Rolige netter", "usht-hedmark"), line("p2", "Andres", "usht-oslo")];
    app.import(&lines).await;
}

async fn a_package_is_whole(engine: Engine) {
    let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
    with_texts(&app).await;
    let at = centre(&app).await;
    let path = format!("/nb/tilgang/{at}/arkiv");
    let (status, _, page) = get(&app, &path, at).await;
    let page = String::from_utf8(page).unwrap();
    assert!(status == StatusCode::OK && page.contains("arkiv.zip"), "{page}");
    let (status, kind, bytes) = get(&app, &format!("{path}.zip?fra=2026&til=2026"), at).await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/zip"));
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let manifest: Value = serde_json::from_slice(&file(&mut zip, "manifest.json")).unwrap();
    assert_eq!(manifest["period"], json!({ "from": "2026-01-01", "to": "2026-12-31" }));
    let listed = manifest["files"].as_array().unwrap();
    // All but the two that list the others.
    assert_eq!(listed.len() + 2, zip.len());
    for one in listed {
        let bytes = file(&mut zip, one["path"].as_str().unwrap());
        assert_eq!(digest(&bytes), one["sha256"], "{one}");
    }
    let texts: Vec<&str> = listed.iter().filter_map(|one| one["path"].as_str()).collect();
    let html = texts.iter().find(|path| path.starts_with("texts/") && path.contains(".html"));
    let html = String::from_utf8(file(&mut zip, html.unwrap())).unwrap();
    assert!(html.contains("<h1>Rolige netter</h1>") && html.contains("<strong>prøvde</strong>"));
    assert!(!html.contains("<script"), "{html}");
    // Facts are told in words, not as they are stored.
    assert!(html.contains("Solbakken sykehjem<br"), "{html}");
    assert!(html.contains("Fjellheim sykehjem") && !html.contains("partners&#34;"), "{html}");
    for path in &texts {
        let bytes = file(&mut zip, path);
        assert!(!String::from_utf8_lossy(&bytes).contains("Andres"), "{path} is another's");
    }
    let (_, _, bytes) = get(&app, &format!("{path}.zip?fra=2025&til=2025"), at).await;
    let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(!zip.file_names().any(|name| name.unwrap().starts_with("texts/")), "of another year");
    app.end().await;
}

#[tokio::test]
async fn a_package_is_whole_on_sqlite() {
    a_package_is_whole(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_package_is_whole_on_postgres() {
    a_package_is_whole(Engine::Postgres).await;
}

#[tokio::test]
async fn a_period_that_is_none_is_said_so_and_nobody_else_gets_it() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let at = centre(&app).await;
    let path = format!("/nb/tilgang/{at}/arkiv.zip");
    for query in [
        "",
        "?fra=tull&til=2026",
        "?fra=2026~&til=2026",
        "?fra=2026&til=2025",
        "?fra=2026&til=2026&mer=1",
    ] {
        let (status, _, page) = get(&app, &format!("{path}{query}"), at).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{query}: {page}");
    }
    let (status, ..) = get(&app, &format!("{path}?fra=2026&til=2026"), Uuid::from_u128(7)).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    app.end().await;
}
