//! Instants in their order on both engines, also those that a program before wrote as text.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Set, Statement,
};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{BOTH, up_to};
use crate::db::{Db, Timestamp, migrate};
use crate::testing::{Engine, TestDb};

mod change {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub item_id: Uuid,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

const SECOND: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

async fn write(db: &Db, at: OffsetDateTime) {
    let row =
        change::ActiveModel { item_id: Set(Uuid::nil()), at: Set(at.into()), ..Default::default() };
    change::Entity::insert(row).exec_without_returning(db).await.unwrap();
}

async fn stored(db: &Db) -> Vec<OffsetDateTime> {
    let rows = change::Entity::find().order_by_asc(change::Column::At).all(db).await.unwrap();
    rows.into_iter().map(|row| row.at.into()).collect()
}

#[tokio::test]
async fn those_of_one_second_are_in_their_order() {
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let times = [
            SECOND - Duration::milliseconds(1),
            SECOND,
            SECOND + Duration::milliseconds(20),
            SECOND + Duration::milliseconds(500),
            SECOND + Duration::seconds(1),
        ];
        for n in [3, 1, 4, 0, 2] {
            write(&test.db, times[n]).await;
        }
        assert_eq!(stored(&test.db).await, times, "{engine:?}");
        let until = async |at: OffsetDateTime| -> Vec<Timestamp> {
            change::Entity::find()
                .select_only()
                .column(change::Column::At)
                .filter(change::Column::At.lte(at))
                .into_tuple()
                .all(&test.db)
                .await
                .unwrap()
        };
        for (n, at) in times.into_iter().enumerate() {
            assert_eq!(until(at).await.len(), n + 1, "{engine:?} {at}");
        }
        test.end().await;
    }
}

#[tokio::test]
async fn both_engines_keep_the_same_of_one() {
    let far = [
        datetime!(1850-01-01 00:00 UTC),
        datetime!(1969-12-31 23:59:59.999 UTC),
        datetime!(2026-11-22 12:00:00.123_456_789 +01:00),
        datetime!(9999-12-31 23:59:59.999 UTC),
    ];
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        for at in far {
            write(&test.db, at).await;
        }
        let cut = datetime!(2026-11-22 11:00:00.123 UTC);
        assert_eq!(stored(&test.db).await, [far[0], far[1], cut, far[3]], "{engine:?}");
        test.end().await;
    }
}

/// Each table with its columns and indexes, as SQLite tells them.
async fn shape(db: &Db) -> BTreeMap<String, String> {
    let sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    rows.iter()
        .map(|row| (row.try_get("", "name").unwrap(), row.try_get("", "sql").unwrap()))
        .collect()
}

#[tokio::test]
async fn what_was_text_becomes_numbers_and_the_rest_of_the_schema_stays() {
    let test = TestDb::empty(Engine::Sqlite).await;
    let db = &test.db;
    up_to(db, "0014_instants").await;
    let before = shape(db).await;
    let written = [
        ("2026-11-22T12:00:00.5Z", datetime!(2026-11-22 12:00:00.5 UTC)),
        ("2026-11-22T12:00:00Z", datetime!(2026-11-22 12:00 UTC)),
        ("2026-11-22T12:00:00.123456789+01:00", datetime!(2026-11-22 11:00:00.123 UTC)),
        ("1999-12-31T23:59:59.999Z", datetime!(1999-12-31 23:59:59.999 UTC)),
        ("1911-05-17T00:00:00Z", datetime!(1911-05-17 0:00 UTC)),
    ];
    for (text, _) in written {
        let sql = format!("INSERT INTO change (item_id, at) VALUES (x'00', '{text}')");
        db.execute_unprepared(&sql).await.unwrap();
    }
    let job = "INSERT INTO job (id, name, payload, run_at, leased_until, attempts) VALUES \
        (x'01', 'a', '{}', '2026-11-22T12:00:00Z', NULL, 0), \
        (x'02', 'b', '{}', '2026-11-22T12:00:00Z', '2026-11-22T12:02:00.001Z', 1)";
    db.execute_unprepared(job).await.unwrap();
    migrate(db).await.unwrap();
    let read = "SELECT seq, at FROM change ORDER BY seq";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, read)).await.unwrap();
    for (row, (text, at)) in rows.iter().zip(written) {
        let read: Timestamp = row.try_get("", "at").unwrap();
        assert_eq!(read, at, "{text}");
    }
    let read = "SELECT leased_until AS at FROM job ORDER BY id";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, read)).await.unwrap();
    let leased: Vec<Option<Timestamp>> =
        rows.iter().map(|row| row.try_get("", "at").unwrap()).collect();
    assert_eq!(leased, [None, Some(datetime!(2026-11-22 12:02:00.001 UTC).into())]);
    let after = shape(db).await;
    for (name, sql) in &before {
        assert!(after.contains_key(name), "{name} is gone");
        if sql.starts_with("CREATE INDEX") || sql.starts_with("CREATE UNIQUE INDEX") {
            assert_eq!(after[name], *sql);
        }
    }
    for (name, sql) in &after {
        assert!(!sql.contains("timezone_text"), "an instant is text: {name}: {sql}");
        assert!(!sql.contains("as_text"), "{name}: {sql}");
    }
    test.end().await;
}

/// As a database is that was made while this step was missing.
#[tokio::test]
async fn a_later_step_may_have_been_taken_already() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let rows = [SECOND, SECOND + Duration::milliseconds(7)];
    for at in rows {
        write(&test.db, at).await;
    }
    let forget = "DELETE FROM seaql_migrations WHERE version = '0014_instants'";
    test.db.execute_unprepared(forget).await.unwrap();
    let as_text = "UPDATE change SET at = strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch')";
    test.db.execute_unprepared(as_text).await.unwrap();
    let (before, also) = (shape(&test.db).await, "job_name_key");
    migrate(&test.db).await.unwrap();
    assert_eq!(stored(&test.db).await, rows);
    assert_eq!(shape(&test.db).await[also], before[also]);
    test.end().await;
}
