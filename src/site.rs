//! The site: every room there is, put together. The only file that names them all.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::{App, MenuEntry};
use crate::i18n;
use crate::jobs::Worker;
use crate::kinds::Kinds;
use crate::limits::{self, Declared};
use crate::rights::{Door, Right};
use crate::room::{Room, Route, Sample};
use crate::seal::Spent;
use crate::tasks::TaskOf;
use crate::web::Served;
use crate::web::visit::WithoutSession;
use crate::{
    access, adoption, archive, atlas, attachments, barriers, contact, editing, events, find,
    follow, front, guides, improvement, languages, library, logbook, login, news, notices, outbox,
    packages, pages, print, privacy, projects, providers, publications, reading, register, second,
    sitemap, strikes, tips, tools, web,
};

/// The rooms of this program; kinds come in this order in menus of kinds and in counts.
const ROOMS: [&Room; 35] = [
    &front::ROOM,
    &projects::ROOM,
    &tools::ROOM,
    &packages::ROOM,
    &publications::ROOM,
    &news::ROOM,
    &events::ROOM,
    &pages::ROOM,
    &reading::ROOM,
    &contact::ROOM,
    &find::ROOM,
    &print::ROOM,
    &follow::ROOM,
    &sitemap::ROOM,
    &tips::ROOM,
    &atlas::ROOM,
    &library::ROOM,
    &attachments::ROOM,
    &login::ROOM,
    &second::ROOM,
    &providers::ROOM,
    &access::ROOM,
    &logbook::ROOM,
    &editing::ROOM,
    &guides::ROOM,
    &privacy::ROOM,
    &archive::ROOM,
    &barriers::ROOM,
    &register::ROOM,
    &languages::ROOM,
    &notices::ROOM,
    &outbox::ROOM,
    &improvement::ROOM,
    &adoption::ROOM,
    &strikes::ROOM,
];

/// Extractors take no larger body. A form is read by `Filled::receive`, up to a limit of its own.
const LARGEST_BODY: usize = 64 * 1024;

/// The rooms that a program is made of: ours, and those that another crate adds.
#[derive(Clone, Debug)]
pub struct Site {
    rooms: Vec<&'static Room>,
    kinds: Kinds,
}

impl Default for Site {
    fn default() -> Self {
        Self::of(ROOMS.to_vec())
    }
}

impl Site {
    fn of(rooms: Vec<&'static Room>) -> Self {
        let kinds = Kinds::new(rooms.iter().flat_map(|room| room.kinds.iter().copied()));
        Self { rooms, kinds }
    }

    /// The same site with a room more.
    #[must_use]
    pub fn with(mut self, room: &'static Room) -> Self {
        self.rooms.push(room);
        Self::of(self.rooms)
    }

    pub fn kinds(&self) -> Kinds {
        self.kinds.clone()
    }

    /// From now on the words of rooms from other crates can be said.
    pub fn add_words(&self) -> Result<(), String> {
        self.rooms.iter().try_for_each(|room| i18n::add(room.name, room.words))
    }

