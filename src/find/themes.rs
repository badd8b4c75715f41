//! All themes on one page, each with how many projects it holds.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::library::list;
use crate::projects;
use crate::themes::{Themes, theme};
use crate::web::{Frame, Visit};

struct Row {
    name: Words,
    href: String,
    count: i64,
}

struct Group {
    top: Row,
    parts: Vec<Row>,
}

#[derive(Template)]
#[template(path = "find/themes.html")]
struct List {
    t: Text,
    frame: Frame,
    groups: Vec<Group>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let themes = Themes::load(&app.db).await?;
    let all = list::Wanted { kind: projects::KIND.name, lang: t.lang.code(), ..Default::default() };
    let counts = list::counts(&app.db, &all).await?.remove("theme").unwrap_or_default();
    let row = |theme: &theme::Model| Row {
        name: theme.said(t),
        href: format!("/{}/prosjekter?tema={}", t.lang.code(), theme.slug),
        count: counts.get(&theme.slug).copied().unwrap_or(0),
    };
    let group = |(top, parts): (&theme::Model, Vec<&theme::Model>)| Group {
        top: row(top),
        parts: parts.into_iter().map(row).collect(),
    };
    let heading = t.plain("themes-heading");
    let href = format!("/{}/tema", t.lang.code());
    let page = List {
        t,
        frame: Frame::new(&app, &visit, &heading)
            .described(&t.plain("themes-lead"))
            .under(heading, href),
        groups: themes.tree(t).into_iter().map(group).collect(),
    };
    crate::web::page(StatusCode::OK, &page)
}
