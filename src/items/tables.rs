//! The tables of the library, one definition for both engines.

mod writing;

pub use writing::{
    held_form, keeper, remark, remark_answer, review_asked, set_aside, spared_number, unsaved_input,
};

pub mod item {
    use std::cmp::Reverse;

    use sea_orm::entity::prelude::*;
    use time::OffsetDateTime;

    use crate::dates::{PartialDate, oslo_day};
    use crate::db::Timestamp;
    use crate::items::Card;
    use crate::items::State;
    use crate::items::UNKNOWN;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub external_id: String,
        pub kind: String,
        pub slug: String,
        pub lang: String,
        pub state: String,
        pub example: bool,
        /// Whom it belongs to: a centre, or an organisation of the register.
        pub centre_id: Option<Uuid>,
        pub original_id: Option<Uuid>,
        pub original_revision: Option<i32>,
        pub revision: i32,
        pub digest: String,
        pub created_at: Timestamp,
        pub updated_at: Timestamp,
        pub published_at: Option<Timestamp>,
        pub archived_under: Option<String>,
        pub archived_publisher: Option<String>,
        pub title: String,
        pub lead: String,
        pub card: String,
        /// When it takes place, for what takes place.
        pub starts_at: Option<Timestamp>,
        pub ends_at: Option<Timestamp>,
        /// Since when it has been in its state; unknown for rows older than the column.
        pub state_since: Option<Timestamp>,
        /// When it was published as it is known, where that is not the day: `2011`, `2011-05`, of
        /// which `published_at` is the first instant; or [`UNKNOWN`](crate::items::UNKNOWN), and
        /// `published_at` is when it came in.
        pub published_as: Option<String>,
        /// A person has written since the last import.
        pub edited_by_hand: bool,
        /// The title as bytes that sort as the Norwegian alphabet does.
        pub title_key: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// When a text was changed last, or published; `None` where nobody knows the day.
    pub fn newest_text_at(
        updated: Timestamp,
        (published, published_as): (Option<Timestamp>, Option<&str>),
    ) -> Option<OffsetDateTime> {
        let is_known = published_as.is_none() || published != Some(updated);
        is_known.then_some(*updated)
    }

    impl Model {
        pub fn state(&self) -> State {
            State::named(&self.state).unwrap_or(State::Draft)
        }

        /// When it was published, as precisely as it is known.
        pub fn published(&self) -> Option<PartialDate> {
            match self.published_as.as_deref() {
                Some(UNKNOWN) => None,
                Some(text) => text.parse().ok(),
                None => PartialDate::of_day(oslo_day(*self.published_at?)).ok(),
            }
        }

        /// No reader has had it: it is being written, or looked through.
        pub fn was_never_public(&self) -> bool {
            let is_begun = matches!(self.state(), State::Draft | State::InReview);
            is_begun && self.published_at.is_none()
        }

        /// Nobody knows when it was published.
        pub fn is_undated(&self) -> bool {
            self.published_as.as_deref() == Some(UNKNOWN)
        }

        /// What the newest first are sorted by, as lists do it: what nobody knows the day of is last.
        pub fn newest_first(&self) -> (bool, Reverse<(Option<Timestamp>, Uuid)>) {
            (self.is_undated(), Reverse((self.published_at, self.id)))
        }

        /// When the text was changed after it was published; `None` when it never was.
        pub fn changed_at(&self) -> Option<OffsetDateTime> {
            Some(self.updated_at).filter(|at| Some(*at) != self.published_at).map(Into::into)
        }

        /// [`newest_text_at`] of it.
        pub fn newest_text_at(&self) -> Option<OffsetDateTime> {
            newest_text_at(self.updated_at, (self.published_at, self.published_as.as_deref()))
        }

        pub fn card(&self) -> Card {
            serde_json::from_str(&self.card).unwrap_or_else(|_| {
                tracing::warn!(item = %self.id, "a stored card can't be read");
                Card::default()
            })
        }
    }
}

