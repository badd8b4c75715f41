//! Saves through the store, so many times a second, and tells of each save that was acknowledged:
//! `ITEM NUMBER DIGEST`, a line each, where the digest is that of the body. `deploy/cluster/failover`
//! starts it, kills the database under it, and looks up afterwards what it was told.
//!
//! `PADRIVER_DATABASE` names the database, `WRITES` how many saves a second (20 when not said). It ends
//! when its standard input does.

use std::io::Write;
use std::time::Duration;

use padriver::clock::Clock;
use padriver::db::{self, Db};
use padriver::files;
use padriver::items::{self, Content, Draft, Head, WriteError, Writer};
use padriver::pages;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

/// Each has an item of its own, and waits for its own saves only.
const WRITERS: u32 = 10;
/// Before what failed is tried again.
const PAUSE: Duration = Duration::from_millis(50);

static KINDS: [&items::Kind; 1] = [&pages::KIND.store];

/// The text that a writer saves the `n`th time: as long as a short page, and like no other.
fn draft(writer: u32, n: u32) -> Draft {
    let content = Content {
        title: format!("Failover {writer}"),
        body: format!(
            "Lagret {n} av {writer}.\n\n{}",
            "Teamet prøvde dette i fire uker. ".repeat(60)
        ),
        ..Content::default()
    };
    let head = Head { lang: "nb".to_owned(), ..Head::default() };
    Draft { content, head, note: None }
}

async fn create(db: &Db, clock: &Clock, draft: &Draft) -> Result<Uuid, WriteError> {
    db::transaction::<Uuid, WriteError, _>(db, |tx| {
        let (clock, draft) = (clock.clone(), draft.clone());
        Box::pin(async move { Writer::new(tx, &clock, &KINDS).create(KINDS[0], &draft).await })
    })
    .await
}

async fn save(
    db: &Db,
    clock: &Clock,
    item: Uuid,
    seen: i32,
    draft: &Draft,
) -> Result<i32, WriteError> {
    db::transaction::<i32, WriteError, _>(db, |tx| {
        let (clock, draft) = (clock.clone(), draft.clone());
        Box::pin(async move { Writer::new(tx, &clock, &KINDS).save(item, seen, &draft).await })
    })
    .await
}

/// Saves until it succeeds, and hands back the number of the revision. Of a save whose answer was
/// lost nobody knows whether it is stored. If it is, the next try is refused as stale, and the one
/// after finds the very same text and tells its number.
async fn save_at_last(db: &Db, clock: &Clock, item: Uuid, seen: i32, draft: &Draft) -> i32 {
    let mut seen = seen;
    loop {
        match save(db, clock, item, seen, draft).await {
            Ok(number) => return number,
            Err(WriteError::Stale { newest }) => seen = newest,
            Err(why) => failed(&why).await,
        }
    }
}

async fn failed(why: &WriteError) {
    eprintln!("a save failed: {why}");
    tokio::time::sleep(PAUSE).await;
}

/// One line, all at once: whoever reads it takes it for a promise.
fn acknowledge(item: Uuid, number: i32, draft: &Draft) {
    let line = format!("{item} {number} {}\n", files::digest(draft.content.body.as_bytes()));
    let mut out = std::io::stdout().lock();
    // Nobody listens any more: then it is about to end.
    let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
}

async fn write(db: Db, clock: Clock, writer: u32, each: Duration) {
    // The writers come one after the other, so that saves are spread over the second.
    tokio::time::sleep(each * writer / WRITERS).await;
    let item = loop {
        match create(&db, &clock, &draft(writer, 1)).await {
            Ok(item) => break item,
            Err(why) => failed(&why).await,
        }
    };
    let mut pace = tokio::time::interval(each);
    // What could not be saved in time is not made up for: that would be a load of another kind.
    pace.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let (mut seen, mut n) = (1, 1);
    loop {
        pace.tick().await;
        n += 1;
        let draft = draft(writer, n);
        seen = save_at_last(&db, &clock, item, seen, &draft).await;
        acknowledge(item, seen, &draft);
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::var("PADRIVER_DATABASE")
        .map_err(|_| "PADRIVER_DATABASE is missing: deploy/cluster/failover starts this")?;
    let rate: u32 = std::env::var("WRITES").map_or(Ok(20), |told| told.parse())?;
    let db = db::connect(&url).await?;
    db::migrate(&db).await?;
    let clock = Clock::default();
    let each = Duration::from_secs(1) * WRITERS / rate.max(1);
    for writer in 0..WRITERS {
        tokio::spawn(write(db.clone(), clock.clone(), writer, each));
    }
    tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin(), &mut std::io::sink()))
        .await??;
    Ok(())
}
