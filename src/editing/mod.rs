//! Writing, having it looked through, and publishing: one editor for all kinds, drawn from each kind's form.

mod act;
mod anew;
mod approvals;
mod aside;
mod asks;
mod autosave;
mod begin;
mod beside;
mod chapters;
mod checklist;
mod content;
mod desk;
mod discard;
mod due;
mod edit;
mod form;
mod handing;
mod held;
mod join;
mod joining;
mod kept;
mod languages;
mod list;
mod lost;
pub mod may;
mod meeting;
mod merge;
mod notes;
mod numbers;
mod passages;
mod plain;
mod presence;
mod preview;
mod receipts;
mod remarks;
mod retire;
mod save;
mod seek;
mod steps;
mod struck;
mod tabs;
#[cfg(test)]
mod tests;
mod threads;
mod told;
mod translate;
mod units;
mod unsaved;
mod untranslated;
mod uploads;
mod versions;

use held::DropHeld;
use kept::Thin;
use uuid::Uuid;

pub use held::{CARRIED, arrived, without as hold_without_session};

use crate::items::PublishDue;
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};

pub const ROOM: Room = Room {
    name: "editing",
    routes,
    jobs: |worker, app| {
        let (thins, drops, publishes) = (app.clone(), app.clone(), app.clone());
        uploads::jobs(worker, app)
            .on(move |job: Thin| kept::thin(thins.clone(), job))
            .on(move |job: DropHeld| held::drop_old(drops.clone(), job))
            .on(move |job: PublishDue| due::publish(publishes.clone(), job))
    },
    long_jobs: uploads::long_jobs,
    tasks: &[uploads::ROUND, uploads::SIZES],
    meters: &[&held::HELD, &uploads::UPLOADS],
    ..Room::EMPTY
};

/// Anybody with an account has texts of their own. What more they may depends on the text: `may` says
/// it, and each handler asks before it shows, and again in the transaction that writes.
fn routes(_: &Kinds) -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    let own = vec![
        Route::get("/{lang}/skriv", KNOWN, list::show),
        Route::get("/{lang}/skriv/ny", KNOWN, begin::show),
        Route::post("/{lang}/skriv/ny", KNOWN, begin::send).without_session(held::without),
        Route::post("/{lang}/skriv/behold", KNOWN, lost::keep).without_session(held::without),
        Route::get("/{lang}/skriv/finn.json", KNOWN, seek::json),
        Route::get("/{lang}/skriv/ventet/{id}", KNOWN, held::show),
        Route::post("/{lang}/skriv/ventet/{id}", KNOWN, held::discard),
        Route::get("/{lang}/skriv/{id}", KNOWN, edit::show),
        Route::post("/{lang}/skriv/{id}", KNOWN, edit::send).without_session(held::without),
        Route::get("/{lang}/skriv/{id}/forskjeller", KNOWN, join::show),
        Route::post("/{lang}/skriv/{id}/forskjeller", KNOWN, join::choose),
        Route::get("/{lang}/skriv/{id}/forhandsvis", KNOWN, preview::show),
        Route::post("/{lang}/skriv/{id}/lagre.json", KNOWN, autosave::send),
        Route::post("/{lang}/skriv/{id}/her.json", KNOWN, autosave::here),
        Route::get("/{lang}/skriv/{id}/steg", KNOWN, steps::show),
        Route::post("/{lang}/skriv/{id}/steg", KNOWN, act::send),
        Route::get("/{lang}/skriv/{id}/kast", KNOWN, discard::show),
        Route::get("/{lang}/skriv/{id}/merknader", KNOWN, remarks::show),
        Route::post("/{lang}/skriv/{id}/merknader", KNOWN, remarks::send)
            .without_session(held::without),
        Route::get("/{lang}/skriv/{id}/versjoner", KNOWN, versions::show),
        Route::post("/{lang}/skriv/{id}/versjoner", KNOWN, versions::send),
        Route::get("/{lang}/skriv/{id}/sprak", KNOWN, languages::show),
        Route::post("/{lang}/skriv/{id}/sprak", KNOWN, languages::send),
    ];
    own.into_iter().chain(uploads::routes()).collect()
}

/// The text of an address.
#[derive(serde::Deserialize)]
struct Id {
    id: Uuid,
}

/// Where a text is written.
fn path(lang: &str, id: Uuid) -> String {
    format!("/{lang}/skriv/{id}")
}
