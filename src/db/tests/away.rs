//! A database that can't do what it is asked, and its replica that answers meanwhile.

use sea_orm::EntityTrait;

use super::BOTH;
use crate::db::{
    DbErr, Unable, Unusable, begin, can_write, clash, connect, has_replica, register, set_edition,
    unable, with_replica,
};
use crate::testing::TestDb;

#[tokio::test]
async fn one_that_is_away_and_one_that_takes_no_writes_are_told_apart() {
    for engine in BOTH {
        let test = TestDb::seeded(engine).await;
        can_write(&test.db).await.unwrap();
        let read_only = test.read_only().await;
        let refused = can_write(&read_only).await.unwrap_err();
        assert_eq!(unable(&refused), Some(Unable::ReadOnly), "{engine:?}: {refused}");
        let refused = set_edition(&read_only, "x", String::new()).await.unwrap_err();
        assert_eq!(unable(&refused), Some(Unable::ReadOnly), "{engine:?}: {refused}");
        assert!(register::Entity::find().all(&read_only).await.is_ok());
        read_only.close_by_ref().await.unwrap();
        let lost = register::Entity::find().all(&read_only).await.unwrap_err();
        assert_eq!((unable(&lost), clash(&lost)), (Some(Unable::Away), None), "{engine:?}");
        test.end().await;
    }
}

#[tokio::test]
async fn a_server_that_nothing_leads_to_is_away_and_a_wrong_statement_is_not() {
    let refused = DbErr::Conn(sea_orm::RuntimeErr::Internal("refused".to_owned()));
    assert_eq!(unable(&refused), Some(Unable::Away));
    for engine in BOTH {
        let test = TestDb::migrated(engine).await;
        let wrong = sea_orm::ConnectionTrait::execute_unprepared(&test.db, "SELECT * FROM nowhere");
        assert_eq!(unable(&wrong.await.unwrap_err()), None, "{engine:?}");
        test.end().await;
    }
}

#[tokio::test]
async fn readers_are_answered_by_the_replica_and_nobody_else_is() {
    for engine in BOTH {
        let test = TestDb::seeded(engine).await;
        let db = connect(&test.url).await.unwrap();
        let db = with_replica(db, &test.url).await.unwrap();
        let readers = db.for_readers();
        let all = register::Entity::find().all(&readers).await.unwrap();
        assert!(!all.is_empty() && has_replica(&db).await);
        assert_eq!(db.strayed(), 0, "the database itself has answered");
        db.lose().await.unwrap();
        assert_eq!(register::Entity::find().all(&readers).await.unwrap(), all, "{engine:?}");
        assert!(register::Entity::find_by_id("x").one(&readers).await.unwrap().is_none());
        assert_eq!(db.strayed(), 2);
        let away = |error: &DbErr| unable(error) == Some(Unable::Away);
        let strict = register::Entity::find().all(&db).await.unwrap_err();
        assert!(away(&strict), "{engine:?}: {strict}");
        let written = set_edition(&readers, "x", String::new()).await.unwrap_err();
        assert!(away(&written), "{engine:?}: {written}");
        assert!(begin(&readers).await.is_err_and(|error| away(&error)), "{engine:?}");
        assert_eq!(db.strayed(), 2);
        readers.close().await.unwrap();
        test.end().await;
    }
}

#[tokio::test]
async fn a_replica_is_of_the_same_engine() {
    for engine in BOTH {
        let test = TestDb::empty(engine).await;
        let other = if test.url.starts_with("sqlite:") { "postgres://x/y" } else { "sqlite:y.db" };
        for url in [other, "mysql://x/y", ""] {
            let refused = with_replica(test.db.clone(), url).await;
            assert!(matches!(refused, Err(Unusable::Replica)), "{engine:?} {url}");
        }
        test.end().await;
    }
}
