//! What the running program is made of; merges every room's routes and says which layers lie over them.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Db;
use crate::files::Files;
use crate::library::Kind;
use crate::pdf::Press;
use crate::search::Index;
use crate::web::limits::Limits;
use crate::web::seal::Seal;
use crate::{
    atlas, contact, events, find, follow, front, library, news, packages, pages, print, projects,
    publications, reading, sitemap, tips, tools, web,
};

/// The kinds of published things. A new kind is a folder, a line here and one in `routes`.
pub static KINDS: &[Kind] = &[
    projects::KIND,
    tools::KIND,
    packages::KIND,
    publications::KIND,
    news::KIND,
    events::KIND,
    pages::KIND,
];

/// Handed to every handler; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub settings: Arc<Settings>,
    pub kinds: &'static [Kind],
    pub index: Index,
    /// What can be suggested while somebody types.
    pub titles: find::Titles,
    pub files: Files,
    pub limits: Arc<Limits>,
    pub press: Press,
    pub seal: Seal,
}

impl App {
    /// The site's public address, without a `/` at its end.
    pub fn public_url(&self) -> String {
        self.settings
            .public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", self.settings.listen))
    }
}

fn routes() -> Router<App> {
    Router::new()
        .merge(front::routes())
        .merge(projects::routes())
        .merge(tools::routes())
        .merge(packages::routes())
        .merge(events::routes())
        .merge(news::routes())
        .merge(publications::routes())
        .merge(pages::routes())
        .merge(reading::routes())
        .merge(contact::routes())
        .merge(find::routes())
        .merge(print::routes(KINDS))
        .merge(follow::routes())
        .merge(sitemap::routes())
        .merge(tips::routes())
        .merge(atlas::routes())
        .merge(library::routes())
        .merge(library::start::routes(KINDS))
        .merge(web::assets::routes())
}

/// No form of ours is larger.
const LARGEST_FORM: usize = 64 * 1024;

/// The whole public site: the same in production and in tests. Layers from the innermost out.
pub fn router(app: App) -> Router {
    routes()
        .fallback(web::faults::nowhere)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        // A form from another site is refused before its handler sees it.
        .layer(from_fn_with_state(app.clone(), web::headers::same_site))
        // A panic becomes a fault like any other, …
        .layer(CatchPanicLayer::custom(web::faults::after_panic))
        // … and every fault a page.
        .layer(from_fn_with_state(app.clone(), web::faults::pages))
        // The tag is of the plain text, so it comes before compression.
        .layer(from_fn(web::conditional::answer))
        .layer(CompressionLayer::new().br(true).gzip(true).quality(CompressionLevel::Fastest))
        .layer(from_fn(web::headers::add))
        // Outermost, so that it sees every answer and its whole time.
        .layer(from_fn_with_state(app.clone(), web::observe::request))
        .with_state(app)
}
