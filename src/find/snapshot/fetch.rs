//! Takes over: every part comes to this disk and is held against its digest before anything is changed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Manifest, folder};
use crate::app::App;
use crate::error::Error;
use crate::search;

/// Changes that an index may lack before it is worth more to take over another than to follow.
pub const BEHIND: u64 = if cfg!(test) { 10 } else { 50_000 };

/// Somebody may hand over a newer one while we read, and take parts of this one away.
const TRIES: u32 = 3;

/// Where each part lies on this disk, by its name.
type Parts = Vec<(String, PathBuf)>;

/// Takes over what another copy has handed over, if that has come further than `beyond`. Tells whether
/// it did; if not, for whatever reason, nothing is changed. After an error the index has to be built.
pub async fn take_over(app: &App, beyond: u64) -> Result<bool, Error> {
    let index = &app.index;
    let (Some(incoming), Some(lock)) = (index.beside("incoming"), index.beside("incoming.lock"))
    else {
        return Ok(false);
    };
    // Two programs on one folder do it one after the other, and the second has no need to.
    let Some(_lock) = File::create(lock).ok().filter(|lock| lock.try_lock().is_ok()) else {
        return Ok(false);
    };
    let taken = match fetch(app, beyond, &incoming).await {
        Ok(Some((manifest, parts))) => adopt(app, manifest, parts).await,
        Ok(None) => Ok(false),
        Err(error) => {
            tracing::warn!(%error, "what is handed over can't be read");
            Ok(false)
        }
    };
    fs::remove_dir_all(incoming).ok();
    taken
}

/// Brings here what is handed over, if it is whole, of our database, and further than `beyond`.
async fn fetch(
    app: &App,
    beyond: u64,
    incoming: &Path,
) -> Result<Option<(Manifest, Parts)>, Error> {
    for _ in 0..TRIES {
        let Some(manifest) = Manifest::read(&app.files, &folder(app)).await? else {
            return Ok(None);
        };
        if manifest.seen <= beyond || !manifest.is_of(app).await? {
            return Ok(None);
        }
        clear(incoming).map_err(|error| Error::Internal(error.to_string()))?;
        if let Some(parts) = bring(app, &manifest, incoming).await? {
            return Ok(Some((manifest, parts)));
        }
    }
    tracing::warn!("the search index that is handed over is damaged");
    Ok(None)
}

/// Nothing when a part is missing, or is not what it was.
async fn bring(app: &App, manifest: &Manifest, to: &Path) -> Result<Option<Parts>, Error> {
    let folder = folder(app);
    let mut parts = Parts::with_capacity(manifest.parts.len());
    for part in &manifest.parts {
        // By its number: a name is looked at before it is used.
        let file = to.join(parts.len().to_string());
        let came = app.files.shared_to(&format!("{folder}/{}", part.sha256), &file).await?;
        if came != Some((part.size, part.sha256.clone())) {
            return Ok(None);
        }
        parts.push((part.name.clone(), file));
    }
    Ok(Some(parts))
}

async fn adopt(app: &App, manifest: Manifest, parts: Parts) -> Result<bool, Error> {
    let (index, seen) = (app.index.clone(), manifest.seen);
    let adopted = tokio::task::spawn_blocking(move || index.adopt(&manifest.meta, &parts)).await?;
    match adopted {
        Ok(()) => {
            tracing::info!(seen, "the search index of another copy is taken over");
            Ok(true)
        }
        Err(error @ (search::Error::Busy | search::Error::Foreign)) => {
            tracing::warn!(%error, "the search index of another copy can't be taken over");
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// What one that was cut off has left is thrown away.
fn clear(folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}
