//! Counties and municipalities through time, from Statistics Norway's codes.

mod alike;
mod counties;
mod files;
mod index;
mod lines;
mod named;
mod register;
mod store;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use time::Date;

use crate::clock::Clock;
use crate::dates::Span;
use crate::db::{CachedEdition, DbErr, Reads};

pub use alike::{Size, site, size};
pub use counties::Counties;
pub use files::{PlacesRead, to_csv};
pub use lines::{Merged, PlaceLine, lines, merge};
pub use register::{CodeSince, Filed, Places};
pub use store::{county, municipality};

/// A county by its code, with the years that tell it from another of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    pub code: String,
    pub name: String,
    pub valid_from: Date,
    /// The first day it no longer was; `None` while it is.
    pub valid_to: Option<Date>,
}

/// A municipality for as long as it kept both its code and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    pub code: String,
    pub name: String,
    pub valid_from: Date,
    /// The first day it no longer was; `None` while it is.
    pub valid_to: Option<Date>,
}

/// One municipality succeeds another: from that day on `old` is no more, or has given some of
/// itself to `new`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Succession {
    pub day: Date,
    pub old: String,
    pub new: String,
}

impl County {
    pub fn is_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }

    pub fn span(&self) -> Span {
        span(self.valid_from, self.valid_to)
    }
}

impl Municipality {
    /// The code of its county: the first two digits.
    pub fn county(&self) -> &str {
        self.code.get(..2).unwrap_or_default()
    }

    pub fn is_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }

    pub fn span(&self) -> Span {
        span(self.valid_from, self.valid_to)
    }

    /// Whether the two have a name in common; a name may be told in two languages: «A - B».
    pub fn shares_name(&self, other: &Self) -> bool {
        self.name.split(" - ").any(|name| other.name.split(" - ").any(|n| n == name))
    }
}

fn span(from: Date, to: Option<Date>) -> Span {
    let partial = |day| crate::dates::PartialDate::of_day(day).ok();
    Span::new(partial(from), to.and_then(partial)).unwrap_or_default()
}

/// Says which edition of the places the database holds; see [`CachedEdition`].
pub const EDITION: &str = "places.content";

impl Places {
    /// The whole register: one small query while it is the one that was read last.
    pub async fn load(db: &impl Reads) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<Places> = CachedEdition::new();
        KEPT.get(db, &[EDITION], || store::places(db)).await
    }
}

/// Fills the tables from the files that come with the program.
pub async fn load_shipped(db: &impl Reads, clock: &Clock) -> Result<(), DbErr> {
    let shipped = files::SHIPPED.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let refused =
        |faults: Vec<String>| DbErr::Custom(format!("the shipped places: {}", faults.join("; ")));
    let taken = files::take(&Places::default(), &shipped).map_err(refused)?;
    store::replace(db, clock, &taken.places).await
}

/// What [`load_shipped`] would write, to tell whether it already has.
pub fn shipped_digest() -> String {
    crate::files::digest(files::SHIPPED.map(|(_, text)| text).concat().as_bytes())
}

/// Reads newer files of the form that comes with the program, all or none of them; what they do not
/// give stays as it is.
pub async fn check_files(
    db: &impl Reads,
    given: &[(String, Vec<u8>)],
) -> Result<Result<PlacesRead, Vec<String>>, DbErr> {
    let old = Places::load(db).await?;
    Ok(files::take(&old, given))
}

/// Stores what [`check_files`] read. The caller asks for items to be filed anew.
pub async fn replace(db: &impl Reads, clock: &Clock, places: &Places) -> Result<(), DbErr> {
    store::replace(db, clock, places).await
}
