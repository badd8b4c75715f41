//! The store of published things: items, their revisions, files, facets, uses, and the change feed.
//! Ground: it knows no page, and not the running program.

pub mod addresses;
pub mod adopted;
pub mod catalogue;
pub mod changes;
mod content;
mod facts;
pub mod files;
mod filing;
pub mod held;
mod image;
mod incoming;
pub mod keepers;
mod kind;
pub mod list;
pub mod measures;
pub mod named;
pub mod past;
pub mod read;
pub mod refile;
pub mod registers;
pub mod renditions;
pub mod reviews;
pub mod sizes;
mod slugs;
pub mod states;
mod stored;
mod tables;
#[cfg(test)]
mod tests;
mod unreadable;
pub mod until;
pub mod uses;
pub mod working;
mod write;
pub mod years;

pub use content::{
    Archived, Attachment, Contact, Content, Head, Link, Source, Stage, State, Unreviewed,
};
pub use facts::{Facts, LIST_FOR_OBJECT, Read, in_plain_words, lists_for_objects, path_of};
pub use image::{Image, ImageSize, Placed};
pub use incoming::{ContactChange, Incoming, LeftOut, PastText, UNKNOWN};
pub use keepers::Keeper;
pub use kind::{Card, Kind, SearchText, Span};
pub use read::{Shown, next_boundary};
pub use registers::{Owner, Registers};
pub use slugs::slug_of;
pub use stored::StoredText;
pub use tables::{
    contact, facet as item_facet, held_form, item as item_entity, item_state, keeper, remark,
    remark_answer, review_asked, revision, revision_card, set_aside, spared_number, struck,
    unsaved_input,
};
pub use unreadable::{UnreadableTexts, unreadable_texts};
pub use working::Working;
pub use write::{
    AddressesStruck, ContactStruck, Discarded, Draft, Elsewhere, Holder, ImportOutcome, Kin,
    KinWords, Over, Passage, PassageStruck, PublishDue, Remark, Spread, StandsIn, Stored, Struck,
    StruckFile, SweepFile, TooShort, WriteError, Writer, publish_due, struck_file,
    struck_files_again, sweep_file,
};

/// An item as its table has it.
pub type Item = tables::item::Model;
