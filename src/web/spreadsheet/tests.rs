//! A workbook has what stands in the table, as it stands: numbers are numbers, and codes and dates are words.

use calamine::{Data, Reader, Xlsx};
use time::macros::datetime;

use super::{Wanted, workbook};
use crate::web::Query;

#[test]
fn a_workbook_keeps_words_as_words_and_numbers_as_numbers() {
    let csv = "code,name,since,share,told\n\
               0301,\"Oslo; by, og «fylke»\",2024-01-02,0.25,'=SUM(A1)\n\
               46,Vestland,2024,,ærlig\n";
    let made = datetime!(2026-11-29 12:00 UTC);
    let bytes = workbook(csv.as_bytes(), &["share"], made).unwrap();
    let later = workbook(csv.as_bytes(), &["share"], made + time::Duration::hours(3)).unwrap();
    assert_eq!(bytes, later, "the same table is the same file");
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cell = |row, column| sheet.get((row, column)).cloned();
    let text = |text: &str| Some(Data::String(text.to_owned()));
    assert_eq!(cell(0, 0), text("code"));
    assert_eq!(cell(1, 0), text("0301"), "the first nought stays");
    assert_eq!(cell(1, 1), text("Oslo; by, og «fylke»"));
    assert_eq!(cell(1, 2), text("2024-01-02"));
    assert_eq!(cell(1, 3), Some(Data::Float(0.25)));
    assert_eq!(cell(1, 4), text("=SUM(A1)"), "a word, and no formula");
    assert_eq!(cell(2, 0), text("46"));
    assert_eq!(cell(2, 4), text("ærlig"));
}

#[test]
fn a_form_that_there_is_not_is_refused() {
    let asked = |query: &str| Wanted::asked(&Query::parse(query).unwrap(), Wanted::Csv).ok();
    assert_eq!(asked(""), Some(Wanted::Csv));
    assert_eq!(asked("format=xlsx"), Some(Wanted::Workbook));
    assert_eq!(asked("format=json"), Some(Wanted::Json));
    assert_eq!(asked("format=pdf"), None);
}
