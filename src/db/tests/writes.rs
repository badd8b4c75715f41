//! Writers at once: none is lost, no rule is broken between them, and why one fails is never lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Set,
    Statement,
};
use tokio::time::timeout;

use super::BOTH;
use crate::db::{
    self, AsDbErr, Clash, Db, DbErr, Tx, begin, bulk_transaction, clash, connect, register,
    transaction, turn_transaction,
};
use crate::testing::{Engine, TestDb};

async fn write(tx: &Tx, name: &str) -> Result<(), DbErr> {
    let row = register::ActiveModel { name: Set(name.to_owned()), digest: Set(String::new()) };
    row.insert(tx).await.map(|_| ())
}

async fn count(db: &impl ConnectionTrait) -> u64 {
    register::Entity::find().count(db).await.unwrap()
}

/// At most two rows whose names begin with `x`, whoever writes: the rule that the test holds.
async fn unless_two(db: &Db, name: &str) -> Result<bool, DbErr> {
    let name = name.to_owned();
    transaction(db, |tx| {
        let name = name.clone();
        Box::pin(async move {
            let there = register::Entity::find()
                .filter(register::Column::Name.starts_with("x"))
                .count(tx)
                .await?;
            // Long enough for the other to have read the same.
            tokio::time::sleep(Duration::from_millis(50)).await;
            if there >= 2 {
                return Ok(false);
            }
            write(tx, &name).await.map(|()| true)
        })
    })
    .await
}

#[tokio::test]
async fn a_rule_over_many_rows_holds_between_writers() {
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let others = [connect(&test.url).await.unwrap(), connect(&test.url).await.unwrap()];
        let (a, b, c) = tokio::join!(
            unless_two(&test.db, "x1"),
            unless_two(&others[0], "x2"),
            unless_two(&others[1], "x3")
        );
        let written = [a.unwrap(), b.unwrap(), c.unwrap()];
        assert_eq!(written.iter().filter(|w| **w).count(), 2, "{engine:?}: {written:?}");
        assert_eq!(count(&test.db).await, 2);
        for other in others {
            other.close().await.unwrap();
        }
        test.end().await;
    }
}

/// A fault of its own, around what the database said.
#[derive(Debug)]
struct Wrapped(DbErr);

impl From<DbErr> for Wrapped {
    fn from(error: DbErr) -> Self {
        Self(error)
    }
}

impl AsDbErr for Wrapped {
    fn as_db_err(&self) -> Option<&DbErr> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn a_key_that_is_taken_is_tried_again_and_then_told_as_what_it_is() {
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let tx = begin(&test.db).await.unwrap();
        write(&tx, "x").await.unwrap();
        tx.commit().await.unwrap();
        let runs = Arc::new(AtomicUsize::new(0));
        let refused = transaction::<(), Wrapped, _>(&test.db, |tx| {
            let runs = Arc::clone(&runs);
            Box::pin(async move {
                runs.fetch_add(1, Ordering::SeqCst);
                Ok(write(tx, "x").await?)
            })
        });
        let Wrapped(cause) = refused.await.unwrap_err();
        assert_eq!(clash(&cause), Some(Clash::Taken), "{engine:?}: {cause}");
        assert_eq!(runs.load(Ordering::SeqCst), 3);
        // Who looks anew each time finds what the other wrote.
        let found = transaction::<_, DbErr, _>(&test.db, |tx| {
            let runs = Arc::clone(&runs);
            Box::pin(async move {
                if runs.fetch_add(1, Ordering::SeqCst) > 3 {
                    return Ok("found");
                }
                write(tx, "x").await.map(|()| "written")
            })
        });
        assert_eq!(found.await.unwrap(), "found");
        test.end().await;
    }
}

