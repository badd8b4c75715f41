//! Reads the body of a form, up to its limit; what was read is kept whatever comes after, and of that what is short.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header;

use super::rest::{self, Piece, Rest};
use super::{Filled, Form, RegisterNames, Submitted, WHOLE, multipart};
use crate::text::Fault;

/// More than the limit was sent. The answer is still the form, with the status of a body too large.
pub const TOO_LARGE: &str = "forms-fault-too-large";
/// The body ended before it should, or is not what it says that it is.
pub const BROKEN_OFF: &str = "forms-fault-broken-off";

/// What was sent is no form at all.
pub const NO_FORM: &str = "forms-fault-no-form";

/// So much is read after the limit. A browser that is cut off in the middle of sending shows a fault
/// of its own and never our page.
const READ_ON: usize = 64 * 1024 * 1024;
const READING_ON: Duration = Duration::from_secs(10);

impl Submitted {
    /// What a form sent, before anything is read of it.
    pub async fn receive(request: Request, limit: usize) -> Self {
        receive(request, limit).await
    }
}

impl Filled {
    /// What a form sent, with all that is wrong with it. When a button of a row sent it, the page is
    /// only to be shown again.
    pub async fn receive(request: Request, form: &Form, known: &RegisterNames) -> Self {
        Self::refusing(receive(request, form.limit).await, form, known)
    }

    /// The same of what has been received already, and may have numbers in it.
    pub fn refusing(mut sent: Submitted, form: &Form, known: &RegisterNames) -> Self {
        let faults = sent.refuse_numbers(form);
        Self::of_sent(sent, form, known).and(faults)
    }

    /// The same of what has been received already, such as what was masked before anything is read of it.
    pub fn of_sent(mut sent: Submitted, form: &Form, known: &RegisterNames) -> Self {
        if sent.rearrange(form) { Self::unread(sent) } else { Self::read(form, sent, known) }
    }
}

/// How the inputs stand in the body.
enum Way {
    Plain,
    /// By the boundary between them; an empty one fits no body.
    Parts(String),
    NoForm,
}

/// Reads what a form sent. It never fails: what went wrong is a fault beside what was read.
pub(super) async fn receive(request: Request, limit: usize) -> Submitted {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.map(|kind| String::from_utf8_lossy(kind.as_bytes()).into_owned());
    let body = request.into_body();
    match way(&kind.unwrap_or_default()) {
        Way::Plain => plain(&read(body, limit, b"&").await, limit),
        Way::Parts(boundary) => {
            let delimiter = multipart::delimiter(&boundary);
            parts(&read(body, limit, &delimiter).await, &boundary, limit)
        }
        Way::NoForm => {
            let mut rest = Rest::after(&mut Vec::new(), 0, b"&");
            tokio::time::timeout(READING_ON, read_on(body, &mut rest)).await.ok();
            let mut sent = Submitted::default();
            sent.broken.push(Fault::new(WHOLE, NO_FORM));
            sent.is_partial = true;
            sent
        }
    }
}

/// A body that is not said to be anything is taken for a form.
fn way(kind: &str) -> Way {
    if let Some(boundary) = multipart::boundary(kind) {
        return Way::Parts(boundary);
    }
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        Way::Plain
    } else {
        Way::NoForm
    }
}

fn plain(body: &Received, limit: usize) -> Submitted {
    let mut sent = Submitted::default();
    sent.read_urlencoded(&body.head, body.end == End::BrokenOff);
    for piece in &body.rest {
        sent.read_urlencoded(&piece.bytes, piece.is_cut);
    }
    told(sent, body.end, limit)
}

fn parts(body: &Received, boundary: &str, limit: usize) -> Submitted {
    let mut sent = Submitted::default();
    let mut is_whole = true;
    if body.rest.is_empty() {
        is_whole = multipart::parse(&mut sent, &body.head, boundary);
    } else {
        // Its end is not there, but its last part is whole.
        multipart::parse(&mut sent, &[&body.head, &b"--"[..]].concat(), boundary);
        for piece in body.rest.iter().filter(|piece| !piece.bytes.starts_with(b"--")) {
            is_whole &= multipart::part(&mut sent, &piece.bytes, !piece.is_cut);
        }
    }
    let end = if is_whole || body.end != End::Whole { body.end } else { End::BrokenOff };
    sent.is_partial = !is_whole;
    told(sent, end, limit)
}

/// Says what went wrong on the way.
fn told(mut sent: Submitted, end: End, limit: usize) -> Submitted {
    match end {
        End::Whole => {}
        End::Limit { is_lost } => {
            let max = u64::try_from(limit).unwrap_or(u64::MAX);
            let fault = Fault::new(WHOLE, TOO_LARGE);
            sent.broken.push(fault.filled("max", crate::text::Argument::Size(max)));
            sent.is_partial |= is_lost;
        }
        End::BrokenOff => {
            sent.broken.push(Fault::new(WHOLE, BROKEN_OFF));
            sent.is_partial = true;
        }
    }
    sent
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    /// More than the limit came. Is nothing left of some of it?
    Limit {
        is_lost: bool,
    },
    BrokenOff,
}

/// What is kept of a body.
struct Received {
    /// What came within the limit, up to the input that went past it.
    head: Vec<u8>,
    /// That one, and those after it.
    rest: Vec<Piece>,
    end: End,
}

async fn read(mut body: Body, limit: usize, delimiter: &[u8]) -> Received {
    let mut head = Vec::new();
    loop {
        let end = match chunk(&mut body).await {
            None => End::Whole,
            Some(Err(())) => End::BrokenOff,
            Some(Ok(bytes)) => {
                let (within, past) = bytes.split_at(bytes.len().min(limit - head.len()));
                head.extend_from_slice(within);
                if past.is_empty() {
                    continue;
                }
                return past_limit(head, past, body, delimiter).await;
            }
        };
        return Received { head, rest: Vec::new(), end };
    }
}

async fn past_limit(mut head: Vec<u8>, past: &[u8], body: Body, delimiter: &[u8]) -> Received {
    let from = rest::after_last(&head, delimiter).unwrap_or_else(|| {
        // The first part has no line end before its delimiter.
        if delimiter == b"&" { 0 } else { multipart::start(&head, delimiter).unwrap_or_default() }
    });
    let mut rest = Rest::after(&mut head, from, delimiter);
    rest.take(past);
    // Whether it ends in time or not, the answer is the same.
    let ended = tokio::time::timeout(READING_ON, read_on(body, &mut rest)).await;
    let is_whole = ended == Ok(true);
    let (rest, is_lost) = rest.finish(is_whole);
    Received { head, rest, end: End::Limit { is_lost: is_lost || !is_whole } }
}

/// Reads to the end of the body; false when there was no end to it.
async fn read_on(mut body: Body, rest: &mut Rest<'_>) -> bool {
    let mut read = 0;
    while let Some(came) = chunk(&mut body).await {
        let Ok(bytes) = came else { return false };
        rest.take(&bytes);
        read += bytes.len();
        if read > READ_ON {
            return false;
        }
    }
    true
}

/// The next piece of the body; what is no data, such as trailers, is empty.
async fn chunk(body: &mut Body) -> Option<Result<Bytes, ()>> {
    let frame = poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await?;
    Some(frame.map(|frame| frame.into_data().unwrap_or_default()).map_err(|_| ()))
}
