//! Finds: search, the list of themes, the search API, and the task that keeps the index fresh.

mod api;
mod docs;
mod documents;
mod feed;
mod filed;
mod filters;
mod fold;
pub mod follow;
mod help;
mod infile;
mod intro;
mod missed;
mod named;
mod page;
mod samples;
pub mod snapshot;
mod suggest;
pub mod synonyms;
#[cfg(test)]
mod tests;
mod themes;
mod then;

use crate::app::{App, InBar, MenuEntry};
use crate::error::Error;
use crate::kinds::Kinds;
use crate::limits::{Declared, per_minute};
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::search;
use crate::tasks::{Course, Task};
use crate::web::Visit;

pub const SEARCH: Declared = Declared {
    name: "search",
    shared: false,
    quota: |limits| per_minute(limits.searches_per_minute),
};

/// Suggestions come with each letter or so: some to every search.
pub const SUGGEST: Declared = Declared {
    name: "suggest",
    shared: false,
    quota: |limits| per_minute(limits.searches_per_minute.saturating_mul(SUGGESTIONS)),
};

/// For each search so many suggestions may be asked for.
const SUGGESTIONS: u32 = 6;

pub const ROOM: Room = Room {
    name: "find",
    routes,
    menu: &[MenuEntry { path: "tema", label: "web-menu-themes", order: 70, in_bar: InBar::Always }],
    indexed: &["tema"],
    meters: &[&SEARCH, &SUGGEST],
    long_jobs: |worker, app| {
        let app = app.clone();
        worker.on(move |_: snapshot::Publish| snapshot::run(app.clone()))
    },
    tasks: &[
        Task {
            name: "search-index",
            course: Course::Endless,
            needed: true,
            run: |app| Box::pin(follow::follow(app)),
        },
        Task {
            name: "index-snapshot",
            // Where nothing is handed over there is nothing to do.
            course: Course::Once,
            needed: false,
            run: |app| Box::pin(snapshot::keep_up(app)),
        },
        Task {
            name: "search-missed",
            course: Course::Endless,
            needed: false,
            run: |app| Box::pin(missed::count(app)),
        },
    ],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn routes(_: &Kinds) -> Vec<Route> {
    const NATIONAL: Right = Right::WithRole(&[RoleKind::Coordinator, RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/sok", Right::Anybody, page::show).heavy(Visit::looks_back),
        Route::get("/{lang}/sok/forslag", Right::Anybody, suggest::page),
        Route::get("/{lang}/sok/forslag.json", Right::Anybody, suggest::json),
        Route::get("/{lang}/sok/uten-treff", NATIONAL, missed::show),
        Route::get("/{lang}/sok.atom", Right::Anybody, feed::show).heavy(Visit::looks_back),
        Route::get("/{lang}/tema", Right::Anybody, themes::show).heavy(Visit::looks_back),
        Route::get("/{lang}/tema/{slug}", Right::Anybody, themes::theme).heavy(Visit::looks_back),
        Route::get("/api/v1/search", Right::Anybody, api::search),
        Route::get("/{lang}/api", Right::Anybody, docs::show),
    ]
}

pub use page::best;
pub use suggest::{Suggestion, gone_to};

/// As it is now, or as it was on the day that is looked back at.
async fn ask_on(
    app: &App,
    visit: &Visit,
    query: search::Query,
) -> Result<search::SearchResults, Error> {
    match visit.at {
        Some(at) => then::find(app, at, &query).await,
        None => ask(app, query).await,
    }
}

/// Searching is work for a thread of its own: it must not hold up those who only read.
pub async fn ask(app: &App, query: search::Query) -> Result<search::SearchResults, Error> {
    let index = app.index.clone();
    Ok(tokio::task::spawn_blocking(move || index.search(&query)).await??)
}
