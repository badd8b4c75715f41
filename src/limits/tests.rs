//! What all copies count together: exactly the quota gets through, wherever it is asked for.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, Statement};
use time::Duration;

use super::{Asker, Declared, RateLimiters, per_hour, shared};
use crate::config::RateLimits;
use crate::db::{self, Db};
use crate::error::Error;
use crate::testing::{TestApp, both_engines};

const LETTERS: Declared = Declared { name: "letters", shared: true, quota: |_| per_hour(12) };

fn limits(app: &TestApp) -> Arc<RateLimiters> {
    let settings = RateLimits::default();
    Arc::new(RateLimiters::new(&settings, &[&LETTERS], &app.app.seal, &app.app.clock))
}

fn asker() -> Asker {
    Asker { account: None, network: "192.0.2".to_owned(), is_here: false }
}

fn is_through(counted: Result<(), Error>) -> bool {
    match counted {
        Ok(()) => true,
        Err(Error::TooMany { .. }) => false,
        Err(other) => panic!("{other}"),
    }
}

async fn count(limits: Arc<RateLimiters>, db: Db) -> bool {
    is_through(limits.count_in(&db, &LETTERS, &asker()).await)
}

/// With a transaction around it, as a letter has.
async fn count_whole(limits: Arc<RateLimiters>, db: Db) -> bool {
    let counted = db::transaction::<(), Error, _>(&db, |tx| {
        let limits = Arc::clone(&limits);
        Box::pin(async move { limits.count_in(tx, &LETTERS, &asker()).await })
    });
    is_through(counted.await)
}

/// How many of so many at once get through, half of them at each of two copies.
async fn let_through<Counted>(
    app: &TestApp,
    many: usize,
    count: impl Fn(Arc<RateLimiters>, Db) -> Counted,
) -> usize
where
    Counted: Future<Output = bool> + Send + 'static,
{
    let (copies, other) = ([limits(app), limits(app)], app.beside().await);
    let all: Vec<_> = (0..many)
        .map(|n| {
            let db = if n % 2 == 0 { app.app.db.clone() } else { other.clone() };
            tokio::spawn(count(Arc::clone(&copies[n % 2]), db))
        })
        .collect();
    let mut through = 0;
    for one in all {
        through += usize::from(one.await.unwrap());
    }
    other.close().await.unwrap();
    through
}

both_engines! {
    async fn of_forty_at_once_at_two_copies_exactly_the_quota_gets_through(app: TestApp) {
        assert_eq!(let_through(&app, 40, count).await, 12);
        assert_eq!(let_through(&app, 40, count).await, 0, "and none after that");
    }

    async fn so_it_is_in_the_transactions_that_write_what_is_counted(app: TestApp) {
        assert_eq!(let_through(&app, 16, count_whole).await, 12);
    }

    async fn what_is_undone_is_not_counted(app: TestApp) {
        let limits = limits(&app);
        for _ in 0..20 {
            let tx = db::begin(&app.app.db).await.unwrap();
            limits.count_in(&tx, &LETTERS, &asker()).await.unwrap();
            tx.rollback().await.unwrap();
        }
        assert_eq!(let_through(&app, 13, count).await, 12);
    }

    async fn one_more_gets_through_for_each_part_of_the_hour(app: TestApp) {
        let limits = limits(&app);
        let again = || count(Arc::clone(&limits), app.app.db.clone());
        for _ in 0..12 {
            assert!(again().await);
        }
        let full = limits.count_in(&app.app.db, &LETTERS, &asker()).await;
        assert!(matches!(full, Err(Error::TooMany { retry_after: 301 })), "{full:?}");
        app.app.clock.advance(Duration::minutes(5));
        assert!(again().await);
        assert!(!again().await);
        let somebody_else = limits.count_for_in(&app.app.db, &LETTERS, "192.0.2").await;
        assert!(somebody_else.is_ok(), "what is no network is not that network");
    }

    async fn the_table_says_of_nobody_that_they_wrote_and_forgets_them(app: TestApp) {
        let (limits, db) = (limits(&app), &app.app.db);
        let who = "kari@kommune.example.org";
        limits.count_for_in(db, &LETTERS, who).await.unwrap();
        let ask = || Statement::from_string(db.get_database_backend(), r#"SELECT "key" FROM "meter""#);
        let rows = db.query_all_raw(ask()).await.unwrap();
        let key: String = rows[0].try_get("", "key").unwrap();
        assert!(rows.len() == 1 && key.len() == 64 && !key.contains("kari"), "{key}");
        for guess in [who, "other kari@kommune.example.org"] {
            assert_ne!(key, crate::files::digest(guess.as_bytes()), "no digest that anybody can make");
        }
        assert_eq!(shared::sweep(db, app.app.clock.now()).await.unwrap(), 0, "it still counts");
        app.app.clock.advance(Duration::minutes(6));
        assert_eq!(shared::sweep(db, app.app.clock.now()).await.unwrap(), 1);
        assert!(db.query_all_raw(ask()).await.unwrap().is_empty());
    }

    async fn what_is_shared_is_not_counted_in_memory(app: TestApp) {
        assert!(matches!(limits(&app).count(&LETTERS, &asker()), Err(Error::Internal(_))));
    }
}
