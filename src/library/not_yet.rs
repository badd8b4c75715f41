//! The page on a day before there was anything to show: not found then, but here is when it came.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use time::OffsetDateTime;

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::web::day::PARAMETER;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "library/not_yet.html")]
struct NotYet {
    t: Text,
    frame: Frame,
    lead: Words,
    first: String,
    now: String,
}

/// Of one text.
pub fn page(app: &App, visit: &Visit, since: OffsetDateTime) -> Result<Response, Error> {
    answer(app, visit, since, "library-not-yet-lead")
}

/// Of a page that gathers texts, when it is asked for a day before the first of all was published.
pub async fn of_all(app: &App, visit: &Visit) -> Result<Option<Response>, Error> {
    let Some(at) = visit.at else { return Ok(None) };
    match app.catalogue.first().await? {
        Some(first) if first >= at.until => {
            answer(app, visit, first, "library-not-yet-all").map(Some)
        }
        _ => Ok(None),
    }
}

/// i18n-keys: library-not-yet-lead library-not-yet-all
fn answer(app: &App, visit: &Visit, since: OffsetDateTime, key: &str) -> Result<Response, Error> {
    let t = visit.t;
    let asked = visit.at.map(|at| t.date(at.day)).unwrap_or_default();
    let now = format!("/{}/{}", t.lang.code(), visit.path);
    let mut frame = Frame::new(app, visit, t.plain("library-not-yet-heading")).form();
    frame.past_day = None;
    let page = NotYet {
        t,
        frame,
        lead: t.with2(key, "asked", asked, "since", t.day(since)),
        first: format!("{now}?{PARAMETER}={}", oslo_day(since)),
        now,
    };
    crate::web::page(StatusCode::NOT_FOUND, &page)
}
