//! A table as it came: lines of cells, numbered as its spreadsheet numbers them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::period;
use crate::records::{self, Record};

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    #[default]
    Empty,
    /// As somebody wrote it.
    Text(String),
    /// As a spreadsheet keeps it.
    Number { value: f64, percent: bool },
    Day {
        #[serde(with = "iso_day")]
        day: Date,
        has_hour: bool,
    },
    /// A spreadsheet could not say.
    Failed(String),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// From 1.
    pub number: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_hidden: bool,
    pub cells: Vec<Cell>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    pub lines: Vec<Line>,
    /// What was made of it on the way, for whoever sent it to know.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// The columns that the spreadsheet hides, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_columns: Vec<usize>,
    /// Commas part the cells, as they may part decimals.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_by_comma: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// The letters were guessed.
    Letters,
    /// Columns are hidden in the spreadsheet.
    HiddenColumns,
    /// Cells stretch over others; what stands in them was put in each.
    Merged,
    /// More lines than are read.
    Cut,
    /// Columns and lines have changed places.
    Turned,
}

/// Why a table was not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    NotText,
    Empty,
    TooLarge,
    Locked,
    Broken,
}

/// So many lines and columns are read.
pub const LINES: usize = 12_000;
pub const COLUMNS: usize = 60;

impl Cell {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => crate::clean::clean(text).is_empty(),
            _ => false,
        }
    }

    /// As it is shown: a day in figures, a number with a comma.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Failed(text) => Cow::Borrowed(text),
            Self::Number { value, percent: true } => {
                Cow::Owned(format!("{} %", rounded(value * 100.0)).replace('.', ","))
            }
            Self::Number { value, .. } => Cow::Owned(rounded(*value).to_string().replace('.', ",")),
            Self::Day { day, .. } => {
                let month = u8::from(day.month());
                Cow::Owned(format!("{}.{month}.{}", day.day(), day.year()))
            }
        }
    }
}

/// Without what arithmetic in the spreadsheet has left behind.
fn rounded(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

impl Grid {
    /// A table that was pasted, or the text of a file.
    pub fn of_text(text: &str) -> Result<Self, NoTable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\0') {
            return Err(NoTable::NotText);
        }
        // Line ends of any kind; a break within quotes stays one.
        let (text, said) = records::beginning(text);
        let by = said.or_else(|| delimiter(text));
        let is_by_comma = by == Some(b',');
        let mut grid = Self { lines: rows(text, by), is_by_comma, ..Self::default() };
        if grid.lines.len() > LINES {
            grid.lines.truncate(LINES);
            grid.remarks.push(Remark::Cut);
        }
        if grid.is_empty() { Err(NoTable::Empty) } else { Ok(grid) }
    }

    /// The bytes of a text file, whatever program wrote them.
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, NoTable> {
        let (text, is_guess) = decode(bytes)?;
        let mut grid = Self::of_text(&text)?;
        if is_guess {
            grid.remarks.push(Remark::Letters);
        }
        Ok(grid)
    }

    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.cells.iter().all(Cell::is_empty))
    }

    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }

    pub fn cell(&self, line: usize, column: usize) -> &Cell {
        const NONE: &Cell = &Cell::Empty;
        self.lines.get(line).and_then(|line| line.cells.get(column)).unwrap_or(NONE)
    }

    /// Columns as lines, for a table that is written across.
    #[must_use]
    pub fn turned(&self) -> Self {
        let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        let lines = (0..self.width()).map(|column| Line {
            number: number(column),
            is_hidden: self.hidden_columns.contains(&column),
            cells: (0..self.lines.len()).map(|line| self.cell(line, column).clone()).collect(),
        });
        let mut remarks = self.remarks.clone();
        remarks.push(Remark::Turned);
        if self.lines.len() > COLUMNS {
            remarks.push(Remark::Cut);
        }
        let lines = lines.collect();
        let hidden = self.lines.iter().enumerate().filter(|(_, line)| line.is_hidden);
        let hidden_columns = hidden.map(|(at, _)| at).collect();
        Self { lines, remarks, hidden_columns, is_by_comma: false }
    }

    /// So many of the columns that the spreadsheet hides have something in them.
    pub fn hidden(&self) -> usize {
        let is_filled = |column: &&usize| {
            (0..self.lines.len()).any(|line| !self.cell(line, **column).is_empty())
        };
        self.hidden_columns.iter().filter(is_filled).count()
    }

    /// The table as it is seen: nothing in the columns that are hidden.
    #[must_use]
    pub fn seen(&self) -> Self {
        let mut seen = self.clone();
        for line in &mut seen.lines {
            for column in &self.hidden_columns {
                if let Some(cell) = line.cells.get_mut(*column) {
                    *cell = Cell::Empty;
                }
            }
        }
        seen
    }
}

