//! Who asks, in what language, for what: read once from the request, before anything else looks at it.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::items::Shown;
use crate::limits::Asker;
use crate::people::audit;
use crate::rights::{self, Right, Who};
use crate::waiting::{self, Waits};
use crate::web::barred::{Barred, Shut};
use crate::web::headers::NotTaken;
use crate::web::observe::RequestId;
use crate::web::{AsOf, Query, address, faults, whose};

#[derive(Clone, Debug)]
pub struct Visit {
    /// In the language of the address; where it has none, in the one that the browser prefers.
    pub t: Text,
    /// The address behind the language.
    pub path: String,
    pub query: String,
    /// The day whose page is asked for, when it is not the present one.
    pub at: Option<AsOf>,
    pub asker: Asker,
    /// Somebody who is known.
    pub who: Option<Arc<Who>>,
    /// What waits for them; none where it was not asked for, or could not be read.
    pub waiting: Option<Arc<[Waits]>>,
    /// Names the request in the log.
    pub id: String,
    /// A text that is not public, for whoever writes it: its page is asked for in process and shown as
    /// if it were.
    pub unpublished: Option<Unpublished>,
    /// Does the address say a language?
    pub has_lang: bool,
    /// Is the page only read? Else a form is sent.
    pub is_read: bool,
    /// What the address says of a day: a fault only for those who ask for it.
    day: Result<Option<AsOf>, Error>,
}

/// No address of ours is longer; what is, leads nowhere and is not repeated on the page.
const LONGEST: usize = 2_000;

/// Style, script and font: the same bytes for whoever asks.
const ASSETS: [&str; 2] = ["/static/", "/favicon.ico"];

impl Visit {
    /// The parameters of the address; one that is no text is not understood.
    pub fn parameters(&self) -> Result<Query, Error> {
        Query::parse(&self.query)
    }

    /// What addresses on the page end in, so that they lead to the same day.
    pub fn day_query(&self) -> String {
        self.at.map(AsOf::query).unwrap_or_default()
    }

    /// Does the address ask for the page of a day, and one that can be shown?
    pub fn looks_back(&self) -> bool {
        matches!(self.day, Ok(Some(_)))
    }

    pub fn lang(&self) -> Lang {
        self.t.lang
    }

    fn of_nobody(parts: &Parts, app: &App) -> Self {
        let path = parts.uri.path().trim_start_matches('/');
        let (prefix, rest) = path.split_once('/').unwrap_or((path, ""));
        let lang = Lang::parse(prefix);
        let query = parts.uri.query().unwrap_or_default();
        let id = parts.extensions.get::<RequestId>();
        Self {
            t: Text::new(lang.unwrap_or_else(|| preferred(&parts.headers).unwrap_or(Lang::Nb))),
            path: if lang.is_some() { rest } else { path }.to_owned(),
            query: query.to_owned(),
            at: None,
            asker: network(parts, app),
            who: None,
            waiting: None,
            id: id.map(|RequestId(id)| id.clone()).unwrap_or_default(),
            unpublished: None,
            has_lang: lang.is_some(),
            is_read: matches!(parts.method, Method::GET | Method::HEAD),
            day: AsOf::read(query, &app.clock),
        }
    }
}

fn network(parts: &Parts, app: &App) -> Asker {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let trusted = &app.settings.trusted_proxies;
    let address = peer.map(|peer| address::behind(peer, &parts.headers, trusted));
    let is_here = peer.is_some_and(|peer| peer.to_canonical().is_loopback())
        && !address::is_forwarded(&parts.headers);
    Asker { account: None, network: address::network(address), is_here }
}

/// Goes with a page that one of our handlers asks for: the text that it is to show.
#[derive(Clone, Debug)]
pub struct Unpublished {
    pub text: Arc<Shown>,
    /// May whoever asks go on writing it? Else they only read it along.
    pub is_theirs: bool,
}

/// Who asks, found out before anything else is done for them.
#[derive(Clone)]
pub struct Identity(Result<Option<Arc<Who>>, Error>);

impl Identity {
    pub async fn of(parts: &Parts, app: &App) -> Self {
        Self((app.identify)(parts, app).await.map(|who| who.map(Arc::new)))
    }

    pub fn is_nobody(&self) -> bool {
        matches!(self.0, Ok(None))
    }
}

/// The layer that reads the visit. What it lets out to somebody who is known is for them alone, and is
/// kept nowhere.
pub async fn read(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut visit = Visit::of_nobody(&parts, &app);
    if let Some(asker) = parts.extensions.get::<Asker>() {
        // A page that one of our handlers asks for: it is counted for who asked the handler, and shown
        // as anybody can read it.
        visit.asker = asker.clone();
        visit.unpublished = parts.extensions.get::<Unpublished>().cloned();
    } else if !ASSETS.iter().any(|asset| parts.uri.path().starts_with(asset)) {
        let identity = match parts.extensions.remove::<Identity>() {
            Some(identity) => identity,
            None => Identity::of(&parts, &app).await,
        };
        match identity.0 {
            Ok(who) => visit.who = who,
            Err(error) => {
                return faults::page(&app, &visit, error.into_response(), Barred::default());
            }
        }
        visit.asker.account = visit.who.as_ref().map(|who| who.id);
        visit.waiting = waits_for(&app, &visit).await;
    }
    let is_known = visit.who.is_some();
    let network = visit.asker.network.clone();
    let is_noted = is_known || !visit.is_read;
    if is_known {
        // What they may have kept from before they were known is not theirs.
        parts.headers.remove(header::IF_NONE_MATCH);
        parts.headers.remove(header::IF_MODIFIED_SINCE);
    }
    parts.extensions.insert(Arc::new(visit));
    let answer = next.run(Request::from_parts(parts, body));
    // What the log tells of is told with where it was asked for.
    let mut response =
        if is_noted { audit::asked_from(network, answer).await } else { answer.await };
    if is_known {
        keep_nowhere(response.headers_mut());
    }
    response
}

