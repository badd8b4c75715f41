//! The works that somebody is in, and those that they advise.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::path;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::web::{Frame, Visit};
use crate::work::{self, Status, TeamRole, Theirs};

#[derive(Template)]
#[template(path = "improvement/list.html")]
struct List {
    t: Text,
    frame: Frame,
    works: Vec<Row>,
}

struct Row {
    title: Words,
    place: String,
    href: String,
    role: Words,
    status: Words,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let works = work::theirs(&app.db, known(&visit)?).await?;
    let works = works.into_iter().map(|one| row(t, &one)).collect();
    let frame = super::frame(&app, &visit, &t.plain("improvement-list"));
    crate::web::page(StatusCode::OK, &List { t, frame, works })
}

fn row(t: Text, one: &Theirs) -> Row {
    let role = one.role.as_deref().and_then(TeamRole::named);
    let lang = crate::i18n::Lang::parse(&one.work.lang).unwrap_or(t.lang);
    Row {
        title: Words::name(t.lang, one.work.title.as_str(), lang),
        place: one.work.place.clone(),
        href: path(t.lang, one.work.id),
        role: t.get(role.map_or("improvement-role-adviser", TeamRole::key)),
        status: t.get(Status::named(&one.work.status).unwrap_or(Status::Active).key()),
    }
}
