//! Which place somebody speaks for: what a role opens, and names that several places have had.

use axum::http::StatusCode;
use serde_json::json;

use super::{ITEM, KARI, OLA, get, on_both, rows, say};
use crate::centres::Network;

#[tokio::test]
async fn a_role_speaks_for_its_own_municipality_alone() {
    on_both(async |app| {
        let home = json!({ "kind": "organisation", "id": OLA, "slug": "solbakken", "statements": [
            { "what": "exists", "type": "nursing_home", "source": "Prøven" },
            { "what": "name", "name": "Solbakken", "source": "Prøven" },
            { "what": "part_of", "municipality": "3403", "from": "2024", "source": "Prøven" },
        ]});
        app.import(&[home]).await;
        let member = format!("{KARI} member@{OLA}");
        let own = [("hos", OLA), ("enhet", "")];
        let elsewhere = say(app, &member, &[own[0], own[1], ("kommune", "0301")]).await;
        assert!(elsewhere.has("ligger i en annen kommune"), "{}", elsewhere.body);
        // Where they have no role it waits, also for them.
        let other = say(app, &member, &[("kommune", "0301")]).await;
        assert!(other.header("location").starts_with("/nb/bruk"), "{}", other.body);
        assert!(rows(app).await.is_empty());
        let there = say(app, &member, &own).await;
        assert_eq!(there.header("location"), format!("{ITEM}/i-bruk"), "{}", there.body);
        let rows = rows(app).await;
        assert_eq!(
            (&rows[0]["unit"], &rows[0]["organisation"]),
            (&json!("Solbakken"), &json!("solbakken"))
        );
    })
    .await;
}

#[tokio::test]
async fn each_name_of_a_municipality_is_understood_and_of_two_it_is_asked_which() {
    on_both(async |app| {
        for (typed, code) in [
            ("Trondheim", "5001"),
            ("tråante", "5001"),
            ("Kautokeino", "5612"),
            ("KAUTOKEINO kommune", "5612"),
            ("Hamar kommune", "3403"),
            ("Voss herad", "4621"),
            ("Våler kommune (Østfold)", "3114"),
            ("Herøy i Nordland", "1818"),
        ] {
            let unit = format!("Heimen {code} {typed}");
            let sent = say(app, KARI, &[("kommune", typed), ("enhet", unit.as_str())]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{typed}: {}", sent.body);
            let town = Network::load(&app.app.db).await.unwrap();
            let town = town.places.newest(code).unwrap().name.clone();
            let own = get(app, KARI, "/nb/bruk").await;
            assert!(own.has(&format!("{unit}, {town}")), "{typed}: {}", own.body);
        }
        for (typed, says) in [
            ("Herøy", "Herøy (Møre og Romsdal), Herøy (Nordland)"),
            ("våler kommune", "Våler (Østfold), Våler (Innlandet)"),
            ("Trondhem", "Mener du Trondheim - Tråante?"),
            ("Atlantis", "Vi kjenner ikke «Atlantis»."),
        ] {
            let sent = say(app, KARI, &[("kommune", typed)]).await;
            assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(sent.has(says) && sent.has(typed), "{typed}: {}", sent.body);
        }
        // In the list of what is near by one is found under each of its names, and asked for by any.
        let near = app.get("/nb/tatt-i-bruk?kommune=kautokeino").await;
        assert_eq!(near.status, StatusCode::OK, "{}", near.body);
        let chosen = "value=\"5612\" selected>Guovdageaidnu - Kautokeino<";
        assert!(near.has(chosen) && near.has(">Kautokeino - Guovdageaidnu<"), "{}", near.body);
        assert_eq!(near.body.matches(" selected>").count(), 1, "{}", near.body);
    })
    .await;
}
