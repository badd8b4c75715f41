//! The front page shows successes and failures, and nothing where there is nothing.

use serde_json::json;

use crate::testing::both_engines;

both_engines! {
    async fn what_did_not_work_stands_on_the_front_page(app: TestApp) {
        let empty = app.get("/nb/").await;
        assert!(!empty.has("id=\"ikke\"") && !empty.has("id=\"nye\""), "no empty shelves");
        let project = |id: &str, outcome: &str| json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": format!("Forsøk {id}"),
            "themes": ["fall"], "facts": { "outcome": outcome }
        });
        let news = json!({ "kind": "news", "external_id": "n", "lang": "nn", "title": "Nytt frå nettverket" });
        app.import(&[project("bra", "improved"), project("likt", "no_change"), news]).await;
        let page = app.get("/nb/").await;
        let at = |text: &str| page.body.find(text).unwrap_or_else(|| panic!("{text} is missing"));
        assert!(at("id=\"nye\"") < at("Forsøk bra"));
        assert!(at("id=\"ikke\"") < at("Forsøk likt"));
        assert_eq!(page.body.matches("Forsøk likt").count(), 1);
        assert!(page.has("resultat=no_change&amp;resultat=worse") || page.has("resultat=no_change&#38;resultat=worse"));
        assert!(page.has("href=\"/nb/tema/fall\""));
        assert!(page.has("lang=\"nn\""), "news in nynorsk is marked");
    }
}
