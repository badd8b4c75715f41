//! A job that takes its whole process with it is given up like any other that never works.

use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::super::{Job, Worker, enqueue};
use super::rows;
use crate::clock::Clock;
use crate::db;
use crate::ops;
use crate::testing::{both_engines, database_beside, process};

const LEASE: Duration = Duration::from_millis(200);
const ATTEMPTS: usize = 3;

#[derive(Serialize, Deserialize)]
struct Deadly;

impl Job for Deadly {
    const NAME: &'static str = "deadly";
}

fn worker(db: db::Db) -> Worker {
    let mut worker = Worker::new(db, Clock::default()).on(|_: Deadly| async {
        let this = rustix::process::getpid();
        rustix::process::kill_process(this, rustix::process::Signal::KILL).unwrap();
        std::future::pending().await
    });
    worker.lease = LEASE;
    worker.max_attempts = i32::try_from(ATTEMPTS).unwrap();
    worker
}

#[tokio::test]
#[ignore = "no test: the one below starts it, to be killed by the job that it takes"]
async fn the_process_that_dies() {
    worker(database_beside().await).run_dry().await.unwrap();
}

/// One process more that takes what is due; tells which signal ended it.
fn die(database: &str) -> Option<i32> {
    let mut dies = process("jobs::tests::process::the_process_that_dies", database);
    dies.output().unwrap().status.signal()
}

both_engines! {
    async fn a_job_that_kills_its_process_is_given_up_after_its_attempts(app: TestApp) {
        let metrics = ops::metrics::install();
        let database = app.app.settings.database.clone();
        enqueue(&app.app.db, &Clock::default(), &Deadly).await.unwrap();
        for attempt in 1..=ATTEMPTS {
            assert_eq!(die(&database), Some(9), "it was not killed the {attempt}. time");
            let left = rows(&app).await.remove(0);
            assert_eq!(left.attempts, i32::try_from(attempt).unwrap());
            tokio::time::sleep(LEASE).await;
        }
        // This one would die too.
        assert_eq!(worker(app.app.db.clone()).run_dry().await.unwrap(), 0);
        assert_eq!(rows(&app).await, [], "given up, and nothing kept of it");
        let told = metrics.render();
        assert!(told.contains("padriver_jobs_given_up_total{job=\"deadly\"}"), "{told}");
    }
}
