//! The network through time: its centres, counties and municipalities on any day, as pages and as data.

mod absent;
mod api;
mod centre;
mod country;
mod county;
mod epochs;
mod list;

mod local;
mod municipalities;
mod municipality;
mod per;
mod register;
mod said;
#[cfg(test)]
mod tests;
mod views;
mod works;
mod years;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub use country::today as today_map;
pub use per::Per;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/sentre", get(views::show))
        .route("/{lang}/sentre/{slug}", get(centre::show))
        .route("/{lang}/fylker", get(county::list))
        .route("/{lang}/fylker/{slug}", get(county::show))
        .route("/{lang}/kommuner", get(municipalities::list))
        .route("/{lang}/kommuner/{slug}", get(municipality::show))
        .merge(api::routes())
}
