//! The frame of every page: headers, faults, languages, caching, limits of what can be sent.

mod heavy;
mod masked;
mod meters;
mod proxies;
mod queries;
mod rights;
mod who;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::query::Query;
use crate::seal::Broken;
use crate::testing::{Engine, TestApp};

const HEADERS: [(&str, &str); 9] = [
    ("content-security-policy", "default-src 'none'"),
    ("strict-transport-security", "max-age=31536000"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
];

async fn app() -> TestApp {
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[
        json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Trygge netter",
            "contact": { "role": "leder", "email": "leder@example.org" } }),
        json!({ "kind": "news", "external_id": "n", "lang": "nn", "title": "Nytt" }),
        json!({ "kind": "publication", "external_id": "r", "lang": "en", "title": "Report" }),
        json!({ "kind": "page", "external_id": "s", "lang": "nb", "title": "Om" }),
    ])
    .await;
    app.index().await;
    app
}

const PATHS: [&str; 17] = [
    "",
    "prosjekter",
    "prosjekter/trygge-netter",
    "prosjekter/trygge-netter/kontakt",
    "prosjekter/trygge-netter/kontakt/sendt",
    "nyheter",
    "nyheter/nytt",
    "publikasjoner",
    "publikasjoner/report",
    "sider/om",
    "tema",
    "sentre",
    "sok",
    "sok?q=trygge",
    "folg",
    "tips?side=prosjekter",
    "prosjekter/trygge-netter/versjoner",
];

#[tokio::test]
async fn every_page_renders_in_every_language_with_every_header() {
    let app = app().await;
    for lang in ["nb", "nn", "se", "en"] {
        for path in PATHS {
            let page = app.get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "/{lang}/{path}");
            assert!(page.has(&format!("<html lang=\"{lang}\"")), "/{lang}/{path}");
            assert_eq!(page.body.matches("<h1").count(), 1, "/{lang}/{path}");
            assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
            for (name, value) in HEADERS {
                assert!(page.header(name).contains(value), "/{lang}/{path}: {name}");
            }
            assert!(!page.header("content-security-policy").contains("unsafe"));
            assert_eq!(page.header("set-cookie"), "", "/{lang}/{path}");
        }
    }
    app.end().await;
}

#[tokio::test]
async fn faults_are_pages_in_the_readers_language() {
    let app = app().await;
    let nn = app.get("/nn/finst-ikkje").await;
    assert_eq!(nn.status, StatusCode::NOT_FOUND);
    assert!(nn.has("<html lang=\"nn\""));
    assert!(nn.has("href=\"/nn/\""), "a way on");
    let english = Request::get("/nowhere").header(header::ACCEPT_LANGUAGE, "en-GB,en;q=0.9");
    let english = app.ask(english.body(Body::empty()).unwrap()).await;
    assert_eq!(english.status, StatusCode::NOT_FOUND);
    assert!(english.has("<html lang=\"en\""));
    for (name, value) in HEADERS {
        assert!(english.header(name).contains(value), "{name}");
    }
    let problem = app.get("/api/v1/ingenting").await;
    assert_eq!(problem.status, StatusCode::NOT_FOUND);
    assert_eq!(problem.header("content-type"), "application/problem+json; charset=utf-8");
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let request = Request::builder().method(method.clone()).uri("/nb/prosjekter");
        let request = request.header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
        let answer = app.ask(request).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert!(answer.has("<h1"), "{method}");
    }
    app.end().await;
}

