//! A file that is struck: gone from every text and every statement that has it, with its bytes.

use askama::Template;
use axum::extract::{Request, State};
use serde_json::json;
use uuid::Uuid;

use super::{FILE_STRUCK, LIMIT, REASON, STEP, asked, clean, find, frame, path, refused};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::items::{WriteError, Writer, files, read};
use crate::login::known;
use crate::people::{Entry, What};
use crate::statements;
use crate::text::Fault;
use crate::web::{Frame, Visit, receipt};

const FILE: &str = "fil";
/// So many texts that have it are named.
const NAMED: usize = 50;

#[derive(Template)]
#[template(path = "strikes/file.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    file: Found,
    fields: View,
}

/// A file that there is, and what has it.
struct Found {
    id: Uuid,
    name: String,
    /// Title and language of each text.
    texts: Vec<(String, String)>,
    /// Statements of centres have it.
    is_paper: bool,
}

/// Which file, by its address or its id.
pub fn named() -> Form {
    let file = Field::line(FILE, "strikes-file", 500).needed().helped("strikes-file-help");
    Form::new(LIMIT, [file])
}

fn form() -> Form {
    Form::new(LIMIT, asked()).hiding([FILE, STEP])
}

fn id_in(named: &str) -> Option<Uuid> {
    named.split(['/', '?', '#']).find_map(|part| Uuid::try_parse(part.trim()).ok())
}

async fn look(app: &App, id: Uuid) -> Result<Option<Found>, Error> {
    let is_paper = statements::file(&app.db, id).await?.is_some();
    if !is_paper && files::by_id(&app.db, id).await?.is_none() {
        return Ok(None);
    }
    let name = files::names(&app.db, &[id]).await?.remove(&id);
    let mut texts = Vec::new();
    for item in files::items_with(&app.db, id).await?.into_iter().take(NAMED) {
        texts.extend(read::by_id(&app.db, item).await?.map(|item| (item.title, item.lang)));
    }
    Ok(Some(Found { id, name: name.unwrap_or_else(|| id.to_string()), texts, is_paper }))
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let sent = Submitted::receive(request, LIMIT).await;
    if sent.value(STEP).is_empty() {
        return chosen(&app, &visit, sent).await;
    }
    let id = Uuid::try_parse(sent.value(FILE)).map_err(|_| Error::NotUnderstood(FILE))?;
    let found = look(&app, id).await?.ok_or(Error::NotFound)?;
    let filled = Filled::refusing(sent, &form(), &RegisterNames::default());
    if !filled.is_good() {
        return page(&app, &visit, found, &filled);
    }
    match strike(&app, known(&visit)?.id, id, filled.text(REASON)).await.map_err(refused) {
        Ok(()) => Ok(receipt::done(&path(&visit), FILE_STRUCK)),
        Err(error) if error.will_pass() => {
            page(&app, &visit, found, &filled.unsaved()).map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

/// Shows the file that was named, before anything is done.
async fn chosen(app: &App, visit: &Visit, sent: Submitted) -> Reply {
    let filled = Filled::of_sent(sent, &named(), &RegisterNames::default());
    let empty = Filled::empty();
    if !filled.is_good() {
        return find::page(app, visit, (&empty, &filled), None);
    }
    let found = match id_in(filled.text(FILE)) {
        Some(id) => look(app, id).await?,
        None => None,
    };
    if let Some(found) = found {
        return page(app, visit, found, &empty);
    }
    let filled = filled.and([Fault::new(FILE, "strikes-fault-no-file")]);
    find::page(app, visit, (&empty, &filled), None)
}

fn page(app: &App, visit: &Visit, file: Found, filled: &Filled) -> Reply {
    let (t, here) = (visit.t, path(visit));
    let heading = t.plain("strikes-look-file");
    let mut frame = frame(app, visit).under(&heading, &here);
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        action: format!("{here}/fil"),
        file,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

async fn strike(app: &App, by: Uuid, file: Uuid, reason: &str) -> Result<(), WriteError> {
    db::transaction::<(), WriteError, _>(&app.db, |tx| {
        let (app, reason) = (app.clone(), reason.to_owned());
        Box::pin(async move {
            let writer = Writer::new(tx, &app.clock, app.kinds.stored()).by(by);
            let holders = writer.strike_file(file, &reason).await?;
            // Never which: an id of a file is made of what is in it.
            let told = json!({ "reason": reason, "held_by": holders.len() });
            let entry = Entry::of(What::FileStruck).by(Some(by));
            entry.telling(told).write(tx, &app.clock).await?;
            clean::later(tx, &app).await?;
            Ok(())
        })
    })
    .await
}
