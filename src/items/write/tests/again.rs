//! What was exported comes back to where it is from and changes nothing; nor does a line that says the
//! same in other words.

use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::exchange::{Exported, Imported, export, import_file};
use crate::files::tests::docx;
use crate::items::Registers;
use crate::items::tables::{change, contact, file, item, item_file, item_state, revision};
use crate::testing::{TestApp, both_engines};
use crate::work::Least;

const PDF: &[u8] = b"%PDF-1.7\n% et skjema";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";

/// Something of everything.
fn lines(app: &TestApp) -> Vec<Value> {
    std::fs::write(app.folder().join("lys.png"), PNG).unwrap();
    std::fs::write(app.folder().join("skjema.pdf"), PDF).unwrap();
    std::fs::write(app.folder().join("mal.docx"), docx()).unwrap();
    let line = |id: &str, more: &Value| {
        let mut line = json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": format!("Prosjekt {id}"),
            "body": "Tekst.", "themes": ["fall"], "counties": ["50"]
        });
        for (name, value) in more.as_object().unwrap() {
            line[name] = value.clone();
        }
        line
    };
    let image = json!({ "file": "lys.png", "alt": "Lys", "credit": "Pådriver" });
    let files = json!([
        { "file": "skjema.pdf", "title": "Skjema", "lang": "nn", "note": "To sider." },
        { "file": "mal.docx", "title": "Mal" }
    ]);
    let contact = json!({ "role": "leder", "email": "leder@senter.example.org" });
    vec![
        line(
            "a",
            &json!({ "image": image, "files": files, "contact": contact, "published_at": "2020-04-27", "centre": "usht-hedmark" }),
        ),
        line(
            "b",
            &json!({ "published_at": "2011-05", "image": image, "updated_at": "2015-01-01T10:30:00Z" }),
        ),
        line("c", &json!({ "published_at": "unknown", "uses": ["a"] })),
        line(
            "d",
            &json!({ "published_at": "2010", "state": "archived", "archived": { "publisher": "Senteret" } }),
        ),
        line(
            "e",
            &json!({ "title": "Project", "lang": "en", "translation_of": "a", "example": true }),
        ),
        line("f", &json!({ "slug": "prosjekt-a" })),
        line(
            "g",
            &json!({ "kind": "page", "published_at": "2017-02-08", "updated_at": "2020-01-01",
            "revisions": [{ "number": 1, "published_at": "2017-02-08", "title": "Før" }] }),
        ),
    ]
}

async fn filled(app: &TestApp) {
    let all = lines(app);
    let text: Vec<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(app.import_text(&text.join("\n")).await.failures, []);
    let mut changed = all[0].clone();
    changed["title"] = json!("Et nytt navn");
    app.import(&[changed]).await;
    // Beside what is public; no export has it.
    let mut draft = all[1].clone();
    (draft["title"], draft["state"]) = (json!("Bare et utkast"), json!("draft"));
    app.import(&[draft]).await;
    app.app.clock.advance(time::Duration::days(9));
}

async fn export_to(app: &TestApp, folder: &str) -> (std::path::PathBuf, Exported) {
    let folder = app.folder().join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
    let mut out = Vec::new();
    let told =
        export(kinds, db, files, &mut out, Some(&folder), (true, Least::USUAL)).await.unwrap();
    std::fs::write(folder.join("lines.jsonl"), out).unwrap();
    (folder, told)
}

/// To standard output.
async fn export_plain(app: &TestApp) -> (String, Exported) {
    let (kinds, db, files) = (&app.app.kinds, &app.app.db, &app.app.files);
    let mut out = Vec::new();
    let told = export(kinds, db, files, &mut out, None, (false, Least::USUAL)).await.unwrap();
    (String::from_utf8(out).unwrap(), told)
}

async fn import_from(app: &TestApp, folder: &std::path::Path) -> Imported {
    let registers = Registers::load(&app.app.db).await.unwrap();
    let context = app.context(&registers, folder);
    import_file(&context, &folder.join("lines.jsonl"), &|_| {}).await.unwrap()
}

/// All that an import may write to; the digest of the line apart, which nobody sees.
async fn everything(app: &TestApp) -> Vec<String> {
    let db = &app.app.db;
    let mut all: Vec<String> = Vec::new();
    for mut row in item::Entity::find().all(db).await.unwrap() {
        row.digest.clear();
        all.push(format!("{row:?}"));
    }
    let found = revision::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("{row:?}")));
    let found = contact::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("{row:?}")));
    let found = file::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("{row:?}")));
    let found = item_file::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("{row:?}")));
    let found = item_state::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("{row:?}")));
    let found = change::Entity::find().all(db).await.unwrap();
    all.extend(found.iter().map(|row| format!("change {}", row.seq)));
    all.sort();
    all
}

