//! Mends what the library misreads: the widths of letters that a font tells for a whole range at once.
//!
//! A browser that prints to PDF tells most widths that way (ISO 32000-2, 9.7.4.3: `first last width`).
//! The library (0.12) takes such letters to have no width told, sees a jump after each, and words
//! fall apart. Told one by one, as the other form has them, it reads them well.

use pdf_extract::{Document, Object, ObjectId};

/// No font has more letters.
const LAST: i64 = 65_535;

pub fn mend(document: &mut Document) {
    let mut mended: Vec<(ObjectId, Vec<Object>)> = Vec::new();
    for (id, object) in &document.objects {
        let Ok(font) = object.as_dict() else { continue };
        let is_composite = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|name| name.starts_with(b"CIDFontType"));
        if is_composite
            && let Some(widths) = font.get(b"W").ok().and_then(|told| array(document, told))
            && let Some(widths) = one_by_one(document, widths)
        {
            mended.push((*id, widths));
        }
    }
    for (id, widths) in mended {
        if let Ok(font) = document.get_object_mut(id).and_then(Object::as_dict_mut) {
            font.set("W", widths);
        }
    }
}

/// `None` when it makes no sense, or when there is nothing to mend.
fn one_by_one(document: &Document, told: &[Object]) -> Option<Vec<Object>> {
    let mut widths = Vec::with_capacity(told.len());
    let mut rest = told;
    let mut is_mended = false;
    loop {
        match rest {
            [] => return is_mended.then_some(widths),
            [first, list, more @ ..] if array(document, list).is_some() => {
                widths.extend([first.clone(), list.clone()]);
                rest = more;
            }
            [first, last, width, more @ ..] => {
                let (from, to) = (first.as_i64().ok()?, last.as_i64().ok()?);
                if !(0..=LAST).contains(&from) || !(from..=LAST).contains(&to) {
                    return None;
                }
                let list = (from..=to).map(|_| width.clone()).collect::<Vec<_>>();
                widths.extend([first.clone(), Object::Array(list)]);
                is_mended = true;
                rest = more;
            }
            _ => return None,
        }
    }
}

fn array<'a>(document: &'a Document, object: &'a Object) -> Option<&'a [Object]> {
    let (_, found) = document.dereference(object).ok()?;
    found.as_array().ok().map(Vec::as_slice)
}
