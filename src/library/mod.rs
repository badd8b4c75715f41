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
mod table;
#[cfg(test)]
mod tests;
pub mod translated;
pub mod versions;

use crate::kinds::Kinds;
use crate::room::{Room, Route};

pub use serve::handed_over;

pub const ROOM: Room = Room {
    name: "library",
    routes,
    samples: samples::SAMPLES,
    jobs: filing::jobs,
    tasks: &[filing::CATCH_UP],
    ..Room::EMPTY
};

fn routes(kinds: &Kinds) -> Vec<Route> {
    let more = start::routes(kinds).into_iter().chain(table::routes(kinds));
    serve::routes(kinds).into_iter().chain(more).collect()
}
