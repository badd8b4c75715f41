//! The records of a CSV file: whole cells, numbered by the rows that a spreadsheet shows them in.

use crate::table::{NoTable, decode};

/// One row of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// From 1. An empty line is a row; a line break within quotes begins none.
    pub number: u32,
    pub cells: Vec<String>,
}

impl Record {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    pub records: Vec<Record>,
    /// The letters were guessed.
    pub is_guess: bool,
}

/// Reads what a spreadsheet saves as CSV: with commas, semicolons or tabs, with a line `sep=` or without,
/// with any line ends, in UTF-8, UTF-16 or the alphabets of before.
///
/// ```
/// let file = b"sep=;\r\nnavn;fall\r\n\"L\xf8ten\r\n(nord)\";3\r\nHamar;4\r\n";
/// let rows = figures::records::read(file).unwrap().records;
/// assert_eq!((rows[1].number, rows[1].cells[0].as_str()), (2, "Løten\r\n(nord)"));
/// assert_eq!(rows[2].number, 3);
/// ```
pub fn read(bytes: &[u8]) -> Result<Records, NoTable> {
    let (text, is_guess) = decode(bytes)?;
    Ok(Records { records: of_text(&text), is_guess })
}

/// The same of a text.
pub fn of_text(text: &str) -> Vec<Record> {
    let (text, said) = beginning(text.strip_prefix('\u{feff}').unwrap_or(text));
    let by = said.unwrap_or_else(|| heading(text).unwrap_or(b','));
    cut(text, by, usize::MAX)
}

/// What comes after a first line that says what parts the columns, and that sign. No spreadsheet shows that
/// line: the one after it is row 1.
pub(crate) fn beginning(text: &str) -> (&str, Option<u8>) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"');
    let is_said = line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let sign = line.get(4..).and_then(|rest| rest.bytes().next()).filter(u8::is_ascii);
    if !is_said {
        return (text, None);
    }
    let rest = &text[end..];
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    (rest.strip_prefix('\n').unwrap_or(rest), sign)
}

/// What parts the columns of the first row that has several.
fn heading(text: &str) -> Option<u8> {
    const SIGNS: [u8; 3] = [b';', b'\t', b','];
    let bytes = text.as_bytes();
    let (mut found, mut rows, mut at) = ([false; 3], 0, 0);
    let (mut is_begun, mut is_closed) = (false, true);
    while let Some(byte) = bytes.get(at) {
        if *byte == b'"' && !is_begun && is_closed {
            // Whatever parts the columns ends a cell in quotes.
            match closing(text, at, |byte| SIGNS.contains(&byte)) {
                Some(end) => at = end,
                None => is_closed = false,
            }
            is_begun = true;
        } else if let Some(sign) = SIGNS.iter().position(|sign| sign == byte) {
            found[sign] = true;
            is_begun = false;
        } else if matches!(byte, b'\r' | b'\n') {
            rows += 1;
            if found.contains(&true) || rows > 20 {
                break;
            }
            is_begun = false;
        } else {
            is_begun |= *byte != b' ';
        }
        at += 1;
    }
    SIGNS.into_iter().zip(found).find(|(_, is_there)| *is_there).map(|(sign, _)| sign)
}

/// Where the quote that opens a cell is closed; none where nothing closes it, for then it is a sign of the
/// text (`12" skjerm`).
fn closing(text: &str, open: usize, ends: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = open + 1;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'"' {
            match bytes.get(at + 1) {
                Some(b'"') => at += 1,
                None | Some(b'\r' | b'\n') => return Some(at),
                Some(next) if ends(*next) => return Some(at),
                Some(_) => {}
            }
        }
        at += 1;
    }
    None
}

/// Cuts a text into rows and cells.
pub(crate) fn cut(text: &str, by: u8, most: usize) -> Vec<Record> {
    let bytes = text.as_bytes();
    let mut records = Vec::new();
    let mut record = Record { number: 1, cells: Vec::new() };
    let (mut at, mut is_closed) = (0, true);
    loop {
        // At the beginning of a cell.
        let quoted = (bytes.get(at) == Some(&b'"') && is_closed)
            .then(|| closing(text, at, |byte| byte == by));
        // Where one is never closed, none that comes after it is.
        is_closed &= quoted != Some(None);
        if let Some(Some(end)) = quoted {
            record.cells.push(text[at + 1..end].replace("\"\"", "\""));
            at = end + 1;
        } else {
            let is_inside = |byte: &u8| *byte != by && !matches!(byte, b'\r' | b'\n');
            let length = bytes[at..].iter().take_while(|byte| is_inside(byte)).count();
            record.cells.push(text[at..at + length].to_owned());
            at += length;
        }
        let Some(end) = bytes.get(at) else { break };
        at += 1;
        if *end != by {
            if *end == b'\r' && bytes.get(at) == Some(&b'\n') {
                at += 1;
            }
            let next = Record { number: record.number + 1, cells: Vec::new() };
            records.push(std::mem::replace(&mut record, next));
            if records.len() == most {
                return records;
            }
        }
    }
    if !record.is_blank() {
        records.push(record);
    }
    records
}
