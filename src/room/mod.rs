//! What a room brings to the site: kinds, routes with the right that each asks for, entries of the
//! menu, pages for indexes, work for the queue, and pages to test by. `site.rs` lists the rooms;
//! nothing else does.

mod sample;

use std::borrow::Cow;

use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

use crate::app::{App, MenuEntry};
use crate::i18n::RoomWords;
use crate::jobs::Worker;
use crate::kinds::{Kind, Kinds};
use crate::limits::Declared;
use crate::rights::Right;
use crate::tasks::TaskOf;
use crate::web::heavy::IsHeavy;
use crate::web::visit::WithoutSession;

pub use sample::{Sample, SamplePost};

/// One feature. A room names what it has and takes the rest from [`Room::EMPTY`].
#[derive(Clone, Copy)]
pub struct Room {
    /// The name of its folder.
    pub name: &'static str,
    /// The kinds of published things that it adds.
    pub kinds: &'static [&'static Kind],
    /// The words of a room that is not of this package, one text for each language; ours stand in
    /// `locales/`.
    pub words: RoomWords,
    /// Its addresses. Some are one for each kind: it is told which kinds the site has.
    pub routes: fn(&Kinds) -> Vec<Route>,
    /// Its entries in the main menu.
    pub menu: &'static [MenuEntry],
    /// Pages of its own that indexes of the web may know, behind the language.
    pub indexed: &'static [&'static str],
    /// The meters that it counts with.
    pub meters: &'static [&'static Declared],
    /// The jobs that it runs.
    pub jobs: fn(Worker, &App) -> Worker,
    /// Jobs that take long: they have a worker of their own, so that a letter never waits for them.
    pub long_jobs: fn(Worker, &App) -> Worker,
    /// What runs beside the requests for as long as the program does.
    pub tasks: &'static [TaskOf<App>],
    /// Pages that a test in a browser looks at: each of its templates in each of its states.
    pub samples: &'static [Sample],
}

impl Room {
    pub const EMPTY: Self = Self {
        name: "",
        kinds: &[],
        words: &[],
        routes: |_| Vec::new(),
        menu: &[],
        indexed: &[],
        meters: &[],
        jobs: |worker, _| worker,
        long_jobs: |worker, _| worker,
        tasks: &[],
        samples: &[],
    };
}

impl std::fmt::Debug for Room {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Room({})", self.name)
    }
}

/// An address with what may be done there, and by whom.
pub struct Route {
    /// As axum writes it: `/{lang}/prosjekter/{slug}`.
    pub pattern: Cow<'static, str>,
    pub method: Method,
    pub right: Right,
    /// Says of a visit whether its answer costs far more to make than other pages; none is never so.
    pub heavy: Option<IsHeavy>,
    /// What answers who has no session any more, where their form is not to be lost.
    pub without: Option<WithoutSession>,
    /// The form is kept for its sender when they have no session any more, by the room that keeps such.
    pub is_held: bool,
    /// Another program sends people here: what stands in the address is taken as it came.
    pub is_as_sent: bool,
    handler: MethodRouter<App>,
}

impl Route {
    /// A page. It changes nothing.
    pub fn get<H, T>(pattern: impl Into<Cow<'static, str>>, right: Right, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self::of(pattern.into(), Method::GET, right, get(handler))
    }

    /// A form that is sent.
    pub fn post<H, T>(pattern: impl Into<Cow<'static, str>>, right: Right, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self::of(pattern.into(), Method::POST, right, post(handler))
    }

    fn of(
        pattern: Cow<'static, str>,
        method: Method,
        right: Right,
        handler: MethodRouter<App>,
    ) -> Self {
        let (heavy, without) = (None, None);
        Self { pattern, method, right, heavy, without, is_held: false, is_as_sent: false, handler }
    }

    /// What answers is heavy when `is_heavy` says so of the visit: then it is counted by
    /// [`crate::limits::HEAVY`] and given up past its deadline.
    #[must_use]
    pub fn heavy(mut self, is_heavy: IsHeavy) -> Self {
        self.heavy = Some(is_heavy);
        self
    }

    /// Who has no session any more is answered by this, and not only refused.
    #[must_use]
    pub fn without_session(mut self, without: WithoutSession) -> Self {
        self.without = Some(without);
        self
    }

    /// What is sent when the session is over waits for its sender, and is not only refused.
    #[must_use]
    pub fn held(mut self) -> Self {
        self.is_held = true;
        self
    }

    /// What another program puts in the address is read letter for letter: nothing in it is masked. Nobody
    /// types it, and it must be neither kept nor shown. The pattern begins with words of its own.
    #[must_use]
    pub fn as_sent(mut self) -> Self {
        self.is_as_sent = true;
        self
    }

    /// What all its addresses begin with.
    pub fn beginning(&self) -> &str {
        self.pattern.split('{').next().unwrap_or_default()
    }

    /// What answers, for the site to put in its place.
    pub fn handler(self) -> MethodRouter<App> {
        self.handler
    }
}
