//! What every published kind shares: items and revisions, facets, listing, history, the change feed.

pub mod alike;
pub mod article;
pub mod changes;
pub mod chapters;
pub mod cite;
mod content;
pub mod document;
pub mod feed;
pub mod files;
mod kind;
pub mod linked;
pub mod list;
pub mod listing;
pub mod markdown;
pub mod moment;
pub mod not_yet;
pub mod offered;
pub mod past;
mod put;
pub mod read;
mod refile;
mod refile_places;
pub mod registers;
mod serve;
pub mod sharing;
pub mod sheet;
pub mod start;
mod tables;
#[cfg(test)]
mod tests;
pub mod told;
pub mod uses;
pub mod versions;
pub mod words;

pub use crate::text::{Fault, Why, check_line, check_prose, check_url};
pub use content::{Archived, Attachment, Contact, Content, Image, Link, Source, State};
pub use kind::{Card, Filter, Headings, Kind, Order, Says, Tag, Words, kind_named, typed};
pub use put::{Filed, Incoming, Past, Stored, UNKNOWN, card_of, facets_of, put, slug_of};
pub use refile::{refile, refile_strays};
pub use refile_places::refile_by_place;
pub use serve::routes;
pub use sharing::{Citation, Happening, Sharing};
pub use tables::{contact, item as item_entity, revision};
pub use told::{Line, Part, Told};

/// An item as its table has it.
pub type Item = tables::item::Model;
