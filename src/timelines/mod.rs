//! A timeline as SVG: lanes of bars over the years, of several kinds, that grow out of each other.
//!
//! Kinds differ in how their bars are filled and edged, not in colour alone; a date that is only
//! roughly known has a jagged edge; what still lasts ends in a point. Each bar with an address is a
//! link, lane by lane. It is drawn for a wide screen and for paper: the page shows the same facts
//! as a list, which is all that a phone shows.

mod layout;
mod picture;
#[cfg(test)]
mod tests;

use time::Date;

/// A timeline to draw.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// Unique on its page: the ids inside begin with it.
    pub id: &'a str,
    /// What it shows, for those who do not see it.
    pub title: &'a str,
    /// The first year on the axis.
    pub from: i32,
    /// The day it is.
    pub today: Date,
    /// A day that is asked about: a line across, with this text.
    pub marked: Option<(Date, String)>,
    pub lanes: Vec<Lane>,
}

#[derive(Clone, Debug)]
pub struct Lane {
    pub name: String,
    pub bars: Vec<Bar>,
}

/// Something that lasted.
#[derive(Clone, Debug)]
pub struct Bar {
    /// By which others name it as what they grew out of.
    pub key: String,
    pub look: Look,
    /// All there is to say, for those who do not see it.
    pub says: String,
    pub href: Option<String>,
    pub from: When,
    /// The first day that it no longer was; nothing when it still is.
    pub to: Option<When>,
    /// What is written on it, and from which day; the first from its beginning.
    pub texts: Vec<(Date, String)>,
    /// What is written where there is nothing of that to write; a question mark where it is too long.
    pub unknown: String,
    /// It began elsewhere than where what it grew out of was: a ring at its beginning.
    pub has_moved: bool,
    /// The keys of what it grew out of.
    pub after: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub day: Date,
    /// Only roughly known.
    pub is_rough: bool,
}

/// How a bar is drawn: two colours, each hatched for the first arrangement and plain for the
/// second, one filled and one bare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    FirstHatched,
    FirstPlain,
    SecondHatched,
    SecondPlain,
    Filled,
    /// Of no kind that is known.
    Bare,
}

impl Look {
    pub const ALL: [Self; 6] = [
        Self::FirstHatched,
        Self::FirstPlain,
        Self::SecondHatched,
        Self::SecondPlain,
        Self::Filled,
        Self::Bare,
    ];

    fn class(self) -> &'static str {
        match self {
            Self::FirstHatched => "line-bar line-first line-hatched",
            Self::FirstPlain => "line-bar line-first",
            Self::SecondHatched => "line-bar line-second line-hatched",
            Self::SecondPlain => "line-bar line-second",
            Self::Filled => "line-bar line-filled",
            Self::Bare => "line-bar line-bare",
        }
    }

    /// A small bar for a key.
    pub fn swatch(self) -> String {
        picture::swatch(self)
    }
}

impl Timeline<'_> {
    /// Is a ring drawn anywhere?
    pub fn has_rings(&self) -> bool {
        let bars = self.lanes.iter().flat_map(|lane| &lane.bars);
        bars.into_iter().any(|bar| bar.has_moved || bar.texts.len() > 1)
    }

    pub fn svg(&self) -> String {
        picture::draw(self)
    }
}
