//! Maps of the country and of parts of it: today's municipalities in groups, drawn as SVG.
//!
//! A [`Map`] says which municipalities belong together, what each group is called and where its
//! link leads; [`Map::figure`] is the map with key and credit, for a page. What a group is — a
//! county, the area of a centre — is for the caller to say, and on which day.
//!
//! Groups differ in colour, but never only in colour: each is set off by a line and carries its
//! name, or on a narrow screen a number that the key explains. Each group is one link, in the
//! order they are given.

mod borders;
mod colours;
mod figure;
mod labels;
mod picture;
mod plane;
mod shapes;
mod sheet;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use crate::i18n::Text;

use picture::Picture;
use sheet::Sheet;

/// A map to draw.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// Unique on its page: the ids inside begin with it.
    pub id: &'a str,
    /// What the map shows, for those who do not see it.
    pub title: &'a str,
    pub extent: Extent,
    /// In the order in which one goes through them.
    pub groups: Vec<MapGroup>,
    pub marks: Vec<MapMarker>,
    /// What each form of mark means.
    pub meanings: Vec<(MarkerShape, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Country,
    /// Only what is in the groups, with what lies around it faintly.
    Groups,
}

/// Municipalities that belong together.
#[derive(Clone, Debug)]
pub struct MapGroup {
    /// Short: it stands on the map.
    pub name: String,
    /// More about it, said after the name: «41 kommuner».
    pub about: String,
    pub href: Option<String>,
    pub kind: GroupKind,
    pub places: Vec<MapMunicipality>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    Ordinary,
    /// What the page is about.
    Here,
    /// Nobody's area: hatched.
    Empty,
}

/// A municipality of today, as one area of the map.
#[derive(Clone, Debug)]
pub struct MapMunicipality {
    pub code: String,
    /// Shown to who points at it.
    pub name: String,
}

/// Something in a municipality, drawn at its middle.
#[derive(Clone, Debug)]
pub struct MapMarker {
    /// A municipality of today.
    pub code: String,
    /// Shown to who points at it.
    pub name: String,
    pub form: MarkerShape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkerShape {
    Ring,
    Dot,
}

impl Map<'_> {
    /// The map with its key and its credit, as HTML for a page.
    pub fn figure(&self, text: Text) -> String {
        figure::figure(self, text)
    }

    /// The picture alone.
    pub fn svg(&self) -> String {
        Picture::new(self).svg()
    }
}

/// Reads the borders and lays out the country: the first map waits for that, so it is done before anybody asks.
pub fn read_ahead() {
    LazyLock::force(&borders::FINE);
    Sheet::country();
}

/// Whether today's map has a municipality with this code.
pub fn has(code: &str) -> bool {
    borders::NORWAY.number(code).is_some()
}

/// The codes of the municipalities of the map, in order.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> =
        borders::NORWAY.places.iter().map(|place| place.code.as_str()).collect();
    codes.sort_unstable();
    codes
}
