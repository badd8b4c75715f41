//! A letter that comes to nobody is told to those who run the site, and what it said is kept nowhere.

use axum::http::StatusCode;
use time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

use crate::jobs;
use crate::mail::{Letter, Post};
use crate::rights::RoleKind;
use crate::site::Site;
use crate::testing::{Browser, Engine, TestApp};

const LIST: &str = "/nb/brev-som-ikke-kom-fram";

fn letter(to: &str, id: u128) -> Letter {
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: "Hemmelig emne".to_owned(),
        text: "Hemmelig tekst.".to_owned(),
        id: Uuid::from_u128(id),
    }
}

/// A mail server that knows nobody called «ukjent» and puts off whoever is «full».
async fn mail_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    format!("smtp://127.0.0.1:{port}")
}

async fn answer(stream: TcpStream) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 post\r\n").await.ok();
    let mut is_data = false;
    while let Ok(Some(line)) = lines.next_line().await {
        let said: &[u8] = match line.as_str() {
            "." if is_data => {
                is_data = false;
                b"250 2.0.0 taken\r\n"
            }
            _ if is_data => continue,
            "DATA" => {
                is_data = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            line if line.starts_with("RCPT") && line.contains("ukjent") => {
                b"550 5.1.1 no such mailbox\r\n"
            }
            line if line.starts_with("RCPT") && line.contains("full") => {
                b"452 4.2.2 mailbox full\r\n"
            }
            line if line.starts_with("RCPT") && line.contains("relay") => {
                b"550 5.7.1 relaying denied\r\n"
            }
            _ => b"250 ok\r\n",
        };
        if write.write_all(said).await.is_err() {
            return;
        }
    }
}

#[tokio::test]
async fn what_comes_to_nobody_is_told_to_those_who_run_the_site() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let url = mail_server().await;
        let app = TestApp::new(engine).await;
        // Logged in while letters still become files.
        let mut anne =
            Browser::with_role(&app, "anne@nettverket.example.org", RoleKind::Administrator, None)
                .await;
        let mut posted = app.app.clone();
        posted.post = Post::smtp(&url, "Pådriver <post@example.org>").unwrap();
        app.run_jobs().await;
        let worker = Site::default().worker(&posted);
        assert!(anne.get(LIST).await.has("Alle brev er kommet fram"));
        let to =
            ["kari@example.org", "ukjent@example.org", "full@example.org", "relay@example.org"];
        for (id, to) in (1..).zip(to) {
            jobs::enqueue(&app.app.db, &app.app.clock, &letter(to, id)).await.unwrap();
        }
        worker.run_dry().await.unwrap();
        let page = anne.get(LIST).await;
        let (lost, late) = page.body.split_once("Prøves igjen").expect("some wait");
        assert!(lost.contains("1 brev kom ikke fram"), "{lost}");
        assert!(lost.contains("ukjent@example.org") && lost.contains("no such mailbox"), "{lost}");
        // Our own fault may be mended: that we are not allowed to send is no fault of the address.
        for told in ["full@example.org", "relay@example.org", "prøvd 1 gang", "relaying denied"] {
            assert!(late.contains(told), "{told}: {late}");
        }
        assert!(!page.has("kari@example.org") && !page.has("Hemmelig"), "{}", page.body);
        for _ in 1..12 {
            app.app.clock.advance(Duration::hours(5));
            worker.run_dry().await.unwrap();
        }
        // Her session is over by now.
        let mut siri =
            Browser::with_role(&app, "siri@nettverket.example.org", RoleKind::Administrator, None)
                .await;
        let page = siri.get(LIST).await;
        assert!(page.has("3 brev kom ikke fram") && !page.has("Prøves igjen"), "{}", page.body);
        assert!(page.has("mailbox full"), "{}", page.body);
        assert!(siri.get("/nb/min-side").await.has(LIST));
        let id = page.field("ferdig").to_owned();
        let done = siri.post(LIST, &[("ferdig", &id)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let page = siri.get(done.header("location")).await;
        assert!(page.has("2 brev kom ikke fram") && page.has("merket som sett"), "{}", page.body);
        assert_eq!(app.get(LIST).await.status, StatusCode::FORBIDDEN);
        app.end().await;
    }
}
