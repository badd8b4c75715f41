//! All that is held on a person: each table that names one, what of it they are shown, how long it is
//! kept, and what erasure does to it. One list, which page, download, erasure and documents are made of.

mod erase;
mod list;
mod read;
#[cfg(test)]
mod tests;

pub use erase::erase;
pub use list::HELD;
pub use read::{MOST, Part, Value, read};

/// A table that names people.
#[derive(Debug)]
pub struct Held {
    pub table: &'static str,
    /// The key of what it is called. What stands beside it in the words ends in `-why`.
    pub name: &'static str,
    /// The key of what it is kept for.
    pub why: &'static str,
    pub by: By,
    /// Columns that hold somebody's id too, and do not make the row theirs.
    pub beside: &'static [&'static str],
    pub shown: &'static [Column],
    /// The newest of its rows come first by this column.
    pub order: &'static str,
    pub kept: Kept,
    pub erased: Erased,
}

/// How a row says whose it is.
#[derive(Clone, Copy, Debug)]
pub enum By {
    /// The id of the person stands in one of these columns.
    Id(&'static [&'static str]),
    /// One of their addresses stands in this one.
    Address(&'static str),
}

/// A column that the person is shown.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    /// The key of what it is called.
    pub label: &'static str,
    pub holds: Holds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// An opaque id.
    Id,
    Number,
    Instant,
    Day,
    /// The day after the last one that it is for.
    End,
    Json,
}

/// How long a row is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// As long as there is the account.
    Account,
    /// As long as there is what it belongs to: the history of a text, of who could do what.
    History,
    /// Until what waits is done.
    Done,
    /// So long as these settings say.
    Log,
    Attempts,
    Sessions,
    Invitations,
    /// So many minutes: until a code or a question is over.
    Minutes(u8),
    /// A day after somebody has left.
    Day,
    /// Until they follow it no more.
    Followed,
    /// A year without an answer, and three months with one.
    Asked,
}

/// What becomes of a row when its person is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// It is deleted.
    Gone,
    /// What names the person in it is emptied.
    Emptied,
    /// It stays: it holds an id that leads to no name any more.
    Stays,
    /// It goes to whoever takes over, or it is deleted.
    PassedOn,
}
