//! Style, script and font: built once, embedded, and kept by browsers for ever under their hashed names.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::error::Error;
use crate::page_cache::{Accepted, Encoding, knows};

pub struct Asset {
    name: &'static str,
    path: &'static str,
    media_type: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
    gz: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of the file called `name` before it got its hash.
pub fn asset(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.path)
}

/// A script under an address of its own, for what a browser must always find at the same place. It is asked
/// for anew each time.
pub fn script(name: &str) -> Result<Response, Error> {
    let asset = ASSETS.iter().find(|asset| asset.name == name).ok_or(Error::NotFound)?;
    let kind = HeaderValue::from_static(asset.media_type);
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, kind)], asset.plain).into_response())
}

/// Where browsers look for it unasked.
pub async fn favicon() -> Response {
    crate::web::moved(asset("favicon.svg"))
}

pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    let is_it = |asset: &&Asset| asset.path.strip_prefix("/static/") == Some(&file);
    let asset = ASSETS.iter().find(is_it).ok_or(Error::NotFound)?;
    let accepted = Accepted::of(&headers);
    let (body, coding) = match (asset.br, asset.gz) {
        (Some(br), _) if accepted.takes(Encoding::Brotli) => (br, Some(Encoding::Brotli)),
        (_, Some(gz)) if accepted.takes(Encoding::Gzip) => (gz, Some(Encoding::Gzip)),
        _ => (asset.plain, None),
    };
    // The name says what is in it; each coding is other bytes.
    let tag = format!(
        "\"{file}{}\"",
        coding.map_or("", |coding| match coding {
            Encoding::Brotli => "-br",
            Encoding::Gzip => "-gz",
        })
    );
    let is_known = knows(headers.get(header::IF_NONE_MATCH), &tag);
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (StatusCode::OK, body).into_response()
    };
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, coding.name());
    }
    Ok(response)
}
