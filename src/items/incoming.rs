//! An item on its way in from a file: parsed, checked, its references looked up.

use time::OffsetDateTime;
use uuid::Uuid;

use super::{Archived, Contact, Content, Head, Kind, State};

/// Of what was published long ago, nobody knows when.
pub const UNKNOWN: &str = "unknown";

#[derive(Clone, Debug)]
pub struct Incoming {
    pub id: Option<Uuid>,
    pub external_id: String,
    pub kind: &'static Kind,
    pub lang: String,
    pub slug: Option<String>,
    pub state: State,
    pub example: bool,
    pub centre: Option<Uuid>,
    pub original: Option<(Uuid, i32)>,
    pub archived: Option<Archived>,
    pub published_at: Option<OffsetDateTime>,
    /// As it is known, where that is less than the day: a year, a month, or [`UNKNOWN`].
    pub published_as: Option<String>,
    pub updated_at: Option<OffsetDateTime>,
    pub content: Content,
    /// What the text has, but the line has not.
    pub left_out: LeftOut,
    pub note: Option<String>,
    /// Earlier published texts, oldest first; read only when the item is new.
    pub history: Vec<PastText>,
    pub contact: ContactChange,
    /// A digest of all the above: the same digest means that nothing changed.
    pub digest: String,
}

impl Incoming {
    pub(super) fn head(&self) -> Head {
        Head {
            slug: self.slug.clone(),
            lang: self.lang.clone(),
            example: self.example,
            centre: self.centre,
            original: self.original,
            archived: self.archived.clone(),
        }
    }

    /// It is public, or was so before it was withdrawn.
    pub fn has_been_public(&self) -> bool {
        self.state.is_visible() || self.state == State::Withdrawn
    }

    /// The number of its text, when it is new.
    pub fn public_number(&self) -> i32 {
        i32::try_from(self.history.len()).unwrap_or(0) + 1
    }
}

/// A published text that something has replaced.
#[derive(Clone, Debug)]
pub struct PastText {
    pub content: Content,
    pub note: Option<String>,
    pub published_at: OffsetDateTime,
}

/// What an export without files leaves out: an item that is here keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub image: bool,
    /// Some of those within the prose, or all.
    pub pictures: bool,
    /// Some of its files, or all.
    pub files: bool,
}

/// Whom letters about the item go to from now on.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ContactChange {
    /// Nothing is said of it.
    #[default]
    Keep,
    /// Nobody any more.
    Remove,
    Set(Contact),
}
