//! Reads `multipart/form-data` (RFC 7578), and keeps the parts before the place where it breaks.
//!
//! What is kept of the body is in memory already, so this is a walk over bytes. A parser that gives up
//! at the first fault would lose what somebody typed.

use axum::body::Bytes;

use super::rest::position;
use super::{Submitted, Upload, WHOLE};
use crate::text::Fault;

/// The boundary that the content type names; none when it is another type. One without a boundary
/// has an empty one, which no body fits.
pub(super) fn boundary(content_type: &str) -> Option<String> {
    let (kind, rest) = content_type.split_once(';').unwrap_or((content_type, ""));
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    Some(parameter(rest, "boundary").unwrap_or_default())
}

/// What stands before each part but the first, where the line end may be missing.
pub(super) fn delimiter(boundary: &str) -> Vec<u8> {
    format!("\r\n--{boundary}").into_bytes()
}

/// Where the first part begins, at the end of its delimiter's line.
pub(super) fn start(body: &[u8], delimiter: &[u8]) -> Option<usize> {
    if body.starts_with(&delimiter[2..]) {
        Some(delimiter.len() - 2)
    } else {
        position(body, delimiter).map(|at| at + delimiter.len())
    }
}

/// Reads what is there, and tells whether it went to its end as it should.
pub(super) fn parse(sent: &mut Submitted, body: &[u8], boundary: &str) -> bool {
    let delimiter = delimiter(boundary);
    let first = start(body, &delimiter).filter(|_| !boundary.is_empty());
    let Some(mut rest) = first.map(|at| &body[at..]) else { return false };
    let mut is_whole = true;
    while !rest.starts_with(b"--") {
        let end = position(rest, &delimiter);
        let piece = end.map_or_else(|| before_delimiter(rest, &delimiter), |at| &rest[..at]);
        is_whole &= part(sent, piece, end.is_some());
        match end {
            Some(at) => rest = &rest[at + delimiter.len()..],
            None => return false,
        }
    }
    is_whole
}

/// Keeps a part, from the end of its delimiter's line on; tells whether it was sound.
pub(super) fn part(sent: &mut Submitted, piece: &[u8], is_whole: bool) -> bool {
    let Some((head, content)) = head(piece) else { return false };
    take(sent, &head, content, is_whole)
}

/// The head of a part and all that comes after it; what stands before is the end of the delimiter.
fn head(rest: &[u8]) -> Option<(String, &[u8])> {
    let line = position(rest, b"\r\n")?;
    if !rest[..line].iter().all(|byte| matches!(byte, b' ' | b'\t')) {
        return None;
    }
    // From the line end itself, so that a part without any head is one too.
    let head = &rest[line..];
    let end = position(head, b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(&head[..end]).into_owned(), &head[end + 4..]))
}

/// Keeps a part; tells whether it was sound.
fn take(sent: &mut Submitted, head: &str, content: &[u8], is_whole: bool) -> bool {
    let header = |name: &str| {
        let named = |line: &str| {
            let (its, value) = line.split_once(':')?;
            its.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        };
        head.lines().find_map(named)
    };
    let disposition = header("content-disposition").unwrap_or_default();
    let Some(path) = parameter(&disposition, "name") else { return false };
    let Some(filename) = parameter(&disposition, "filename") else {
        let text = String::from_utf8_lossy(content);
        // One that was cut may end within a letter: that it was cut is told anyway.
        if is_whole && std::str::from_utf8(content).is_err() {
            sent.say_mangled(&path);
        }
        sent.add(path, if is_whole { &text } else { text.trim_end_matches('\u{fffd}') });
        return true;
    };
    let name = filename.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    // An input with no file chosen is sent as a file without a name.
    if name.is_empty() && content.is_empty() {
        return true;
    }
    if name.contains('\u{fffd}') {
        sent.say_mangled(&path);
    }
    if !is_whole {
        sent.broken.push(Fault::new(WHOLE, "forms-fault-file-cut").filled("name", name));
        return true;
    }
    let media_type = header("content-type").unwrap_or_default();
    let bytes = Bytes::copy_from_slice(content);
    sent.attach(Upload { path, name, media_type, bytes });
    true
}

/// A parameter of a header. Browsers write a quote in a name as `%22`, and line ends likewise.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    while let Some(at) = rest.find(|c: char| c != ';' && !c.is_whitespace()) {
        rest = &rest[at..];
        let (key, after) = match rest.find(['=', ';']) {
            Some(at) if rest[at..].starts_with('=') => (rest[..at].trim(), &rest[at + 1..]),
            Some(at) => {
                rest = &rest[at..];
                continue;
            }
            None => return None,
        };
        let (value, after) = value(after.trim_start());
        if key.eq_ignore_ascii_case(name) {
            return Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
        }
        rest = after;
    }
    None
}

/// A value, quoted or not, and what comes after it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text[..end].trim().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut letters = quoted.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, &quoted[at + 1..]),
            '\\' if letters.peek().is_some_and(|(_, next)| *next == '"') => {
                value.push('"');
                letters.next();
            }
            other => value.push(other),
        }
    }
    (value, "")
}

/// Without the beginning of a delimiter at the very end, where the body was cut.
fn before_delimiter<'a>(content: &'a [u8], delimiter: &[u8]) -> &'a [u8] {
    let cut = (1..delimiter.len()).rev().find(|length| content.ends_with(&delimiter[..*length]));
    &content[..content.len() - cut.unwrap_or(0)]
}
