//! Paper for readers: what to print of a text, the same as PDF, and booklets of several texts.

mod booklet;
mod choice;
mod file;
mod sheet;
mod show;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;

use crate::app::App;

pub use booklet::{Booklet, make};
pub use sweep::sweep;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/{kind}/{slug}/utskrift", get(show::show))
        .route("/{lang}/{kind}/{slug}/pdf", get(file::show))
        .route("/{lang}/hefte", get(booklet::form::show).post(booklet::form::order))
        .route("/{lang}/hefte/{id}", get(booklet::progress::show))
        .route("/{lang}/hefte/{id}/pdf", get(booklet::progress::file))
}

/// From the page of a text that has moved to the same page of its new address.
fn onward(mut response: Response, page: &str) -> Response {
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    let further = location.and_then(|to| HeaderValue::from_str(&format!("{to}/{page}")).ok());
    if let Some(further) = further {
        response.headers_mut().insert(header::LOCATION, further);
    }
    response
}

/// The kind and slug of an address.
#[derive(serde::Deserialize)]
struct Place {
    kind: String,
    slug: String,
}
