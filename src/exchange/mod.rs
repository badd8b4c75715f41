//! The exchange format: one item, place, organisation, centre or adoption a line, in and out. See `docs/exchange.md`.

mod adoptions;
mod export;
mod import;
mod line;
mod registers;
#[cfg(test)]
mod tests;

pub use export::{Beside, Exported, export};
pub use import::{
    Context, Failure, ImportError, Imported, Note, Source, import_file, import_lines, store_line,
};
pub use line::{ItemLine, LineFile, LineImage, LineLeftOut, LinePicture, Revision};
pub use registers::{
    PlacesOutcome, Unplaced, export_csv, export_registers, import_csv, import_places,
};
