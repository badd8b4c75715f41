//! What a PDF says of itself: its marks, its language and its title (ISO 32000-2, 14.7–14.9 and 14.3.3).

use pdf_extract::{Dictionary, Document, Object};

use super::{About, clean};

/// No title is longer, and no name of a language.
const LONGEST: usize = 300;

pub fn about(document: &Document) -> About {
    let Ok(catalog) = document.catalog() else { return About::default() };
    let marks = dictionary(document, catalog, b"MarkInfo");
    let marks = marks.and_then(|marks| marks.get_deref(b"Marked", document).ok());
    let is_marked = marks.and_then(|marked| marked.as_bool().ok()).unwrap_or(false);
    let has_tree = dictionary(document, catalog, b"StructTreeRoot").is_some();
    let info = dictionary(document, &document.trailer, b"Info");
    About {
        is_tagged: is_marked && has_tree,
        lang: text(document, catalog, b"Lang"),
        title: info.and_then(|info| text(document, info, b"Title")),
    }
}

fn dictionary<'a>(
    document: &'a Document,
    within: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    within.get_deref(key, document).ok().and_then(|found| found.as_dict().ok())
}

fn text(document: &Document, within: &Dictionary, key: &[u8]) -> Option<String> {
    let bytes =
        within.get_deref(key, document).ok().and_then(|found: &Object| found.as_str().ok())?;
    let text: String = clean(&decoded(bytes)).chars().take(LONGEST).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A text string is UTF-16 or UTF-8 where it says so; what is left differs from Latin-1 only in signs.
fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
    }
    match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => String::from_utf8_lossy(rest).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
