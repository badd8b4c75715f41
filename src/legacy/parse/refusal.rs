//! Why a file is not read at all: said before a single line is looked at.

use std::fmt;

use serde::Serialize;

/// Far above any page of the old sites (they are 2–40 kB), far below what would hurt.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing but blanks.
    Empty,
    TooLarge {
        bytes: usize,
        limit: usize,
    },
    /// A picture, a PDF, an archive …: `what` names it when its first bytes tell.
    Binary {
        what: Option<&'static str>,
        offset: usize,
        line: usize,
    },
    /// `offset` counts bytes from 0, `line` from 1, both of the first faulty byte.
    NotUtf8 {
        offset: usize,
        line: usize,
        guess: Option<Encoding>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    #[serde(rename = "latin-1")]
    Latin1,
    #[serde(rename = "utf-16")]
    Utf16,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::TooLarge { bytes, limit } => {
                write!(f, "the file is too large: {bytes} bytes, and the limit is {limit}")
            }
            Self::Binary { what: Some(what), .. } => {
                write!(f, "the file is not text: it looks like {what}")
            }
            Self::Binary { what: None, offset, line } => {
                write!(
                    f,
                    "the file is not text: control bytes, the first at byte {offset} (line {line})"
                )
            }
            Self::NotUtf8 { offset, line, guess } => {
                write!(f, "the file is not UTF-8: byte {offset} (line {line}) is not valid")?;
                match guess {
                    Some(Encoding::Latin1) => write!(
                        f,
                        "; it looks like Latin-1 (ISO 8859-1 or Windows-1252): convert it with \
                         `iconv -f WINDOWS-1252 -t UTF-8`"
                    ),
                    Some(Encoding::Utf16) => {
                        write!(
                            f,
                            "; it looks like UTF-16: convert it with `iconv -f UTF-16 -t UTF-8`"
                        )
                    }
                    None => Ok(()),
                }
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// The text of a file, its byte order mark taken off.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refusal::Binary { what: Some(what), offset: 0, line: 1 });
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Refusal::NotUtf8 { offset: 0, line: 1, guess: Some(Encoding::Utf16) });
    }
    if let Some(offset) = control_bytes(bytes) {
        return Err(Refusal::Binary { what: None, offset, line: line_of(bytes, offset) });
    }
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let offset = fault.valid_up_to();
        let guess = looks_like_latin1(bytes).then_some(Encoding::Latin1);
        Refusal::NotUtf8 { offset, line: line_of(bytes, offset), guess }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.chars().all(|c| c.is_whitespace() || c.is_control() || super::text::invisible(c)) {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xD0\xCF\x11\xE0", "an old Office document"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "an RTF document"),
];

/// Where the first one stands, if there is a NUL or more of the others than slips explain.
fn control_bytes(bytes: &[u8]) -> Option<usize> {
    let control = |byte: &u8| *byte < 0x20 && !b"\t\n\r\x0B\x0C".contains(byte);
    let found = bytes.iter().filter(|byte| control(byte)).count();
    let many = found > 8 && found * 20 > bytes.len();
    bytes.iter().position(|byte| *byte == 0 || (many && control(byte)))
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset.min(bytes.len())].split(|byte| *byte == b'\n').count()
}

/// Norwegian in Latin-1: nearly every high byte is one of a few letters or marks, and they are
/// few among plain ones.
fn looks_like_latin1(bytes: &[u8]) -> bool {
    const USUAL: &[u8] = b"\xE6\xF8\xE5\xC6\xD8\xC5\xE9\xE8\xF3\xF2\xF4\xEA\xFC\xF6\xE4\xAB\xBB\
        \xA0\xA7\xB7\xB0\xBD\xAD\x85\x91\x92\x93\x94\x95\x96\x97";
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let usual = bytes.iter().filter(|byte| USUAL.contains(byte)).count();
    high * 3 < bytes.len() + 9 && usual * 10 >= high * 9
}
