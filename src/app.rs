//! The running program as every handler gets it. It names no room: what rooms add to it comes as
//! plain data from `site.rs`.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::response::Response;
use tower::ServiceExt;

use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Db;
use crate::error::Error;
use crate::extract::TextReader;
use crate::files::Files;
use crate::items::catalogue::Catalogue;
use crate::kinds::Kinds;
use crate::limits::RateLimiters;
use crate::mail::Post;
use crate::page_cache::{PageCache, PublicEdition};
use crate::pdf::Press;
use crate::rights::{Door, Who};
use crate::seal::Seal;
use crate::search::{Index, Missed, Titles};

/// Handed to every handler; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub settings: Arc<Settings>,
    pub kinds: Kinds,
    pub menu: Arc<[MenuEntry]>,
    /// Pages of rooms that indexes of the web may know, behind the language.
    pub indexed: Arc<[&'static str]>,
    /// Every route, and what it asks of whoever comes.
    pub doors: Arc<[Door]>,
    pub index: Index,
    /// What lists are made of.
    pub catalogue: Catalogue,
    /// What can be suggested while somebody types.
    pub titles: Titles,
    /// What was asked in vain, until it is counted.
    pub missed: Missed,
    pub files: Files,
    /// Answers that are the same for all, and of which edition of the site they are.
    pub pages: PageCache,
    pub edition: PublicEdition,
    pub limits: Arc<RateLimiters>,
    pub press: Press,
    pub seal: Seal,
    pub post: Post,
    pub reader: TextReader,
    pub identify: Identify,
}

/// Finds out who asks. A request that says nothing of it is nobody's; one that can't be looked up now
/// is a fault, and not nobody's.
pub type Identify = for<'a> fn(&'a Parts, &'a App) -> Identified<'a>;
pub type Identified<'a> = Pin<Box<dyn Future<Output = Result<Option<Who>, Error>> + Send + 'a>>;

/// Knows nobody: for a site where nobody logs in.
pub fn nobody<'a>(_: &'a Parts, _: &'a App) -> Identified<'a> {
    Box::pin(std::future::ready(Ok(None)))
}

/// The site itself, as a handler may ask it for a page in process: each request brings it along.
#[derive(Clone)]
pub struct OwnPages(Router);

impl OwnPages {
    pub fn new(router: Router) -> Self {
        Self(router)
    }

    pub async fn ask(self, request: Request) -> Response {
        self.0.oneshot(request).await.unwrap_or_else(|never| match never {})
    }
}

/// An entry of the main menu.
#[derive(Clone, Copy, Debug)]
pub struct MenuEntry {
    /// Behind the language: `prosjekter`.
    pub path: &'static str,
    pub label: &'static str,
    /// Entries stand by this number, the lowest first.
    pub order: u8,
    pub in_bar: InBar,
}

/// The bar at the top has room for a few entries; the folded menu and the foot of the page have all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InBar {
    Always,
    /// On a screen that is wide enough.
    WithRoom,
    Never,
}

impl MenuEntry {
    /// What the style sheet knows it by in the bar.
    pub fn bar_class(&self) -> &'static str {
        if self.in_bar == InBar::WithRoom { "roomy" } else { "" }
    }
}

impl App {
    /// The site's public address, without a `/` at its end.
    pub fn public_url(&self) -> String {
        self.settings.site()
    }
}
