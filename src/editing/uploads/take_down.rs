//! Takes pictures down when somebody who is seen in them consents no more: out of every version of every
//! text, out of the search, out of papers, and their bytes out of the store.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::consent_letter::{self, Says};
use super::why::Why;
use super::{consents, store};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::editing::save::Halt;
use crate::error::Error;
use crate::i18n::{Lang, Text};
use crate::items::Writer;
use crate::jobs::{self, Job};
use crate::people::{Entry, What};
use crate::print;

/// The picture that is kept whole under this id is to go, should a consent to it be over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeDown {
    pub file: Uuid,
}

impl Job for TakeDown {
    const NAME: &'static str = "take_down_picture";
}

/// A round: consents that are over, and what is left in quarantine.
#[derive(Debug, Serialize, Deserialize)]
pub struct Round {}

impl Job for Round {
    const NAME: &'static str = "consents_round";
}

/// A round comes soon after midnight in Oslo, whichever hour the program was started at.
const EVERY: Duration = Duration::from_hours(1);
/// What came in is written to the database a moment later, or never.
const LEFT_BEHIND: time::Duration = time::Duration::days(1);

/// Works until the task is dropped.
pub async fn each_hour(app: App) {
    loop {
        let now = app.clock.now();
        if let Err(error) = jobs::enqueue_once(&app.db, &app.clock, &Round {}, "round", now).await {
            tracing::warn!(%error, "the round of the consents could not be asked for");
        }
        tokio::time::sleep(EVERY).await;
    }
}

pub async fn round(app: App, _: Round) -> Result<(), String> {
    let over = consents::over(&app.db, oslo_day(app.clock.now())).await;
    for file in over.map_err(|error| error.to_string())? {
        run(app.clone(), TakeDown { file }).await?;
    }
    consent_letter::warn(&app).await.map_err(|error| error.to_string())?;
    sweep(&app).await.map_err(|error| error.to_string())
}

/// Bytes in quarantine that wait for nothing: a program died between them and their row.
async fn sweep(app: &App) -> Result<(), Error> {
    let before = app.clock.now() - LEFT_BEHIND;
    let lying = app.files.in_quarantine().await?;
    let old: Vec<Uuid> =
        lying.into_iter().filter(|(_, since)| *since < before).map(|(id, _)| id).collect();
    for some in old.chunks(500) {
        let waiting = store::waiting(&app.db, some).await?;
        for id in some.iter().filter(|id| !waiting.contains(id)) {
            app.files.drop_quarantined(*id).await?;
        }
    }
    Ok(())
}

pub async fn run(app: App, TakeDown { file }: TakeDown) -> Result<(), String> {
    let gone = take_down(&app, file).await.map_err(|error| Error::from(error).to_string())?;
    if gone {
        tracing::info!(%file, "a picture is taken down: a consent to it is over");
        // Papers that were made with it go with it.
        print::sweep_once(&app).await.map_err(|error| error.to_string())?;
    }
    Ok(())
}

async fn take_down(app: &App, file: Uuid) -> Result<bool, Halt> {
    db::transaction::<bool, Halt, _>(&app.db, |tx| {
        let app = app.clone();
        Box::pin(async move {
            let now = app.clock.now();
            let given = consents::of(tx, file).await?;
            if !given.iter().any(|one| one.is_over(oslo_day(now))) {
                return Ok(false);
            }
            consent_letter::write(tx, &app, file, (given.as_slice(), now), Says::Over).await?;
            // While it still says which file it became.
            store::take_down(tx, file, Why::NoConsent.name()).await?;
            // Everybody reads the reason; it names nobody.
            let reason = Text::new(Lang::Nb).plain("editing-consent-reason");
            let writer = Writer::new(tx, &app.clock, app.kinds.stored());
            writer.strike_file(file, &reason).await?;
            print::recall(tx, now).await?;
            let entry = Entry::of(What::PictureTakenDown).on("file", file);
            entry.write(tx, &app.clock).await?;
            Ok(true)
        })
    })
    .await
}