/// Rows as a spreadsheet numbers them: a break within quotes begins no row, an empty line is one.
fn rows(text: &str, by: Option<u8>) -> Vec<Line> {
    let records = match by {
        Some(by) => records::cut(text, by, LINES + 1),
        None => (1..)
            .zip(split_rows(text, false))
            .map(|(number, row)| Record { number, cells: loose(row) })
            .collect(),
    };
    let cell = |cell: String| {
        if cell.trim().is_empty() { Cell::Empty } else { Cell::Text(cell) }
    };
    let line = |record: Record| Line {
        number: record.number,
        is_hidden: false,
        cells: record.cells.into_iter().take(COLUMNS).map(cell).collect(),
    };
    let mut lines: Vec<Line> = records.into_iter().take(LINES + 1).map(line).collect();
    while lines.last().is_some_and(|line| line.cells.iter().all(Cell::is_empty)) {
        lines.pop();
    }
    lines
}

/// Cuts at CRLF, LF and CR, but for those within quotes that are closed.
fn split_rows(text: &str, has_quotes: bool) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut found, mut from, mut at, mut quoted) = (Vec::new(), 0, 0, false);
    // A lone sign for inches is no beginning of a quote that never ends.
    let has_quotes = has_quotes && text.matches('"').count().is_multiple_of(2);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' if has_quotes => quoted = !quoted,
            b'\r' | b'\n' if !quoted => {
                found.push(&text[from..at]);
                if *byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                    at += 1;
                }
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    found.push(&text[from..]);
    found
}

/// «mars 2025: 7», as it is written by hand.
fn by_colon(row: &str) -> Option<(&str, &str)> {
    let (when, number) = row.rsplit_once(':')?;
    let (when, number) = (when.trim(), number.trim());
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    // The colon of a clock is in the time itself.
    (is_number && period::read(when).is_some() && period::read(row).is_none())
        .then_some((when, number))
}

/// Columns that are parted by spaces alone, as in a letter or a paper: several of them, or the last one
/// where what is before it says when.
fn loose(row: &str) -> Vec<String> {
    let row = row.trim_end();
    if let Some((when, number)) = by_colon(row) {
        return vec![when.to_owned(), number.to_owned()];
    }
    if row.trim_start().contains("  ") {
        return row
            .split("  ")
            .map(str::trim)
            .filter(|c| !c.is_empty())
            .map(str::to_owned)
            .collect();
    }
    match row.rsplit_once(' ') {
        Some((when, number))
            if period::read(row).is_none()
                && period::read(when).is_some()
                && number.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            vec![when.to_owned(), number.to_owned()]
        }
        _ => vec![row.to_owned()],
    }
}

/// The sign that parts the columns: the one that most lines have as often as each other. None: spaces
/// alone, or one column.
fn delimiter(text: &str) -> Option<u8> {
    let rows = split_rows(text, true);
    let lines: Vec<&str> = rows.into_iter().filter(|row| !row.trim().is_empty()).take(50).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return Some(b'\t');
    }
    let count = |line: &str, sign: u8| {
        let mut quoted = false;
        let bytes = line.bytes().filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == sign && !quoted
        });
        bytes.count()
    };
    // A comma may be a decimal's: a semicolon or a bar goes before it wherever there is one.
    let sign = [b';', b'|', b','].into_iter().find(|sign| {
        let with = lines.iter().filter(|line| count(line, *sign) > 0).count();
        with > 0 && with * 2 >= lines.len()
    })?;
    let is_by_hand = || lines.iter().filter(|line| by_colon(line).is_some()).count() * 2;
    (sign != b',' || is_by_hand() < lines.len()).then_some(sign)
}

/// The letters of a file, and whether they were guessed.
pub fn decode(bytes: &[u8]) -> Result<(String, bool), NoTable> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|two| of([two[0], two[1]])).collect();
        String::from_utf16(&units).map_err(|_| NoTable::NotText)
    };
    let (text, is_guess) = match bytes {
        [0xff, 0xfe, rest @ ..] => (wide(rest, u16::from_le_bytes)?, false),
        [0xfe, 0xff, rest @ ..] => (wide(rest, u16::from_be_bytes)?, false),
        // Without its mark: every other byte of plain figures is nothing.
        [_, 0, _, 0, ..] => (wide(bytes, u16::from_le_bytes)?, false),
        [0, _, 0, _, ..] => (wide(bytes, u16::from_be_bytes)?, false),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => (text.to_owned(), false),
                Err(_) => old_letters(bytes),
            }
        }
    };
    if text.contains('\0') { Err(NoTable::NotText) } else { Ok((text, is_guess)) }
}

