//! News: by-line, publisher, and the mark of the historical archive.

use serde_json::json;

use crate::testing::both_engines;

both_engines! {
    async fn archived_news_says_under_whom_it_was_published(app: TestApp) {
        app.import(&[json!({
            "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt nettsted", "body": "Tekst.",
            "state": "archived", "published_at": "2011-10-06",
            "archived": { "published_under": "Regjeringen Stoltenberg II", "publisher": "Departementet" },
            "facts": { "byline": "Redaksjonen", "publisher": "Departementet" }
        })])
        .await;
        let page = app.get("/nb/nyheter/nytt-nettsted").await;
        for text in ["Historisk arkiv", "Regjeringen Stoltenberg II", "Departementet", "Redaksjonen", "6. oktober 2011"] {
            assert!(page.has(text), "{text} is missing");
        }
        let list = app.get("/nb/nyheter?aar=2011&arkiv=1").await;
        assert!(list.has("Nytt nettsted") && list.has("Historisk arkiv"));
        let blank = json!({
            "kind": "news", "external_id": "m", "lang": "nb", "title": "x", "facts": { "byline": " " }
        });
        let refused = app.import_text(&blank.to_string()).await;
        assert!(refused.failures[0].why[0].contains("facts.byline"));
    }
}
