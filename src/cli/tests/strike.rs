//! What is said of a strike: of addresses that lead nowhere any more, and of attachments that stand.

use serde_json::{Value, json};

use crate::cli::strike::around;
use crate::cli::strike_told as told;
use crate::db;
use crate::extract::tests::made;
use crate::items::{Passage, WriteError, Writer, read};
use crate::testing::{TestApp, both_engines};

fn line(title: &str, body: &str) -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": title, "body": body,
        "published_at": "2026-01-10"
    })
}

/// What is said to go, and what to stand, when the passage is struck from `p1`. Nothing is done.
async fn said(app: &TestApp, passage: &str) -> (Vec<String>, Vec<String>) {
    let (db, passage) = (&app.app.db, Passage::new(passage).unwrap());
    let item = read::by_external_id(db, "p1").await.unwrap().unwrap();
    let around = around(&app.app, &item, &passage).await.unwrap();
    let tx = db::begin(db).await.unwrap();
    let struck = Writer::new(&tx, &app.app.clock, app.app.kinds.stored())
        .strike_passage(item.id, &passage, "[strøket]", "Personvern", &around.elsewhere)
        .await
        .unwrap();
    tx.rollback().await.unwrap();
    (told::struck(&item, "prosjekter", &struck), told::left(&item, &passage, &struck, &around))
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|one| one == line)
}

both_engines! {
    async fn addresses_of_now_and_before_are_told(app: TestApp) {
        app.import(&[line("Om Kari Nordmann", "Hei.")]).await;
        let (goes, stands) = said(&app, "Kari Nordmann").await;
        let now = "p1: its address. /prosjekter/om-kari-nordmann leads nowhere any more; \
                   the page is at /prosjekter/om-stroket";
        assert!(has(&goes, now), "{goes:?}");
        assert!(has(&goes, "p1: 1 place(s) in 1 revision(s)"), "{goes:?}");
        assert_eq!(stands, Vec::<String>::new());
        let mut moved = line("Nattevakt", "Hei igjen.");
        moved["slug"] = json!("nattevakt");
        app.import(&[moved]).await;
        let (goes, _) = said(&app, "Kari Nordmann").await;
        let old = "p1: an address that led to it: /prosjekter/om-kari-nordmann leads nowhere any more";
        assert!(has(&goes, old), "{goes:?}");
        assert!(!goes.iter().any(|line| line.contains("its address.")), "the one of now stands: {goes:?}");
        let (goes, _) = said(&app, "Nattevakt").await;
        assert!(!goes.iter().any(|line| line.contains("led to it")), "{goes:?}");
    }

    async fn attachments_that_have_it_are_told_with_how_to_strike_them(app: TestApp) {
        let (with, without) = (made::pdf(&["Forside", "Kari Nordmann sa det."]), made::pdf(&["Noe annet."]));
        std::fs::write(app.folder().join("Rutine.pdf"), &with).unwrap();
        std::fs::write(app.folder().join("Annet.pdf"), &without).unwrap();
        let mut one = line("Nattevakt", "Kari Nordmann var her.");
        one["files"] = json!([{ "file": "Rutine.pdf", "title": "Rutine" }, { "file": "Annet.pdf", "title": "Annet" }]);
        app.import(&[one]).await;
        assert_eq!(said(&app, "Kari Nordmann").await.1, Vec::<String>::new(), "nobody has read them yet");
        assert_eq!(app.read_files().await, 2);
        let id = crate::files::id_of(&crate::files::digest(&with));
        let told = format!("Not touched: the text of the file rutine.pdf has it. Say `padriver strike file {id}`");
        assert_eq!(said(&app, "Kari Nordmann").await.1, std::slice::from_ref(&told));
        // Also one that only an earlier text has.
        app.import(&[line("Nattevakt", "Ny tekst.")]).await;
        assert_eq!(said(&app, "Kari Nordmann").await.1, [told]);
        let done = db::transaction::<Vec<_>, WriteError, _>(&app.app.db, |tx| {
            let app = app.app.clone();
            Box::pin(async move {
                Writer::new(tx, &app.clock, app.kinds.stored()).strike_file(id, "Personvern").await
            })
        });
        assert_eq!(done.await.unwrap().len(), 1);
        assert_eq!(said(&app, "Kari Nordmann").await.1, Vec::<String>::new());
    }

    async fn what_else_stands_is_told(app: TestApp) {
        let mut english = line("Night shift", "Hi.");
        (english["external_id"], english["lang"]) = (json!("p1-en"), json!("en"));
        english["translation_of"] = json!("p1");
        let mut other = line("Dagvakt", "Kari Nordmann igjen.");
        other["external_id"] = json!("p2");
        app.import(&[line("Nattevakt", "Kari Nordmann sa det."), english, other]).await;
        let (_, stands) = said(&app, "Kari Nordmann").await;
        assert_eq!(stands, ["Not touched: p2 has it too", "p1-en is a translation of it: look there too."]);
    }
}
