//! Finds: search, the list of themes, the search API, and the task that keeps the index fresh.

mod api;
mod documents;
mod feed;
mod filters;
pub mod follow;
mod help;
mod page;
mod suggest;
pub mod synonyms;
#[cfg(test)]
mod tests;
mod themes;

pub use suggest::Titles;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::error::Error;
use crate::search;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/sok", get(page::show))
        .route("/{lang}/sok/forslag", get(suggest::page))
        .route("/{lang}/sok/forslag.json", get(suggest::json))
        .route("/{lang}/sok.atom", get(feed::show))
        .route("/{lang}/tema", get(themes::show))
        .route("/{lang}/tema/{slug}", get(themes::theme))
        .route("/api/v1/search", get(api::search))
}

pub use page::best;

/// Searching is work for a thread of its own: it must not hold up those who only read.
async fn ask(app: &App, query: search::Query) -> Result<search::Found, Error> {
    let index = app.index.clone();
    Ok(tokio::task::spawn_blocking(move || index.search(&query)).await??)
}
