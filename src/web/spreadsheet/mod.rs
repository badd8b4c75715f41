//! A table to open in a spreadsheet: as the ones that stand in Norway read it, parted by semicolons, or as a workbook,
//! which has no commas to be taken for others, and in which the number of a municipality keeps its first nought.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use time::{OffsetDateTime, Time};

use super::Query;
use crate::error::{Error, Reply};

/// What a workbook is.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// In what form a table of open data is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Json,
    Csv,
    Workbook,
}

impl Wanted {
    /// Each with the ending of its address.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Json, ""), (Self::Csv, ".csv"), (Self::Workbook, ".xlsx")];

    /// By the parameter `format`; without it, as the address has it.
    pub fn asked(query: &Query, by_address: Self) -> Result<Self, Error> {
        match query.get("format").unwrap_or_default() {
            "" => Ok(by_address),
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Workbook),
            _ => Err(Error::NotUnderstood("format")),
        }
    }
}

/// Without it the letters æ, ø and å are read as others.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The file, by its name without ending.
pub fn send<const N: usize>(
    name: &str,
    headings: &[String; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Reply {
    let table = table(headings, rows).map_err(|error| Error::Internal(error.to_string()))?;
    let mut response = table.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    headers.insert(header::CONTENT_TYPE, kind);
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\""));
    let name = name.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

fn table<const N: usize>(
    headings: &[String; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(MARK.to_vec());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.map(|cell| as_text(&cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell holds no more letters.
const LONGEST: usize = 32_000;

/// A table of ours, as a CSV that machines read, made into a workbook. What stands in the columns named is numbers; all
/// else is words as they are, so that nothing in them is reckoned or made a date of.
pub fn workbook(csv: &[u8], numbers: &[&str], made: OffsetDateTime) -> Result<Vec<u8>, Error> {
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(csv).into_records();
    let rows: Vec<csv::StringRecord> =
        rows.collect::<Result<_, _>>().map_err(|error| Error::Internal(error.to_string()))?;
    book(&rows, numbers, made).map_err(|error| Error::Internal(format!("a workbook: {error}")))
}

/// A workbook of open data: any page may take it.
pub fn open(name: &str, book: Vec<u8>) -> Response {
    let mut response = book.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(WORKBOOK));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{name}.xlsx\""));
    let name = name.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    response
}

fn book(
    rows: &[csv::StringRecord],
    numbers: &[&str],
    made: OffsetDateTime,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // To the day: the same table is the same file.
    let made = ExcelDateTime::from_timestamp(made.replace_time(Time::MIDNIGHT).unix_timestamp())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    let is_number: Vec<bool> = rows.first().map_or_else(Vec::new, |headings| {
        headings.iter().map(|heading| numbers.contains(&heading)).collect()
    });
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let number = cell.parse::<f64>().ok();
            let number = number.filter(|_| is_number.get(usize::from(column)) == Some(&true));
            let text = || of_text(cell).chars().take(LONGEST).collect::<String>();
            if let Some(number) = number {
                sheet.write_number(row, column, number)?;
            } else if row == 0 {
                sheet.write_string_with_format(row, column, text(), &bold)?;
            } else if !cell.is_empty() {
                sheet.write_string(row, column, text())?;
            }
        }
    }
    book.save_to_buffer()
}

/// What begins as a formula does.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What begins as a formula does is shown and not reckoned: it may be a name that somebody gave. Every table that
/// goes out passes its words through here.
pub fn as_text(cell: &str) -> String {
    if cell.starts_with(FORMULAS) { format!("'{cell}") } else { cell.to_owned() }
}

/// The same as it was, in a table that comes back.
pub fn of_text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULAS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests;
