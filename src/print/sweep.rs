//! Sweeps the papers whose day is over: first the row, so that nobody is led to a file that is gone.

use std::time::Duration;

use super::store;
use crate::app::App;
use crate::error::Error;

const EVERY: Duration = Duration::from_mins(10);

/// Works until the task is dropped. Several copies may sweep at once.
pub async fn sweep(app: App) {
    loop {
        match once(&app).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "papers swept"),
            Err(error) => tracing::warn!(%error, "papers could not be swept"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Takes away all that is out of date; tells how many there were.
pub async fn once(app: &App) -> Result<usize, Error> {
    let mut swept = 0;
    loop {
        let expired = store::expired(&app.db, app.clock.now()).await?;
        if expired.is_empty() {
            return Ok(swept);
        }
        for row in expired {
            // The row goes last: while the store is away it tells what is left to do.
            if let Some(file) = &row.file {
                app.files.drop_aside(file).await?;
            }
            store::delete(&app.db, row.id).await?;
            swept += 1;
        }
    }
}
