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
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::get;

use crate::app::App;
use crate::library::Kind;
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

pub use booklet::{Booklet, make};
pub use sweep::sweep;

/// The papers of every kind, and booklets. Each kind by name: chapters have addresses at the same depth.
pub fn routes(kinds: &'static [Kind]) -> Router<App> {
    let booklets = Router::new()
        .route("/{lang}/hefte", get(booklet::form::show).post(booklet::form::order))
        .route("/{lang}/hefte/{id}", get(booklet::progress::show))
        .route("/{lang}/hefte/{id}/pdf", get(booklet::progress::file));
    kinds.iter().fold(booklets, |routes, kind| {
        let page = move |State(app): State<App>, visit: Visit, Named(at): Named<Slug>| async move {
            show::show(&app, &visit, kind, &at.slug).await
        };
        let pdf = move |State(app): State<App>,
                        visit: Visit,
                        Named(at): Named<Slug>,
                        headers: HeaderMap| async move {
            file::show(&app, &visit, kind, &at.slug, &headers).await
        };
        routes
            .route(&format!("/{{lang}}/{}/{{slug}}/utskrift", kind.path), get(page))
            .route(&format!("/{{lang}}/{}/{{slug}}/pdf", kind.path), get(pdf))
    })
}
