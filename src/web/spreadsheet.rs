//! A table to open in a spreadsheet, as the ones that stand in Norway read it: parted by semicolons.

use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use crate::error::{Error, Reply};

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
