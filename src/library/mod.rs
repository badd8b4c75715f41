//! The pages of published things, the same for every kind: lists, one text, its versions, how it is
//! cited, how something like it is begun. What they show is in the store, `items`.

pub mod alike;
pub mod article;
pub mod chapters;
pub mod cite;
pub mod document;
pub mod feed;
pub mod fields;
mod filing;
pub mod linked;
pub mod listing;
pub mod moment;
pub mod not_yet;
pub mod offered;
mod samples;
mod serve;
pub mod sheet;
pub mod start;
#[cfg(test)]
mod tests;
pub mod translated;
pub mod versions;

use crate::app::App;
use crate::items::{self, PublishDue};
use crate::kinds::Kinds;
use crate::room::{Room, Route};

pub use serve::handed_over;

pub const ROOM: Room = Room {
    name: "library",
    routes,
    samples: samples::SAMPLES,
    jobs: |worker, app| {
        let app = app.clone();
        let worker = filing::jobs(worker, &app);
        worker.on(move |due: PublishDue| publish(app.clone(), due))
    },
    tasks: &[filing::CATCH_UP],
    ..Room::EMPTY
};

/// A text whose time has come.
async fn publish(app: App, due: PublishDue) -> Result<(), String> {
    let published = items::publish_due(&app.db, &app.clock, app.kinds.stored(), due).await;
    published.map_err(|e| e.to_string())
}

fn routes(kinds: &Kinds) -> Vec<Route> {
    serve::routes(kinds).into_iter().chain(start::routes(kinds)).collect()
}
