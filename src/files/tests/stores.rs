//! A folder and a bucket do the same; one that is away or slow is told, and the site goes on.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;

use crate::clock::Clock;
use crate::files::{Error, Files, Place, digest};
use crate::testing::{Engine, Folder, TestApp, process};

const PDF: &[u8] = b"%PDF-1.7\n% et skjema";

/// A folder, and a new prefix in the bucket if there is a server of S3 (`scripts/with-s3`).
pub fn places(folder: &Folder) -> Vec<Place> {
    let mut places = vec![Place::Folder(folder.path().join("files"))];
    places.extend(in_bucket());
    places
}

fn in_bucket() -> Option<Place> {
    let bucket = std::env::var("PADRIVER_TEST_S3").ok()?;
    Some(Place::parse(&format!("{bucket}/{}", Clock::default().random_id())).unwrap())
}

#[tokio::test]
async fn what_one_copy_keeps_another_finds() {
    let folder = Folder::new();
    for place in places(&folder) {
        let (one, other) = (Files::at(&place).unwrap(), Files::at(&place).unwrap());
        let kept = one.keep(PDF.to_vec()).await.unwrap();
        assert_eq!(one.keep(PDF.to_vec()).await.unwrap(), kept, "{place}: the same once more");
        assert_eq!(other.read(&kept).await.unwrap().as_deref(), Some(PDF), "{place}");
        let all = other.all().await.unwrap();
        assert_eq!(all.len(), 1, "{place}");
        assert_eq!((all[0].digest.as_str(), all[0].size), (kept.as_str(), PDF.len() as u64));
        assert!(other.written_at(&kept).await.unwrap().is_some(), "{place}");
        one.set_aside("hefte", b"papir".to_vec()).await.unwrap();
        assert_eq!(other.aside("hefte").await.unwrap().as_deref(), Some(&b"papir"[..]), "{place}");
        assert_eq!(other.all().await.unwrap().len(), 1, "{place}: what is aside is not among them");
        other.drop_all_aside().await.unwrap();
        hand_over(&one, &other, folder.path()).await;
        assert_eq!(one.aside("hefte").await.unwrap(), None, "{place}");
        other.remove(&kept).await.unwrap();
        other.remove(&kept).await.unwrap();
        assert_eq!(one.read(&kept).await.unwrap(), None, "{place}");
        assert_eq!(one.written_at(&kept).await.unwrap(), None, "{place}");
        assert_eq!(one.all().await.unwrap(), [], "{place}");
    }
}

/// Something small, and something that goes in pieces.
async fn hand_over(one: &Files, other: &Files, disk: &Path) {
    let large: Vec<u8> = (0..20_000_000_u32).map(|n| n.to_le_bytes()[(n % 3) as usize]).collect();
    one.share("mappe/v1/liste", b"liste".to_vec()).await.unwrap();
    let told = one.share_large("mappe/v1/stor", large.clone()).await.unwrap();
    assert_eq!(told, (large.len() as u64, digest(&large)));
    assert_eq!(other.shared("mappe/v1/liste").await.unwrap().as_deref(), Some(&b"liste"[..]));
    let to = disk.join("hentet");
    assert_eq!(other.shared_to("mappe/v1/stor", &to).await.unwrap(), Some(told));
    assert!(std::fs::read(&to).unwrap() == large);
    assert_eq!(other.shared_to("mappe/v1/ingen", &to).await.unwrap(), None);
    let all = other.shared_in("mappe/v1").await.unwrap();
    let names: Vec<&str> = all.iter().map(|shared| shared.name.as_str()).collect();
    assert_eq!(names, ["liste", "stor"]);
    assert_eq!(other.shared_folders("mappe").await.unwrap(), ["v1"]);
    assert_eq!(other.all().await.unwrap().len(), 1, "what is shared is not among those kept");
    other.drop_shared("mappe/v1/stor").await.unwrap();
    other.drop_all_shared().await.unwrap();
    assert_eq!(one.shared("mappe/v1/liste").await.unwrap(), None);
}

async fn with_a_file(app: &TestApp) {
    std::fs::write(app.folder().join("skjema.pdf"), PDF).unwrap();
    app.import(&[json!({
        "kind": "page", "external_id": "side", "lang": "nb", "title": "Side",
        "body": "Det som står her.", "files": [{ "file": "skjema.pdf", "title": "Skjema" }]
    })])
    .await;
}

fn address(page: &str) -> &str {
    let from = page.find("/filer/").unwrap();
    page[from..].split('"').next().unwrap()
}

