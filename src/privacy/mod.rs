//! What is held on a person: seen, taken home, corrected, erased by themselves; and, for everybody, what
//! is kept of people and for how long.

mod correct;
mod download;
pub mod kept;
mod leave;
mod samples;
mod show;
#[cfg(test)]
mod tests;

use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "privacy", routes, samples: samples::SAMPLES, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/min-side/personvern", KNOWN, show::show),
        Route::post("/{lang}/min-side/personvern", KNOWN, correct::send),
        Route::get("/{lang}/min-side/personvern.json", KNOWN, download::send),
        Route::get("/{lang}/min-side/slett", KNOWN, leave::show),
        Route::post("/{lang}/min-side/slett", KNOWN, leave::send),
        Route::get("/{lang}/lagring", Right::Anybody, kept::show),
    ]
}

/// So much a form of this room may hold.
const LIMIT: usize = 16 * 1024;

/// Where the pages of this room are.
fn path(lang: &str) -> String {
    format!("/{lang}/min-side/personvern")
}

fn leaving(lang: &str) -> String {
    format!("/{lang}/min-side/slett")
}
