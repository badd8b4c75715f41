//! Sends the letters that wait, and tells those who run the site of what does not come through.
//!
//! A form has said that a letter is on its way before any server has taken it. What is refused, or given
//! up after its last try, is kept by address until an administrator has seen to it; what it said is not.

mod list;
mod store;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::jobs::Worker;
use crate::kinds::Kinds;
use crate::mail::{Digest, Letter, Unsent};
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};

pub const ROOM: Room = Room { name: "outbox", routes, jobs, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    const OPERATOR: Right = Right::WithRole(&[RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/brev-som-ikke-kom-fram", OPERATOR, list::show),
        Route::post("/{lang}/brev-som-ikke-kom-fram", OPERATOR, list::send),
    ]
}

fn jobs(worker: Worker, app: &App) -> Worker {
    let (one, other) = (app.clone(), app.clone());
    let worker = worker
        .on(move |letter: Letter| send(one.clone(), letter))
        .on(move |digest: Digest| send_digest(other.clone(), digest));
    let (one, other) = (app.clone(), app.clone());
    worker
        .given_up_because(move |tx, letter: Letter, why| {
            Box::pin(store::keep(tx, lost(&one, &letter, why)))
        })
        .given_up_because(move |tx, digest: Digest, why| {
            Box::pin(store::keep(tx, lost(&other, &digest.letter, why)))
        })
}

async fn send(app: App, letter: Letter) -> Result<(), String> {
    let sent = app.post.send(&letter).await;
    settle(&app, &letter, sent).await
}

async fn send_digest(app: App, digest: Digest) -> Result<(), String> {
    let sent = app.post.send_digest(&digest).await;
    settle(&app, &digest.letter, sent).await
}

/// Where the other server says that there is no such mailbox, nothing is to be had by asking it for
/// hours: that is told at once.
async fn settle(app: &App, letter: &Letter, sent: Result<(), Unsent>) -> Result<(), String> {
    match sent {
        Ok(()) => Ok(()),
        Err(Unsent { why, is_final: false }) => Err(why),
        Err(Unsent { why, is_final: true }) => {
            let kept = store::keep(&app.db, lost(app, letter, why)).await;
            kept.map_err(|error| error.to_string())?;
            metrics::counter!("padriver_letters_refused_total").increment(1);
            Ok(())
        }
    }
}

fn lost(app: &App, letter: &Letter, why: String) -> store::Model {
    let (id, address) = (letter.id, letter.to.clone());
    store::Model { id, address, why, lost_at: app.clock.now().into() }
}
