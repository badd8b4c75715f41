//! What a file is besides what it says that it is: two things in one, more than it seems, or none that we take.

use std::io::Cursor;

use zip::ZipArchive;

/// Why a file is not taken that [`recognise`](super::recognise) may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspect {
    /// Two kinds of file in the same bytes.
    Double,
    /// It unpacks to far more than it is.
    Bomb,
    /// A film; has it subtitles in it?
    Film { has_captions: bool },
    /// A picture in a form that browsers don't show.
    OtherPicture,
    /// A drawing that can carry script.
    Svg,
}

/// No document of ours has so many parts, or unpacks to so much.
const MOST_PARTS: usize = 10_000;
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;
/// Text is packed to a tenth, rarely to a fiftieth.
const MOST_TIMES: u64 = 200;
/// What is small when unpacked is no bomb, however well it is packed.
const SMALL: u64 = 32 * 1024 * 1024;
/// What a file is stands at its beginning, for programs that are not strict.
const HEAD: usize = 1_024;

/// Looks for what is wrong with the bytes; nothing for what is as it seems.
pub fn suspect(bytes: &[u8]) -> Option<Suspect> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let archive = ZipArchive::new(Cursor::new(bytes)).ok().filter(|archive| !archive.is_empty());
    let is_pdf = has(head, b"%PDF-");
    if is_pdf && (archive.is_some() || !bytes.starts_with(b"%PDF-")) {
        return Some(Suspect::Double);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive.filter(|_| is_bomb(bytes)).map(|_| Suspect::Bomb);
    }
    if super::picture(bytes).is_some() {
        // It is written anew, and what hangs by it goes.
        return None;
    }
    if let Some(film) = film(bytes) {
        return Some(film);
    }
    let text = head.to_ascii_lowercase();
    if has(&text, b"<svg") {
        return Some(Suspect::Svg);
    }
    let is_other = ["II*\0", "MM\0*", "BM"].iter().any(|start| bytes.starts_with(start.as_bytes()));
    is_other.then_some(Suspect::OtherPicture)
}

fn is_bomb(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    if archive.len() > MOST_PARTS {
        return true;
    }
    let parts = 0..archive.len();
    let size = |n| archive.by_index_raw(n).map_or(0, |part| part.size());
    let unpacked = parts.map(size).fold(0, u64::saturating_add);
    let times = unpacked / (bytes.len() as u64).max(1);
    unpacked > MOST_UNPACKED || (unpacked > SMALL && times > MOST_TIMES)
}

/// Films by their containers: ISO/IEC 14496-12, Matroska, AVI. Stills of telephones are in the first too.
fn film(bytes: &[u8]) -> Option<Suspect> {
    if bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        let brand = bytes.get(8..12).unwrap_or_default();
        if [b"heic", b"heix", b"mif1", b"msf1", b"avif"].iter().any(|still| brand == *still) {
            return Some(Suspect::OtherPicture);
        }
        return Some(Suspect::Film { has_captions: has_caption_track(bytes) });
    }
    if bytes.starts_with(b"\x1a\x45\xdf\xa3") {
        return Some(Suspect::Film { has_captions: has(bytes, b"S_TEXT/") });
    }
    let is_avi = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"AVI ".as_slice());
    is_avi.then_some(Suspect::Film { has_captions: false })
}

/// A track says what it is for in its `hdlr` box, eight bytes behind the name.
fn has_caption_track(bytes: &[u8]) -> bool {
    let mut handlers = bytes.windows(16).filter(|part| part.starts_with(b"hdlr"));
    handlers.any(|handler| {
        [b"subt", b"sbtl", b"text", b"clcp"].iter().any(|kind| handler[12..16] == **kind)
    })
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}
