//! Paper: data set by typst into tagged PDF/UA-1, with our own letters, off the threads that serve pages.

mod letters;
pub mod paper;
pub mod picture;
mod press;
#[cfg(test)]
mod tests;
pub mod text;
pub mod wall;
mod world;

use std::sync::Arc;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use letters::shown;
pub use paper::Paper;
pub use press::{Busy, Press};
pub use world::picture_name;

/// Changes when our paper changes its look: what was set before is then set anew.
pub static LOOK: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
    let look = [&include_bytes!("paper.typ")[..], include_bytes!("wall.typ")].concat();
    crate::files::digest(&look)
});

/// Why there is no PDF.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TypesetError {
    /// More than we set at once; the figures are said on the page.
    #[error("the document is too large")]
    TooLarge,
    /// Ours to mend. For the log.
    #[error("the PDF could not be made: {0}")]
    Broken(String),
}

/// A finished document.
#[derive(Clone, Debug)]
pub struct Pdf {
    pub bytes: Arc<[u8]>,
    pub pages: usize,
}

/// No more bytes of words (as JSON) than this in one document: some thousand pages.
pub const LARGEST: usize = 8_000_000;

/// Sets `paper`. Slow: call it by way of [`Press`]. Same paper and day, same bytes.
pub fn set(paper: &Paper, day: time::Date) -> Result<Pdf, TypesetError> {
    let world = world::Sealed::new(paper)?;
    if world.size() > LARGEST {
        return Err(TypesetError::TooLarge);
    }
    let compiled = typst::compile::<PagedDocument>(&world);
    let set = compiled.output.map_err(|faults| broken(&faults)).and_then(|document| {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|e| TypesetError::Broken(e.message().to_string()))?;
        let (year, month, day) = (day.year(), u8::from(day.month()), day.day());
        let options = PdfOptions {
            ident: Smart::Custom(paper.address.clone()),
            creator: Smart::Custom(Some(paper.site.clone())),
            timestamp: Datetime::from_ymd(year, month, day).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|faults| broken(&faults))?;
        Ok(Pdf { bytes: bytes.into(), pages: document.pages().len() })
    });
    // What typst remembers between documents is of no use for the next one, and grows.
    typst::comemo::evict(0);
    set
}

fn broken(faults: &[SourceDiagnostic]) -> TypesetError {
    let said: Vec<&str> = faults.iter().take(3).map(|fault| fault.message.as_str()).collect();
    TypesetError::Broken(said.join("; "))
}
