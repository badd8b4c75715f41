//! Following what is new: feeds of everything and of each kind, calendars, and the page that explains.

mod calendar;
mod feed;
mod page;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::app::{App, KINDS};
use crate::library::Kind;
use crate::library::registers::{CENTRE, COUNTY, MUNICIPALITY, THEME};

/// Everything at once, narrowed by what all kinds are filed under.
const ALL: Kind =
    Kind { path: "alt", filters: &[THEME, COUNTY, MUNICIPALITY, CENTRE], ..Kind::PLAIN };

pub fn routes() -> Router<App> {
    let mut routes = Router::new()
        .route("/{lang}/folg", get(page::show))
        .route("/{lang}/alt.atom", get(feed::of_all));
    for kind in KINDS.iter().filter(|kind| kind.list.is_some()) {
        routes = routes.route(&format!("/{{lang}}/{}.atom", kind.path), get(feed::of_kind));
    }
    for kind in KINDS.iter().filter(|kind| kind.sharing.happening.is_some()) {
        let list = format!("/{{lang}}/{}.ics", kind.path);
        let one = format!("/{{lang}}/{}/{{slug}}/kalender.ics", kind.path);
        routes = routes.route(&list, get(calendar::of_kind)).route(&one, get(calendar::of_item));
    }
    routes
}

/// The kind whose list the address `nyheter.atom` or `arrangementer.ics` names.
fn kind_of(app: &App, path: &str) -> Option<&'static Kind> {
    let name = path.split('.').next().unwrap_or_default();
    app.kinds.iter().find(|kind| kind.path == name)
}
