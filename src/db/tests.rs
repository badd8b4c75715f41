//! Opening, migrating and refusing, on both engines.

mod away;
mod instants;
mod writes;

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

use super::connection::{Durability, Sees};
use super::migrations::Migrator;
use super::{Db, Unusable, begin, check, connect, migrate};
use crate::clock::Clock;
use crate::organisations;
use crate::statements::{self, Fields, Raw};
use crate::testing::{Engine, TestDb};

const BOTH: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Takes the steps before this one: on one connection, as [`migrate`] does. Another may not have seen
/// yet what a step has made of the schema.
pub async fn up_to(db: &Db, step: &str) {
    let steps: Vec<Box<dyn MigrationTrait>> = Migrator::migrations();
    let before = steps.iter().position(|of| of.name() == step).unwrap();
    let tx = db.begin(Durability::Person, Sees::Committed, false).await.unwrap();
    Migrator::up(tx.inner(), Some(u32::try_from(before).unwrap())).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn two_processes_may_migrate_at_once() {
    for engine in BOTH {
        let test = TestDb::empty(engine).await;
        let other = connect(&test.url).await.unwrap();
        let third = connect(&test.url).await.unwrap();
        let (a, b, c) = tokio::join!(migrate(&test.db), migrate(&other), migrate(&third));
        a.unwrap();
        b.unwrap();
        c.unwrap();
        check(&test.db).await.unwrap();
        other.close().await.unwrap();
        third.close().await.unwrap();
        test.end().await;
    }
}

#[tokio::test]
async fn an_empty_database_is_behind() {
    for engine in BOTH {
        let test = TestDb::empty(engine).await;
        assert!(matches!(check(&test.db).await, Err(Unusable::Behind(46))), "{engine:?}");
        test.end().await;
    }
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('9999_later', 1)";
        test.db.execute_unprepared(newer).await.unwrap();
        let refused = migrate(&test.db).await.unwrap_err();
        assert!(matches!(&refused, Unusable::Newer(name) if name == "9999_later"), "{refused}");
        test.end().await;
    }
}

#[tokio::test]
async fn a_locked_database_is_said_to_be_locked() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let held = begin(&test.db).await.unwrap();
    let other = connect(&test.url).await.unwrap();
    let refused = migrate(&other).await.unwrap_err();
    assert!(matches!(refused, Unusable::Locked), "{refused}");
    held.rollback().await.unwrap();
    other.close().await.unwrap();
    test.end().await;
}

#[tokio::test]
async fn a_read_only_database_is_said_to_be_so() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let other = connect(&format!("{}?mode=ro", test.url)).await.unwrap();
    let refused = migrate(&other).await.unwrap_err();
    assert!(matches!(refused, Unusable::ReadOnly), "{refused}");
    other.close().await.unwrap();
    test.end().await;
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused() {
    for url in ["", "mysql://localhost/x", "padriver.db"] {
        assert!(matches!(connect(url).await, Err(Unusable::Address)), "{url}");
    }
}

#[tokio::test]
async fn sqlite_keeps_foreign_keys_and_writes_ahead() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let pragma = async |name: &str| -> String {
        let statement = sea_orm::Statement::from_string(
            sea_orm::DbBackend::Sqlite,
            format!("SELECT CAST({name} AS TEXT) AS v FROM pragma_{name}"),
        );
        let row = test.db.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get("", "v").unwrap()
    };
    assert_eq!(pragma("foreign_keys").await, "1");
    assert_eq!(pragma("journal_mode").await, "wal");
    let orphan =
        "INSERT INTO item_facet (id, item_id, facet, value) VALUES (x'00', x'01', 'a', 'b')";
    assert!(test.db.execute_unprepared(orphan).await.is_err());
    test.end().await;
}

#[tokio::test]
async fn organisations_that_are_there_get_ids_and_the_program_before_goes_on() {
    for engine in BOTH {
        let test = TestDb::empty(engine).await;
        let db = &test.db;
        up_to(db, "0016_organisations").await;
        let raw = |what: &str, field: (&str, &str), to: &str| Raw {
            what: what.to_owned(),
            fields: Fields::of(&[field]),
            to: to.to_owned(),
            source: "Prøven".to_owned(),
            ..Raw::default()
        };
        let exists = || raw("exists", ("type", "other"), "");
        let said = BTreeMap::from([
            ("kjent".to_owned(), vec![exists()]),
            (
                "hf".to_owned(),
                vec![
                    exists(),
                    raw("name", ("name", "Gamle HF"), "2010"),
                    raw("name", ("name", "Nye HF"), ""),
                ],
            ),
        ]);
        statements::replace(db, &Clock::default(), organisations::REGISTER, &said).await.unwrap();
        let insert = |slug: &str| {
            format!("INSERT INTO organisation (slug, name) VALUES ('{slug}', 'Skrevet {slug}')")
        };
        for slug in ["kjent", "bare-nevnt"] {
            db.execute_unprepared(&insert(slug)).await.unwrap();
        }
        migrate(db).await.unwrap();
        check(db).await.unwrap();
        // The program before this one knows of no ids.
        db.execute_unprepared(&insert("nevnt-siden")).await.unwrap();
        let said = organisations::said(db).await.unwrap();
        for slug in ["kjent", "hf"] {
            assert_eq!(said[slug].0, organisations::id_of(slug), "{engine:?} {slug}");
        }
        let slugs = ["kjent", "hf", "bare-nevnt", "nevnt-siden"].map(str::to_owned);
        let names = organisations::names(db, &slugs).await.unwrap();
        let told: Vec<&str> = slugs.iter().map(|slug| names[slug].as_str()).collect();
        assert_eq!(told, ["Skrevet kjent", "Nye HF", "Skrevet bare-nevnt", "Skrevet nevnt-siden"]);
        test.end().await;
    }
}

#[tokio::test]
async fn an_address_of_a_file_may_say_how_it_is_opened_and_is_refused_in_words() {
    let folder = crate::testing::Folder::new();
    let url =
        |file: &str, said: &str| format!("sqlite:{}{said}", folder.path().join(file).display());
    for said in ["", "?mode=rwc"] {
        let file = format!("new{}.db", said.len());
        super::connect(&url(&file, said)).await.unwrap().close().await.unwrap();
        assert!(folder.path().join(&file).is_file(), "{said}");
    }
    super::connect(&url("new0.db", "?mode=rw")).await.unwrap().close().await.unwrap();
    for (said, told) in [
        ("?mode=rw", "no file"),
        ("?mode=ro", "no file"),
        ("?mode=wrc", "`mode=wrc`"),
        ("?moed=rwc", "`moed=rwc`"),
        ("?mode=rwc&x=1", "`x=1`"),
    ] {
        let why = super::connect(&url("none.db", said)).await.unwrap_err().to_string();
        assert!(why.contains(told) && why.contains("mode"), "{said}: {why}");
    }
    assert!(!folder.path().join("none.db").exists(), "what is refused leaves nothing");
    for nameless in ["sqlite:", "sqlite://", "sqlite:?mode=rwc"] {
        let why = super::connect(nameless).await.unwrap_err().to_string();
        assert!(why.contains("as in sqlite:padriver.db"), "{nameless}: {why}");
    }
}
