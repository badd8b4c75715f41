//! Files and permanent addresses, the same for every kind.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use uuid::Uuid;

use super::{files, kind_named, read};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::Lang;
use crate::web::visit::Named;

pub fn routes() -> Router<App> {
    Router::new().route("/id/{id}", get(permanent)).route("/filer/{id}/{name}", get(file))
}

/// The address that is never reused leads to the one that reads well, in the reader's language
/// where that is known, else in the text's own.
async fn permanent(State(app): State<App>, Named(id): Named<Uuid>, headers: HeaderMap) -> Reply {
    let item = read::by_id(&app.db, id).await?.ok_or(Error::NotFound)?;
    match item.state() {
        super::State::Withdrawn => return Err(Error::Gone),
        state if !state.is_visible() => return Err(Error::NotFound),
        _ => {}
    }
    let kind = kind_named(app.kinds, &item.kind).ok_or(Error::NotFound)?;
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let asked = accepted.and_then(Lang::from_accept_language);
    let lang = asked.map_or(item.lang.clone(), |lang| lang.code().to_owned());
    Ok(crate::web::see_other(&format!("/{lang}/{}/{}", kind.path, item.slug)))
}

async fn file(State(app): State<App>, Named((id, name)): Named<(Uuid, String)>) -> Reply {
    let found = files::public(&app.db, id).await?.ok_or(Error::NotFound)?;
    let file = &found.file;
    let bytes = app.files.read(&file.digest).await?.ok_or_else(|| {
        Error::Internal(format!("the file {id} is in the table but not in the store"))
    })?;
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    let media_type = HeaderValue::from_str(&file.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, media_type);
    // Pictures are shown; all else is taken home. The name is ours: a slug and our own ending.
    if !file.media_type.starts_with("image/") {
        let home = format!("attachment; filename=\"{}\"", found.name(&name));
        let home = HeaderValue::from_str(&home).unwrap_or(HeaderValue::from_static("attachment"));
        headers.insert(header::CONTENT_DISPOSITION, home);
    }
    // The id stands for these very bytes: another file gets another id. Only pictures may be kept
    // by others than the reader: a file that is withdrawn should not live on in what lies between.
    let kept = if file.media_type.starts_with("image/") { PICTURE_KEPT } else { FILE_KEPT };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    // What others have made is shown, never run.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    Ok(response)
}

const PICTURE_KEPT: &str = "public, max-age=31536000, immutable";
const FILE_KEPT: &str = "private, max-age=86400";
