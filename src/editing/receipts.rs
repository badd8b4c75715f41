//! What was just done, told once on the page after it, and only while it is so.

use super::approvals;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::{Stage, State, Working};
use crate::web::Visit;
use crate::web::receipt::{DONE, address};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    Saved,
    /// What another had saved meanwhile was joined with it.
    Joined,
    /// An old text is the newest draft.
    Brought,
    /// Of two texts they have chosen to go on without their own.
    Dropped,
    /// Somebody who knows the language has looked through a translation, which is another text from then on.
    LookedThrough,
    /// A translation says what its original says now, as another text too.
    Follows,
    /// It is saved, and they are to look at what they hand in.
    ToHandIn,
    HandedIn,
    /// Another is asked to look through it.
    ReaderAsked,
    TakenBack,
    Approved,
    Published,
    Scheduled,
    /// It is not to be public at its hour after all.
    Unscheduled,
    Archived,
    Withdrawn,
    Restored,
    /// A draft that was thrown away; what the public reads is there.
    Discarded,
    /// A text that never was public, thrown away whole.
    Gone,
}

impl Receipt {
    const ALL: [Self; 19] = [
        Self::Saved,
        Self::Joined,
        Self::Brought,
        Self::Dropped,
        Self::LookedThrough,
        Self::Follows,
        Self::ToHandIn,
        Self::HandedIn,
        Self::ReaderAsked,
        Self::TakenBack,
        Self::Approved,
        Self::Published,
        Self::Scheduled,
        Self::Unscheduled,
        Self::Archived,
        Self::Withdrawn,
        Self::Restored,
        Self::Discarded,
        Self::Gone,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Saved => "lagret",
            Self::Joined => "samlet",
            Self::Brought => "versjon",
            Self::Dropped => "uten-din",
            Self::LookedThrough => "gjennomgatt",
            Self::Follows => "folger",
            Self::ToHandIn => "skal-sendes",
            Self::HandedIn => "sendt",
            Self::ReaderAsked => "leser",
            Self::TakenBack => "tilbake",
            Self::Approved => "godkjent",
            Self::Published => "publisert",
            Self::Scheduled => "satt",
            Self::Unscheduled => "avlyst",
            Self::Archived => "arkivert",
            Self::Withdrawn => "trukket",
            Self::Restored => "hentet",
            Self::Discarded => "utkast-kastet",
            Self::Gone => "kastet",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Saved => "editing-done-saved",
            Self::Joined => "editing-done-joined",
            Self::Brought => "editing-done-brought",
            Self::Dropped => "editing-done-dropped",
            Self::LookedThrough => "editing-done-looked-through",
            Self::Follows => "editing-done-follows",
            Self::ToHandIn => "editing-done-to-hand-in",
            Self::HandedIn => "editing-done-handed-in",
            Self::ReaderAsked => "editing-done-reader-asked",
            Self::TakenBack => "editing-done-taken-back",
            Self::Approved => "editing-done-approved",
            Self::Published => "editing-done-published",
            Self::Scheduled => "editing-done-scheduled",
            Self::Unscheduled => "editing-done-unscheduled",
            Self::Archived => "editing-done-archived",
            Self::Withdrawn => "editing-done-withdrawn",
            Self::Restored => "editing-done-restored",
            Self::Discarded => "editing-done-discarded",
            Self::Gone => "editing-done-gone",
        }
    }

    /// Is it so? Anybody may write an address by hand, or open an old one again.
    fn holds(self, item: &Working, has_yes: bool) -> bool {
        let (stage, public) = (item.stage(), item.item.state());
        match self {
            Self::Saved | Self::Joined | Self::Brought | Self::Dropped => true,
            Self::HandedIn | Self::ReaderAsked | Self::Unscheduled => {
                stage == Some(Stage::InReview)
            }
            Self::ToHandIn | Self::TakenBack | Self::LookedThrough | Self::Follows => {
                stage == Some(Stage::Draft)
            }
            Self::Approved => stage == Some(Stage::InReview) && has_yes,
            Self::Published | Self::Restored => public == State::Published,
            Self::Scheduled => stage == Some(Stage::Scheduled),
            Self::Archived => public == State::Archived,
            Self::Withdrawn => public == State::Withdrawn,
            Self::Discarded => stage.is_none(),
            Self::Gone => false,
        }
    }

    /// The page after, with this told.
    pub fn on(self, page: &str) -> String {
        address(page, self.word())
    }

    /// The one that an address names; unknown words say nothing.
    fn named(visit: &Visit) -> Result<Option<Self>, Error> {
        let word = visit.parameters()?.get(DONE).map(str::to_owned);
        Ok(word.and_then(|word| Self::ALL.into_iter().find(|one| one.word() == word)))
    }
}

/// What was done with this text.
pub async fn told(
    app: &App,
    visit: &Visit,
    t: Text,
    item: &Working,
) -> Result<Option<Words>, Error> {
    let Some(receipt) = Receipt::named(visit)? else { return Ok(None) };
    let given = approvals::of(&app.db, item.item.id, item.newest.number).await?;
    Ok(receipt.holds(item, !given.is_empty()).then(|| t.get(receipt.key())))
}

/// What was done with a text that is gone.
pub fn told_of_gone(visit: &Visit, t: Text) -> Result<Option<Words>, Error> {
    let gone = Receipt::named(visit)?.filter(|receipt| *receipt == Receipt::Gone);
    Ok(gone.map(|receipt| t.get(receipt.key())))
}
