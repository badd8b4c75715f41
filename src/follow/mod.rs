//! Following what is new: feeds of everything and of each kind, calendars, letters to those who want them,
//! and the page that explains.

mod calendar;
mod code;
mod email;
mod feed;
mod followed;
mod leave;
mod letter;
mod news;
mod page;
mod samples;
mod subscriptions;
#[cfg(test)]
mod tests;

use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::app::App;
use crate::kinds::filters::{CENTRE, COUNTY, MUNICIPALITY, THEME};
use crate::kinds::{Kind, Kinds};
use crate::limits::{Declared, per_day, per_hour};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::tasks::{Course, Task};
use crate::web::Visit;

/// Everything at once, narrowed by what all kinds are filed under.
static ALL: Kind =
    Kind { path: "alt", filters: &[THEME, COUNTY, MUNICIPALITY, CENTRE], ..Kind::PLAIN };

pub const ROOM: Room = Room {
    name: "follow",
    routes,
    indexed: &["folg"],
    meters: &[&CODES_TO, &CODES_FROM, &CODES_IN_ALL, &CODES_TYPED],
    jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |round: news::Round| {
            let app = app.clone();
            async move { news::run(&app, round).await }
        })
    },
    tasks: &[Task {
        name: "subscribers",
        course: Course::Endless,
        needed: false,
        run: |app| Box::pin(news::now_and_then(app)),
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// Codes to one address, from whomever: nobody fills another's mailbox.
const CODES_TO: Declared = Declared {
    name: "follow_codes_to",
    shared: true,
    quota: |limits| per_day(limits.follow_codes_per_address_per_day),
};

/// Codes that one visitor asks for.
const CODES_FROM: Declared = Declared {
    name: "follow_codes_from",
    shared: true,
    quota: |limits| per_hour(limits.follow_codes_per_network_per_hour),
};

/// From everybody: whatever else fails, no more leave than this.
const CODES_IN_ALL: Declared = Declared {
    name: "follow_codes_in_all",
    shared: true,
    quota: |limits| per_hour(limits.follow_codes_in_all_per_hour),
};

/// Codes that one visitor types, right or wrong: some to each that is asked for.
const CODES_TYPED: Declared = Declared {
    name: "follow_codes_typed",
    shared: false,
    quota: |limits| per_hour(limits.follow_codes_per_network_per_hour.saturating_mul(5)),
};

/// So much a form of this room may hold.
const LIMIT: usize = 16 * 1024;

/// Carries what the page of a code holds.
const ATTEMPT: &str = "forsok";

/// An answer whose address is nobody else's: it is kept nowhere, and tells no other site where it was.
fn unkept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = vec![
        Route::get("/{lang}/folg", Right::Anybody, page::show),
        Route::get("/{lang}/folg/epost", Right::Anybody, email::show),
        Route::post("/{lang}/folg/epost", Right::Anybody, email::send),
        Route::get("/{lang}/folg/epost/kode", Right::Anybody, code::show),
        Route::post("/{lang}/folg/epost/kode", Right::Anybody, code::send),
        Route::get("/{lang}/folg/avmelding/{token}", Right::Anybody, leave::show),
        Route::post("/{lang}/folg/avmelding/{token}", Right::Anybody, leave::send),
        Route::get("/{lang}/alt.atom", Right::Anybody, feed::of_all).heavy(Visit::looks_back),
    ];
    for kind in kinds.iter().filter(|kind| kind.list.is_some()) {
        let feed = format!("/{{lang}}/{}.atom", kind.path);
        routes.push(Route::get(feed, Right::Anybody, feed::of_kind).heavy(Visit::looks_back));
    }
    for kind in kinds.iter().filter(|kind| kind.sharing.happening.is_some()) {
        let list = format!("/{{lang}}/{}.ics", kind.path);
        let one = format!("/{{lang}}/{}/{{slug}}/kalender.ics", kind.path);
        routes.push(Route::get(list, Right::Anybody, calendar::of_kind));
        routes.push(Route::get(one, Right::Anybody, calendar::of_item));
    }
    routes
}

/// The kind whose list the address `nyheter.atom` or `arrangementer.ics` names.
fn kind_of(app: &App, path: &str) -> Option<&'static Kind> {
    let name = path.split('.').next().unwrap_or_default();
    app.kinds.at(name)
}
