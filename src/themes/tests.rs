//! A theme gathers what is filed under it, and its address leads on when it is renamed, merged or retired.

use axum::http::StatusCode;
use serde_json::json;

use super::{Refused, ThemeChange, ThemeNames, change};
use crate::items::refile::{self, Concerned};
use crate::testing::{TestApp, both_engines};

/// As the command does it.
async fn make(app: &TestApp, wanted: ThemeChange) -> Result<u64, Refused> {
    let tx = crate::db::begin(&app.app.db).await.unwrap();
    let concerned = change(&tx, &app.app.clock, wanted).await?;
    let filed = refile::request(&tx, &app.app.clock, Concerned::Themes(&concerned)).await?;
    tx.commit().await.unwrap();
    app.run_jobs().await;
    Ok(filed)
}

fn named(nb: &str) -> ThemeNames {
    let name = || Some(nb.to_owned());
    ThemeNames { nb: name(), nn: name(), en: name(), se: None }
}

async fn filled(app: &TestApp) {
    app.import(&[
        json!({ "kind": "project", "external_id": "p", "lang": "nb", "title": "Nattlys", "themes": ["trygge-netter"] }),
        json!({ "kind": "project", "external_id": "q", "lang": "nb", "title": "Balanse", "themes": ["fall", "trening-og-balanse"] }),
        json!({ "kind": "tool", "external_id": "v", "lang": "nb", "title": "Sjekk", "themes": ["trygge-netter"] }),
        json!({ "kind": "page", "external_id": "s", "lang": "nb", "title": "Om fall", "themes": ["fall"] }),
    ])
    .await;
    app.index().await;
}