    /// The facets that the search index keeps.
    pub fn search_facets(&self) -> Vec<&'static str> {
        self.kinds.searched().into_iter().map(|filter| filter.facet).collect()
    }

    /// The main menu, in its order.
    pub fn menu(&self) -> Arc<[MenuEntry]> {
        let mut menu: Vec<MenuEntry> =
            self.rooms.iter().flat_map(|room| room.menu).copied().collect();
        menu.sort_by_key(|entry| entry.order);
        menu.into()
    }

    /// Pages that are no item's, for the map of the site.
    pub fn indexed(&self) -> Arc<[&'static str]> {
        self.rooms.iter().flat_map(|room| room.indexed).copied().collect()
    }

    /// What is counted, so that nobody takes all of it.
    pub fn meters(&self) -> Vec<&'static Declared> {
        let of_rooms = self.rooms.iter().flat_map(|room| room.meters);
        limits::METERS.iter().chain(of_rooms).copied().collect()
    }

    /// Every address of the site, with its method and the right that it asks for.
    pub fn routes(&self) -> Vec<Route> {
        let of_rooms = self.rooms.iter().flat_map(|room| (room.routes)(&self.kinds));
        let assets = [
            Route::get("/static/{file}", Right::Anybody, web::assets::serve),
            Route::get("/favicon.ico", Right::Anybody, web::assets::favicon),
        ];
        of_rooms.chain(assets).collect()
    }

    /// The same as plain data: what each asks of whoever comes.
    pub fn doors(&self) -> Arc<[Door]> {
        let door = |route: Route| Door {
            right: route.right,
            method: route.method,
            pattern: route.pattern,
        };
        self.routes().into_iter().map(door).collect()
    }

    /// What makes every answer of the public site. Layers from the innermost out.
    pub fn router(&self, app: App) -> Router {
        let put = |router: Router<App>, route: Route| {
            let (pattern, right, heavy) = (route.pattern.clone(), route.right, route.heavy);
            let hold: WithoutSession = editing::hold_without_session;
            let without = route.without.or(route.is_held.then_some(hold));
            let mut handler = route.handler();
            if let Some(is_heavy) = heavy {
                let state = (app.clone(), is_heavy);
                handler = handler.route_layer(from_fn_with_state(state, web::heavy::guard));
            }
            // Outside the rest: nothing is counted for who may not ask.
            if let Some(without) = without {
                let state = (app.clone(), right, without);
                handler = handler.route_layer(from_fn_with_state(state, web::visit::require_or));
            } else if right != Right::Anybody {
                handler = handler.route_layer(from_fn_with_state(right, web::visit::require));
            }
            router.route(&pattern, handler)
        };
        self.routes()
            .into_iter()
            .fold(Router::new(), put)
            .fallback(web::faults::nowhere)
            .layer(DefaultBodyLimit::max(LARGEST_BODY))
            // A form from another site is refused before its handler sees it.
            .layer(from_fn_with_state(app.clone(), web::headers::same_site))
            // A panic becomes a fault like any other, …
            .layer(CatchPanicLayer::custom(web::faults::after_panic))
            // … and every fault a page.
            .layer(from_fn_with_state(app.clone(), web::faults::pages))
            // Who asks for what is read before all that looks at it. What is for somebody alone is
            // marked before it could be tagged.
            .layer(from_fn_with_state(app.clone(), web::visit::read))
            // Nobody is asked for, and no page made, of an address with somebody's number in it.
            .layer(from_fn(web::masked::lead_on))
            .layer(from_fn_with_state(app.clone(), web::headers::add))
            .layer(from_fn(web::observe::note_route))
            .with_state(app)
    }

    /// The site as readers meet it: with what is kept in memory before the router, and with the replica
    /// of the database where it is away.
    pub fn serve(&self, mut app: App) -> Served {
        app.db = app.db.for_readers();
        app.catalogue = app.catalogue.for_readers();
        let as_sent = self.routes().into_iter().filter(|route| route.is_as_sent);
        let as_sent = as_sent.map(|route| route.beginning().to_owned()).collect();
        Served::leaving(app.clone(), self.router(app), as_sent)
    }

    /// Pages that tests look at.
    pub fn samples(&self) -> impl Iterator<Item = &'static Sample> + use<'_> {
        self.rooms.iter().flat_map(|room| room.samples)
    }

    /// What runs beside the requests.
    pub fn tasks(&self) -> impl Iterator<Item = TaskOf<App>> + use<'_> {
        self.rooms.iter().flat_map(|room| room.tasks).copied()
    }

    /// The queue, with everything that is done in short.
    pub fn worker(&self, app: &App) -> Worker {
        let worker = Worker::new(app.db.clone(), app.clock.clone());
        // A stamp that is too old to be used is forgotten: its row goes when it has run.
        let worker = worker.on(|_: Spent| std::future::ready(Ok(())));
        self.rooms.iter().fold(worker, |worker, room| (room.jobs)(worker, app))
    }

    /// The queue, with what takes long: a letter never waits for a thick book.
    pub fn long_worker(&self, app: &App) -> Worker {
        let worker = Worker::new(app.db.clone(), app.clock.clone());
        self.rooms.iter().fold(worker, |worker, room| (room.long_jobs)(worker, app))
    }
}
