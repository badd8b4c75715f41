//! What the program can do now: write, answer readers, or neither.

use std::time::Duration;

use metrics::gauge;
use tokio::time::timeout;

use crate::app::App;
use crate::db::{self, Unable};

/// A database that takes longer does not answer.
const PATIENCE: Duration = Duration::from_secs(2);

const AWAY: &str = "the database does not answer";

/// With why it is no more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Able {
    Write,
    Read(&'static str),
    Nothing(&'static str),
}

impl Able {
    /// Tries it, and measures what it finds.
    pub async fn now(app: &App) -> Self {
        let able = find(app).await;
        let reads = !matches!(able, Self::Nothing(_));
        gauge!("padriver_able", "to" => "read").set(f64::from(reads));
        gauge!("padriver_able", "to" => "write").set(f64::from(able == Self::Write));
        able
    }
}

/// Does the database itself answer?
pub async fn answers(app: &App) -> bool {
    matches!(timeout(PATIENCE, db::ping(&app.db)).await, Ok(Ok(())))
}

async fn find(app: &App) -> Able {
    let write = timeout(PATIENCE, db::can_write(&app.db));
    let (written, answers) = tokio::join!(write, answers(app));
    let why = match written {
        Ok(Ok(())) => return Able::Write,
        _ if !answers => AWAY,
        Ok(Err(error)) if db::unable(&error) == Some(Unable::ReadOnly) => {
            "the database takes no writes"
        }
        Ok(Err(error)) if db::clash(&error).is_none() => {
            tracing::warn!(%error, "nothing can be written");
            "the database does not do what it is told"
        }
        Ok(Err(_)) | Err(_) => "somebody else is writing for long",
    };
    // What is kept goes out, whether anything else can be asked or not.
    let has_kept = app.edition.is_known() && app.pages.size().1 > 0;
    let can_read =
        answers || has_kept || timeout(PATIENCE / 2, db::has_replica(&app.db)).await == Ok(true);
    if can_read { Able::Read(why) } else { Able::Nothing(why) }
}
