//! Runs the job that files items anew, and files what the program before this one still wrote.

use std::time::Duration;

use crate::app::App;
use crate::items::refile::{self, Refile};
use crate::jobs::Worker;
use crate::tasks::{Course, Running, Task};

pub fn jobs(worker: Worker, app: &App) -> Worker {
    let app = app.clone();
    worker.on(move |_: Refile| {
        let app = app.clone();
        async move {
            let step = refile::step(&app.db, &app.clock, app.kinds.stored()).await;
            step.map(|_| ()).map_err(|e| e.to_string())
        }
    })
}

/// What there is at the start is filed before the first page is shown; see `start`.
pub const CATCH_UP: Task<fn(App) -> Running> = Task {
    name: "filing-catch-up",
    course: Course::Once,
    needed: false,
    run: |app| Box::pin(catch_up(app)),
};

/// So long the program before this one may be running beside it, and writing.
const OVERLAP: Duration = Duration::from_hours(1);

async fn catch_up(app: App) {
    tokio::time::sleep(OVERLAP).await;
    match refile::file_unfiled(&app.db, &app.clock, app.kinds.stored()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "items that another program has written are filed"),
        Err(error) => tracing::error!(%error, "texts that are not filed can't be filed"),
    }
}