#[tokio::test]
async fn what_a_page_can_not_be_asked_has_a_page_of_its_own() {
    let app = app().await;
    let ask = async |method: Method, path: &str| {
        let request = Request::builder().method(method).uri(path);
        app.ask(request.header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap()).await
    };
    for (lang, words) in [
        ("nb", "Det går ikke an her"),
        ("nn", "Det går ikkje an her"),
        ("en", "That cannot be done here"),
    ] {
        let answer = ask(Method::PUT, &format!("/{lang}/prosjekter")).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.has(words) && answer.has(">405</p>"), "{}", answer.body);
        assert!(
            answer.has(&format!("<li><a href=\"/{lang}/prosjekter\">")),
            "the page can be read"
        );
        assert!(answer.header("allow").contains("GET"));
    }
    let program = ask(Method::DELETE, "/api/v1/search").await;
    assert_eq!(program.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(program.has("\"status\":405"), "{}", program.body);
    app.end().await;
}

#[tokio::test]
async fn a_day_that_is_asked_for_twice_is_not_understood() {
    let app = app().await;
    for path in ["/nb/", "/nb/prosjekter", "/nb/prosjekter/trygge-netter", "/nb/sok", "/nb/sentre"]
    {
        for days in [
            "per=2026-01-02&per=2020-01-01",
            "per=&per=2020-01-01",
            "per=2026-01-02&x=1&per=2026-01-02",
        ] {
            let answer = app.get(&format!("{path}?{days}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}?{days}");
            assert!(answer.has("Vi forstår ikke adressen"), "{path}?{days}");
        }
    }
    app.end().await;
}

#[tokio::test]
async fn the_first_address_leads_to_the_readers_language() {
    let app = app().await;
    for (asked, there) in
        [("", "/nb/"), ("nn-NO,nb;q=0.8", "/nn/"), ("de,en;q=0.5", "/en/"), ("se", "/se/")]
    {
        let request = Request::get("/").header(header::ACCEPT_LANGUAGE, asked);
        let answer = app.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), there, "{asked}");
    }
    assert_eq!(app.get("/nb").await.header("location"), "/nb/");
    assert_eq!(
        app.get("/nb/prosjekter/?tema=fall").await.header("location"),
        "/nb/prosjekter?tema=fall"
    );
    assert_eq!(
        app.get("//ond.example/").await.status,
        StatusCode::NOT_FOUND,
        "never to another site"
    );
    app.end().await;
}

#[tokio::test]
async fn a_page_that_is_the_same_is_not_sent_again() {
    let app = app().await;
    let first = app.get("/nb/prosjekter").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\""));
    let again = Request::get("/nb/prosjekter").header(header::IF_NONE_MATCH, &tag);
    let again = app.ask(again.body(Body::empty()).unwrap()).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.body, "");
    assert_eq!(again.header("etag"), tag);
    let other = Request::get("/nb/nyheter").header(header::IF_NONE_MATCH, &tag);
    assert_eq!(app.ask(other.body(Body::empty()).unwrap()).await.status, StatusCode::OK);
    app.end().await;
}

