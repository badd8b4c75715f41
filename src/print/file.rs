//! A text as PDF: what the reader has ticked, kept for a day so that the same is set once.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::choice::Choice;
use super::sheet::{self, PrintedNames};
use super::store;
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::kinds::Kind;
use crate::library::document::{self, Opened};
use crate::page_cache;
use crate::pdf::{self, Paper, TypesetError};
use crate::web::Visit;

/// A reader who is turned away may come back after this many seconds.
pub const COME_BACK: u64 = 20;

pub async fn show(
    app: &App,
    visit: &Visit,
    kind: &'static Kind,
    slug: &str,
    headers: &HeaderMap,
) -> Reply {
    app.limits.count(&super::PDF, &visit.asker)?;
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    // The paper is in the language of its text from head to foot, whoever asks for it.
    let t = Text::new(Lang::parse(&shown.item.lang).unwrap_or(visit.lang()));
    let items = [*shown];
    let item = &items[0];
    let names = PrintedNames::load(app).await?;
    let mut printable = (kind.printable)(item, t);
    let facts = names.facts(&mut printable, item, t);
    let choice = Choice::read(&visit.parameters()?, &printable, &facts, &item.content, t)?;
    if choice.is_empty() {
        return Err(Error::NotUnderstood("valg"));
    }
    let mut paper = sheet::frame(app, t, &item.content.title, sheet::permanent(app, item));
    paper.sheets = vec![sheet::sheet(app, kind, item, &names, Some(&choice), t)];
    if let Some(at) = visit.at {
        sheet::as_then(&mut paper, at, t);
    }
    let picture = item.content.image.as_ref().filter(|_| choice.has_picture());
    let key = key(&paper, picture.map(|image| image.file))?;
    let name = format!("{}.pdf", item.item.slug);
    if is_known(headers, &key) {
        return Ok(unchanged(&key));
    }
    match store::kept(app, &key).await {
        Ok(Some(kept)) => return Ok(answer(kept, &key, &name, Some(&paper.address))),
        // One that can't be fetched now is made once more.
        Ok(None) | Err(Error::NoFiles(_)) => {}
        Err(error) => return Err(error),
    }
    sheet::pictures(app, &mut paper.sheets, &mut paper.pictures).await?;
    let (title, address) = (paper.title.clone(), paper.address.clone());
    let made = app.press.now(paper, oslo_day(app.clock.now())).await;
    let made = made.map_err(|_| Error::TooMany { retry_after: COME_BACK })?;
    let pdf = match made {
        Ok(pdf) => pdf,
        Err(TypesetError::TooLarge) => return Err(Error::NotUnderstood("valg")),
        Err(fault) => return Err(Error::Internal(format!("{}: {fault}", item.item.id))),
    };
    // It is made, and goes out whether it can be kept or not.
    if let Err(error) = store::keep(app, &key, &title, t.lang, &pdf).await {
        tracing::warn!(%error, "a paper could not be kept");
    }
    Ok(answer(pdf.bytes.to_vec(), &key, &name, Some(&address)))
}

/// Stands for just this document: its words, its picture, how our paper looks.
fn key(paper: &Paper, picture: Option<uuid::Uuid>) -> Result<String, Error> {
    let words = serde_json::to_vec(&(paper, picture, &*pdf::LOOK))?;
    Ok(crate::files::digest(&words))
}

fn tag(key: &str) -> String {
    format!("\"{}\"", key.get(..24).unwrap_or(key))
}

pub fn is_known(headers: &HeaderMap, key: &str) -> bool {
    page_cache::knows(headers.get(header::IF_NONE_MATCH), &tag(key))
}

pub fn unchanged(key: &str) -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, tag(key))]).into_response()
}

/// The PDF under a name that reads well; it is shown, and kept under that name when it is saved.
pub fn answer(bytes: Vec<u8>, key: &str, name: &str, canonical: Option<&str>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    let mut set = |header, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header, value);
        }
    };
    set(header::CONTENT_TYPE, "application/pdf".to_owned());
    set(header::ETAG, tag(key));
    set(header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\""));
    if let Some(canonical) = canonical {
        set(header::LINK, format!("<{canonical}>; rel=\"canonical\""));
    }
    response
}
