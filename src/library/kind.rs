//! A kind of published thing: what its room tells the library about it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::content::{Content, Image};
use super::registers::Registers;
use super::text::Fault;
use super::told::Told;
use crate::i18n::{Text, Words as Said};

/// What a kind adds to the shared machinery. A room hands one to `app.rs`; that is all it takes to
/// be imported, listed, searched and exported.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The name in tables, the exchange format and the API: `project`.
    pub name: &'static str,
    /// The noun in the address: `prosjekter`.
    pub path: &'static str,
    /// Reads the kind's own facts; hands them back in their one written form.
    pub check: fn(Value) -> Result<Value, Vec<Fault>>,
    /// Values to filter by, from checked facts: (facet, value).
    /// The year is for what goes on still.
    pub facets: fn(&Value, this_year: i32) -> Vec<(&'static str, String)>,
    /// What a card in a list keeps of the facts.
    pub card: fn(&Value) -> Value,
    /// Do lists show the day it was published?
    pub is_dated: bool,
    /// What a card says of what it kept.
    pub says: fn(&Value, Text) -> Says,
    /// What a list of the kind can be narrowed by.
    pub filters: &'static [Filter],
    /// What it tells on paper beside title, lead and body.
    pub told: fn(&Content, Text) -> Told,
    /// The words of the facts, as CommonMark, for the search index: headings and body.
    pub words: fn(&Value) -> Words,
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kind({})", self.name)
    }
}

/// The few words at the foot of a card.
#[derive(Clone, Debug, Default)]
pub struct Says {
    pub tag: Option<Tag>,
    pub quiet: Option<Said>,
}

/// A word with a colour, such as how it went. The colour never stands alone.
#[derive(Clone, Debug)]
pub struct Tag {
    pub value: String,
    pub label: Said,
    pub colour: &'static str,
}

/// A facet as a list offers it.
pub struct Filter {
    pub facet: &'static str,
    /// The parameter in the address.
    pub parameter: &'static str,
    pub heading: &'static str,
    pub order: Order,
    /// Shown unfolded.
    pub open: bool,
    /// The name of a value; `None` for a value that does not exist.
    pub label: fn(&Registers, &str, Text) -> Option<Said>,
}

pub enum Order {
    /// By the Norwegian alphabet.
    Label,
    /// Themes: the upper level; the parts of one under it when it is chosen.
    Themes,
    /// As listed here.
    Fixed(&'static [&'static str]),
    /// The largest first, as years.
    Falling,
    /// Too many values to offer: only what is chosen shows.
    ChosenOnly,
}

/// What search reads of an item beside its title, lead and body.
#[derive(Debug, Default)]
pub struct Words {
    pub headings: String,
    pub body: String,
    pub organisations: String,
}

/// The kind called `name`, of those that the program has.
pub fn kind_named(kinds: &'static [Kind], name: &str) -> Option<&'static Kind> {
    kinds.iter().find(|kind| kind.name == name)
}

/// What a list shows of an item beside its title and lead; kept on the item, so that a page of a
/// list is one query.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    #[serde(default)]
    pub themes: Vec<String>,
    #[serde(default)]
    pub counties: Vec<String>,
    #[serde(default)]
    pub image: Option<Image>,
    #[serde(default)]
    pub facts: Value,
}
