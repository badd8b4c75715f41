//! Publications: their numbers and dates, and chapters with addresses of their own.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::metadata;
use crate::i18n::{Lang, Text};
use crate::items::Content;
use crate::testing::both_engines;

fn guideline() -> Value {
    json!({
        "kind": "publication", "external_id": "r", "lang": "nb", "title": "Retningslinje",
        "body": "Forord.\n\n## Formål\n\nA\n\n### Under\n\nAa\n\n## Metode\n\nB\n\n> ## Sitat\n\n## Metode\n\nC",
        "facts": {
            "title_nb": "Nasjonalt program", "title_en": "Guideline", "version": "5", "status": "Publisert", "series_number": "IS-2285",
            "isbn": "978-82-8081-368-8", "issn": "0317-8471", "doi": "10.1000/182", "revised": "2015-03-26",
            "published": "2010-04", "publishers": ["Direktoratet"], "type": "Nasjonal retningslinje",
            "left_empty": ["next_revision", "expires", "editors"]
        }
    })
}

both_engines! {
    async fn a_publication_shows_every_fact_it_lists(app: TestApp) {
        app.import(&[guideline()]).await;
        let page = app.get("/nb/publikasjoner/retningslinje").await;
        for text in [
            "Nasjonalt program", "Guideline", "IS-2285", "978-82-8081-368-8", "0317-8471", "href=\"https://doi.org/10.1000/182\"",
            "26. mars 2015", "april 2010", "Direktoratet", "Nasjonal retningslinje", "Revideres neste gang", "Gjelder til", "Ikke oppgitt",
        ] {
            assert!(page.has(text), "{text} is missing");
        }
        assert_eq!(page.body.matches("Ikke oppgitt").count(), 3);
        let list = app.get("/nb/publikasjoner?type=guideline").await;
        assert!(list.has("/nb/publikasjoner/retningslinje\""), "filed by the word it has for itself");
        assert!(!app.get("/nb/publikasjoner?type=report").await.has("/nb/publikasjoner/retningslinje\""));
    }

    async fn the_years_that_are_offered_are_those_that_cards_show(app: TestApp) {
        let mut line = guideline();
        line["published_at"] = json!("2015-03-26");
        app.import(&[line]).await;
        let list = app.get("/nb/publikasjoner").await;
        assert!(list.has("26. mars 2015") && list.has("name=\"aar\" value=\"2015\"") && !list.has("value=\"2010\""));
        let card = "/nb/publikasjoner/retningslinje\"";
        assert!(app.get("/nb/publikasjoner?aar=2015").await.has(card));
        assert!(!app.get("/nb/publikasjoner?aar=2010").await.has(card), "its first edition");
    }

    async fn chapters_have_addresses_of_their_own(app: TestApp) {
        app.import(&[guideline()]).await;
        let page = app.get("/nb/publikasjoner/retningslinje").await;
        let (read, printed) = page.body.split_once("<div class=\"on-paper\">").expect("the chapters for paper");
        assert!(read.contains("Forord.") && !read.contains("<p>B</p>"));
        assert!(printed.contains("<h2>Metode</h2>") && printed.contains("<p>B</p>"));
        for href in ["formal", "metode", "metode-2"] {
            assert!(page.has(&format!("href=\"/nb/publikasjoner/retningslinje/{href}\"")), "{href}");
        }
        assert!(page.has("id=\"t-metode\""), "old links down the page still find the chapter");
        let middle = app.get("/nb/publikasjoner/retningslinje/metode").await;
        assert!(middle.has("<p>B</p>") && middle.has("Sitat") && !middle.has("<p>C</p>"));
        assert!(middle.has("rel=\"prev\" href=\"/nb/publikasjoner/retningslinje/formal\""));
        assert!(middle.has("rel=\"next\" href=\"/nb/publikasjoner/retningslinje/metode-2\""));
        assert!(middle.has("aria-current=\"page\">Metode"));
        assert!(middle.has("rel=\"canonical\" href=\"https://padriver.example/nb/publikasjoner/retningslinje/metode\""));
        let first = app.get("/nb/publikasjoner/retningslinje/formal").await;
        assert!(first.has("<h2 id=\"t-under\">Under</h2>") && !first.has("rel=\"prev\""));
        let whole = app.get("/nb/publikasjoner/retningslinje?vis=hele").await;
        assert!(whole.has("<h2 id=\"t-metode\">Metode</h2>") && whole.has("<p>C</p>") && whole.has("noindex"));
        assert_eq!(app.get("/nb/publikasjoner/retningslinje?vis=alt").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(app.get("/nb/publikasjoner/retningslinje/sitat").await.status, StatusCode::NOT_FOUND);
        let mut moved = guideline();
        moved["slug"] = json!("programmet");
        app.import(&[moved]).await;
        let old = app.get("/nb/publikasjoner/retningslinje/metode").await;
        assert_eq!(old.header("location"), "/nb/publikasjoner/programmet/metode");
    }

    async fn a_wrong_number_is_refused_with_what_is_wrong(app: TestApp) {
        for (facts, why) in [
            (json!({ "isbn": "978-82-8081-368-9" }), "the check digit does not fit"),
            (json!({ "isbn": "978-82" }), "an ISBN is"),
            (json!({ "issn": "0317-8472" }), "an ISSN is"),
            (json!({ "doi": "https://example.org/10.1000/182" }), "a DOI is written"),
            (json!({ "doi": "10.1/x" }), "a DOI is written"),
            (json!({ "left_empty": ["colour"] }), "facts.left_empty"),
            (json!({ "left_empty": ["isbn"], "isbn": "978-82-8081-368-8" }), "is not empty"),
        ] {
            let line = json!({ "kind": "publication", "external_id": "s", "lang": "nb", "title": "x", "facts": facts });
            let refused = app.import_text(&line.to_string()).await;
            assert!(refused.failures[0].why[0].contains(why), "{:?}", refused.failures);
        }
        app.import(&[json!({ "kind": "publication", "external_id": "d", "lang": "nb", "title": "Med DOI",
            "facts": { "doi": "https://doi.org/10.1000/182" } })])
        .await;
        assert!(app.get("/nb/publikasjoner/med-doi").await.has("href=\"https://doi.org/10.1000/182\""), "pasted with its resolver");
    }
}

#[test]
fn a_reader_chooses_among_the_facts() {
    let content = Content { facts: guideline()["facts"].clone(), ..Content::default() };
    let lines = metadata::properties(&content, Text::new(Lang::Nb));
    let keys: Vec<&str> = lines.iter().map(|line| line.key).collect();
    assert_eq!(keys.len(), 15, "all but the part, which is not listed: {keys:?}");
    let wanted = ["isbn", "publishers", "expires"].map(str::to_owned).into();
    let chosen = metadata::chosen(lines, &wanted);
    let said: Vec<(&str, &str)> =
        chosen.iter().map(|line| (line.label.as_str(), line.value.as_str())).collect();
    assert_eq!(
        said,
        [
            ("ISBN", "978-82-8081-368-8"),
            ("Gjelder til", "Ikke oppgitt"),
            ("Utgiver", "Direktoratet")
        ]
    );
}
