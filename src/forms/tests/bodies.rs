//! Bodies: whole, cut, broken and made up; what was read is there.

use std::fmt::Write as _;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header;
use proptest::prelude::*;

use super::{every_kind, known};
use crate::forms::receive::receive;
use crate::forms::{BROKEN_OFF, Filled, Form, NO_FORM, Submitted, TOO_LARGE};

pub const BOUNDARY: &str = "----WebKitFormBoundaryx";

fn request(kind: &str, body: impl Into<Body>) -> Request {
    Request::post("/").header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()
}

async fn plain(body: impl Into<Body>, limit: usize) -> Submitted {
    receive(request("application/x-www-form-urlencoded", body), limit).await
}

async fn parts(body: impl Into<Body>, limit: usize) -> Submitted {
    receive(request(&format!("multipart/form-data; boundary={BOUNDARY}"), body), limit).await
}

fn keys(sent: &Submitted) -> Vec<&'static str> {
    sent.broken.iter().map(|fault| fault.key).collect()
}

/// As a browser writes it.
pub fn multipart(parts: &[(&str, Option<&str>, &str)]) -> String {
    let mut body = String::new();
    for (name, file, content) in parts {
        write!(body, "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"").unwrap();
        if let Some(file) = file {
            write!(body, "; filename=\"{file}\"\r\nContent-Type: text/plain").unwrap();
        }
        write!(body, "\r\n\r\n{content}\r\n").unwrap();
    }
    body + &format!("--{BOUNDARY}--\r\n")
}

/// A body that comes in pieces, and whose connection fails at the end when `fails`.
struct Pieces(Vec<Bytes>, bool);

impl axum::body::HttpBody for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        let next = match self.0.pop() {
            Some(piece) => Some(Ok(http_body::Frame::data(piece))),
            None if self.1 => {
                self.1 = false;
                Some(Err(std::io::Error::other("the line went dead")))
            }
            None => None,
        };
        std::task::Poll::Ready(next)
    }
}

#[tokio::test]
async fn a_form_is_read_letter_for_letter() {
    let sent = plain("a=1&b=bl%C3%A5+b%C3%A6r&a=2&tom=&%FF=%FE", 1_000).await;
    assert_eq!(keys(&sent), ["forms-fault-mangled"]);
    assert_eq!(sent.values("a"), ["1", "2"]);
    assert_eq!((sent.value("a"), sent.value("b"), sent.value("tom")), ("1", "blå bær", ""));
    assert_eq!(sent.value("\u{fffd}"), "\u{fffd}");
    assert_eq!(sent.value("finnes-ikke"), "");
}

#[tokio::test]
async fn bytes_that_are_no_text_are_told_at_their_field_and_kept() {
    let in_parts = |value: &[u8]| {
        let body = multipart(&[("line", None, "VALUE"), ("text", None, "Åse")]);
        let (before, after) = body.split_once("VALUE").unwrap();
        [before.as_bytes(), value, after.as_bytes()].concat()
    };
    for sent in [
        plain("line=bl%ff%fe&text=%C3%85se", 1_000).await,
        plain(&b"line=bl\xff\xfe&text=%C3%85se"[..], 1_000).await,
        parts(in_parts(b"bl\xff\xfe"), 10_000).await,
    ] {
        assert_eq!((sent.value("line"), sent.value("text")), ("bl\u{fffd}\u{fffd}", "Åse"));
        let filled = Filled::read(&every_kind(), sent, &known());
        let told: Vec<_> = filled.faults.iter().map(|fault| (&*fault.path, fault.key)).collect();
        assert_eq!(told, [("line", "forms-fault-mangled")]);
    }
    for sent in [
        plain("line=bl%EF%BF%BD", 1_000).await,
        parts(in_parts("bl\u{fffd}".as_bytes()), 10_000).await,
    ] {
        assert_eq!(keys(&sent), [""; 0], "somebody may have typed it");
    }
    let names: Vec<String> = (0..50).map(|n| format!("n{n}=%ff&")).collect();
    let many = "line=%ff&".repeat(5_000) + &names.concat();
    assert_eq!(keys(&plain(many, 100_000).await).len(), 10);
}

#[tokio::test]
async fn what_is_within_the_limit_is_kept_when_more_comes() {
    let sent = plain("navn=%C3%85se&melding=bl%C3%A5b%C3%A6r&rest=x", 33).await;
    assert_eq!(keys(&sent), [TOO_LARGE]);
    assert_eq!((sent.value("navn"), sent.value("melding")), ("Åse", "blåb"));
    // Cut inside a name: it is not the name of anything.
    let sent = plain("navn=a&meldingen=x", 10).await;
    assert_eq!(sent.names().collect::<Vec<_>>(), ["navn"]);
    let all = "a".repeat(100_000);
    let sent = plain(format!("a={all}"), 100_002).await;
    assert_eq!((keys(&sent).len(), sent.value("a").len()), (0, 100_000), "right up to the limit");
    let sent = parts(multipart(&[("navn", None, "Åse"), ("tekst", None, &all)]), 1_000).await;
    assert_eq!(keys(&sent), [TOO_LARGE]);
    assert_eq!(sent.value("navn"), "Åse");
    assert!(sent.value("tekst").len() > 500 && all.starts_with(sent.value("tekst")));
}

