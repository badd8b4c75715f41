//! Reports that nobody has seen to yet, for those who run the site: a letter may come to nobody.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::Text;
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "barriers/list.html")]
struct List {
    t: Text,
    frame: Frame,
    action: String,
    /// How many wait in all.
    count: u64,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    day: String,
    report: store::Model,
}

/// So many are shown at a time.
const SHOWN: u64 = 50;

/// What the button sends: which one is seen to.
const DONE: &str = "ferdig";
const LIMIT: usize = 16 * 1024;

/// Where the list is.
pub fn path(lang: &str) -> String {
    format!("/{lang}/meldte-hindre")
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let row = |report: store::Model| Row { id: report.id, day: t.day(*report.made_at), report };
    let rows = store::waiting(&app.db, SHOWN).await?.into_iter().map(row).collect();
    let count = store::count(&app.db).await?;
    let (heading, action) = (t.plain("barriers-list-heading"), path(t.lang.code()));
    let frame = Frame::new(&app, &visit, &heading)
        .form()
        .saying(&visit, &[("behandlet", "barriers-list-done")])
        .under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()))
        .under(&heading, &action);
    crate::web::page(StatusCode::OK, &List { t, frame, action, count, rows })
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([DONE]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let id = Uuid::try_parse(filled.typed.value(DONE));
    let id = id.map_err(|_| Error::NotUnderstood(DONE))?;
    store::seen_to(&app.db, id).await?;
    Ok(receipt::done(&path(visit.lang().code()), "behandlet"))
}
