//! What was struck does not come back by an import, unless whoever imports says so.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::strike::{PDF, line, strike};
use super::{Do, act, row};
use crate::db;
use crate::exchange::{Context, Imported, export, import_file};
use crate::items::tables::struck;
use crate::items::{Registers, WriteError, Writer, read};
use crate::testing::{TestApp, both_engines};
use crate::work::Least;

const NAME: &str = "Qvisthammer";

/// With `--force`, with `--over-strikes`, or without.
async fn import(app: &TestApp, line: &Value, force: bool, over_strikes: bool) -> Imported {
    let file = app.folder().join("again.jsonl");
    std::fs::write(&file, line.to_string()).unwrap();
    let registers = Registers::load(&app.app.db).await.unwrap();
    let context = Context { force, over_strikes, ..app.context(&registers, app.folder()) };
    import_file(&context, &file, &|_| {}).await.unwrap()
}

/// The line of `p1` as an export has it now.
async fn exported(app: &TestApp) -> Value {
    let mut out = Vec::new();
    let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
    export(kinds, db, files, &mut out, Some(app.folder()), (true, Least::USUAL)).await.unwrap();
    let lines = String::from_utf8(out).unwrap();
    let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.find(|line| line["external_id"] == "p1").unwrap()
}

async fn is_refused(app: &TestApp, line: &Value) {
    for force in [false, true] {
        let told = import(app, line, force, false).await;
        let why = told.failures.first().map(|failure| failure.why.join(" ")).unwrap_or_default();
        assert!(
            why.contains("p1") && why.contains("struck") && why.contains("--over-strikes"),
            "{told:?}"
        );
        assert!(!why.contains(NAME), "it is not repeated: {why}");
    }
}

async fn strike_file(app: &TestApp) {
    let id = crate::files::id_of(&crate::files::digest(PDF));
    let done = db::transaction::<Vec<_>, WriteError, _>(&app.app.db, |tx| {
        let app = app.app.clone();
        Box::pin(async move {
            Writer::new(tx, &app.clock, app.kinds.stored()).strike_file(id, "Personvern").await
        })
    });
    assert_eq!(done.await.unwrap().len(), 1);
    app.run_jobs().await;
}

