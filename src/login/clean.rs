//! What is left of somebody in the files of the database when they have been erased: old pages, and the log beside
//! them. It goes as what is struck does.

use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use time::Duration;

use crate::app::App;
use crate::clock::Clock;
use crate::db;
use crate::jobs::{self, Job};

/// By then the last letter to them has gone, and its row with it.
const LATER: Duration = Duration::minutes(10);

/// It may write all of the database anew, so nobody who asks waits for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Clean {}

impl Job for Clean {
    const NAME: &'static str = "clean-after-erasure";
}

/// In the transaction that erases: an erasure that is done is followed by this, whenever the program stops.
pub async fn later(tx: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    jobs::enqueue_at(tx, clock, &Clean {}, clock.now() + LATER).await
}

pub async fn clean(app: App, _: Clean) -> Result<(), String> {
    db::clean(&app.db).await.map_err(|error| error.to_string())?.tell("an erasure");
    Ok(())
}
