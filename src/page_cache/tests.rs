//! What is kept, for how long, and for whom. Entered by the site as readers meet it.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics::{Counter, Histogram};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::body::MOST_AT_ONCE;
use super::encoding::compress_well;
use super::{
    Accepted, AddressOf, Answered, Editions, Encoding, Entry, KeptAnswer, PageCache, Turn, follow,
};
use crate::db::unseen;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Engine, TestApp, both_engines};
use crate::web::Served;

const PAGE: &str = "/nb/nyheter/samling";

fn news(title: &str) -> Value {
    json!({
        "external_id": "samling", "kind": "news", "lang": "nb", "slug": "samling", "title": title,
        "lead": "Hva som skjer", "body": "Vi møtes.", "themes": ["ernaering"],
        "published_at": "2026-11-01", "updated_at": "2026-11-02",
    })
}

/// The title behind the program's back, so that only a page from memory can have the old one.
async fn tamper(db: &impl ConnectionTrait, title: &str) {
    let sql = format!("UPDATE revision SET content = replace(content, 'Samling', '{title}')");
    let on_postgres =
        format!("UPDATE revision SET content = replace(content::text, 'Samling', '{title}')::json");
    let is_sqlite = db.get_database_backend() == sea_orm::DbBackend::Sqlite;
    let done = db.execute_unprepared(if is_sqlite { &sql } else { &on_postgres }).await.unwrap();
    assert!(done.rows_affected() > 0);
}

both_engines! {
    async fn a_page_is_kept_until_something_public_changes(app: TestApp) {
        app.import(&[news("Samling i mars")]).await;
        assert!(app.get(PAGE).await.has("Samling i mars"));
        tamper(&app.beside().await, "Møte").await;
        assert!(app.get(PAGE).await.has("Samling i mars"), "from memory");
        // Any change: nobody says which pages it is seen on.
        app.import(&[json!({ "external_id": "x", "kind": "news", "lang": "nb", "title": "Annet",
            "published_at": "2026-11-01" })]).await;
        assert!(app.get(PAGE).await.has("Møte i mars"), "at once, for it was this program that wrote");
    }

    async fn what_another_program_writes_is_seen_within_a_second(app: TestApp) {
        app.import(&[news("Samling i mars")]).await;
        let following = tokio::spawn(follow(app.app.edition.clone()));
        let beside = app.beside().await;
        let item = crate::items::read::by_external_id(&beside, "samling").await.unwrap().unwrap();
        let mut taken = Vec::new();
        for n in 1..=5 {
            let next = format!("Samling, {n}. gang");
            assert!(!app.get(PAGE).await.has(&next));
            tamper(&beside, &next).await;
            crate::items::changes::again(&beside, &app.app.clock, &[item.id]).await.unwrap();
            let written = tokio::time::Instant::now();
            while !app.get(PAGE).await.has(&next) {
                assert!(written.elapsed() < Duration::from_secs(10), "it is never seen");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            taken.push(written.elapsed());
        }
        // A machine that is busy with other tests may be late with one of them.
        taken.sort_unstable();
        assert!(taken[2] < Duration::from_secs(1), "{taken:?}");
        following.abort();
    }

    async fn what_this_program_writes_is_seen_at_once_while_somebody_looks_for_changes(app: TestApp) {
        let following = tokio::spawn(follow(app.app.edition.clone()));
        for n in 1..=5 {
            let title = format!("Samling, {n}. gang");
            app.import(&[news(&title)]).await;
            assert!(app.get(PAGE).await.has(&title), "{title}");
            assert!(app.get(PAGE).await.has(&title), "{title}, from memory");
        }
        following.abort();
    }

    async fn another_edition_of_a_register_is_another_edition_of_the_site(app: TestApp) {
        app.import(&[news("Samling i mars")]).await;
        let before = app.app.edition.number().await;
        assert_eq!(app.app.edition.number().await, before);
        crate::db::set_edition(&app.app.db, "themes.content", "another".to_owned()).await.unwrap();
        assert_ne!(app.app.edition.number().await, before);
    }

    async fn the_day_turns_at_midnight_in_oslo_and_what_takes_place_is_over_when_it_ends(app: TestApp) {
        app.import(&[json!({ "external_id": "kurs", "kind": "event", "lang": "nb", "title": "Kurs",
            "published_at": "2026-11-01",
            "facts": { "starts": "2026-11-22T11:00", "ends": "2026-11-22T15:00" } })]).await;
        let list = "/nb/arrangementer";
        // It is noon in UTC: the course is going on.
        assert!(app.get(list).await.has("Kurs"));
        let before = app.app.edition.number().await;
        app.app.clock.advance(time::Duration::hours(1));
        assert_eq!(app.app.edition.number().await, before);
        app.app.clock.advance(time::Duration::minutes(61));
        let over = app.app.edition.number().await;
        assert_ne!(over, before, "the course is over");
        app.app.clock.advance(time::Duration::hours(9));
        assert_ne!(app.app.edition.number().await, over, "it is another day in Oslo");
    }

    async fn a_database_that_does_not_answer_leaves_what_is_kept(app: TestApp) {
        app.import(&[news("Samling i mars")]).await;
        assert!(app.get(PAGE).await.has("Samling i mars"));
        app.app.db.close_by_ref().await.unwrap();
        assert!(app.get(PAGE).await.has("Samling i mars"));
        let other = app.get("/nb/nyheter").await;
        assert_eq!(other.status, StatusCode::SERVICE_UNAVAILABLE, "that was never asked for");
        assert!(other.has("kan vi ikke vise akkurat nå") && !other.header("retry-after").is_empty());
    }
}

#[tokio::test]
async fn a_replica_answers_what_was_never_asked_for_while_the_database_is_away() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        let app = app.with_replica().await;
        app.import(&[news("Samling i mars")]).await;
        assert!(app.get(PAGE).await.has("Samling i mars"));
        app.app.db.lose().await.unwrap();
        for path in [PAGE, "/nb/nyheter", "/nb/prosjekter", "/nb/tema"] {
            assert_eq!(app.get(path).await.status, StatusCode::OK, "{path}");
        }
        assert!(app.app.db.strayed() > 0);
        app.end().await;
    }
}

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const OLA: &str = "01890000-0000-7000-8000-000000000002";

