//! What kinds of fields there are, and what each may hold.

use serde::{Deserialize, Serialize};

use super::path::join;
use super::{Field, Register, Wording};

/// The kind of a field. Beside each stands what its value is as JSON; a field that is left empty
/// has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// One line of text. A string.
    Line {
        max: usize,
        #[serde(default)]
        format: Format,
    },
    /// Plain text of several lines. A string.
    Text { max: usize, rows: u16 },
    /// A text in CommonMark. A string.
    CommonMark { max: usize, rows: u16 },
    /// Short texts, one on each line. A list of strings.
    Lines { max: usize, most: usize },
    /// One of several. With `other`, also a word of the writer's own, so long. A string.
    Choice {
        options: Vec<Alternative>,
        #[serde(default)]
        other: Option<usize>,
    },
    /// Some of several. A list of strings.
    Choices {
        options: Vec<Alternative>,
        #[serde(default)]
        other: Option<usize>,
        most: usize,
    },
    /// Yes, or nothing. `true`.
    Tick,
    /// A number, whole unless it may have decimals.
    Number {
        min: i64,
        max: i64,
        #[serde(default)]
        decimals: u8,
    },
    /// A date as precise as it is known: EDTF, `2019-06`.
    Date,
    /// A day, and an hour where there is one, as the clock in Oslo shows it: `2026-03-12T09:00`.
    Time,
    /// From when until when, either as precise as it is known: `{"from": …, "to": …}`.
    Period,
    /// One or several out of a register: a place, an organisation, an item. Its id; a list of them
    /// when there may be more than one.
    Reference { register: Register, most: usize },
    /// Files: a list of `{"file": id, "name": …}`.
    File { most: usize, max_bytes: u64, media_types: Vec<String> },
    /// Fields that belong together. An object.
    Part { fields: Vec<Field> },
    /// Fields that repeat. A list of objects.
    Group { fields: Vec<Field>, least: usize, most: usize, row: Wording, add: Wording },
    /// The same choice for each of several rows: an object from row to column.
    Matrix { rows: Vec<Alternative>, columns: Vec<Alternative> },
}

/// What a line must look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    #[default]
    Any,
    Email,
    /// An address on the web.
    Url,
    Isbn,
    Issn,
    /// When something is, in words of one's own; what looks like an hour is one that a clock shows.
    Hour,
}

/// One that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub value: String,
    pub label: Wording,
}

impl Alternative {
    pub fn new(value: impl Into<String>, label: impl Into<Wording>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// The alternatives of a closed set of words, from their stored names and their keys.
pub fn alternatives(
    names: &[&'static str],
    key: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Alternative> {
    names.iter().filter_map(|name| Some(Alternative::new(*name, key(name)?))).collect()
}

impl FieldKind {
    /// The fields inside, for the kinds that have such.
    pub fn fields(&self) -> &[Field] {
        match self {
            Self::Part { fields } | Self::Group { fields, .. } => fields,
            _ => &[],
        }
    }

    /// A line so long that it is shown with room for several.
    pub(super) fn is_long_line(&self) -> bool {
        matches!(self, Self::Line { max, .. } if *max > 300)
    }

    /// The names of its inputs that take one value each, when it stands at `path`; files are numbered
    /// by their rows.
    pub(super) fn single_inputs(&self, path: &str, files: &[usize]) -> Vec<String> {
        let below = |names: &[&str]| names.iter().map(|name| join(path, name)).collect();
        match self {
            Self::Choices { .. } | Self::Part { .. } | Self::Group { .. } => Vec::new(),
            Self::Reference { most, .. } if *most > 1 => Vec::new(),
            Self::Time => below(&["day", "clock"]),
            Self::Period => below(&["from", "to"]),
            Self::Matrix { rows, .. } => rows.iter().map(|row| join(path, &row.value)).collect(),
            Self::File { .. } => {
                let of =
                    |number: &usize| ["file", "name"].map(|name| format!("{path}.{number}.{name}"));
                files.iter().flat_map(of).collect()
            }
            _ => vec![path.to_owned()],
        }
    }
}
