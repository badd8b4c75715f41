//! Logging in by a code that comes by e-mail, one's own page, and the browsers that one is logged in in.

mod acting;
mod ask;
mod browsers;
mod clean;
mod code;
mod cookies;
mod device;
mod drafts;
mod enter;
mod identify;
mod letter;
mod mine;
mod out;
mod samples;
mod spared;
mod sweep;
#[cfg(test)]
mod tests;
mod there;
mod waits;
mod works;

use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::tasks::{Course, Task};

pub use cookies::{PROVIDER, SESSION};
pub use enter::{begin_as, browser, had, lead_in};
pub use identify::{BY_ITSELF, identify};
pub use mine::known;
pub use spared::{masked, masked_beside, received};
pub use sweep::{leave_teams, once as sweep_once};
pub use there::{PARAMETER, There};
pub use waits::{Teller, passed_on};

pub const ROOM: Room = Room {
    name: "login",
    routes,
    meters: &[&ASKED, &TRIED],
    tasks: &[Task {
        name: "accounts-sweep",
        course: Course::Endless,
        needed: false,
        run: |app| Box::pin(sweep::sweep(app)),
    }],
    long_jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |job: clean::Clean| clean::clean(app.clone(), job))
    },
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// Codes that a network asks for: so many that a whole hospital behind one address gets in.
const ASKED: Declared = Declared {
    name: "codes_asked",
    shared: false,
    quota: |limits| per_hour(limits.log_ins_per_network_per_hour),
};

/// Codes that are typed from a network, right or wrong.
const TRIED: Declared = Declared {
    name: "codes_tried",
    shared: false,
    quota: |limits| per_hour(limits.log_ins_per_network_per_hour),
};

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/{lang}/logg-inn", Right::Anybody, ask::show),
        Route::post("/{lang}/logg-inn", Right::Anybody, ask::send),
        Route::get("/{lang}/logg-inn/kode", Right::Anybody, code::show),
        Route::post("/{lang}/logg-inn/kode", Right::Anybody, code::send),
        // Also for one whose session is over: they are told that they are logged out, and are.
        Route::post("/{lang}/logg-ut", Right::Anybody, out::send),
        Route::get("/{lang}/min-side", Right::LoggedIn, mine::show),
        Route::post("/{lang}/min-side", Right::LoggedIn, mine::rename).held(),
        Route::post("/{lang}/min-side/invitasjon", Right::LoggedIn, mine::answer),
        Route::post("/{lang}/min-side/organisasjon", Right::LoggedIn, acting::ask),
        Route::get("/{lang}/min-side/okter", Right::LoggedIn, browsers::show),
        Route::post("/{lang}/min-side/okter", Right::LoggedIn, browsers::end),
    ]
}

/// So much a form of this room may hold.
const LIMIT: usize = 16 * 1024;

/// An answer of the log-in: it is kept nowhere, and tells no other site where it was.
pub fn unkept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
