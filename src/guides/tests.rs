//! Each guide is whole, leads only to what is there, and is led to from where the question arises.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;

use super::read::{GUIDES, named, texts};
use crate::testing::{Browser, Engine, TestApp, both_engines};

both_engines! {
async fn each_guide_is_a_page_in_every_language(app: TestApp) {
    for lang in ["nb", "nn", "en", "se"] {
        let list = app.get(&format!("/{lang}/veiledning")).await;
        assert_eq!(list.status, StatusCode::OK);
        for guide in GUIDES.iter() {
            let path = format!("/{lang}/veiledning/{}", guide.slug);
            assert!(list.has(&format!("href=\"{path}\"")), "{lang}: {}", guide.slug);
            let page = app.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.has("<section class=\"part\""), "{path}");
            // What they say is bokmål, whatever the page around it is.
            let is_said = page.has("lang=\"nb\"><h2") && page.has("/nb/veiledning/");
            assert!(lang == "nb" || is_said, "{path}");
            assert!(page.header("set-cookie").is_empty(), "{path}");
            let [pictures, captions] =
                ["<figure class=\"picture shot\">", "<figcaption"].map(|part| page.body.matches(part).count());
            assert_eq!(pictures, captions, "{path}: a picture of a page says that it is one");
        }
    }
    assert_eq!(app.get("/nb/veiledning/finnes-ikke").await.status, StatusCode::NOT_FOUND);
}
}

#[test]
fn each_guide_is_whole() {
    for guide in GUIDES.iter() {
        assert!(!guide.title.is_empty() && !guide.lead.is_empty(), "{}", guide.slug);
        assert!(!guide.lead.contains("\n\n"), "{}: a lead is one paragraph", guide.slug);
        assert!(guide.parts.len() >= 4, "{}", guide.slug);
        let ids: BTreeSet<&str> = guide.parts.iter().map(|part| part.id.as_str()).collect();
        assert_eq!(ids.len(), guide.parts.len(), "{}: two parts of one name", guide.slug);
        for part in &guide.parts {
            assert!(!part.text.trim().is_empty(), "{}: {}", guide.slug, part.heading);
            assert!(!part.text.contains("!["), "{}: a picture amid a line", guide.slug);
        }
    }
}

#[tokio::test]
async fn what_the_guides_lead_to_is_there() {
    let app = TestApp::new(Engine::Sqlite).await;
    let mut count = 0;
    for (slug, text) in texts() {
        for rest in text.split("](/").skip(1) {
            let path = format!("/{}", rest.split(')').next().unwrap());
            // What is for those who are logged in says so; what is not there is not found.
            let status = app.get(&path).await.status;
            assert!([StatusCode::OK, StatusCode::FORBIDDEN].contains(&status), "{slug}: {path}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
    app.end().await;
}

/// The names of all pictures that the texts show, and that the script takes.
#[test]
fn every_picture_of_the_guides_is_taken_by_the_script() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e/specs/guides.ts");
    let spec = std::fs::read_to_string(spec).unwrap();
    let taken: BTreeSet<&str> =
        spec.split("take(page, \"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let shown = texts().flat_map(|(_, text)| text.lines()).filter_map(named);
    let mut names = BTreeSet::new();
    for (alt, name) in shown {
        assert!(alt.len() > 20, "{name} is not described");
        assert!(names.insert(name), "{name} is shown twice");
    }
    assert_eq!(names, taken);
}

#[tokio::test]
async fn help_stands_where_the_question_arises() {
    let app = TestApp::new(Engine::Sqlite).await;
    let mut browser = Browser::new(&app);
    let asked = browser.get("/nb/logg-inn").await;
    assert!(asked.has("href=\"/nb/veiledning/logge-inn\""), "{}", asked.body);
    browser.log_in("kari@kommune.example.org").await;
    for (path, guide) in [
        ("/nb/min-side", "veiledning"),
        ("/nb/min-side/trinn-to", "veiledning/logge-inn"),
        ("/nb/skriv", "veiledning/skrive"),
        ("/nb/skriv/ny", "veiledning/skrive"),
    ] {
        let page = browser.get(path).await;
        assert!(page.has(&format!("href=\"/nb/{guide}\"")), "{path}: {}", page.body);
    }
    app.end().await;
}
