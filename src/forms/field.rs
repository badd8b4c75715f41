//! The description of a form: plain data, built in code or read from a row.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Alternative, FieldKind, Format, Wording};
use crate::text::Numbers;

/// The name of the button that sends a form, and its id: a fault of the form as a whole leads there.
pub const WHOLE: &str = "send";

/// A list of fields, and how much may be sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub fields: Vec<Field>,
    /// What must hold between fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// Names of what is sent along and that nobody types: the stamp, the trap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
    /// What is said of a fault in any of its fields instead of the usual, by the fault's key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub says: BTreeMap<String, Wording>,
    /// So many bytes are read of what is sent.
    pub limit: usize,
    /// Has what looks like an identity number been masked before the form is read?
    #[serde(skip)]
    pub numbers: Numbers,
}

/// What is asked, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in what is sent and in what is stored: `a`–`z`, digits and `_`.
    pub key: String,
    pub label: Wording,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Wording>,
    #[serde(default)]
    pub need: Need,
    pub kind: FieldKind,
    /// A date that is looked for or goes by, and is none that may be about so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_sure: bool,
    /// Of a date: the whole day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_day: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_when: Option<Condition>,
    /// What a browser may fill in of itself, as HTML names it: `name`, `email`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// What is said of a fault in it instead of the usual, by the fault's key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub says: BTreeMap<String, Wording>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    #[default]
    Optional,
    Required,
    /// Not yet, in a text that is not whole: before it is published.
    Later,
    /// It or another beside it, which the form itself asks for.
    Either,
}

/// A field is asked for only when another, beside it, has one of these values; with none named,
/// when it has any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub field: String,
    #[serde(default)]
    pub any_of: Vec<String>,
}

/// What must hold between two fields of the form, named by their paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Dates or times: the later does not begin before the earlier.
    InOrder { earlier: String, later: String, says: Wording },
}

impl Form {
    pub fn new(limit: usize, fields: impl Into<Vec<Field>>) -> Self {
        Self {
            fields: fields.into(),
            rules: Vec::new(),
            hidden: Vec::new(),
            says: BTreeMap::new(),
            limit,
            numbers: Numbers::Refused,
        }
    }

    /// What looks like an identity number has been masked before, but for what is none.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.numbers = Numbers::Seen;
        self
    }

    /// Names of what is sent along and that nobody types.
    #[must_use]
    pub fn hiding<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.hidden.extend(names.into_iter().map(str::to_owned));
        self
    }

    /// Says something else of a fault in any of its fields.
    #[must_use]
    pub fn saying(mut self, fault: &str, words: impl Into<Wording>) -> Self {
        self.says.insert(fault.to_owned(), words.into());
        self
    }

    /// What the field at a path is called, and the id of its element.
    pub fn named(&self, path: &str) -> Option<(&Wording, String)> {
        let field = super::path::find(&self.fields, path)?;
        Some((&field.label, super::path::id(path)))
    }

    /// The same form for a text that is not whole yet: nothing is needed now but what is named.
    #[must_use]
    pub fn unfinished(mut self, but: &str) -> Self {
        fn relax(fields: &mut [Field], but: &str) {
            for field in fields.iter_mut().filter(|field| field.key != but) {
                if field.need == Need::Required {
                    field.need = Need::Later;
                }
                if let FieldKind::Group { least, .. } = &mut field.kind {
                    *least = 0;
                }
                if let FieldKind::Part { fields } | FieldKind::Group { fields, .. } =
                    &mut field.kind
                {
                    relax(fields, "");
                }
            }
        }
        relax(&mut self.fields, but);
        self
    }

    /// Is any of its fields, or of those inside them, of such a kind?
    pub(super) fn has(&self, is_such: impl Fn(&FieldKind) -> bool) -> bool {
        fn any(fields: &[Field], is_such: &dyn Fn(&FieldKind) -> bool) -> bool {
            fields.iter().any(|field| is_such(&field.kind) || any(field.kind.fields(), is_such))
        }
        any(&self.fields, &is_such)
    }

    /// Has it buttons of its own, of rows and of files that are kept?
    pub(super) fn has_buttons(&self) -> bool {
        self.has(|kind| matches!(kind, FieldKind::Group { .. } | FieldKind::File { .. }))
    }

    #[must_use]
    pub fn ruled(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }
}

