//! Leaving: by one press on the page that a letter leads to, or by the mail program itself (RFC 8058).
//! Opening the page changes nothing, for scanners of mail open what they find.

use axum::extract::State;
use uuid::Uuid;

use super::code::{named, told};
use super::subscriptions;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::seal::Seal;
use crate::web::Visit;
use crate::web::visit::Named;

#[derive(serde::Deserialize)]
pub struct Left {
    token: String,
}

const PURPOSE: &str = "leave subscription";

/// Whoever has it can leave, and do nothing else.
pub fn token(seal: &Seal, id: Uuid) -> String {
    seal.token(PURPOSE, id)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Left { token }): Named<Left>,
) -> Reply {
    let id = app.seal.read_token(PURPOSE, &token).ok_or(Error::NotFound)?;
    let Some(row) = subscriptions::by_id(&app.db, id).await? else {
        return left(&app, &visit);
    };
    let t = visit.t;
    let (title, there) = named(&app, t, &row.followed).await?;
    let lead = t.plain_with("follow-leave-lead", "title", title);
    let action = format!("/{}/folg/avmelding/{token}", t.lang.code());
    told(&app, &visit, "follow-leave-heading", (lead, there), Some(action))
}

/// What is sent along is not read: the address says it all.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Left { token }): Named<Left>,
) -> Reply {
    let id = app.seal.read_token(PURPOSE, &token).ok_or(Error::NotFound)?;
    subscriptions::leave(&app.db, id).await?;
    left(&app, &visit)
}

/// The same for who has left before.
fn left(app: &App, visit: &Visit) -> Reply {
    let t = visit.t;
    let there = format!("/{}/folg", t.lang.code());
    told(app, visit, "follow-left-heading", (t.plain("follow-left-lead"), there), None)
}
