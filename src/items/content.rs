//! The text of an item as one revision holds it, and the words for what state an item is in.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use super::facts::salvage;
use super::{Image, Placed};
use crate::dates::PartialDate;

/// One revision's text. `facts` has been through the kind's own check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    pub title: String,
    #[serde(default)]
    pub lead: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub image: Option<Image>,
    /// Those within the prose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Placed>,
    #[serde(default)]
    pub source: Option<Source>,
    #[serde(default)]
    pub themes: Vec<String>,
    #[serde(default)]
    pub counties: Vec<String>,
    #[serde(default)]
    pub municipalities: Vec<String>,
    /// What belongs to the text and is taken home: forms, slides, posters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
    /// The external ids of what it makes use of: a project of tools, a package of films.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<String>,
    /// By when somebody is to look through it again. Past that readers are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<PartialDate>,
    /// Nobody who knows the language has looked through the translation yet. Readers are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreviewed: Option<Unreviewed>,
    /// What a team shares of its work, or what others may begin from; `work::Shared` reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Value>,
    #[serde(default)]
    pub facts: Value,
    /// The version of the kind's facts that these are written in; see [`super::Facts`].
    #[serde(default = "first_version", skip_serializing_if = "is_first")]
    pub facts_version: u16,
    /// What of the stored text could not be read, by path, the facts apart. The text still has it
    /// where it is stored.
    #[serde(skip)]
    pub unreadable: Vec<String>,
    /// How many of its pictures and files were struck by law: the gap is to be seen.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub struck_files: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

pub(super) const fn first_version() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
pub(super) const fn is_first(version: &u16) -> bool {
    *version == first_version()
}

impl Default for Content {
    fn default() -> Self {
        Self {
            title: String::new(),
            lead: String::new(),
            body: String::new(),
            image: None,
            pictures: Vec::new(),
            source: None,
            themes: Vec::new(),
            counties: Vec::new(),
            municipalities: Vec::new(),
            files: Vec::new(),
            uses: Vec::new(),
            review_by: None,
            unreviewed: None,
            work: None,
            facts: Value::Null,
            facts_version: first_version(),
            unreadable: Vec::new(),
            struck_files: 0,
        }
    }
}

impl Content {
    /// Reads a stored text, as much of it as can be read; `None` when not even its title can.
    pub fn of_stored(stored: &Value) -> Option<Self> {
        // A list would be read as the fields in their order.
        if !stored.is_object() {
            return None;
        }
        if let Ok(content) = Self::deserialize(stored) {
            return Some(content);
        }
        let (content, wrong) = salvage::read::<Self>(stored);
        let unreadable = salvage::losses(wrong).iter().map(|lost| lost.path("content")).collect();
        Some(Self { unreadable, ..content? })
    }

    /// Should somebody have looked through it before this day, and nobody has?
    pub fn is_past_review(&self, day: Date) -> bool {
        self.review_by.is_some_and(|by| by.last_day() < day)
    }

    /// Its picture, and those within the prose.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.image.iter().chain(self.pictures.iter().map(|one| &one.image))
    }

    /// Its pictures in all their sizes, and its files, each with the name it is taken home under.
    pub fn files_and_picture(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let pictures = self.images().flat_map(Image::files);
        pictures.chain(self.files.iter().map(|file| (file.file, file.name.as_str())))
    }
}

/// How a translation came about that nobody has looked through yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreviewed {
    Person,
    Machine,
}

/// A file of the item. The bytes stand in the file store under the digest that `file` is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    pub file: Uuid,
    /// The name it is taken home under.
    pub name: String,
    pub media_type: String,
    pub size: u64,
    pub title: String,
    /// Its language, when it is another than the item's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where the facts of an item come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: String,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
}

/// A line of a list of sources or materials: a text that may lead somewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub text: String,
    #[serde(default)]
    pub url: Option<String>,
}

/// Whom a letter about the item goes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub role: String,
    pub email: String,
}

/// The mark of the historical archive: under which government and by whom it was published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archived {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_under: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Draft,
    InReview,
    #[default]
    Published,
    Archived,
    Withdrawn,
}

impl State {
    pub const VISIBLE: [&'static str; 2] = ["published", "archived"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Published => "published",
            Self::Archived => "archived",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Draft, Self::InReview, Self::Published, Self::Archived, Self::Withdrawn]
            .into_iter()
            .find(|state| state.name() == name)
    }

    /// Can anybody read it?
    pub fn is_visible(self) -> bool {
        matches!(self, Self::Published | Self::Archived)
    }
}

/// How far a text has come that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Draft,
    InReview,
    /// It will be public at a set time.
    Scheduled,
}

impl Stage {
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Scheduled => "scheduled",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Draft, Self::InReview, Self::Scheduled].into_iter().find(|s| s.name() == name)
    }
}

/// What stands around a text and is the item's own: it holds from when the text is published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// The address that is wanted; the one it has, or one made of the title, when there is none.
    pub slug: Option<String>,
    pub lang: String,
    pub example: bool,
    pub centre: Option<Uuid>,
    /// What it was translated from, and which revision of that.
    pub original: Option<(Uuid, i32)>,
    pub archived: Option<Archived>,
}