/// What waits for who is known: the frame of their pages tells how much. No page fails for want of it.
async fn waits_for(app: &App, visit: &Visit) -> Option<Arc<[Waits]>> {
    let who = visit.who.as_ref()?;
    // What has no language, or an ending as files have, is no page.
    if !visit.has_lang || visit.path.contains('.') {
        return None;
    }
    match waiting::of_one(&app.db, app.clock.now(), who).await {
        Ok(all) => Some(all.into()),
        Err(error) => {
            tracing::warn!(request = visit.id, %error, "what waits for somebody can't be read");
            None
        }
    }
}

fn keep_nowhere(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    for kept in [header::ETAG, header::LAST_MODIFIED, header::EXPIRES] {
        headers.remove(kept);
    }
}

/// The visit as the layer has read it.
pub fn of(extensions: &Extensions) -> Result<&Arc<Visit>, Error> {
    let missing = || Error::Internal("the layer that reads the visit is missing".to_owned());
    extensions.get::<Arc<Visit>>().ok_or_else(missing)
}

/// The layer around each route: it lets in whoever has the right that the route asks for, with a form that was made
/// for them.
pub async fn require(State(right): State<Right>, request: Request, next: Next) -> Response {
    let request = match admitted(right, request).await {
        Ok(request) => request,
        Err(response) => return response,
    };
    match checked(request).await {
        (request, false) => next.run(request).await,
        (_, true) => NotTaken::ANOTHERS.answer(),
    }
}

/// The request of one who has the right. Who is let in nowhere is written down, by their id alone.
async fn admitted(right: Right, request: Request) -> Result<Request, Response> {
    let (mut parts, body) = request.into_parts();
    let at = place(&mut parts).await;
    let allowed = of(&parts.extensions).and_then(|visit| {
        let allowed = rights::allows(right, visit.who.as_deref(), at);
        if let (Err(_), Some(who)) = (&allowed, &visit.who) {
            tracing::info!(request = visit.id, who = %who.id, "refused: the right is missing");
        }
        allowed
    });
    allowed.map(|()| Request::from_parts(parts, body)).map_err(|error| {
        let mut response = error.into_response();
        response.extensions_mut().insert(Shut { right, at });
        response
    })
}

/// The request again, and whether its form was made for another than who sends it.
async fn checked(request: Request) -> (Request, bool) {
    let who = of(request.extensions()).ok().and_then(|visit| Some(visit.who.as_ref()?.id));
    match who {
        Some(who) => whose::is_anothers(request, who).await,
        None => (request, false),
    }
}

/// What answers a form that comes when nobody is logged in any more.
pub type WithoutSession =
    for<'a> fn(&'a App, &'a Visit, Request) -> Pin<Box<dyn Future<Output = Reply> + Send + 'a>>;

/// The same around a route whose form is not to be lost with the session.
pub async fn require_or(
    State((app, right, without)): State<(App, Right, WithoutSession)>,
    request: Request,
    next: Next,
) -> Response {
    let visit = match of(request.extensions()) {
        Ok(visit) => visit.clone(),
        Err(error) => return error.into_response(),
    };
    // Whoever it was made for finds it again, also where another is logged in now.
    let (request, is_anothers) = checked(request).await;
    if visit.who.is_some() && !is_anothers {
        return match admitted(right, request).await {
            Ok(request) => next.run(request).await,
            Err(response) => response,
        };
    }
    let held = without(&app, &visit, request).await;
    held.unwrap_or_else(|error| match error {
        Error::Forbidden if is_anothers => NotTaken::ANOTHERS.answer(),
        error => error.into_response(),
    })
}

/// The organisation or centre that the address names as `{at}`.
async fn place(parts: &mut Parts) -> Option<Uuid> {
    let named = RawPathParams::from_request_parts(parts, &()).await.ok()?;
    let (_, at) = named.iter().find(|(name, _)| *name == "at")?;
    Uuid::try_parse(at).ok()
}

impl FromRequestParts<App> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Undated(visit) = Undated::from_request_parts(parts, app).await?;
        Ok(Self { at: visit.day.clone()?, ..visit })
    }
}

/// A visit to a page that reads the day of the address itself: it tells of any day, not of what was
/// public on one.
pub struct Undated(pub Visit);

impl FromRequestParts<App> for Undated {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        let visit = of(&parts.extensions)?;
        if !visit.has_lang || visit.path.len() > LONGEST {
            return Err(Error::NotFound);
        }
        Ok(Self(Visit::clone(visit)))
    }
}

/// For pages without a language.
impl FromRequestParts<App> for Asker {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        Ok(of(&parts.extensions)?.asker.clone())
    }
}

/// The language that a browser asks for, of those that we have.
pub fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted.and_then(Lang::from_accept_language)
}

/// The answer is another for browsers that ask for another language.
pub fn vary_by_language(response: &mut Response) {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
}

/// The last part of an address. One that is no UTF-8 leads nowhere.
pub struct Named<T>(pub T);

impl<T: serde::de::DeserializeOwned + Send> FromRequestParts<App> for Named<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, app).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Error::NotFound)
    }
}

/// The slug in an address such as `/{lang}/prosjekter/{slug}`.
#[derive(serde::Deserialize)]
pub struct Slug {
    pub slug: String,
}
