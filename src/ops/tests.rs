//! Alive is not ready; what is measured names no one.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tower::ServiceExt;

use super::{Internal, metrics, router};
use crate::jobs::{Job, enqueue, enqueue_at};
use crate::tasks::{Course, Health, Pace, Supervisor, Task};
use crate::testing::{Engine, TestApp, both_engines};

async fn ask(site: &Router, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = site.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

fn port(app: &TestApp, tasks: Health, stopped: watch::Receiver<bool>) -> Router {
    let metrics = metrics::install();
    router(Internal { app: app.app.clone(), metrics, tasks, jobs: vec!["wave"], stopped })
}

#[tokio::test]
async fn readiness_ends_with_the_word_to_stop_and_with_the_database() {
    let app = TestApp::new(Engine::Sqlite).await;
    let (stop, stopped) = watch::channel(false);
    let site = port(&app, Health::default(), stopped);
    assert_eq!(ask(&site, "/internal/isAlive").await.0, StatusCode::OK);
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::OK);
    stop.send(true).unwrap();
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::SERVICE_UNAVAILABLE);
    stop.send(false).unwrap();
    app.app.db.close_by_ref().await.unwrap();
    assert_eq!(ask(&site, "/internal/isReady").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(ask(&site, "/internal/isAlive").await.0, StatusCode::OK);
    app.end().await;
}

async fn is_ready(app: &TestApp) -> (StatusCode, String) {
    let (_stop, stopped) = watch::channel(false);
    ask(&port(app, Health::default(), stopped), "/internal/isReady").await
}

#[tokio::test]
async fn a_copy_that_can_only_read_is_ready_and_says_so() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        assert_eq!(is_ready(&app).await, (StatusCode::OK, "ready".to_owned()));
        let app = app.read_only().await;
        let told = (StatusCode::OK, "ready, read-only: the database takes no writes".to_owned());
        assert_eq!(is_ready(&app).await, told);
        let (_stop, stopped) = watch::channel(false);
        let (_, measured) = ask(&port(&app, Health::default(), stopped), "/internal/metrics").await;
        for line in ["padriver_able{to=\"read\"} ", "padriver_able{to=\"write\"} "] {
            assert!(measured.contains(line), "{line}\n{measured}");
        }
        app.end().await;
    }
}

#[tokio::test]
async fn a_search_that_is_behind_is_told_and_takes_no_reader_away() {
    let app = TestApp::new(Engine::Sqlite).await;
    app.app.index.set_stuck(true);
    let (status, told) = is_ready(&app).await;
    assert_eq!(status, StatusCode::OK);
    assert!(told.starts_with("ready, but search is behind"), "{told}");
    app.app.index.set_stuck(false);
    assert_eq!(is_ready(&app).await, (StatusCode::OK, "ready".to_owned()));
    app.end().await;
}

#[tokio::test]
async fn a_copy_whose_database_is_away_is_ready_while_it_has_pages_or_a_replica() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        let away = "the database does not answer";
        let read_only = (StatusCode::OK, format!("ready, read-only: {away}"));
        let app = app.with_replica().await;
        app.app.db.lose().await.unwrap();
        assert_eq!(is_ready(&app).await, read_only, "the replica answers");
        app.app.db.close_by_ref().await.unwrap();
        assert_eq!(is_ready(&app).await, (StatusCode::SERVICE_UNAVAILABLE, away.to_owned()));
        let app = app.with_replica().await;
        assert_eq!(app.get("/nb/prosjekter").await.status, StatusCode::OK);
        app.app.db.close_by_ref().await.unwrap();
        assert_eq!(is_ready(&app).await, read_only, "what is kept goes out");
        assert_eq!(app.get("/nb/prosjekter").await.status, StatusCode::OK);
        app.end().await;
    }
}

#[tokio::test]
async fn requests_are_measured_by_route() {
    metrics::install();
    let app = TestApp::new(Engine::Sqlite).await;
    app.get("/nb/sok?q=kari").await;
    app.get("/nb/prosjekter/hemmelig").await;
    let (_stop, stopped) = watch::channel(false);
    let site = port(&app, Health::default(), stopped);
    let (status, text) = ask(&site, "/internal/metrics").await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        text.contains(
            "padriver_requests_total{method=\"GET\",route=\"/{lang}/sok\",status=\"200\"} 1"
        ),
        "{text}"
    );
    assert!(text.contains("route=\"/{lang}/prosjekter/{slug}\",status=\"404\""));
    assert!(!text.contains("kari") && !text.contains("hemmelig"));
    assert_eq!(ask(&site, "/nb/").await.0, StatusCode::NOT_FOUND, "the site is not on this port");
    app.end().await;
}

