//! The network through time: its centres, counties and municipalities on any day, as pages and as data.

mod api;
mod centre;
mod county;
mod list;
mod municipality;
mod per;
mod register;
mod said;
#[cfg(test)]
mod tests;
mod works;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub use per::Per;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/sentre", get(list::show))
        .route("/{lang}/sentre/{slug}", get(centre::show))
        .route("/{lang}/fylker", get(county::list))
        .route("/{lang}/fylker/{slug}", get(county::show))
        .route("/{lang}/kommuner/{slug}", get(municipality::show))
        .merge(api::routes())
}
