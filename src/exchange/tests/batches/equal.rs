//! A file of all sorts of lines, in two databases: in the one as it is, in the other line by line.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};

use super::super::exported;
use super::number;
use crate::exchange::{Failure, ItemLine, store_line};
use crate::items::Registers;
use crate::testing::{Engine, TestApp, both_engines};

const LINES: usize = 1_000;

/// Something of everything, much of it meeting in one batch.
fn line(n: usize) -> Value {
    let kind = ["page", "news", "project"][n % 3];
    let mut line = json!({
        "kind": kind, "external_id": format!("e{n}"), "lang": "nb", "title": format!("Sak {}", n % 40),
        "lead": "Kort sagt.", "body": format!("Om **{n}**."), "themes": ["fall"], "counties": ["50"],
        "id": uuid::Uuid::from_u128(n as u128 + 1)
    });
    let mut set = |is: bool, name: &str, value: Value| {
        if is {
            line[name] = value;
        }
    };
    set(n % 4 == 1, "published_at", json!("2020-04-27"));
    set(n % 16 == 2, "published_at", json!("2011-05"));
    set(n % 16 == 6, "published_at", json!("unknown"));
    set(n % 10 == 3, "slug", json!(format!("sak-{}", n % 7)));
    set(n % 11 == 5, "state", json!("draft"));
    set(n % 13 == 6, "state", json!("in_review"));
    set(n % 17 == 7, "state", json!("archived"));
    set(n % 17 == 7, "archived", json!({ "publisher": "Senteret" }));
    set(n % 19 == 8, "state", json!("withdrawn"));
    set(
        n.is_multiple_of(5),
        "contact",
        json!({ "role": "leder", "email": "leder@senter.example.org" }),
    );
    set(n % 14 == 4, "centre", json!("usht-hedmark"));
    set(n % 15 == 4, "municipalities", json!(["5001"]));
    set(n % 37 == 12, "uses", json!(["e1", format!("e{}", n + 1)]));
    set(n % 31 == 11, "themes", json!(["finnes-ikke"]));
    set(n % 23 == 9, "translation_of", json!(format!("e{}", n.saturating_sub(3))));
    set(n % 29 == 10, "translation_of", json!(format!("e{}", n + 5)));
    let partners =
        json!({ "partners": [format!("Kommune {}", n % 9), format!("KOMMUNE {}", n % 9)] });
    set(kind == "project", "facts", partners);
    let earlier = json!([
        { "number": 1, "published_at": "2017-02-08", "title": "Først", "body": "Før." },
        { "number": 2, "published_at": "2018-02-08", "title": "Så" }
    ]);
    let is_old = n % 12 == 1;
    set(is_old, "revisions", earlier);
    set(is_old, "published_at", json!("2017-02-08"));
    set(is_old, "updated_at", json!("2020-05-02T10:30:00Z"));
    line
}

/// The same file later.
fn changed(n: usize) -> Value {
    let mut line = line(n);
    match n % 6 {
        0 => line["body"] = json!("Skrevet om."),
        1 => line["slug"] = json!(format!("ny-{}", n % 5)),
        2 => line["external_id"] = json!(format!("ny{n}")),
        _ => {}
    }
    if n % 6 == 2 {
        line["id"] = json!(uuid::Uuid::from_u128(n as u128 + 100_001));
    }
    line
}

#[derive(Debug, Default, PartialEq)]
struct Told {
    created: usize,
    updated: usize,
    unchanged: usize,
    failures: Vec<Failure>,
}

async fn at_once(app: &TestApp, lines: &[Value]) -> Told {
    let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let imported = app.import_text(&text.join("\n")).await;
    Told {
        created: imported.created,
        updated: imported.updated,
        unchanged: imported.unchanged,
        failures: imported.failures,
    }
}

/// Each in a transaction of its own, and those once more that name what stands further down.
async fn one_by_one(app: &TestApp, lines: &[Value]) -> Told {
    use crate::items::Stored::{Created, Unchanged, Updated};
    let registers = Registers::load(&app.app.db).await.unwrap();
    let context = app.context(&registers, app.folder());
    let mut told = Told::default();
    let mut waiting: Vec<(usize, &Value)> = (1..).zip(lines).collect();
    for is_last in [false, true] {
        let mut again = Vec::new();
        for (number, line) in waiting {
            let of_line: ItemLine = serde_json::from_value(line.clone()).unwrap();
            match store_line(&context, of_line).await {
                Ok(Created(_)) => told.created += 1,
                Ok(Updated(_)) => told.updated += 1,
                Ok(Unchanged(_)) => told.unchanged += 1,
                Err(refused) => {
                    let why = refused.of_line().unwrap();
                    if !is_last && why.iter().any(|why| why.starts_with("`translation_of`")) {
                        again.push((number, line));
                    } else {
                        told.failures.push(Failure { line: number, why });
                    }
                }
            }
        }
        waiting = again;
    }
    told.failures.sort_by_key(|failure| failure.line);
    told
}