async fn as_whom(app: &TestApp, path: &str, who: Option<&str>) -> crate::testing::Answer {
    let mut request = Request::get(path);
    if let Some(who) = who {
        request = request.header(HEADER, format!("{who} coordinator"));
    }
    app.ask(request.body(Body::empty()).unwrap()).await
}

/// Every page that the rooms show: first two who are known, then nobody, then those two again.
#[tokio::test]
async fn nothing_of_anybody_who_is_known_is_kept_on_any_route() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    app.import_samples().await;
    app.index().await;
    let site = crate::site::Site::default();
    let mut pages = 0;
    for sample in site.samples().filter(|sample| sample.post.is_none()) {
        let (_, before) = app.app.pages.size();
        for who in [KARI, OLA] {
            let own = as_whom(&app, sample.path, Some(who)).await;
            assert_eq!(own.headers[header::CACHE_CONTROL], "private, no-store", "{}", sample.path);
            assert!(!own.headers.contains_key(header::ETAG), "{}", sample.path);
        }
        assert_eq!(app.app.pages.size().1, before, "nothing new is kept: {}", sample.path);
        let nobodys = as_whom(&app, sample.path, None).await;
        assert!(!nobodys.has("Kari Prøve"), "{}", sample.path);
        let again = as_whom(&app, sample.path, Some(KARI)).await;
        assert_eq!(again.headers[header::CACHE_CONTROL], "private, no-store", "{}", sample.path);
        pages += 1;
    }
    assert!(pages > 80, "{pages} pages were looked at");
    assert!(app.app.pages.size().1 > 60, "{:?} are kept of nobody's", app.app.pages);
    app.end().await;
}

/// A site of one page that counts how often it is made, and answers as its address asks.
async fn counting(cache: u64) -> (TestApp, Arc<AtomicUsize>) {
    let made = Arc::new(AtomicUsize::new(0));
    let mut app =
        TestApp::new(Engine::Sqlite).await.changed(|app| app.pages = PageCache::new(cache));
    let router = Router::new().route("/{page}", get(page)).with_state(Arc::clone(&made));
    app.served = Served::new(app.app.clone(), router);
    (app, made)
}

/// What one page takes to make, when it is made anew.
const LONG: Duration = Duration::from_secs(2);

