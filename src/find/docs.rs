//! The documentation of the open API, on the site itself: the text of `docs/api.md`, in English as it is written.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Lang, Text};
use crate::markdown::{self, Placement};
use crate::web::{Frame, Visit};

const DOCUMENT: &str = include_str!("../../docs/api.md");

#[derive(Template)]
#[template(path = "find/docs.html")]
struct Page {
    t: Text,
    frame: Frame,
    /// The page around the text is in another language.
    is_foreign: bool,
    title: String,
    html: String,
    headings: Vec<markdown::Heading>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let (title, text) = DOCUMENT.split_once('\n').unwrap_or((DOCUMENT, ""));
    let title = title.trim_start_matches(['#', ' ']).to_owned();
    let rendered = markdown::render(&on_site(text), &Placement::page(t));
    let here = format!("/{}/api", t.lang.code());
    let mut frame = Frame::new(&app, &visit, &title).under(&title, here);
    // It is in one language: that page stands for them all.
    let is_foreign = t.lang != Lang::En;
    frame.content_lang = is_foreign.then_some(Lang::En);
    let page =
        Page { t, frame, is_foreign, title, html: rendered.html, headings: rendered.headings };
    crate::web::page(StatusCode::OK, &page)
}

/// Without links to the other files of the repository: their words stay.
fn on_site(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at);
        let Some(end) = after.find(')') else { break };
        match before.rfind('[') {
            Some(open) if after[..end].contains(".md") => {
                out.push_str(&before[..open]);
                out.push_str(&before[open + 1..]);
            }
            _ => {
                out.push_str(before);
                out.push_str(&after[..=end]);
            }
        }
        rest = &after[end + 1..];
    }
    out.push_str(rest);
    out
}
