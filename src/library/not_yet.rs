//! The page of a text on a day before it was published: not found then, but here is when it came.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use time::OffsetDateTime;

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::Text;
use crate::web::day::PARAMETER;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "library/not_yet.html")]
struct NotYet {
    t: Text,
    frame: Frame,
    asked: String,
    since: String,
    first: String,
    now: String,
}

pub fn page(app: &App, visit: &Visit, since: OffsetDateTime) -> Result<Response, Error> {
    let t = visit.t;
    let now = format!("/{}/{}", t.lang.code(), visit.path);
    let mut frame = Frame::new(app, visit, t.plain("library-not-yet-heading")).form();
    frame.then = None;
    let page = NotYet {
        t,
        frame,
        asked: visit.at.map(|at| t.date(at.day)).unwrap_or_default(),
        since: t.day(since),
        first: format!("{now}?{PARAMETER}={}", oslo_day(since)),
        now,
    };
    crate::web::page(StatusCode::NOT_FOUND, &page)
}
