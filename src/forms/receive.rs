//! Reads the body of a form, up to its limit; what was read is kept whatever comes after.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header;

use super::{Filled, Form, RegisterNames, Submitted, WHOLE, multipart};
use crate::text::Fault;

/// More than the limit was sent. The answer is still the form, with the status of a body too large.
pub const TOO_LARGE: &str = "forms-fault-too-large";
/// The body ended before it should, or is not what it says that it is.
pub const BROKEN_OFF: &str = "forms-fault-broken-off";

/// So much is read and thrown away after the limit. A browser that is cut off in the middle of
/// sending shows a fault of its own and never our page.
const DRAINED: usize = 64 * 1024 * 1024;
const DRAINING: Duration = Duration::from_secs(10);

impl Filled {
    /// What a form sent, with all that is wrong with it. When a button of a row sent it, the page is
    /// only to be shown again.
    pub async fn receive(request: Request, form: &Form, known: &RegisterNames) -> Self {
        let mut sent = receive(request, form.limit).await;
        if sent.rearrange(form) { Self::unread(sent) } else { Self::read(form, sent, known) }
    }
}

/// Reads what a form sent. It never fails: what went wrong is a fault beside what was read.
pub(super) async fn receive(request: Request, limit: usize) -> Submitted {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.map(|kind| String::from_utf8_lossy(kind.as_bytes()).into_owned());
    let (body, end) = read(request.into_body(), limit).await;
    let is_cut = end != End::Whole;
    let mut sent = match kind.as_deref().and_then(multipart::boundary) {
        Some(boundary) => {
            let (mut sent, is_whole) = multipart::parse(&body, &boundary);
            if !is_whole && !is_cut {
                sent.broken.push(Fault::new(WHOLE, BROKEN_OFF));
            }
            sent
        }
        None => Submitted::urlencoded(&body, is_cut),
    };
    match end {
        End::Whole => {}
        End::Limit => {
            let max = u64::try_from(limit).unwrap_or(u64::MAX);
            let fault = Fault::new(WHOLE, TOO_LARGE);
            sent.broken.push(fault.filled("max", crate::text::Argument::Size(max)));
        }
        End::BrokenOff => sent.broken.push(Fault::new(WHOLE, BROKEN_OFF)),
    }
    sent
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    Limit,
    BrokenOff,
}

async fn read(mut body: Body, limit: usize) -> (Bytes, End) {
    let mut read = Vec::new();
    loop {
        match chunk(&mut body).await {
            None => return (read.into(), End::Whole),
            Some(Err(())) => return (read.into(), End::BrokenOff),
            Some(Ok(bytes)) => {
                let room = limit - read.len();
                if bytes.len() > room {
                    read.extend_from_slice(&bytes[..room]);
                    // Whether it ends in time or not, the answer is the same.
                    tokio::time::timeout(DRAINING, drain(body)).await.ok();
                    return (read.into(), End::Limit);
                }
                read.extend_from_slice(&bytes);
            }
        }
    }
}

async fn drain(mut body: Body) {
    let mut drained = 0;
    while let Some(Ok(bytes)) = chunk(&mut body).await {
        drained += bytes.len();
        if drained > DRAINED {
            return;
        }
    }
}

/// The next piece of the body; what is no data, such as trailers, is empty.
async fn chunk(body: &mut Body) -> Option<Result<Bytes, ()>> {
    let frame = poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await?;
    Some(frame.map(|frame| frame.into_data().unwrap_or_default()).map_err(|_| ()))
}
