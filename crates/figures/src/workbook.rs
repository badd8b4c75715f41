//! Excel's workbooks: each sheet cell by cell, with what the spreadsheet hides.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::{Deserialize, Serialize};
use time::{Date, Month};
use zip::ZipArchive;

use crate::table::{COLUMNS, Cell, Grid, LINES, Line, NoTable, Remark};

/// One sheet of a workbook, with what is on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    pub is_hidden: bool,
    pub grid: Grid,
}

/// What a workbook may unpack to.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// So many sheets are looked at.
const SHEETS: usize = 20;
/// So many cells are filled by one that stretches over them.
const STRETCHED: u32 = 2_000;

/// The sheets that have something on them.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, NoTable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
    let size = (0..archive.len()).map(|n| archive.by_index_raw(n).map_or(0, |part| part.size()));
    if size.fold(0, u64::saturating_add) > UNPACKED {
        return Err(NoTable::TooLarge);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
    let told: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .take(SHEETS)
        .collect();
    let parts = parts(&mut archive);
    let mut sheets = Vec::new();
    for (name, is_hidden) in told {
        let marks = match parts.get(&name) {
            Some(part) => marks(&mut archive, part)?,
            None => Marks::default(),
        };
        // A sheet of charts alone has no cells.
        let Ok(mut grid) = grid(&mut book, &name, &marks) else { continue };
        stretch(&mut book, &name, &mut grid);
        if !grid.is_empty() {
            sheets.push(Sheet { name, is_hidden, grid });
        }
    }
    if sheets.is_empty() { Err(NoTable::Empty) } else { Ok(sheets) }
}

fn why(error: &XlsxError) -> NoTable {
    match error {
        XlsxError::Password => NoTable::Locked,
        _ => NoTable::Broken,
    }
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn grid(book: &mut Book<'_>, name: &str, marks: &Marks) -> Result<Grid, NoTable> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| why(&error))?;
    let percents: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code))
        })
        .collect();
    let mut lines: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut remarks = Vec::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|e| why(&e))? {
        let (row, column) = cell.get_position();
        let Ok(column) = usize::try_from(column) else { continue };
        let percent = percents.get(style).copied().unwrap_or(false);
        let value = of(cell.get_value(), percent);
        if column >= COLUMNS || value.is_empty() {
            continue;
        }
        if lines.len() >= LINES && !lines.contains_key(&row) {
            remarks.push(Remark::Cut);
            break;
        }
        let cells = lines.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = value;
    }
    for (row, column) in &marks.unanswered {
        let Some(cells) = lines.get_mut(row) else { continue };
        if cells.len() <= *column {
            cells.resize(column + 1, Cell::Empty);
        }
        if cells[*column].is_empty() {
            cells[*column] = Cell::Failed("=".to_owned());
        }
    }
    if !marks.hidden_columns.is_empty() {
        remarks.push(Remark::HiddenColumns);
    }
    let line = |(row, cells): (u32, Vec<Cell>)| Line {
        number: row + 1,
        is_hidden: marks.hidden.contains(&row),
        cells,
    };
    let hidden_columns = marks.hidden_columns.iter().copied().collect();
    let lines = lines.into_iter().map(line).collect();
    Ok(Grid { lines, remarks, hidden_columns, is_by_comma: false })
}

fn of(value: &DataRef<'_>, percent: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::Text(text.clone())
        }
        #[expect(clippy::cast_precision_loss, reason = "numbers so large count nothing")]
        DataRef::Int(number) => Cell::Number { value: *number as f64, percent },
        DataRef::Float(value) => Cell::Number { value: *value, percent },
        DataRef::Bool(true) => Cell::Text("SANN".to_owned()),
        DataRef::Bool(false) => Cell::Text("USANN".to_owned()),
        DataRef::Error(error) => Cell::Failed(format!("{error}")),
        DataRef::DateTime(at) if at.is_duration() || at.as_f64() < 1.0 => {
            Cell::Text(clock(at.as_f64()))
        }
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            let month = Month::try_from(month).ok();
            let day = month.and_then(|m| Date::from_calendar_date(year.into(), m, day).ok());
            let has_hour = at.as_f64().fract() > 0.0;
            day.map_or(Cell::Failed("?".to_owned()), |day| Cell::Day { day, has_hour })
        }
    }
}

