//! What the store must know of a kind: how its facts are checked, filed, kept on a card and searched.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::{Date, OffsetDateTime};

use super::content::{Content, first_version, is_first};
use super::facts::{self, Facts};
use super::image::Image;
use super::read::Shown;
use crate::forms::Form;
use crate::text::Fault;

/// From when to when something takes place.
pub type Span = (OffsetDateTime, OffsetDateTime);

/// A kind of published thing as the store sees it. What its pages add is in [`crate::kinds::Kind`].
#[derive(Clone, Copy)]
pub struct Kind {
    /// The name in tables, the exchange format and the API: `project`.
    pub name: &'static str,
    /// The version that its facts are written in now.
    pub version: u16,
    /// Reads facts that came in; hands them back in their one stored form.
    pub check: fn(Value) -> Result<Value, Vec<Fault>>,
    /// What is asked about it beside its text: a field for each of its facts.
    pub form: fn() -> Form,
    /// The facts as they would be stored now, whatever version they were stored in.
    pub current: fn(&Content) -> Value,
    /// What of the facts can't be read, by path.
    pub unreadable: fn(&Content) -> Vec<String>,
    /// Values to filter by: facet and value.
    pub facets: fn(&Content) -> Vec<(&'static str, String)>,
    /// What a card in a list keeps of the facts.
    pub card: fn(&Content) -> Value,
    /// When it takes place, from start to end, for kinds that do: lists go by it.
    pub when: Option<fn(&Content) -> Option<Span>>,
    /// The names of the organisations that it is about.
    pub organisations: fn(&Content) -> Vec<String>,
    /// The words of the facts for the search index.
    pub search_text: fn(&Content) -> SearchText,
}

impl Kind {
    /// A kind that keeps facts of its own.
    pub const fn of<F: Facts>(name: &'static str) -> Self {
        Self {
            name,
            version: F::VERSION,
            check: facts::check::<F>,
            form: F::form,
            current: |content| facts::current::<F>(&content.facts, content.facts_version),
            unreadable: |content| {
                facts::read::<F>(&content.facts, content.facts_version).unreadable
            },
            facets: |content| content.facts_as::<F>().facets(),
            card: |content| content.facts_as::<F>().card(),
            when: if F::TAKES_PLACE {
                Some(|content| content.facts_as::<F>().when())
            } else {
                None
            },
            organisations: |content| content.facts_as::<F>().organisations(),
            search_text: |content| {
                let facts = content.facts_as::<F>();
                let organisations = facts.organisations().join("\n");
                SearchText { organisations, ..facts.search_text() }
            },
        }
    }

    /// A kind whose items are their text.
    pub const fn plain(name: &'static str) -> Self {
        Self {
            name,
            version: 1,
            check: no_facts,
            form: || Form::new(0, []),
            current: |content| content.facts.clone(),
            unreadable: |content| {
                let is_none = no_facts(content.facts.clone()).is_ok();
                if is_none { Vec::new() } else { vec!["facts".to_owned()] }
            },
            facets: |_| Vec::new(),
            card: |_| Value::Null,
            when: None,
            organisations: |_| Vec::new(),
            search_text: |_| SearchText::default(),
        }
    }

    /// Is something of the text missing because it can't be read? Then the log is told where it
    /// stands, and never what stands there.
    pub fn is_incomplete(&self, shown: &Shown) -> bool {
        let mut paths = shown.content.unreadable.clone();
        paths.extend((self.unreadable)(&shown.content));
        if paths.is_empty() {
            return false;
        }
        let (count, item) = (paths.len(), shown.item.id);
        paths.truncate(NAMED);
        let (kind, revision) = (self.name, shown.item.revision);
        tracing::warn!(%item, kind, revision, count, ?paths, "a text is shown without what can't be read");
        true
    }
}

/// So many paths are named in the log.
const NAMED: usize = 20;

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kind({})", self.name)
    }
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
    /// The version that these facts were written in.
    #[serde(default = "first_version", skip_serializing_if = "is_first")]
    pub facts_version: u16,
    /// The day that the card is shown of: set by whoever shows it.
    #[serde(skip)]
    pub day: Option<Date>,
}

impl Card {
    /// What the card kept of the facts, in the fields of the kind's own type.
    pub fn facts_as<F: Facts>(&self) -> F {
        facts::read(&self.facts, self.facts_version).facts
    }
}
