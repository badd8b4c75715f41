//! Takes in a file in pieces, into quarantine, and has it looked at.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use multer::{Field, Multipart};
use uuid::Uuid;

use super::store::{self, Found};
use super::{LookAt, UPLOADS, list, open_to_write};
use crate::app::App;
use crate::db::{self, DbErr};
use crate::editing::Id;
use crate::error::{Error, Reply};
use crate::files;
use crate::forms::masked;
use crate::jobs;
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;

/// The name of the input.
pub const FILE: &str = "fil";

/// So long somebody may take to send a file, by telephone from a mountain.
const LONGEST: Duration = Duration::from_mins(15);
/// So much is read of what is too much: a browser that is cut off never shows our page.
const READ_ON: usize = 64 * 1024 * 1024;
const READING_ON: Duration = Duration::from_secs(10);
const NAME: usize = 80;
/// And so much of its ending.
const ENDING: usize = 8;

/// A file in quarantine.
struct Came {
    id: Uuid,
    name: Name,
    size: u64,
}

/// What a file is called, in letters that fit in an address and as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub stem: String,
    pub title: String,
    pub ending: String,
    pub is_masked: bool,
}

impl Name {
    /// Of what the sender calls it: no folders, no marks of direction, nothing that looks like an
    /// identity number.
    pub fn of(sent: &str) -> Self {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
        // One that begins with a letter makes no number of the digits before it.
        let ending =
            Some(ending).filter(|ending| ending.starts_with(|c: char| c.is_ascii_alphabetic()));
        let letters =
            ending.unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).take(ENDING);
        let ending = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        let is_read = |c: &char| !c.is_control() && !is_turning(*c) && *c != '\u{fffd}';
        let plain: String = stem.chars().filter(is_read).take(NAME).collect();
        let plain = plain.replace('_', " ");
        let hidden = masked(&plain);
        let (title, is_masked) =
            (hidden.as_deref().unwrap_or(&plain).trim().to_owned(), hidden.is_some());
        let slug = slug::slugify(&title);
        let stem = if slug.is_empty() { "fil".to_owned() } else { slug };
        Self { stem, title, ending, is_masked }
    }
}

/// Marks that turn the direction of what comes after, so that `exe.pdf` may read as `fdp.exe`.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let (item, _) = open_to_write(&app, &visit, id).await?;
    app.limits.count(&UPLOADS, &visit.asker)?;
    if store::count(&app.db, item.item.id).await? >= store::MOST {
        return list::page(&app, &visit, id, Some((StatusCode::UNPROCESSABLE_ENTITY, FULL))).await;
    }
    let coming = tokio::time::timeout(LONGEST, take_in(&app, request)).await;
    match coming.unwrap_or(Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, BROKEN_OFF))))? {
        Ok(came) => {
            keep(&app, id, known(&visit)?.id, came).await?;
            let code = visit.lang().code();
            Ok(crate::web::see_other(&super::path(code, id)))
        }
        Err(fault) if fault.0 == StatusCode::SERVICE_UNAVAILABLE => {
            list::page(&app, &visit, id, Some(fault)).await.map(crate::web::unsaved)
        }
        Err(fault) => list::page(&app, &visit, id, Some(fault)).await,
    }
}

const FULL: &str = "editing-upload-full";
const NONE: &str = "editing-upload-none";
const BROKEN_OFF: &str = "editing-upload-broken-off";
const TOO_LARGE: &str = "editing-upload-too-large";
const UNKEPT: &str = "editing-upload-unkept";

/// The status of the page, and what it says.
type Fault = (StatusCode, &'static str);

async fn take_in(app: &App, request: Request) -> Result<Result<Came, Fault>, Error> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let Ok(boundary) = multer::parse_boundary(kind.unwrap_or_default()) else {
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, NONE)));
    };
    let mut parts = Multipart::new(request.into_body().into_data_stream(), boundary);
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, NONE))),
            Err(_) => return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, BROKEN_OFF))),
        };
        let is_file = part.name() == Some(FILE) && part.file_name().is_some_and(|n| !n.is_empty());
        if is_file {
            return one(app, part).await;
        }
        read_on(part).await;
    }
}

async fn one(app: &App, mut part: Field<'_>) -> Result<Result<Came, Fault>, Error> {
    let name = Name::of(part.file_name().unwrap_or_default());
    let id = app.clock.new_id();
    let mut incoming = match app.files.take_in(id).await {
        Ok(incoming) => incoming,
        Err(cause) => {
            read_on(part).await;
            return Ok(Err(unkept(&cause)));
        }
    };
    loop {
        match part.chunk().await {
            Ok(Some(piece)) => {
                let fault = match incoming.take(piece).await {
                    Ok(true) => continue,
                    Ok(false) => (StatusCode::PAYLOAD_TOO_LARGE, TOO_LARGE),
                    Err(cause) => unkept(&cause),
                };
                incoming.give_up().await.ok();
                read_on(part).await;
                return Ok(Err(fault));
            }
            Ok(None) => break,
            Err(_) => {
                incoming.give_up().await?;
                return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, BROKEN_OFF)));
            }
        }
    }
    Ok(match incoming.finish().await {
        Ok(0) => Err((StatusCode::UNPROCESSABLE_ENTITY, NONE)),
        Ok(size) => Ok(Came { id, name, size }),
        Err(cause) => Err(unkept(&cause)),
    })
}

/// What keeps the files is full or away. Nothing of the file is there, and the writer is told on the page that they
/// sent it from.
fn unkept(cause: &files::Error) -> Fault {
    tracing::error!(%cause, "a file that was sent in can't be kept");
    (StatusCode::SERVICE_UNAVAILABLE, UNKEPT)
}

/// Hears out what nobody wants, within reason.
async fn read_on(mut part: Field<'_>) {
    let reading = async {
        let mut read = 0;
        while let Ok(Some(piece)) = part.chunk().await {
            read += piece.len();
            if read > READ_ON {
                break;
            }
        }
    };
    tokio::time::timeout(READING_ON, reading).await.ok();
}

async fn keep(app: &App, item: Uuid, person: Uuid, came: Came) -> Result<(), Error> {
    let Came { id, name, size } = came;
    let Name { stem, title, ending, is_masked } = name;
    let found = Found { title, ending, is_name_masked: is_masked, ..Found::default() };
    let row = store::Model {
        id,
        item_id: item,
        person_id: person,
        name: stem,
        state: store::WAITING.to_owned(),
        why: None,
        size: i32::try_from(size).unwrap_or(i32::MAX),
        file_id: None,
        people: None,
        found: serde_json::to_value(found)?,
        made_at: app.clock.now().into(),
        looked_at: None,
    };
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, row) = (app.clock.clone(), row.clone());
        Box::pin(async move {
            let upload = row.id;
            store::add(tx, row).await?;
            jobs::enqueue(tx, &clock, &LookAt { upload }).await
        })
    })
    .await?;
    Ok(())
}
