//! The network through time: pages and answers for any day.

use axum::Router;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
}
