//! Logging in by others who vouch for people (OpenID Connect): there, back, and out again.

mod back;
mod begin;
mod front_channel;
mod over;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::config::Provider;
use crate::error::Error;
use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::rights::Right;
use crate::room::{Room, Route, Sample};

pub const ROOM: Room = Room {
    name: "providers",
    routes,
    meters: &[&GOING, &REFUSED],
    samples: &[
        Sample::of("log-in by others that was broken off", "/nb/logg-inn/avbrutt?grunn=avbrutt"),
        Sample::of("log-in by somebody unknown", "/nb/logg-inn/hos/ingen").answering(422).sent(&[]),
    ],
    ..Room::EMPTY
};

/// How often a network goes to others.
const GOING: Declared = Declared {
    name: "providers",
    shared: false,
    quota: |limits| per_hour(limits.log_ins_per_network_per_hour),
};

/// So many refusals from one network are written down.
const REFUSED: Declared =
    Declared { name: "providers_refused", shared: false, quota: |_| per_hour(60) };

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::post("/{lang}/logg-inn/hos/{tilbyder}", Right::Anybody, begin::send),
        Route::get("/{lang}/logg-inn/avbrutt", Right::Anybody, over::show),
        // Providers hold these against a list of theirs, letter for letter: they have no language.
        Route::get("/innlogging/{tilbyder}", Right::Anybody, back::receive).as_sent(),
        Route::get("/utlogging/{tilbyder}", Right::Anybody, front_channel::end).as_sent(),
    ]
}

/// The provider of the address.
#[derive(serde::Deserialize)]
pub struct Of {
    tilbyder: String,
}

fn provider<'a>(app: &'a App, Of { tilbyder }: &Of) -> Result<&'a Provider, Error> {
    app.settings.provider(tilbyder).ok_or(Error::NotUnderstood("tilbyder"))
}

/// Where a provider sends the browser back to.
fn back_to(app: &App, provider: &Provider) -> String {
    format!("{}/innlogging/{}", app.public_url(), provider.name)
}
