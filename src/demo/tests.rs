//! The examples go in, are marked, and name no one.

use axum::http::StatusCode;
use serde_json::Value;

use super::{ITEMS, clear, fill};
use crate::config::Settings;
use crate::testing::{Folder, both_engines};

both_engines! {
    async fn every_example_goes_in_and_has_its_page(app: TestApp) {
        fill(&app.app).await.unwrap();
        let mut examples = 0;
        for line in ITEMS.lines() {
            let item: Value = serde_json::from_str(line).unwrap();
            let id = item["external_id"].as_str().unwrap();
            let found = crate::items::read::by_external_id(&app.app.db, id).await.unwrap().unwrap();
            let there = app.get(&format!("/id/{}", found.id)).await;
            let page = app.get(there.header("location")).await;
            assert_eq!(page.status, StatusCode::OK, "{id}");
            if item["example"] == true {
                examples += 1;
                assert!(page.has("data-kind=\"example\""), "{id}");
            }
            if let Some(email) = item["contact"]["email"].as_str() {
                assert!(email.ends_with("@example.org"), "{id}");
                assert!(!page.has(email), "{id}");
            }
        }
        assert!(examples >= 40, "{examples}");
        // What is said only in an attachment is found, with its page.
        assert_eq!(app.read_files().await, 3);
        app.index().await;
        let found = app.get("/nb/sok?q=svelgvansker").await;
        let place = "I vedlegget «Når maten blir stående: veileder til samtalen» (PDF), side 4";
        assert!(found.has(place) && found.has("#page=4"), "{}", found.body);
        let centre = app.get("/nb/sentre/usht-hedmark").await;
        for text in ["data-kind=\"example\"", "Sykehuset Innlandet", "Møte i rådet", "usht-hedmark/kontakt"] {
            assert!(centre.has(text), "{text}");
        }
        assert!(!centre.has("@example.org"));
        let form = app.get("/nb/sentre/usht-hedmark/kontakt").await;
        assert!(form.has("leder av senteret") && !form.has("@example.org"));
    }
}

#[test]
fn a_folder_that_the_demo_did_not_make_is_left_alone() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("viktig.txt"), "behold").unwrap();
    let common =
        crate::config::Common { data_dir: Some(folder.path().to_owned()), ..Default::default() };
    let settings = Settings::read(&common, &crate::config::Serving::default()).unwrap();
    assert!(clear(&settings).unwrap_err().contains("did not make"));
    assert!(folder.path().join("viktig.txt").exists());
    std::fs::remove_file(folder.path().join("viktig.txt")).unwrap();
    clear(&settings).unwrap();
    std::fs::write(folder.path().join("padriver.db"), "gammel").unwrap();
    clear(&settings).unwrap();
    assert!(!folder.path().join("padriver.db").exists());
}
