//! What every published kind shares: items and revisions, facets, listing, history, the change feed.

pub mod article;
pub mod changes;
pub mod chapters;
mod content;
pub mod document;
pub mod files;
mod kind;
pub mod list;
pub mod listing;
pub mod markdown;
mod put;
pub mod read;
pub mod registers;
mod serve;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod told;

pub use content::{Archived, Contact, Content, Image, Link, Source, State};
pub use kind::{Card, Filter, Kind, Order, Says, Tag, Words, kind_named};
pub use put::{Incoming, Past, Stored, put, slug_of};
pub use serve::routes;
pub use tables::{contact, item as item_entity, revision};
pub use text::{Fault, Why, check_line, check_prose};
pub use told::{Line, Part, PartBody, Told};

/// An item as its table has it.
pub type Item = tables::item::Model;
