//! What the law wants gone is gone everywhere, and the gap shows.

use axum::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{Do, act, draft, revisions, row};
use crate::db;
use crate::items::tables::{file, struck};
use crate::items::{Passage, Struck, TooShort, WriteError, Writer, read};
use crate::testing::{TestApp, both_engines};

const PDF: &[u8] = b"%PDF-1.7\n% om en person";

fn line(title: &str, body: &str) -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": title, "body": body,
        "published_at": "2026-01-10", "facts": { "status": "completed", "sections": { "background": body } }
    })
}

async fn strike(app: &TestApp, passage: &str) -> Result<Struck, WriteError> {
    let item = read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap();
    let passage = Passage::new(passage).unwrap();
    db::transaction::<Struck, WriteError, _>(&app.app.db, |tx| {
        let (app, passage) = (app.app.clone(), passage.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &app.clock, app.kinds.stored());
            writer.strike_passage(item.id, &passage, "[strøket]", "Etter krav om sletting").await
        })
    })
    .await
}

both_engines! {
    async fn a_passage_is_struck_from_all_that_ever_was(app: TestApp) {
        app.import(&[line("Nattevakt med Kim Hansen", "Hun, **Kim**\nHANSEN, ledet det.")]).await;
        app.import(&[line("Nattevakt", "Ledet av Kim  Hansen og andre.")]).await;
        let item = read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap();
        let mut written = draft("Nattevakt");
        written.content.body = "Kim Hansen sa det.".to_owned();
        written.head.slug = None;
        act(&app.app, item.id, item.revision, Do::Save(written)).await.unwrap();
        app.index().await;
        assert!(app.get("/nb/sok?q=Hansen").await.has("Nattevakt"));
        let struck = strike(&app, "kim hansen").await.unwrap();
        assert_eq!(struck.revisions, 3);
        assert!(struck.places >= 5, "{struck:?}");
        for one in revisions(&app.app, item.id).await {
            let text = format!("{one:?}").to_lowercase();
            assert!(!text.contains("hansen"), "{text}");
        }
        assert!(!format!("{:?}", row(&app.app, item.id).await).to_lowercase().contains("hansen"));
        let slug = row(&app.app, item.id).await.slug;
        let page = app.get(&format!("/nb/prosjekter/{slug}")).await;
        assert!(page.has("[strøket]"), "the gap shows: {}", page.body);
        assert_eq!(app.get("/nb/prosjekter/nattevakt-med-kim-hansen").await.status, StatusCode::NOT_FOUND);
        app.index().await;
        assert!(!app.get("/nb/sok?q=Hansen").await.has("Nattevakt"));
        let then = app.get(&format!("/nb/prosjekter/{slug}?per=2026-02-01")).await;
        assert!(!then.body.to_lowercase().contains("hansen"));
        let versions = app.get(&format!("/nb/prosjekter/{slug}/versjoner")).await;
        assert!(versions.has("Etter krav om sletting"), "{}", versions.body);
        let log = struck::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(log.len(), 1);
        assert!(!format!("{log:?}").to_lowercase().contains("hansen"));
        let again = app.import_text(&line("Kim Hansen igjen", "Hei.").to_string()).await;
        assert_eq!(again.failures.len(), 1, "an import does not bring it back unasked");
    }

    async fn what_is_nowhere_changes_nothing(app: TestApp) {
        app.import(&[line("Nattevakt", "Hei.")]).await;
        assert_eq!(strike(&app, "finnes ikke").await.unwrap(), Struck::default());
        assert_eq!(struck::Entity::find().count(&app.app.db).await.unwrap(), 0);
        assert!(matches!(strike(&app, "completed").await, Err(WriteError::Needed(_))), "a fact stays one");
        assert!(app.get("/nb/prosjekter/nattevakt").await.has("Hei."));
    }

    async fn a_file_is_struck_wherever_it_is(app: TestApp) {
        std::fs::write(app.folder().join("liste.pdf"), PDF).unwrap();
        let with = |external: &str| {
            let mut line = line(external, "Hei.");
            line["external_id"] = json!(external);
            line["files"] = json!([{ "file": "liste.pdf", "title": "Liste" }]);
            line
        };
        app.import(&[with("p1"), with("p2")]).await;
        let without = { let mut line = with("p2"); line["files"] = json!([]); line["body"] = json!("Ny."); line };
        app.import(&[without]).await;
        let digest = crate::files::digest(PDF);
        let id = crate::files::id_of(&digest);
        let address = format!("/filer/{id}/liste.pdf");
        assert_eq!(app.get(&address).await.status, StatusCode::OK);
        let done = db::transaction::<Vec<_>, WriteError, _>(&app.app.db, |tx| {
            let app = app.app.clone();
            Box::pin(async move {
                Writer::new(tx, &app.clock, app.kinds.stored()).strike_file(id, "Personvern").await
            })
        });
        assert_eq!(done.await.unwrap().len(), 2, "also the item that only once had it");
        app.run_jobs().await;
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.app.files.read(&digest).await.unwrap(), None);
        assert_eq!(file::Entity::find().count(&app.app.db).await.unwrap(), 0);
        let page = app.get("/nb/prosjekter/p1").await;
        assert!(page.has("Én fil er strøket fra denne siden."), "{}", page.body);
        assert!(!page.has("liste.pdf"));
    }
}

#[test]
fn passages_are_found_as_they_are_read() {
    let passage = Passage::new(" Ola  Nordmann ").unwrap();
    let struck = |text: &str| passage.struck_from(text, "—").map(|(text, _)| text);
    assert_eq!(struck("Hei, Ola Nordmann!"), Some("Hei, —!".to_owned()));
    assert_eq!(struck("*Ola*\n**Nordmann** og ola nordmann"), Some("*—** og —".to_owned()));
    assert_eq!(struck("Skola Nordmann, Ola Nordmanns"), None, "only whole words");
    assert_eq!(struck("Ola, Nordmann"), None);
    assert_eq!(Passage::new("og").unwrap_err(), TooShort);
    assert_eq!(Passage::new(" * ").unwrap_err(), TooShort);
}