impl Field {
    pub fn new(key: &str, label: impl Into<Wording>, kind: FieldKind) -> Self {
        Self {
            key: key.to_owned(),
            label: label.into(),
            help: None,
            need: Need::Optional,
            kind,
            is_sure: false,
            is_day: false,
            shown_when: None,
            autocomplete: None,
            says: BTreeMap::new(),
        }
    }

    pub fn line(key: &str, label: impl Into<Wording>, max: usize) -> Self {
        Self::new(key, label, FieldKind::Line { max, format: Format::Any })
    }

    pub fn formatted(key: &str, label: impl Into<Wording>, max: usize, format: Format) -> Self {
        Self::new(key, label, FieldKind::Line { max, format })
    }

    pub fn text(key: &str, label: impl Into<Wording>, max: usize, rows: u16) -> Self {
        Self::new(key, label, FieldKind::Text { max, rows })
    }

    pub fn common_mark(key: &str, label: impl Into<Wording>, max: usize, rows: u16) -> Self {
        Self::new(key, label, FieldKind::CommonMark { max, rows })
    }

    pub fn lines(key: &str, label: impl Into<Wording>, max: usize, most: usize) -> Self {
        Self::new(key, label, FieldKind::Lines { max, most })
    }

    pub fn choice(key: &str, label: impl Into<Wording>, options: Vec<Alternative>) -> Self {
        Self::new(key, label, FieldKind::Choice { options, other: None })
    }

    pub fn choices(key: &str, label: impl Into<Wording>, options: Vec<Alternative>) -> Self {
        let most = options.len();
        Self::new(key, label, FieldKind::Choices { options, other: None, most })
    }

    pub fn part(key: &str, label: impl Into<Wording>, fields: impl Into<Vec<Self>>) -> Self {
        Self::new(key, label, FieldKind::Part { fields: fields.into() })
    }

    /// Fields that repeat, at most so often: what one row is called, and the button that adds one.
    pub fn group(
        key: &str,
        label: impl Into<Wording>,
        (row, add): (&str, &str),
        most: usize,
        fields: impl Into<Vec<Self>>,
    ) -> Self {
        let (fields, row, add) = (fields.into(), row.into(), add.into());
        Self::new(key, label, FieldKind::Group { fields, least: 0, most, row, add })
    }

    #[must_use]
    pub fn needed(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// One of several that each will do: none is told to be optional.
    #[must_use]
    pub fn or_another(mut self) -> Self {
        self.need = Need::Either;
        self
    }

    #[must_use]
    pub fn helped(mut self, help: impl Into<Wording>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Of a date: never about so, nor in doubt.
    #[must_use]
    pub fn sure(mut self) -> Self {
        self.is_sure = true;
        self
    }

    /// Of a date: the whole day, which is sure.
    #[must_use]
    pub fn whole_day(mut self) -> Self {
        self.is_day = true;
        self
    }

    #[must_use]
    pub fn autocompleted(mut self, what: &str) -> Self {
        self.autocomplete = Some(what.to_owned());
        self
    }

    /// Asked for only when the field beside it has one of these values.
    #[must_use]
    pub fn shown_when(mut self, field: &str, any_of: &[&str]) -> Self {
        let any_of = any_of.iter().map(|value| (*value).to_owned()).collect();
        self.shown_when = Some(Condition { field: field.to_owned(), any_of });
        self
    }

    /// Says something else of a fault in it.
    #[must_use]
    pub fn saying(mut self, fault: &str, words: impl Into<Wording>) -> Self {
        self.says.insert(fault.to_owned(), words.into());
        self
    }
}
