//! What a text makes use of is found from its form, by a button, with all that was typed kept.

use axum::http::StatusCode;
use serde_json::json;

use super::{RITA, begin, centres, person, write};
use crate::items::Working;
use crate::rights::RoleKind::Editor;
use crate::testing::{TestApp, both_engines};

async fn uses(app: &TestApp, page: &str) -> Vec<String> {
    let id = page.rsplit('/').next().unwrap().parse().unwrap();
    Working::open(&app.app.db, id).await.unwrap().unwrap().content().uses
}

both_engines! {
    async fn what_a_text_uses_is_found_from_its_form(app: TestApp) {
        app.import(&[json!({
            "kind": "news", "external_id": "stille-kveld", "lang": "nb", "title": "Stille kveld på stua",
            "slug": "stille-kveld", "lead": "Om nattero og fallforebygging.",
        })])
        .await;
        app.index().await;
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let typed = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Ikke lagret."), ("bruker", "")];
        let with = |more: &[(&'static str, &'static str)]| [&typed[..], more].concat();
        let found = write(&mut rita, &page, &with(&[("sok", "stille"), ("finn", "1")])).await;
        assert_eq!(found.status, StatusCode::OK, "{}", found.body);
        assert!(found.has("[Stille kveld på stua](/nb/nyheter/stille-kveld)") && found.has("Ikke lagret."), "{}", found.body);
        assert!(found.has("value=\"stille-kveld\"") && found.has("value=\"stille\""));
        // The page says so too, and the script saves it.
        assert!(found.has("data-own=\"unsaved\"") && found.has("data-editor-status>Ikke lagret ennå<"), "{}", found.body);
        let stored = rita.get(&page).await;
        assert!(!stored.has("Ikke lagret.") && stored.has("data-own=\"stored\""));
        let script = rita.get("/nb/skriv/finn.json?q=stille").await;
        assert!(script.has("\"text\":\"Stille kveld på stua\"") && script.has("/nb/nyheter/stille-kveld"), "{}", script.body);
        // Also by what it says, as the search of the site does.
        let by_words = rita.get("/nb/skriv/finn.json?q=nattero").await;
        assert!(by_words.has("\"text\":\"Stille kveld på stua\"") && by_words.has("\"note\":\"Nyhet\""), "{}", by_words.body);
        let place = write(&mut rita, &page, &with(&[("sok", "sobstad"), ("finn", "1")])).await;
        assert!(place.has("(/nb/prosjekter?organisasjon=sobstad-sykehjem)"), "{}", place.body);
        let nothing = write(&mut rita, &page, &with(&[("sok", "qqqq"), ("finn", "1")])).await;
        assert!(nothing.has("Ingenting ble funnet"));
        // Only what is public is taken; what is ticked stays until it is taken away.
        let saved = write(&mut rita, &page, &with(&[("bruker", "stille-kveld"), ("bruker", "finnes-ikke")])).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(uses(&app, &page).await, ["stille-kveld"]);
        assert!(rita.get(&page).await.has("value=\"stille-kveld\" checked"));
        write(&mut rita, &page, &typed[..4]).await;
        assert_eq!(uses(&app, &page).await, ["stille-kveld"], "a form without the boxes says nothing of it");
        write(&mut rita, &page, &typed).await;
        assert!(uses(&app, &page).await.is_empty());
    }
}
