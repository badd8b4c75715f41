//! One stamp lets one letter through, for all who share the database.

use time::Duration;

use super::{LONGEST, Sent, Spent, Stamp, send_once};
use crate::db::Db;
use crate::error::Error;
use crate::jobs;
use crate::mail::Letter;
use crate::testing::{TestApp, both_engines};

fn letter(app: &TestApp, text: &str) -> Letter {
    Letter {
        to: "leder@senter.example.org".to_owned(),
        reply_to: None,
        subject: "Spørsmål".to_owned(),
        text: text.to_owned(),
        id: app.app.clock.random_id(),
    }
}

fn stamp(app: &TestApp) -> Stamp {
    let stamp = app.app.seal.stamp("a", &app.app.clock);
    app.app.clock.advance(Duration::MINUTE);
    app.app.seal.check("a", &stamp, app.app.clock.now()).unwrap()
}

async fn send(app: &TestApp, db: &Db, stamp: Stamp, text: &str) -> Sent {
    let letter = letter(app, text);
    let sent = send_once::<Error, _>(db, &app.app.clock, stamp, &letter, |_| {
        Box::pin(std::future::ready(Ok(())))
    });
    sent.await.unwrap()
}

both_engines! {
    async fn many_at_once_and_in_two_programs_are_one(app: TestApp) {
        let (stamp, other) = (stamp(&app), app.beside().await);
        let (here, there) = (|| send(&app, &app.app.db, stamp, "Hei"), || send(&app, &other, stamp, "Hei"));
        let all = tokio::join!(here(), there(), here(), there(), here(), there());
        let all = [all.0, all.1, all.2, all.3, all.4, all.5];
        assert_eq!(all.iter().filter(|sent| **sent == Sent::Now).count(), 1, "{all:?}");
        assert_eq!(all.iter().filter(|sent| **sent == Sent::Before).count(), 5, "{all:?}");
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(send(&app, &other, stamp, "Hei").await, Sent::Before, "also when it has left");
        assert_eq!(send(&app, &other, stamp, "Hei igjen").await, Sent::Other);
        assert_eq!(app.run_jobs().await, 0);
        assert_eq!(app.letters().len(), 1);
        other.close().await.unwrap();
    }

    async fn what_is_kept_of_a_stamp_says_nothing_and_goes_when_it_is_too_old(app: TestApp) {
        let stamp = stamp(&app);
        send(&app, &app.app.db, stamp, "Hei").await;
        assert_eq!(app.run_jobs().await, 1);
        let key = crate::files::digest(stamp.0.as_bytes());
        let kept: Spent = jobs::waiting_under(&app.app.db, &key).await.unwrap().unwrap();
        let kept = serde_json::to_value(kept).unwrap();
        assert_eq!(kept["letter"].as_str().map(str::len), Some(64), "a digest");
        assert_eq!(kept.as_object().unwrap().len(), 1, "and no more");
        app.app.clock.advance(LONGEST + Duration::HOUR);
        assert_eq!(app.run_jobs().await, 1);
        assert!(jobs::waiting_under::<Spent>(&app.app.db, &key).await.unwrap().is_none());
        assert_eq!(app.letters().len(), 1);
    }

    async fn a_letter_that_is_one_too_many_leaves_its_stamp_good(app: TestApp) {
        let stamp = stamp(&app);
        let one = letter(&app, "Hei");
        let refused = send_once::<Error, _>(&app.app.db, &app.app.clock, stamp, &one, |_| {
            Box::pin(std::future::ready(Err(Error::TooMany { retry_after: 60 })))
        });
        assert!(matches!(refused.await, Err(Error::TooMany { retry_after: 60 })));
        assert_eq!(app.run_jobs().await, 0);
        assert_eq!(send(&app, &app.app.db, stamp, "Hei").await, Sent::Now);
    }
}
