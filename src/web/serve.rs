//! The whole site as a service: what is kept in memory is handed out at once, all else goes through the router.
//!
//! Kept are good answers to nobody in particular that say nothing against it: no `no-store`, no
//! `Vary` by what is not part of the address they are kept under. Their tag is of the plain text, and
//! what goes out is compressed here, whether it is kept or not.

use std::borrow::Cow;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;
use tower::{Service, ServiceExt};

use crate::app::{App, OwnPages};
use crate::error::Error;
use crate::page_cache::{
    Accepted, AddressOf, Better, Editions, Entry, KeptAnswer, Maker, Renewal, Turn, has_word,
};
use crate::web::observe::{self, Came, Counted, Watch};
use crate::web::visit::Identity;
use crate::web::{conditional, masked};

/// The site, ready to be asked. Cheap to clone.
#[derive(Clone)]
pub struct Served(Arc<Inner>);

struct Inner {
    app: App,
    router: Router,
    counted: Counted,
    /// How addresses begin whose parameters nobody types.
    as_sent: Vec<String>,
}

/// What of a request decides in which form its answer goes out.
struct Asked {
    method: Method,
    accepted: Accepted,
    known: Option<HeaderValue>,
}

/// An answer that each gets for themselves, though it looks as if it could be kept: one that found
/// nothing, of which there are as many as there are things to ask for.
#[derive(Clone, Copy)]
pub struct NotKept;

impl NotKept {
    /// The answer, marked unless it is to be kept.
    pub fn unless(is_kept: bool, mut response: Response) -> Response {
        if !is_kept {
            response.extensions_mut().insert(Self);
        }
        response
    }
}

/// No page of ours is larger.
const LARGEST: usize = 64 * 1024 * 1024;

/// What is made anew for nobody in particular is given up after that, and left to who asks next.
const LONGEST: Duration = Duration::from_secs(if cfg!(test) { 4 } else { 15 });

/// Style, script and font: compressed when the program was built.
const ASSETS: &str = "/static/";

/// Answers here depend on what form is asked for.
const API: &str = "/api/";

impl Served {
    pub fn new(app: App, router: Router) -> Self {
        Self::leaving(app, router, Vec::new())
    }

    /// The same, with parameters left as they came where addresses begin so (`Route::as_sent`).
    pub fn leaving(app: App, router: Router, as_sent: Vec<String>) -> Self {
        Self(Arc::new(Inner { app, router, counted: Counted::by_name(), as_sent }))
    }

    pub async fn answer(&self, request: Request) -> Response {
        let watch = Watch::begin(&self.0.app, &self.0.counted, request.method());
        let (response, came) = self.0.answer(request, &watch).await;
        watch.end(response, &came)
    }
}

impl Service<Request> for Served {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let served = self.clone();
        Box::pin(async move { Ok(served.answer(request).await) })
    }
}

impl Asked {
    /// Takes from the request what its answer must not depend on before it is kept.
    fn take(request: &mut Request) -> Self {
        let method = request.method().clone();
        if method == Method::HEAD {
            // What HEAD is told is what GET would be.
            *request.method_mut() = Method::GET;
        }
        let headers = request.headers_mut();
        let accepted = Accepted::of(headers);
        headers.remove(header::ACCEPT_ENCODING);
        Self { method, accepted, known: headers.get(header::IF_NONE_MATCH).cloned() }
    }

    fn is_get(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD)
    }
}

impl Inner {
    async fn answer(self: &Arc<Self>, mut request: Request, watch: &Watch) -> (Response, Came) {
        if request.uri().path().starts_with(ASSETS) {
            return self.through(request, watch).await;
        }
        masked::parameters(&mut request, &self.as_sent);
        let asked = Asked::take(&mut request);
        if !asked.is_get() {
            let (response, came) = self.through(request, watch).await;
            return (finish(response, &asked).await, came);
        }
        let (parts, body) = request.into_parts();
        let identity = Identity::of(&parts, &self.app).await;
        let is_nobody = identity.is_nobody();
        let mut request = Request::from_parts(parts, body);
        request.extensions_mut().insert(identity);
        let is_part = request.headers().contains_key(header::RANGE);
        let is_shared = is_nobody && !is_part && self.app.pages.is_on();
        let editions = if is_shared { self.app.edition.editions().await } else { None };
        let Some(editions) = editions else { return self.own(request, &asked, watch).await };
        let uri = request.uri().clone();
        let text = address_text(&uri, request.headers());
        let address = AddressOf { edition: editions.now, text: &text };
        if let Some((edition, kept)) = self.good_still(&editions, address, &request, &asked) {
            let came = Came::Kept(Arc::clone(&kept));
            return (self.hand_out(&kept, AddressOf { edition, ..address }, &asked), came);
        }
        self.shared(address, request, &asked, watch).await
    }

