//! Lines that go in together: as if each had gone in by itself.

mod equal;

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryOrder, Statement};
use serde_json::{Value, json};

use crate::exchange::import_file;
use crate::items::{Item, Registers, item_entity, read, revision};
use crate::testing::{TestApp, both_engines};

fn page(external_id: &str, more: Value) -> Value {
    let mut line = json!({
        "kind": "page", "external_id": external_id, "lang": "nb", "title": external_id,
        "published_at": "2020-01-01"
    });
    line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    line
}

fn text(lines: &[Value]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

async fn item(app: &TestApp, external_id: &str) -> Item {
    read::by_external_id(&app.app.db, external_id).await.unwrap().expect(external_id)
}

async fn number(app: &TestApp, sql: &str) -> i64 {
    let db = &app.app.db;
    let ask = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

both_engines! {
    async fn addresses_are_given_in_the_order_of_the_file(app: TestApp) {
        app.import(&[page("før", json!({ "slug": "side" })), page("flyttet", json!({ "slug": "side-4" }))]).await;
        // It has had the address, and nobody else gets it.
        app.import(&[page("flyttet", json!({ "slug": "annet-sted" }))]).await;
        let mut lines: Vec<Value> = ["a", "b", "c"].map(|id| page(id, json!({ "slug": "side" }))).to_vec();
        lines.push(page("d", json!({ "slug": "side-2" })));
        lines.push(page("e", json!({ "title": "Side" })));
        lines.push(json!({ "kind": "news", "external_id": "f", "lang": "nb", "title": "Side" }));
        app.import(&lines).await;
        for (id, slug) in [
            ("a", "side-2"), ("b", "side-3"), ("c", "side-5"), ("d", "side-2-2"), ("e", "side-6"), ("f", "side"),
        ] {
            assert_eq!(item(&app, id).await.slug, slug, "{id}");
        }
    }

    async fn many_of_one_title_find_an_address_each(app: TestApp) {
        let lines = |prefix: &str| -> Vec<Value> {
            (0..150).map(|n| page(&format!("{prefix}{n}"), json!({ "title": "Samling" }))).collect()
        };
        app.import(&lines("a")).await;
        app.import(&lines("b")).await;
        assert_eq!(item(&app, "a0").await.slug, "samling");
        assert_eq!(item(&app, "a149").await.slug, "samling-150");
        assert_eq!(item(&app, "b149").await.slug, "samling-300");
    }

    async fn a_translation_finds_its_original_in_the_same_file(app: TestApp) {
        let earlier = json!([{ "number": 1, "published_at": "2020-01-01", "title": "Før" }]);
        let lines = [
            page("en", json!({ "lang": "en", "translation_of": "nb" })),
            page("nb", json!({ "revisions": earlier, "updated_at": "2021-01-01" })),
            page("nn", json!({ "lang": "nn", "translation_of": "nb" })),
            page("utkast", json!({ "state": "draft" })),
            page("se", json!({ "lang": "se", "translation_of": "utkast" })),
        ];
        app.import(&lines).await;
        let (original, draft) = (item(&app, "nb").await.id, item(&app, "utkast").await.id);
        for (id, original) in [("en", (original, 2)), ("nn", (original, 2)), ("se", (draft, 1))] {
            let translation = item(&app, id).await;
            assert_eq!(translation.original_id.zip(translation.original_revision), Some(original), "{id}");
        }
        // The original is changed above a translation that is new.
        let changed = page("nb", json!({ "body": "Nytt.", "updated_at": "2022-01-01" }));
        app.import(&[changed, page("en2", json!({ "lang": "en", "translation_of": "nb" }))]).await;
        assert_eq!(item(&app, "en2").await.original_revision, Some(3));
    }

    async fn a_bad_line_refuses_itself_alone(app: TestApp) {
        let id = |n: u128| uuid::Uuid::from_u128(n).to_string();
        app.import(&[page("her", json!({ "id": id(1) }))]).await;
        let lines = [
            page("a", json!({ "id": id(2) })),
            page("b", json!({ "themes": ["finnes-ikke"] })),
            page("c", json!({ "id": id(1) })),
            page("d", json!({ "id": id(2) })),
            page("e", json!({})),
            page("e", json!({})),
            page("f", json!({ "translation_of": "ingen" })),
            page("g", json!({ "translation_of": "d" })),
            page("h", json!({})),
        ];
        let imported = app.import_text(&text(&lines)).await;
        let told: Vec<(usize, &str)> =
            imported.failures.iter().map(|failure| (failure.line, failure.why[0].as_str())).collect();
        assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4, 6, 7, 8], "{told:?}");
        for (n, why) in ["`themes`", "another item's", "another item's", "line 5", "`translation_of`", "`translation_of`"]
            .into_iter()
            .enumerate()
        {
            assert!(told[n].1.contains(why), "{why}: {told:?}");
        }
        assert_eq!((imported.created, imported.updated, imported.unchanged), (3, 0, 0));
        for id in ["a", "e", "h"] {
            assert_eq!(app.get(&format!("/nb/sider/{id}")).await.status, StatusCode::OK, "{id}");
        }
    }

    async fn what_the_database_refuses_is_told_of_its_own_line(app: TestApp) {
        // A rule that no check of ours knows.
        let trap = match app.app.db.get_database_backend() {
            DbBackend::Postgres => "ALTER TABLE item ADD CONSTRAINT trap CHECK (title <> 'felle')",
            _ => "CREATE TRIGGER trap BEFORE INSERT ON item WHEN NEW.title = 'felle' BEGIN SELECT RAISE(ABORT, 'trap'); END",
        };
        app.app.db.execute_unprepared(trap).await.unwrap();
        let lines = [page("a", json!({})), page("felle", json!({})), page("b", json!({}))];
        let file = app.folder().join("lines.jsonl");
        std::fs::write(&file, text(&lines)).unwrap();
        let registers = Registers::load(&app.app.db).await.unwrap();
        let stopped = import_file(&app.context(&registers, app.folder()), &file, &|_| {}).await.unwrap_err();
        assert!(stopped.contains("line 2"), "{stopped}");
        let there = item_entity::Entity::find().count(&app.app.db).await.unwrap();
        assert_eq!(there, 1, "what stands above is stored");
    }

    async fn the_same_lines_again_write_nothing(app: TestApp) {
        let lines: Vec<Value> = (0..300).map(|n| page(&format!("s{n}"), json!({ "uses": ["s0x"] }))).collect();
        assert_eq!(app.import_text(&text(&lines)).await.created, 300);
        let all = async || {
            let items = item_entity::Entity::find().order_by_asc(item_entity::Column::Id);
            (items.all(&app.app.db).await.unwrap(), number(&app, "SELECT COUNT(*) FROM change").await)
        };
        let (before, writes) = (all().await, app.app.db.writes());
        assert_eq!(app.import_text(&text(&lines)).await.unchanged, 300);
        assert_eq!(all().await, before);
        assert_eq!(app.app.db.writes(), writes, "no transaction was begun");
        assert_eq!(revision::Entity::find().count(&app.app.db).await.unwrap(), 300);
    }

    async fn two_programs_import_one_file(app: TestApp) {
        let lines: Vec<Value> = (0..400).map(|n| page(&format!("s{n}"), json!({ "title": format!("Side {}", n % 9) }))).collect();
        let file = app.folder().join("both.jsonl");
        std::fs::write(&file, text(&lines)).unwrap();
        let registers = Registers::load(&app.app.db).await.unwrap();
        let other = app.beside().await;
        let ours = app.context(&registers, app.folder());
        let theirs = crate::exchange::Context { db: &other, ..ours };
        let (one, two) =
            tokio::join!(import_file(&ours, &file, &|_| {}), import_file(&theirs, &file, &|_| {}));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.failures, two.failures), (vec![], vec![]));
        assert_eq!(one.created + two.created, 400);
        assert_eq!(one.unchanged + two.unchanged, 400);
        let items = item_entity::Entity::find().all(&app.app.db).await.unwrap();
        assert!(items.len() == 400 && items.iter().all(|item| item.revision == 1));
        let slugs: std::collections::BTreeSet<&str> = items.iter().map(|item| item.slug.as_str()).collect();
        assert_eq!(slugs.len(), 400, "one address each");
        other.close().await.unwrap();
    }

    async fn pictures_and_files_come_with_their_items(app: TestApp) {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";
        std::fs::write(app.folder().join("lys.png"), png).unwrap();
        std::fs::write(app.folder().join("skjema.pdf"), b"%PDF-1.7\n% et skjema").unwrap();
        let image = json!({ "file": "lys.png", "alt": "Lys", "credit": "Oss" });
        let files = json!([
            { "file": "skjema.pdf", "title": "Skjema" }, { "file": "lys.png", "title": "Lyset" }
        ]);
        let lines = ["a", "b", "c"].map(|id| page(id, json!({ "image": image, "files": files })));
        app.import(&lines).await;
        for id in ["a", "b", "c"] {
            let shown = app.get(&format!("/nb/sider/{id}")).await;
            assert!(shown.has("alt=\"Lys\"") && shown.has("Skjema"), "{}", shown.body);
            let at = shown.body.find("href=\"/filer/").unwrap() + "href=\"".len();
            let home = app.get(shown.body[at..].split('"').next().unwrap()).await;
            assert_eq!(home.status, StatusCode::OK);
        }
        for (table, rows) in [("file", 2), ("item_file", 6), ("revision_file", 6), ("file_text", 1)] {
            assert_eq!(number(&app, &format!("SELECT COUNT(*) FROM {table}")).await, rows, "{table}");
        }
    }
}
