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
use figures::people::{Person, in_words};
use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, MASKED, PROOF, RegisterNames, Submitted};
use crate::i18n::Lang;
use crate::kinds::Kinds;
use crate::login::{self, known};
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

/// What a form of this room carries that nobody types.
const OURS: [&str; 4] = [SENT, SEEN, INSTEAD, FROM];

/// Masks what looks like an identity number before anything is read of a form, and says where it was, and where
/// a person stands in words; a number that the team says is none stays.
async fn masked(app: &App, visit: &Visit, sent: &mut Submitted) -> Result<Vec<Fault>, Error> {
    masked_but(app, visit, sent, &[]).await
}

/// The same but in inputs whose values are ids of ours, which may well look like one.
async fn masked_but(
    app: &App,
    visit: &Visit,
    sent: &mut Submitted,
    ids: &[&str],
) -> Result<Vec<Fault>, Error> {
    let ours = [OURS.as_slice(), ids].concat();
    let masked = login::masked(app, visit, sent, &ours).await?;
    Ok(with_persons(sent, masked, &ours))
}

/// The same of what goes into a text: whoever looks through it is shown no numbers of it, so none can be said to be
/// something else.
fn masked_for_text(sent: &mut Submitted) -> Vec<Fault> {
    let places = sent.mask_but(|name, _| OURS.contains(&name)).into_iter();
    let masked = places.map(|place| Fault::new(place, MASKED)).collect();
    with_persons(sent, masked, &OURS)
}

/// A name with a day of birth, or eleven digits that nobody's number has, come back as they were, to be taken out:
/// they would stand on charts and displays.
fn with_persons(sent: &Submitted, masked: Vec<Fault>, ours: &[&str]) -> Vec<Fault> {
    // What is left that looks like a number is said to be none, and an id may well have eleven digits in a row.
    let is_somebody = |text: &String| match in_words(text) {
        Some(Person::Name) => true,
        Some(Person::Number) => {
            norsk::identity::found(text).is_empty() && Uuid::try_parse(text).is_err()
        }
        None => false,
    };
    let stands = |name: &&str| {
        !ours.contains(name)
            && *name != PROOF
            && !masked.iter().any(|fault| fault.path == *name)
            && sent.values(name).iter().any(is_somebody)
    };
    let named: Vec<Fault> = sent
        .names()
        .filter(stands)
        .map(|name| Fault::new(name, "improvement-fault-person"))
        .collect();
    masked.into_iter().chain(named).collect()
}

/// A form that was sent, with what looks like an identity number masked, and said.
async fn received(
    app: &App,
    visit: &Visit,
    request: Request,
    form: &Form,
) -> Result<Filled, Error> {
    read_of(app, visit, Submitted::receive(request, LIMIT).await, form).await
}

/// The same, of what was put in order first.
async fn read_of(app: &App, visit: &Visit, sent: Submitted, form: &Form) -> Result<Filled, Error> {
    read_but(app, visit, sent, form, &[]).await
}

/// The same, with inputs whose values are ids of ours. A week is understood wherever a day is asked for.
async fn read_but(
    app: &App,
    visit: &Visit,
    mut sent: Submitted,
    form: &Form,
    ids: &[&str],
) -> Result<Filled, Error> {
    weeks::as_days(app, &mut sent, form);
    let faults = masked_but(app, visit, &mut sent, ids).await?;
    Ok(Filled::of_sent(sent, form, &RegisterNames::default()).and(faults))
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
