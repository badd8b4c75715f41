//! A form on a page of its own, under the work; what stands now when another has written meanwhile, and what stood
//! there before.

use askama::Template;
use axum::http::StatusCode;

use super::past::Before;
use crate::app::App;
use crate::error::Reply;
use crate::forms::{Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::improvement::{frame, path};
use crate::web::{Frame, Visit};
use crate::work::Open;

/// A line with its label.
pub type Line = (Words, Words);

/// What a page asks for.
pub struct Asked<'a> {
    pub heading: &'static str,
    pub lead: &'static str,
    /// The page between the work and this one: what it is called, and where.
    pub under: Option<(String, String)>,
    pub action: String,
    /// Sent along with what is typed.
    pub hidden: Vec<(&'static str, String)>,
    pub form: &'a Form,
    pub filled: &'a Filled,
    /// What stands now, when another has written it meanwhile.
    pub now: Option<Vec<Line>>,
    pub may_drop: bool,
    pub before: Vec<Before>,
}

#[derive(Template)]
#[template(path = "improvement/log/form.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    lead: Words,
    action: String,
    hidden: Vec<(&'static str, String)>,
    fields: View,
    now: Option<Vec<Line>>,
    may_drop: bool,
    before: Vec<Before>,
}

pub fn page(app: &App, visit: &Visit, open: &Open, asked: Asked<'_>) -> Reply {
    let t = visit.t;
    let heading = t.get(asked.heading);
    let plain = t.plain(asked.heading);
    let mut frame = frame(app, visit, &plain).under(&open.work.title, path(t.lang, open.work.id));
    if let Some((name, href)) = asked.under {
        frame = frame.under(name, href);
    }
    let mut frame = frame.under(plain, &asked.action);
    frame.refused = asked.filled.is_refused() || asked.now.is_some();
    let status = if asked.now.is_some() { StatusCode::CONFLICT } else { asked.filled.status() };
    let page = Page {
        t,
        frame,
        heading,
        lead: t.get(asked.lead),
        action: asked.action,
        hidden: asked.hidden,
        fields: View::new(t, asked.form, asked.filled, &RegisterNames::default()),
        now: asked.now,
        may_drop: asked.may_drop,
        before: asked.before,
    };
    crate::web::page(status, &page)
}