/// «1:15», as it is shown: what is kept is a part of a day, which is a number that nobody has seen.
fn clock(days: f64) -> String {
    if !(0.0..100_000.0).contains(&days) {
        return "?".to_owned();
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 100,000 days")]
    let seconds = (days * 86_400.0).round() as i64;
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match rest {
        0 => format!("{hours}:{minutes:02}"),
        rest => format!("{hours}:{minutes:02}:{rest:02}"),
    }
}

/// A sign for per cent that is no word of the format's.
fn is_percent(format: &str) -> bool {
    let mut is_quoted = false;
    let mut is_escaped = false;
    format.chars().any(|sign| {
        let is_it = sign == '%' && !is_quoted && !is_escaped;
        is_quoted ^= sign == '"' && !is_escaped;
        is_escaped = sign == '\\' && !is_escaped;
        is_it
    })
}

/// What stands in a cell that stretches over others stands in each of them.
fn stretch(book: &mut Book<'_>, name: &str, grid: &mut Grid) {
    let Ok(merged) = book.merge_cells_by_sheet_name(name) else { return };
    let mut is_any = false;
    for area in merged.into_iter().take(500) {
        let ((top, left), (bottom, right)) = (area.start, area.end);
        let rows = bottom.saturating_sub(top).saturating_add(1);
        let columns = right.saturating_sub(left).saturating_add(1);
        if rows.saturating_mul(columns) > STRETCHED {
            continue;
        }
        let (Ok(left), Ok(right)) = (usize::try_from(left), usize::try_from(right)) else {
            continue;
        };
        let of_row = |grid: &Grid, row: u32| grid.lines.iter().position(|l| l.number == row + 1);
        let Some(first) = of_row(grid, top) else { continue };
        let value = grid.cell(first, left).clone();
        // A number that was put in each would be counted more than once.
        if value.is_empty() || matches!(value, Cell::Number { .. }) && !is_year(&value) {
            continue;
        }
        for row in top..=bottom {
            let Some(line) = of_row(grid, row) else { continue };
            let cells = &mut grid.lines[line].cells;
            for column in left..=right.min(COLUMNS - 1) {
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                if cells[column].is_empty() {
                    cells[column] = value.clone();
                    is_any = true;
                }
            }
        }
    }
    if is_any {
        grid.remarks.push(Remark::Merged);
    }
}

fn is_year(cell: &Cell) -> bool {
    matches!(cell, Cell::Number { value, .. } if value.fract() == 0.0 && (1900.0..2100.0).contains(value))
}

/// What the reader of cells does not tell of a sheet.
#[derive(Default)]
struct Marks {
    hidden: BTreeSet<u32>,
    hidden_columns: BTreeSet<usize>,
    /// Formulas that no answer was saved with.
    unanswered: Vec<(u32, usize)>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The part of the file that each sheet is in.
fn parts(archive: &mut Archive<'_>) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    let mut names = Vec::new();
    let relations = walk(archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Empty(tag) | Event::Start(tag) = &event
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let target = target.trim_start_matches('/').trim_start_matches("xl/").to_owned();
            targets.insert(id, format!("xl/{target}"));
        }
    });
    let sheets = walk(archive, "xl/workbook.xml", |event| {
        if let Event::Empty(tag) | Event::Start(tag) = &event
            && tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "r:id"))
        {
            names.push((name, id));
        }
    });
    if relations.is_err() || sheets.is_err() {
        return BTreeMap::new();
    }
    names.into_iter().filter_map(|(name, id)| Some((name, targets.get(&id)?.clone()))).collect()
}

fn marks(archive: &mut Archive<'_>, part: &str) -> Result<Marks, NoTable> {
    let mut marks = Marks::default();
    let mut row = 0_u32;
    let mut cell: Option<(u32, usize)> = None;
    let (mut has_formula, mut has_value, mut is_value) = (false, false, false);
    walk(archive, part, |event| match &event {
        Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
            "row" => {
                let number = attribute(tag, "r").and_then(|row| row.parse::<u32>().ok());
                row = number.map_or(row + 1, |number| number);
                if is_true(tag, "hidden") {
                    marks.hidden.insert(row.saturating_sub(1));
                }
            }
            "col" if is_true(tag, "hidden") => {
                let end = |name: &str| attribute(tag, name)?.parse::<usize>().ok();
                // From 1, and to the last that there is where all the rest are hidden.
                if let Some((first, last)) = end("min").zip(end("max")) {
                    marks.hidden_columns.extend(first.saturating_sub(1)..last.min(COLUMNS));
                }
            }
            "c" => {
                cell = attribute(tag, "r").as_deref().and_then(place);
                // A formula may answer with no text.
                has_value = attribute(tag, "t").is_some_and(|kind| kind == "str");
                (has_formula, is_value) = (false, false);
            }
            "f" => has_formula = true,
            "v" => is_value = matches!(event, Event::Start(_)),
            _ => {}
        },
        // `<v/>` and `<v></v>` are no answers.
        Event::Text(text) if is_value => has_value |= !text.trim_ascii().is_empty(),
        Event::End(tag) if tag.local_name().as_ref() == "v" => is_value = false,
        Event::End(tag)
            if tag.local_name().as_ref() == "c"
                && has_formula
                && !has_value
                && marks.unanswered.len() < LINES =>
        {
            marks.unanswered.extend(cell);
        }
        _ => {}
    })?;
    Ok(marks)
}

/// `C12`: row 11, column 2.
fn place(reference: &str) -> Option<(u32, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let row: u32 = reference.get(letters..)?.parse().ok()?;
    let letters = reference.get(..letters).filter(|letters| (1..=2).contains(&letters.len()))?;
    let column = letters
        .bytes()
        .fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    (column <= COLUMNS).then(|| (row.saturating_sub(1), column - 1))
}

fn is_true(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn walk(
    archive: &mut Archive<'_>,
    part: &str,
    mut on: impl FnMut(Event<'_>),
) -> Result<(), NoTable> {
    let part = archive.by_name(part).map_err(|_| NoTable::Broken)?;
    let mut reader = Reader::from_reader(BufReader::new(part.take(UNPACKED)));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => on(event),
            Err(_) => return Err(NoTable::Broken),
        }
    }
}
