//! The past can be read: item by item, list by list, and what each version changed.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::diff::{DiffPiece, pieces};
use crate::testing::{Engine, TestApp, both_engines};

fn line(title: &str, more: &Value) -> Value {
    let mut line = json!({ "kind": "project", "external_id": "a", "lang": "nb", "title": title,
        "published_at": "2020-01-01", "themes": ["fall"],
        "facts": { "sections": { "results": "Vi så **tolv** fall i måneden." } } });
    for (name, value) in more.as_object().unwrap() {
        line[name] = value.clone();
    }
    line
}

/// One project in three versions, one from before, one of now, one that is history since today.
async fn with_history(app: &TestApp) {
    app.import(&[line("Første tittel", &json!({}))]).await;
    app.import_in_time(&[line(
        "Andre tittel",
        &json!({ "updated_at": "2022-06-01", "themes": ["ernaering"],
        "facts": { "sections": { "results": "Vi så **åtte** fall i måneden." } } }),
    )])
    .await;
    app.import_in_time(&[line(
        "Tredje tittel",
        &json!({ "updated_at": "2024-06-01", "themes": ["ernaering"],
        "facts": { "sections": { "results": "Vi så åtte fall i måneden." } } }),
    )])
    .await;
    app.import(&[
        json!({ "kind": "project", "external_id": "b", "lang": "nb", "title": "Nytt av året", "published_at": "2026-02-01" }),
        json!({ "kind": "project", "external_id": "c", "lang": "nb", "title": "Fra den gang", "published_at": "2012-02-01",
            "state": "archived", "archived": { "published_under": "Regjeringen Stoltenberg II" } }),
    ])
    .await;
}

/// Words in no order, the same for the same seed.
fn babble(seed: u32, letters: usize) -> String {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut text = String::new();
    while text.len() < letters {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        text.push_str(
            ["fall", "natt", "uro", "mat", "ro", "hjem", "dag", "smerte"]
                [(state >> 8) as usize % 8],
        );
        text.push(' ');
    }
    text.trim_end().to_owned()
}

/// Long enough for any test.
fn in_an_hour() -> Instant {
    tokio::time::Instant::now().into_std() + Duration::from_hours(1)
}

const PAGE: &str = "/nb/prosjekter/forste-tittel";

