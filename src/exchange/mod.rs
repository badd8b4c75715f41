//! The exchange format: one item a line, in and out. See `docs/exchange.md`.

mod export;
mod import;
mod line;
#[cfg(test)]
mod tests;

pub use export::{Exported, export};
pub use import::{Context, Failure, Imported, Stop, import_file, store_line};
pub use line::{Line, LineFile, LineImage, Revision};
