//! The store of published things: items, their revisions, files, facets, uses, and the change feed.
//! Ground: it knows no page, and not the running program.

pub mod changes;
mod content;
mod facts;
pub mod files;
mod kind;
pub mod list;
pub mod past;
mod put;
pub mod read;
mod refile;
mod refile_organisations;
mod refile_places;
pub mod registers;
mod stored;
mod tables;
pub mod uses;

pub use content::{Archived, Attachment, Contact, Content, Image, Link, Source, State};
pub use facts::{Facts, Read};
pub use kind::{Card, Kind, SearchText, Span};
pub use put::{Filed, Incoming, Past, Stored, UNKNOWN, card_of, facets_of, put, slug_of};
pub use read::Shown;
pub use refile::{refile, refile_strays};
pub use refile_organisations::refile_by_organisation;
pub use refile_places::refile_by_place;
pub use registers::Registers;
pub use stored::StoredText;
pub use tables::{contact, item as item_entity, revision};

/// An item as its table has it.
pub type Item = tables::item::Model;
