//! `ETag`: a page that has not changed since is not sent again.

use axum::http::{HeaderMap, HeaderValue, header};

/// Puts the tag of its plain text on an answer that is made anew for each request.
pub fn tag(headers: &mut HeaderMap, body: &[u8]) {
    if !is_text(headers) {
        return;
    }
    // Weak: the same page may go out in several compressed forms.
    let tag = format!("W/\"{}\"", &crate::files::digest(body)[..24]);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
}

/// What is made anew for each request; files have names that stand for their bytes.
const TEXTS: [&str; 8] = [
    "text/html",
    "text/plain",
    "text/csv",
    "text/calendar",
    "application/json",
    "application/problem+json",
    "application/atom+xml",
    "application/xml",
];

pub fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| TEXTS.iter().any(|text| kind.starts_with(text)))
}
