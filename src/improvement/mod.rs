//! The workspace of an improvement team: starting, the page with aim and chart, and entering a number.

mod aim;
mod drivers;
mod entered;
mod entry;
mod list;
mod log;
mod measures;
mod method;
mod model;
mod named;
mod note;
mod number;
mod parts;
mod paste;
mod said;
mod share;
mod show;
mod start;
mod sure;
mod team;
#[cfg(test)]
mod tests;
mod weeks;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use figures::people::in_words;
use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, PROOF, RegisterNames, Submitted};
use crate::i18n::Lang;
use crate::kinds::Kinds;
use crate::login::known;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::text::Fault;
use crate::web::{Frame, Visit};
use crate::work::{self, Open, Refused};

pub const ROOM: Room = Room {
    name: "improvement",
    routes,
    indexed: &["medvirkning"],
    samples: log::SAMPLES,
    meters: &[&team::INVITATIONS],
    ..Room::EMPTY
};

/// Anybody with an account may start. What more they may depends on the work: `work::standing` says it,
/// and the store asks it again in the transaction that writes.
fn routes(_: &Kinds) -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    let mut routes = vec![
        Route::get("/{lang}/sett-i-gang", KNOWN, start::show),
        Route::post("/{lang}/sett-i-gang", KNOWN, start::send),
        Route::get("/{lang}/arbeid", KNOWN, list::show),
        Route::get("/{lang}/arbeid/{id}", KNOWN, show::show),
        Route::get("/{lang}/arbeid/{id}/mal", KNOWN, aim::show),
        Route::post("/{lang}/arbeid/{id}/mal", KNOWN, aim::send),
        Route::get("/{lang}/arbeid/{id}/tall/{measure}", KNOWN, number::show),
        Route::post("/{lang}/arbeid/{id}/tall/{measure}", KNOWN, number::send),
        Route::get("/{lang}/arbeid/{id}/merke", KNOWN, note::show),
        Route::post("/{lang}/arbeid/{id}/merke", KNOWN, note::send),
    ];
    routes.extend(drivers::routes());
    routes.extend(method::routes());
    routes.extend(log::routes());
    routes.extend([
        // The team, who sees the work, and the display on the ward.
        Route::get("/{lang}/arbeid/{id}/team", KNOWN, team::show::show),
        Route::post("/{lang}/arbeid/{id}/team", KNOWN, team::change::send),
        Route::post("/{lang}/arbeid/{id}/team/inviter", KNOWN, team::invite::send),
        Route::get("/{lang}/arbeid/{id}/deling", KNOWN, team::sharing::show),
        Route::post("/{lang}/arbeid/{id}/deling", KNOWN, team::sharing::send),
        Route::post("/{lang}/arbeid/{id}/deling/tavle", KNOWN, team::sharing::link),
        Route::get("/{lang}/arbeid/{id}/forankring", KNOWN, team::anchor::show),
        Route::post("/{lang}/arbeid/{id}/forankring", KNOWN, team::anchor::send),
        Route::get("/{lang}/arbeid/{id}/tavle", KNOWN, team::board::of_team),
        // Whoever has the link reads it, logged in or not.
        Route::get("/{lang}/tavle/{token}", Right::Anybody, team::board::by_link),
    ]);
    routes.extend(measures::routes());
    routes.extend(entry::routes());
    routes.extend(paste::routes());
    routes.extend([
        Route::get("/{lang}/arbeid/{id}/del", KNOWN, share::show),
        Route::post("/{lang}/arbeid/{id}/del", KNOWN, share::send),
        // Beside the editor, of texts that others begin from.
        Route::get("/{lang}/skriv/{id}/modell", KNOWN, model::show),
        Route::post("/{lang}/skriv/{id}/modell", KNOWN, model::send),
    ]);
    routes
}

/// So much a form of this room may hold.
const LIMIT: usize = 64 * 1024;

/// Names and labels; what is told in words.
const LINE: usize = 200;
const PROSE: usize = 2_000;

/// What the sender calls a form, so that the same sent again is known.
const SENT: &str = "sendt";
/// The number of what is changed, as it was seen.
const SEEN: &str = "sett";
/// The number that is corrected.
const INSTEAD: &str = "rettes";

/// The text that a work is begun from.
const FROM: &str = "fra";

