//! Makes the sizes of pictures that came by an import, or before this program made as many: beside all else, and
//! only when there may be any.

use std::time::Duration;

use uuid::Uuid;

use super::placing;
use crate::app::App;
use crate::db::{self, DbErr};
use crate::error::Error;
use crate::items::files::File;
use crate::items::sizes::{self, REGISTER};
use crate::items::struck_file;
use crate::pictures::{self, Crop};

/// Raised by one when pictures are made in more sizes or formats than before.
const EDITION: &str = "2";
/// No page shows a smaller one in more than one size.
const SMALL: i32 = 480;
const AT_ONCE: u64 = 50;
const EVERY: Duration = Duration::from_hours(1);

/// Works until the task is dropped.
pub async fn catch_up(app: App) {
    loop {
        if let Err(error) = all(&app).await {
            tracing::warn!(%error, "pictures could not be made in their sizes; it is tried again");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Tells how many pictures got more sizes.
pub async fn all(app: &App) -> Result<usize, Error> {
    let before = db::edition(&app.db, REGISTER).await?;
    if before.as_deref() == Some(EDITION) {
        return Ok(0);
    }
    let (mut after, mut count) = (Uuid::nil(), 0);
    loop {
        let some = sizes::originals(&app.db, after, AT_ONCE).await?;
        let Some(last) = some.last() else { break };
        after = last.id;
        for file in some {
            count += usize::from(one(app, &file).await?);
        }
    }
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let before = before.clone();
        Box::pin(async move {
            // What an import has brought meanwhile is for the next time.
            if db::edition(tx, REGISTER).await? == before {
                db::set_edition(tx, REGISTER, EDITION.to_owned()).await?;
            }
            Ok(())
        })
    })
    .await?;
    if count > 0 {
        tracing::info!(count, "pictures are made in more sizes");
    }
    Ok(count)
}

/// A picture that can't be read is left as it is.
async fn one(app: &App, file: &File) -> Result<bool, Error> {
    if file.width.is_none_or(|width| width <= SMALL) {
        return Ok(false);
    }
    let shapes = sizes::lacking(&app.db, file).await?;
    if shapes.is_empty() {
        return Ok(false);
    }
    let Some(bytes) = app.files.read(&file.digest).await? else { return Ok(false) };
    let mut made = Vec::new();
    for (crop, focus) in shapes {
        let bytes = bytes.clone();
        let sizes = tokio::task::spawn_blocking(move || pictures::sizes(&bytes, crop, focus));
        let Ok(sizes) = sizes.await? else {
            tracing::warn!(file = %file.id, "a picture can't be read, and gets no sizes");
            return Ok(false);
        };
        // What an editor cut has the others already, letter for letter or nearly.
        let is_cut = crop != Crop::Whole;
        let new = sizes.into_iter().filter(|size| !is_cut || size.media_type == "image/webp");
        let kept = placing::kept(app, file.item_id, new.collect()).await?;
        for (size, _) in &kept {
            if struck_file(&app.db, size.id).await?.is_some() {
                return Ok(false);
            }
        }
        made.push(((crop, focus), kept));
    }
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, file, made) = (app.clock.clone(), file.clone(), made.clone());
        Box::pin(async move { sizes::add(tx, &clock, &file, &made).await })
    })
    .await?;
    Ok(true)
}