both_engines! {
    async fn a_page_is_shown_as_it_was(app: TestApp) {
        with_history(&app).await;
        for (day, title) in [("2020-01-01", "Første"), ("2022-05-31", "Første"), ("2022-06-01", "Andre"), ("2025-01-01", "Tredje"), ("2026-11-22", "Tredje")] {
            let page = app.get(&format!("{PAGE}?per={day}")).await;
            assert_eq!(page.status, StatusCode::OK, "{day}");
            assert!(page.has(&format!("<h1 class=\"ds-heading\" data-size=\"xl\">{title} tittel</h1>")), "{day}: {}", page.body);
            assert!(page.has("Slik var det") && page.has(&format!("<a href=\"{PAGE}\">Gå til siden slik den er nå")), "{day}");
            assert!(page.has("name=\"robots\" content=\"noindex\""));
        }
        let then = app.get(&format!("{PAGE}?per=2021-01-01")).await;
        assert!(then.has("tolv") && !then.has("åtte"));
        let paper = then.body.split("class=\"printed\"").nth(1).unwrap().split("</p>").next().unwrap();
        assert_eq!(paper.matches("per=").count(), 1, "the address on paper names the day once: {paper}");
        assert!(then.has("/nb/tema/fall?per=2021-01-01"), "links lead to the same day");
        let before = app.get(&format!("{PAGE}?per=2019-12-31")).await;
        assert_eq!(before.status, StatusCode::NOT_FOUND);
        assert!(before.has("1. januar 2020") && before.has(&format!("href=\"{PAGE}?per=2020-01-01\"")), "{}", before.body);
    }

    async fn a_list_is_shown_as_it_was(app: TestApp) {
        with_history(&app).await;
        let titles = async |query: &str| {
            let page = app.get(&format!("/nb/prosjekter?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{query}");
            let all = ["Første tittel", "Andre tittel", "Tredje tittel", "Nytt av året", "Fra den gang"];
            all.into_iter().filter(|t| page.has(&format!(">{t}</a></h3>"))).collect::<Vec<_>>()
        };
        assert_eq!(titles("").await, ["Tredje tittel", "Nytt av året"]);
        assert_eq!(titles("arkiv=1").await, ["Tredje tittel", "Nytt av året", "Fra den gang"]);
        assert_eq!(titles("per=2023-01-01").await, ["Andre tittel", "Fra den gang"], "not history yet then");
        assert_eq!(titles("per=2021-01-01&tema=fall").await, ["Første tittel"], "filed as it was filed then");
        assert_eq!(titles("per=2023-01-01&tema=fall").await, Vec::<&str>::new());
        assert_eq!(titles("per=2021-01-01&sorter=tittel").await, ["Første tittel", "Fra den gang"]);
        assert_eq!(titles("per=2015").await, ["Fra den gang"]);
        assert_eq!(titles("per=2020").await, titles("per=2020-12-31").await, "a year is its last day");
        assert_eq!(titles("per=2020").await, ["Første tittel", "Fra den gang"]);
        for (typed, day) in [("2021", "31. desember 2021"), ("2021-02", "28. februar 2021"), ("februar+2021", "28. februar 2021")] {
            for path in ["prosjekter", "prosjekter/forste-tittel", "tema", ""] {
                let page = app.get(&format!("/nb/{path}?per={typed}")).await;
                let told = format!("Du ser siden slik den var {day}. Et år eller en måned vises slik det var ved slutten.");
                assert!(page.has(&told), "{path} {typed}: {}", page.body);
            }
        }
        let day = app.get("/nb/prosjekter?per=2021-12-31").await;
        assert!(day.has("slik den var 31. desember 2021") && !day.has("ved slutten"), "a day is itself");
        assert!(app.get("/nb/prosjekter?per=2026").await.has("slik den var 22. november 2026"), "the year that goes on is as it is today");
        let before = app.get("/nb/prosjekter?per=1905-06-07").await;
        assert_eq!(before.status, StatusCode::NOT_FOUND);
        assert!(before.has("1. februar 2012") && before.has("href=\"/nb/prosjekter?per=2012-02-01\""), "{}", before.body);
        let page = app.get("/nb/prosjekter?per=2021-01-01").await;
        assert!(page.has(&format!("href=\"{PAGE}?per=2021-01-01\"")));
        assert!(page.has("name=\"per\" value=\"2021-01-01\""), "the form keeps the day");
    }

    async fn what_gathers_from_many_kinds_is_shown_as_it_was(app: TestApp) {
        with_history(&app).await;
        app.index().await;
        let then = "per=2021-01-01";
        for path in ["", "tema/fall", "tema", "prosjekter", "sok?q=fall", "hefte?fra=prosjekter", "hefte?fra=tema&tema=fall", "hefte?fra=sok&q=fall"] {
            let between = if path.contains('?') { '&' } else { '?' };
            let page = app.get(&format!("/nb/{path}{between}{then}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.has("Du ser siden slik den var 1. januar 2021"), "{path}");
            assert!(!page.has("Tredje tittel") && !page.has("Nytt av året"), "{path}");
            if path != "tema" {
                assert!(page.has("Første tittel") && page.has(&format!("{PAGE}?per=2021-01-01")), "{path}: {}", page.body);
            }
            let before = app.get(&format!("/nb/{path}{between}per=1905-06-07")).await;
            if !path.starts_with("hefte") {
                assert_eq!(before.status, StatusCode::NOT_FOUND, "{path}");
                assert!(before.has("publisert 1. februar 2012"), "{path}: {}", before.body);
            }
        }
        let front = app.get(&format!("/nb/?{then}")).await;
        assert!(front.has("href=\"/nb/tema/fall?per=2021-01-01\"") && !front.has("/nb/tema/ernaering"), "{}", front.body);
        assert!(front.has("name=\"per\" value=\"2021-01-01\""), "the search keeps the day");
        let themes = app.get(&format!("/nb/tema?{then}")).await;
        assert!(themes.has("href=\"/nb/tema/fall?per=2021-01-01\"") && !themes.has("href=\"/nb/tema/ernaering"));
        assert!(app.get("/nb/tema/ernaering?per=2023-01-01").await.has("Andre tittel"));
        assert!(!app.get(&format!("/nb/tema/ernaering?{then}")).await.has("tittel</a></h3>"));
        let feed = app.get(&format!("/nb/alt.atom?{then}")).await;
        assert!(feed.has("Første tittel") && feed.has("Fra den gang") && !feed.has("Nytt av året"), "{}", feed.body);
        let filed = app.get(&format!("/nb/sok?q=m%C3%A5neden&tema=ernaering&{then}")).await;
        assert!(filed.has("Ingen") || !filed.has("Første tittel"), "filed as it was filed then");
        assert!(app.get("/nb/sok?q=fall&per=2023-01-01").await.has("Andre tittel"));
        let now = app.get(&format!("/nb/folg?{then}")).await;
        assert!(now.has("Dette er siden nå.") && !now.has("Slik var det"), "{}", now.body);
    }

    async fn versions_tell_what_they_changed(app: TestApp) {
        with_history(&app).await;
        let page = app.get(PAGE).await;
        assert!(page.has(&format!("href=\"{PAGE}/versjoner\"")));
        let list = app.get(&format!("{PAGE}/versjoner")).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.body);
        assert!(list.has(&format!("href=\"{PAGE}?per=2022-06-01\"")));
        assert!(list.has(&format!("href=\"{PAGE}/versjoner/2\"")) && !list.has(&format!("href=\"{PAGE}/versjoner/1\"")));
        let second = app.get(&format!("{PAGE}/versjoner/2")).await;
        assert_eq!(second.status, StatusCode::OK);
        let bare = second.body.replace("<span class=\"ds-sr-only\"> ", "").replace(" </span>", "");
        assert!(bare.contains("<del>Tatt bort:tolvSlutt på endringen.</del> <ins>Lagt til:åtteSlutt på endringen.</ins>"), "{bare}");
        let third = app.get(&format!("{PAGE}/versjoner/3")).await;
        assert!(third.has("Bare lenker eller oppsett er endret."), "{}", third.body);
        for nowhere in ["1", "4", "0", "-1", "x", "99999999999"] {
            assert_eq!(app.get(&format!("{PAGE}/versjoner/{nowhere}")).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
    }

    async fn versions_that_are_nothing_alike_are_told_in_time(app: TestApp) {
        // So much that comparing every part to its last word would take longer than a page may.
        let names = ["background", "aims", "what_we_do", "results", "lessons", "what_it_took", "how_to_start", "how_to_sustain"];
        let version = |seed: u32, day: &str| {
            let sections: Vec<(String, Value)> = (1..).zip(names).map(|(n, name)| (name.to_owned(), json!(babble(seed + n, 60_000)))).collect();
            let chapter = |n: u32| format!("## Kapittel {n}\n\n{}", babble(seed + 100 + n, 4_000));
            let body: Vec<String> = (0..24).map(chapter).collect();
            line("Første tittel", &json!({ "updated_at": day, "body": body.join("\n\n"),
                "facts": { "sections": Value::Object(sections.into_iter().collect()) } }))
        };
        app.import(&[version(1, "2021-01-01")]).await;
        app.import(&[version(1_000, "2022-01-01")]).await;
        let list = app.get(&format!("{PAGE}/versjoner")).await;
        assert!(list.has("Kapittel 23") && list.has("Bakgrunn"), "{}", list.body);
        let page = app.get(&format!("{PAGE}/versjoner/2")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.body.matches("class=\"prose changed\"").count(), 32, "every part is told");
        let (old, new) = (babble(1 + 1, 60_000), babble(1_000 + 1, 60_000));
        let has_end = |text: &str| page.has(&text[text.len() - 30..]);
        assert!(has_end(&old) && has_end(&new), "to its end");
    }

    async fn what_is_withdrawn_leaves_a_stone_and_its_addresses_lead_there(app: TestApp) {
        app.import(&[line("Første tittel", &json!({ "id": "01942f6e-0000-7000-8000-000000000001" }))]).await;
        app.import(&[line("Første tittel", &json!({ "slug": "ny-adresse" }))]).await;
        let moved = app.get(&format!("{PAGE}?per=2020-05-05")).await;
        assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(moved.header("location"), "/nb/prosjekter/ny-adresse?per=2020-05-05");
        assert_eq!(app.get(&format!("{PAGE}/versjoner")).await.header("location"), "/nb/prosjekter/ny-adresse/versjoner");
        app.import(&[line("Første tittel", &json!({ "slug": "ny-adresse", "state": "withdrawn" }))]).await;
        for path in ["/nb/prosjekter/ny-adresse", "/nb/prosjekter/ny-adresse?per=2020-05-05", "/nb/prosjekter/ny-adresse/versjoner", "/id/01942f6e-0000-7000-8000-000000000001"] {
            let stone = app.get(path).await;
            assert_eq!(stone.status, StatusCode::GONE, "{path}");
            assert!(stone.has("22. november 2026") && stone.has("href=\"/nb/prosjekter\""), "{path}");
            assert!(!stone.has("Første tittel"), "{path}");
        }
        assert!(!app.get("/nb/prosjekter?per=2020-05-05").await.has("Første tittel"));
    }
}

#[tokio::test]
async fn a_day_that_can_not_be_shown_is_said_to_be_so() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_history(&app).await;
    for path in ["/nb/", "/nb/prosjekter", PAGE, "/nb/tema", "/nb/sok", "/nb/folg"] {
        for day in [
            "2026-11-23",
            "9999-12-31",
            "i-fjor",
            "2020-02-30",
            "2020-13-1",
            "2020010",
            "2020-01-01T00:00",
            "-020-01-01",
            "%00",
            "%ff",
        ] {
            let answer = app.get(&format!("{path}?per={day}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}?per={day}");
            assert!(answer.has("<h1"), "{path}?per={day}");
        }
        let answer = app.get(&format!("{path}?per=2026-11-22")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: today is a day too");
        let answer = app.get(&format!("{path}?per=0001-01-01")).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    }
    app.end().await;
}

#[test]
fn changes_stand_together_and_what_is_alike_is_shortened() {
    let kept = "ord ".repeat(200);
    let found = pieces(
        &format!("{kept}gamle kjente ting {kept}"),
        &format!("{kept}nye ukjente ting {kept}"),
        in_an_hour(),
    );
    let changed: Vec<_> = found
        .iter()
        .filter(|piece| !matches!(piece, DiffPiece::Kept(_) | DiffPiece::Gap(_)))
        .collect();
    assert_eq!(
        changed,
        [&DiffPiece::Removed("gamle kjente".into()), &DiffPiece::Added("nye ukjente".into())]
    );
    assert_eq!(found.iter().filter(|piece| matches!(piece, DiffPiece::Gap(_))).count(), 2);
    assert_eq!(pieces("likt", "likt", in_an_hour()), []);
    assert_eq!(pieces("", "nytt", in_an_hour()), [DiffPiece::Added("nytt".into())]);
}

proptest! {
    #[test]
    fn both_texts_can_be_told_from_the_changes(old in "(\\PC|\n| ){0,60}", new in "(\\PC|\n| ){0,60}", in_time: bool) {
        let until = if in_time { in_an_hour() } else { tokio::time::Instant::now().into_std() };
        let found = pieces(&old, &new, until);
        prop_assume!(!found.is_empty());
        let (mut before, mut after) = (String::new(), String::new());
        for piece in found {
            match piece {
                DiffPiece::Kept(text) | DiffPiece::Gap(text) => { before.push_str(&text); after.push_str(&text); }
                DiffPiece::Removed(text) => before.push_str(&text),
                DiffPiece::Added(text) => after.push_str(&text),
            }
        }
        prop_assert_eq!(before, old);
        prop_assert_eq!(after, new);
    }
}