/// What stands in each table, the ids of its rows apart, which nobody chose.
const ROWS: [&str; 11] = [
    "SELECT i.external_id || ' ' || i.kind || ' ' || i.slug || ' ' || i.lang || ' ' || i.state || ' ' || \
     CAST(i.revision AS TEXT) || ' ' || i.digest || ' ' || i.title || ' ' || i.lead || ' ' || i.card || ' ' || \
     CAST(i.created_at AS TEXT) || ' ' || CAST(i.updated_at AS TEXT) || ' ' || \
     COALESCE(CAST(i.published_at AS TEXT), '-') || ' ' || COALESCE(i.published_as, '-') || ' ' || \
     COALESCE(CAST(i.state_since AS TEXT), '-') || ' ' || CAST(i.edited_by_hand AS TEXT) || ' ' || \
     COALESCE(CAST(i.original_revision AS TEXT), '-') || ' ' || COALESCE(o.external_id, '-') \
     FROM item i LEFT JOIN item o ON o.id = i.original_id",
    "SELECT i.external_id || ' ' || CAST(r.number AS TEXT) || ' ' || \
     COALESCE(CAST(r.published_at AS TEXT), '-') || ' ' || COALESCE(CAST(r.replaced_at AS TEXT), '-') || ' ' || \
     COALESCE(r.stage, '-') || ' ' || CAST(r.content AS TEXT) \
     FROM revision r JOIN item i ON i.id = r.item_id",
    "SELECT i.external_id || ' ' || CAST(c.number AS TEXT) || ' ' || CAST(c.published_at AS TEXT) || ' ' || \
     COALESCE(CAST(c.replaced_at AS TEXT), '-') || ' ' || c.title || ' ' || c.card \
     FROM revision_card c JOIN item i ON i.id = c.item_id",
    "SELECT i.external_id || ' ' || f.facet || ' ' || f.value FROM item_facet f JOIN item i ON i.id = f.item_id",
    "SELECT i.external_id || ' ' || CAST(c.number AS TEXT) || ' ' || f.facet || ' ' || f.value \
     FROM revision_facet f JOIN revision_card c ON c.revision_id = f.revision_id JOIN item i ON i.id = c.item_id",
    "SELECT i.external_id || ' ' || s.state || ' ' || CAST(s.at AS TEXT) || ' ' || CAST(s.revision AS TEXT) \
     FROM item_state s JOIN item i ON i.id = s.item_id",
    "SELECT i.external_id || ' ' || u.external_id FROM item_use u JOIN item i ON i.id = u.item_id",
    "SELECT i.external_id || ' ' || c.role || ' ' || c.email FROM contact c JOIN item i ON i.id = c.item_id",
    "SELECT i.external_id || ' ' || s.kind || ' ' || s.slug FROM old_slug s JOIN item i ON i.id = s.item_id",
    "SELECT slug || ' ' || name FROM organisation",
    "SELECT i.external_id FROM change c JOIN item i ON i.id = c.item_id",
];

async fn rows(app: &TestApp, sql: &str) -> Vec<String> {
    let db = &app.app.db;
    let ask = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(ask).await.unwrap();
    let mut rows: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    rows.sort();
    rows
}

both_engines! {
    async fn a_thousand_lines_are_as_if_each_came_alone(app: TestApp) {
        let is_sqlite = app.app.db.get_database_backend() == DbBackend::Sqlite;
        let other = TestApp::new(if is_sqlite { Engine::Sqlite } else { Engine::Postgres }).await;
        let first: Vec<Value> = (0..LINES).map(line).collect();
        let then: Vec<Value> = (0..LINES).map(changed).collect();
        for lines in [first, then] {
            let told = at_once(&app, &lines).await;
            assert_eq!(told, one_by_one(&other, &lines).await);
            assert!(told.created > 100 && !told.failures.is_empty(), "{told:?}");
            for sql in ROWS {
                let (ours, theirs) = (rows(&app, sql).await, rows(&other, sql).await);
                assert_eq!(ours.len(), theirs.len(), "{sql}");
                for (ours, theirs) in ours.iter().zip(&theirs) {
                    assert_eq!(ours, theirs, "{sql}");
                }
            }
            assert_eq!(exported(&app, true).await, exported(&other, true).await);
        }
        let known = if is_sqlite {
            "SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'item'"
        } else {
            "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = to_regclass('item')"
        };
        assert!(number(&app, known).await > 0, "the engine knows how many rows there are");
        other.end().await;
    }
}
