//! The job: reads one file and keeps what came of it.

use serde::{Deserialize, Serialize};

use super::store;
use crate::app::App;
use crate::db::{self, DbErr};
use crate::extract::Text;
use crate::files::id_of;
use crate::items::{self, SweepFile, changes, files};
use crate::jobs::Job;

/// The file with this digest is to be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadFile {
    pub digest: String,
}

impl Job for ReadFile {
    const NAME: &'static str = "read_file";
}

/// Reads the file. Only what has nothing to do with the file is an error, and tried again: a
/// database or a store that does not answer, a process that can't be started.
pub async fn read(app: App, job: ReadFile) -> Result<(), String> {
    let digest = job.digest;
    if !store::is_waiting(&app.db, &digest).await.map_err(|e| e.to_string())? {
        return Ok(());
    }
    let file = files::by_id(&app.db, id_of(&digest)).await.map_err(|e| e.to_string())?;
    let bytes = app.files.read(&digest).await.map_err(|e| e.to_string())?;
    let began = tokio::time::Instant::now();
    let text = match (file, bytes) {
        (Some(file), Some(bytes)) => {
            let read = app.reader.read(&file.media_type, bytes).await;
            Some(read.map_err(|e| format!("no process can be started to read a file: {e}"))?)
        }
        _ => None,
    };
    let took = i32::try_from(began.elapsed().as_millis()).unwrap_or(i32::MAX);
    told(&digest, text.as_ref(), took);
    keep(&app, &digest, text, took).await.map_err(|e| e.to_string())
}

/// No item has the file any more: its bytes go, and what was read of them.
pub async fn sweep(app: App, file: SweepFile) -> Result<(), String> {
    let swept = items::sweep_file(&app.db, &app.clock, &app.files, &file).await;
    if swept.map_err(|e| e.to_string())? {
        store::forget(&app.db, &file.digest).await.map_err(|e| e.to_string())?;
        tracing::info!(file = %id_of(&file.digest), "a file that nothing has any more is removed");
    }
    Ok(())
}

/// In the log stands which file it was and how it went; never what is in it.
fn told(digest: &str, text: Option<&Text>, milliseconds: i32) {
    match text {
        None => tracing::warn!(file = %id_of(digest), "an attachment is not in the file store"),
        Some(Text { reason: Some(reason), status, .. }) => tracing::warn!(
            file = %id_of(digest), status = status.name(), reason, milliseconds,
            "an attachment could not be read, or not all of it"
        ),
        Some(text) => tracing::info!(
            file = %id_of(digest), pages = text.pages.len(), milliseconds, "an attachment is read"
        ),
    }
}

async fn keep(app: &App, digest: &str, text: Option<Text>, took: i32) -> Result<(), DbErr> {
    db::bulk_transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, digest, text) = (app.clock.clone(), digest.to_owned(), text.clone());
        Box::pin(async move {
            store::keep(tx, clock.now(), &digest, text, took).await?;
            let items = files::items_with(tx, id_of(&digest)).await?;
            changes::again(tx, &clock, &items).await
        })
    })
    .await
}
