//! Hands over: the parts that are not there yet, then the manifest; then what it does not name goes.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::{FOLDER, FORMAT, MANIFEST, Manifest, Named, folder};
use crate::app::App;
use crate::error::Error;
use crate::files::{digest, is_digest};
use crate::items::changes;
use crate::search::Part;

/// What another version has handed over is of no use any more when nobody has renewed it for so long.
const OTHERS: time::Duration = time::Duration::days(2);

/// Is there something newer to hand over, and is it time?
pub(super) async fn is_due(app: &App, every: Duration) -> Result<bool, Error> {
    let last = Manifest::read(&app.files, &folder(app)).await?;
    is_due_after(app, every, last.as_ref()).await
}

async fn is_due_after(app: &App, every: Duration, last: Option<&Manifest>) -> Result<bool, Error> {
    let seen = app.index.seen();
    // An index that is not whole, or of another database, is handed to nobody.
    if seen == 0 || app.index.is_building() || seen > changes::newest(&app.db).await? {
        return Ok(false);
    }
    let Some(last) = last else { return Ok(true) };
    if !last.is_of(app).await? {
        return Ok(true);
    }
    Ok(last.seen < seen && last.age(app.clock.now()) >= every)
}

/// Hands over the index of this copy, when it is time. One copy does it at a time, by the lease of the
/// job; should two ever meet, each part stands under its digest and the last manifest holds. Tells
/// whether it was done.
pub async fn publish(app: &App, every: Duration) -> Result<bool, Error> {
    let folder = folder(app);
    let last = Manifest::read(&app.files, &folder).await?;
    if !is_due_after(app, every, last.as_ref()).await? {
        return Ok(false);
    }
    let index = app.index.clone();
    let Some(snapshot) = tokio::task::spawn_blocking(move || index.snapshot()).await?? else {
        return Ok(false);
    };
    let there = app.files.shared_in(&folder).await?;
    let there: BTreeMap<String, u64> = there.into_iter().map(|s| (s.name, s.size)).collect();
    let mut parts = Vec::with_capacity(snapshot.parts.len());
    for part in snapshot.parts {
        parts.push(put(app, &folder, part, &there).await?);
    }
    let manifest = Manifest {
        format: FORMAT,
        seen: snapshot.seen,
        of: changes::mark(&app.db, snapshot.seen).await?,
        written_at: app.clock.now().unix_timestamp(),
        meta: snapshot.meta,
        parts,
    };
    app.files.share(&format!("{folder}/{MANIFEST}"), manifest.written()?).await?;
    sweep(app, &folder, &manifest, &there).await?;
    let bytes: u64 = manifest.parts.iter().map(|part| part.size).sum();
    tracing::info!(seen = manifest.seen, bytes, "the search index is handed over");
    Ok(true)
}

/// A part that is there already, from the last time, is not sent again.
async fn put(
    app: &App,
    folder: &str,
    part: Part,
    there: &BTreeMap<String, u64>,
) -> Result<Named, Error> {
    let Part { name, bytes } = part;
    let (size, all) = (bytes.len() as u64, bytes.clone());
    let sha256 = tokio::task::spawn_blocking(move || digest(&all)).await?;
    if there.get(&sha256) != Some(&size) {
        app.files.share_large(&format!("{folder}/{sha256}"), bytes).await?;
    }
    Ok(Named { name, size, sha256 })
}

/// Only the newest is kept: what it does not name goes, and what other versions have left.
async fn sweep(
    app: &App,
    folder: &str,
    manifest: &Manifest,
    there: &BTreeMap<String, u64>,
) -> Result<(), Error> {
    let named: BTreeSet<&str> = manifest.parts.iter().map(|part| part.sha256.as_str()).collect();
    for name in there.keys() {
        if is_digest(name) && !named.contains(name.as_str()) {
            app.files.drop_shared(&format!("{folder}/{name}")).await?;
        }
    }
    for other in app.files.shared_folders(FOLDER).await? {
        let other = format!("{FOLDER}/{other}");
        if other == folder {
            continue;
        }
        let newest = app.files.shared_in(&other).await?.iter().map(|one| one.written_at).max();
        if newest.is_none_or(|newest| app.clock.now() - newest > OTHERS) {
            app.files.drop_shared_folder(&other).await?;
        }
    }
    Ok(())
}
