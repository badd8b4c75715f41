//! What stands only in an attachment is found, with the page it stands on; what can't be read is told.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Again, again, counts, missing, troubles};
use crate::extract::tests::made;
use crate::find;
use crate::testing::{TestApp, both_engines};

fn tool(id: &str, files: &[&str]) -> Value {
    let files: Vec<Value> = files
        .iter()
        .map(|name| json!({ "file": name, "title": format!("Vedlegg {name}") }))
        .collect();
    json!({ "kind": "page", "external_id": id, "lang": "nb", "title": "Et verktøy", "files": files })
}

fn put(app: &TestApp, name: &str, bytes: &[u8]) {
    std::fs::write(app.folder().join(name), bytes).unwrap();
}

async fn search(app: &TestApp, words: &str) -> Value {
    let query = crate::web::Query::default().with("q", words).to_string();
    let answer = app.get(&format!("/api/v1/search{query}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    serde_json::from_str(&answer.body).unwrap()
}

async fn of_status(app: &TestApp, status: &str) -> i64 {
    let counts = counts(&app.app.db).await.unwrap();
    counts.into_iter().find(|count| count.status == status).unwrap().files
}

both_engines! {
    async fn a_word_that_is_only_in_an_attachment_is_found_with_its_page(app: TestApp) {
        put(&app, "Rutine.pdf", &made::pdf(&["Forside", "Innhold", "Her står det om munnstell."]));
        put(&app, "skjema.docx", &made::docx_saying(&["Ernæringskartlegging"]));
        put(&app, "tall.xlsx", &made::xlsx(&[("Uke 1", "a", true), ("Uke 2", "Trykksår", true)]));
        app.import(&[tool("v", &["Rutine.pdf", "skjema.docx", "tall.xlsx"])]).await;
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 0);
        assert_eq!(app.read_files().await, 3);
        app.index().await;
        let found = search(&app, "munnstell").await;
        assert_eq!(found["total"], 1);
        let hit = &found["hits"][0];
        assert_eq!(hit["external_id"], "v");
        assert_eq!(hit["snippet"], "Her står det om munnstell.");
        assert_eq!(hit["file"]["title"], "Vedlegg Rutine.pdf");
        assert_eq!(hit["file"]["page"], 3);
        let url = hit["file"]["url"].as_str().unwrap();
        let path = url.strip_prefix("https://padriver.example").unwrap();
        assert!(path.ends_with("/rutine.pdf#page=3"), "{path}");
        assert_eq!(app.get(path.split('#').next().unwrap()).await.status, StatusCode::OK);
        let page = app.get("/nb/sok?q=munnstell").await;
        assert!(page.has("om <mark>munnstell</mark>."), "{}", page.body);
        assert!(page.has("I vedlegget «Vedlegg Rutine.pdf» (PDF), side 3"), "{}", page.body);
        assert!(page.has(&format!("href=\"{path}\"")));
        let english = app.get("/en/sok?q=munnstell").await;
        assert!(english.has("page 3"), "{}", english.body);
        let sheet = app.get("/nb/sok?q=trykks%C3%A5r").await;
        assert!(sheet.has("I vedlegget «Vedlegg tall.xlsx» (XLSX), ark 2"), "{}", sheet.body);
        let word = search(&app, "ernæringskartlegging").await;
        assert_eq!(word["hits"][0]["file"]["page"], Value::Null);
        // The attachment's own name is found too, and is no hit inside it.
        assert_eq!(search(&app, "vedlegg").await["total"], 1);
        let followed = search(&app, "munnstell").await;
        find::follow::rebuild(&app.app, &|_| {}).await.unwrap();
        assert_eq!(search(&app, "munnstell").await, followed);
    }

    async fn a_file_is_read_once_whoever_has_it(app: TestApp) {
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        put(&app, "b.pdf", &made::pdf(&["Munnstell"]));
        app.import(&[tool("en", &["a.pdf"]), tool("to", &["b.pdf"])]).await;
        assert_eq!(app.read_files().await, 1);
        app.import(&[tool("tre", &["a.pdf"]), tool("en", &["a.pdf"])]).await;
        assert_eq!(app.read_files().await, 0);
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 3);
    }

    async fn only_what_the_public_may_read_is_found(app: TestApp) {
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        let mut draft = tool("en", &["a.pdf"]);
        draft["state"] = json!("draft");
        app.import(&[draft.clone()]).await;
        assert_eq!(app.read_files().await, 1);
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 0);
        draft["state"] = json!("published");
        app.import(&[draft.clone()]).await;
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 1);
        draft["files"] = json!([]);
        app.import(&[draft.clone()]).await;
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 0, "it hangs by the old text only");
        draft["files"] = json!([{ "file": "a.pdf", "title": "A" }]);
        app.import(&[draft.clone()]).await;
        draft["state"] = json!("withdrawn");
        app.import(&[draft]).await;
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 0);
    }

    async fn identity_numbers_are_neither_kept_nor_found(app: TestApp) {
        put(&app, "a.pdf", &made::pdf(&["Munnstell for 03851598730 og andre"]));
        app.import(&[tool("en", &["a.pdf"])]).await;
        app.read_files().await;
        app.index().await;
        // Nor does the address stand with it: it leads to the same question without.
        let asked = app.get("/api/v1/search?q=03851598730").await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let found = app.get(asked.header("location")).await;
        assert!(!asked.header("location").contains("03851598730"));
        assert!(found.status == StatusCode::OK && found.has("\"total\":0"), "{}", found.body);
        assert_eq!(search(&app, "munnstell").await["hits"][0]["snippet"], "Munnstell for … og andre");
    }

    async fn what_cannot_be_read_is_told_and_not_tried_again(app: TestApp) {
        put(&app, "locked.pdf", include_bytes!("../extract/tests/locked.pdf"));
        put(&app, "broken.pdf", b"%PDF-1.7\nMunnstell");
        put(&app, "scanned.pdf", &made::pdf(&[""]));
        // What it is, is told by what is in it, whatever its name says.
        put(&app, "pdf-by-name.pdf", &made::docx_saying(&["Munnstell"]));
        let files = ["locked.pdf", "broken.pdf", "scanned.pdf", "pdf-by-name.pdf"];
        app.import(&[tool("en", &files)]).await;
        assert_eq!(of_status(&app, "waiting").await, 4);
        assert_eq!(app.read_files().await, 4);
        for (status, files) in [("locked", 1), ("broken", 1), ("empty", 1), ("read", 1), ("waiting", 0)] {
            assert_eq!(of_status(&app, status).await, files, "{status}");
        }
        let told = troubles(&app.app.db).await.unwrap();
        let mut told: Vec<_> = told.iter().map(|t| (t.status.as_str(), t.reason.as_deref().unwrap())).collect();
        told.sort_unstable();
        assert_eq!(told, [
            ("broken", "it can't be read as a PDF"),
            ("empty", "there is no text in it; is it scanned?"),
            ("locked", "it needs a password"),
        ]);
        app.app.clock.advance(time::Duration::days(30));
        assert_eq!(app.read_files().await, 0);
        assert_eq!(missing(&app.app.db, &app.app.clock).await.unwrap(), 0);
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 1);
        assert_eq!(again(&app.app.db, &app.app.clock, Again::Failed).await.unwrap(), 3);
        assert_eq!(app.read_files().await, 3);
        assert_eq!(again(&app.app.db, &app.app.clock, Again::All).await.unwrap(), 4);
        assert_eq!(search(&app, "munnstell").await["total"], 1, "found while it is read again");
        assert_eq!(app.read_files().await, 4);
    }

    async fn files_from_before_are_caught_up_with(app: TestApp) {
        use sea_orm::ConnectionTrait;
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        put(&app, "b.odt", &made::odf(made::ODT, "<office:text><text:p>Fallmatte</text:p></office:text>"));
        app.import(&[tool("en", &["a.pdf", "b.odt"])]).await;
        app.app.db.execute_unprepared("DELETE FROM file_text").await.unwrap();
        app.app.db.execute_unprepared("DELETE FROM job").await.unwrap();
        assert_eq!(missing(&app.app.db, &app.app.clock).await.unwrap(), 2);
        assert_eq!(missing(&app.app.db, &app.app.clock).await.unwrap(), 0);
        assert_eq!(app.read_files().await, 2);
        // A newer version of the program reads them all again, and finds them meanwhile.
        app.app.db.execute_unprepared("UPDATE file_text SET version = 0").await.unwrap();
        app.index().await;
        assert_eq!(search(&app, "fallmatte").await["total"], 1);
        assert_eq!(missing(&app.app.db, &app.app.clock).await.unwrap(), 2);
        assert_eq!(app.read_files().await, 2);
    }

    async fn a_file_whose_job_is_given_up_waits_no_more(app: TestApp) {
        use sea_orm::ConnectionTrait;
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        app.import(&[tool("en", &["a.pdf"])]).await;
        app.app.db.execute_unprepared("UPDATE job SET attempts = 12").await.unwrap();
        assert_eq!(app.read_files().await, 0);
        assert_eq!((of_status(&app, "waiting").await, of_status(&app, "given_up").await), (0, 1));
        let told = troubles(&app.app.db).await.unwrap().remove(0);
        assert!(told.reason.unwrap().contains("never read to an end"));
        assert_eq!(missing(&app.app.db, &app.app.clock).await.unwrap(), 0, "not tried again by itself");
        assert_eq!(again(&app.app.db, &app.app.clock, Again::Failed).await.unwrap(), 1);
        assert_eq!(app.read_files().await, 1);
        app.index().await;
        assert_eq!(search(&app, "munnstell").await["total"], 1);
    }

    async fn a_file_that_is_gone_from_the_store_is_told(app: TestApp) {
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        app.import(&[tool("en", &["a.pdf"])]).await;
        std::fs::remove_dir_all(app.folder().join("files")).unwrap();
        assert_eq!(app.read_files().await, 1);
        assert_eq!(of_status(&app, "missing").await, 1);
        let told = troubles(&app.app.db).await.unwrap().remove(0);
        assert_eq!(told.reason.as_deref(), Some("it is not in the file store"));
    }

    async fn pictures_are_no_attachments_and_letters_wait_for_none(app: TestApp) {
        put(&app, "a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0");
        put(&app, "a.pdf", &made::pdf(&["Munnstell"]));
        app.import(&[tool("en", &["a.png", "a.pdf"])]).await;
        assert_eq!(of_status(&app, "waiting").await, 1);
        assert_eq!(app.run_jobs().await, 0, "they have a worker of their own");
        assert_eq!(app.read_files().await, 1);
    }
}
