//! How an import of an item went, and what whoever imports is to know of it.

use std::fmt;

use time::OffsetDateTime;
use uuid::Uuid;

use super::WriteError;
use crate::dates::oslo_day;
use crate::items::incoming::{Incoming, LeftOut};
use crate::items::tables::struck;

/// What an import may write over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Over {
    /// What a person has changed since the last import.
    pub edits: bool,
    /// What was struck by law, with what else was changed of that item.
    pub strikes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    Created(Uuid),
    Updated(Uuid),
    Unchanged(Uuid),
}

impl Stored {
    pub fn id(self) -> Uuid {
        match self {
            Self::Created(id) | Self::Updated(id) | Self::Unchanged(id) => id,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportOutcome {
    pub stored: Stored,
    pub remarks: Vec<Remark>,
    /// What its line has left out, and the item that was written has not either.
    pub lacks: LeftOut,
}

impl From<Stored> for ImportOutcome {
    fn from(stored: Stored) -> Self {
        Self { stored, remarks: Vec::new(), lacks: LeftOut::default() }
    }
}

/// Where an item is another than its line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Another item has, or has had, the address that was asked for.
    OtherSlug { wanted: String, given: String },
    /// Another text was public on the day that the line says.
    CountsFromNow { said: OffsetDateTime },
    /// The day that an item first was public stands.
    KeepsDay { said: OffsetDateTime, first: OffsetDateTime },
    /// What was struck may be there again.
    OverStrikes,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherSlug { wanted, given } => {
                write!(f, "`slug` {wanted:?} is another item's: the address is {given:?}")
            }
            Self::CountsFromNow { said } => write!(
                f,
                "`updated_at` is {}, when another text was public here: the new one counts from now",
                oslo_day(*said)
            ),
            Self::KeepsDay { said, first } => write!(
                f,
                "`published_at` is {}, but here the item has been public since {}, and that stands",
                oslo_day(*said),
                oslo_day(*first)
            ),
            Self::OverStrikes => f.write_str(
                "something had been struck from this item, and it was written over as you said: see that what was struck is not there again",
            ),
        }
    }
}

/// What an item that was here lacks still when its line has been completed from it.
pub(super) fn still_lacks(new: &Incoming) -> LeftOut {
    LeftOut {
        image: new.left_out.image && new.content.image.is_none(),
        pictures: new.left_out.pictures && new.content.pictures.is_empty(),
        files: new.left_out.files && new.content.files.is_empty(),
    }
}

/// The item did not get the address that its line asks for.
pub(super) fn other_slug(new: &Incoming, given: &str) -> Option<Remark> {
    let wanted = new.slug.clone().filter(|wanted| wanted != given)?;
    Some(Remark::OtherSlug { wanted, given: given.to_owned() })
}

impl WriteError {
    /// A strike stands against what came in.
    pub(super) fn struck(new: &Incoming, strike: &struck::Model) -> Self {
        let (item, reason) = (new.external_id.clone(), strike.reason.clone());
        Self::Struck { item, at: strike.at.into(), reason }
    }
}
