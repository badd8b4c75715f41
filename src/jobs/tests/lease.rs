//! Only who holds the lease may say what became of a job.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};
use tokio::time::sleep;

use super::super::worker::LEASE;
use super::super::{Job, Worker, enqueue, store};
use super::{Greet, kari, rows, worker as greeter};
use crate::clock::Clock;
use crate::db;
use crate::testing::{TestApp, both_engines};

#[derive(Serialize, Deserialize)]
struct Numbered {
    number: usize,
}

impl Job for Numbered {
    const NAME: &'static str = "numbered";
}

/// Says that it runs, and ends when it is told to.
fn slow(app: &TestApp, clock: Clock) -> (Worker, mpsc::UnboundedReceiver<()>, watch::Sender<bool>) {
    let (begins, begun) = mpsc::unbounded_channel();
    let (end, ends) = watch::channel(false);
    let worker = Worker::new(app.app.db.clone(), clock).on(move |_: Greet| {
        let (begins, mut ends) = (begins.clone(), ends.clone());
        async move {
            begins.send(()).ok();
            ends.wait_for(|end| *end).await.ok();
            Ok(())
        }
    });
    (worker, begun, end)
}

const JOBS: usize = 100;
const WORKERS: usize = 4;

/// Each worker with connections of its own, as copies of the server are.
async fn each_runs_once(app: TestApp) -> TestApp {
    let (db, clock) = (&app.app.db, Clock::default());
    for number in 0..JOBS {
        enqueue(db, &clock, &Numbered { number }).await.unwrap();
    }
    let runs: Arc<Mutex<BTreeMap<usize, usize>>> = Arc::default();
    let mut working = Vec::new();
    for _ in 0..WORKERS {
        let db = db::connect(&app.app.settings.database).await.unwrap();
        let seen = Arc::clone(&runs);
        let worker = Worker::new(db.clone(), clock.clone()).on(move |job: Numbered| {
            let seen = Arc::clone(&seen);
            async move {
                *seen.lock().unwrap().entry(job.number).or_default() += 1;
                sleep(Duration::from_millis(1)).await;
                Ok(())
            }
        });
        working.push(tokio::spawn(async move {
            let taken = worker.run_dry().await.unwrap();
            db.close().await.unwrap();
            taken
        }));
    }
    let mut taken = Vec::new();
    for worker in working {
        taken.push(worker.await.unwrap());
    }
    assert_eq!(taken.iter().sum::<usize>(), JOBS);
    assert!(taken.iter().all(|taken| *taken > 0), "they worked side by side: {taken:?}");
    let runs = runs.lock().unwrap().clone();
    assert_eq!(runs.len(), JOBS);
    assert!(runs.values().all(|runs| *runs == 1), "{runs:?}");
    assert_eq!(rows(&app).await, []);
    app
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_job_runs_once_with_many_workers_on_sqlite() {
    each_runs_once(TestApp::new(crate::testing::Engine::Sqlite).await).await.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_job_runs_once_with_many_workers_on_postgres() {
    each_runs_once(TestApp::new(crate::testing::Engine::Postgres).await).await.end().await;
}

both_engines! {
    async fn two_workers_never_take_the_same_job(app: TestApp) {
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        let (db, clock) = (&app.app.db, &app.app.clock);
        let now = clock.now();
        let seen = store::oldest_due(db, now, &["greet"]).await.unwrap().unwrap();
        let lease = async |now| {
            let until = now + LEASE;
            store::lease(db, seen.clone(), now, until, clock.random_id()).await.unwrap()
        };
        let first = lease(now).await.unwrap();
        assert_eq!((first.attempts, first.leased_until), (1, Some((now + LEASE).into())));
        assert_eq!(rows(&app).await, std::slice::from_ref(&first));
        // Both had seen the row before either took it.
        assert_eq!(lease(now).await, None);
        assert_eq!(store::oldest_due(db, now, &["greet"]).await.unwrap(), None);
        // A row that was seen before somebody else had it is not as it was.
        assert_eq!(lease(now + 2 * LEASE).await, None);
        let after_a_crash = store::oldest_due(db, now + 2 * LEASE, &["greet"]).await.unwrap();
        assert_eq!(after_a_crash.as_ref(), Some(&first));
    }

    async fn a_copy_of_the_program_before_and_this_one_share_a_queue(app: TestApp) {
        // It knows neither token nor key, and counts an attempt when it has failed.
        let (db, now) = (&app.app.db, app.app.clock.now());
        let row = |leased_until, attempts| store::ActiveModel {
            id: Set(app.app.clock.new_id()),
            name: Set("greet".to_owned()),
            payload: Set(serde_json::to_value(kari()).unwrap()),
            run_at: Set(now.into()),
            leased_until: Set(leased_until),
            attempts: Set(attempts),
            last_error: Set(None),
            ..Default::default()
        };
        let theirs = row(Some((now + LEASE).into()), 0);
        for row in [row(None, 0), row(None, 11), row(Some((now - LEASE).into()), 1), theirs.clone()] {
            store::Entity::insert(row).exec_without_returning(db).await.unwrap();
        }
        let (worker, runs) = greeter(&app, false);
        assert_eq!(worker.run_dry().await.unwrap(), 3);
        assert_eq!(runs.load(std::sync::atomic::Ordering::SeqCst), 3);
        let left = rows(&app).await.remove(0);
        assert_eq!(Set(left.id), theirs.id, "what the other works on is left to it");
    }

    async fn whoever_has_lost_the_lease_changes_nothing(app: TestApp) {
        let (worker, mut begun, end) = slow(&app, app.app.clock.clone());
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        let first = tokio::spawn({ let worker = worker.clone(); async move { worker.run_dry().await } });
        begun.recv().await.unwrap();
        // Its lease runs out unseen, as when a machine has slept.
        app.app.clock.advance(time::Duration::HOUR);
        let second = tokio::spawn(async move { worker.run_dry().await });
        begun.recv().await.unwrap();
        let taken = rows(&app).await.remove(0);
        assert_eq!(taken.attempts, 2);
        let stale = store::Model { token: Some(app.app.clock.random_id()), ..taken.clone() };
        let (db, now) = (&app.app.db, app.app.clock.now());
        assert!(!store::renew(db, &stale, now).await.unwrap());
        assert!(!store::fail(db, &stale, now, "too late").await.unwrap());
        assert!(!store::hand_back(db, &stale).await.unwrap());
        assert!(!store::finish(db, &stale).await.unwrap());
        assert_eq!(rows(&app).await, [taken]);
        end.send(true).unwrap();
        first.await.unwrap().unwrap();
        second.await.unwrap().unwrap();
        assert_eq!(rows(&app).await, []);
    }

    async fn a_run_whose_lease_is_taken_is_stopped(app: TestApp) {
        let (mut worker, mut begun, _end) = slow(&app, Clock::default());
        worker.lease = Duration::from_millis(400);
        enqueue(&app.app.db, &Clock::default(), &kari()).await.unwrap();
        let working = tokio::spawn(async move { worker.run_dry().await });
        begun.recv().await.unwrap();
        // As another worker would, had this one been silent for too long.
        let theirs = app.app.clock.random_id();
        store::Entity::update_many()
            .col_expr(store::Column::Token, Expr::value(Some(theirs)))
            .col_expr(store::Column::LeasedUntil, Expr::value(Some(Clock::default().now() + LEASE)))
            .filter(store::Column::Name.eq("greet"))
            .exec(&app.app.db)
            .await
            .unwrap();
        assert_eq!(working.await.unwrap().unwrap(), 1, "though the job would never have ended");
        assert_eq!(rows(&app).await.remove(0).token, Some(theirs));
    }

    async fn a_long_job_keeps_its_lease_while_it_runs(app: TestApp) {
        let clock = Clock::default();
        let (mut worker, mut begun, end) = slow(&app, clock.clone());
        worker.lease = Duration::from_millis(400);
        enqueue(&app.app.db, &clock, &kari()).await.unwrap();
        let working = tokio::spawn({ let worker = worker.clone(); async move { worker.run_dry().await } });
        begun.recv().await.unwrap();
        let start = clock.now();
        while clock.now() < start + 4 * worker.lease {
            assert_eq!(worker.run_dry().await.unwrap(), 0, "another found it free");
            sleep(Duration::from_millis(20)).await;
        }
        end.send(true).unwrap();
        assert_eq!(working.await.unwrap().unwrap(), 1);
        assert_eq!(rows(&app).await, []);
    }

    async fn at_the_stop_a_job_is_handed_back_as_if_it_had_not_been_begun(app: TestApp) {
        let (mut worker, mut begun, end) = slow(&app, app.app.clock.clone());
        worker.hand_back = Duration::from_millis(50);
        for _ in 0..2 {
            enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        }
        let before = rows(&app).await;
        let (stop, stopped) = watch::channel(false);
        let working = tokio::spawn(worker.clone().until(stopped).work());
        begun.recv().await.unwrap();
        stop.send(true).unwrap();
        working.await.unwrap();
        let mut after = rows(&app).await;
        after.sort_by_key(|job| job.id);
        assert_eq!(after, before);
        end.send(true).unwrap();
        assert_eq!(worker.run_dry().await.unwrap(), 2, "and the next one takes it at once");
    }

    async fn at_the_stop_a_job_that_is_soon_done_is_let_be_done(app: TestApp) {
        let (worker, mut begun, end) = slow(&app, app.app.clock.clone());
        enqueue(&app.app.db, &app.app.clock, &kari()).await.unwrap();
        let (stop, stopped) = watch::channel(false);
        let working = tokio::spawn(worker.until(stopped).work());
        begun.recv().await.unwrap();
        stop.send(true).unwrap();
        end.send(true).unwrap();
        working.await.unwrap();
        assert_eq!(rows(&app).await, []);
    }
}