both_engines! {
    async fn a_theme_gathers_everything_of_it(app: TestApp) {
        filled(&app).await;
        let page = app.get("/nb/tema/fall").await;
        for text in ["Nattlys", "Balanse", "Sjekk", "Om fall", "href=\"/nb/prosjekter?tema=fall\"", "2 prosjekter", "1 verktøy", "4 treff", "href=\"/nb/tema/trygge-netter\""] {
            assert!(page.has(text), "{text} is missing");
        }
        let part = app.get("/nb/tema/trygge-netter").await;
        assert!(part.has("Nattlys") && part.has("Sjekk") && !part.has("Balanse"));
        assert!(part.has("href=\"/nb/tema/fall\""), "a part leads up");
        assert_eq!(app.get("/nb/tema/finnes-ikke").await.status, StatusCode::NOT_FOUND);
        assert!(app.get("/nb/tema/munnhelse").await.has("Det er ikke noe om dette temaet ennå."));
        let all = app.get("/nb/tema").await;
        assert!(all.has("href=\"/nb/tema/fall\"") && all.has("4 treff"));
    }

    async fn a_renamed_theme_is_found_by_both_names(app: TestApp) {
        filled(&app).await;
        let rename = ThemeChange::Rename { slug: "fall".into(), to: "fall-og-skader".into(), names: named("Fall og skader") };
        assert_eq!(make(&app, rename).await.unwrap(), 4, "parts have their items filed anew too");
        let moved = app.get("/nb/tema/fall").await;
        assert_eq!((moved.status, moved.header("location")), (StatusCode::PERMANENT_REDIRECT, "/nb/tema/fall-og-skader"));
        let page = app.get("/nb/tema/fall-og-skader").await;
        assert!(page.has("Fall og skader") && page.has("Nattlys") && page.has("Balanse"));
        let list = app.get("/nb/prosjekter?tema=fall&status=completed").await;
        assert_eq!(list.header("location"), "/nb/prosjekter?status=completed&tema=fall-og-skader");
        assert!(app.get("/nb/prosjekter?tema=fall-og-skader").await.has("Balanse"));
        app.index().await;
        assert!(app.get("/nb/sok?tema=fall-og-skader").await.has("Balanse"), "the index has heard of it");
        assert_eq!(app.get("/nb/sok?tema=fall").await.header("location"), "/nb/sok?tema=fall-og-skader");
        // An old file still goes in, and the chain of names holds.
        app.import(&[json!({ "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt", "themes": ["fall"] })]).await;
        let again = ThemeChange::Rename { slug: "fall-og-skader".into(), to: "skader".into(), names: ThemeNames::default() };
        make(&app, again).await.unwrap();
        assert_eq!(app.get("/nb/tema/fall").await.header("location"), "/nb/tema/skader");
        assert!(app.get("/nb/tema/skader").await.has("Nytt"));
        assert!(app.get("/nb/prosjekter/balanse").await.has("href=\"/nb/tema/skader\""));
        // A new edition of the shipped list keeps what was changed here.
        crate::themes::load_shipped(&app.app.db, &app.app.clock).await.unwrap();
        assert_eq!(app.get("/nb/tema/fall").await.header("location"), "/nb/tema/skader");
    }

    async fn merged_and_retired_themes_lead_on(app: TestApp) {
        filled(&app).await;
        make(&app, ThemeChange::Merge { slug: "trening-og-balanse".into(), into: "trening-hjemme".into() }).await.unwrap();
        assert_eq!(app.get("/nb/tema/trening-og-balanse").await.header("location"), "/nb/tema/trening-hjemme");
        let merged = app.get("/nb/tema/hverdagsrehabilitering").await;
        assert!(merged.has("Balanse"), "under the other's upper theme as well");
        make(&app, ThemeChange::Retire { slug: "trygge-netter".into() }).await.unwrap();
        assert_eq!(app.get("/nb/tema/trygge-netter").await.header("location"), "/nb/tema/fall");
        assert!(app.get("/nb/tema/fall").await.has("Nattlys"));
        make(&app, ThemeChange::Retire { slug: "daglig-munnstell".into() }).await.unwrap();
        make(&app, ThemeChange::Retire { slug: "tannhelsetjenesten".into() }).await.unwrap();
        make(&app, ThemeChange::Retire { slug: "munnhelse".into() }).await.unwrap();
        assert_eq!(app.get("/nb/tema/munnhelse").await.header("location"), "/nb/tema");
        assert_eq!(app.get("/nb/prosjekter?tema=munnhelse").await.header("location"), "/nb/prosjekter");
    }

    async fn changes_that_make_no_sense_are_refused(app: TestApp) {
        let retire = |slug: &str| ThemeChange::Retire { slug: slug.into() };
        let rename = |slug: &str, to: &str| ThemeChange::Rename { slug: slug.into(), to: to.into(), names: ThemeNames::default() };
        let add = |slug: &str, parent: &str, names: ThemeNames| ThemeChange::Add { slug: slug.into(), parent: Some(parent.into()), names };
        assert!(matches!(make(&app, retire("fall")).await, Err(Refused::HasParts(_))));
        assert!(matches!(make(&app, retire("finnes-ikke")).await, Err(Refused::Unknown(_))));
        assert!(matches!(make(&app, rename("fall", "demens")).await, Err(Refused::Taken(_))));
        assert!(matches!(make(&app, rename("fall", "Fall og skader")).await, Err(Refused::Malformed(_))));
        assert!(matches!(make(&app, add("ny", "fall", ThemeNames::default())).await, Err(Refused::Nameless)));
        assert!(matches!(make(&app, add("ny", "trygge-netter", named("Ny"))).await, Err(Refused::TooDeep(_))));
        assert!(matches!(make(&app, add("ny", "fall", named("Ny\n"))).await, Err(Refused::Name(_))));
        let itself = ThemeChange::Merge { slug: "trykksar".into(), into: "trykksar".into() };
        assert!(matches!(make(&app, itself).await, Err(Refused::Itself)));
        let called = |nb: &str| ThemeChange::Rename { slug: "demens".into(), to: "demens".into(), names: named(nb) };
        assert!(matches!(make(&app, called("fall")).await, Err(Refused::Alike("nb", _))), "two of one name");
        assert!(matches!(make(&app, add("ny", "fall", named("DEMENS"))).await, Err(Refused::Alike("nb", _))));
        make(&app, add("gulv", "fall", named("Gulv"))).await.unwrap();
        assert!(app.get("/nb/tema/gulv").await.has("Gulv"));
        make(&app, rename("gulv", "golv")).await.unwrap();
        assert!(matches!(make(&app, add("gulv", "fall", named("Gulv"))).await, Err(Refused::WasTaken(_))));
    }
}
