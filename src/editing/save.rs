//! Saves what somebody wrote, and tells why it is not saved: one way for the form and for the script.

use serde_json::Value;
use uuid::Uuid;

use super::content::Written;
use super::numbers::{self, Spared};
use super::{aside, held, kept, may, presence, unsaved};
use crate::app::App;
use crate::db::{self, AsDbErr, DbErr};
use crate::error::Error;
use crate::items::{Stage, Working, WriteError, Writer};
use crate::rights::Who;

/// Why nothing was done with a text.
#[derive(Debug, thiserror::Error)]
pub enum Halt {
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("they may not do this")]
    May,
    /// Others read it, or it waits for its hour: only a press of a button takes it back.
    #[error("it has been handed in")]
    HandedIn,
    /// Nobody but those who wrote it has said yes to this revision.
    #[error("nobody has said yes to it")]
    NoYes,
    /// It is not as its kind demands.
    #[error("it is not whole")]
    NotWhole,
    /// Whoever says yes has not said that they have looked at the numbers in it.
    #[error("its numbers have not been looked at")]
    Numbers,
    /// It is a draft again, and waits for nobody's yes.
    #[error("it is a draft again")]
    Draft,
    /// Somebody else has begun to translate it into the same language.
    #[error("it is being translated already")]
    Begun,
    /// Whoever is asked by name may not look through it.
    #[error("they may not look through it")]
    Reader,
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AsDbErr for Halt {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Write(error) => error.as_db_err(),
            Self::Database(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Halt> for Error {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Write(WriteError::Missing) => Self::NotFound,
            Halt::Write(WriteError::Db(error)) | Halt::Database(error) => error.into(),
            Halt::May => Self::Forbidden,
            other => Self::Internal(format!("a text: {other}")),
        }
    }
}

/// A text on its way to be saved.
#[derive(Clone, Debug)]
pub struct Sending {
    pub item: Uuid,
    /// The revision that whoever wrote has seen.
    pub seen: i32,
    pub written: Written,
    /// What the form holds of it.
    pub form: Value,
    /// What was typed where it can't be saved so, and in which fields that is.
    pub unsaved: Vec<(String, String)>,
    pub wrong: Vec<String>,
    /// What they wrote on this revision is in it, and waits no more to be joined.
    pub joins: Option<i32>,
    pub who: Who,
    /// Sent by the script, and not by the press of a button.
    pub by_itself: bool,
    /// Numbers in it that are said to be no person's.
    pub spared: Option<Spared>,
    /// The form that was held until they were back.
    pub held: Option<Uuid>,
}

/// Saves it beside the public text. Tells the number of its revision.
pub async fn save(app: &App, sending: &Sending) -> Result<i32, Halt> {
    db::transaction::<i32, Halt, _>(&app.db, |tx| {
        let (clock, kinds, sending) = (app.clock.clone(), app.kinds.clone(), sending.clone());
        Box::pin(async move {
            let Sending { item, seen, written, who, by_itself, spared, held, .. } = &sending;
            let (item, seen) = (*item, *seen);
            let found = Working::open(tx, item).await?.ok_or(WriteError::Missing)?;
            if !may::write(who, &found) {
                return Err(Halt::May);
            }
            presence::seen(tx, &clock, item, who.id).await?;
            if *by_itself && found.stage().is_some_and(|stage| stage != Stage::Draft) {
                return Err(Halt::HandedIn);
            }
            // The answer to the last time may have been lost on its way.
            let is_same = found.newest.content() == Some(written.draft.content.clone())
                && found.head == written.draft.head;
            let seen = if is_same { found.number() } else { seen };
            let writer = Writer::new(tx, &clock, kinds.stored()).by(who.id);
            let number = writer.save(item, seen, &written.draft).await?;
            writer.want_contact(item, written.contact.as_ref()).await?;
            if let Some(spared) = spared {
                numbers::keep(tx, &clock, (item, who.id), spared).await?;
            }
            unsaved::keep(tx, &clock, (item, who.id), &sending.unsaved).await?;
            if let Some(base) = sending.joins {
                aside::forget(tx, (item, base), who.id).await?;
            }
            held::forget(tx, who.id, *held).await?;
            kept::thin_later(tx, &clock, item).await?;
            Ok(number)
        })
    })
    .await
}

/// Keeps a text that somebody else was before, so that neither is lost.
pub async fn set_aside(app: &App, sending: &Sending) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, sending) = (app.clock.clone(), sending.clone());
        Box::pin(async move {
            let Sending { item, seen, written, form, who, spared, .. } = &sending;
            let (item, seen) = (*item, *seen);
            if let Some(spared) = spared {
                numbers::keep(tx, &clock, (item, who.id), spared).await?;
            }
            if !sending.unsaved.is_empty() {
                unsaved::keep(tx, &clock, (item, who.id), &sending.unsaved).await?;
            }
            let text = (&written.draft.content, form);
            Ok(aside::keep(tx, &clock, (item, seen), who.id, text).await?)
        })
    })
    .await
}

/// They are looking at it now.
pub async fn be_seen(app: &App, item: Uuid, who: Uuid) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { Ok(presence::seen(tx, &clock, item, who).await?) })
    })
    .await
}
