//! What a kind of published thing says of itself: in lists, on cards, on paper, to those it is
//! shared with. Plain data that every room reads; the pages that show it are in `library`.

mod card;
pub mod filters;
mod guide;
mod kind;
mod pictured;
mod printable;
pub mod sharing;
#[cfg(test)]
mod tests;

pub use card::{CardFoot, Tag};
pub use filters::{Filter, Order};
pub use guide::Guide;
pub use kind::{Headings, Kind, Kinds};
pub use pictured::figures;
pub use printable::{FactLine, Printable, Section, Until, heading, line_list, link_list};
pub use sharing::{Citation, Happening, Sharing};
