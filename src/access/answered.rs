//! What was answered to one who asked for a role, for whoever comes to answer after somebody else has.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::path;
use super::respond::called;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::people::letter::role_key;
use crate::people::persons;
use crate::people::role_requests::{self, Standing};
use crate::rights::RoleKind;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "access/answered.html")]
struct Answered {
    t: Text,
    frame: Frame,
    who: String,
    role: Words,
    place: String,
    answer: Words,
    /// The last day of a role that was given.
    last: Option<String>,
    /// What was said with a no.
    reason: String,
    by: String,
    day: String,
    /// What whoever comes too late has written.
    unsent: String,
    back: String,
}

/// The page of what is answered, with what was written in vain.
pub async fn page(
    app: &App,
    visit: &Visit,
    (row, kind): (role_requests::Model, RoleKind),
    place: String,
    unsent: &str,
) -> Reply {
    let t = visit.t;
    let (heading, code) = (t.plain("access-answered"), t.lang.code());
    let back = path(code, Some(row.place_id));
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    frame = frame.under(&place, &back);
    frame = frame.under(&heading, super::ask::answering(code, row.place_id, row.id));
    let is_given = row.standing() == Standing::Given;
    let page = Answered {
        t,
        frame,
        who: called(app, t, row.person_id).await?,
        role: t.get(role_key(kind)),
        place,
        answer: t.get(if is_given { "access-ask-given" } else { "access-ask-refused" }),
        last: row.valid_to.and_then(Date::previous_day).map(|last| t.date(last)),
        reason: row.answer,
        by: by(app, t, row.answered_by).await?,
        day: row.answered_at.map(|at| t.day(*at)).unwrap_or_default(),
        unsent: unsent.trim().to_owned(),
        back,
    };
    let status = if visit.is_read { StatusCode::OK } else { StatusCode::CONFLICT };
    crate::web::page(status, &page)
}

/// Whoever has answered, by name; without one it is somebody else.
async fn by(app: &App, t: Text, person: Option<Uuid>) -> Result<String, Error> {
    let Some(person) = person else { return Ok(t.plain("access-answered-somebody")) };
    let name = persons::names(&app.db, BTreeSet::from([person])).await?.remove(&person);
    Ok(name.unwrap_or_else(|| t.plain("access-answered-somebody")))
}
