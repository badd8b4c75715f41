//! Streams the package to who asks for it, as it is made.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc;

use super::gather::{self, Asked, Source};
use super::pack::{Chunks, Download, pack};
use super::{At, PACKAGES, page};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::login::known;
use crate::people::{Entry, What};
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::Least;

/// So many pieces wait to be packed, and so many chunks to be sent.
const PIECES: usize = 2;
const CHUNKS: usize = 8;

pub async fn send(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    let name = page::place(&app, at).await?;
    let (filled, period) = page::period(&visit.parameters()?);
    let Some((from, to)) = period else {
        return page::page(&app, &visit, (at, &name), &filled);
    };
    app.limits.count(&PACKAGES, &visit.asker)?;
    let asked = Asked { place: at, name, from, to };
    note(&app, &visit, &asked).await?;
    let source = Source {
        db: app.db.clone(),
        clock: app.clock.clone(),
        files: app.files.clone(),
        site: app.public_url(),
        kinds: app.kinds.clone(),
        t: visit.t,
        least: Least(app.settings.small_numbers),
    };
    let file = format!("attachment; filename=\"arkiv-{from}-{to}.zip\"");
    Ok(answer(download(source, asked), &file))
}

/// Begins to make it; what it comes to goes to who downloads it.
fn download(source: Source, asked: Asked) -> Download {
    let (pieces, coming) = mpsc::channel(PIECES);
    let (chunks, download) = mpsc::channel(CHUNKS);
    tokio::spawn(async move {
        if let Err(error) = gather::gather(&source, &asked, &pieces).await {
            tracing::warn!(%error, place = %asked.place, "an archive package broke off");
        }
    });
    tokio::task::spawn_blocking(move || {
        if let Err(error) = pack(coming, Chunks::new(chunks.clone())) {
            let broken = std::io::Error::other(error.to_string());
            // Who downloads it may have gone: then there is nobody to tell.
            chunks.blocking_send(Err(broken)).ok();
        }
    });
    Download(download)
}

fn answer(download: Download, file: &str) -> Response {
    let mut response = Body::new(download).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    let name = HeaderValue::from_str(file);
    let name = name.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// That it was taken out stands in the log.
async fn note(app: &App, visit: &Visit, asked: &Asked) -> Result<(), Error> {
    let (who, place) = (known(visit)?.id, asked.place);
    let told = serde_json::json!({ "at": place, "from": asked.from.to_string(),
        "to": asked.to.to_string() });
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, told) = (app.clock.clone(), told.clone());
        Box::pin(async move {
            let entry = Entry::of(What::ArchiveTaken).by(Some(who)).on("place", place);
            Ok(entry.telling(told).write(tx, &clock).await?)
        })
    })
    .await
}
