//! Striking from history what the law wants gone: an administrator finds the words or the file, sees where
//! they stand, and takes them out of all that ever was, with a reason that everybody can read. What stands
//! beside the texts is found and struck by area.

mod clean;
mod file;
mod find;
mod outside;
mod passage;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::error::Error;
use crate::forms::{Field, FieldKind};
use crate::items::WriteError;
use crate::kinds::Kinds;
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::text::MISSING;
use crate::web::receipt::Receipts;
use crate::web::{Frame, Visit};

pub const ROOM: Room = Room {
    name: "strikes",
    routes,
    long_jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |job: clean::Clean| clean::clean(app.clone(), job))
    },
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    const ADMINISTRATOR: Right = Right::WithRole(&[RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/stryk", ADMINISTRATOR, find::show),
        Route::post("/{lang}/stryk", ADMINISTRATOR, find::send),
        Route::post("/{lang}/stryk/tekst", ADMINISTRATOR, passage::send),
        Route::post("/{lang}/stryk/fil", ADMINISTRATOR, file::send),
        Route::post("/{lang}/stryk/annet", ADMINISTRATOR, outside::send),
    ]
}

const LIMIT: usize = 64 * 1024;
/// Why it is struck, and that they mean it.
const REASON: &str = "grunn";
const SURE: &str = "sikker";
/// Sent by the button that strikes: without it the page before that is shown.
const STEP: &str = "gjor";
/// What has been struck, in the address of the page after.
const RECEIPTS: Receipts = &[
    (TEXT_STRUCK, "strikes-done"),
    (FILE_STRUCK, "strikes-done-file"),
    (OUTSIDE_STRUCK, "strikes-done-outside"),
];
const TEXT_STRUCK: &str = "tekst";
const FILE_STRUCK: &str = "fil";
const OUTSIDE_STRUCK: &str = "annet";

fn path(visit: &Visit) -> String {
    format!("/{}/stryk", visit.lang().code())
}

fn frame(app: &App, visit: &Visit) -> Frame {
    let (t, code) = (visit.t, visit.lang().code());
    let heading = t.plain("strikes-heading");
    Frame::new(app, visit, &heading)
        .form()
        .under(t.plain("web-my-page"), format!("/{code}/min-side"))
        .under(t.plain("access-heading"), format!("/{code}/tilgang"))
        .under(&heading, path(visit))
}

/// What is asked before anything is struck.
fn asked() -> [Field; 2] {
    [
        Field::line(REASON, "strikes-reason", 300).needed().helped("strikes-reason-help"),
        Field::new(SURE, "strikes-sure", FieldKind::Tick)
            .needed()
            .saying(MISSING, "strikes-fault-sure"),
    ]
}

/// What a reader is told of a strike that could not be made.
fn refused(error: WriteError) -> Error {
    match error {
        WriteError::Missing => Error::NotFound,
        WriteError::Db(error) => error.into(),
        other => Error::Internal(format!("a strike: {other}")),
    }
}
