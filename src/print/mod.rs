//! Paper for readers: what to print of a text, the same as PDF, and booklets of several texts.

mod booklet;
mod choice;
mod file;
mod samples;
mod sheet;
mod show;
mod store;
mod sweep;
#[cfg(test)]
mod tests;
mod wall;

use axum::extract::State;
use axum::http::HeaderMap;

use crate::app::App;
use crate::kinds::{Kind, Kinds};
use crate::library::listing;
use crate::limits::{Declared, per_minute};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::tasks::{Course, Task};
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

pub use booklet::{Booklet, make};
pub use store::recall;
pub use sweep::{once as sweep_once, sweep};

pub const ROOM: Room = Room {
    name: "print",
    routes,
    jobs: |worker, app| {
        let app = app.clone();
        let worker = worker.on(move |booklet: Booklet| make(app.clone(), booklet));
        worker.given_up(|tx, booklet: Booklet| Box::pin(store::give_up(tx, booklet.id)))
    },
    meters: &[&PDF],
    tasks: &[Task {
        name: "paper-sweep",
        course: Course::Endless,
        needed: false,
        run: |app| Box::pin(sweep(app)),
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// Papers, each of which takes a while to set.
const PDF: Declared =
    Declared { name: "pdf", shared: false, quota: |limits| per_minute(limits.pdfs_per_minute) };

/// The papers of every kind, and booklets. Each kind by name: chapters have addresses at the same depth.
fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = vec![
        Route::get("/{lang}/hefte", Right::Anybody, booklet::form::show).heavy(listing::is_heavy),
        Route::post("/{lang}/hefte", Right::Anybody, booklet::form::order).heavy(Visit::looks_back),
        Route::get("/{lang}/hefte/{id}", Right::Anybody, booklet::progress::show),
        Route::get("/{lang}/hefte/{id}/pdf", Right::Anybody, booklet::progress::file),
    ];
    for kind in kinds.iter() {
        let page = move |State(app): State<App>, visit: Visit, Named(at): Named<Slug>| async move {
            show::show(&app, &visit, kind, &at.slug).await
        };
        let pdf = move |State(app): State<App>,
                        visit: Visit,
                        Named(at): Named<Slug>,
                        headers: HeaderMap| async move {
            file::show(&app, &visit, kind, &at.slug, &headers).await
        };
        let under = |tail: &str| format!("/{{lang}}/{}/{{slug}}/{tail}", kind.path);
        if kind.guide.is_some() {
            routes.extend(walls(kind));
        }
        routes.push(Route::get(under("utskrift"), Right::Anybody, page));
        routes.push(Route::get(under("pdf"), Right::Anybody, pdf));
    }
    routes
}

/// Of what tells of a team's work: a poster, and slides.
fn walls(kind: &'static Kind) -> [Route; 2] {
    let poster = move |State(app): State<App>,
                       visit: Visit,
                       Named(at): Named<Slug>,
                       headers: HeaderMap| async move {
        wall::poster(&app, &visit, kind, &at.slug, &headers).await
    };
    let slides = move |State(app): State<App>,
                       visit: Visit,
                       Named(at): Named<Slug>,
                       headers: HeaderMap| async move {
        wall::slides(&app, &visit, kind, &at.slug, &headers).await
    };
    let under = |tail: &str| format!("/{{lang}}/{}/{{slug}}/{tail}", kind.path);
    [
        Route::get(under("plakat.pdf"), Right::Anybody, poster),
        Route::get(under("lysbilder.pdf"), Right::Anybody, slides),
    ]
}
