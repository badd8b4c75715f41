//! Takes away what is over: attempts, sessions, invitations, the oldest of the log, and accounts whose
//! owners have asked for it; and passes on what somebody left.

use std::time::Duration;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::clean;
use crate::adoptions;
use crate::app::App;
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db;
use crate::error::Error;
use crate::items::working;
use crate::people::{
    self, Refused, addresses, attempts, audit, ended, erasure, factors, handover, invitations,
    role_requests, sessions, vouching,
};
use crate::work;

const EVERY: Duration = Duration::from_mins(10);

/// Works until the task is dropped. Several copies may sweep at once.
pub async fn sweep(app: App) {
    loop {
        match once(&app).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "sessions, attempts, invitations and log swept"),
            Err(error) => tracing::warn!(%error, "sessions and attempts could not be swept"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Tells how many rows are gone.
pub async fn once(app: &App) -> Result<u64, Error> {
    let App { db, settings, clock, .. } = app;
    let (people, now) = (&settings.people, clock.now());
    let mut gone = attempts::sweep(db, people, now).await?;
    gone += sessions::sweep(db, clock, people).await?;
    gone += ended::sweep(db, now).await?;
    gone += role_requests::sweep(db, now).await?;
    gone += invitations::sweep(db, people, now).await?;
    gone += factors::sweep(db, now).await?;
    gone += vouching::sweep(db, now).await?;
    gone += addresses::sweep(db, now).await?;
    gone += audit::sweep(db, now - people.log()).await?;
    gone += presence(app).await?;
    gone += leave(app).await?;
    Ok(gone + erase(app).await?)
}

/// Who was writing where a day ago is nobody's business.
async fn presence(app: &App) -> Result<u64, Error> {
    Ok(working::forget_presence(&app.db, app.clock.now()).await?)
}

/// Ends the part that somebody has in the teams of a place that they have left, and of what came of it.
pub async fn leave_teams(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    over: &[(Uuid, Uuid)],
    left: (Uuid, Uuid),
    (heir, by): (Option<Uuid>, Option<Uuid>),
) -> Result<(), Refused> {
    for gone in people::gone_from(tx, over, left, oslo_day(clock.now())).await? {
        work::leave_unit(tx, clock, gone, heir, by).await.map_err(refused)?;
    }
    Ok(())
}

/// What somebody was writing where their role is over, or where the place is, passes on; so does what waits there.
async fn leave(app: &App) -> Result<u64, Error> {
    let network = Network::load(&app.db).await?;
    let passed = db::transaction::<u64, Refused, _>(&app.db, |tx| {
        let (clock, network) = (app.clock.clone(), network.clone());
        Box::pin(async move {
            let today = oslo_day(clock.now());
            let over = people::over(&network, today);
            let (ended, left) = handover::ended(tx, &clock).await?;
            for leaver in left {
                leave_teams(tx, &clock, &over, leaver, (None, None)).await?;
            }
            if over.is_empty() {
                return Ok(ended);
            }
            let mut moved = handover::merged(tx, &clock, &over).await?;
            moved += work::move_on(tx, &over).await?;
            moved += adoptions::move_on(tx, &over).await?;
            Ok(ended + moved)
        })
    });
    passed.await.map_err(told)
}

/// Erases those whose days to think again are over, each by themselves. One who is the last administrator
/// waits.
async fn erase(app: &App) -> Result<u64, Error> {
    let mut gone = 0;
    for person in erasure::due(&app.db, app.clock.now()).await? {
        let erased = db::transaction::<(), Refused, _>(&app.db, |tx| {
            let (clock, kinds) = (app.clock.clone(), app.kinds.clone());
            Box::pin(async move {
                erasure::carry_out(tx, &clock, kinds.stored(), person).await?;
                Ok(clean::later(tx, &clock).await?)
            })
        });
        match erased.await {
            Ok(()) => gone += 1,
            Err(Refused::Database(error)) => return Err(error.into()),
            Err(error) => tracing::warn!(%person, %error, "an account is not erased yet"),
        }
    }
    Ok(gone)
}

fn refused(error: work::Refused) -> Refused {
    match error {
        work::Refused::Database(error) => Refused::Database(error),
        _ => Refused::NotThere,
    }
}

fn told(error: Refused) -> Error {
    match error {
        Refused::Database(error) => error.into(),
        other => Error::Internal(other.to_string()),
    }
}
