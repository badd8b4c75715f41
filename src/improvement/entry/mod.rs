//! All numbers that a work lacks on one screen, kept on the phone where there is no net.

mod batch;
mod desk;
mod keep;
mod page;
mod rows;
mod send;
#[cfg(test)]
mod tests;
mod words;

use crate::error::Reply;
use crate::rights::Right;
use crate::room::Route;
use crate::web::assets;

/// The service worker's own address stands above those of the pages that it may serve, and each page asks
/// for itself alone (`web/src/numbers/worker.ts`).
pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/arbeid/uten-nett.js", KNOWN, worker),
        Route::get("/{lang}/arbeid/{id}/tall", KNOWN, page::show),
        Route::post("/{lang}/arbeid/{id}/tall", KNOWN, send::send),
        Route::post("/{lang}/arbeid/{id}/tall.json", KNOWN, batch::send),
    ]
}

async fn worker() -> Reply {
    assets::script("worker.js")
}
