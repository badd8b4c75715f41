//! Finds: search, the list of themes, the search API, and the task that keeps the index fresh.

mod api;
mod documents;
mod feed;
mod filters;
pub mod follow;
mod help;
mod infile;
mod page;
mod suggest;
pub mod synonyms;
#[cfg(test)]
mod tests;
mod themes;
mod then;

pub use suggest::Titles;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::error::Error;
use crate::library::registers::Registers;
use crate::search;
use crate::web::Visit;

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

/// As it is now, or as it was on the day that is looked back at.
async fn ask_on(
    app: &App,
    visit: &Visit,
    registers: &Registers,
    query: search::Query,
) -> Result<search::Found, Error> {
    match visit.at {
        Some(at) => then::find(app, at, registers, &query).await,
        None => ask(app, query).await,
    }
}

/// Searching is work for a thread of its own: it must not hold up those who only read.
async fn ask(app: &App, query: search::Query) -> Result<search::Found, Error> {
    let index = app.index.clone();
    Ok(tokio::task::spawn_blocking(move || index.search(&query)).await??)
}
