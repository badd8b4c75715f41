//! What is held on a person: seen, taken home, corrected, erased by themselves; and, for everybody, what
//! is kept of people and for how long.

mod address;
mod correct;
mod download;
pub mod kept;
mod leave;
mod said;
mod samples;
mod show;
#[cfg(test)]
mod tests;
mod written;

use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::receipt::Receipts;

pub const ROOM: Room = Room {
    name: "privacy",
    routes,
    meters: &[&ADDRESSES],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// Codes that somebody has sent to addresses that they say are theirs.
const ADDRESSES: Declared =
    Declared { name: "addresses_added", shared: true, quota: |_| per_hour(CODES_PER_HOUR) };

/// Nobody has so many addresses, and each letter goes to somebody.
const CODES_PER_HOUR: u32 = 5;

fn routes(_: &Kinds) -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/min-side/personvern", KNOWN, show::show),
        Route::post("/{lang}/min-side/personvern", KNOWN, correct::send),
        Route::get("/{lang}/min-side/personvern.json", KNOWN, download::send),
        Route::get("/{lang}/min-side/personvern.html", KNOWN, download::send_page),
        Route::get("/{lang}/min-side/personvern/adresse", KNOWN, address::show),
        Route::post("/{lang}/min-side/personvern/adresse", KNOWN, address::send).held(),
        Route::get("/{lang}/min-side/personvern/kode", KNOWN, address::show_code),
        Route::post("/{lang}/min-side/personvern/kode", KNOWN, address::hold),
        Route::get("/{lang}/min-side/slett", KNOWN, leave::show),
        Route::post("/{lang}/min-side/slett", KNOWN, leave::send),
        Route::get("/{lang}/lagring", Right::Anybody, kept::show),
    ]
}

/// So much a form of this room may hold.
const LIMIT: usize = 16 * 1024;

/// What the pages of this room say of what has just been done.
const DONE: Receipts = &[
    ("lagret", "privacy-done-saved"),
    ("adresse-lagt-til", "privacy-done-address-added"),
    ("adresse-borte", "privacy-done-address-removed"),
    ("beholdt", "privacy-done-kept"),
];

/// Where the pages of this room are.
fn path(lang: &str) -> String {
    format!("/{lang}/min-side/personvern")
}

fn leaving(lang: &str) -> String {
    format!("/{lang}/min-side/slett")
}
