//! The registers kept by form: centres, organisations, themes, synonyms, the front page, texts of our own.

mod begin;
mod fields;
mod front;
mod overview;
mod past;
mod said;
mod statement;
mod subject;
mod synonyms;
#[cfg(test)]
mod tests;
mod texts;
mod theme;
mod themes;
mod waiting;

use crate::editing::hold_without_session;
use crate::kinds::Kinds;
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::web::receipt::Receipts;

pub use fields::what_key;

pub const ROOM: Room = Room { name: "register", routes, ..Room::EMPTY };

/// Who looks after the register: a centre's leader after that centre, the others after all of it.
const CARERS: &[RoleKind] =
    &[RoleKind::CentreLeader, RoleKind::Coordinator, RoleKind::Administrator];

fn routes(_: &Kinds) -> Vec<Route> {
    const SOME: Right = Right::WithRole(CARERS);
    const THERE: Right = Right::WithRoleAt(CARERS);
    const NATIONAL: Right = Right::WithRole(&[RoleKind::Coordinator, RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/register", SOME, overview::show),
        Route::get("/{lang}/register/venter", SOME, waiting::show),
        Route::post("/{lang}/register/venter", SOME, waiting::send),
        Route::get("/{lang}/register/sentre/{at}", THERE, subject::centre),
        Route::get("/{lang}/register/sentre/{at}/utsagn", THERE, statement::of_centre),
        Route::post("/{lang}/register/sentre/{at}/utsagn", THERE, statement::send_of_centre)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/organisasjoner/{id}", NATIONAL, subject::organisation),
        Route::get(
            "/{lang}/register/organisasjoner/{id}/utsagn",
            NATIONAL,
            statement::of_organisation,
        ),
        Route::post(
            "/{lang}/register/organisasjoner/{id}/utsagn",
            NATIONAL,
            statement::send_of_organisation,
        )
        .without_session(hold_without_session),
        Route::get("/{lang}/register/nytt-senter", NATIONAL, begin::centre),
        Route::post("/{lang}/register/nytt-senter", NATIONAL, begin::send_centre)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/ny-organisasjon", NATIONAL, begin::organisation),
        Route::post("/{lang}/register/ny-organisasjon", NATIONAL, begin::send_organisation)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/tema", NATIONAL, themes::show),
        Route::get("/{lang}/register/nytt-tema", NATIONAL, theme::begin),
        Route::post("/{lang}/register/nytt-tema", NATIONAL, theme::send_new)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/tema/{slug}", NATIONAL, theme::show),
        Route::post("/{lang}/register/tema/{slug}", NATIONAL, theme::send)
            .without_session(hold_without_session),
        Route::post("/{lang}/register/tema/{slug}/bort", NATIONAL, theme::send_away),
        Route::get("/{lang}/register/synonymer", NATIONAL, synonyms::show),
        Route::post("/{lang}/register/synonymer", NATIONAL, synonyms::send)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/forsiden", NATIONAL, front::show),
        Route::post("/{lang}/register/forsiden", NATIONAL, front::send)
            .without_session(hold_without_session),
        Route::get("/{lang}/register/tekster", NATIONAL, texts::show),
        Route::post("/{lang}/register/tekster", NATIONAL, texts::send),
    ]
}

/// So much a form of this room may hold.
const LIMIT: usize = 64 * 1024;

/// Names and the like; sources and what is said are as long as an import takes them.
const LINE: usize = 300;
const SOURCE: usize = 500;
const NOTE: usize = 2_000;

/// What the pages of this room say of what has just been done.
const DONE: Receipts = &[
    ("lagret", "register-done-saved"),
    ("begynt", "register-done-begun"),
    ("tatt-bort", "register-done-taken"),
    ("lagt-til", "register-done-added"),
    ("par-borte", "register-done-pair-gone"),
    ("slatt-sammen", "register-done-merged"),
    ("lagt-ned", "register-done-retired"),
    (WAITS, "register-done-waits"),
    (waiting::LET_THROUGH, "register-done-let-through"),
    (waiting::TURNED_DOWN, "register-done-turned-down"),
];

/// What was sent waits for another to look at a number in it.
const WAITS: &str = "venter";

/// The frame of a page of this room, under the overview.
fn frame(app: &crate::app::App, visit: &crate::web::Visit, heading: &str) -> crate::web::Frame {
    let code = visit.lang().code();
    let frame = crate::web::Frame::new(app, visit, heading).form().saying(visit, DONE);
    let frame = frame.under(visit.t.plain("web-my-page"), format!("/{code}/min-side"));
    frame.under(visit.t.plain("register-heading"), format!("/{code}/register"))
}
