//! The map holds every public page, each in the languages that it is in, and nothing else.

use axum::http::StatusCode;
use serde_json::json;

use crate::dates::oslo_day;
use crate::items::read;
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

    async fn a_work_is_told_in_all_its_languages_also_where_they_are_in_other_parts(app: TestApp) {
        let of = |n: usize| json!({
            "kind": "news", "external_id": format!("n{n}"), "lang": "nb", "title": format!("Nytt {n:03}"),
            "published_at": "2020-04-27", "updated_at": "2020-05-02",
        });
        app.import(&(0..45).map(of).collect::<Vec<_>>()).await;
        let translation = |lang: &str, state: &str, n: usize| json!({
            "kind": "news", "external_id": format!("n{n}-{lang}"), "lang": lang, "title": format!("Nytt {n:03} {lang}"),
            "translation_of": format!("n{n}"), "state": state,
            "published_at": "2021-03-01", "updated_at": "2021-04-01",
        });
        app.import(&[
            translation("en", "published", 0),
            translation("nn", "archived", 0),
            translation("en", "published", 1),
            translation("en", "draft", 2),
        ])
        .await;
        let address = |lang: &str, slug: &str| format!("https://padriver.example/{lang}/nyheter/{slug}");
        let whole = [address("en", "nytt-000-en"), address("nb", "nytt-000"), address("nn", "nytt-000-nn")];
        let parts = [app.get("/sitemap/innhold-1.xml").await.body, app.get("/sitemap/innhold-2.xml").await.body];
        let told = |own: &str| -> Vec<&str> {
            let mut told = parts.iter().flat_map(|part| all(part, "<url>", "</url>"));
            let its = told.find(|one| one.contains(&format!("<loc>{own}</loc>")));
            all(its.unwrap(), " href=\"", "\"")
        };
        for own in &whole {
            assert_eq!(told(own), whole, "{own}");
        }
        assert_eq!(told(&address("nb", "nytt-001")).len(), 2);
        assert_eq!(told(&address("nb", "nytt-002")).len(), 0, "a draft is told to nobody");
        // The day of each is what its own page says; history has none.
        let told_days: usize = parts.iter().map(|part| part.matches("<lastmod>").count()).sum();
        assert_eq!(told_days, 45 + 2);
        for name in ["n0", "n1-en"] {
            let item = read::by_external_id(&app.app.db, name).await.unwrap().unwrap();
            let day = oslo_day(item.newest_text_at().unwrap());
            let of_it = format!("/{}</loc>\n<lastmod>{day}</lastmod>", item.slug);
            assert!(parts.iter().any(|part| part.contains(&of_it)), "{of_it}");
        }
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
