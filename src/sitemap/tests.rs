//! The map holds every public page, each in the languages that it is in, and nothing else.

use axum::http::StatusCode;
use serde_json::json;

use crate::testing::{Engine, TestApp, both_engines};

fn all<'a>(body: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    body.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

both_engines! {
    async fn the_map_holds_what_anybody_can_read(app: TestApp) {
        app.import(&[
            json!({ "kind": "project", "external_id": "a", "lang": "nb", "title": "Søvn" }),
            json!({ "kind": "project", "external_id": "a-en", "lang": "en", "title": "Sleep", "translation_of": "a" }),
            json!({ "kind": "news", "external_id": "b", "lang": "nn", "title": "Utkast", "state": "draft" }),
            json!({ "kind": "news", "external_id": "c", "lang": "nn", "title": "Borte", "state": "withdrawn" }),
            json!({ "kind": "news", "external_id": "d", "lang": "nn", "title": "Før", "state": "archived" }),
        ])
        .await;
        let index = app.get("/sitemap.xml").await;
        assert_eq!(index.header("content-type"), "application/xml; charset=utf-8");
        let parts = all(&index.body, "<loc>", "</loc>");
        assert_eq!(parts, ["https://padriver.example/sitemap/sider.xml", "https://padriver.example/sitemap/innhold-1.xml"]);
        let content = app.get("/sitemap/innhold-1.xml").await.body;
        let mut found = all(&content, "<loc>https://padriver.example", "</loc>");
        found.sort_unstable();
        assert_eq!(found, ["/en/prosjekter/sleep", "/nb/prosjekter/sovn", "/nn/nyheter/for"]);
        assert_eq!(content.matches("hreflang=\"en\"").count(), 2, "each of the two tells of both");
        let pages = app.get("/sitemap/sider.xml").await.body;
        assert!(pages.contains("/nb/sentre/usht-hedmark</loc>"), "the page of each centre");
        let is_one = |address: &&str| !address.contains("/sentre/") || address.ends_with("/nb/sentre/usht-hedmark");
        for address in all(&pages, "<loc>https://padriver.example", "</loc>").into_iter().filter(is_one) {
            assert_eq!(app.get(address).await.status, StatusCode::OK, "{address}");
        }
        for nowhere in ["/sitemap/innhold-2.xml", "/sitemap/innhold-0.xml", "/sitemap/innhold-x.xml", "/sitemap/annet"] {
            assert_eq!(app.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
    }

    async fn a_large_library_has_several_parts_and_each_page_is_in_one(app: TestApp) {
        let all_of_it: Vec<_> = (0..97)
            .map(|n| json!({ "kind": "news", "external_id": format!("n{n}"), "lang": "nb", "title": format!("Nytt {n:03}") }))
            .collect();
        app.import(&all_of_it).await;
        let index = app.get("/sitemap.xml").await.body;
        assert_eq!(all(&index, "<loc>", "</loc>").len(), 4, "the pages of the site, and three parts: {index}");
        let mut found = Vec::new();
        for (part, holds) in [(1, 40), (2, 40), (3, 17)] {
            let body = app.get(&format!("/sitemap/innhold-{part}.xml")).await.body;
            let here = all(&body, "<loc>https://padriver.example", "</loc>");
            assert_eq!(here.len(), holds, "part {part}");
            found.extend(here.into_iter().map(str::to_owned));
        }
        found.sort_unstable();
        let wanted: Vec<String> = (0..97).map(|n| format!("/nb/nyheter/nytt-{n:03}")).collect();
        assert_eq!(found, wanted);
        assert_eq!(app.get("/sitemap/innhold-4.xml").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn robots_are_told_where_the_map_is() {
    let app = TestApp::new(Engine::Sqlite).await;
    let robots = app.get("/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    assert!(robots.has("Sitemap: https://padriver.example/sitemap.xml\n"));
    assert!(robots.has("Disallow: /*/tips\n"));
    app.end().await;
}
