//! Whose log-in a form was made in. A tab that stands open keeps its form when another logs in beside it, on a
//! computer that several share: what is sent from there is not theirs.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::Method;
use http_body::{Body as _, Frame, SizeHint};
use uuid::Uuid;

use crate::forms::PROOF;
use crate::items::held::PERSON;

/// So much is read ahead: in each form of ours it stands first.
const AHEAD: usize = 8 * 1024;

/// The request again, and whether another than `who` was logged in where its form was made. What a script saves by
/// itself is told of there, and has words of its own for it.
pub async fn is_anothers(request: Request, who: Uuid) -> (Request, bool) {
    let is_sent = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // Our own addresses are written in small letters.
    let is_by_script = request.uri().path().rsplit('.').next() == Some("json");
    if !is_sent || is_by_script {
        return (request, false);
    }
    let (parts, body) = request.into_parts();
    let (begins, body) = ahead(body).await;
    let is_anothers =
        [made_by(&begins), made_for(&begins)].into_iter().flatten().any(|it| it != who);
    (Request::from_parts(parts, body), is_anothers)
}

/// The person in what proves where a form was made: `<person>.<of the session>`.
fn made_by(begins: &[u8]) -> Option<Uuid> {
    let proof = field(begins, PROOF)?;
    id(proof).filter(|_| proof.get(LENGTH) == Some(&b'.'))
}

/// Whose a form says that it is, so that it can be kept for them.
fn made_for(begins: &[u8]) -> Option<Uuid> {
    id(field(begins, PERSON)?)
}

fn id(value: &[u8]) -> Option<Uuid> {
    Uuid::try_parse_ascii(value.get(..LENGTH)?).ok()
}

/// What follows the name of a field.
fn field<'a>(begins: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (before, value) = begins
        .windows(name.len())
        .position(|part| part == name.as_bytes())
        .map(|at| (&begins[..at], &begins[at + name.len()..]))?;
    match before.last() {
        // As browsers send fields …
        None | Some(b'&') => value.strip_prefix(b"="),
        // … and fields with files.
        Some(b'"') => value.strip_prefix(b"\"\r\n\r\n"),
        Some(_) => None,
    }
}

/// Of an id as text.
const LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

/// How the body begins, and the whole of it.
async fn ahead(mut rest: Body) -> (Vec<u8>, Body) {
    let (mut begins, mut first) = (Vec::new(), VecDeque::new());
    while begins.len() < AHEAD {
        let Some(frame) = poll_fn(|context| Pin::new(&mut rest).poll_frame(context)).await else {
            break;
        };
        if let Some(data) = frame.as_ref().ok().and_then(Frame::data_ref) {
            begins.extend_from_slice(&data[..data.len().min(AHEAD - begins.len())]);
        }
        let is_over = frame.is_err();
        first.push_back(frame);
        if is_over {
            break;
        }
    }
    (begins, Body::new(Ahead { first, rest }))
}

/// A body of which something has been read, whole.
struct Ahead {
    first: VecDeque<Result<Frame<Bytes>, axum::Error>>,
    rest: Body,
}

impl http_body::Body for Ahead {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        match self.first.pop_front() {
            Some(frame) => Poll::Ready(Some(frame)),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_empty() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let read = self.first.iter().filter_map(|frame| frame.as_ref().ok()?.data_ref());
        let read = read.map(|data| data.len() as u64).sum::<u64>();
        let rest = self.rest.size_hint();
        let mut whole = SizeHint::new();
        whole.set_lower(rest.lower().saturating_add(read));
        if let Some(upper) = rest.upper() {
            whole.set_upper(upper.saturating_add(read));
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: &str = "01890000-0000-7000-8000-000000000001";

    #[test]
    fn a_form_says_whose_it_is() {
        let who = Uuid::try_parse(WHO).ok();
        assert_eq!(made_by(format!("bevis={WHO}.abc&navn=Kari").as_bytes()), who);
        assert_eq!(made_by(format!("til=1&bevis={WHO}.abc").as_bytes()), who);
        assert_eq!(made_for(format!("navn=Kari&hvem={WHO}").as_bytes()), who);
        let part = format!(
            "--x\r\nContent-Disposition: form-data; name=\"bevis\"\r\n\r\n{WHO}.abc\r\n--x"
        );
        assert_eq!(made_by(part.as_bytes()), who);
        for none in [
            "",
            "bevis=",
            "bevis=abc",
            "navn=bevis",
            "tekst=bevis%3D",
            &format!("bevis={WHO}"),
            &format!("xbevis={WHO}.a"),
        ] {
            assert_eq!(made_by(none.as_bytes()), None, "{none}");
            assert_eq!(made_for(none.as_bytes()), None, "{none}");
        }
    }

    #[tokio::test]
    async fn nothing_of_a_body_is_lost() {
        for length in [0, 10, AHEAD - 1, AHEAD, 5 * AHEAD] {
            let sent = vec![b'x'; length];
            let request = Request::post("/nb/x").body(Body::from(sent.clone())).unwrap();
            let (request, is_anothers) = is_anothers(request, Uuid::nil()).await;
            assert!(!is_anothers);
            let got = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
            assert_eq!(got, sent, "{length}");
        }
    }
}
