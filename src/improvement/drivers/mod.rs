//! The driver diagram: drawn, told as an outline, and edited with nothing but links and forms.

mod branch;
mod draw;
mod edit;
mod form;
mod page;
mod section;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use super::path;
use crate::i18n::{Lang, Text, Words};
use crate::rights::Right;
use crate::room::Route;
use crate::work::{Cycle, Measured, Open, Outline};

pub use section::Section;

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/arbeid/{id}/drivere", KNOWN, page::show),
        Route::post("/{lang}/arbeid/{id}/drivere", KNOWN, page::send),
        Route::get("/{lang}/arbeid/{id}/drivere/ny", KNOWN, edit::show_new),
        Route::post("/{lang}/arbeid/{id}/drivere/ny", KNOWN, edit::send_new),
        Route::get("/{lang}/arbeid/{id}/drivere/{driver}", KNOWN, edit::show),
        Route::post("/{lang}/arbeid/{id}/drivere/{driver}", KNOWN, edit::send),
    ]
}

/// The driver of an address.
#[derive(serde::Deserialize)]
pub struct At {
    id: Uuid,
    driver: Uuid,
}

/// Where the diagram of a work is.
fn place(lang: Lang, work: Uuid) -> String {
    format!("{}/drivere", path(lang, work))
}

/// The element of a driver in the outline.
fn anchor(driver: Uuid) -> String {
    format!("d-{driver}")
}

/// A diagram with all that it hangs together with.
pub struct Told<'a> {
    pub outline: Outline,
    pub measures: &'a [Measured],
    pub cycles: &'a [Cycle],
}

/// What the team wrote, in the language that they wrote it in.
fn own(t: Text, open: &Open, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&open.work.lang).unwrap_or(Lang::Nb))
}