/// Dies at once, but not once it has been let through.
fn mortal(
    name: &'static str,
    needed: bool,
    heals: watch::Receiver<bool>,
) -> Task<impl Fn() -> crate::tasks::Running> {
    let run = move || -> crate::tasks::Running {
        let heals = heals.clone();
        Box::pin(async move {
            assert!(*heals.borrow(), "ill");
            std::future::pending::<()>().await;
        })
    };
    Task { name, course: Course::Endless, needed, run }
}

#[tokio::test]
async fn readiness_tells_of_a_task_that_dies_and_of_one_that_lives_again() {
    let app = TestApp::new(Engine::Sqlite).await;
    let (_stop, stopped) = watch::channel(false);
    let pace = Pace {
        first: Duration::from_millis(200),
        longest: Duration::from_millis(200),
        well: Duration::from_millis(400),
    };
    let mut tasks = Supervisor::at_pace(pace, stopped.clone());
    let site = port(&app, tasks.health(), stopped);
    let ready = async || ask(&site, "/internal/isReady").await;
    let until = async |what: &str| {
        for _ in 0..500 {
            if ready().await.1 == what {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("readiness never said {what:?}: {:?}", ready().await);
    };
    let (heal, heals) = watch::channel(false);
    tasks.start(mortal("spare", false, heals.clone()));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(ready().await, (StatusCode::OK, "ready".to_owned()), "nobody needs that one");

    tasks.start(mortal("heart", true, heals));
    until("the task heart is down").await;
    assert_eq!(ready().await.0, StatusCode::SERVICE_UNAVAILABLE);
    tokio::time::sleep(Duration::from_millis(700)).await;
    heal.send(true).unwrap();
    // It runs, but has died so often that nobody trusts it yet.
    until("the task heart keeps dying").await;
    assert_eq!(ready().await.0, StatusCode::SERVICE_UNAVAILABLE);
    until("ready").await;

    let (_, measured) = ask(&site, "/internal/metrics").await;
    let count = |name: &str| -> f64 {
        let line = measured.lines().find(|line| line.starts_with(name)).expect(&measured);
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert!(count("padriver_task_failures_total{task=\"heart\"}") >= 3.0);
    assert!(count("padriver_task_starts_total{task=\"heart\"}") >= 4.0);
    assert!(count("padriver_task_up{task=\"heart\"}") > 0.5);
    app.end().await;
}

#[derive(Serialize, Deserialize)]
struct Wave;

impl Job for Wave {
    const NAME: &'static str = "wave";
}

#[derive(Serialize, Deserialize)]
struct OfANewerCopy;

impl Job for OfANewerCopy {
    const NAME: &'static str = "of_a_newer_copy";
}

both_engines! {
    async fn the_queue_is_measured(app: TestApp) {
        let (db, clock) = (&app.app.db, &app.app.clock);
        enqueue(db, clock, &Wave).await.unwrap();
        enqueue(db, clock, &OfANewerCopy).await.unwrap();
        let tomorrow = clock.now() + time::Duration::DAY;
        enqueue_at(db, clock, &Wave, tomorrow).await.unwrap();
        enqueue_at(db, clock, &Wave, tomorrow).await.unwrap();
        clock.advance(time::Duration::minutes(2));
        let (_stop, stopped) = watch::channel(false);
        let site = port(&app, Health::default(), stopped);
        let (_, measured) = ask(&site, "/internal/metrics").await;
        for line in [
            "padriver_jobs_waiting{job=\"wave\",when=\"due\"} 1",
            "padriver_jobs_waiting{job=\"wave\",when=\"later\"} 2",
            "padriver_jobs_waiting{job=\"unknown\",when=\"due\"} 1",
            "padriver_job_oldest_seconds{job=\"wave\"} 120",
            "padriver_jobs_given_up_total{job=\"wave\"} 0",
        ] {
            assert!(measured.contains(line), "{line}\n{measured}");
        }
    }
}