both_engines! {
    async fn an_export_changes_nothing_where_it_is_from(app: TestApp) {
        filled(&app).await;
        let (folder, told) = export_to(&app, "out").await;
        assert_eq!((told.lines, told.files, told.left_out), (7, 4, 0));
        let before = everything(&app).await;
        for _ in 0..2 {
            let told = import_from(&app, &folder).await;
            assert_eq!((told.created, told.updated, told.unchanged), (0, 0, 7), "{told:?}");
            assert_eq!((told.failures, told.notes), (Vec::new(), Vec::new()));
            assert_eq!(everything(&app).await, before);
        }
        let (again, _) = export_to(&app, "again").await;
        let read = |folder: &std::path::Path| std::fs::read_to_string(folder.join("lines.jsonl")).unwrap();
        assert_eq!(read(&again), read(&folder));
    }

    async fn an_export_without_files_takes_none_away(app: TestApp) {
        filled(&app).await;
        let (plain, told) = export_plain(&app).await;
        assert_eq!((told.lines, told.files, told.left_out), (7, 0, 4));
        let mut lines = plain.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let a = lines.find(|line| line["external_id"] == "a").unwrap();
        assert_eq!(a["left_out"], json!(["image", "files"]));
        let before = everything(&app).await;
        let told = app.import_text(&plain).await;
        assert_eq!((told.updated, told.unchanged, told.failures.len()), (0, 7, 0), "{told:?}");
        assert_eq!(everything(&app).await, before);
        // Also when something else of the line is another.
        let mut changed = a.clone();
        changed["title"] = json!("Enda et navn");
        assert_eq!(app.import_text(&changed.to_string()).await.updated, 1);
        let page = app.get("/nb/prosjekter/prosjekt-a").await;
        assert!(page.has("Enda et navn") && page.has("alt=\"Lys\"") && page.has("skjema.pdf"), "{}", page.body);
        // What is not left out, but not there, is taken away.
        changed["left_out"] = json!(["image"]);
        app.import(&[changed]).await;
        let page = app.get("/nb/prosjekter/prosjekt-a").await;
        assert!(page.has("alt=\"Lys\"") && !page.has("skjema.pdf"), "{}", page.body);
    }

    async fn the_same_in_other_words_is_unchanged(app: TestApp) {
        let mut first = lines(&app).remove(0);
        first["facts"] = json!({ "status": "ongoing", "leaders": [{ "role": "leder" }], "sources": [{ "text": "Boka" }] });
        first["source"] = json!({ "title": "Boka" });
        app.import(&[first.clone()]).await;
        let before = everything(&app).await;
        app.app.clock.advance(time::Duration::days(2));
        let with = |path: &str, value: Value| {
            let mut line = first.clone();
            let (within, last) = path.rsplit_once('/').unwrap();
            line.pointer_mut(within).unwrap()[last] = value;
            line
        };
        for line in [
            with("/facts/aim", json!("")), with("/facts/outcome", Value::Null), with("/facts/partners", json!([])),
            with("/facts/leaders/0/name", Value::Null), with("/facts/sections", json!({ "results": "" })),
            with("/source/note", json!("")), with("/source/url", json!("")), with("/image/caption", json!("")),
            with("/files/1/note", json!("")), with("/files/1/lang", json!("")), with("/archived", json!({ "publisher": "" })),
            with("/lead", json!("")), with("/published_at", json!("2020-04-27T00:00:00Z")), with("/uses", json!([])),
        ] {
            let told = app.import_text(&line.to_string()).await;
            assert_eq!((told.unchanged, told.failures.len()), (1, 0), "{line}: {told:?}");
            assert_eq!(everything(&app).await, before, "{line}");
        }
    }

    async fn a_slug_that_is_taken_is_told(app: TestApp) {
        let page = |id: &str| json!({ "kind": "page", "external_id": id, "lang": "nb", "title": id, "slug": "t-3" });
        let told = app.import_text(&[page("a"), page("b")].map(|line| line.to_string()).join("\n")).await;
        assert_eq!((told.created, told.notes.len()), (2, 1), "{told:?}");
        assert_eq!((told.notes[0].line, told.notes[0].what.as_str()), (2, "`slug` \"t-3\" is another item's: the address is \"t-3-2\""));
        let mut draft = page("c");
        draft["state"] = json!("draft");
        assert_eq!(app.import_text(&draft.to_string()).await.notes.len(), 1);
        let mut other = page("d");
        other["slug"] = json!("d");
        app.import(&[other.clone()]).await;
        other["slug"] = json!("t-3");
        let told = app.import_text(&other.to_string()).await;
        assert_eq!((told.updated, told.notes.len()), (1, 1), "{told:?}");
    }
}