fn missing(sent: Submitted) -> Vec<String> {
    let form = Form::new(0, ["first", "long", "last"].map(|key| super::line(key).needed()));
    let filled = Filled::read(&form, sent, &known());
    let is_missing = |fault: &crate::text::Fault| fault.key == crate::text::MISSING;
    filled.faults.into_iter().filter(is_missing).map(|fault| fault.path).collect()
}

#[tokio::test]
async fn one_field_that_is_far_too_long_does_not_cost_the_others() {
    let huge = "T".repeat(1_000_000);
    let body = format!("first=1&long={huge}&last=%C3%85se&box=a&box=b");
    let in_parts = multipart(&[
        ("first", None, "1"),
        ("long", None, &huge),
        ("last", None, "Åse"),
        ("box", None, "a"),
        ("box", None, "b"),
    ]);
    // In pieces of all sizes, so that what stands between two inputs is cut too.
    for size in [1, 7, 64, 4_096, 3_000_000] {
        let of = |body: &str| {
            let mut pieces: Vec<Bytes> =
                body.as_bytes().chunks(size).map(Bytes::copy_from_slice).collect();
            pieces.reverse();
            Body::new(Pieces(pieces, false))
        };
        for sent in [plain(of(&body), 10_000).await, parts(of(&in_parts), 10_000).await] {
            assert_eq!(keys(&sent), [TOO_LARGE], "{size}");
            assert_eq!((sent.value("first"), sent.value("last")), ("1", "Åse"), "{size}");
            assert_eq!(sent.values("box"), ["a", "b"], "{size}");
            assert!((9_000..10_000).contains(&sent.value("long").len()));
            assert_eq!(missing(sent), [""; 0]);
        }
    }
    // All that there is no room for is counted as lost, and nothing is said of it.
    let many = format!("first=1&long={}&last=x", "a&b=".repeat(10_000));
    let sent = plain(many, 1_000).await;
    assert!(sent.names().all(|name| name != "last"));
    assert_eq!(missing(sent), [""; 0]);
    let sent = plain(format!("first=1&rest={huge}"), 1_000).await;
    assert_eq!(missing(sent), ["long", "last"], "all that was sent is known");
    let sent = plain(Body::new(Pieces(vec![Bytes::from("first=&lo")], true)), 1_000).await;
    assert_eq!(missing(sent), ["first"], "it came, and was empty");
}

#[tokio::test]
async fn what_is_no_form_is_told_as_such() {
    for kind in ["application/json", "text/plain;charset=utf-8", "application/xml"] {
        let sent = receive(request(kind, "{\"navn\":\"x\"}"), 10_000).await;
        assert_eq!(keys(&sent), [NO_FORM], "{kind}");
        let filled = Filled::read(&every_kind(), sent, &known());
        assert_eq!((filled.faults.len(), filled.status().as_u16()), (1, 415), "{kind}");
    }
    for kind in ["", "Application/X-WWW-Form-URLencoded; charset=UTF-8"] {
        let sent = receive(request(kind, "line=x"), 10_000).await;
        assert_eq!((keys(&sent).len(), sent.value("line")), (0, "x"), "{kind}");
    }
}

#[tokio::test]
async fn a_connection_that_fails_keeps_what_came() {
    // Popped from the end.
    let pieces = Pieces(vec![Bytes::from("e&melding=Hei"), Bytes::from("navn=%C3%85s")], true);
    let sent = plain(Body::new(pieces), 1_000).await;
    assert_eq!(keys(&sent), [BROKEN_OFF]);
    assert_eq!((sent.value("navn"), sent.value("melding")), ("Åse", "Hei"));
}

#[tokio::test]
async fn files_come_with_their_names() {
    let body = multipart(&[
        ("tittel", None, "Æ\r\n\r\n--ikke slutt"),
        ("files", Some("C:\\mappe\\a %22b%22.txt"), "innhold\r\nto linjer"),
        ("files", Some(""), ""),
        ("tom", None, ""),
    ]);
    let sent = parts(format!("innledning\r\n{body}etterord"), 10_000).await;
    assert_eq!(keys(&sent), [""; 0]);
    assert_eq!(sent.value("tittel"), "Æ\r\n\r\n--ikke slutt");
    assert_eq!(sent.values("tom"), [""]);
    assert_eq!(sent.uploads.len(), 1);
    let file = &sent.uploads[0];
    assert_eq!((file.path.as_str(), file.name.as_str()), ("files", "a \"b\".txt"));
    assert_eq!(
        (&file.bytes[..], file.media_type.as_str()),
        (&b"innhold\r\nto linjer"[..], "text/plain")
    );
}