    /// What was kept of an edition that another program has just ended, when nobody has made the answer anew
    /// yet: that is done now, and who asks does not wait for it.
    fn good_still(
        self: &Arc<Self>,
        editions: &Editions,
        address: AddressOf<'_>,
        request: &Request,
        asked: &Asked,
    ) -> Option<(u64, Arc<KeptAnswer>)> {
        let pages = &self.app.pages;
        if editions.before.is_empty() || pages.get(address).is_some() {
            return None;
        }
        let kept = pages.before(editions, address.text)?;
        if let Some(renewal) = pages.renewal(address) {
            let (inner, again, accepted) = (Arc::clone(self), again(request), asked.accepted);
            // By no thread that gives way: a connection that it opens would give way for as long as it lives, and
            // readers use it too.
            tokio::spawn(inner.renew(renewal, again, accepted));
        }
        Some(kept)
    }

    /// Makes an answer anew for those who ask next.
    async fn renew(self: Arc<Self>, renewal: Renewal, request: Request, accepted: Accepted) {
        let address = renewal.address();
        let Some(Turn::First(maker)) = self.app.pages.turn(address).await else { return };
        let watch = Watch::begin(&self.app, &self.counted, &Method::GET);
        // No reader goes away who has asked for it, and those who wait for it would wait for as long as it takes.
        let answer = timeout(LONGEST, Box::pin(self.through(request, &watch))).await;
        watch.leave();
        let Ok((response, came)) = answer else { return };
        match self.keepable(response, &came, address).await {
            Ok(kept) => {
                // In the form that was asked for, so that the next who asks has it at once.
                kept.made_ready(accepted);
                maker.put(Entry::of(&Arc::new(kept)));
            }
            // What failed, or was refused to a reader who has asked too often, says nothing of the next.
            Err(response) if is_passing(response.status()) => {}
            Err(_) => maker.put(Entry::Own),
        }
    }

    /// An answer that many may ask for.
    async fn shared(
        &self,
        address: AddressOf<'_>,
        request: Request,
        asked: &Asked,
        watch: &Watch,
    ) -> (Response, Came) {
        let pages = &self.app.pages;
        let turn = match pages.get(address) {
            Some(entry) => Some(Turn::Known(entry)),
            None => pages.turn(address).await,
        };
        let entry = match turn {
            Some(Turn::First(maker)) => {
                return self.first(maker, address, request, asked, watch).await;
            }
            Some(Turn::Known(entry)) => entry,
            None => Entry::Own,
        };
        match entry {
            Entry::Own => self.own(request, asked, watch).await,
            Entry::Kept(kept, _) => {
                let came = Came::Kept(Arc::clone(&kept));
                (self.hand_out(&kept, address, asked), came)
            }
        }
    }

    /// The answer for whoever asks first, and for those who wait for it and come after.
    async fn first(
        &self,
        maker: Maker<'_>,
        address: AddressOf<'_>,
        mut request: Request,
        asked: &Asked,
        watch: &Watch,
    ) -> (Response, Came) {
        // Made for the others too, whatever the first of them has already.
        request.headers_mut().remove(header::IF_NONE_MATCH);
        let (response, came) = self.through(request, watch).await;
        let kept = match self.keepable(response, &came, address).await {
            Ok(kept) => Arc::new(kept),
            Err(response) => {
                maker.put(Entry::Own);
                return (finish(response, asked).await, came);
            }
        };
        maker.put(Entry::of(&kept));
        (once(&kept, asked), came)
    }

    fn hand_out(&self, kept: &Arc<KeptAnswer>, address: AddressOf<'_>, asked: &Asked) -> Response {
        if kept.is_known(asked.known.as_ref()) {
            return kept.not_modified();
        }
        if let Some(better) = kept.to_be_made_well(asked.accepted) {
            self.make_well(kept, address, better);
        }
        if let Some((form, encoding)) = kept.ready(asked.accepted) {
            return kept.response(&asked.method, form, encoding);
        }
        let (form, encoding) = kept.made_ready(asked.accepted);
        // So that it counts with all its bytes.
        self.app.pages.put(address, Entry::of(kept));
        kept.response(&asked.method, form, encoding)
    }

    /// While it goes out as it is.
    fn make_well(&self, kept: &Arc<KeptAnswer>, address: AddressOf<'_>, better: Better) {
        let (kept, pages) = (Arc::clone(kept), self.app.pages.clone());
        let (edition, text) = (address.edition, address.text.to_owned());
        tokio::spawn(async move {
            kept.make_well(better).await;
            pages.put(AddressOf { edition, text: &text }, Entry::of(&kept));
        });
    }

