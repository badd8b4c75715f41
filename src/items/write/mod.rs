//! Writes items. A public text and one that is being written stand side by side: the public one is
//! the newest revision that has been published, the working one the newest of all, when that has not.
//!
//! Every change names the newest revision that whoever writes has seen, and is refused when
//! somebody has saved since. All of it happens in the caller's transaction.

mod bulk;
mod complete;
mod contact;
mod discard;
mod import;
mod new;
mod outcome;
mod publish;
pub(super) mod record;
mod revision;
mod rows;
mod same;
mod states;
mod strike;
#[cfg(test)]
mod tests;
mod thin;

use sea_orm::DbErr;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Content, Head, Kind, Stage, State};
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db::{AsDbErr, Reads};

pub use discard::{Discarded, SweepFile, sweep_file};
pub use outcome::{ImportOutcome, Over, Remark, Stored};
pub use publish::{PublishDue, publish_due};
pub use strike::{
    AddressesStruck, ContactStruck, Elsewhere, Holder, Kin, KinWords, Passage, PassageStruck,
    Spread, StandsIn, Struck, StruckFile, TooShort, struck_file, struck_files_again,
};

use record::Record;

/// Writes in one transaction, as one author.
pub struct Writer<'a, C> {
    db: &'a C,
    clock: &'a Clock,
    kinds: &'a [&'static Kind],
    /// A person; nobody when the program or an import writes.
    author: Option<Uuid>,
    /// Why an item gets another state, where somebody has said it.
    reason: Option<&'a str>,
}

/// A text as somebody wants it saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub content: Content,
    pub head: Head,
    /// What was changed, in the writer's own words.
    pub note: Option<String>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Somebody has saved since: the newest revision is another than the one that was seen.
    #[error("somebody has saved since; the newest revision is {newest}")]
    Stale { newest: i32 },
    #[error("there is no such item")]
    Missing,
    #[error("there is no text that waits to be published")]
    NoDraft,
    #[error("that can't be done with an item that is {}", .0.name())]
    WrongState(State),
    /// History would no longer be in order.
    #[error("what came before it is of {0}, which is later")]
    TooEarly(OffsetDateTime),
    /// A person has written since the last import.
    #[error("a person has changed it since it was imported last")]
    EditedByHand,
    /// What came in may bring back what was struck from the item.
    #[error("something was struck from {item:?} on {} («{reason}»), and that stands", oslo_day(*at))]
    Struck { item: String, at: OffsetDateTime, reason: String },
    /// What is stored is no text.
    #[error("its text can't be read")]
    Unreadable,
    #[error("there is no kind called {0}")]
    NoKind(String),
    /// Without the passage the facts would no longer be what their kind demands.
    #[error("the passage stands where its kind needs a value: {}", .0.join("; "))]
    Needed(Vec<String>),
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl AsDbErr for WriteError {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

impl<'a, C: Reads> Writer<'a, C> {
    pub fn new(db: &'a C, clock: &'a Clock, kinds: &'a [&'static Kind]) -> Self {
        Self { db, clock, kinds, author: None, reason: None }
    }

    /// The same on behalf of a person.
    #[must_use]
    pub fn by(mut self, author: Uuid) -> Self {
        self.author = Some(author);
        self
    }

    /// The same, and why: an empty reason is none.
    #[must_use]
    pub fn because(mut self, reason: &'a str) -> Self {
        self.reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
        self
    }

    /// A new item with a text that nobody but its writers see.
    pub async fn create(&self, kind: &'static Kind, draft: &Draft) -> Result<Uuid, WriteError> {
        let id = self.clock.new_id();
        self.insert(kind, new::Names::of_our_own(id), draft).await?;
        Ok(id)
    }

    /// Saves a text beside the public one, if there is one. Tells the number of its revision; a
    /// text that is as it was gets none of its own.
    pub async fn save(&self, item: Uuid, expected: i32, draft: &Draft) -> Result<i32, WriteError> {
        let record = self.open(item, expected).await?;
        if record.is_saved(draft)? && !record.is_new_note(draft) {
            return Ok(record.item.revision);
        }
        self.add_working(record, draft, Stage::Draft).await
    }

    /// Hands the working text in for review.
    pub async fn submit(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        let record = self.open(item, expected).await?;
        let working = record.working().ok_or(WriteError::NoDraft)?;
        self.set_stage(&record, working, Stage::InReview, None).await
    }

    /// Hands it back to whoever writes.
    pub async fn return_to_draft(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        let record = self.open(item, expected).await?;
        let working = record.working().ok_or(WriteError::NoDraft)?;
        self.set_stage(&record, working, Stage::Draft, None).await
    }

    /// Takes back the hour that the working text waits for: it is to be read once more, or published
    /// another time.
    pub async fn unschedule(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        let record = self.open(item, expected).await?;
        let working = record.working().filter(|text| text.stage() == Stage::Scheduled);
        let working = working.ok_or(WriteError::NoDraft)?;
        self.set_stage(&record, working, Stage::InReview, None).await
    }

    /// Publishes the working text: at once, or at an instant to come. An instant that has been is
    /// taken as it is, but not before what it comes after.
    pub async fn publish(
        &self,
        item: Uuid,
        expected: i32,
        at: OffsetDateTime,
    ) -> Result<(), WriteError> {
        let record = self.open(item, expected).await?;
        let working = record.working().ok_or(WriteError::NoDraft)?.clone();
        if let Some(before) = record.public_since()
            && at < before
        {
            return Err(WriteError::TooEarly(before));
        }
        if at > self.clock.now() {
            self.set_stage(&record, &working, Stage::Scheduled, Some(at)).await?;
            return self.schedule(item, working.number, at).await;
        }
        self.publish_text(record, working, at).await
    }

    /// Keeps the public text as history: it can be read, and stands in no list that is not asked for.
    pub async fn archive(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        self.change_state(item, expected, &[State::Published], State::Archived).await
    }

    /// Takes the text from the public; its address says so.
    pub async fn withdraw(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        let from = [State::Published, State::Archived];
        self.change_state(item, expected, &from, State::Withdrawn).await
    }

    /// Makes public again what was archived or withdrawn.
    pub async fn restore(&self, item: Uuid, expected: i32) -> Result<(), WriteError> {
        let from = [State::Archived, State::Withdrawn];
        self.change_state(item, expected, &from, State::Published).await
    }

    fn kind(&self, name: &str) -> Result<&'static Kind, WriteError> {
        let kind = self.kinds.iter().find(|kind| kind.name == name);
        kind.copied().ok_or_else(|| WriteError::NoKind(name.to_owned()))
    }

    /// The item, when the newest revision is the one that was seen.
    async fn open(&self, item: Uuid, expected: i32) -> Result<Record, WriteError> {
        let record = Record::load(self.db, item).await?.ok_or(WriteError::Missing)?;
        let newest = record.item.revision;
        if newest == expected { Ok(record) } else { Err(WriteError::Stale { newest }) }
    }
}
