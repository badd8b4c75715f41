//! Pictures within the prose: in, shown where the text names them, out again as they came.

use serde_json::{Value, json};

use crate::exchange::export;
use crate::testing::{TestApp, both_engines};
use crate::work::Least;

/// A PNG of 3 × 2 points, by its header; `n` makes it another.
fn png(n: u8) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0".to_vec();
    bytes.push(n);
    bytes
}

fn with_pictures(app: &TestApp) -> Value {
    for (name, n) in [("bord.png", 1), ("stol.png", 2)] {
        std::fs::write(app.folder().join(name), png(n)).unwrap();
    }
    let image =
        |file: &str| json!({ "file": file, "alt": "Et møbel", "credit": "Tegning: Senteret" });
    json!({
        "kind": "page", "external_id": "side", "lang": "nb", "title": "Side",
        "body": "Se bordet:\n\n![](bilde:bord)\n\nog stolen ![](bilde:2).",
        "pictures": [{ "name": "bord", "image": image("bord.png") }, { "name": "2", "image": image("stol.png") }],
    })
}

both_engines! {
    async fn they_stand_where_they_are_named_and_come_out_again(app: TestApp) {
        let line = with_pictures(&app);
        app.import(std::slice::from_ref(&line)).await;
        let page = app.get("/nb/sider/side").await;
        assert_eq!(page.body.matches("<figure class=\"picture within\">").count(), 2, "{}", page.body);
        assert!(page.has("alt=\"Et møbel\"") && page.has("Tegning: Senteret"), "{}", page.body);
        let at = page.body.find("src=\"/filer/").unwrap();
        let picture = app.get(page.body[at..].split('"').nth(1).unwrap()).await;
        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(app.import_text(&line.to_string()).await.unchanged, 1);
        let out = app.folder().join("out");
        std::fs::create_dir_all(&out).unwrap();
        let mut text = Vec::new();
        let told = export(&app.app.kinds, &app.app.db, &app.app.files, &mut text, Some(&out), (false, Least::USUAL)).await.unwrap();
        assert_eq!((told.files, told.left_out), (2, 0));
        let written: Value = serde_json::from_slice(&text).unwrap();
        assert_eq!((&written["body"], &written["pictures"][0]["name"]), (&line["body"], &json!("bord")));
        let file = written["pictures"][1]["image"]["file"].as_str().unwrap();
        assert_eq!(std::fs::read(out.join(file)).unwrap(), png(2));
        // Without a folder they are left out, and an import of that leaves them where they are.
        let mut text = Vec::new();
        export(&app.app.kinds, &app.app.db, &app.app.files, &mut text, None, (false, Least::USUAL)).await.unwrap();
        let written: Value = serde_json::from_slice(&text).unwrap();
        assert_eq!(written["left_out"], json!(["pictures"]));
        assert_eq!(app.import_text(&written.to_string()).await.unchanged, 1);
        // Taken out of the line, it is out of the text, and its place says so.
        let mut less = line.clone();
        less["pictures"].as_array_mut().unwrap().pop();
        app.import(&[less]).await;
        let page = app.get("/nb/sider/side").await;
        assert_eq!(page.body.matches("<figure class=\"picture within\">").count(), 1);
        assert!(page.has("Et bilde som sto her, er tatt bort."), "{}", page.body);
    }

    async fn what_is_wrong_with_one_is_told_by_its_place(app: TestApp) {
        for (path, value, why) in [
            ("/pictures/1/name", json!("Stol!"), "`pictures[1].name`"),
            ("/pictures/1/name", json!("bord"), "the name of one above it"),
            ("/pictures/1/image/alt", json!(""), "`pictures.1.image`: missing field `alt`"),
            ("/pictures/1/image/file", json!("../stol.png"), "`pictures[1].image`: ../stol.png is not beside"),
            ("/pictures/1/image/file", json!("lines.jsonl"), "is no PNG"),
        ] {
            let mut line = with_pictures(&app);
            *line.pointer_mut(path).unwrap() = value;
            let refused = app.import_text(&line.to_string()).await.failures.remove(0);
            assert!(refused.why[0].contains(why), "{why}: {refused:?}");
        }
    }
}
