//! Pages that cost much are counted and have a deadline; all others are left alone.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use super::who::from;
use crate::config::RateLimits;
use crate::page_cache::PageCache;
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::site::Site;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};
use crate::web::Visit;

const BOTH: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];
const MANY: StatusCode = StatusCode::TOO_MANY_REQUESTS;
const KARI: &str = "01890000-0000-7000-8000-000000000001";
const THEN: &str = "per=2021-01-01";

/// A page that is never done when a day is asked for, and one for editors.
static SLOW: Room = Room {
    name: "slow",
    routes: |_| {
        vec![
            Route::get("/{lang}/treg", Right::Anybody, slow).heavy(Visit::looks_back),
            Route::get("/api/v1/treg", Right::Anybody, slow).heavy(Visit::looks_back),
            Route::get("/{lang}/verksted", Right::WithRole(&[RoleKind::Editor]), slow)
                .heavy(|_| true),
        ]
    },
    ..Room::EMPTY
};

async fn slow(visit: axum::Extension<std::sync::Arc<Visit>>) -> &'static str {
    if visit.looks_back() {
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
    "done"
}

async fn site(engine: Engine, limits: RateLimits) -> TestApp {
    let app = TestApp::of(Site::default().with(&SLOW), engine, limits).await;
    let app = app.changed(|app| app.identify = by_header).uncached();
    app.import(&[
        json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Trygge netter",
            "published_at": "2020-01-01", "themes": ["fall"] }),
        json!({ "kind": "event", "external_id": "e", "lang": "nb", "title": "Samling",
            "published_at": "2020-01-01", "facts": { "starts": "2026-12-01" } }),
    ])
    .await;
    app.index().await;
    app
}

async fn ask(app: &TestApp, network: usize, path: &str, who: Option<&str>) -> Answer {
    let mut request = from(&format!("198.51.{network}.1:9"), Request::get(path));
    if let Some(who) = who {
        request = request.header(HEADER, who);
    }
    app.ask(request.body(Body::empty()).unwrap()).await
}

/// Each address that is heavy with what follows it, and light without.
const HEAVY: [(&str, &str); 12] = [
    ("/nb/", THEN),
    ("/nb/prosjekter", THEN),
    ("/nb/prosjekter", "sorter=tittel"),
    ("/nb/tema", THEN),
    ("/nb/tema/fall", THEN),
    ("/nb/sok", THEN),
    ("/nb/sok.atom", THEN),
    ("/nb/alt.atom", THEN),
    ("/nb/prosjekter.atom", THEN),
    ("/nb/hefte", "fra=prosjekter&per=2021-01-01"),
    ("/nb/hefte", "fra=prosjekter&sorter=tittel"),
    ("/nn/prosjekter", "per=2021&sorter=tittel&resultat=improved"),
];

#[tokio::test]
async fn what_is_heavy_is_counted_and_nothing_else() {
    for engine in BOTH {
        let app =
            site(engine, RateLimits { heavy_reads_per_minute: 1, ..RateLimits::default() }).await;
        for (network, (path, query)) in HEAVY.into_iter().enumerate() {
            let heavy = format!("{path}?{query}");
            let first = ask(&app, network, &heavy, None).await;
            assert_eq!(first.status, StatusCode::OK, "{heavy}: {}", first.body);
            let second = ask(&app, network, &heavy, None).await;
            assert_eq!(second.status, MANY, "{heavy}");
            assert!(second.header("retry-after").parse::<u64>().unwrap() > 0);
            for _ in 0..3 {
                let light = ask(&app, network, path, None).await;
                assert_eq!(light.status, StatusCode::OK, "{path} is not limited");
            }
        }
        for path in
            ["/nb/prosjekter/trygge-netter/versjoner", "/nn/prosjekter/trygge-netter/versjoner"]
        {
            let network = 100 + path.len() + usize::from(path.starts_with("/nn"));
            assert_eq!(ask(&app, network, path, None).await.status, StatusCode::OK, "{path}");
            assert_eq!(ask(&app, network, path, None).await.status, MANY, "{path}");
        }
        app.end().await;
    }
}

