//! A job runs once, is tried again when it fails, and is given up in the end.

mod lease;
mod process;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde::{Deserialize, Serialize};
use time::Duration;

use super::worker::MAX_ATTEMPTS;
use super::{Job, Worker, enqueue, enqueue_at, enqueue_unless_waiting, store};
use crate::db::{self, DbErr};
use crate::testing::{TestApp, both_engines};

#[derive(Serialize, Deserialize)]
struct Greet {
    whom: String,
}

impl Job for Greet {
    const NAME: &'static str = "greet";
}

#[derive(Serialize, Deserialize)]
struct Sorry {
    whom: String,
}

impl Job for Sorry {
    const NAME: &'static str = "sorry";
}

#[derive(Serialize, Deserialize)]
struct Garbled {
    number: u8,
}

impl Job for Garbled {
    const NAME: &'static str = Greet::NAME;
}

async fn set_attempts(app: &TestApp, attempts: i32) {
    let all = store::Entity::update_many();
    let all = all.col_expr(store::Column::Attempts, Expr::value(attempts));
    all.exec(&app.app.db).await.unwrap();
}

fn kari() -> Greet {
    Greet { whom: "Kari".to_owned() }
}

fn worker(app: &TestApp, fails: bool) -> (Worker, Arc<AtomicUsize>) {
    let runs = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&runs);
    let worker = Worker::new(app.app.db.clone(), app.app.clock.clone()).on(move |job: Greet| {
        assert_eq!(job.whom, "Kari");
        seen.fetch_add(1, Ordering::SeqCst);
        async move { if fails { Err("not at home".to_owned()) } else { Ok(()) } }
    });
    (worker, runs)
}

async fn rows(app: &TestApp) -> Vec<store::Model> {
    store::Entity::find().all(&app.app.db).await.unwrap()
}

