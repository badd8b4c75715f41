//! A job runs once, is tried again when it fails, and is given up in the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use time::Duration;

use super::{Job, MAX_ATTEMPTS, Worker, enqueue, store};
use crate::db;
use crate::testing::{TestApp, both_engines};

#[derive(Serialize, Deserialize)]
struct Greet {
    whom: String,
}

impl Job for Greet {
    const NAME: &'static str = "greet";
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
        let job = Greet { whom: "Kari".to_owned() };
        enqueue(&app.app.db, &app.app.clock, &job).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        assert_eq!(rows(&app).await, []);
    }

    async fn a_job_asked_for_in_a_transaction_that_fails_never_was(app: TestApp) {
        let (worker, runs) = worker(&app, false);
        let tx = db::begin(&app.app.db).await.unwrap();
        enqueue(&tx, &app.app.clock, &Greet { whom: "Kari".to_owned() }).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 0);
        assert_eq!(runs.load(Ordering::SeqCst), 0);
    }

    async fn a_job_that_fails_waits_longer_each_time_and_is_given_up(app: TestApp) {
        let (worker, runs) = worker(&app, true);
        let job = Greet { whom: "Kari".to_owned() };
        enqueue(&app.app.db, &app.app.clock, &job).await.unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        assert_eq!(worker.run_dry().await.unwrap(), 0, "not due again yet");
        let first = rows(&app).await.remove(0);
        assert_eq!((first.attempts, first.last_error.as_deref()), (1, Some("not at home")));
        app.app.clock.advance(Duration::minutes(1));
        assert_eq!(worker.run_dry().await.unwrap(), 1);
        let second = rows(&app).await.remove(0);
        assert!(second.run_at - app.app.clock.now() > Duration::minutes(1));
        for _ in 2..MAX_ATTEMPTS {
            app.app.clock.advance(Duration::hours(5));
            worker.run_dry().await.unwrap();
        }
        assert_eq!(runs.load(Ordering::SeqCst), usize::try_from(MAX_ATTEMPTS).unwrap());
        assert_eq!(rows(&app).await, [], "given up, and nothing kept of it");
    }

    async fn two_workers_never_take_the_same_job(app: TestApp) {
        let job = Greet { whom: "Kari".to_owned() };
        enqueue(&app.app.db, &app.app.clock, &job).await.unwrap();
        let now = app.app.clock.now();
        let first = store::lease(&app.app.db, now, Duration::minutes(5), &["greet"]).await.unwrap();
        let second = store::lease(&app.app.db, now, Duration::minutes(5), &["greet"]).await.unwrap();
        assert!(first.is_some());
        assert!(second.is_none());
        let later = now + Duration::minutes(6);
        let after_a_crash = store::lease(&app.app.db, later, Duration::minutes(5), &["greet"]).await.unwrap();
        assert_eq!(after_a_crash.map(|job| job.id), first.map(|job| job.id));
    }
}
