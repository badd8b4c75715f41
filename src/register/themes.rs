//! All themes, each with the way to where it is kept.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::frame;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::list::{self, At, Wanted};
use crate::themes::{Themes, theme};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "register/themes.html")]
struct List {
    t: Text,
    frame: Frame,
    groups: Vec<(Row, Vec<Row>)>,
}

struct Row {
    name: Words,
    href: String,
    count: i64,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let themes = Themes::load(&app.db).await?;
    let wanted = Wanted::all(At::Now(app.clock.now()), code);
    let counts = list::counts_of(&app.catalogue, &wanted, "theme").await?;
    let row = |theme: &theme::Model| Row {
        name: theme.said(t),
        href: format!("/{code}/register/tema/{}", theme.slug),
        count: counts.get(&theme.slug).copied().unwrap_or(0),
    };
    let groups = themes.tree(t).into_iter().map(|(top, parts)| {
        let parts = parts.into_iter().map(row).collect();
        (row(top), parts)
    });
    let groups = groups.collect();
    let heading = t.plain("register-themes");
    let frame = frame(&app, &visit, &heading).under(&heading, format!("/{code}/register/tema"));
    crate::web::page(StatusCode::OK, &List { t, frame, groups })
}
