//! News: by-line, publisher, and the mark of the historical archive.

use serde_json::json;

use crate::testing::both_engines;
use crate::work::Least;

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

    async fn of_news_from_a_year_only_the_year_is_said(app: TestApp) {
        let news = |published: &str| json!({
            "kind": "news", "external_id": "n", "lang": "nb", "title": "Nytt nettsted", "body": "Tekst.",
            "state": "archived", "published_at": published,
            "archived": { "published_under": "Regjeringen Stoltenberg II", "publisher": "Departementet" },
            "facts": { "publisher": "Departementet" }
        });
        app.import(&[news("2011")]).await;
        let page = app.get("/nb/nyheter/nytt-nettsted").await;
        for text in ["<time datetime=\"2011\">2011</time>", "\"datePublished\":\"2011\"", "\"dateModified\":\"2011\""] {
            assert!(page.has(text), "{text} is missing: {}", page.body);
        }
        let list = app.get("/nb/nyheter?aar=2011&arkiv=1").await;
        assert!(list.has("<time datetime=\"2011\">2011</time>"));
        for body in [&page.body, &list.body] {
            assert!(!body.contains("januar 2011"), "a day nobody knows");
        }
        let mut out = Vec::new();
        crate::exchange::export(&app.app.kinds, &app.app.db, &app.app.files, &mut out, None, (false, Least::USUAL)).await.unwrap();
        let line = String::from_utf8(out).unwrap();
        assert!(line.contains("\"published_at\":\"2011\""), "{line}");
        // Somebody finds out the month: more can be said, as long as it is the same instant.
        app.import(&[news("2011-01")]).await;
        assert!(app.get("/nb/nyheter/nytt-nettsted").await.has("<time datetime=\"2011-01\">januar 2011</time>"));
        // What nobody knows is not said, until somebody finds out.
        let mut unknown = news("unknown");
        unknown["external_id"] = json!("u");
        unknown["title"] = json!("Uten dato");
        app.import(&[unknown.clone()]).await;
        let page = app.get("/nb/nyheter/uten-dato").await;
        assert!(!page.has("<time"), "{}", page.body);
        unknown["published_at"] = json!("2010-05-04");
        app.import(&[unknown]).await;
        assert!(app.get("/nb/nyheter/uten-dato").await.has("4. mai 2010"));
        assert!(app.get("/nb/nyheter/uten-dato?per=2012-01-01").await.has("Uten dato"));
        let refused = app.import_text(&news("2011-13").to_string()).await;
        assert!(refused.failures[0].why[0].contains("published_at"), "{refused:?}");
    }
}
