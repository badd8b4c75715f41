//! Killed again and again while somebody writes: what it has said is saved, is.

use std::collections::BTreeMap;
use std::process::Child;
use std::time::Duration;

use axum::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;
use uuid::Uuid;

use super::{Process, process};
use crate::clock::Clock;
use crate::items::revision;
use crate::testing::{Browser, Engine, TestApp};

const SAVES: u32 = 200;
/// In the middle of one of so many it is killed.
const KILLED_EVERY: u32 = 50;
const TITLE: &str = "Midt i en lagring";

/// Somebody who is logged in and writes, with what their browser sends along.
struct Writer {
    cookies: String,
    person: String,
    /// Where the text is written.
    page: String,
}

impl Writer {
    /// Logs in and begins a text.
    async fn at(app: &TestApp) -> Self {
        let mut browser = Browser::new(app);
        browser.log_in("rita@kommune.example.org").await;
        let fields = [("kind", "news"), ("title", TITLE), ("lang", "nb"), ("centre", "")];
        let begun = browser.post("/nb/skriv/ny", &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let page = begun.header("location").to_owned();
        let person = browser.get(&page).await.field("hvem").to_owned();
        let cookies = browser.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        Self { cookies: cookies.collect::<Vec<_>>().join("; "), person, page }
    }

    fn item(&self) -> Uuid {
        self.page.rsplit('/').next().unwrap().parse().unwrap()
    }

    /// Over the wire; none when the server dies of it.
    async fn ask(&self, server: &str, what: &str, body: &str) -> Option<String> {
        let mut stream = TcpStream::connect(server).await.ok()?;
        let (cookies, length) = (&self.cookies, body.len());
        let asked = format!(
            "{what} HTTP/1.1\r\nhost: {server}\r\ncookie: {cookies}\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n{body}"
        );
        stream.write_all(asked.as_bytes()).await.ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.ok()?;
        Some(answer)
    }

    /// Sends what the script sends; tells the number of the revision once the server has said that it is saved.
    async fn save(&self, server: &str, seen: i32, lead: &str) -> Option<i32> {
        let number = seen.to_string();
        let fields = [
            ("versjon", number.as_str()),
            ("hvem", self.person.as_str()),
            ("title", TITLE),
            ("lang", "nb"),
            ("lead", lead),
        ];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.ask(server, &format!("POST {}/lagre.json", self.page), &body).await?;
        // One that breaks off is none.
        let (_, told) = answer.split_once("\r\n\r\n")?;
        let told: Value = serde_json::from_str(told).ok()?;
        assert_eq!(told["saved"], true, "{answer}");
        told["number"].as_i64().and_then(|number| i32::try_from(number).ok())
    }

    /// The page of the editor.
    async fn shown(&self, server: &str) -> String {
        self.ask(server, &format!("GET {}", self.page), "").await.expect("it serves again")
    }
}

fn words(nth: u32) -> String {
    format!("Lagring nummer {nth}.")
}

/// SIGKILL: nothing is flushed, nothing is closed.
async fn kill(child: &mut Child, after: Duration) {
    sleep(after).await;
    child.kill().unwrap();
    child.wait().unwrap();
}

async fn none_is_lost(engine: Engine) {
    // The server goes by the clock of the machine, and so must whoever is logged in to it.
    let app = TestApp::new(engine).await.changed(|app| app.clock = Clock::default());
    let writer = Writer::at(&app).await;
    let mut server = process(&app);
    let (mut seen, mut told) = (1, BTreeMap::new());
    for nth in 1..=SAVES {
        let lead = words(nth);
        let mut number = None;
        if nth % KILLED_EVERY == 0 {
            // Each time at another point of the save.
            let after = Duration::from_millis(u64::from(nth / 5));
            let Process { child, site, .. } = &mut server;
            let (answer, ()) = tokio::join!(writer.save(site, seen, &lead), kill(child, after));
            server = process(&app);
            let shown = writer.shown(&server.site).await;
            let is_there = |words: &str| shown.contains(words);
            // What was on its way is there or not; if it was acknowledged it is.
            let is_whole = is_there(&lead) || answer.is_none() && is_there(&words(nth - 1));
            assert!(is_whole, "{engine:?}, {nth}, {answer:?}: {shown}");
            number = answer;
        }
        // What was not acknowledged is sent once more, and is one save.
        let number = match number {
            Some(number) => number,
            None => writer.save(&server.site, seen, &lead).await.expect("it says that it is saved"),
        };
        assert_eq!(told.insert(number, lead), None, "each save is a revision of its own");
        seen = number;
    }
    kill(&mut server.child, Duration::ZERO).await;
    let of_text = revision::Entity::find().filter(revision::Column::ItemId.eq(writer.item()));
    let rows = of_text.all(&app.app.db).await.unwrap();
    let mut kept: BTreeMap<i32, String> =
        rows.iter().map(|row| (row.number, row.content().unwrap().lead)).collect();
    // It began empty.
    assert_eq!(kept.remove(&1).as_deref(), Some(""));
    assert_eq!(kept, told, "{engine:?}: what was acknowledged, and nothing else");
    app.end().await;
}

#[tokio::test]
async fn none_of_two_hundred_saves_that_were_acknowledged_is_lost_on_sqlite() {
    none_is_lost(Engine::Sqlite).await;
}

#[tokio::test]
async fn none_of_two_hundred_saves_that_were_acknowledged_is_lost_on_postgres() {
    none_is_lost(Engine::Postgres).await;
}