both_engines! {
    async fn a_struck_passage_stays_struck(app: TestApp) {
        let first = line("Nattevakt", &format!("{NAME} sa det."));
        app.import(std::slice::from_ref(&first)).await;
        strike(&app, NAME).await.unwrap();
        is_refused(&app, &first).await;
        // In other words, in another place, around it.
        is_refused(&app, &line("Nattevakt", &format!("Det sa {NAME}."))).await;
        let mut around = exported(&app).await;
        around["contact"] = json!({ "role": NAME, "email": "noen@example.org" });
        is_refused(&app, &around).await;
        around = exported(&app).await;
        around["slug"] = json!("qvisthammer");
        is_refused(&app, &around).await;
        assert!(!app.get("/nb/prosjekter/nattevakt").await.has(NAME));
        let log = struck::Entity::find().all(&app.app.db).await.unwrap();
        assert!(log.len() == 1 && log[0].file.is_none() && log[0].written_over_at.is_none(), "{log:?}");
    }

    async fn what_brings_no_words_goes_in_after_a_strike(app: TestApp) {
        app.import(&[line("Nattevakt", &format!("{NAME} sa det."))]).await;
        strike(&app, NAME).await.unwrap();
        let mut now = exported(&app).await;
        let same = import(&app, &now, false, false).await;
        assert_eq!((same.unchanged, same.failures.len()), (1, 0), "{same:?}");
        now["example"] = json!(true);
        assert_eq!(import(&app, &now, true, false).await.updated, 1);
        now["state"] = json!("archived");
        assert_eq!(import(&app, &now, true, false).await.updated, 1);
    }

    async fn whoever_says_so_writes_over_a_strike_and_that_is_shown(app: TestApp) {
        let first = line("Nattevakt", &format!("{NAME} sa det."));
        app.import(std::slice::from_ref(&first)).await;
        strike(&app, NAME).await.unwrap();
        let versions = app.get("/nb/prosjekter/nattevakt/versjoner").await;
        assert!(versions.has("Etter krav om sletting") && !versions.has("En import skrev over det"));
        let told = import(&app, &first, false, true).await;
        assert_eq!((told.updated, told.notes.len()), (1, 1), "{told:?}");
        assert!(told.notes[0].what.contains("written over"), "{told:?}");
        assert!(app.get("/nb/prosjekter/nattevakt").await.has(NAME));
        let versions = app.get("/nb/prosjekter/nattevakt/versjoner").await;
        assert!(versions.has("En import skrev over det"), "{}", versions.body);
        // It was said once.
        is_refused(&app, &line("Nattevakt", "Noe annet.")).await;
    }

    async fn a_struck_file_comes_back_to_no_item(app: TestApp) {
        std::fs::write(app.folder().join("liste.pdf"), PDF).unwrap();
        let with = |external: &str| {
            let mut line = line(external, "Hei.");
            line["external_id"] = json!(external);
            line["files"] = json!([{ "file": "liste.pdf", "title": "Liste" }]);
            line
        };
        app.import(&[with("p1")]).await;
        let digest = crate::files::digest(PDF);
        let id = crate::files::id_of(&digest);
        strike_file(&app).await;
        is_refused(&app, &with("p1")).await;
        let mut renamed = with("p1");
        std::fs::write(app.folder().join("annet-navn.pdf"), PDF).unwrap();
        renamed["files"][0]["file"] = json!("annet-navn.pdf");
        is_refused(&app, &renamed).await;
        let other = import(&app, &with("p1-ny"), true, false).await;
        assert!(other.failures[0].why[0].contains("p1-ny"), "{other:?}");
        let address = format!("/filer/{id}/liste.pdf");
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.app.files.read(&digest).await.unwrap(), None, "nor are its bytes kept");
        let log = struck::Entity::find().all(&app.app.db).await.unwrap();
        let kept = log[0].file.as_ref().unwrap();
        assert!(!kept.contains(&digest) && !kept.contains(&id.simple().to_string()), "{kept}");
        // Another file is another thing, and what is here is as it was.
        let now = exported(&app).await;
        assert_eq!(import(&app, &now, false, false).await.unchanged, 1);
        std::fs::write(app.folder().join("ny.pdf"), b"%PDF-1.7 noe annet").unwrap();
        let mut new = with("p1");
        new["files"][0]["file"] = json!("ny.pdf");
        assert_eq!(import(&app, &new, true, false).await.updated, 1);
        assert!(app.get("/nb/prosjekter/p1").await.has("Én fil er strøket fra denne siden."));
        assert_eq!(import(&app, &with("p1"), true, true).await.updated, 1);
        assert_eq!(app.get(&address).await.status, StatusCode::OK);
        assert!(app.get("/nb/prosjekter/p1/versjoner").await.has("En import skrev over det"));
    }

    async fn a_strike_outlives_a_draft_that_is_thrown_away(app: TestApp) {
        let mut first = line("Nattevakt", &format!("{NAME} sa det."));
        first["state"] = json!("draft");
        app.import(std::slice::from_ref(&first)).await;
        strike(&app, NAME).await.unwrap();
        let item = read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap();
        let revision = row(&app.app, item.id).await.revision;
        act(&app.app, item.id, revision, Do::Discard).await.unwrap();
        is_refused(&app, &first).await;
        first["state"] = json!("published");
        is_refused(&app, &first).await;
        // Whoever says so brings it in, which is told, and once.
        let told = import(&app, &first, false, true).await;
        assert_eq!((told.created, told.notes.len()), (1, 1), "{told:?}");
        assert!(told.notes[0].what.contains("written over"), "{told:?}");
        let versions = app.get("/nb/prosjekter/nattevakt/versjoner").await;
        assert!(versions.has("Etter krav om sletting") && versions.has("En import skrev over det"), "{}", versions.body);
        is_refused(&app, &line("Nattevakt", &format!("{NAME} igjen."))).await;
        assert_eq!(import(&app, &first, false, false).await.unchanged, 1, "what is here is here");
    }

    async fn a_strike_outlives_drafts_that_are_thrown_away_again_and_again(app: TestApp) {
        let mut first = line("Nattevakt", &format!("{NAME} sa det."));
        first["state"] = json!("draft");
        app.import(std::slice::from_ref(&first)).await;
        strike(&app, NAME).await.unwrap();
        for _ in 0..2 {
            let item = read::by_external_id(&app.app.db, "p1").await.unwrap().unwrap();
            let revision = row(&app.app, item.id).await.revision;
            act(&app.app, item.id, revision, Do::Discard).await.unwrap();
            is_refused(&app, &first).await;
            let told = import(&app, &first, false, true).await;
            assert_eq!((told.created, told.notes.len()), (1, 1), "{told:?}");
            let mut other = first.clone();
            other["body"] = json!(format!("{NAME} igjen."));
            is_refused(&app, &other).await;
        }
        let log = struck::Entity::find().all(&app.app.db).await.unwrap();
        assert!(log.len() == 1 && log[0].external_id.is_none(), "{log:?}");
    }

    async fn only_new_words_are_held_against_a_line(app: TestApp) {
        let mut first = line("Nattevakt", &format!("{NAME} sa det.\n\nSå gikk vi en ny runde."));
        first["facts"]["responsible"] = json!(["Et sykehjem"]);
        let mut list = json!({ "kind": "tool", "external_id": "t1", "lang": "nb", "title": "Sjekkliste" });
        app.import(&[first, list.clone()]).await;
        strike(&app, NAME).await.unwrap();
        let here = exported(&app).await;
        let with = |name: &str, value: Value| {
            let mut line = here.clone();
            line[name] = value;
            line
        };
        for line in [
            with("themes", json!(["fall"])),
            with("counties", json!(["18"])),
            with("municipalities", json!(["3403"])),
            with("uses", json!(["t1"])),
            with("body", json!("")),
            with("body", json!("Så gikk vi en ny runde.")),
            with("facts", json!({ "status": "ongoing", "outcome": "improved" })),
        ] {
            let told = import(&app, &line, true, false).await;
            assert_eq!((told.updated, told.failures.len()), (1, 0), "{line}: {told:?}");
            assert_eq!(import(&app, &here, false, true).await.failures, [], "{line}");
        }
        for line in [
            with("uses", json!(["qvisthammer"])),
            with("lead", json!("Så gikk de en ny runde.")),
            with("body", json!("En ny runde gikk vi så.")),
            with("facts", json!({ "responsible": ["Qvisthammer sykehjem"] })),
            with("facts", json!({ "period": { "from": "1951-02-03" } })),
            with("source", json!({ "title": "Qvisthammer" })),
        ] {
            is_refused(&app, &line).await;
        }
        // Another item says what it likes.
        list["lead"] = json!(NAME);
        assert_eq!(import(&app, &list, false, false).await.updated, 1);
    }
}
