//! Following what is new: feeds of everything and of each kind, calendars, and the page that explains.

mod calendar;
mod feed;
mod page;
mod samples;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::kinds::filters::{CENTRE, COUNTY, MUNICIPALITY, THEME};
use crate::kinds::{Kind, Kinds};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::Visit;

/// Everything at once, narrowed by what all kinds are filed under.
static ALL: Kind =
    Kind { path: "alt", filters: &[THEME, COUNTY, MUNICIPALITY, CENTRE], ..Kind::PLAIN };

pub const ROOM: Room =
    Room { name: "follow", routes, indexed: &["folg"], samples: samples::SAMPLES, ..Room::EMPTY };

fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = vec![
        Route::get("/{lang}/folg", Right::Anybody, page::show),
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
