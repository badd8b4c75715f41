//! What somebody shows besides their mailbox: an app that makes codes, passkeys, and codes kept for a rainy day.

pub mod passkeys;
pub mod recovery;
pub mod totp;
mod tries;

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use time::OffsetDateTime;
use uuid::Uuid;

use super::ended::Ended;
use super::letter::{self, Changed};
use super::{Entry, Refused, What, persons, sessions};
use crate::clock::Clock;
use crate::db::DbErr;
use crate::i18n::Text;
use crate::jobs;

pub use tries::{right, wait, wrong};

/// What a person can show.
#[derive(Clone, Debug)]
pub struct Held {
    /// Since when an app makes codes for them.
    pub app: Option<OffsetDateTime>,
    pub passkeys: Vec<passkeys::Model>,
    /// How many codes are left for the day that they have lost the rest.
    pub recovery: usize,
}

impl Held {
    /// Is there anything to ask them for? Codes for a rainy day alone are nothing.
    pub fn any(&self) -> bool {
        self.app.is_some() || !self.passkeys.is_empty()
    }
}

pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Held, DbErr> {
    Ok(Held {
        app: totp::since(db, person).await?,
        passkeys: passkeys::of(db, person).await?,
        recovery: recovery::left(db, person).await?,
    })
}

/// Those of them who have something to be asked for.
pub async fn having(
    db: &impl ConnectionTrait,
    persons: &BTreeSet<Uuid>,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let mut having: BTreeSet<Uuid> = totp::having(db, persons).await?.into_iter().collect();
    having.extend(passkeys::having(db, persons).await?);
    Ok(having)
}

/// How a second step was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    App,
    Passkey,
    Recovery,
}

impl Step {
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Passkey => "passkey",
            Self::Recovery => "recovery",
        }
    }
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Right,
    Wrong,
    /// Nothing is looked at before so many seconds.
    Wait(u64),
}

/// What is written of something about the steps of a person.
pub async fn log(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    what: What,
    (person, by): (Uuid, Option<Uuid>),
    step: Step,
) -> Result<(), DbErr> {
    let told = serde_json::json!({ "step": step.name() });
    Entry::of(what).by(by).on("person", person).telling(told).write(tx, clock).await
}

/// Tells a person by letter what has changed, so that somebody else who did it is found out.
pub async fn tell(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    changed: Changed,
) -> Result<(), DbErr> {
    let Some(found) = persons::by_id(tx, person).await? else { return Ok(()) };
    let t = Text::new(found.lang());
    for to in persons::addresses(tx, person).await? {
        jobs::enqueue(tx, clock, &letter::changed(t, clock, &to, changed)).await?;
    }
    Ok(())
}

/// Takes one of a person's own away. When it was the last that they could be asked for, no session of
/// theirs counts as proved any more.
pub async fn remove(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    passkey: Option<Uuid>,
) -> Result<(), Refused> {
    let (is_gone, step) = match passkey {
        Some(id) => (passkeys::remove(tx, person, id).await?, Step::Passkey),
        None => (totp::remove(tx, person).await?, Step::App),
    };
    if !is_gone {
        return Err(Refused::NotThere);
    }
    if !of(tx, person).await?.any() {
        recovery::remove(tx, person).await?;
        sessions::unprove(tx, person).await?;
    }
    Ok(log(tx, clock, What::StepRemoved, (person, Some(person)), step).await?)
}

/// Takes all of them away, from somebody who has lost them: they log in anew and set them up anew.
pub async fn reset(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    by: Option<Uuid>,
) -> Result<(), Refused> {
    if !of(tx, person).await?.any() {
        return Err(Refused::NotThere);
    }
    totp::remove(tx, person).await?;
    passkeys::remove_all(tx, person).await?;
    recovery::remove(tx, person).await?;
    right(tx, person).await?;
    sessions::end_all_telling(tx, clock, (person, None), Ended::StepsReset).await?;
    tell(tx, clock, person, Changed::Reset).await?;
    let entry = Entry::of(What::StepsReset).by(by).on("person", person);
    Ok(entry.write(tx, clock).await?)
}

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    passkeys::sweep(db, now).await
}
