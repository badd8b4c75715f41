//! Feeds tell what their lists show, and the page about following leads to the right one.

mod email;

use axum::http::StatusCode;
use serde_json::json;

use crate::people::held::{HELD, Kept};
use crate::testing::{Engine, TestApp, both_engines};

#[test]
fn what_is_told_of_how_long_a_code_waits_is_so() {
    let held = HELD.iter().find(|held| held.table == "subscription_attempt").unwrap();
    let minutes = super::subscriptions::LASTS.whole_minutes();
    assert_eq!(held.kept, Kept::Minutes(u8::try_from(minutes).unwrap()));
}

async fn with_some(app: &TestApp) {
    app.import(&[
        json!({ "kind": "project", "external_id": "a", "lang": "nb", "title": "Færre fall",
            "themes": ["fall"], "counties": ["50"], "published_at": "2020-01-01",
            "lead": "Om natten", "centre": "usht-hedmark" }),
        json!({ "kind": "news", "external_id": "b", "lang": "nn", "title": "Mat & drikke",
            "themes": ["ernaering"], "published_at": "2022-01-01" }),
        json!({ "kind": "news", "external_id": "c", "lang": "nb", "title": "Gammelt nytt",
            "state": "archived", "published_at": "2011-01-01" }),
        // On no feed, for nobody knows when it was news.
        json!({ "kind": "news", "external_id": "e", "lang": "nb", "title": "Ingen vet når",
            "published_at": "unknown" }),
        json!({ "kind": "page", "external_id": "d", "lang": "nb", "title": "Om oss" }),
    ])
    .await;
    app.index().await;
}

async fn titles(app: &TestApp, path: &str) -> Vec<String> {
    let answer = app.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
    let feed = atom_syndication::Feed::read_from(answer.body.as_bytes()).unwrap();
    assert!(!feed.title.value.is_empty() && !feed.authors.is_empty(), "{path}");
    feed.entries.into_iter().map(|entry| entry.title.value).collect()
}

