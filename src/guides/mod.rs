//! Guides for those who write, look through, lead a centre or look after the site: pages of the program itself, in
//! bokmål. The texts stand beside, and the pictures in them are taken by `scripts/guide-pictures`.

mod read;
mod samples;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::markdown::{self, Placement};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

use read::{GUIDES, Guide, Picture};

pub const ROOM: Room = Room {
    name: "guides",
    routes: |_| {
        vec![
            Route::get("/{lang}/veiledning", Right::Anybody, list),
            Route::get("/{lang}/veiledning/{navn}", Right::Anybody, show),
        ]
    },
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// The guide of the address.
#[derive(serde::Deserialize)]
struct Of {
    navn: String,
}

#[derive(Template)]
#[template(path = "guides/list.html")]
struct List {
    t: Text,
    frame: Frame,
    /// Said of the texts where the page around them is in another language.
    lang: &'static str,
    guides: &'static [Guide],
}

#[derive(Template)]
#[template(path = "guides/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    lang: &'static str,
    guide: &'static Guide,
    parts: Vec<Part>,
}

/// A part ready for the page.
struct Part {
    id: &'static str,
    heading: &'static str,
    html: String,
    pictures: &'static [Picture],
}

fn lang(t: Text) -> &'static str {
    if t.lang == Lang::Nb { "" } else { Lang::Nb.code() }
}

fn frame(app: &App, visit: &Visit, title: &str, description: &str) -> Frame {
    let t = visit.t;
    let frame = Frame::new(app, visit, title).described(description);
    frame.under(t.plain("guides-heading"), format!("/{}/veiledning", t.lang.code()))
}

async fn list(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let frame = frame(&app, &visit, &t.plain("guides-heading"), &t.plain("guides-lead"));
    crate::web::page(StatusCode::OK, &List { t, frame, lang: lang(t), guides: GUIDES.as_slice() })
}

async fn show(State(app): State<App>, visit: Visit, Named(Of { navn }): Named<Of>) -> Reply {
    let t = visit.t;
    let guide = GUIDES.iter().find(|guide| guide.slug == navn).ok_or(Error::NotFound)?;
    let here = format!("/{}/veiledning/{}", t.lang.code(), guide.slug);
    let part = |part: &'static read::Part| Part {
        id: &part.id,
        heading: part.heading,
        html: markdown::render(&part.text, &Placement::part(&part.id, part.heading, t)).html,
        pictures: &part.pictures,
    };
    let mut frame = frame(&app, &visit, guide.title, guide.lead).under(guide.title, here);
    // It is in one language: that page stands for them all.
    frame.content_lang = (t.lang != Lang::Nb).then_some(Lang::Nb);
    let page =
        Show { t, frame, lang: lang(t), guide, parts: guide.parts.iter().map(part).collect() };
    crate::web::page(StatusCode::OK, &page)
}
