//! PDF: each page by itself, so that one that can't be read does not take the others with it.
//!
//! The library chooses to panic on what it does not understand, and may run for ever on what is
//! made to trap it. We are in a process of our own, so a panic is caught, and the clock is not ours.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, output_doc_page};

use super::pen::Pen;
use super::sink::{Sink, StopReason};
use super::{said, widths};

const NO_PDF: &str = "it can't be read as a PDF";
/// No book has as many pages.
const MOST: usize = 5_000;

pub fn read<W: Write>(bytes: &[u8], sink: &mut Sink<W>) -> Result<(), StopReason> {
    let opened = catch_unwind(|| Document::load_mem(bytes));
    let Ok(Ok(mut document)) = opened else { return Err(unopened(bytes)) };
    if document.is_encrypted() {
        // Many are locked only against changes, and open without a password.
        let opened = catch_unwind(AssertUnwindSafe(|| document.decrypt("")));
        if !matches!(opened, Ok(Ok(()))) {
            return Err(StopReason::Locked);
        }
    }
    let pages = catch_unwind(AssertUnwindSafe(|| document.get_pages()))
        .map_err(|_| StopReason::Broken(NO_PDF))?;
    if pages.is_empty() {
        return Err(StopReason::Broken("there are no pages in it"));
    }
    sink.about(catch_unwind(AssertUnwindSafe(|| said::about(&document))).unwrap_or_default());
    catch_unwind(AssertUnwindSafe(|| widths::mend(&mut document))).ok();
    for number in pages.into_keys().take(MOST) {
        let mut pen = Pen::new(sink.left().saturating_mul(2));
        let read = catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut pen, number)));
        if !matches!(read, Ok(Ok(()))) && !pen.is_full() && pen.text().trim().is_empty() {
            sink.skip();
            continue;
        }
        sink.page(number, pen.text())?;
        if pen.is_full() {
            return Err(StopReason::Full);
        }
    }
    Ok(())
}

/// What can't even be opened may be locked in a way that the library does not know.
fn unopened(bytes: &[u8]) -> StopReason {
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    let is_locked = tail.windows(8).any(|found| found == b"/Encrypt");
    if is_locked { StopReason::Locked } else { StopReason::Broken(NO_PDF) }
}
