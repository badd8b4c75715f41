//! How far a booklet has come, and the booklet itself when it is done.

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::print::{file, store};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use store::{Model, Stage};

/// A reader without script may ask to wait: the answer then comes when there is news, at the latest
/// after this. A page that loads itself again and again would move the focus of those who listen to it.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(500);

#[derive(Template)]
#[template(path = "print/booklet/progress.html")]
struct Progress {
    t: Text,
    frame: Frame,
    title: String,
    stage: &'static str,
    words: Words,
    done: i32,
    total: i32,
    pages: String,
    size: String,
    until: String,
    path: String,
}

#[derive(serde::Deserialize)]
pub struct Which {
    id: Uuid,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Which { id }): Named<Which>,
) -> Reply {
    let query = visit.parameters()?;
    let mut row = find(&app, id).await?;
    if query.get("vent") == Some("1") {
        let mut left = PATIENCE;
        while !is_over(&row) && !left.is_zero() {
            tokio::time::sleep(LOOK).await;
            left = left.saturating_sub(LOOK);
            row = find(&app, id).await?;
        }
    }
    let t = visit.t;
    let path = format!("/{}/hefte/{id}", t.lang.code());
    let stage = row.stage();
    let words = match stage {
        Stage::Waiting => t.get("print-stage-waiting"),
        Stage::Gathering => t.with2("print-stage-gathering", "done", row.done, "total", row.total),
        Stage::Setting => t.with("print-stage-setting", "count", row.total),
        Stage::Done => t.get("print-stage-done"),
        Stage::Failed => t.get("print-stage-failed"),
    };
    let mut frame = Frame::new(&app, &visit, t.plain_with("print-title", "title", &row.title));
    frame.noindex = true;
    frame.query = String::new();
    frame = frame.under(t.plain("print-booklet-heading"), path.clone());
    let page = Progress {
        t,
        frame,
        stage: stage.name(),
        words,
        done: row.done,
        total: row.total,
        pages: t.plain_with("print-pages", "count", row.pages),
        size: size(row.bytes, t),
        until: t.day(*row.expires_at),
        title: row.title,
        path,
    };
    let mut response = crate::web::page(StatusCode::OK, &page)?;
    response.headers_mut().insert(
        axum::http::header::CACHE_CONTROL,
        axum::http::HeaderValue::from_static("no-store"),
    );
    Ok(response)
}

pub async fn file(
    State(app): State<App>,
    _visit: Visit,
    Named(Which { id }): Named<Which>,
) -> Reply {
    let row = find(&app, id).await?;
    let kept = store::kept(&app, &row.key).await?.ok_or(Error::NotFound)?;
    let slug = slug::slugify(&row.title);
    let name = if slug.is_empty() { "hefte".to_owned() } else { slug };
    let mut response = file::answer(kept, &row.key, &format!("{name}.pdf"), None);
    let noindex = axum::http::HeaderValue::from_static("noindex");
    response.headers_mut().insert("x-robots-tag", noindex);
    Ok(response)
}

async fn find(app: &App, id: Uuid) -> Result<Model, Error> {
    let row = store::by_id(&app.db, id).await?;
    row.filter(|row| row.expires_at > app.clock.now()).ok_or(Error::NotFound)
}

fn is_over(row: &Model) -> bool {
    matches!(row.stage(), Stage::Done | Stage::Failed)
}

/// «340 kB», «2 MB».
fn size(bytes: i32, t: Text) -> String {
    let kilo = bytes / 1000;
    if kilo < 1000 {
        format!("{} kB", t.number(kilo.max(1)))
    } else {
        format!("{} MB", t.number((kilo + 500) / 1000))
    }
}