/// The work of an address.
#[derive(serde::Deserialize)]
struct Id {
    id: Uuid,
}

/// Where a work is.
fn path(lang: Lang, work: Uuid) -> String {
    format!("/{}/arbeid/{work}", lang.code())
}

/// The work, for those who may read it. For others it is not there.
async fn open(app: &App, visit: &Visit, id: Uuid) -> Result<Open, Error> {
    work::open(&app.db, known(visit)?, id).await?.ok_or(Error::NotFound)
}

/// The frame of a page of this room, under one's own page and the list of works.
fn frame(app: &App, visit: &Visit, heading: &str) -> Frame {
    let code = visit.lang().code();
    let frame = Frame::new(app, visit, heading).form();
    let frame = frame.under(visit.t.plain("web-my-page"), format!("/{code}/min-side"));
    frame.under(visit.t.plain("improvement-list"), format!("/{code}/arbeid"))
}

/// The same under a work.
fn frame_under(app: &App, visit: &Visit, open: &Open, heading: &str, href: &str) -> Frame {
    let work = path(visit.lang(), open.work.id);
    frame(app, visit, heading).under(&open.work.title, work).under(heading, href)
}

/// Masks what looks like an identity number before anything is read of a form, and says where it was, and where
/// a person stands in words.
fn masked(sent: &mut Submitted) -> Vec<Fault> {
    masked_but(sent, &[])
}

/// The same but in inputs whose values are ids of ours, which may well look like one.
fn masked_but(sent: &mut Submitted, ids: &[&str]) -> Vec<Fault> {
    about_people(sent, |name| {
        matches!(name, SENT | SEEN | INSTEAD | FROM | PROOF) || ids.contains(&name)
    })
}

/// Stops persons in what is typed: a number of one is masked; a name with a day of birth, or eleven digits that
/// nobody's number has, come back as they were, to be taken out. They would stand on charts and displays.
fn about_people(sent: &mut Submitted, is_ours: impl Fn(&str) -> bool) -> Vec<Fault> {
    let masked = sent.mask_but(|name, _| is_ours(name));
    // An id may well have eleven digits in a row.
    let is_told = |text: &String| Uuid::try_parse(text).is_err() && in_words(text).is_some();
    let stands = |name: &&str| {
        !is_ours(name)
            && !masked.iter().any(|place| place == name)
            && sent.values(name).iter().any(is_told)
    };
    let named: Vec<String> = sent.names().filter(stands).map(str::to_owned).collect();
    let named = named.into_iter().map(|place| Fault::new(place, "improvement-fault-person"));
    let masked = masked.into_iter().map(|place| Fault::new(place, "improvement-fault-identity"));
    masked.chain(named).collect()
}

/// A form that was sent, with what looks like an identity number masked, and said.
async fn received(request: Request, form: &Form) -> Filled {
    read_of(Submitted::receive(request, LIMIT).await, form)
}

/// The same of a form that asks for days.
async fn received_with_days(app: &App, request: Request, form: &Form) -> Filled {
    let mut sent = Submitted::receive(request, LIMIT).await;
    weeks::as_days(app, &mut sent, form);
    read_of(sent, form)
}

/// The same, of what was put in order first.
fn read_of(mut sent: Submitted, form: &Form) -> Filled {
    let faults = masked(&mut sent);
    Filled::of_sent(sent, form, &RegisterNames::default()).and(faults)
}

/// What a form was made from, by its number.
fn seen(filled: &Filled) -> i32 {
    filled.typed.value(SEEN).parse().unwrap_or(0)
}

/// What is answered when nothing was written; a form whose fault is another's is shown by its page.
fn refused(refused: Refused) -> Error {
    match refused {
        Refused::NotThere => Error::NotFound,
        Refused::May => Error::Forbidden,
        Refused::Database(error) => error.into(),
        other => Error::Internal(format!("a work: {other}")),
    }
}

/// The page of a form that could not be saved now, to be sent once more; any other fault as it is.
fn again(error: Error, filled: Filled, page: impl FnOnce(&Filled) -> Reply) -> Reply {
    if error.will_pass() { page(&filled.unsaved()).map(crate::web::unsaved) } else { Err(error) }
}

/// Somebody has saved meanwhile: the page of what was sent, which goes when it is sent again.
fn conflict(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::CONFLICT;
    response
}