both_engines! {
    async fn feeds_tell_what_lists_show(app: TestApp) {
        with_some(&app).await;
        assert_eq!(titles(&app, "/nb/alt.atom").await, ["Mat & drikke", "Færre fall"]);
        assert_eq!(titles(&app, "/nb/alt.atom?tema=fall").await, ["Færre fall"]);
        assert_eq!(titles(&app, "/nb/alt.atom?fylke=50").await, ["Færre fall"]);
        assert_eq!(titles(&app, "/nb/alt.atom?senter=usht-hedmark").await, ["Færre fall"]);
        assert_eq!(titles(&app, "/nb/nyheter.atom").await, ["Mat & drikke"]);
        assert_eq!(titles(&app, "/nb/nyheter.atom?arkiv=1").await.len(), 2);
        assert_eq!(titles(&app, "/nb/prosjekter.atom?tema=ernaering").await, Vec::<String>::new());
        assert_eq!(titles(&app, "/nb/sok.atom?q=natten").await, ["Færre fall"]);
        assert_eq!(titles(&app, "/nb/alt.atom?kommune=1804").await, Vec::<String>::new(), "it narrows");
        assert_eq!(app.get("/nb/alt.atom?kommune=9999").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let id = |feed: &str| feed.split("<id>").nth(1).and_then(|rest| rest.split("</id>").next()).map(str::to_owned);
        let (with, without) = (app.get("/nb/nyheter.atom?arkiv=1").await, app.get("/nb/nyheter.atom").await);
        assert_ne!(id(&with.body), id(&without.body), "other things under another name");
        assert!(app.get("/nb/nyheter?arkiv=1").await.has("nyheter.atom?arkiv=1"));
        assert!(app.get("/nb/folg?side=nyheter&arkiv=1").await.has("nyheter.atom?arkiv=1"));
        let empty = app.get("/nb/prosjekter.atom?tema=ernaering").await;
        assert!(!empty.has("<updated>1970"), "{}", empty.body);
        for (page, feed) in [("fylker/50", "alt.atom?fylke=50"), ("kommuner/1804", "alt.atom?kommune=1804"), ("sentre/usht-hedmark", "alt.atom?senter=usht-hedmark")] {
            let page = app.get(&format!("/nb/{page}")).await;
            assert!(page.has("type=\"application/atom+xml\" title=") && page.has(&format!("href=\"/nb/{feed}\"")), "{feed}");
        }
        let choices = app.get("/nb/folg").await.body;
        let at = |name: &str| choices.find(&format!(">{name}</option>")).expect(name);
        assert!(at("USHT Østfold") < at("UHT Akershus"), "the centres of today stand first");
        for odd in ["/nb/alt.atom?tema=ingen", "/nb/prosjekter.atom?fylke=x", "/nb/sok.atom?tema=ingen"] {
            assert_eq!(app.get(odd).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        }
        for nowhere in ["/nb/sider.atom", "/xx/alt.atom", "/nb/hus.atom", "/nb/prosjekter.ics"] {
            assert_eq!(app.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
    }
}

/// A year is a year: no day is made of it in feeds, tables or the map of the site.
#[tokio::test]
async fn no_day_is_made_of_a_year() {
    let app = TestApp::new(Engine::Sqlite).await;
    let news = |id: &str, title: &str, at: &str| json!({ "kind": "news", "external_id": id, "lang": "nb", "title": title, "published_at": at });
    app.import(&[news("a", "Bare år", "2011"), news("b", "Dagen kjent", "2012-03-04")]).await;
    let feed = app.get("/nb/nyheter.atom").await;
    assert!(feed.has("Bare år") && !feed.has("<published>2011"), "{}", feed.body);
    assert!(feed.has("<published>2012-03-04"));
    let list = app.get("/nb/nyheter.json").await;
    assert!(list.has("\"published\":\"2011\"") && !list.has("2011-01-01"), "{}", list.body);
    assert!(list.has("\"changed\":\"2012-03-04\""));
    let map = app.get("/sitemap/innhold-1.xml").await;
    assert!(map.has("bare-ar") && !map.has("2011-01-01"), "{}", map.body);
    app.end().await;
}

#[tokio::test]
async fn a_feed_that_is_not_new_is_not_sent_again() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_some(&app).await;
    let first = app.get("/nb/alt.atom").await;
    let request = axum::http::Request::get("/nb/alt.atom")
        .header("if-none-match", first.header("etag"))
        .body(axum::body::Body::empty())
        .unwrap();
    assert_eq!(app.ask(request).await.status, StatusCode::NOT_MODIFIED);
    app.end().await;
}

#[tokio::test]
async fn a_list_leads_to_its_feed_and_to_how_it_is_followed() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_some(&app).await;
    let list = app.get("/nb/prosjekter?tema=fall&sorter=tittel").await;
    assert!(list.has("href=\"/nb/prosjekter.atom?tema=fall\""));
    assert!(list.has("href=\"/nb/alt.atom\""));
    let how = "/nb/folg?side=prosjekter&tema=fall";
    assert!(list.has(&how.replace('&', "&#38;")), "{}", list.body);
    let page = app.get(how).await;
    assert!(page.has("https://padriver.example/nb/prosjekter.atom?tema=fall"));
    assert!(page.has("Prosjekter: Fall"));
    let search = app.get("/nb/folg?side=sok&q=m%C3%A5ltid%20%26%20mer").await;
    assert!(search.has("sok.atom?q=m%C3%A5ltid%20%26%20mer"), "{}", search.body);
    let narrowed =
        app.get("/nb/folg?side=sok&q=fall&tema=fall&resultat=virket-ikke&type=project").await;
    let feed = "sok.atom?q=fall&#38;tema=fall&#38;type=project&#38;resultat=virket-ikke";
    assert!(narrowed.has(feed), "{}", narrowed.body);
    for odd in ["side=hus", "side=sider", "tema=ingen", "side=%ff"] {
        let answer = app.get(&format!("/nb/folg?{odd}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
    }
    app.end().await;
}

#[tokio::test]
async fn what_takes_place_can_be_put_in_a_calendar() {
    use icalendar::Component;
    let app = TestApp::new(Engine::Sqlite).await;
    app.import(&[
        json!({ "kind": "event", "external_id": "e", "lang": "nb", "title": "Samling", "themes": ["fall"],
            "facts": { "starts": "2026-12-01T09:00", "ends": "2026-12-01T15:00", "place": "Hamar" } }),
        json!({ "kind": "event", "external_id": "f", "lang": "nb", "title": "Uken", "themes": ["ernaering"],
            "facts": { "starts": "2026-12-07", "ends": "2026-12-09", "cancelled": true } }),
        json!({ "kind": "event", "external_id": "g", "lang": "nb", "title": "Lenge siden",
            "facts": { "starts": "2020-12-07" } }),
    ])
    .await;
    let page = app.get("/nb/arrangementer/samling").await;
    assert!(page.has("href=\"/nb/arrangementer/samling/kalender.ics\""));
    assert!(
        page.has("\"@type\":\"Event\"") && page.has("\"startDate\":\"2026-12-01T09:00:00+01:00\"")
    );
    let one = app.get("/nb/arrangementer/samling/kalender.ics").await;
    assert_eq!(one.header("content-type"), "text/calendar; charset=utf-8");
    assert!(one.has("DTSTART;TZID=Europe/Oslo:20261201T090000\r\n"), "{}", one.body);
    let all = app.get("/nb/arrangementer.ics").await.body;
    let read: icalendar::Calendar = all.parse().unwrap();
    let titles: Vec<_> = read.events().filter_map(|event| event.get_summary()).collect();
    assert_eq!(titles, ["Samling", "Uken"], "what is long over is not there");
    assert!(all.contains("DTSTART;VALUE=DATE:20261207\r\nDTEND;VALUE=DATE:20261210\r\n"), "{all}");
    assert!(all.contains("STATUS:CANCELLED"));
    let some = app.get("/nb/arrangementer.ics?tema=fall").await.body;
    assert!(some.contains("Samling") && !some.contains("Uken"));
    let list = app.get("/nb/arrangementer?tema=fall").await;
    assert!(
        list.has("type=\"text/calendar\"") && list.has("href=\"/nb/arrangementer.ics?tema=fall\"")
    );
    assert!(app.get("/nb/folg?side=arrangementer").await.has("/nb/arrangementer.ics"));
    assert_eq!(app.get("/nb/prosjekter/ingen/kalender.ics").await.status, StatusCode::NOT_FOUND);
    app.end().await;
}
