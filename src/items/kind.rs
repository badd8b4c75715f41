//! What the store must know of a kind: how its facts are checked, filed, kept on a card and searched.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use super::content::Image;
use crate::text::Fault;

/// From when to when something takes place.
pub type Span = (OffsetDateTime, OffsetDateTime);

/// A kind of published thing as the store sees it. What its pages add is in [`crate::kinds::Kind`].
#[derive(Clone, Copy)]
pub struct Kind {
    /// The name in tables, the exchange format and the API: `project`.
    pub name: &'static str,
    /// Reads the kind's own facts; hands them back in their one written form.
    pub check: fn(Value) -> Result<Value, Vec<Fault>>,
    /// Values to filter by, from checked facts: (facet, value).
    /// The year is for what goes on still.
    pub facets: fn(&Value, this_year: i32) -> Vec<(&'static str, String)>,
    /// What a card in a list keeps of the facts.
    pub card: fn(&Value) -> Value,
    /// When it takes place, from start to end, for kinds that do: lists go by it.
    pub when: Option<fn(&Value) -> Option<Span>>,
    /// The words of the facts for the search index.
    pub search_text: fn(&Value) -> SearchText,
}

impl Kind {
    /// A kind that keeps no facts of its own, for a room to say what is different in its.
    pub const PLAIN: Self = Self {
        name: "",
        check: no_facts,
        facets: |_, _| Vec::new(),
        card: |_| Value::Null,
        when: None,
        search_text: |_| SearchText::default(),
    };
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kind({})", self.name)
    }
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

/// What search reads of an item beside its title, lead and body.
#[derive(Debug, Default)]
pub struct SearchText {
    pub headings: String,
    pub body: String,
    pub organisations: String,
}

impl SearchText {
    /// Headings and body, as [`crate::markdown::plain`] gives them.
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
