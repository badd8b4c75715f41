//! One stamp, one letter: a form that is sent twice, or six times at once, is answered alike and sends one.
//!
//! A stamp that is used waits in the queue, under its digest, until it is too old to be used anyway.
//! So all copies of the server know of it, also when the letter has left and nothing is kept of it.

use serde::{Deserialize, Serialize};
use time::Duration;

use super::{LONGEST, Stamp};
use crate::clock::Clock;
use crate::db::{self, AsDbErr, Db, DbErr, Tx, Work};
use crate::files::digest;
use crate::jobs::{self, Job};
use crate::mail::Letter;

/// A stamp that has let a letter through. When it is run, it is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Spent {
    /// A digest of the letter and the stamp: who does not have the stamp can't guess at the letter.
    letter: String,
}

impl Job for Spent {
    const NAME: &'static str = "spent_stamp";
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Now,
    /// The very same has been sent with this stamp.
    Before,
    /// Something else has been sent with this stamp, and this is not sent.
    Other,
}

/// Sends the letter unless the stamp has let one through. `count` is asked only for one that is to be
/// sent, in the transaction that sends it, so what is not sent is not counted; what it refuses is not
/// sent, and its stamp is as good as it was.
pub async fn send_once<E, C>(
    db: &Db,
    clock: &Clock,
    stamp: Stamp,
    letter: &Letter,
    count: C,
) -> Result<Sent, E>
where
    E: From<DbErr> + AsDbErr + Send + 'static,
    C: for<'c> Fn(&'c Tx) -> Work<'c, (), E> + Send + Sync,
{
    let key = digest(stamp.0.as_bytes());
    let Letter { to, reply_to, subject, text, id: _ } = letter;
    let said = serde_json::to_vec(&(stamp.0, to, reply_to, subject, text));
    let said = said.map_err(|error| E::from(DbErr::Json(error.to_string())))?;
    let spent = Spent { letter: digest(&said) };
    let due = clock.now() + LONGEST + Duration::MINUTE;
    db::transaction(db, |tx| {
        let (letter, clock, counted) = (letter.clone(), clock.clone(), count(tx));
        let (key, spent) = (key.clone(), spent.clone());
        Box::pin(async move {
            // Written first: another with the same stamp waits here, and then finds it.
            if !jobs::enqueue_once(tx, &clock, &spent, &key, due).await? {
                let before: Option<Spent> = jobs::waiting_under(tx, &key).await?;
                let is_same = before.is_none_or(|before| before.letter == spent.letter);
                return Ok(if is_same { Sent::Before } else { Sent::Other });
            }
            counted.await?;
            jobs::enqueue(tx, &clock, &letter).await?;
            Ok(Sent::Now)
        })
    })
    .await
}
