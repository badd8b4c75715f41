//! The index that copies hand to each other: one of them puts its own where files are kept now and
//! then, and a new one takes that over instead of building it.
//!
//! What is handed over is a manifest and parts that are named by their digests. The manifest is written
//! last and says which change of which database it has come to, so what is damaged, half there or of
//! another database is told from what can be used. There is one for each version of the index.

mod fetch;
mod publish;
#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::app::App;
use crate::error::Error;
use crate::files::{Files, digest};
use crate::items::changes;
use crate::jobs::{self, Job};

pub use fetch::{BEHIND, take_over};
use publish::{is_due, publish};

/// Where the snapshots are, each version in a folder of its own.
const FOLDER: &str = "index";
const MANIFEST: &str = "manifest";
/// Raised when the manifest changes.
const FORMAT: u32 = 1;
/// How often it is looked whether it is time for the next.
const LOOK: Duration = Duration::from_mins(1);

/// One of the copies is to hand over its index.
#[derive(Debug, Serialize, Deserialize)]
pub struct Publish {}

impl Job for Publish {
    const NAME: &'static str = "index_snapshot";
}

/// What is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    format: u32,
    /// How far the change feed had been read.
    seen: u64,
    /// The feed of which database; see [`changes::mark`].
    of: Option<String>,
    /// In seconds since 1970.
    written_at: i64,
    meta: String,
    parts: Vec<Named>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    name: String,
    size: u64,
    sha256: String,
}

impl Manifest {
    /// With a digest before it, for it is read before anything it names is.
    fn written(&self) -> Result<Vec<u8>, Error> {
        let text = serde_json::to_string(self).map_err(|e| Error::Internal(e.to_string()))?;
        Ok(format!("{}\n{text}", digest(text.as_bytes())).into_bytes())
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (sum, text) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        let is_whole = digest(text.as_bytes()) == sum;
        let manifest: Self = serde_json::from_str(text).ok().filter(|_| is_whole)?;
        (manifest.format == FORMAT).then_some(manifest)
    }

    /// What is handed over in a folder, if it can be read.
    async fn read(files: &Files, folder: &str) -> Result<Option<Self>, Error> {
        let found = files.shared(&format!("{folder}/{MANIFEST}")).await?;
        Ok(found.and_then(|bytes| Self::parse(&bytes)))
    }

    /// Does it come from the database that is ours, at a point that ours has been at?
    async fn is_of(&self, app: &App) -> Result<bool, Error> {
        let newest = changes::newest(&app.db).await?;
        Ok(self.seen <= newest && changes::mark(&app.db, self.seen).await? == self.of)
    }

    fn age(&self, now: OffsetDateTime) -> time::Duration {
        time::Duration::seconds(now.unix_timestamp().saturating_sub(self.written_at))
    }
}

fn folder(app: &App) -> String {
    format!("{FOLDER}/{}", app.index.layout())
}

/// Drops all that is handed over: it holds what is to be gone.
pub async fn forget(files: &Files) -> Result<(), Error> {
    Ok(files.drop_shared_folder(FOLDER).await?)
}

/// Sees to it, for as long as the task runs, that some copy hands over its index when it is time.
pub async fn keep_up(app: App) {
    let Some(every) = app.settings.index_snapshot else { return };
    loop {
        tokio::time::sleep(LOOK).await;
        if let Err(error) = ask_for_one(&app, every).await {
            tracing::warn!(%error, "whether the search index is to be handed over can't be told");
        }
    }
}

/// Puts the job in the queue when it is due, unless another copy has.
async fn ask_for_one(app: &App, every: Duration) -> Result<(), Error> {
    if is_due(app, every).await? {
        let (job, now) = (Publish {}, app.clock.now());
        jobs::enqueue_once(&app.db, &app.clock, &job, "index", now).await?;
    }
    Ok(())
}

/// Runs the job.
pub async fn run(app: App) -> Result<(), String> {
    let Some(every) = app.settings.index_snapshot else { return Ok(()) };
    publish(&app, every).await.map(|_| ()).map_err(|error| error.to_string())
}
