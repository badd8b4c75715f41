//! A line of the exchange format as it is written.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::items::{Archived, Contact, Source, State, Unreviewed};

/// An item. Only the first four are needed; an unknown field is refused, so that a slip of the
/// keys is not lost in silence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemLine {
    pub kind: String,
    pub external_id: String,
    pub lang: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counties: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<String>,
    #[serde(default)]
    pub state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Archived>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<String>,
    /// How a translation was made that nobody who knows the language has looked through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreviewed: Option<Unreviewed>,
    /// By when somebody is to look through the text again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub example: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<LineImage>,
    /// Those within the prose, which says by their names where they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<LinePicture>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<LineFile>,
    /// What an export without files has left out, and an import leaves as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LineLeftOut>,
    /// External ids of what the item makes use of; they may stand further down, or come later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<String>,
    /// What a team shares of its work, or what others may begin from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Value>,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub facts: Value,
    /// Earlier published texts, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// Read on the way in, where `null` takes away the one there is; written only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "said")]
    pub contact: Option<Option<Contact>>,
}

/// A field that is there, be it `null`, is another thing than one that is not.
#[expect(clippy::option_option, reason = "absent, null and a value mean three things")]
fn said<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    field: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(field).map(Some)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What the text has that the line has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineLeftOut {
    Image,
    Pictures,
    Files,
}

/// A picture, as a file beside the file of lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineImage {
    pub file: String,
    /// Empty for a picture that only decorates.
    pub alt: String,
    pub credit: String,
    /// It says nothing that the text does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decorative: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// A picture within the prose: `![](bilde:NAME)` shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinePicture {
    pub name: String,
    pub image: LineImage,
}

/// A file to take home, as a file beside the file of lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineFile {
    pub file: String,
    pub title: String,
    /// Its language, when it is another than the item's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A text that was public once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    pub number: i32,
    pub published_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub facts: Value,
}
