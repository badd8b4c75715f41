//! The workbooks that were handed over, where they are at hand, and one of our own.
#![cfg(feature = "workbook")]
#![expect(clippy::unwrap_used, reason = "what is unwrapped in a test is held by it")]

use std::io::{Cursor, Write};
use std::path::Path;

use figures::import::{self, Answers, Shape, Topic, Wanted};
use figures::workbook;
use figures::{Cell, Kind};
use time::macros::date;
use zip::write::SimpleFileOptions;

const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="2"/><col min="3" max="16384" hidden="1"/></cols><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>Måned</t></is></c><c r="B1" t="inlineStr"><is><t>Fall</t></is></c></row>
<row r="2"><c r="A2" s="1"><v>45658</v></c><c r="B2"><f>2+2</f><v>4</v></c></row>
<row r="3" hidden="1"><c r="A3" s="1"><v>45658</v></c><c r="B3"><v>2</v></c></row>
<row r="5"><c r="A5" s="1"><v>45689</v></c><c r="B5" s="2"><v>0.5</v></c></row>
<row r="6"><c r="A6" s="1"><v>45717</v></c><c r="B6"><f>1+1</f></c></row>
<row r="7"><c r="A7" s="1"><v>45748</v></c><c r="B7"><f>1+1</f><v></v></c></row>
<row r="8"><c r="A8" s="1"><v>45778</v></c><c r="B8"><f>1+1</f><v/></c></row>
<row r="9"><c r="A9" s="1"><v>45809</v></c><c r="B9" s="3"><v>0.052083333333333336</v></c></row>
<row r="10"><c r="A10" s="1"><v>45839</v></c><c r="B10" s="4"><v>1.0937615740740741</v></c></row>
</sheetData></worksheet>"#;

fn book(properties: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    part(
        "_rels/.rels",
        &format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
    );
    part(
        "xl/workbook.xml",
        &format!(
            r#"<workbook xmlns="{namespace}" xmlns:r="{relations}">{properties}<sheets><sheet name="Fall" sheetId="1" r:id="r1"/></sheets></workbook>"#
        ),
    );
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relations}/styles" Target="styles.xml"/></Relationships>"#
        ),
    );
    part(
        "xl/styles.xml",
        &format!(
            r#"<styleSheet xmlns="{namespace}"><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>"#
        ),
    );
    part("xl/worksheets/sheet1.xml", SHEET);
    zip.finish().unwrap().into_inner()
}

#[test]
fn cells_as_they_are_kept() {
    let sheets = workbook::read(&book("")).unwrap();
    let grid = &sheets[0].grid;
    let day = |line: usize| match grid.cell(line, 0) {
        Cell::Day { day, .. } => *day,
        other => panic!("{other:?}"),
    };
    assert_eq!((day(1), day(3)), (date!(2025 - 01 - 01), date!(2025 - 02 - 01)));
    assert_eq!(
        grid.lines.iter().map(|line| line.number).collect::<Vec<_>>(),
        [1, 2, 3, 5, 6, 7, 8, 9, 10]
    );
    assert!(grid.lines[2].is_hidden && !grid.lines[1].is_hidden);
    assert_eq!((grid.hidden_columns.first(), grid.hidden()), (Some(&2), 0));
    assert_eq!(grid.cell(1, 1), &Cell::Number { value: 4.0, percent: false });
    assert_eq!(grid.cell(3, 1), &Cell::Number { value: 0.5, percent: true });
    // No answer, and an empty one as other programs than Excel write it.
    for line in 4..=6 {
        assert!(matches!(grid.cell(line, 1), Cell::Failed(_)), "{:?}", grid.cell(line, 1));
    }
    // Hours and minutes are kept as parts of a day, and are no such numbers.
    for (line, shown) in [(7, "1:15"), (8, "26:15:01")] {
        assert_eq!(grid.cell(line, 1), &Cell::Text(shown.to_owned()));
    }
    let wanted = Wanted {
        shape: Shape::Value,
        kind: Kind::Month,
        is_percent: false,
        unit: "minutter".to_owned(),
        name: "Fall".to_owned(),
        numerator: String::new(),
        denominator: String::new(),
        today: date!(2026 - 11 - 20),
    };
    let read = import::read(grid, &wanted, &Answers::new());
    let months: Vec<_> = read.points().map(|one| (one.period.first, one.value)).collect();
    assert!(months.iter().all(|(first, _)| *first < date!(2025 - 06 - 01)), "{months:?}");
    let old = workbook::read(&book(r#"<workbookPr date1904="1"/>"#)).unwrap();
    assert!(
        matches!(old[0].grid.cell(1, 0), Cell::Day { day, .. } if *day == date!(2029 - 01 - 02))
    );
    assert!(workbook::read(b"PK\x03\x04").is_err() && workbook::read(b"").is_err());
}

#[test]
fn those_that_were_handed_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/paste");
    let folder = std::env::var_os("PADRIVER_PASTE_CASES").map_or(folder, Into::into);
    let read = |name: &str, shape: Shape, answers: &[(Topic, &str)]| {
        let sheets = workbook::read(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        let wanted = Wanted {
            shape,
            kind: Kind::Month,
            is_percent: false,
            unit: String::new(),
            name: String::new(),
            numerator: String::new(),
            denominator: String::new(),
            today: date!(2026 - 11 - 20),
        };
        let answers: Answers =
            answers.iter().map(|(t, a)| (t.name().to_owned(), (*a).to_owned())).collect();
        let read = import::read(&sheets[0].grid, &wanted, &answers);
        let points: Vec<_> = read.points().map(|one| (one.value, one.denominator)).collect();
        (read.open().collect::<Vec<_>>(), points)
    };
    if !folder.is_dir() {
        println!("skipped: no cases beside the project");
        return;
    }
    let (open, points) = read("x01-ekte-datoer.xlsx", Shape::Rate, &[]);
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(
        points,
        [(4., Some(1234.)), (6., Some(1112.)), (3., Some(1240.)), (5., Some(1198.))]
    );
    let (open, _) = read("x05-formler-med-lagret-svar.xlsx", Shape::Rate, &[]);
    assert_eq!(open[..2], [Topic::Value, Topic::All]);
    let chosen = [(Topic::Value, "3"), (Topic::All, "4")];
    let (_, points) = read("x05-formler-med-lagret-svar.xlsx", Shape::Rate, &chosen);
    assert_eq!(points, [(4., Some(601.)), (6., Some(560.)), (3., Some(612.))]);
    let (open, _) = read("x08-filter-skjulte-rader.xlsx", Shape::Count, &[]);
    assert_eq!(open, [Topic::Hidden]);
    let (_, points) =
        read("x08-filter-skjulte-rader.xlsx", Shape::Count, &[(Topic::Hidden, "uten")]);
    assert_eq!(points, [(4., None), (6., None), (3., None)]);
    let (open, _) = read("x08-filter-skjulte-rader.xlsx", Shape::Count, &[(Topic::Hidden, "med")]);
    assert_eq!(open, [Topic::Twice]);
}
