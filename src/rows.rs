//! Reads a table from CSV, whole or not at all, and remembers which row of the spreadsheet each was.

use std::collections::BTreeMap;

use figures::records::{self, Record};

/// What is said of a line that is no UTF-8.
pub const NOT_UTF8: &str = "is not UTF-8; is the file Latin-1? Save it as UTF-8 and try again";

/// A row by the names of its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet numbers it, from 1: an empty row counts, a line break in a cell does not.
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
    let all = all(bytes)?;
    Ok(all.first().map(names).unwrap_or_default())
}

/// Reads every row, or says all that is wrong: letters that nobody can be sure of, columns that are
/// missing or that nobody knows, rows of another width, and rows that stand twice. Commas, semicolons
/// and tabs part columns alike: a Norwegian spreadsheet saves semicolons.
pub fn read(bytes: &[u8], needed: &[&str], known: &[&str]) -> Result<Vec<Row>, Vec<String>> {
    let all = all(bytes).map_err(|why| vec![why])?;
    let (heading, rest) =
        all.split_first().map_or((None, &all[..]), |(one, rest)| (Some(one), rest));
    let names = heading.map(names).unwrap_or_default();
    let faults = of_headings(heading.map_or(1, |row| row.number), &names, needed, known);
    if !faults.is_empty() {
        return Err(below_a_title(rest, needed).map_or(faults, |why| vec![why]));
    }
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    let mut seen: BTreeMap<BTreeMap<String, String>, u64> = BTreeMap::new();
    for record in rest {
        let line = u64::from(record.number);
        let written = trimmed(record, names.len());
        if written.len() != names.len() {
            let (is, should) = (written.len(), names.len());
            faults.push(format!("line {line} has {is} cells, the headings are {should}"));
            continue;
        }
        let cells: BTreeMap<String, String> = names.iter().cloned().zip(written).collect();
        if let Some(first) = seen.insert(cells.clone(), line) {
            faults.push(format!("line {line} repeats line {first}"));
        }
        rows.push(Row { line, cells });
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn of_headings(line: u32, names: &[String], needed: &[&str], known: &[&str]) -> Vec<String> {
    let missing = needed.iter().filter(|name| !names.iter().any(|n| n == *name));
    let mut faults: Vec<String> =
        missing.map(|name| format!("line {line}: the column `{name}` is missing")).collect();
    for (n, name) in names.iter().enumerate() {
        if !needed.contains(&name.as_str()) && !known.contains(&name.as_str()) {
            faults.push(format!("line {line}: the column `{name}` is not known"));
        }
        if names[..n].contains(name) {
            faults.push(format!("line {line}: the column `{name}` stands twice"));
        }
    }
    faults
}

/// Where the heading stands, when a title stands over it.
fn below_a_title(rest: &[Record], needed: &[&str]) -> Option<String> {
    const TITLES: usize = 10;
    let is_heading = |record: &&Record| {
        let names = names(record);
        !needed.is_empty() && needed.iter().all(|name| names.iter().any(|own| own == name))
    };
    let heading = rest.iter().take(TITLES).find(is_heading)?;
    let line = heading.number;
    Some(format!("line {line}: here are the headings; take away what stands over them"))
}

fn names(heading: &Record) -> Vec<String> {
    trimmed(heading, 0)
}

/// The cells, without empty ones past the last heading, as a spreadsheet leaves them.
fn trimmed(record: &Record, width: usize) -> Vec<String> {
    let mut cells: Vec<String> =
        record.cells.iter().map(|cell| norsk::tidy(cell).trim().to_owned()).collect();
    while cells.len() > width && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// All rows in which something stands.
fn all(bytes: &[u8]) -> Result<Vec<Record>, String> {
    match records::read(bytes) {
        Ok(mut read) if !read.is_guess => {
            read.records.retain(|record| !record.is_blank());
            Ok(read.records)
        }
        _ => Err(unreadable(bytes)),
    }
}

/// Letters that are a guess are not taken: what is kept here stands for years.
fn unreadable(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Err(e) => {
            let line = bytes[..e.valid_up_to()].split(|byte| *byte == b'\n').count();
            format!("line {line} {NOT_UTF8}")
        }
        Ok(_) => "the file holds what is no text: is it a workbook? Save it as CSV".to_owned(),
    }
}
