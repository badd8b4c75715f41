//! Excel's workbooks: a page for each sheet that can be seen, cell by cell.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};

use super::sink::{Sink, StopReason};

pub fn read<W: Write>(bytes: &[u8], sink: &mut Sink<W>) -> Result<(), StopReason> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for (number, name) in (1..).zip(sheets) {
        let mut text = format!("{name}\n\n");
        let room = sink.left().saturating_mul(2);
        let read = cells(&mut book, &name, room, &mut text);
        sink.page(number, &text)?;
        match read {
            Ok(()) => {}
            Err(StopReason::Full) => return Err(StopReason::Full),
            Err(_) => sink.skip(),
        }
    }
    Ok(())
}

fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    room: usize,
    text: &mut String,
) -> Result<(), StopReason> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| why(&error))?;
    let mut row = 0;
    while let Some(cell) = cells.next_cell().map_err(|error| why(&error))? {
        if cell.get_position().0 != row {
            row = cell.get_position().0;
            text.push_str("\n\n");
        }
        push(cell.get_value(), text);
        if text.len() > room {
            return Err(StopReason::Full);
        }
    }
    Ok(())
}

/// Longer numbers are accounts and people; nobody looks for them, and a leading zero that is lost
/// would hide what they are.
const LONGEST: f64 = 1e9;

fn push(value: &DataRef<'_>, text: &mut String) {
    let written = match value {
        DataRef::String(said) | DataRef::DateTimeIso(said) => write!(text, "{said}\t"),
        DataRef::SharedString(said) => write!(text, "{said}\t"),
        DataRef::Int(n) if n.unsigned_abs() < 1_000_000_000 => write!(text, "{n}\t"),
        DataRef::Float(n) if n.abs() < LONGEST => write!(text, "{n}\t"),
        DataRef::DateTime(at) if !at.is_duration() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            write!(text, "{day}.{month}.{year}\t")
        }
        _ => Ok(()),
    };
    written.ok();
}

fn why(error: &XlsxError) -> StopReason {
    match error {
        XlsxError::Password => StopReason::Locked,
        XlsxError::Zip(_) => StopReason::Broken("it can't be unpacked"),
        _ => StopReason::Broken("the workbook can't be read"),
    }
}
