//! What all pages share: the frame, the visit, static files, headers, fault pages, limits.

pub mod address;
pub mod assets;
pub mod barred;
pub mod conditional;
pub mod day;
pub mod faults;
pub mod frame;
pub mod headers;
pub mod heavy;
pub mod masked;
pub mod observe;
pub mod pager;
pub mod query;
pub mod receipt;
pub mod serve;
pub mod spreadsheet;
#[cfg(test)]
mod tests;
pub mod visit;
pub mod whose;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

pub use assets::asset;
pub use day::AsOf;
pub use frame::{Crumb, Frame};
pub use query::Query;
pub use serve::{NotKept, Served};
pub use visit::Visit;

use crate::error::{Reply, SAVE_AGAIN};

/// Marks a response that is a page already, whatever its status: `faults::pages` puts no page of
/// its own in its place.
#[derive(Clone, Copy)]
pub struct WholePage;

/// A page with its status.
pub fn page(status: StatusCode, template: &impl Template) -> Reply {
    let mut response = (status, template.render()?).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response.extensions_mut().insert(WholePage);
    Ok(response)
}

/// The page of a form that came too often: when it may be sent again, for programs too.
pub fn too_many(mut answer: Response, retry_after: u64) -> Response {
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
    answer
}

/// The page of a form whose words could not be saved: it says when they may be sent again, and is
/// kept nowhere.
pub fn unsaved(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(SAVE_AGAIN));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Leads to another address of ours: after a POST, or from an old address.
pub fn see_other(path: &str) -> Response {
    redirect(StatusCode::SEE_OTHER, path)
}

/// The address has moved for good.
pub fn moved(path: &str) -> Response {
    redirect(StatusCode::PERMANENT_REDIRECT, path)
}

fn redirect(status: StatusCode, path: &str) -> Response {
    let path = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (status, [(header::LOCATION, path)]).into_response()
}
