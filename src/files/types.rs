//! What a file is, told by what is in it and never by its name: a short list, all else is refused.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// A kind of file that people may take home from an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileType {
    pub media_type: &'static str,
    /// The ending that its name gets, whatever it came with.
    pub ending: &'static str,
    /// What readers call it: `PDF`, `DOCX`.
    pub short: &'static str,
}

const fn of(media_type: &'static str, ending: &'static str, short: &'static str) -> FileType {
    FileType { media_type, ending, short }
}

/// All that is taken in. Films are not: they need captions and a player, and are linked to instead.
/// Nor are the old Office formats and those that carry macros, for what they may run.
pub const TYPES: [FileType; 11] = [
    of("application/pdf", "pdf", "PDF"),
    of("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "DOCX"),
    of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "XLSX"),
    of("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", "PPTX"),
    of("application/vnd.oasis.opendocument.text", "odt", "ODT"),
    of("application/vnd.oasis.opendocument.spreadsheet", "ods", "ODS"),
    of("application/vnd.oasis.opendocument.presentation", "odp", "ODP"),
    of("image/png", "png", "PNG"),
    of("image/jpeg", "jpg", "JPEG"),
    of("image/webp", "webp", "WebP"),
    of("image/gif", "gif", "GIF"),
];

/// No part that tells what a file is comes near this size: what says so may be a bomb.
const LARGEST_PART: u64 = 1024 * 1024;

fn with_media_type(media_type: &str) -> Option<FileType> {
    TYPES.into_iter().find(|kind| kind.media_type == media_type)
}

/// The short name of a stored media type; the media type itself where we have none.
pub fn short_name(media_type: &str) -> &str {
    with_media_type(media_type).map_or(media_type, |kind| kind.short)
}

/// What the bytes are, if they are one of [`TYPES`].
pub fn recognise(bytes: &[u8]) -> Option<FileType> {
    if bytes.starts_with(b"%PDF-") {
        return with_media_type("application/pdf");
    }
    if let Some(picture) = super::picture(bytes) {
        return with_media_type(picture.media_type);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    // A name that can't be read hides something.
    if archive.file_names().any(|name| name.map_or(true, |name| runs(&name))) {
        return None;
    }
    if let Some(media_type) = part(&mut archive, "mimetype") {
        return with_media_type(media_type.trim());
    }
    let types = part(&mut archive, "[Content_Types].xml")?;
    // A template and a document with macros say so in this very place, and are not taken.
    TYPES
        .into_iter()
        .filter(|kind| kind.media_type.contains("openxmlformats"))
        .find(|kind| types.contains(&format!("\"{}.main+xml\"", kind.media_type)))
}

/// Is this part of an archive a program?
fn runs(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("vbaproject.bin")
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
        || [".exe", ".js", ".vbs", ".dll"].iter().any(|ending| name.ends_with(ending))
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    let part = archive.by_name(name).ok()?;
    part.take(LARGEST_PART).read_to_string(&mut text).ok()?;
    Some(text)
}
