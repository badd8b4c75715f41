//! The text of files that hang by items: read once for each file, kept, and given to the search.
//!
//! A file that comes in gets a row and a job in the same transaction ([`expect`]). The job has the
//! file read by a process of its own ([`crate::extract`]), keeps what came of it whatever that was,
//! and tells the change feed that the items with the file are to be indexed anew. A file that can't
//! be read is not tried again, until somebody asks for it.

mod job;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::app::App;
use crate::clock::Clock;
use crate::db::{self, Db, DbErr};
use crate::extract::{self, Page};
use crate::files::id_of;
use crate::items::SweepFile;
use crate::items::files::{self, File};
use crate::jobs;
use crate::room::Room;
use crate::tasks::{Course, Task};

pub use job::{ReadFile, read, sweep};
pub use store::{Again, Count, Trouble, counts, troubles};

pub const ROOM: Room = Room {
    name: "attachments",
    jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |file: SweepFile| sweep(app.clone(), file))
    },
    long_jobs: |worker, app| {
        let app = app.clone();
        let clock = app.clock.clone();
        let worker = worker.on(move |file: ReadFile| read(app.clone(), file));
        worker.given_up(move |tx, file: ReadFile| {
            let now = clock.now();
            Box::pin(async move { store::give_up(tx, now, &file.digest).await })
        })
    },
    tasks: &[Task {
        name: "attachments-catch-up",
        course: Course::Once,
        needed: false,
        run: |app| Box::pin(catch_up(app)),
    }],
    ..Room::EMPTY
};

/// How many files are put in the queue in one transaction.
const BATCH: u64 = 100;

/// A file has come in: its text is to be read, unless it is known or there is none to get at.
pub async fn expect(db: &impl ConnectionTrait, clock: &Clock, file: &File) -> Result<(), DbErr> {
    if !extract::can_read(&file.media_type) {
        return Ok(());
    }
    if store::add(db, clock.now(), &file.digest).await? {
        jobs::enqueue(db, clock, &ReadFile { digest: file.digest.clone() }).await?;
    }
    Ok(())
}

/// Puts in the queue what has never been read, or by an older version: files that came in before
/// there was anybody to read them. In small steps, beside all else.
pub async fn catch_up(app: App) {
    loop {
        match missing(&app.db, &app.clock).await {
            Ok(0) => return,
            Ok(count) => tracing::info!(count, "attachments are to be read"),
            Err(error) => {
                tracing::error!(%error, "attachments can't be put in the queue");
                tokio::time::sleep(std::time::Duration::from_mins(1)).await;
            }
        }
    }
}

/// One step of [`catch_up`]: tells how many files it found.
pub async fn missing(db: &Db, clock: &Clock) -> Result<usize, DbErr> {
    db::bulk_transaction::<usize, DbErr, _>(db, |tx| {
        let clock = clock.clone();
        Box::pin(async move {
            let media_types: Vec<&str> = extract::media_types().collect();
            let unread = files::without(tx, &media_types, store::known(), BATCH).await?;
            for digest in &unread {
                if store::wait(tx, clock.now(), digest).await? {
                    jobs::enqueue(tx, &clock, &ReadFile { digest: digest.clone() }).await?;
                }
            }
            Ok(unread.len())
        })
    })
    .await
}

/// Puts files in the queue again; tells how many.
pub async fn again(db: &Db, clock: &Clock, which: Again) -> Result<usize, DbErr> {
    db::bulk_transaction::<usize, DbErr, _>(db, |tx| {
        let clock = clock.clone();
        Box::pin(async move {
            let digests = store::chosen(tx, which).await?;
            for digest in &digests {
                store::wait(tx, clock.now(), digest).await?;
                jobs::enqueue(tx, &clock, &ReadFile { digest: digest.clone() }).await?;
            }
            Ok(digests.len())
        })
    })
    .await
}

/// What is known of the text of these files, by their ids, in one query.
pub async fn texts(
    db: &impl ConnectionTrait,
    files: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Page>>, DbErr> {
    if files.is_empty() {
        return Ok(HashMap::new());
    }
    let found = store::texts(db, files::digests(files)).await?;
    Ok(found.into_iter().map(|(digest, pages)| (id_of(&digest), pages)).collect())
}
