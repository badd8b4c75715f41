//! What one has done, and what was done to one.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::names;
use super::row::Row;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::Text;
use crate::login::known;
use crate::people::audit;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "logbook/mine.html")]
struct Mine {
    t: Text,
    frame: Frame,
    rows: Vec<Row>,
    /// So long it is kept.
    days: i64,
}

const MOST: u64 = 200;

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, who) = (visit.t, known(&visit)?);
    let rows = audit::about(&app.db, who.id, MOST).await?;
    let (you, other) = (t.plain("logbook-you"), t.plain("logbook-other"));
    let mut names = names::of(&app, &rows).await?;
    names::of_drafts(&app, who, &mut names).await?;
    let people: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.actor).collect();
    // Who else did something to one is not told by name: it may be an administrator.
    let called = |id: Uuid| {
        if id == who.id {
            return Some(you.clone());
        }
        people.contains(&id).then(|| other.clone()).or_else(|| names.get(&id).cloned())
    };
    let rows = rows.into_iter().map(|row| {
        // Which text or place it was about; that it was about them goes without saying.
        let on = row.on_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        Row { on, ..Row::new(t, row, called) }
    });
    let rows = rows.collect();
    let heading = t.plain("logbook-mine-heading");
    let mine = format!("/{}/min-side", t.lang.code());
    let here = format!("{mine}/logg");
    let frame = Frame::new(&app, &visit, &heading).form();
    let frame = frame.under(t.plain("web-my-page"), mine).under(&heading, here);
    let days = app.settings.people.log().whole_days();
    crate::web::page(StatusCode::OK, &Mine { t, frame, rows, days })
}
