//! Told to stop, the program answers what it has been asked, lets go of its jobs and ends in time.

mod backup;
mod killed;
mod people;
mod strike;
mod told;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use axum::extract::State;
use clap::Parser;
use rustix::process::{Pid, Signal, kill_process};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use super::{Arguments, counted, start};
use crate::app::App;
use crate::clock::Clock;
use crate::jobs::{Job, enqueue};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::site::Site;
use crate::testing::{Engine, TestApp};

#[test]
fn one_is_told_as_one_and_more_as_more() {
    assert_eq!(counted(1_usize, "item"), "1 item");
    assert_eq!([counted(0_u64, "file"), counted(2_u64, "file")], ["0 files", "2 files"]);
}

/// Tells the process that is to be stopped which database and which folder it has.
const DATABASE: &str = "PADRIVER_TEST_STOP_DATABASE";
const FOLDER: &str = "PADRIVER_TEST_STOP_FOLDER";

/// What takes a while, but less than is given.
const A_WHILE: Duration = Duration::from_secs(2);
/// Jobs get ten seconds, what computes three more, and the machine may be slow.
const IN_TIME: Duration = Duration::from_secs(25);

/// Comes to an end soon after the word to stop.
#[derive(Serialize, Deserialize)]
struct Brief;

impl Job for Brief {
    const NAME: &'static str = "brief";
}

/// Never comes to an end, and keeps a thread busy.
#[derive(Serialize, Deserialize)]
struct Endless;

impl Job for Endless {
    const NAME: &'static str = "endless";
}

static WORKSHOP: Room = Room {
    name: "workshop",
    routes: |_| vec![Route::get("/{lang}/langsom", Right::Anybody, slow)],
    jobs: |worker, app| {
        let (brief, endless) = (app.clone(), app.clone());
        let worker = worker.on(move |_: Brief| {
            let app = brief.clone();
            async move {
                begun(&app, "brief");
                until(&app, "told").await;
                sleep(A_WHILE).await;
                Ok(())
            }
        });
        worker.on(move |_: Endless| {
            begun(&endless, "endless");
            async {
                let hours = || std::thread::sleep(Duration::from_hours(10));
                tokio::task::spawn_blocking(hours).await.map_err(|e| e.to_string())
            }
        })
    },
    ..Room::EMPTY
};

async fn slow(State(app): State<App>) -> &'static str {
    begun(&app, "slow");
    until(&app, "told").await;
    sleep(A_WHILE).await;
    "to its very end"
}

/// A file says how far it has come, to the other process.
fn begun(app: &App, what: &str) {
    std::fs::write(app.settings.folder(what), "").unwrap();
}

async fn until(app: &App, what: &str) {
    file_is_there(&app.settings.folder(what)).await;
}

async fn file_is_there(file: &Path) {
    let waiting = async {
        while !file.exists() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_mins(1), waiting).await.expect("it never came so far");
}

#[test]
#[ignore = "no test: the one below starts it, and stops it"]
fn the_process_that_is_stopped() {
    let [database, folder] = [DATABASE, FOLDER].map(|name| std::env::var(name).unwrap());
    let ports = ["--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"];
    let data = ["padriver", "serve", "--database", &database, "--data-dir", &folder];
    let site = Site::default().with(&WORKSHOP);
    let ended = start(&site, Arguments::parse_from(data.into_iter().chain(ports)));
    assert_eq!(format!("{ended:?}"), format!("{:?}", ExitCode::SUCCESS));
}

struct Process {
    child: Child,
    site: String,
    internal: String,
}