#[tokio::test]
async fn pages_and_files_go_compressed_to_those_who_can_read_it() {
    let app = app().await;
    for coding in ["br", "gzip"] {
        for path in ["/nb/prosjekter", super::asset("app.css")] {
            let request = Request::get(path).header(header::ACCEPT_ENCODING, coding);
            let answer = app.ask(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.header("content-encoding"), coding, "{path}");
            assert!(answer.header("vary").to_lowercase().contains("accept-encoding"), "{path}");
        }
    }
    let css = app.get(super::asset("app.css")).await;
    let tag = css.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"') && tag.contains("app."), "{tag}");
    for (asked, status) in [
        (tag.clone(), StatusCode::NOT_MODIFIED),
        (format!("\"x\", W/{tag}"), StatusCode::NOT_MODIFIED),
        ("\"x\"".to_owned(), StatusCode::OK),
    ] {
        let request = Request::get(super::asset("app.css")).header(header::IF_NONE_MATCH, &asked);
        let answer = app.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, status, "{asked}");
        assert_eq!(answer.header("etag"), tag);
        assert_eq!(answer.body.is_empty(), status == StatusCode::NOT_MODIFIED);
    }
    assert_eq!(css.header("content-encoding"), "");
    assert_eq!(css.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(app.get("/static/app.00000000.css").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/static/..%2f..%2fCargo.toml").await.status, StatusCode::NOT_FOUND);
    app.end().await;
}

#[tokio::test]
async fn a_form_that_is_far_too_long_is_refused_as_a_page() {
    let app = app().await;
    let answer = app
        .post("/nb/prosjekter/trygge-netter/kontakt", &[("melding", &"x".repeat(200_000))])
        .await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    assert!(answer.has("<h1"));
    app.end().await;
}

#[test]
fn a_query_comes_back_as_it_went_in() {
    let query = Query::parse("tema=fall&tema=b%C3%A6r&q=a+b%26c&tom=").unwrap();
    assert_eq!(query.all("tema").collect::<Vec<_>>(), ["fall", "bær"]);
    assert_eq!(query.get("q"), Some("a b&c"));
    assert_eq!(query.to_string(), "?tema=fall&tema=b%C3%A6r&q=a%20b%26c");
    assert_eq!(query.without("tema", "fall").with("q", "").to_string(), "?tema=b%C3%A6r");
    assert_eq!(Query::parse(&query.to_string()[1..]).unwrap(), query.with("tom", ""));
    assert!(Query::parse("tema=%ff").is_err());
    assert_eq!(Query::parse("q=p%E5").unwrap().get("q"), Some("på"), "Latin-1");
    assert!(Query::parse("tema=%00").is_err());
    assert_eq!(Query::parse("q=a%00b").unwrap().get("q"), Some("a b"));
}

#[tokio::test]
async fn a_stamp_is_good_for_one_form_and_for_a_while() {
    let app = TestApp::new(Engine::Sqlite).await;
    let (seal, now) = (&app.app.seal, app.app.clock.now());
    let stamp = seal.stamp("a", &app.app.clock);
    assert_ne!(stamp, seal.stamp("a", &app.app.clock), "also in the same second");
    let after = |seconds| now + time::Duration::seconds(seconds);
    assert_eq!(seal.check("a", &stamp, after(1)), Err(Broken::TooFast));
    assert!(seal.check("a", &stamp, after(60)).is_ok());
    assert_eq!(seal.check("a", &stamp, after(4 * 86_400)), Err(Broken::TooOld));
    assert_eq!(seal.check("b", &stamp, after(60)), Err(Broken::Forged));
    for forged in ["", ".", "1.2", "x.y", "-1.00", &stamp[..stamp.len() - 2]] {
        assert_eq!(seal.check("a", forged, after(60)), Err(Broken::Forged), "{forged}");
    }
    app.end().await;
}

#[tokio::test]
async fn head_tells_what_get_would() {
    let app = app().await;
    let got = app.get("/nb/prosjekter/trygge-netter").await;
    let head = Request::head("/nb/prosjekter/trygge-netter").body(Body::empty()).unwrap();
    let head = app.ask(head).await;
    assert_eq!(head.status, StatusCode::OK);
    assert_eq!(head.body, "");
    assert_eq!(head.header("etag"), got.header("etag"));
    assert_eq!(head.header("content-length"), got.body.len().to_string());
    app.end().await;
}

#[tokio::test]
async fn a_long_address_is_not_repeated_over_and_over() {
    let app = app().await;
    let long = "a".repeat(9_000);
    for (path, status) in [
        (format!("/nb/{long}"), StatusCode::NOT_FOUND),
        (format!("/nb/finnes-ikke?x={long}"), StatusCode::NOT_FOUND),
        (format!("/nb/sok?q={long}"), StatusCode::OK),
    ] {
        let answer = app.get(&path).await;
        assert_eq!(answer.status, status);
        assert!(answer.body.len() < 25_000, "{}", answer.body.len());
    }
    assert!(
        app.get(&format!("/nb/sok?q={long}")).await.has("Vi har bare søkt på den første delen")
    );
    app.end().await;
}

/// The addresses of the page in other languages.
fn alternates(body: &str) -> Vec<(&str, &str)> {
    let links = body.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    links
        .filter_map(|link| {
            let (lang, rest) = link.split_once("\" href=\"https://padriver.example")?;
            Some((lang, rest.split('"').next()?))
        })
        .collect()
}

#[tokio::test]
async fn every_alternate_answers_and_links_back() {
    let app = app().await;
    app.import(&[json!({ "kind": "project", "external_id": "p-en", "lang": "en",
        "title": "Safe nights", "translation_of": "p" })])
        .await;
    for path in [
        "/nb/",
        "/nn/prosjekter",
        "/nb/prosjekter/trygge-netter",
        "/en/prosjekter/safe-nights",
        "/nn/nyheter/nytt",
        "/nb/folg",
        "/se/tema",
    ] {
        let page = app.get(path).await;
        let own = alternates(&page.body);
        assert!(own.iter().any(|(_, href)| *href == path), "{path} is among its own: {own:?}");
        assert!(own.iter().any(|(lang, _)| *lang == "x-default"), "{path}");
        for (_, href) in &own {
            let other = app.get(href).await;
            assert_eq!(other.status, StatusCode::OK, "{path} to {href}");
            assert_eq!(alternates(&other.body), own, "{href} says the same as {path}");
        }
    }
    // Shown to readers of another language, the text is where it is at home.
    let abroad = app.get("/en/prosjekter/trygge-netter").await;
    assert!(alternates(&abroad.body).is_empty());
    assert!(
        abroad
            .has("rel=\"canonical\" href=\"https://padriver.example/nb/prosjekter/trygge-netter\"")
    );
    app.end().await;
}

/// A page is often called the same in several languages, most of all one whose text is in one alone.
#[tokio::test]
async fn the_tab_tells_the_language_of_the_page() {
    let app = app().await;
    for path in ["", "prosjekter", "prosjekter/trygge-netter", "tema", "logg-inn", "finnes-ikke"] {
        let mut titles = BTreeSet::new();
        for lang in ["nb", "nn", "se", "en"] {
            let page = app.get(&format!("/{lang}/{path}")).await;
            let (_, rest) = page.body.split_once("<title>").expect("a title");
            titles.insert(rest.split_once("</title>").expect("its end").0.to_owned());
        }
        assert_eq!(titles.len(), 4, "/{path}: {titles:?}");
    }
    app.end().await;
}

#[tokio::test]
async fn machines_are_told_in_json_that_no_text_breaks() {
    let app = app().await;
    app.import(&[json!({ "kind": "news", "external_id": "x", "lang": "nb", "slug": "ond",
        "title": "</script><script>alert(1)</script>", "lead": "\"&<!--" })])
        .await;
    for (path, kinds) in [
        ("/nb/", vec!["WebSite"]),
        ("/nb/prosjekter", vec!["CollectionPage", "BreadcrumbList"]),
        ("/nb/prosjekter/trygge-netter", vec!["Article", "BreadcrumbList"]),
        ("/nn/nyheter/nytt", vec!["NewsArticle", "BreadcrumbList"]),
        ("/nb/nyheter/ond", vec!["NewsArticle", "BreadcrumbList"]),
        ("/en/publikasjoner/report", vec!["Report", "BreadcrumbList"]),
        ("/nb/sider/om", vec!["WebPage", "BreadcrumbList"]),
    ] {
        let page = app.get(path).await;
        let parts = page.body.split("<script type=\"application/ld+json\">").skip(1);
        let all: Vec<serde_json::Value> = parts
            .map(|part| serde_json::from_str(part.split("</script>").next().unwrap()).unwrap())
            .collect();
        let found: Vec<_> = all.iter().map(|value| value["@type"].as_str().unwrap()).collect();
        assert_eq!(found, kinds, "{path}");
        assert!(all.iter().all(|value| value["@context"] == "https://schema.org"), "{path}");
        assert!(!page.has("<script>alert"), "{path}");
    }
    app.end().await;
}
