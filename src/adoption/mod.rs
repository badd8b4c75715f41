//! Taking into use: «we take this into use», the page that tells where and how it went, and what is used near by.

mod api;
mod beside;
mod chain;
mod change;
mod fields;
mod here;
mod near;
mod numbers;
mod queue;
mod samples;
mod say;
#[cfg(test)]
mod tests;

use axum::response::Response;
use time::Date;
use uuid::Uuid;

use crate::adoptions::Adoption;
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::{Filled, MASKED, PROOF, Submitted};
use crate::i18n::Lang;
use crate::items::{Shown, read};
use crate::kinds::{Kind, Kinds};
use crate::library::document::{self, Opened};
use crate::people::places;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::text::Fault;
use crate::web::{Frame, Visit};

pub const ROOM: Room = Room { name: "adoption", routes, samples: samples::SAMPLES, ..Room::EMPTY };

/// What others may take into use are the kinds that tell how to begin. Who may say so of a place, and whose
/// yes it takes, is asked by the store (`adoptions::speaks_for`).
fn routes(kinds: &Kinds) -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    let mut routes = Vec::new();
    for noun in kinds.iter().filter(|kind| kind.guide.is_some()).map(|kind| kind.path) {
        let item = format!("/{{lang}}/{noun}/{{slug}}");
        routes.push(Route::get(format!("{item}/{HERE}"), Right::Anybody, here::show));
        routes.push(Route::get(format!("{item}/{SAY}"), KNOWN, say::show));
        routes.push(Route::post(format!("{item}/{SAY}"), KNOWN, say::send));
    }
    routes.extend([
        Route::get("/{lang}/tatt-i-bruk", Right::Anybody, near::show),
        Route::get("/{lang}/bruk", KNOWN, queue::show),
        Route::post("/{lang}/bruk/svar", KNOWN, queue::answer),
        Route::get("/{lang}/bruk/{id}", KNOWN, change::show),
        Route::post("/{lang}/bruk/{id}", KNOWN, change::send),
        Route::get("/{lang}/arbeid/{id}/vis-tall", KNOWN, numbers::show),
        Route::post("/{lang}/arbeid/{id}/vis-tall", KNOWN, numbers::send),
    ]);
    routes.extend(api::routes());
    routes
}

/// What the pages under an item are called in their addresses.
const HERE: &str = "i-bruk";
const SAY: &str = "ta-i-bruk";

/// So much a form of this room may hold.
const LIMIT: usize = 32 * 1024;
/// Names and roles; what is told in words.
const LINE: usize = 200;
const PROSE: usize = 2_000;

/// The number of an adoption as it was seen.
const SEEN: &str = "sett";

#[derive(serde::Deserialize)]
struct Id {
    id: Uuid,
}

/// What is taken into use.
struct Found {
    kind: &'static Kind,
    shown: Box<Shown>,
    /// In whichever language it was read.
    original: Uuid,
    /// Its own address.
    path: String,
    /// Where the same page is of its translations.
    beside: Vec<(Lang, String)>,
}

/// The text of the address; where it has moved, the way there.
async fn find(app: &App, visit: &Visit, slug: &str) -> Result<Result<Found, Response>, Error> {
    let kind = document::kind(app, visit)?;
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(Err(response)),
    };
    let item = &shown.item;
    let original = item.original_id.unwrap_or(item.id);
    let path = format!("/{}/{}/{}", visit.lang().code(), kind.path, item.slug);
    let others = read::translations(&app.db, item).await?;
    let beside = document::beside(visit, kind, &others);
    Ok(Ok(Found { kind, shown, original, path, beside }))
}

impl Found {
    /// The frame of a page beneath the text's own.
    fn frame(&self, app: &App, visit: &Visit, (heading, slug): (&str, &str)) -> Frame {
        let mut frame = Frame::new(app, visit, heading);
        frame.beside.clone_from(&self.beside);
        if let (Some(list), Some((path, _))) = (self.kind.list, self.path.rsplit_once('/')) {
            frame = frame.under(visit.t.plain(list.heading), path);
        }
        let frame = frame.under(&self.shown.item.title, &self.path);
        frame.under(heading, format!("{}/{slug}", self.path))
    }
}

fn today(app: &App) -> Date {
    oslo_day(app.clock.now())
}

/// Where an adopter is: «Solbakken, Hamar».
fn place(network: &Network, one: &Adoption, day: Date) -> String {
    let town = network.places.newest(&one.municipality);
    let town = town.map_or(one.municipality.as_str(), |town| town.name.as_str());
    let known = one.place_id.and_then(|id| places::name(network, id, day));
    let unit = Some(one.unit.as_str()).filter(|unit| !unit.is_empty()).or(known);
    match unit {
        Some(unit) if unit != town => format!("{unit}, {town}"),
        _ => town.to_owned(),
    }
}

/// Masks what looks like an identity number before anything is read of a form, and says where it was. What is said
/// here is public without a reviewer, so no long number may stand in it, whatever it is.
fn masked(sent: &mut Submitted) -> Vec<Fault> {
    let is_ours = |name: &str, _: &str| matches!(name, SEEN | PROOF);
    let places = sent.mask_but(is_ours).into_iter();
    places.map(|place| Fault::new(place, MASKED)).collect()
}

/// The page of a form that could not be saved now, to be sent once more; any other fault as it is.
fn again(error: Error, filled: Filled, page: impl FnOnce(&Filled) -> Reply) -> Reply {
    if error.will_pass() { page(&filled.unsaved()).map(crate::web::unsaved) } else { Err(error) }
}
