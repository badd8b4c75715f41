//! A kind of published thing: what its room tells the library about it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use super::content::Image;
use super::document::Shown;
use super::registers::Registers;
use super::sharing::Sharing;
use super::start::Guide;
use super::told::Told;
use crate::i18n::{Text, Words as Said};
use crate::text::Fault;

/// From when to when something takes place.
pub type Span = (OffsetDateTime, OffsetDateTime);

/// What a kind adds to the shared machinery. A room hands one to `app.rs`; that is all it takes to
/// be imported, listed, searched and exported.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The name in tables, the exchange format and the API: `project`.
    pub name: &'static str,
    /// The key of what one of it is called: «Prosjekt».
    pub word: &'static str,
    /// The noun in the address: `prosjekter`.
    pub path: &'static str,
    /// Reads the kind's own facts; hands them back in their one written form.
    pub check: fn(Value) -> Result<Value, Vec<Fault>>,
    /// Values to filter by, from checked facts: (facet, value).
    /// The year is for what goes on still.
    pub facets: fn(&Value, this_year: i32) -> Vec<(&'static str, String)>,
    /// What a card in a list keeps of the facts.
    pub card: fn(&Value) -> Value,
    /// When it takes place, from start to end, for kinds that do: lists go by it.
    pub when: Option<fn(&Value) -> Option<Span>>,
    /// Do lists show the day it was published?
    pub is_dated: bool,
    /// What a card says of what it kept.
    pub says: fn(&Value, Text) -> Says,
    /// The kind's list; a kind without one is reached by its items' addresses and by search.
    pub list: Option<Headings>,
    /// What a list of the kind can be narrowed by.
    pub filters: &'static [Filter],
    /// What it tells on paper beside title, lead and body.
    pub told: fn(&Shown, Text) -> Told,
    /// The words of the facts, as CommonMark, for the search index: headings and body.
    pub words: fn(&Value) -> Words,
    /// What search engines, reference managers, calendars and lists of versions are told.
    pub sharing: Sharing,
    /// The key of what a reader is asked to do who wonders about an item.
    pub ask: &'static str,
    /// How something like an item is begun, for kinds that can be a model for others.
    pub guide: Option<fn(&Value, Text) -> Guide>,
}

impl Kind {
    /// A kind that keeps no facts of its own, for a room to say what is different in its.
    pub const PLAIN: Self = Self {
        name: "",
        word: "",
        path: "",
        check: no_facts,
        facets: |_, _| Vec::new(),
        card: |_| Value::Null,
        when: None,
        is_dated: false,
        says: |_, _| Says::default(),
        filters: &[],
        words: |_| Words::default(),
        told: |_, _| Told::default(),
        list: None,
        sharing: Sharing::PLAIN,
        ask: "library-ask-others",
        guide: None,
    };
}

/// Facts as the kind's own type, or which of them are wrong and how.
pub fn typed<T: serde::de::DeserializeOwned>(facts: Value) -> Result<T, Vec<Fault>> {
    let error = match serde_json::from_value(facts.clone()) {
        Ok(facts) => return Ok(facts),
        Err(error) => error,
    };
    let one = |(name, value): (String, Value)| {
        let alone = Value::Object([(name.clone(), value)].into_iter().collect());
        let error = serde_json::from_value::<T>(alone).err()?;
        Some(Fault::malformed(format!("facts.{name}"), error))
    };
    let faults: Vec<Fault> = match facts {
        Value::Object(map) => map.into_iter().filter_map(one).collect(),
        _ => Vec::new(),
    };
    Err(if faults.is_empty() { vec![Fault::malformed("facts", error)] } else { faults })
}

/// The check of a kind whose items are their text.
fn no_facts(facts: Value) -> Result<Value, Vec<Fault>> {
    match facts {
        Value::Null => Ok(Value::Null),
        Value::Object(map) if map.is_empty() => Ok(Value::Null),
        _ => Err(vec![Fault::malformed("facts", "the kind has no facts of its own")]),
    }
}

/// What the list of a kind is called, what it says first, and how it tells how many there are.
#[derive(Clone, Copy)]
pub struct Headings {
    pub heading: &'static str,
    pub lead: &'static str,
    pub count: &'static str,
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

impl Says {
    /// Two things side by side, without weight: «Sjekkliste · 15 minutter».
    pub fn quietly(first: Option<Said>, second: Option<String>, t: Text) -> Self {
        let quiet = match (first, second) {
            (Some(first), None) => Some(first),
            (None, Some(second)) => Some(Said::name(t.lang, second, t.lang)),
            (Some(first), Some(second)) => {
                let both = format!("{} · {second}", first.as_str());
                Some(Said::name(t.lang, both, first.lang()))
            }
            (None, None) => None,
        };
        Self { tag: None, quiet }
    }
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

impl Words {
    /// Headings and body, as [`super::markdown::plain`] gives them.
    pub fn add(&mut self, (headings, body): (String, String)) {
        self.headings.push_str(&headings);
        self.body.push_str(&body);
    }

    /// A line of its own.
    pub fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.body.push_str(text);
            self.body.push('\n');
        }
    }
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