pub mod revision {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;
    use crate::items::{Content, Head, Stage, StoredText};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub number: i32,
        pub content: StoredText,
        pub note: Option<String>,
        pub created_at: Timestamp,
        pub published_at: Option<Timestamp>,
        pub replaced_at: Option<Timestamp>,
        /// The person who wrote it; `None` for what was imported.
        pub author: Option<Uuid>,
        /// How far a text that has not been public has come.
        pub stage: Option<String>,
        /// When it is to be published, where that has been set.
        pub publish_at: Option<Timestamp>,
        /// What the item becomes when this is published.
        pub head: Option<Json>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// The text, as much of it as can be read. `None` when nothing can: the log is told which.
        pub fn content(&self) -> Option<Content> {
            let content = Content::of_stored(&self.content.0);
            if content.is_none() {
                let (item, revision) = (self.item_id, self.number);
                tracing::warn!(%item, revision, "a stored text can't be read");
            }
            content
        }

        /// Has it been public, now or once?
        pub fn is_published(&self) -> bool {
            self.published_at.is_some()
        }

        pub fn stage(&self) -> Stage {
            self.stage.as_deref().and_then(Stage::named).unwrap_or(Stage::Draft)
        }

        pub fn head(&self) -> Option<Head> {
            serde_json::from_value(self.head.clone()?).ok()
        }
    }
}

pub mod facet {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item_facet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub facet: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What lists show of a text that has been public, and from when until when it was.
pub mod revision_card {
    use sea_orm::entity::prelude::*;
    use time::Date;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision_card")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub revision_id: Uuid,
        pub item_id: Uuid,
        pub number: i32,
        pub published_at: Timestamp,
        /// When the next one was published.
        pub replaced_at: Option<Timestamp>,
        pub title: String,
        pub title_key: Option<Vec<u8>>,
        pub lead: String,
        pub card: String,
        pub starts_at: Option<Timestamp>,
        pub ends_at: Option<Timestamp>,
        /// How many words it has; unknown for rows older than the column, until they are filed anew.
        pub words: Option<i32>,
        /// The last day on which it was to be looked through again.
        pub review_by: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a text that has been public was filed under.
pub mod revision_facet {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision_facet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub revision_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub facet: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Items that are to be filed anew.
pub mod filing_due {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "filing_due")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub item_id: Uuid,
        /// Those who follow are to hear of it even if nothing changes.
        pub tell: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod old_slug {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "old_slug")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub kind: String,
        pub slug: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod contact {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub role: String,
        pub email: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whom a letter about the item goes to from when its text is published; to nobody where none is named.
pub mod contact_due {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_due")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub item_id: Uuid,
        pub role: Option<String>,
        pub email: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub name: String,
        pub media_type: String,
        pub digest: String,
        pub size: i32,
        pub width: Option<i32>,
        pub height: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is shown of a picture: the picture itself is kept whole, and shown to nobody.
pub mod rendition {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "rendition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub master_id: Uuid,
        pub file_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub file_id: Uuid,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item_use {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item_use")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub external_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who has taken an item into use, as lists narrow and sort by it: of originals, for all their languages.
pub mod item_adopted {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item_adopted")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub facet: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Numbers that are given out one after the other.
pub mod counter {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "counter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// The last one given.
        pub value: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod change {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub item_id: Uuid,
        pub at: Timestamp,
        /// Its place in the feed; none until somebody who follows has seen it committed.
        pub position: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod revision_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub number: i32,
        pub file_id: Uuid,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item_state {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "item_state")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub item_id: Uuid,
        pub state: String,
        pub at: Timestamp,
        pub revision: i32,
        pub author: Option<Uuid>,
        /// Why, in the words of whoever set it.
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod struck {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "struck")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Or the centre, of a file that its statements had.
        pub item_id: Uuid,
        pub at: Timestamp,
        pub author: Option<Uuid>,
        pub what: String,
        pub reason: String,
        pub revisions: i32,
        pub places: i32,
        /// What a struck file is known by when an import brings it again: a keyed digest.
        pub file: Option<String>,
        /// Of an item that was thrown away afterwards.
        pub external_id: Option<String>,
        /// When an import was told to write over it: what was struck may be there again.
        pub written_over_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn is_file(&self) -> bool {
            self.what == FILE
        }
    }

    pub const PASSAGE: &str = "passage";
    pub const FILE: &str = "file";
}