/// Each byte above ASCII that a Norwegian table is likely to have, in the alphabets of before: those of
/// Windows, of an old Mac and of DOS.
const WINDOWS: &[(u8, char)] = &[
    (0xe6, 'æ'),
    (0xf8, 'ø'),
    (0xe5, 'å'),
    (0xc6, 'Æ'),
    (0xd8, 'Ø'),
    (0xc5, 'Å'),
    (0xe9, 'é'),
    (0xa0, '\u{a0}'),
    (0x96, '–'),
    (0x97, '—'),
    (0xab, '«'),
    (0xbb, '»'),
    (0xb2, '²'),
    (0xb3, '³'),
    (0xb9, '¹'),
    (0x93, '“'),
    (0x94, '”'),
    (0x92, '’'),
    (0xf6, 'ö'),
    (0xe4, 'ä'),
    (0xf2, 'ò'),
    (0xb0, '°'),
    (0xbd, '½'),
    (0x85, '…'),
    (0xa7, '§'),
    (0x95, '•'),
    (0x80, '€'),
    (0xe8, 'è'),
    // Northern Sámi, as far as it goes.
    (0xe1, 'á'),
    (0xc1, 'Á'),
    (0x9a, 'š'),
    (0x8a, 'Š'),
    (0x9e, 'ž'),
    (0x8e, 'Ž'),
];
/// What else Windows has where Latin-1 has nothing to show.
const WINDOWS_SIGNS: &[(u8, char)] = &[
    (0x82, '‚'),
    (0x83, 'ƒ'),
    (0x84, '„'),
    (0x86, '†'),
    (0x87, '‡'),
    (0x88, 'ˆ'),
    (0x89, '‰'),
    (0x8b, '‹'),
    (0x8c, 'Œ'),
    (0x91, '‘'),
    (0x98, '˜'),
    (0x99, '™'),
    (0x9b, '›'),
    (0x9c, 'œ'),
    (0x9f, 'Ÿ'),
];
const MAC: &[(u8, char)] = &[
    (0xbe, 'æ'),
    (0xbf, 'ø'),
    (0x8c, 'å'),
    (0xae, 'Æ'),
    (0xaf, 'Ø'),
    (0x81, 'Å'),
    (0x8e, 'é'),
    (0xca, '\u{a0}'),
    (0xd0, '–'),
    (0xd1, '—'),
    (0xc7, '«'),
    (0xc8, '»'),
    (0xd5, '’'),
    (0x9a, 'ö'),
    (0x8a, 'ä'),
    (0xc9, '…'),
    (0xa1, '°'),
    (0xa4, '§'),
];
const DOS: &[(u8, char)] = &[
    (0x91, 'æ'),
    (0x9b, 'ø'),
    (0x86, 'å'),
    (0x92, 'Æ'),
    (0x9d, 'Ø'),
    (0x8f, 'Å'),
    (0x82, 'é'),
    (0xff, '\u{a0}'),
    (0xae, '«'),
    (0xaf, '»'),
    (0x94, 'ö'),
    (0x84, 'ä'),
];

/// The alphabet that makes letters of most bytes. It is a guess where another would do as well, or one
/// byte is no letter in it.
fn old_letters(bytes: &[u8]) -> (String, bool) {
    let known = |alphabet: &[(u8, char)]| {
        let is_known = |byte: &&u8| alphabet.iter().any(|(known, _)| known == *byte);
        bytes.iter().filter(|byte| **byte >= 0x80).filter(is_known).count()
    };
    let all = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let counts = [known(WINDOWS), known(MAC), known(DOS)];
    let best = counts.iter().copied().max().unwrap_or(0);
    let alphabet = match counts.iter().position(|count| *count == best) {
        Some(1) => MAC,
        Some(2) => DOS,
        _ => WINDOWS,
    };
    let is_windows = counts[0] == best;
    let is_sure = best == all && is_windows;
    let letter = |byte: &u8| {
        let signs = if is_windows { WINDOWS_SIGNS } else { &[] };
        let mut all = alphabet.iter().chain(signs);
        let found = all.find(|(known, _)| known == byte).map(|(_, letter)| *letter);
        match found {
            Some(letter) => letter,
            None if *byte < 0x80 || is_windows => char::from(*byte),
            None => '\u{fffd}',
        }
    };
    (bytes.iter().map(letter).collect(), !is_sure)
}
