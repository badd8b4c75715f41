//! The job that looks at a file in quarantine: for viruses, for what it is, for what it says. Only what is as
//! it should be is kept, and pictures are written anew.

use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Found};
use super::why::Why;
use crate::app::App;
use crate::attachments;
use crate::clock::Clock;
use crate::db::{self, DbErr, Tx};
use crate::extract::{self, Status};
use crate::files::{self, Suspect, id_of};
use crate::items::files::{File, add};
use crate::items::struck_file;
use crate::jobs::Job;
use crate::people::{Entry, What};
use crate::pictures::{self, Made};
use crate::scan::Verdict;

/// The upload with this id is to be looked at.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LookAt {
    pub upload: Uuid,
}

impl Job for LookAt {
    const NAME: &'static str = "look_at_upload";
}

/// A file that may be kept, and what was found in it.
struct Seen {
    bytes: Vec<u8>,
    media_type: &'static str,
    ending: &'static str,
    found: Found,
}

/// What fails here is tried again, and the file waits meanwhile.
pub async fn run(app: App, job: LookAt) -> Result<(), String> {
    let row = store::by_id(&app.db, job.upload).await.map_err(told)?;
    let Some(row) = row.filter(|row| row.state == store::WAITING) else { return Ok(()) };
    let bytes = app.files.quarantined(row.id).await.map_err(told)?;
    let seen = match bytes {
        Some(bytes) => look(&app, &row, bytes).await?,
        None => Err(Why::Gone),
    };
    match seen {
        Ok(seen) => keep(&app, &row, seen).await?,
        Err(why) => refuse(&app, &row, why).await.map_err(told)?,
    }
    app.files.drop_quarantined(row.id).await.map_err(told)
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

async fn look(app: &App, row: &store::Model, bytes: Vec<u8>) -> Result<Result<Seen, Why>, String> {
    if let Some(scanner) = &app.settings.virus_scanner {
        match scanner.scan(&bytes).await {
            Ok(Verdict::Clean) => {}
            Ok(Verdict::Found(virus)) => {
                tracing::warn!(upload = %row.id, %virus, "a file that somebody sent in has a virus");
                return Ok(Err(Why::Virus));
            }
            Err(unsaid) => {
                waits(app, row.id).await.map_err(told)?;
                return Err(unsaid.to_string());
            }
        }
    }
    let found = row.found();
    let looked = tokio::task::spawn_blocking(move || recognised(bytes, found)).await;
    match looked.map_err(told)? {
        Ok(seen) if extract::can_read(seen.media_type) => read(app, seen).await,
        other => Ok(other),
    }
}

/// No scanner, no file: it lies in quarantine until there is one, and its sender is told.
async fn waits(app: &App, upload: Uuid) -> Result<(), DbErr> {
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        Box::pin(async move { store::waits(tx, upload, Why::ScannerAway.name()).await })
    })
    .await
}

/// What it is, by what is in it.
fn recognised(bytes: Vec<u8>, found: Found) -> Result<Seen, Why> {
    if let Some(suspect) = files::suspect(&bytes) {
        return Err(match suspect {
            Suspect::Double => Why::Double,
            Suspect::Bomb => Why::Bomb,
            Suspect::Film { has_captions: true } => Why::FilmWithCaptions,
            Suspect::Film { has_captions: false } => Why::Film,
            Suspect::OtherPicture => Why::OtherPicture,
            Suspect::Svg => Why::Svg,
        });
    }
    let kind = files::recognise(&bytes).ok_or(Why::Unknown)?;
    if kind.media_type.starts_with("image/") {
        let made = pictures::master(&bytes).map_err(|unfit| match unfit {
            pictures::Unfit::TooManyPixels => Why::Pixels,
            pictures::Unfit::Unreadable => Why::Broken,
        })?;
        let Made { bytes, media_type, ending, width, height } = made;
        let (width, height) = (Some(width), Some(height));
        let found = Found { media_type: media_type.to_owned(), width, height, ..found };
        return Ok(Seen { bytes, media_type, ending, found });
    }
    let found = Found { media_type: kind.media_type.to_owned(), ..found };
    Ok(Seen { bytes, media_type: kind.media_type, ending: kind.ending, found })
}

/// What it says, by the process that reads files.
async fn read(app: &App, mut seen: Seen) -> Result<Result<Seen, Why>, String> {
    let text = app.reader.read(seen.media_type, seen.bytes.clone()).await.map_err(told)?;
    match text.status {
        Status::Locked => return Ok(Err(Why::Locked)),
        Status::Broken => return Ok(Err(Why::Broken)),
        // A PDF may be heavy to read and yet be what it should; an archive that is unpacks too far.
        Status::Heavy if seen.media_type != "application/pdf" => return Ok(Err(Why::Bomb)),
        _ => {}
    }
    seen.found.is_textless = text.status == Status::Empty;
    (seen.found.about, seen.found.numbers) = (text.about, text.numbers);
    Ok(Ok(seen))
}

async fn keep(app: &App, row: &store::Model, seen: Seen) -> Result<(), String> {
    let Seen { bytes, media_type, ending, found } = seen;
    let size = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
    let id = id_of(&files::digest(&bytes));
    if struck_file(&app.db, id).await.map_err(told)?.is_some() {
        return refuse(app, row, Why::Struck).await.map_err(told);
    }
    let digest = app.files.keep(bytes).await.map_err(told)?;
    let pixels = |n: Option<u32>| n.and_then(|n| i32::try_from(n).ok());
    let file = File {
        id,
        item_id: row.item_id,
        name: format!("{}.{ending}", row.name),
        media_type: media_type.to_owned(),
        digest,
        size,
        width: pixels(found.width),
        height: pixels(found.height),
    };
    tracing::info!(upload = %row.id, file = %id, media_type, "a file that somebody sent in is kept");
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, upload, file, found) = (app.clock.clone(), row.id, file.clone(), found.clone());
        Box::pin(async move {
            add(tx, &clock, file.clone()).await?;
            attachments::expect(tx, &clock, &file).await?;
            store::settle(tx, clock.now(), upload, file.id, &found).await
        })
    })
    .await
    .map_err(told)
}

async fn refuse(app: &App, row: &store::Model, why: Why) -> Result<(), DbErr> {
    tracing::warn!(upload = %row.id, why = why.name(), "a file that somebody sent in is refused");
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, row) = (app.clock.clone(), row.clone());
        Box::pin(async move {
            store::refuse(tx, clock.now(), row.id, why.name()).await?;
            logged(tx, &clock, &row, why).await
        })
    })
    .await
}

async fn logged(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    row: &store::Model,
    why: Why,
) -> Result<(), DbErr> {
    let entry = Entry::of(What::FileRefused).by(Some(row.person_id)).on("item", row.item_id);
    entry.telling(json!({ "why": why.name() })).write(tx, clock).await
}

/// It was tried as often as may be: the writer is told, and may send it once more.
pub async fn give_up(tx: &Tx, clock: &Clock, job: LookAt) -> Result<(), DbErr> {
    store::refuse(tx, clock.now(), job.upload, Why::GivenUp.name()).await
}
