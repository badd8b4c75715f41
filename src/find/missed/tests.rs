//! What was asked in vain is counted without anybody in it, and shown to those who look after the words.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{countable, once, store};
use crate::rights::RoleKind;
use crate::testing::{Browser, Engine, TestApp, both_engines};

const SIRI: &str = "siri@nettverket.example.org";
const ANNE: &str = "anne@nettverket.example.org";

#[test]
fn what_could_be_about_somebody_is_not_counted() {
    assert_eq!(countable("  Trygg   MEDISINERING "), Some("trygg medisinering".to_owned()));
    assert_eq!(countable("solveig"), Some("solveig".to_owned()));
    assert_eq!(countable("24-7 i 2026"), None, "so many digits could be a number");
    for asked in [
        "",
        "   ",
        "kari@example.org",
        "ring 22 33 44 55",
        "+47 900 00 000",
        "30908299902",
        "309082 99902",
        "søk •••••• her",
        "Kari Nordmann",
        "etter solveig",
        "Nordmann,Kari",
        "kari.nordmann",
        "Kari-Nordmann",
        "Anne-Lise Hansen",
        "Ka\u{ad}ri Nordmann",
        "ord\0",
        &"a".repeat(61),
        "et to tre fire fem seks sju",
    ] {
        assert_eq!(countable(asked), None, "{asked:?}");
    }
}

async fn rows(app: &TestApp) -> Vec<store::Model> {
    store::Entity::find().all(&app.app.db).await.unwrap()
}

both_engines! {
    async fn a_question_is_a_digest_until_it_has_been_asked_five_times(app: TestApp) {
        app.import(&[json!({ "kind": "page", "external_id": "a", "lang": "nb", "title": "Frokost og demens" })]).await;
        app.index().await;
        let mut boss = Browser::with_role(&app, SIRI, RoleKind::Coordinator, None).await;
        for _ in 0..4 {
            app.get("/nb/sok?q=Kvantefysikk").await;
            app.get("/nb/sok?q=demnes").await;
        }
        // None of these says anything of the words of the library.
        for not in [
            "/nb/sok?q=demens", "/nb/sok?q=kari%40example.org", "/nb/sok?q=kvantefysikk&type=news",
            "/nb/sok?q=demnes&ordrett=1", "/nb/sok?q=kvantefysikk&per=2020-01-01", "/api/v1/search?q=kvantefysikk",
        ] {
            app.get(not).await;
        }
        once(&app.app).await.unwrap();
        let held = rows(&app).await;
        assert_eq!(held.len(), 2, "{held:?}");
        assert!(held.iter().all(|row| row.words.is_none() && row.meant.is_none() && row.times == 4), "{held:?}");
        assert!(!boss.get("/nb/sok/uten-treff").await.has("kvantefysikk"));
        // Another day, and the fifth time.
        app.app.clock.advance(time::Duration::days(1));
        app.get("/nb/sok?q=kvantefysikk").await;
        app.get("/nb/sok?q=DEMNES").await;
        app.get("/en/sok?q=kvantefysikk").await;
        once(&app.app).await.unwrap();
        once(&app.app).await.unwrap();
        let mut boss = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let page = boss.get("/nb/sok/uten-treff").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("<a href=\"/nb/sok?q=kvantefysikk\" lang=\"nb\">kvantefysikk</a>"), "{}", page.body);
        assert!(page.has("<td lang=\"nb\">demens</td>"), "set right: {}", page.body);
        assert!(page.has("<td>5</td><td>2</td>"), "{}", page.body);
        assert!(!page.has("/en/sok?q=kvantefysikk"), "once in English is no five");
        let form = boss.get("/nb/register/synonymer?ord=kvantefysikk").await;
        assert!(page.has("/nb/register/synonymer?ord=kvantefysikk") && form.has("value=\"kvantefysikk\""), "{}", form.body);
        // Kept for a time.
        app.app.clock.advance(time::Duration::days(super::super::KEPT + 2));
        once(&app.app).await.unwrap();
        assert!(rows(&app).await.is_empty());
    }

    async fn nobody_can_fill_the_table(app: TestApp) {
        for n in 0..700_u32 {
            let words = format!("{}{}", "x".repeat(usize::try_from(n % 26).unwrap() + 1), "y".repeat(usize::try_from(n / 26).unwrap()));
            app.app.missed.add(crate::search::Miss { lang: "nb", words, meant: None });
        }
        once(&app.app).await.unwrap();
        assert!(rows(&app).await.len() <= 500);
    }
}

#[tokio::test]
async fn a_page_without_any_says_so() {
    let app = TestApp::new(Engine::Sqlite).await;
    let mut boss = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
    let page = boss.get("/nb/sok/uten-treff").await;
    assert!(
        page.status == StatusCode::OK && page.has("Ingen søk er gjort ofte nok."),
        "{}",
        page.body
    );
    app.end().await;
}
