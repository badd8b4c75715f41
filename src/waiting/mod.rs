//! What waits for somebody: texts to look through, remarks on theirs, numbers and tasks of their works, public
//! texts past their day, translations whose original moved on or was taken away, what was passed on to them, roles
//! that they may give or are to confirm, statements of the registers that another is to look at, and what those who
//! run the site are told that somebody could not use.
//!
//! It is one list: their page shows it, every page tells how much it is, and the letter about it is made of it.

mod one;
mod opened;
mod passed_on;
mod roles;
mod stale;

use time::Duration;
use uuid::Uuid;

pub use one::{Waits, Why, of_one};
pub use opened::reach;

/// A text is told of so long before its day.
pub const AHEAD: Duration = Duration::days(14);

/// So long a text waits for whoever was asked by name to look through it; after that for all who may.
pub const ALONE: Duration = Duration::days(7);

/// A text as it is named in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub item: Uuid,
    pub title: String,
    pub lang: String,
}