#[tokio::test]
async fn what_is_no_clash_is_not_tried_again() {
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let runs = Arc::new(AtomicUsize::new(0));
        let refused = bulk_transaction::<(), DbErr, _>(&test.db, |tx| {
            let runs = Arc::clone(&runs);
            Box::pin(async move {
                runs.fetch_add(1, Ordering::SeqCst);
                write(tx, "half").await?;
                Err(DbErr::Custom("database is locked".to_owned()))
            })
        });
        assert_eq!(clash(&refused.await.unwrap_err()), None);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        assert_eq!(count(&test.db).await, 0, "nothing of it stays");
        test.end().await;
    }
}

#[tokio::test]
async fn on_sqlite_the_second_writer_waits_and_is_told_if_too_long() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let other = connect(&test.url).await.unwrap();
    for second in [&test.db, &other] {
        let held = begin(&test.db).await.unwrap();
        let (released, wrote) = tokio::join!(
            async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                held.commit().await
            },
            transaction::<_, DbErr, _>(second, |tx| {
                Box::pin(async move { db::set_edition(tx, "x", String::new()).await })
            })
        );
        released.unwrap();
        wrote.unwrap();
        // What is held for as long as we wait, and more.
        let held = begin(&test.db).await.unwrap();
        let refused = transaction::<_, DbErr, _>(second, |tx| {
            Box::pin(async move { db::set_edition(tx, "y", String::new()).await })
        });
        let error = refused.await.unwrap_err();
        assert_eq!(clash(&error), Some(Clash::Busy), "{error}");
        // Those who only read have not waited for anybody.
        let reads = timeout(Duration::from_secs(1), count(second)).await;
        assert_eq!(reads.unwrap(), 1);
        held.rollback().await.unwrap();
    }
    other.close().await.unwrap();
    test.end().await;
}

#[tokio::test]
async fn writers_in_line_leave_connections_to_those_who_read() {
    let test = TestDb::migrated(Engine::Sqlite).await;
    let held = begin(&test.db).await.unwrap();
    let mut waiting = tokio::task::JoinSet::new();
    for n in 0..20 {
        let db = test.db.clone();
        waiting.spawn(async move {
            transaction::<_, DbErr, _>(&db, move |tx| {
                Box::pin(async move { write(tx, &n.to_string()).await })
            })
            .await
        });
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(timeout(Duration::from_secs(1), count(&test.db)).await.unwrap(), 0);
    held.commit().await.unwrap();
    while let Some(wrote) = waiting.join_next().await {
        wrote.unwrap().unwrap();
    }
    assert_eq!(count(&test.db).await, 20);
    test.end().await;
}

fn setting(tx: &Tx, engine: Engine) -> db::Work<'_, String, DbErr> {
    let (backend, sql) = match engine {
        Engine::Sqlite => (
            sea_orm::DbBackend::Sqlite,
            "SELECT CAST(synchronous AS TEXT) AS v FROM pragma_synchronous",
        ),
        Engine::Postgres => {
            (sea_orm::DbBackend::Postgres, "SELECT current_setting('synchronous_commit') AS v")
        }
    };
    Box::pin(async move {
        let row = tx.query_one_raw(Statement::from_string(backend, sql)).await?;
        row.unwrap().try_get("", "v")
    })
}

/// The server of the tests is set to answer before its disk has.
#[tokio::test]
async fn what_a_person_wrote_waits_for_the_disk_and_a_line_of_an_import_does_not() {
    for (engine, person, bulk) in [(Engine::Sqlite, "2", "1"), (Engine::Postgres, "on", "off")] {
        let test = TestDb::migrated(engine).await;
        for _ in 0..3 {
            let told = transaction(&test.db, |tx| setting(tx, engine)).await.unwrap();
            assert_eq!(told, person);
            let told = bulk_transaction(&test.db, |tx| setting(tx, engine)).await.unwrap();
            assert_eq!(told, bulk);
            let told = turn_transaction(&test.db, |tx| setting(tx, engine)).await.unwrap();
            assert_eq!(told, person);
        }
        test.end().await;
    }
}
