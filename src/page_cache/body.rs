//! A kept answer, and what each who asks for it is sent.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use metrics::{Counter, Histogram};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

use super::encoding::{Accepted, Encoding, compress_fast, compress_well};
use crate::db::unseen;
use crate::tasks::aside;

/// An answer as it goes out, but for what differs from one who asks to the next.
pub struct KeptAnswer {
    headers: HeaderMap,
    plain: Bytes,
    /// Worth compressing, and in no form already.
    is_text: bool,
    brotli: Form,
    gzip: Form,
    made: Instant,
    /// Counted by the route that made it.
    pub answered: Answered,
}

/// One compressed form of it.
#[derive(Default)]
struct Form {
    /// What goes out until there is a better one.
    fast: OnceLock<Bytes>,
    well: OnceLock<Bytes>,
    /// Somebody makes it well.
    is_begun: AtomicBool,
}

impl Form {
    fn best(&self) -> Option<&Bytes> {
        self.well.get().or_else(|| self.fast.get())
    }

    fn bytes(&self) -> usize {
        let of = |form: &OnceLock<Bytes>| form.get().map_or(0, Bytes::len);
        of(&self.fast) + of(&self.well)
    }
}

/// What is counted of each answer of a route.
#[derive(Clone)]
pub struct Answered {
    pub route: std::sync::Arc<str>,
    pub count: Counter,
    pub seconds: Histogram,
}

/// Less than this is sent as it is: it would hardly be smaller.
const SMALL: usize = 256;

/// An answer that stands for so long has come through two looks at what others have written: it is worth
/// compressing well. While much is written each is another before that.
const SETTLED: Duration = unseen::LOOK.saturating_mul(2);

/// So many are made well at a time, for each has a thread and some megabytes. After a change thousands may be asked
/// for again at once: the others go out as they are until somebody asks while there is room.
pub(super) const MOST_AT_ONCE: usize = 2;
static ROOM: Semaphore = Semaphore::const_new(MOST_AT_ONCE);

/// A form of an answer that is to be made well, and the room for it.
pub struct Better {
    encoding: Encoding,
    _room: SemaphorePermit<'static>,
}

impl KeptAnswer {
    /// An answer that is whole and good, with all its headers.
    pub fn new(mut headers: HeaderMap, plain: Bytes, answered: Answered) -> Self {
        let is_text = plain.len() >= SMALL && is_text(&headers);
        headers.remove(header::CONTENT_LENGTH);
        if is_text {
            vary(&mut headers);
        }
        let (brotli, gzip) = (Form::default(), Form::default());
        Self { headers, plain, is_text, brotli, gzip, made: Instant::now(), answered }
    }

    /// What it takes in memory.
    pub fn bytes(&self) -> usize {
        self.plain.len() + self.brotli.bytes() + self.gzip.bytes() + self.headers.len() * 96
    }

    /// Since it was made.
    pub fn age(&self) -> Duration {
        self.made.elapsed()
    }

    /// The form for this browser, when it has been made.
    pub fn ready(&self, accepted: Accepted) -> Option<(Bytes, Option<Encoding>)> {
        match accepted.best().filter(|_| self.is_text) {
            None => Some((self.plain.clone(), None)),
            Some(encoding) => self.form(encoding).best().map(|form| (form.clone(), Some(encoding))),
        }
    }

    /// The form for this browser, and kept for the next. Who asks never waits for a better one.
    pub fn made_ready(&self, accepted: Accepted) -> (Bytes, Option<Encoding>) {
        let Some(encoding) = accepted.best().filter(|_| self.is_text) else {
            return (self.plain.clone(), None);
        };
        let fast = &self.form(encoding).fast;
        let form = fast.get_or_init(|| compress_fast(&self.plain, encoding)).clone();
        (form, Some(encoding))
    }

    /// The form for this browser that is still to be made well: each is told once, of an answer that
    /// stands, when there is room for it.
    pub fn to_be_made_well(&self, accepted: Accepted) -> Option<Better> {
        let encoding = accepted.best().filter(|_| self.is_text)?;
        let is_begun = &self.form(encoding).is_begun;
        if self.age() < SETTLED || is_begun.load(Ordering::Relaxed) {
            return None;
        }
        let room = ROOM.try_acquire().ok()?;
        let is_first = !is_begun.swap(true, Ordering::Relaxed);
        is_first.then_some(Better { encoding, _room: room })
    }

    /// Makes it well, beside all that anybody waits for.
    pub async fn make_well(&self, better: Better) {
        let (plain, encoding) = (self.plain.clone(), better.encoding);
        if let Some(form) = aside(move || compress_well(&plain, encoding)).await {
            self.form(encoding).well.set(form).ok();
        }
        // There is room for the next.
        drop(better);
    }

    /// For whoever made the answer: nobody knows yet whether it is asked for again.
    pub fn made_fast(&self, accepted: Accepted) -> (Bytes, Option<Encoding>) {
        match accepted.best().filter(|_| self.is_text) {
            None => (self.plain.clone(), None),
            Some(encoding) => (compress_fast(&self.plain, encoding), Some(encoding)),
        }
    }

    fn form(&self, encoding: Encoding) -> &Form {
        match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
        }
    }

    /// Does the browser have it already?
    pub fn is_known(&self, known: Option<&HeaderValue>) -> bool {
        let tag = self.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        tag.is_some_and(|tag| knows(known, tag))
    }

    pub fn not_modified(&self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response
    }

    /// The answer in one of its forms.
    pub fn response(&self, method: &Method, form: Bytes, encoding: Option<Encoding>) -> Response {
        let length = form.len();
        let is_head = *method == Method::HEAD;
        let mut response = Response::new(if is_head { Body::empty() } else { Body::from(form) });
        let headers = response.headers_mut();
        *headers = self.headers.clone();
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, encoding.name());
        }
        response
    }
}

/// Does a browser that sends this as `If-None-Match` have what the tag stands for?
pub fn knows(known: Option<&HeaderValue>, tag: &str) -> bool {
    let bare = |tag: &str| tag.strip_prefix("W/").unwrap_or(tag).to_owned();
    let known = known.and_then(|known| known.to_str().ok()).unwrap_or_default();
    known.split(',').any(|one| bare(one.trim()) == bare(tag))
}

/// Whether one of the words of a header, comma between, is it.
pub fn has_word(headers: &HeaderMap, name: &HeaderName, is_it: impl Fn(&str) -> bool) -> bool {
    let said = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|said| said.split(',')).any(|one| is_it(one.trim()))
}

/// The answer is another for browsers that take other forms of it.
fn vary(headers: &mut HeaderMap) {
    if !has_word(headers, &header::VARY, |one| one.eq_ignore_ascii_case("accept-encoding")) {
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// What gets smaller when it is compressed. Pictures, papers and fonts are compressed already.
const COMPRESSED: [&str; 8] = [
    "text/",
    "application/json",
    "application/problem+json",
    "application/atom+xml",
    "application/xml",
    "application/x-",
    "image/svg+xml",
    "application/manifest+json",
];

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    !headers.contains_key(header::CONTENT_ENCODING)
        && kind.is_some_and(|kind| COMPRESSED.iter().any(|known| kind.starts_with(known)))
}