/// Starts it, and hears where it serves.
fn process(app: &TestApp) -> Process {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "cli::tests::the_process_that_is_stopped",
        "--exact",
        "--ignored",
        "--nocapture",
    ]);
    command.env(DATABASE, &app.app.settings.database).env(FOLDER, app.folder());
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let serving = lines.by_ref().find_map(|line| {
        let line: serde_json::Value = serde_json::from_str(&line.unwrap()).ok()?;
        let address = |name: &str| {
            Some(line[name].as_str()?.strip_prefix("http://")?.split('/').next()?.to_owned())
        };
        Some((address("site")?, address("internal")?))
    });
    // All else that it says is heard, so that it never waits to be.
    std::thread::spawn(move || lines.for_each(drop));
    let (site, internal) = serving.expect("it serves");
    Process { child, site, internal }
}

/// The whole answer, as it comes over the wire; none when nobody answers.
async fn ask(address: &str, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).await.ok()?;
    let asked = format!("GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
    stream.write_all(asked.as_bytes()).await.ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok()?;
    (!answer.is_empty()).then_some(answer)
}

/// How many jobs of the name there are that nobody holds, and that count as never begun.
async fn handed_back(app: &TestApp, name: &str) -> (i64, i64) {
    let sql = "SELECT COUNT(*) AS jobs, \
        COALESCE(SUM(CASE WHEN leased_until IS NULL AND attempts = 0 THEN 1 ELSE 0 END), 0) AS free \
        FROM job WHERE name = $1";
    let backend = app.app.db.get_database_backend();
    let sql = if backend == DbBackend::Postgres { sql.to_owned() } else { sql.replace("$1", "?") };
    let ask = Statement::from_sql_and_values(backend, sql, [name.into()]);
    let row = app.app.db.query_one_raw(ask).await.unwrap().unwrap();
    (row.try_get("", "jobs").unwrap(), row.try_get("", "free").unwrap())
}

async fn stops_in_time(engine: Engine) {
    let app = TestApp::new(engine).await;
    let clock = Clock::default();
    enqueue(&app.app.db, &clock, &Brief).await.unwrap();
    enqueue(&app.app.db, &clock, &Endless).await.unwrap();
    let Process { mut child, site, internal } = process(&app);
    let asked = tokio::spawn({
        let site = site.clone();
        async move { ask(&site, "/nb/langsom").await }
    });
    for what in ["slow", "brief", "endless"] {
        file_is_there(&app.folder().join(what)).await;
    }
    assert!(ask(&internal, "/internal/isReady").await.unwrap().starts_with("HTTP/1.1 200"));

    kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
    let told = Instant::now();
    while ask(&internal, "/internal/isReady").await.unwrap().starts_with("HTTP/1.1 200") {
        assert!(told.elapsed() < IN_TIME, "it is not sent readers any more");
    }
    std::fs::write(app.folder().join("told"), "").unwrap();
    let answer = asked.await.unwrap().expect("who has asked is answered");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("to its very end"), "{answer}");
    assert_eq!(ask(&site, "/nb/").await, None, "nobody new is let in");

    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(told.elapsed() < IN_TIME, "it does not come to an end");
        sleep(Duration::from_millis(50)).await;
    };
    assert!(status.success(), "{engine:?}: {status}");
    if let Some(file) = app.database_url().strip_prefix("sqlite:") {
        let log = std::fs::metadata(format!("{file}-wal")).map_or(0, |log| log.len());
        assert_eq!(log, 0, "what is gone from the rows is gone from the log as well");
    }
    assert_eq!(handed_back(&app, "brief").await, (0, 0), "what was nearly done was done");
    assert_eq!(handed_back(&app, "endless").await, (1, 1), "the rest is another's to begin");
    app.end().await;
}

#[tokio::test]
async fn told_to_stop_it_answers_lets_go_and_ends_in_time() {
    // Side by side, as most of it is waiting.
    tokio::join!(stops_in_time(Engine::Sqlite), stops_in_time(Engine::Postgres));
}

#[test]
fn a_file_that_is_none_is_called_a_file() {
    let told = super::strike::no_file(uuid::Uuid::nil(), &crate::items::WriteError::Missing);
    assert!(told.starts_with("there is no file 0000"), "{told}");
}
