//! Takes away what is over: attempts, sessions, invitations, and the oldest of the log.

use std::time::Duration;

use crate::app::App;
use crate::error::Error;
use crate::people::{attempts, audit, factors, invitations, sessions, vouching};

const EVERY: Duration = Duration::from_mins(10);

/// Works until the task is dropped. Several copies may sweep at once.
pub async fn sweep(app: App) {
    loop {
        match once(&app).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "sessions, attempts, invitations and log swept"),
            Err(error) => tracing::warn!(%error, "sessions and attempts could not be swept"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Tells how many rows are gone.
pub async fn once(app: &App) -> Result<u64, Error> {
    let App { db, settings, clock, .. } = app;
    let (people, now) = (&settings.people, clock.now());
    let mut gone = attempts::sweep(db, now).await?;
    gone += sessions::sweep(db, people, now).await?;
    gone += invitations::sweep(db, now).await?;
    gone += factors::sweep(db, now).await?;
    gone += vouching::sweep(db, now).await?;
    gone += audit::sweep(db, now - people.log()).await?;
    Ok(gone)
}