#[tokio::test]
async fn what_is_kept_costs_nothing_and_is_not_counted() {
    let limits = RateLimits { heavy_reads_per_minute: 1, ..RateLimits::default() };
    let app = site(Engine::Sqlite, limits).await.changed(|app| app.pages = PageCache::new(1 << 20));
    for _ in 0..5 {
        let kept = ask(&app, 1, "/nb/?per=2021-01-01", None).await;
        assert_eq!(kept.status, StatusCode::OK);
    }
    assert_eq!(ask(&app, 1, "/nb/?per=2021-01-02", None).await.status, MANY);
    let again = ask(&app, 1, "/nb/?per=2021-01-01", None).await;
    assert_eq!(again.status, StatusCode::OK, "a refusal takes nothing away");
    app.end().await;
}

#[tokio::test]
async fn it_is_one_meter_for_all_of_them_by_account_and_what_was_refused_leads_to_now() {
    let app =
        site(Engine::Sqlite, RateLimits { heavy_reads_per_minute: 3, ..RateLimits::default() })
            .await;
    let get = async |path: &str, who| ask(&app, 1, path, who).await;
    for path in ["/nb/?per=2021", "/nb/prosjekter?sorter=tittel", "/nb/tema?per=2021"] {
        assert_eq!(get(path, None).await.status, StatusCode::OK, "{path}");
    }
    let refused = get("/nb/prosjekter?per=2021", None).await;
    assert_eq!(refused.status, MANY);
    assert!(refused.has("Det gikk litt fort") && refused.has("href=\"/nb/prosjekter\""));
    assert!(refused.has("Gå til siden slik den er nå"), "{}", refused.body);
    assert!(!get("/nb/prosjekter?sorter=tittel", None).await.has("slik den er nå"));
    assert_eq!(get("/nb/prosjekter?per=2021", Some(KARI)).await.status, StatusCode::OK);
    // What can't be answered anyhow costs nothing, and is told as it is.
    for path in ["/nb/prosjekter?per=2099-01-01", "/nb/prosjekter?per=i-fjor"] {
        assert_eq!(get(path, None).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    // Looking back at one text costs no more than reading it now.
    assert_eq!(get("/nb/prosjekter/trygge-netter?per=2021", None).await.status, StatusCode::OK);
    // Nobody is counted for what they may not ask for.
    for _ in 0..5 {
        let fault = ask(&app, 2, "/nb/verksted", None).await;
        assert_eq!(fault.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(ask(&app, 2, "/nb/?per=2021", None).await.status, StatusCode::OK);
    app.end().await;
}

#[tokio::test]
async fn what_takes_too_long_is_given_up_and_told_while_others_are_served() {
    for engine in BOTH {
        // The deadline holds also where nothing is counted.
        let limits = RateLimits { on: false, heavy_read_seconds: 1, ..RateLimits::default() };
        let app = site(engine, limits).await;
        let served = async {
            let first = app.get("/nb/prosjekter").await;
            let light = app.get("/nb/treg").await;
            (first.status, light.body, tokio::time::Instant::now())
        };
        let slow = async {
            let answers = tokio::join!(
                app.get("/nb/treg?per=2021"),
                app.get("/nn/treg?per=2021"),
                app.get("/en/treg?per=2021"),
                app.get("/api/v1/treg?per=2021"),
            );
            (answers, tokio::time::Instant::now())
        };
        let ((nb, nn, en, api), given_up, (status, light, served)) = {
            let ((answers, given_up), served) = tokio::join!(slow, served);
            let (nb, nn, en, api) = answers;
            ((nb, nn, en, api), given_up, served)
        };
        assert_eq!((status, light.as_str()), (StatusCode::OK, "done"));
        assert!(served < given_up, "nobody waits for the slow ones");
        let words = [
            (nb, "Siden tok for lang tid", "Gå til siden slik den er nå"),
            (nn, "Sida tok for lang tid", "Gå til sida slik ho er no"),
            (en, "The page took too long", "Go to the page as it is now"),
        ];
        for (answer, heading, on) in words {
            assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(answer.header("retry-after"), "60");
            assert!(answer.has(heading) && answer.has(on), "{}", answer.body);
            assert_eq!(answer.header("etag"), "");
        }
        assert_eq!(api.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(api.header("content-type").starts_with("application/problem+json"));
        assert!(api.has("it took too long"), "{}", api.body);
        app.end().await;
    }
}
