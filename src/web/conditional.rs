//! `ETag` and conditional GET: a page that has not changed since is not sent again. What may be kept
//! nowhere has no tag.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::Error;

/// No page of ours is larger.
const LARGEST: usize = 64 * 1024 * 1024;

pub async fn answer(mut request: Request, next: Next) -> Response {
    // What HEAD is told is what GET would be: the page is made, tagged, and its body left out.
    let is_head = request.method() == Method::HEAD;
    if is_head {
        *request.method_mut() = Method::GET;
    }
    let is_get = request.method() == Method::GET;
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !is_get || response.status() != StatusCode::OK || !is_text(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return Error::Internal("a page could not be read to its end".into()).into_response();
    };
    if !is_kept_nowhere(&parts.headers) && tag(&mut parts.headers, &body, known.as_ref()) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::CONTENT_TYPE);
        return Response::from_parts(parts, Body::from(Bytes::new()));
    }
    if is_head {
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(body))
}

/// Puts the tag on; tells whether it is one that the browser knows.
fn tag(headers: &mut HeaderMap, body: &[u8], known: Option<&HeaderValue>) -> bool {
    // Weak: the same page may go out in several compressed forms.
    let tag = format!("W/\"{}\"", &crate::files::digest(body)[..24]);
    let is_known = known.and_then(|known| known.to_str().ok()).is_some_and(|known| {
        known.split(',').any(|one| one.trim() == tag || one.trim() == &tag[2..])
    });
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    is_known
}

/// A form with its stamp, and whatever is for somebody who is known.
fn is_kept_nowhere(headers: &HeaderMap) -> bool {
    let kept = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    kept.is_some_and(|kept| kept.split(',').any(|one| one.trim() == "no-store"))
}

/// What is made anew for each request; files have names that stand for their bytes.
const TAGGED: [&str; 5] =
    ["text/html", "application/json", "application/atom+xml", "application/xml", "text/calendar"];

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| TAGGED.iter().any(|tagged| kind.starts_with(tagged)))
}
