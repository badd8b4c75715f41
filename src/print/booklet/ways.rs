//! Where a booklet can be begun, for those who come without saying what it is to hold.

use askama::Template;
use axum::http::StatusCode;

use super::MOST;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::themes::Themes;
use crate::web::{Frame, Visit};

struct Way {
    name: Words,
    href: String,
}

#[derive(Template)]
#[template(path = "print/booklet/ways.html")]
struct Ways {
    t: Text,
    frame: Frame,
    kinds: Vec<Way>,
    themes: Vec<Way>,
    most: usize,
}

pub async fn show(app: &App, visit: &Visit) -> Reply {
    let t = visit.t;
    let heading = t.plain("print-booklet-heading");
    let mut frame = Frame::new(app, visit, &heading).as_of_day();
    frame.noindex = true;
    let from = |parameters: &str| frame.on_day(&format!("hefte?fra={parameters}"));
    let themes = Themes::load(&app.db).await?;
    let theme = |theme: &crate::themes::theme::Model| Way {
        name: theme.said(t),
        href: from(&format!("tema&tema={}", theme.slug)),
    };
    let kinds = app
        .kinds
        .iter()
        .filter_map(|kind| Some(Way { name: t.get(kind.list?.heading), href: from(kind.path) }));
    let page = Ways {
        t,
        kinds: kinds.collect(),
        themes: themes.tree(t).into_iter().map(|(top, _)| theme(top)).collect(),
        most: MOST,
        frame: frame.clone().under(heading, format!("/{}/hefte", t.lang.code())),
    };
    crate::web::page(StatusCode::OK, &page)
}
