//! The facts of a kind as a type of their own. On the way in they are read strictly, and each thing
//! wrong is told by its path; on the way out with patience: what can't be read is named, and all
//! else is kept.

mod plain;
pub(super) mod salvage;
mod shape;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::content::Content;
use super::kind::{SearchText, Span};
use crate::forms::Form;
use crate::text::Fault;
use salvage::Unreadable;

pub use plain::in_plain_words;
pub use salvage::path_of;
pub use shape::lists_for_objects;

/// What a kind knows of an item beside title, lead and body. A room implements it for a struct whose
/// fields all have a default, and hands it to [`super::Kind::of`].
pub trait Facts: Default + Serialize + DeserializeOwned + 'static {
    /// Raised by one when facts that are stored already are no longer read as they stand: a field
    /// has another name, or another form. Each text is stored with the version it was written in.
    const VERSION: u16 = 1;

    /// Facts that nobody has stated are stored as `null`; otherwise as all the fields, empty.
    const NULL_IF_UNSTATED: bool = false;

    /// The kind takes place: [`Facts::when`] tells when, and lists go by it.
    const TAKES_PLACE: bool = false;

    /// Turns facts of an older version into those of [`Facts::VERSION`]: renames fields, and such.
    fn upgrade(_from: u16, _facts: &mut Map<String, Value>) {}

    /// What is asked about the facts: a field for each of them, under its own name. Its limits are
    /// those of [`Facts::check`].
    fn form() -> Form;

    /// Brings texts into their stored form, and tells all that is wrong, by path:
    /// `facts.leaders.1.name`.
    fn check(&mut self) -> Vec<Fault> {
        Vec::new()
    }

    /// Values to filter by: facet and value. What goes on still has an open interval for its
    /// [year](super::years), `2019/..`.
    fn facets(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// What a card in a list keeps of the facts. Fields of the facts, under their own names, are read
    /// back by [`super::Card::facts_as`].
    fn card(&self) -> Value {
        Value::Null
    }

    /// From when until when it takes place.
    fn when(&self) -> Option<Span> {
        None
    }

    /// The names of the organisations that it is about, as they are to be known by their addresses.
    fn organisations(&self) -> Vec<String> {
        Vec::new()
    }

    /// The words of the facts for the search index, [`Facts::organisations`] apart.
    fn search_text(&self) -> SearchText {
        SearchText::default()
    }
}

/// Facts as they were read, and what of them could not be.
#[derive(Debug, Default)]
pub struct Read<F> {
    pub facts: F,
    /// By path, such as `facts.leaders.1.name`. The stored text still has it.
    pub unreadable: Vec<String>,
}

/// Why a list is refused that would be read as the fields of an object.
pub const LIST_FOR_OBJECT: &str = "a list stands where an object belongs";

/// What paths of facts begin with.
const ROOT: &str = "facts";

/// Reads facts that came in: nothing unknown, nothing malformed. Hands them back as they are stored.
pub fn check<F: Facts>(facts: Value) -> Result<Value, Vec<Fault>> {
    let facts = match facts {
        Value::Null if F::NULL_IF_UNSTATED => return Ok(Value::Null),
        Value::Null => Value::Object(Map::new()),
        Value::Object(map) => Value::Object(map),
        _ => return Err(vec![Fault::malformed(ROOT, "is no object with a name for each fact")]),
    };
    let raw = facts;
    let mut facts: F = match F::deserialize(&raw) {
        Ok(facts) => facts,
        Err(_) => return Err(malformed::<F>(&raw)),
    };
    let read = serde_json::to_value(&facts).unwrap_or_default();
    let lists = lists_for_objects(&raw, &read, ROOT);
    if !lists.is_empty() {
        let fault = |path: String| Fault::malformed(path, LIST_FOR_OBJECT);
        return Err(lists.into_iter().map(fault).collect());
    }
    let faults = facts.check();
    if !faults.is_empty() {
        return Err(faults);
    }
    serde_json::to_value(facts).map_err(|e| vec![Fault::malformed(ROOT, e)])
}

fn malformed<F: Facts>(facts: &Value) -> Vec<Fault> {
    let (_, wrong) = salvage::read::<F>(facts);
    let fault = |wrong: Unreadable| Fault::malformed(wrong.path(ROOT), in_plain_words(&wrong.why));
    salvage::causes(wrong).into_iter().map(fault).collect()
}

/// Reads stored facts, as much of them as can be read.
pub fn read<F: Facts>(facts: &Value, version: u16) -> Read<F> {
    if facts.is_null() {
        return Read::default();
    }
    // A list would be read as the fields in their order.
    let nothing = || Read { facts: F::default(), unreadable: vec![ROOT.to_owned()] };
    if !facts.is_object() {
        return nothing();
    }
    let upgraded = (version < F::VERSION).then(|| current::<F>(facts, version));
    let facts = upgraded.as_ref().unwrap_or(facts);
    if let Ok(facts) = F::deserialize(facts) {
        return Read { facts, unreadable: Vec::new() };
    }
    let (Some(kept), wrong) = salvage::read::<F>(facts) else { return nothing() };
    let unreadable = salvage::losses(wrong).iter().map(|lost| lost.path(ROOT)).collect();
    Read { facts: kept, unreadable }
}

/// Stored facts as the kind would store them now, with all that can't be read.
pub fn current<F: Facts>(facts: &Value, version: u16) -> Value {
    let mut facts = facts.clone();
    if let Value::Object(map) = &mut facts
        && version < F::VERSION
    {
        F::upgrade(version, map);
    }
    facts
}

impl Content {
    /// The facts as the kind's own type: what can't be read of them is as if nobody had stated it.
    pub fn facts_as<F: Facts>(&self) -> F {
        read(&self.facts, self.facts_version).facts
    }
}
