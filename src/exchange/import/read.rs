//! Reads a line of a file, and tells what is wrong with it where it stands.

use std::io::BufRead;

use super::ImportError;
use super::said::{Once, leave_out_nothing_said, tidy};
use crate::exchange::ItemLine;
use crate::items::{LIST_FOR_OBJECT, in_plain_words, lists_for_objects, path_of};
use crate::text::Fault;

/// The longest line read: an item with its history, and far above any real one.
const LONGEST: usize = 8 * 1024 * 1024;

/// Reads to the end of the line, but keeps no more than a byte over the limit of it.
pub fn read_line(reader: &mut impl BufRead, raw: &mut Vec<u8>) -> std::io::Result<usize> {
    let mut total = 0;
    loop {
        let some = reader.fill_buf()?;
        if some.is_empty() {
            return Ok(total);
        }
        let end = some.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(some.len(), |at| at + 1);
        let room = (LONGEST + 1).saturating_sub(raw.len());
        raw.extend_from_slice(&some[..taken.min(room)]);
        reader.consume(taken);
        total += taken;
        if end.is_some() {
            return Ok(total);
        }
    }
}

/// The item of a line; `None` when the line is blank.
pub fn read_item(raw: &[u8], first: bool) -> Result<Option<ItemLine>, ImportError> {
    let refused = |why: String| ImportError::Refused(vec![why]);
    if raw.len() > LONGEST {
        return Err(refused(format!("the line is longer than {} MiB", LONGEST >> 20)));
    }
    let text = std::str::from_utf8(raw).map_err(|e| {
        refused(format!(
            "not UTF-8: byte {} of the line can't be read; is it Latin-1 or UTF-16?",
            e.valid_up_to() + 1
        ))
    })?;
    let text = if first { text.trim_start_matches('\u{feff}') } else { text };
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if !text.starts_with('{') {
        return Err(refused("not a JSON object: a line begins with `{`".to_owned()));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let told = |e: serde_path_to_error::Error<serde_json::Error>| {
        let path = path_of(e.path());
        let why = plain(e.inner());
        refused(if path.is_empty() { why } else { format!("`{path}`: {why}") })
    };
    let Once(mut raw) = serde_path_to_error::deserialize(&mut reader).map_err(told)?;
    reader.end().map_err(|e| refused(plain(&e)))?;
    tidy(&mut raw);
    leave_out_nothing_said(&mut raw);
    let line: ItemLine = serde_path_to_error::deserialize(&raw).map_err(told)?;
    let read = serde_json::to_value(&line).unwrap_or_default();
    let lists = lists_for_objects(&raw, &read, "");
    if !lists.is_empty() {
        let fault = |path: &String| Fault::malformed(path.clone(), LIST_FOR_OBJECT).to_string();
        return Err(ImportError::Refused(lists.iter().map(fault).collect()));
    }
    Ok(Some(line))
}

/// The parser's words, without the line number that it thinks it is on.
fn plain(error: &serde_json::Error) -> String {
    let text = in_plain_words(&error.to_string());
    match text.rsplit_once(" at line 1 column ") {
        Some((what, column)) => format!("{what} (column {column})"),
        None => text,
    }
}