both_engines! {
    async fn a_job_that_succeeds_is_gone(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        assert_eq!(rows(&app).await, []);
    }

    async fn a_job_asked_for_in_a_transaction_that_fails_never_was(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        let tx = db::begin(&app.app.db).await.unwrap();
        enqueue(&tx, &app.app.clock, &kari()).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        assert_eq!(runs.load(Ordering::SeqCst), 0);
    }

    async fn a_job_that_fails_waits_longer_each_time_and_is_given_up(app: TestApp) {
        let (worker, runs) = worker(&app, true);
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        assert_eq!(worker.run_dry().await.unwrap(), 0, "not due again yet");
        let first = rows(&app).await.remove(0);
        assert_eq!((first.attempts, first.last_error.as_deref()), (1, Some("not at home")));
        app.app.clock.advance(Duration::minutes(1));
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        let second = rows(&app).await.remove(0);
        assert!(*second.run_at - app.app.clock.now() > Duration::minutes(1));
        for _ in 2..MAX_ATTEMPTS {
            app.app.clock.advance(Duration::hours(5));
            worker.run_dry().await.unwrap();
        }
        assert_eq!(runs.load(Ordering::SeqCst), usize::try_from(MAX_ATTEMPTS).unwrap());
        assert_eq!(rows(&app).await, [], "given up, and nothing kept of it");
    }

    async fn what_waits_for_a_job_hears_that_it_is_given_up(app: TestApp) {
        let (worker, runs) = worker(&app, true);
        let clock = app.app.clock.clone();
        let worker = worker.given_up(move |tx, job: Greet| {
            let clock = clock.clone();
            Box::pin(async move { enqueue(tx, &clock, &Sorry { whom: job.whom }).await })
        });
        // One fails for the last time, one was begun for the last time and never heard of again.
        for attempts in [MAX_ATTEMPTS - 1, MAX_ATTEMPTS] {
            enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
            set_attempts(&app, attempts).await;
            worker.run_dry().await.unwrap();
            let left = rows(&app).await;
            assert_eq!(left.len(), 1, "{left:?}");
            assert_eq!((left[0].name.as_str(), &left[0].payload["whom"]), ("sorry", &"Kari".into()));
            store::Entity::delete_many().exec(&app.app.db).await.unwrap();
        }
        assert_eq!(runs.load(Ordering::SeqCst), 1);
    }

    async fn a_job_that_nobody_can_be_told_about_stands_in_no_ones_way(app: TestApp) {
        let (worker, _) = worker(&app, true);
        let worker = worker.given_up(|_, _: Greet| Box::pin(async { Err(DbErr::Custom("no".to_owned())) }));
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        // What it carries is not what it should be, either.
        enqueue(&app.app.db, &app.app.clock, &Garbled { number: 1 }).await.unwrap();
        set_attempts(&app, MAX_ATTEMPTS).await;
        worker.run_dry().await.unwrap();
        assert_eq!(rows(&app).await, []);
    }

    async fn a_job_that_panics_has_failed_and_the_worker_lives(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        // The second asserts that it greets Kari.
        enqueue(&app.app.db, &app.app.clock, &Greet { whom: "Ola".to_owned() }).await.unwrap();
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 2);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        let left = rows(&app).await.remove(0);
        assert_eq!((left.attempts, left.leased_until), (1, None));
        assert!(left.last_error.unwrap().starts_with("it panicked: assertion"));
    }

    async fn a_job_for_later_waits_until_then(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        let clock = &app.app.clock;
        enqueue_at(&app.app.db, clock, &kari(), clock.now() + Duration::DAY).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        clock.advance(Duration::DAY - Duration::SECOND);
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        clock.advance(Duration::SECOND);
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
    }

    async fn of_those_with_one_key_only_one_waits(app: TestApp) {
        let (worker, _) = worker(&app, false);
        let (db, clock) = (&app.app.db, &app.app.clock);
        let (now, tomorrow) = (clock.now(), clock.now() + Duration::DAY);
        let put = async |key: &str, due| enqueue_unless_waiting(db, clock, &kari(), key, due).await.unwrap();
        put("a", tomorrow).await;
        put("a", tomorrow + Duration::DAY).await;
        assert_eq!(rows(&app).await.remove(0).run_at, tomorrow, "the earlier time stands");
        put("b", tomorrow).await;
        enqueue(db, clock, &kari()).await.unwrap();
        enqueue(db, clock, &kari()).await.unwrap();
        assert_eq!(rows(&app).await.len(), 4, "only the same key is the same");
        assert_eq!(worker.run_dry().await.unwrap(), 2);
        put("a", now).await;
        assert_eq!(worker.run_dry().await.unwrap(), 1, "it was wanted sooner, and came");
        put("a", now).await;
        assert_eq!(worker.run_dry().await.unwrap(), 1, "what has run does not stand in the way");
    }

    async fn what_is_asked_for_while_the_same_runs_runs_after_it(app: TestApp) {
        let (db, clock) = (app.app.db.clone(), app.app.clock.clone());
        let runs = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&runs);
        let worker = Worker::new(db.clone(), clock.clone()).on(move |job: Greet| {
            let (db, clock, seen) = (db.clone(), clock.clone(), Arc::clone(&seen));
            async move {
                if seen.fetch_add(1, Ordering::SeqCst) > 0 {
                    return Ok(());
                }
                for _ in 0..2 {
                    let now = clock.now();
                    enqueue_unless_waiting(&db, &clock, &job, "a", now).await.unwrap();
                }
                Err("something has changed".to_owned())
            }
        });
        let (db, clock) = (&app.app.db, &app.app.clock);
        enqueue_unless_waiting(db, clock, &kari(), "a", clock.now()).await.unwrap();
        // The first fails and would wait, but the one that came meanwhile takes its place.
        assert_eq!(worker.run_dry().await.unwrap(), 2);
        assert_eq!(runs.load(Ordering::SeqCst), 2);
        assert_eq!(rows(&app).await, []);
    }

    async fn one_that_has_failed_keeps_its_wait_when_it_is_asked_for_again(app: TestApp) {
        let (worker, runs) = worker(&app, true);
        let (db, clock) = (&app.app.db, &app.app.clock);
        for _ in 0..5 {
            enqueue_unless_waiting(db, clock, &kari(), "a", clock.now()).await.unwrap();
            worker.run_dry().await.unwrap();
        }
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        assert_eq!(rows(&app).await.len(), 1);
    }

    async fn a_job_that_waits_is_not_begun_before_the_change_that_asks_for_it_is_seen(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        let (db, clock) = (&app.app.db, &app.app.clock);
        enqueue_unless_waiting(db, clock, &kari(), "a", clock.now()).await.unwrap();
        let change = db::begin(db).await.unwrap();
        enqueue_unless_waiting(&change, clock, &kari(), "a", clock.now()).await.unwrap();
        let working = tokio::spawn(async move { worker.run_dry().await });
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(runs.load(Ordering::SeqCst), 0);
        change.commit().await.unwrap();
        assert_eq!(working.await.unwrap().unwrap(), 1);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
    }
}
