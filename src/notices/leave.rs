//! No more letters: by one press on the page that a letter leads to, or by the mail program itself (RFC
//! 8058). Opening the page changes nothing, for scanners of mail open what they find.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::i18n::Text;
use crate::people::persons;
use crate::seal::Seal;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "notices/leave.html")]
struct Leave {
    t: Text,
    frame: Frame,
    /// The button; none once it is done.
    action: Option<String>,
    mine: String,
}

#[derive(serde::Deserialize)]
pub struct Left {
    token: String,
}

const PURPOSE: &str = "leave notices";

/// Whoever has it can end the letters to this person, and do nothing else.
pub fn token(seal: &Seal, person: Uuid) -> String {
    seal.token(PURPOSE, person)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Left { token }): Named<Left>,
) -> Reply {
    app.seal.read_token(PURPOSE, &token).ok_or(Error::NotFound)?;
    let action = format!("/{}/varsler/avmelding/{token}", visit.lang().code());
    page(&app, &visit, Some(action))
}

/// What is sent along is not read: the address says it all.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Left { token }): Named<Left>,
) -> Reply {
    let person = app.seal.read_token(PURPOSE, &token).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    db::transaction::<(), Error, _>(&app.db, |tx| {
        Box::pin(async move {
            // The account may be gone, and nobody is to be told.
            if persons::by_id(tx, person).await?.is_some() {
                store::choose(tx, person, None, now).await?;
            }
            Ok(())
        })
    })
    .await?;
    page(&app, &visit, None)
}

fn page(app: &App, visit: &Visit, action: Option<String>) -> Reply {
    let t = visit.t;
    let heading = t.plain("notices-heading");
    let frame = Frame::new(app, visit, &heading).form().under(&heading, "");
    let mine = format!("/{}/min-side/varsler", t.lang.code());
    let mut response = crate::web::page(StatusCode::OK, &Leave { t, frame, action, mine })?;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}
