//! A table as it comes from a browser: pasted, in a file, or carried from one step to the next.

use figures::people;
use figures::table::NoTable;
use figures::workbook::{self, Sheet};
use figures::{Grid, Line};

use super::{FILE, TABLE, TEXT, told};
use crate::forms::{Submitted, Upload, WHOLE};
use crate::text::Fault;

/// The sheets of what was sent, and whether they were shown before.
pub struct Table {
    pub sheets: Vec<Sheet>,
    pub is_carried: bool,
}

/// An Excel workbook of before 2007 begins so.
const OLD_BOOK: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
const BOOK: &[u8] = b"PK\x03\x04";

/// What no table begins with, whatever the file is called: documents, pictures, what is packed.
const OTHERS: [&[u8]; 7] =
    [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"Rar!"];

fn is_something_else(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    OTHERS.iter().any(|other| bytes.starts_with(other))
}

impl Table {
    /// Takes the table out of what was sent. Nothing of a list of people stays there.
    pub async fn take(sent: &mut Submitted) -> Result<Self, Fault> {
        let uploads = std::mem::take(&mut sent.uploads);
        let file = uploads.into_iter().find(|one| one.path == FILE && !one.bytes.is_empty());
        let carried = sent.take(TABLE).pop().unwrap_or_default();
        let text = sent.value(TEXT).to_owned();
        let is_carried = !carried.is_empty();
        let source = match file {
            _ if is_carried => Source::Carried(carried),
            Some(_) if !text.trim().is_empty() => {
                return Err(Fault::new(TEXT, "improvement-paste-fault-both"));
            }
            Some(file) => Source::File(file),
            None if text.trim().is_empty() => {
                return Err(Fault::new(TEXT, "improvement-paste-fault-none"));
            }
            None => Source::Pasted(text),
        };
        // Ten thousand lines take a while, and others are waiting.
        let read = tokio::task::spawn_blocking(move || {
            let sheets = source.read()?;
            let person = sheets.iter().find_map(|sheet| people::found(&sheet.grid));
            Ok((sheets, person))
        });
        let read = read.await.unwrap_or(Err(NoTable::Broken));
        let (sheets, person) = read.map_err(|why| Fault::new(WHOLE, unread(why)))?;
        if let Some(person) = person {
            // Neither shown again nor kept.
            sent.take(TEXT);
            // Of several sheets it may be one that whoever sent it does not see.
            let is_one = sheets.len() == 1;
            let why = if is_one { told::person(person) } else { "improvement-paste-fault-sheet" };
            return Err(Fault::new(WHOLE, why));
        }
        Ok(Self { sheets, is_carried })
    }

    /// As the next step of the form carries it.
    pub fn carried(&self) -> String {
        serde_json::to_string(&self.sheets).unwrap_or_default()
    }
}

/// What the form carried; what nobody's browser made is no table.
fn sheets_of(carried: &str) -> Option<Vec<Sheet>> {
    let sheets: Vec<Sheet> = serde_json::from_str(carried).ok()?;
    let is_small = |line: &Line| line.cells.len() <= figures::table::COLUMNS;
    let is_sound = |sheet: &Sheet| {
        sheet.grid.lines.len() <= figures::table::LINES && sheet.grid.lines.iter().all(is_small)
    };
    (!sheets.is_empty() && sheets.iter().all(is_sound)).then_some(sheets)
}

fn alone(grid: Grid) -> Vec<Sheet> {
    vec![Sheet { grid, ..Sheet::default() }]
}

enum Source {
    Pasted(String),
    File(Upload),
    Carried(String),
}

impl Source {
    fn read(self) -> Result<Vec<Sheet>, NoTable> {
        match self {
            Self::Pasted(text) => Grid::of_text(&text).map(alone),
            Self::Carried(carried) => sheets_of(&carried).ok_or(NoTable::Broken),
            Self::File(file) if file.bytes.starts_with(OLD_BOOK) => Err(NoTable::NotText),
            Self::File(file) if is_something_else(&file.bytes) => Err(NoTable::NotText),
            Self::File(file) if file.bytes.starts_with(BOOK) => workbook::read(&file.bytes),
            Self::File(file) => Grid::of_bytes(&file.bytes).map(alone),
        }
    }
}

fn unread(why: NoTable) -> &'static str {
    match why {
        NoTable::NotText => "improvement-paste-fault-kind",
        NoTable::Empty => "improvement-paste-fault-empty",
        NoTable::TooLarge => "improvement-paste-fault-large",
        NoTable::Locked => "improvement-paste-fault-locked",
        NoTable::Broken => "improvement-paste-fault-broken",
    }
}
