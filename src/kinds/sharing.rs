//! How items of a kind are passed on: what search engines, reference managers, calendars and lists
//! of versions are told of them.

use serde_json::{Map, Value};
use time::OffsetDateTime;

use crate::dates::PartialDate;
use crate::items::Content;

/// What a kind says to those who are no readers. A kind that says nothing is a plain article.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// The schema.org type of an item's page, and what the kind adds to what all items have.
    pub schema: fn(&Content) -> Schema,
    /// How an item is referred to; `None` for kinds that nobody cites.
    pub cite: Option<fn(&Content) -> Citation>,
    /// When and where it takes place, for what does.
    pub happening: Option<fn(&Content) -> Option<Happening>>,
    /// The words for a fact by its name, such as `outcome_note`, in a list of what has changed.
    pub fact_label: fn(&str) -> Option<&'static str>,
}

impl Sharing {
    pub const PLAIN: Self = Self {
        schema: |_| Schema::of("Article"),
        cite: None,
        happening: None,
        fact_label: |_| None,
    };
}

/// A type of schema.org with the properties that only the kind can fill.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    pub name: &'static str,
    pub more: Map<String, Value>,
}

impl Schema {
    pub fn of(name: &'static str) -> Self {
        Self { name, more: Map::new() }
    }

    /// With a property more; an empty value is left out.
    #[must_use]
    pub fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(all) => all.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.more.insert(property.to_owned(), value);
        }
        self
    }
}

/// What a reference says beyond title, address and day, which all items have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// Who stands behind it: organisations, written as they are, never split into names.
    pub authors: Vec<String>,
    pub publishers: Vec<String>,
    /// When it came out, where that is another day than it was published here.
    pub issued: Option<PartialDate>,
    pub version: Option<String>,
    /// Its number in a series, such as `IS-2154`.
    pub number: Option<String>,
    pub isbn: Option<String>,
    pub issn: Option<String>,
    pub doi: Option<String>,
    pub editors: Vec<String>,
    /// Its title in English, where it has another.
    pub title_en: Option<String>,
    /// The part of the publication that the item is.
    pub part: Option<String>,
    /// What the item is a summary of: another's work, told as one would in a list of references.
    pub summary_of: Option<String>,
    /// Guideline, guide, report; as it is called.
    pub genre: Option<String>,
    /// A report, or a page on the web.
    pub is_report: bool,
}

/// Something that takes place: what a calendar needs to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    pub starts: OffsetDateTime,
    pub ends: OffsetDateTime,
    /// Days, not hours: `ends` is in the last of them.
    pub all_day: bool,
    pub place: Option<String>,
    /// Where it is followed on a screen.
    pub online: Option<String>,
    pub organiser: Option<String>,
    pub cancelled: bool,
}
