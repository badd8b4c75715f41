//! What is left of the words after a strike: papers, the index that is handed on, what the catalogue keeps,
//! and the dead rows of the database.

use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db;
use crate::find::snapshot;
use crate::items::catalogue;
use crate::jobs::{self, Job};
use crate::print;

/// It may write all of the database anew, so nobody who asks waits for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Clean {}

impl Job for Clean {
    const NAME: &'static str = "clean-after-strike";
}

/// In the transaction that strikes: no paper of before is handed out, and the rest goes when it is over.
pub async fn later(tx: &impl ConnectionTrait, app: &App) -> Result<(), DbErr> {
    print::recall(tx, app.clock.now()).await?;
    jobs::enqueue(tx, &app.clock, &Clean {}).await
}

pub async fn clean(app: App, _: Clean) -> Result<(), String> {
    print::sweep_once(&app).await.map_err(|error| error.to_string())?;
    snapshot::forget(&app.files).await.map_err(|error| error.to_string())?;
    catalogue::forget(&app.settings.catalogue_file()).map_err(|error| error.to_string())?;
    db::clean(&app.db).await.map_err(|error| error.to_string())?.tell("a strike");
    Ok(())
}
