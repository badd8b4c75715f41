//! Files of items: in, shown, taken home, out again; refused for what they are, gone with their items.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::exchange::export;
use crate::files::tests::{archive, docx};
use crate::testing::{TestApp, both_engines};
use crate::work::Least;

const PDF: &[u8] = b"%PDF-1.7\n% et skjema";

fn with_files(app: &TestApp, external: &str) -> Value {
    std::fs::write(app.folder().join("Skjema <1>.pdf"), PDF).unwrap();
    std::fs::write(app.folder().join("mal.bin"), docx()).unwrap();
    json!({
        "kind": "page", "external_id": external, "lang": "nb", "title": external,
        "files": [
            { "file": "Skjema <1>.pdf", "title": "Skjema & rettleiing", "lang": "nn", "note": "To sider." },
            { "file": "mal.bin", "title": "Mal" }
        ]
    })
}

/// The address of the nth file on a page.
fn address(body: &str, n: usize) -> String {
    let rest = body.split("href=\"/filer/").nth(n + 1).unwrap();
    format!("/filer/{}", rest.split('"').next().unwrap())
}

both_engines! {
    async fn files_are_listed_and_taken_home(app: TestApp) {
        app.import(&[with_files(&app, "side")]).await;
        let page = app.get("/nb/sider/side").await;
        for text in ["Skjema &#38; rettleiing", "hreflang=\"nn\"", "(PDF, 1\u{a0}kB, <span lang=\"nn\">Nynorsk</span>)", "To sider.", "(DOCX, 1\u{a0}kB)"] {
            assert!(page.has(text), "{text} is missing: {}", page.body);
        }
        let home = app.get(&address(&page.body, 0)).await;
        assert_eq!(home.status, StatusCode::OK);
        assert_eq!(home.body.as_bytes(), PDF);
        assert_eq!(home.header("content-type"), "application/pdf");
        assert_eq!(home.header("content-disposition"), "attachment; filename=\"skjema-1.pdf\"");
        assert_eq!(home.header("x-content-type-options"), "nosniff");
        let document = app.get(&address(&page.body, 1)).await;
        assert_eq!(document.header("content-disposition"), "attachment; filename=\"mal.docx\"", "named by what it is");
        let other = app.get(&address(&page.body, 0).replace("skjema-1.pdf", "faktura.exe")).await;
        assert_eq!(other.header("content-disposition"), "attachment; filename=\"skjema-1.pdf\"", "a link can't rename it");
    }

    async fn a_file_lives_as_long_as_one_of_its_items(app: TestApp) {
        let mut second = with_files(&app, "b");
        second["files"][0]["file"] = json!("same.pdf");
        std::fs::write(app.folder().join("same.pdf"), PDF).unwrap();
        app.import(&[with_files(&app, "a"), second.clone()]).await;
        let (a, b) = (app.get("/nb/sider/a").await, app.get("/nb/sider/b").await);
        let (first, same) = (address(&a.body, 0), address(&b.body, 0));
        assert_eq!(first.replace("skjema-1.pdf", "same.pdf"), same, "the same bytes, the same id");
        assert!(app.get(&same).await.header("content-disposition").contains("same.pdf"));
        let withdrawn = |line: &Value| { let mut line = line.clone(); line["state"] = json!("withdrawn"); line };
        app.import(&[withdrawn(&with_files(&app, "a"))]).await;
        assert_eq!(app.get(&same).await.status, StatusCode::OK);
        app.import(&[withdrawn(&second)]).await;
        assert_eq!(app.get(&same).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.get(&first).await.status, StatusCode::NOT_FOUND);
    }

    async fn files_and_uses_come_back_from_an_export(app: TestApp) {
        let mut line = with_files(&app, "side");
        line["uses"] = json!(["kommer-senere", "og-denne"]);
        (line["review_by"], line["unreviewed"]) = (json!("2027-03"), json!("machine"));
        app.import(&[line]).await;
        let out = app.folder().join("out");
        std::fs::create_dir_all(&out).unwrap();
        let mut text = Vec::new();
        let told = export(&app.app.kinds, &app.app.db, &app.app.files, &mut text, Some(&out), (false, Least::USUAL)).await.unwrap();
        assert_eq!((told.lines, told.files), (1, 2));
        let written: Value = serde_json::from_slice(&text).unwrap();
        assert_eq!(written["uses"], json!(["kommer-senere", "og-denne"]));
        assert_eq!((&written["review_by"], &written["unreviewed"]), (&json!("2027-03"), &json!("machine")));
        assert_eq!(written["files"][0]["note"], "To sider.");
        let path = out.join(written["files"][0]["file"].as_str().unwrap());
        assert_eq!(std::fs::read(path).unwrap(), PDF);
    }

    async fn what_may_not_come_in_is_refused_with_its_place(app: TestApp) {
        let macros = archive(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("Basic/Standard/Module1.xml", "Sub Hei()"),
        ]);
        let large = [PDF, &vec![b' '; 26 * 1024 * 1024]].concat();
        for (name, bytes) in [("makro.odt", &macros[..]), ("side.html", b"<script>"), ("stor.pdf", &large)] {
            std::fs::write(app.folder().join(name), bytes).unwrap();
        }
        for (file, why) in [
            ("makro.odt", "or has programs in it"),
            ("side.html", "is none of PDF, DOCX"),
            ("stor.pdf", "larger than 25 MiB"),
            ("../mal.bin", "not beside"),
            ("/etc/hostname", "not beside"),
            (".", "is no file"),
            ("mangler.pdf", "can't be read"),
            ("mal.bin", "same file"),
        ] {
            let mut line = with_files(&app, "side");
            line["files"].as_array_mut().unwrap().push(json!({ "file": file, "title": "Tredje" }));
            let refused = app.import_text(&line.to_string()).await.failures.remove(0);
            assert!(refused.why[0].contains("`files[2]`") && refused.why[0].contains(why), "{refused:?}");
        }
        for (field, value, told) in [
            ("title", json!(""), "`files.1`: missing field `title`"),
            ("lang", json!("sv"), "`files[1].lang`"),
            ("note", json!("a\u{0}b"), "`files[1].note`"),
        ] {
            let mut line = with_files(&app, "side");
            line["files"][1][field] = value;
            let refused = app.import_text(&line.to_string()).await.failures.remove(0);
            assert!(refused.why[0].contains(told), "{refused:?}");
        }
        let mut line = with_files(&app, "side");
        line["uses"] = json!(["side"]);
        assert!(app.import_text(&line.to_string()).await.failures[0].why[0].contains("itself"));
    }
}
