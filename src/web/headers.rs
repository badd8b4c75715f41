//! Headers that every answer carries, and the check that a form was sent from our own pages.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::config::Provider;
use crate::error::Error;
use crate::files::digest;
use crate::forms::PROOF;
use crate::web::visit;

/// Nothing but our own style, script, font and pictures; icons in the style sheet are data: URLs.
/// Where forms lead is said by [`csp`].
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
     encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), \
     microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
     screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

const ALWAYS: [(HeaderName, &str); 7] = [
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Marks an answer that another site may have in a frame; it brings its own policy.
#[derive(Clone, Copy)]
pub struct Framed;

/// Forms lead to our own pages, and by way of them to those who vouch for people.
fn csp(app: &App) -> HeaderValue {
    let mut policy = format!("{CSP}; form-action 'self'");
    for site in app.settings.providers.iter().flat_map(Provider::origins) {
        policy.push(' ');
        policy.push_str(&site);
    }
    // The settings have been checked: it is plain text.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CSP))
}

pub async fn add(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_framed = response.extensions().get::<Framed>().is_some();
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| csp(&app));
    if !is_framed {
        headers.entry(header::X_FRAME_OPTIONS).or_insert(HeaderValue::from_static("DENY"));
    }
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}

/// So much is read to find it: more than any form of ours holds but for files.
const SOUGHT: usize = 1024 * 1024;

/// Where a request says that it comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Ours,
    Elsewhere,
    /// Old browsers say nothing, and neither do programs that are none.
    Unsaid,
}

/// A page of another site may not send our forms. Browsers say where a request comes from; from one
/// that does not and yet is somebody's, only a form that we made for them is taken.
pub async fn same_site(State(app): State<App>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    match origin(request.headers(), &app.public_url()) {
        Origin::Ours => next.run(request).await,
        Origin::Elsewhere => not_ours(),
        Origin::Unsaid => by_proof(request, next).await,
    }
}

/// Goes with the answer to a form that is not taken: the page says why, and no more.
#[derive(Clone, Copy)]
pub struct NotTaken(&'static str);

impl NotTaken {
    /// It does not come from here.
    const NOT_OURS: Self = Self("web-barred-not-ours");
    /// Another was logged in where it was made.
    pub const ANOTHERS: Self = Self("web-barred-anothers");

    pub fn key(self) -> &'static str {
        self.0
    }

    pub fn answer(self) -> Response {
        let mut response = Error::Forbidden.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

fn not_ours() -> Response {
    NotTaken::NOT_OURS.answer()
}

/// Does a form of somebody's log-in come from here? Where nothing is said of it, it does not.
pub fn is_said_to_be_ours(headers: &HeaderMap, public_url: &str) -> bool {
    origin(headers, public_url) == Origin::Ours
}

fn origin(headers: &HeaderMap, public_url: &str) -> Origin {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let is_ours = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = origin.split_once("://").map_or("", |(_, host)| host);
            origin == public_url || text("host") == Some(host)
        }
        (None, None) => return Origin::Unsaid,
    };
    if is_ours { Origin::Ours } else { Origin::Elsewhere }
}

/// Nobody has no session to misuse; of somebody, the form must carry what only our pages know.
async fn by_proof(request: Request, next: Next) -> Response {
    let wanted = match visit::of(request.extensions()) {
        Ok(visit) => visit.who.as_ref().map(|who| who.proof.clone()),
        Err(error) => return error.into_response(),
    };
    let Some(wanted) = wanted else { return next.run(request).await };
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, SOUGHT).await else { return not_ours() };
    // By their digests, so that how long it takes tells nothing.
    let is_it = |given: &str| digest(given.as_bytes()) == digest(wanted.as_bytes());
    let is_proved =
        form_urlencoded::parse(&body).any(|(name, value)| name == PROOF && is_it(&value));
    if is_proved {
        next.run(Request::from_parts(parts, Body::from(body))).await
    } else {
        not_ours()
    }
}
