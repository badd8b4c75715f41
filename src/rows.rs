//! Reads a table from CSV, whole or not at all, and remembers which line each row stood on.

use std::collections::BTreeMap;

/// What is said of a line that is no UTF-8.
pub const NOT_UTF8: &str = "is not UTF-8; is the file Latin-1? Save it as UTF-8 and try again";

/// A row by the names of its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// From 1, the line of the headings.
    pub line: u64,
    cells: BTreeMap<String, String>,
}

impl Row {
    /// What stands in the column, trimmed; empty when the table has no such column.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The headings of a table, to tell which it is.
pub fn headings(bytes: &[u8]) -> Result<Vec<String>, String> {
    let text = text(bytes)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let found = reader.headers().map_err(|e| format!("line 1: {e}"))?;
    Ok(found.iter().map(|name| name.trim().to_owned()).collect())
}

/// What is said of a table whose columns are divided by another sign than the comma.
pub fn undivided(headings: &[String]) -> Option<String> {
    let [one] = headings else { return None };
    let why = "line 1: the columns are divided by semicolons or tabs: save the file with commas";
    one.contains([';', '\t']).then(|| why.to_owned())
}

/// Reads every row, or says all that is wrong: bytes that are no UTF-8, columns that are missing or
/// that nobody knows, rows of another width, and rows that stand twice.
pub fn read(bytes: &[u8], needed: &[&str], known: &[&str]) -> Result<Vec<Row>, Vec<String>> {
    let text = text(bytes).map_err(|why| vec![why])?;
    let names = headings(bytes).map_err(|why| vec![why])?;
    if let Some(why) = undivided(&names) {
        return Err(vec![why]);
    }
    let missing = needed.iter().filter(|name| !names.iter().any(|n| n == *name));
    let mut faults: Vec<String> =
        missing.map(|name| format!("line 1: the column `{name}` is missing")).collect();
    for (n, name) in names.iter().enumerate() {
        if !needed.contains(&name.as_str()) && !known.contains(&name.as_str()) {
            faults.push(format!("line 1: the column `{name}` is not known"));
        }
        if names[..n].contains(name) {
            faults.push(format!("line 1: the column `{name}` stands twice"));
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rows = Vec::new();
    let mut seen: BTreeMap<BTreeMap<String, String>, u64> = BTreeMap::new();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                faults.push(e.to_string());
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != names.len() {
            let (is, should) = (record.len(), names.len());
            faults.push(format!("line {line} has {is} cells, the headings are {should}"));
            continue;
        }
        let cells: BTreeMap<String, String> =
            names.iter().cloned().zip(record.iter().map(|cell| cell.trim().to_owned())).collect();
        if let Some(first) = seen.insert(cells.clone(), line) {
            faults.push(format!("line {line} repeats line {first}"));
        }
        rows.push(Row { line, cells });
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn text(bytes: &[u8]) -> Result<&str, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes[..e.valid_up_to()].split(|byte| *byte == b'\n').count();
        format!("line {line} {NOT_UTF8}")
    })
}