    /// An answer for who asks alone.
    async fn own(&self, request: Request, asked: &Asked, watch: &Watch) -> (Response, Came) {
        let (response, came) = self.through(request, watch).await;
        (finish(response, asked).await, came)
    }

    async fn through(&self, mut request: Request, watch: &Watch) -> (Response, Came) {
        let extensions = request.extensions_mut();
        extensions.insert(watch.request_id());
        extensions.insert(OwnPages::new(self.router.clone()));
        let answer = watch.within(self.router.clone().oneshot(request));
        let mut response = answer.await.unwrap_or_else(|never| match never {});
        let came = Came::of(&mut response);
        (response, came)
    }

    /// The answer with its tag, when it may be kept; else as it came.
    async fn keepable(
        &self,
        response: Response,
        came: &Came,
        address: AddressOf<'_>,
    ) -> Result<KeptAnswer, Response> {
        let may_be = response.status() == StatusCode::OK
            && response.extensions().get::<NotKept>().is_none()
            && may_be_kept(response.headers(), address.text.starts_with(API));
        let size = response.body().size_hint().exact();
        if !may_be || size.is_none_or(|size| size > self.app.pages.largest()) {
            return Err(response);
        }
        let (mut parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, LARGEST).await else { return Err(unreadable()) };
        conditional::tag(&mut parts.headers, &body);
        Ok(KeptAnswer::new(parts.headers, body, came.answered()))
    }
}

/// The same question, for all who ask it.
fn again(request: &Request) -> Request {
    let mut again = Request::new(Body::empty());
    *again.method_mut() = request.method().clone();
    *again.uri_mut() = request.uri().clone();
    *again.version_mut() = request.version();
    *again.headers_mut() = request.headers().clone();
    *again.extensions_mut() = request.extensions().clone();
    again.headers_mut().remove(header::IF_NONE_MATCH);
    again
}

fn is_passing(status: StatusCode) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error()
}

/// Path and query, and for programs the form that they ask for.
fn address_text<'a>(uri: &'a Uri, headers: &HeaderMap) -> Cow<'a, str> {
    let text = uri.path_and_query().map_or("/", |both| both.as_str());
    let accept = headers.get(header::ACCEPT).filter(|_| text.starts_with(API));
    match accept.and_then(|accept| accept.to_str().ok()) {
        Some(accept) => format!("{text}\n{accept}").into(),
        None => text.into(),
    }
}

fn may_be_kept(headers: &HeaderMap, is_api: bool) -> bool {
    let says = |name, word: &str| has_word(headers, &name, |one| one.eq_ignore_ascii_case(word));
    let is_addressed = |one: &str| {
        one.eq_ignore_ascii_case("accept-encoding") || is_api && one.eq_ignore_ascii_case("accept")
    };
    !has_word(headers, &header::VARY, |one| !is_addressed(one))
        && !says(header::CACHE_CONTROL, "no-store")
        && !says(header::CACHE_CONTROL, "private")
        && !headers.contains_key(header::SET_COOKIE)
        && !headers.contains_key(header::CONTENT_ENCODING)
}

/// An answer that is not kept, in the form that the browser takes.
async fn finish(response: Response, asked: &Asked) -> Response {
    let is_head = asked.method == Method::HEAD;
    if !conditional::is_text(response.headers()) {
        if !is_head {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        if let Some(length) = body.size_hint().exact() {
            parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        return Response::from_parts(parts, Body::empty());
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body): Result<Bytes, _> = to_bytes(body, LARGEST).await else { return unreadable() };
    let is_tagged = asked.is_get()
        && parts.status == StatusCode::OK
        && !has_word(&parts.headers, &header::CACHE_CONTROL, |one| one == "no-store");
    if is_tagged {
        conditional::tag(&mut parts.headers, &body);
    }
    let answer = KeptAnswer::new(parts.headers, body, observe::uncounted());
    if is_tagged {
        return once(&answer, asked);
    }
    let (form, encoding) = answer.made_fast(asked.accepted);
    let mut response = answer.response(&asked.method, form, encoding);
    *response.status_mut() = parts.status;
    response
}

/// A good answer, for one who asks once as far as anybody knows.
fn once(answer: &KeptAnswer, asked: &Asked) -> Response {
    if answer.is_known(asked.known.as_ref()) {
        return answer.not_modified();
    }
    let (form, encoding) = answer.made_fast(asked.accepted);
    answer.response(&asked.method, form, encoding)
}

fn unreadable() -> Response {
    Error::Internal("a page could not be read to its end".into()).into_response()
}
