//! Publications: their numbers and dates, and chapters with addresses of their own.

use serde_json::json;

use crate::testing::both_engines;

both_engines! {
    async fn a_publication_shows_its_numbers_and_chapters(app: TestApp) {
        app.import(&[json!({
            "kind": "publication", "external_id": "r", "lang": "nb", "title": "Retningslinje",
            "body": "## Formål\n\nA\n\n## Metode\n\nB\n\n## Anbefalinger\n\nC",
            "facts": {
                "title_en": "Guideline", "version": "5", "status": "Publisert", "series_number": "IS-2285",
                "isbn": "978-82-8081-368-8", "doi": "10.1000/182", "revised": "2015-03-26",
                "published": "2010-04", "publishers": ["Direktoratet"], "type": "Nasjonal retningslinje"
            }
        })])
        .await;
        let page = app.get("/nb/publikasjoner/retningslinje").await;
        for text in [
            "Guideline", "IS-2285", "978-82-8081-368-8", "10.1000/182", "26. mars 2015", "april 2010",
            "Direktoratet", "Nasjonal retningslinje", "href=\"#t-metode\"", "<h2 id=\"t-metode\">Metode</h2>",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        let wrong = json!({
            "kind": "publication", "external_id": "s", "lang": "nb", "title": "x",
            "facts": { "isbn": "978-82-8081-368-9" }
        });
        let refused = app.import_text(&wrong.to_string()).await;
        assert!(refused.failures[0].why[0].contains("facts.isbn"));
    }
}
