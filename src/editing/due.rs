//! A text's hour has come: it is published when the yes that it waits with still counts.

use serde_json::json;
use uuid::Uuid;

use super::approvals;
use super::save::Halt;
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::items::{self, PublishDue, Stage, Working, Writer, reviews};
use crate::people::{Entry, What};

pub async fn publish(app: App, due: PublishDue) -> Result<(), String> {
    let (item, number) = (due.item, due.number);
    if hold_back(&app, item, number).await.map_err(|halt| halt.to_string())? {
        return Ok(());
    }
    let published = items::publish_due(&app.db, &app.clock, app.kinds.stored(), due).await;
    published.map_err(|error| error.to_string())?;
    forget_asked(&app, item).await.map_err(|halt| halt.to_string())
}

/// Nobody is asked to look through what is public.
async fn forget_asked(app: &App, item: Uuid) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        Box::pin(async move {
            let found = Working::open(tx, item).await?;
            if found.is_some_and(|found| !found.is_draft()) {
                reviews::forget(tx, item).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Whoever said yes has lost the role that they said it by: the text goes back to be looked through, and
/// nothing of it is public. Tells whether it did.
async fn hold_back(app: &App, item: Uuid, number: i32) -> Result<bool, Halt> {
    db::transaction::<bool, Halt, _>(&app.db, |tx| {
        let (clock, kinds) = (app.clock.clone(), app.kinds.clone());
        Box::pin(async move {
            let Some(found) = Working::open(tx, item).await? else { return Ok(false) };
            let now = clock.now();
            let is_due = found.newest.publish_at.is_some_and(|at| *at <= now);
            let waits = found.stage() == Some(Stage::Scheduled) && found.newest.number == number;
            if !is_due || !waits || approvals::counts(tx, &found, oslo_day(now)).await? {
                return Ok(false);
            }
            let writer = Writer::new(tx, &clock, kinds.stored());
            writer.unschedule(item, found.number()).await?;
            let told = json!({ "revision": number });
            let entry = Entry::of(What::TextReturned).on("item", item).telling(told);
            entry.write(tx, &clock).await?;
            Ok(true)
        })
    })
    .await
}
