//! What programs follow: Atom feeds, calendars and site maps, written to the letter of their standards.

pub mod atom;
pub mod calendar;
#[cfg(test)]
mod tests;
pub mod xml;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file for programs; pages of other sites may read it too.
pub fn answer(body: String, media_type: &'static str) -> Response {
    let mut response = (StatusCode::OK, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    response
}
