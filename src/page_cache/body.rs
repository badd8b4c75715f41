//! A kept answer, and what each who asks for it is sent.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use metrics::{Counter, Histogram};
use tokio::sync::OnceCell;
use tokio::time::Instant;

use super::encoding::{Accepted, Encoding, compress_fast, compress_well};

/// An answer as it goes out, but for what differs from one who asks to the next.
pub struct KeptAnswer {
    headers: HeaderMap,
    plain: Bytes,
    /// Worth compressing, and in no form already.
    is_text: bool,
    brotli: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
    made: Instant,
    /// Counted by the route that made it.
    pub answered: Answered,
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

impl KeptAnswer {
    /// An answer that is whole and good, with all its headers.
    pub fn new(mut headers: HeaderMap, plain: Bytes, answered: Answered) -> Self {
        let is_text = plain.len() >= SMALL && is_text(&headers);
        headers.remove(header::CONTENT_LENGTH);
        if is_text {
            vary(&mut headers);
        }
        let (brotli, gzip) = (OnceCell::new(), OnceCell::new());
        Self { headers, plain, is_text, brotli, gzip, made: Instant::now(), answered }
    }

    /// What it takes in memory.
    pub fn bytes(&self) -> usize {
        let of = |form: &OnceCell<Bytes>| form.get().map_or(0, Bytes::len);
        self.plain.len() + of(&self.brotli) + of(&self.gzip) + self.headers.len() * 96
    }

    /// Since it was made.
    pub fn age(&self) -> std::time::Duration {
        self.made.elapsed()
    }

    /// The form for this browser, when it has been made.
    pub fn ready(&self, accepted: Accepted) -> Option<(Bytes, Option<Encoding>)> {
        match accepted.best().filter(|_| self.is_text) {
            None => Some((self.plain.clone(), None)),
            Some(encoding) => self.form(encoding).get().map(|form| (form.clone(), Some(encoding))),
        }
    }

    /// The form for this browser, made well by whoever needs it first. Tells whether that was us.
    pub async fn made_well(&self, accepted: Accepted) -> (Bytes, Option<Encoding>, bool) {
        let Some(encoding) = accepted.best().filter(|_| self.is_text) else {
            return (self.plain.clone(), None, false);
        };
        let mut is_new = false;
        let form = self.form(encoding).get_or_init(async || {
            is_new = true;
            let plain = self.plain.clone();
            let work = move || compress_well(&plain, encoding);
            // It takes longer than a request thread may be held.
            match tokio::task::spawn_blocking(work).await {
                Ok(form) => form,
                Err(_) => compress_fast(&self.plain, encoding),
            }
        });
        (form.await.clone(), Some(encoding), is_new)
    }

    /// For whoever made the answer: nobody knows yet whether it is asked for again.
    pub fn made_fast(&self, accepted: Accepted) -> (Bytes, Option<Encoding>) {
        match accepted.best().filter(|_| self.is_text) {
            None => (self.plain.clone(), None),
            Some(encoding) => (compress_fast(&self.plain, encoding), Some(encoding)),
        }
    }

    fn form(&self, encoding: Encoding) -> &OnceCell<Bytes> {
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
