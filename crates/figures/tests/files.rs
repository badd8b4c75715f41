//! Files as spreadsheets save them: rows by the numbers that they have there, and the right letters.
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use figures::records::{self, Record};
use figures::{Cell, Grid};

fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let records = records::read(text.as_bytes()).unwrap().records;
    records.into_iter().map(|Record { number, cells }| (number, cells)).collect()
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn rows_have_the_numbers_of_the_spreadsheet() {
    let wanted = [row(1, &["x", "y"]), row(2, &["1", "2"]), row(3, &[""]), row(4, &["3", "4"])];
    for end in ["\n", "\r\n", "\r"] {
        assert_eq!(rows(&["x,y", "1,2", "", "3,4", ""].join(end)), wanted, "{end:?}");
        assert_eq!(rows(&["x,y", "1,2", "", "3,4"].join(end)), wanted, "{end:?}");
    }
    // A break within a cell begins no row, and a line that says what parts the columns is not shown.
    let broken = "sep=;\r\n\"mnd\r\n(dag)\";\"antall; i alt\"\r\n1;2\r\n";
    assert_eq!(rows(broken), [row(1, &["mnd\r\n(dag)", "antall; i alt"]), row(2, &["1", "2"])]);
    assert_eq!(rows("\"sep=;\"\nx;y,z\n"), [row(1, &["x", "y,z"])]);
}

#[test]
fn a_quote_is_one_only_where_it_closes() {
    assert_eq!(
        rows("a,b\n\"sa \"\"ja\"\"\",2\n"),
        [row(1, &["a", "b"]), row(2, &["sa \"ja\"", "2"])]
    );
    let inches = "skjerm,antall\n\"12,3\n15\",4\n";
    assert_eq!(rows(inches)[1..], [row(2, &["12,3\n15", "4"])]);
    assert_eq!(rows("a,b\n12\" skjerm,3\n15\" skjerm,4\n").len(), 3);
    assert_eq!(
        rows("a,b\n\"aldri lukket,3\n2,4\n")[1..],
        [row(2, &["\"aldri lukket", "3"]), row(3, &["2", "4"])]
    );
}

#[test]
fn the_heading_tells_what_parts_the_columns() {
    assert_eq!(rows("Fall i 2024\nmnd;fall\njan;1,5\n")[1], row(2, &["mnd", "fall"]));
    assert_eq!(rows("mnd\tfall\n1,5\t2\n")[1], row(2, &["1,5", "2"]));
    assert_eq!(rows("y\n3\n"), [row(1, &["y"]), row(2, &["3"])]);
    // Within quotes nothing is parted.
    assert_eq!(rows("\"a;b\",c\n1,2\n")[0], row(1, &["a;b", "c"]));
    let grid = Grid::of_text("\"mnd\n(dag)\";\"antall\n(i alt)\"\n2024-01;9\n2024-02;8\n").unwrap();
    assert_eq!(grid.lines[1].number, 2);
    assert_eq!(grid.cell(1, 1), &Cell::Text("9".to_owned()));
}

#[test]
fn letters_of_windows_are_read_and_sure() {
    let saved = b"sted;fall\r\nK\xe1r\xe1\x9ajohka \x96 nord;3\r\n";
    let read = records::read(saved).unwrap();
    assert_eq!(read.records[1].cells[0], "Kárášjohka – nord");
    assert!(!read.is_guess);
    let signs = records::read(b"a\n\x84f\xf8r\x93 \x99\n").unwrap();
    assert_eq!(signs.records[1].cells[0], "„før“ ™");
    assert!(signs.is_guess);
    let wide: Vec<u8> = "å;1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(records::read(&[b"\xff\xfe", &wide[..]].concat()).unwrap().records[0].cells[0], "å");
}