#[tokio::test]
async fn a_broken_multipart_keeps_the_parts_before_the_break() {
    let whole = multipart(&[("navn", None, "Åse"), ("melding", None, "Hei du")]);
    for (body, message) in [
        (whole.replace(&format!("--{BOUNDARY}--\r\n"), ""), "Hei du"),
        (whole[..whole.len() - 12].to_owned(), "Hei du"),
        (whole.replace("; name=\"melding\"", ""), ""),
        (whole.split("melding").next().unwrap().to_owned(), ""),
    ] {
        let sent = parts(body.clone(), 10_000).await;
        assert_eq!(keys(&sent), [BROKEN_OFF], "{body}");
        assert_eq!((sent.value("navn"), sent.value("melding")), ("Åse", message), "{body}");
    }
    for kind in [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "Multipart/Form-Data;boundary=\"x\"",
    ] {
        let sent = receive(request(kind, whole.clone()), 10_000).await;
        assert_eq!(keys(&sent), [BROKEN_OFF], "{kind}");
    }
    let file = multipart(&[("files", Some("a.txt"), "halv fil")]);
    let sent = parts(file.split("fil\r\n").next().unwrap().to_owned(), 10_000).await;
    assert_eq!(sent.uploads, [], "half a file is no file");
    assert_eq!(keys(&sent), ["forms-fault-file-cut", BROKEN_OFF]);
}

#[tokio::test]
async fn a_file_is_looked_at() {
    let of = |name: &'static str, size: usize| async move {
        let content = "x".repeat(size);
        let body = multipart(&[("line", None, "x"), ("files", Some(name), &content)]);
        let filled = Filled::read(&every_kind(), parts(body, 10_000).await, &known());
        filled.faults.first().map(|fault| fault.key)
    };
    assert_eq!(of("a.txt", 1_000).await, None);
    assert_eq!(of("a.txt", 1_001).await, Some("forms-fault-file-large"));
    assert_eq!(of("17912099997.txt", 10).await, Some(crate::text::IDENTITY));
    let body = multipart(&[("line", Some("a.txt"), "x")]);
    let filled = Filled::read(&every_kind(), parts(body, 10_000).await, &known());
    assert!(filled.faults.iter().any(|fault| fault.key == "forms-fault-no-field"));
}

#[tokio::test]
async fn a_million_inputs_are_no_form() {
    let sent = plain("a=1&".repeat(30_000), 1_000_000).await;
    assert_eq!(keys(&sent), ["forms-fault-too-many-inputs"]);
    assert_eq!(sent.values("a").len(), 20_000);
}

fn block<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_shown(body in prop::collection::vec(any::<u8>(), 0..300), limit in 1_usize..300) {
        for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""] {
            let sent = block(receive(request(kind, body.clone()), limit));
            let filled = Filled::read(&every_kind(), sent, &known());
            let t = crate::i18n::Text::new(crate::i18n::Lang::Nb);
            let page = crate::forms::View::new(t, &every_kind(), &filled, &known());
            prop_assert!(!askama::Template::render(&page).unwrap().is_empty());
        }
    }

    #[test]
    fn any_parts_in_any_order(pieces in prop::collection::vec(prop::sample::select(vec![
        "--x", "\r\n", "--x--", "\r\n\r\n", "Content-Disposition: form-data; name=\"line\"", "; filename=\"", "\"", "å", "a", ";", "=",
    ]), 0..40)) {
        let body = pieces.concat();
        let sent = block(receive(request("multipart/form-data; boundary=x", body), 10_000));
        Filled::read(&every_kind(), sent, &known());
    }

    #[test]
    fn what_was_typed_is_kept(name in "[a-z.0-9]{1,12}", value in "\\PC{0,200}", limit in 0_usize..400) {
        let pair = form_urlencoded::Serializer::new(String::new()).append_pair(&name, &value).finish();
        let sent = block(plain(pair.clone(), limit));
        if pair.len() <= limit {
            prop_assert_eq!(sent.value(&name), &value);
        } else {
            prop_assert!(value.starts_with(sent.value(&name)), "{} of {}", sent.value(&name), value);
        }
        let body = multipart(&[(&name, None, &value)]);
        let sent = block(parts(body, 10_000));
        prop_assert_eq!(sent.value(&name), &value);
    }
}