async fn page(
    State(made): State<Arc<AtomicUsize>>,
    axum::extract::Path(page): axum::extract::Path<String>,
) -> Response {
    let nth = made.fetch_add(1, Ordering::SeqCst);
    if page == "slow" {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    if page == "long" && nth > 0 {
        tokio::time::sleep(LONG).await;
    }
    let threads = if page == "threads" { priority_of_a_thread() } else { String::new() };
    let text = format!("<p>{page} {threads}{}", "det same om og om igjen ".repeat(50));
    let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response();
    let said = match page.as_str() {
        "no-store" => Some((header::CACHE_CONTROL, "no-store")),
        "private" => Some((header::CACHE_CONTROL, "max-age=3, private")),
        "cookie" => Some((header::SET_COOKIE, "a=b")),
        "language" => Some((header::VARY, "accept-language")),
        _ => None,
    };
    if let Some((name, value)) = said {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    match page.as_str() {
        "failing" => *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE,
        "refused" if nth == 1 => *response.status_mut() = StatusCode::TOO_MANY_REQUESTS,
        "once" if nth == 0 => std::future::pending().await,
        "stuck" if nth == 1 => std::future::pending().await,
        _ => {}
    }
    response
}

/// Of one that is begun here.
#[cfg(target_os = "linux")]
fn priority_of_a_thread() -> String {
    let priority = || rustix::process::getpriority_process(None).unwrap();
    std::thread::spawn(priority).join().unwrap().to_string()
}

/// All have the same.
#[cfg(not(target_os = "linux"))]
fn priority_of_a_thread() -> String {
    String::new()
}

fn asked(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn one_makes_a_page_and_the_others_wait_for_it() {
    let (app, made) = counting(1 << 20).await;
    let served = &app.served;
    let twenty = (0..20).map(|_| {
        let served = served.clone();
        tokio::spawn(async move { served.answer(asked("/slow")).await.status() })
    });
    for one in twenty.collect::<Vec<_>>() {
        assert_eq!(one.await.unwrap(), StatusCode::OK);
    }
    assert_eq!(made.load(Ordering::SeqCst), 1);
    app.end().await;
}

#[tokio::test]
async fn what_another_program_changes_keeps_no_reader_waiting() {
    let (app, made) = counting(1 << 20).await;
    let following = tokio::spawn(follow(app.app.edition.clone()));
    let beside = app.beside().await;
    let mut longest = Vec::new();
    // On a machine that is busy with other tests it may take longer than there is time for.
    for n in 1..=3 {
        assert_eq!(app.get("/long").await.status, StatusCode::OK);
        let before = made.load(Ordering::SeqCst);
        let another = format!("another, {n}");
        crate::db::set_edition(&beside, "themes.content", another).await.unwrap();
        let mut waited = Duration::ZERO;
        while made.load(Ordering::SeqCst) == before {
            let asked = tokio::time::Instant::now();
            assert_eq!(app.get("/long").await.status, StatusCode::OK);
            waited = waited.max(asked.elapsed());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        longest.push(waited);
        if waited < LONG / 2 {
            break;
        }
        tokio::time::sleep(LONG * 2).await;
    }
    assert!(longest.iter().any(|waited| *waited < LONG / 2), "{longest:?}");
    following.abort();
    app.end().await;
}

#[tokio::test]
async fn what_a_page_begins_that_is_made_anew_does_not_give_way() {
    let (app, made) = counting(1 << 20).await;
    let following = tokio::spawn(follow(app.app.edition.clone()));
    let beside = app.beside().await;
    let wanted = format!("<p>threads {}det", priority_of_a_thread());
    for n in 1..=3 {
        assert!(app.get("/threads").await.has(&wanted));
        let before = made.load(Ordering::SeqCst);
        crate::db::set_edition(&beside, "themes.content", format!("another, {n}")).await.unwrap();
        while made.load(Ordering::SeqCst) == before {
            app.get("/threads").await;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        let anew = app.get("/threads").await;
        assert!(anew.has(&wanted), "{}", anew.body);
    }
    following.abort();
    app.end().await;
}

#[tokio::test]
async fn what_one_was_refused_when_it_was_made_anew_is_kept_for_the_next() {
    // On a machine that is busy with other tests it may be a reader who makes it, and is refused.
    for _ in 0..3 {
        let (app, made) = counting(1 << 20).await;
        let following = tokio::spawn(follow(app.app.edition.clone()));
        let beside = app.beside().await;
        assert_eq!(app.get("/refused").await.status, StatusCode::OK);
        crate::db::set_edition(&beside, "themes.content", "another".to_owned()).await.unwrap();
        let mut is_refused = false;
        while made.load(Ordering::SeqCst) < 2 {
            is_refused |= app.get("/refused").await.status != StatusCode::OK;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(unseen::PAGES).await;
        for _ in 0..3 {
            assert_eq!(app.get("/refused").await.status, StatusCode::OK);
        }
        let times = made.load(Ordering::SeqCst);
        following.abort();
        app.end().await;
        if !is_refused {
            assert_eq!(times, 3, "it is made once more, and kept");
            return;
        }
    }
    panic!("it was never made anew beside");
}

#[tokio::test]
async fn a_page_that_is_made_anew_and_never_comes_is_left_to_the_next() {
    let (app, made) = counting(1 << 20).await;
    let following = tokio::spawn(follow(app.app.edition.clone()));
    let beside = app.beside().await;
    app.get("/stuck").await;
    crate::db::set_edition(&beside, "themes.content", "another".to_owned()).await.unwrap();
    while made.load(Ordering::SeqCst) < 2 {
        // On a machine that is busy with other tests it may be a reader who makes it, and goes away.
        timeout(Duration::from_millis(500), app.get("/stuck")).await.ok();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // The one before is no more handed out.
    tokio::time::sleep(unseen::PAGES).await;
    let answer = timeout(Duration::from_secs(30), app.get("/stuck")).await;
    assert_eq!(answer.unwrap().status, StatusCode::OK);
    following.abort();
    app.end().await;
}

#[tokio::test]
async fn one_who_goes_away_while_it_makes_a_page_leaves_it_to_the_next() {
    let (app, made) = counting(1 << 20).await;
    let first = tokio::spawn({
        let served = app.served.clone();
        async move { served.answer(asked("/once")).await.status() }
    });
    while made.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    first.abort();
    assert_eq!(app.get("/once").await.status, StatusCode::OK);
    app.end().await;
}

#[tokio::test]
async fn what_says_that_it_is_not_for_all_is_made_for_each() {
    let (app, made) = counting(1 << 20).await;
    for path in ["/no-store", "/private", "/cookie", "/language", "/failing"] {
        let before = made.load(Ordering::SeqCst);
        for _ in 0..3 {
            app.get(path).await;
        }
        assert_eq!(made.load(Ordering::SeqCst) - before, 3, "{path}");
    }
    app.get("/plain").await;
    let before = made.load(Ordering::SeqCst);
    let part = Request::get("/plain").header(header::RANGE, "bytes=0-3").body(Body::empty());
    app.ask(part.unwrap()).await;
    assert_eq!(made.load(Ordering::SeqCst), before + 1, "a part of it is no matter of the cache");
    app.end().await;
}

#[tokio::test]
async fn ten_thousand_addresses_of_nonsense_do_not_push_out_what_people_read() {
    let (app, made) = counting(1 << 20).await;
    let real: Vec<String> = (0..50).map(|n| format!("/side-{n}")).collect();
    for path in real.iter().chain(&real) {
        app.get(path).await;
    }
    for n in 0..10_000 {
        app.get(&format!("/side?tull={n}")).await;
        app.get(&real[n % real.len()]).await;
    }
    let before = made.load(Ordering::SeqCst);
    for path in &real {
        app.get(path).await;
    }
    assert_eq!(made.load(Ordering::SeqCst), before, "each is there still");
    let (bytes, _) = app.app.pages.size();
    assert!(bytes <= 1 << 20, "{bytes} bytes are kept");
    app.end().await;
}

#[tokio::test]
async fn without_a_cache_each_page_is_made() {
    let (app, made) = counting(0).await;
    for _ in 0..3 {
        assert_eq!(app.get("/plain").await.status, StatusCode::OK);
    }
    assert_eq!(made.load(Ordering::SeqCst), 3);
    app.end().await;
}

async fn bytes_of(app: &TestApp, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let (parts, body) = app.served.answer(request).await.into_parts();
    (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
}

fn unpacked(headers: &HeaderMap, bytes: &[u8]) -> String {
    let mut text = String::new();
    match headers.get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap()) {
        Some("br") => brotli::Decompressor::new(bytes, 4096).read_to_string(&mut text),
        Some("gzip") => flate2::read::GzDecoder::new(bytes).read_to_string(&mut text),
        _ => (&mut &*bytes).read_to_string(&mut text),
    }
    .unwrap();
    text
}

#[tokio::test]
async fn each_browser_gets_the_form_that_it_takes_and_all_say_the_same() {
    let (app, _) = counting(1 << 20).await;
    let plain = bytes_of(&app, asked("/tekst")).await;
    let tag = plain.1[header::ETAG].clone();
    for (accepts, form) in [
        ("br, gzip", Some("br")),
        ("gzip", Some("gzip")),
        ("br;q=0.1, gzip;q=0.9", Some("gzip")),
        ("br;q=0, *", Some("gzip")),
        ("identity", None),
        ("deflate, zstd", None),
        ("", None),
    ] {
        for path in ["/tekst", "/no-store"] {
            for method in [Method::GET, Method::HEAD] {
                let request = Request::builder().uri(path).method(method.clone());
                let request = request.header(header::ACCEPT_ENCODING, accepts).body(Body::empty());
                let (status, headers, bytes) = bytes_of(&app, request.unwrap()).await;
                let said = headers.get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap());
                assert_eq!((status, said), (StatusCode::OK, form), "{path} {accepts}");
                assert_eq!(headers[header::VARY], "accept-encoding");
                let length: usize =
                    headers[header::CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
                if method == Method::HEAD {
                    assert!(bytes.is_empty() && length > 0);
                    continue;
                }
                assert_eq!(bytes.len(), length);
                assert!(unpacked(&headers, &bytes).ends_with("om og om igjen "));
                if path == "/tekst" {
                    assert_eq!(headers[header::ETAG], tag);
                    assert_eq!(unpacked(&headers, &bytes).as_bytes(), plain.2);
                }
            }
        }
    }
    let known = Request::get("/tekst").header(header::IF_NONE_MATCH, &tag).body(Body::empty());
    let (status, headers, bytes) = bytes_of(&app, known.unwrap()).await;
    assert_eq!((status, bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(headers[header::ETAG], tag);
    assert!(!headers.contains_key(header::CONTENT_LENGTH));
    app.end().await;
}

#[tokio::test]
async fn an_answer_that_stands_is_compressed_well_while_the_fast_form_goes_out() {
    let (app, _) = counting(1 << 20).await;
    let plain = bytes_of(&app, asked("/tekst")).await.2;
    let well = compress_well(&plain, Encoding::Gzip);
    let begun = tokio::time::Instant::now();
    loop {
        let request = Request::get("/tekst").header(header::ACCEPT_ENCODING, "gzip");
        let (_, headers, bytes) = bytes_of(&app, request.body(Body::empty()).unwrap()).await;
        assert_eq!(unpacked(&headers, &bytes).as_bytes(), plain);
        if bytes == well {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it is never compressed well");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.end().await;
}

/// A page as it is kept.
fn kept() -> KeptAnswer {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, "text/html; charset=utf-8".parse().unwrap());
    let (count, seconds) = (Counter::noop(), Histogram::noop());
    let text = Bytes::from("det same om og om igjen ".repeat(50));
    KeptAnswer::new(headers, text, Answered { route: "".into(), count, seconds })
}

#[tokio::test]
async fn who_asked_of_an_edition_past_gets_no_answer_of_one_before_it() {
    let pages = PageCache::new(1 << 20);
    let text = "/nb/nyheter/samling";
    let put = async |edition: u64, entry: Entry| {
        let address = AddressOf { edition, text };
        let Some(Turn::First(maker)) = pages.turn(address).await else { panic!("it is known") };
        maker.put(entry);
    };
    put(1, Entry::of(&Arc::new(kept()))).await;
    let past = |before: &[u64]| {
        let editions = Editions { now: 9, before: before.to_vec() };
        pages.before(&editions, text).map(|(edition, _)| edition)
    };
    assert_eq!(past(&[1]), Some(1));
    assert_eq!(past(&[2, 1]), Some(1), "nobody has asked of the second");
    put(2, Entry::Own).await;
    assert_eq!(past(&[2, 1]), None, "it was withdrawn, and who asked was told so");
}

#[tokio::test]
async fn a_few_answers_are_compressed_well_at_a_time_and_all_in_the_end() {
    let answers: Vec<KeptAnswer> = (0..20).map(|_| kept()).collect();
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT_ENCODING, "gzip".parse().unwrap());
    let gzip = Accepted::of(&headers);
    assert!(answers.iter().all(|answer| answer.to_be_made_well(gzip).is_none()), "none stands yet");
    tokio::time::sleep(unseen::LOOK * 3).await;
    // Tests beside this one may have the room just now.
    let at_once: Vec<_> = answers.iter().filter_map(|one| one.to_be_made_well(gzip)).collect();
    assert!(at_once.len() <= MOST_AT_ONCE, "{} at a time", at_once.len());
    let mut begun = at_once.len();
    drop(at_once);
    let since = tokio::time::Instant::now();
    while begun < answers.len() {
        for answer in &answers {
            if let Some(better) = answer.to_be_made_well(gzip) {
                answer.make_well(better).await;
                begun += 1;
            }
        }
        assert!(since.elapsed() < Duration::from_secs(20), "{begun} were begun");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[test]
fn a_weight_that_is_no_number_is_not_wanted() {
    let of = |said: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, said.parse().unwrap());
        Accepted::of(&headers).best()
    };
    assert_eq!(of("br;q=x, gzip"), Some(Encoding::Gzip));
    assert_eq!(of("br;v=1"), None);
    assert_eq!(of("BR; Q=0.4"), Some(Encoding::Brotli));
    assert_eq!(of("gzip;q=7"), Some(Encoding::Gzip));
}
