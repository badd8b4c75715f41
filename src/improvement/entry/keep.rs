//! One number that was sent, by the form or out of a phone's queue: what it asks for, and its way into the store.

use uuid::Uuid;

use crate::app::App;
use crate::db;
use crate::i18n::Text;
use crate::login::known;
use crate::web::Visit;
use crate::work::{Entered, Entry, Refused, Tally, Writer};

#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    Number(Entry),
    /// One tap, one event.
    Tally(Tally),
    /// The number of a measure that was sent under this name is taken back.
    Undo {
        measure: Uuid,
        sent: Uuid,
    },
}

/// Each in a transaction of its own: one that is refused costs no other.
pub async fn keep(app: &App, visit: &Visit, work: Uuid, asked: &Asked) -> Result<Entered, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let reason = undone(visit.t);
    db::transaction::<Entered, Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        let (asked, reason) = (asked.clone(), reason.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match asked {
                Asked::Number(entry) => writer.enter(work, &entry).await,
                Asked::Tally(tally) => writer.tally(work, tally).await,
                Asked::Undo { measure, sent } => writer.undo(work, (measure, sent), &reason).await,
            }
        })
    })
    .await
}

/// Why a number was taken back, in the history.
fn undone(t: Text) -> String {
    t.plain("entry-undone")
}