#[tokio::test]
async fn the_site_serves_from_a_bucket() {
    let Some(place) = in_bucket() else { return };
    let files = Files::at(&place).unwrap();
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.files = files.clone());
    let other = TestApp::new(Engine::Sqlite).await;
    with_a_file(&app).await;
    let page = app.get("/nb/sider/side").await;
    let home = app.get(address(&page.body)).await;
    assert_eq!((home.status, home.body.as_bytes()), (StatusCode::OK, PDF));
    let beside = app.folder().join("files").read_dir().unwrap().count();
    assert_eq!(beside, 0, "nothing is kept beside it");
    let paper = app.get("/nb/sider/side/pdf").await;
    assert_eq!(paper.status, StatusCode::OK);
    let keys = keys_of_papers(&app).await;
    let elsewhere = other.changed(|app| app.files = files);
    let found = elsewhere.app.files.aside(&keys[0]).await.unwrap();
    assert!(found.is_some_and(|bytes| bytes.starts_with(b"%PDF")), "another copy has it too");
    elsewhere.end().await;
    app.end().await;
}

async fn keys_of_papers(app: &TestApp) -> Vec<String> {
    let ask = Statement::from_string(DbBackend::Sqlite, "SELECT file FROM print");
    let rows = app.app.db.query_all_raw(ask).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// The environment says where a bucket is, and belongs to the whole process: this is one of its own.
#[tokio::test]
#[ignore = "no test: the one below starts it with a server of S3 that is not there"]
async fn the_site_without_its_bucket() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_a_file(&app).await;
    let kept = app.app.files.clone();
    let away = Files::at(&Place::parse("s3://zq-skuff/her").unwrap()).unwrap();
    let app = app.changed(|app| app.files = away.waits(Duration::from_secs(3)));
    let page = app.get("/nb/sider/side").await;
    assert_eq!(page.status, StatusCode::OK, "pages are served");
    let told = app.get(address(&page.body)).await;
    assert_eq!((told.status, told.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "30"));
    assert!(told.has("svarer ikke") && !told.has("zq-skuff"), "{}", told.body);
    let paper = app.get("/nb/sider/side/pdf").await;
    assert_eq!(paper.status, StatusCode::OK, "it is made, and goes out though it can't be kept");
    assert!(paper.body.starts_with("%PDF"));
    assert_eq!(keys_of_papers(&app).await, [""; 0], "nor is it said to be");
    let began = tokio::time::Instant::now();
    let put = app.app.files.keep(b"noe nytt".to_vec()).await;
    assert!(matches!(put, Err(Error::Store(_) | Error::TooSlow(3))), "{put:?}");
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    std::fs::write(app.folder().join("annet.pdf"), b"%PDF-1.7\n% et annet").unwrap();
    let line = json!({
        "kind": "page", "external_id": "ny", "lang": "nb", "title": "Ny",
        "files": [{ "file": "annet.pdf", "title": "Annet" }]
    });
    std::fs::write(app.folder().join("ny.jsonl"), line.to_string()).unwrap();
    let registers = crate::items::Registers::load(&app.app.db).await.unwrap();
    let context = app.context(&registers, app.folder());
    let file = app.folder().join("ny.jsonl");
    let why = crate::exchange::import_file(&context, &file, &|_| {}).await.unwrap_err();
    assert!(why.contains("the file store"), "{why}");
    assert_eq!(app.get("/nb/sider/ny").await.status, StatusCode::NOT_FOUND, "nothing half kept");
    assert_eq!(kept.read(&digest(b"%PDF-1.7\n% et annet")).await.unwrap(), None);
    app.end().await;
}

fn without(endpoint: &str) {
    let mut site = process("files::tests::stores::the_site_without_its_bucket", "");
    site.env("AWS_ENDPOINT_URL", endpoint).env("AWS_ALLOW_HTTP", "true");
    site.env("AWS_ACCESS_KEY_ID", "en").env("AWS_SECRET_ACCESS_KEY", "to");
    // A proxy of the machine would answer in its place.
    site.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    let done = site.output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}

#[test]
fn a_store_that_is_away_is_told_and_the_site_goes_on() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", taken.local_addr().unwrap());
    drop(taken);
    without(&nobody);
}

#[test]
fn so_is_one_that_never_answers() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        // Held open, and never read.
        let held: Vec<TcpStream> = listener.incoming().map_while(Result::ok).collect();
        drop(held);
    });
    without(&endpoint);
}

#[test]
fn so_is_one_that_is_full() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let full =
            b"HTTP/1.1 507 Insufficient Storage\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        for stream in listener.incoming().map_while(Result::ok) {
            let head = BufReader::new(&stream).lines().map_while(Result::ok);
            head.take_while(|line| !line.is_empty()).for_each(drop);
            (&stream).write_all(full).ok();
        }
    });
    without(&endpoint);
}
