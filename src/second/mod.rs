//! The second step of the log-in: an app that makes codes, passkeys, and recovery codes; taking it, and setting it up.

mod added;
mod app;
mod key;
mod manage;
mod qr;
mod samples;
mod show_key;
mod step;
#[cfg(test)]
mod tests;

use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::app::App;
use crate::kinds::Kinds;
use crate::people::factors::passkeys::{self, Here};
use crate::rights::Right;
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "second", routes, samples: samples::SAMPLES, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/{lang}/logg-inn/trinn-to", Right::Anybody, step::show),
        Route::post("/{lang}/logg-inn/trinn-to", Right::Anybody, step::send),
        Route::post("/{lang}/logg-inn/trinn-to/nokkel", Right::Anybody, show_key::ask),
        Route::post("/{lang}/logg-inn/trinn-to/nokkel/svar", Right::Anybody, show_key::answer),
        Route::get("/{lang}/min-side/trinn-to", Right::LoggedIn, manage::show),
        Route::post("/{lang}/min-side/trinn-to", Right::LoggedIn, manage::change),
        Route::get("/{lang}/min-side/trinn-to/app", Right::LoggedIn, app::show),
        Route::post("/{lang}/min-side/trinn-to/app", Right::LoggedIn, app::confirm),
        Route::post("/{lang}/min-side/trinn-to/nokkel", Right::LoggedIn, key::ask),
        Route::post("/{lang}/min-side/trinn-to/nokkel/svar", Right::LoggedIn, key::answer),
    ]
}

/// So much a form of this room may hold: what a key signs is some kilobytes.
const LIMIT: usize = 64 * 1024;

/// Can passkeys be bound to this site's address?
fn has_passkeys(app: &App) -> bool {
    passkeys::relying(&app.public_url()).is_some()
}

fn here(app: &App, person: uuid::Uuid, session: uuid::Uuid) -> Here {
    Here { site: app.public_url(), session, person }
}

/// On this page a script may ask for a passkey; on all others none may.
fn with_passkeys(mut response: Response) -> Response {
    let may = "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), \
         microphone=(), geolocation=(), payment=(), usb=()";
    response
        .headers_mut()
        .insert(HeaderName::from_static("permissions-policy"), HeaderValue::from_static(may));
    response
}
