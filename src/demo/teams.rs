//! Three teams with a year of numbers each, one that succeeded, one that did not and one that has just begun:
//! their workspaces, made of what their projects share and of what they keep beside it.

use serde_json::Value;
use uuid::Uuid;

use super::kept::{self, Kept};
use super::people;
use crate::app::App;
use crate::db;
use crate::error::Error;
use crate::items::{Shown, changes, read};
use crate::rights::{RoleKind, Who};
use crate::work::{Aim, Refused, Shared, Start, Status, TeamRole, Writer, of_item};

/// What their projects are called in the examples.
const TEAMS: [&str; 3] = ["eksempel-nattlys", "eksempel-faerre-ansikter", "eksempel-morketida"];

pub async fn fill(app: &App) -> Result<(), Error> {
    let Some(lead) = people::id(app, RoleKind::TeamLead).await? else { return Ok(()) };
    for team in TEAMS {
        let Some(item) = read::by_external_id(&app.db, team).await? else { continue };
        // A database that is given may have it already.
        if of_item(&app.db, item.id).await?.is_some() {
            continue;
        }
        let Some(shown) = changes::visible(&app.db, &[item.id]).await?.pop() else { continue };
        let Some(shared) = Shared::of(shown.content.work.as_ref()) else { continue };
        let kept = kept::of(team)?;
        let members = kept::members(app, &kept).await?;
        let written = begin(app, &people::who(lead), (&shown, &shared), (&kept, members)).await;
        written.map_err(|error| match error {
            Refused::Database(error) => error.into(),
            other => Error::Internal(format!("example {team}: {other}")),
        })?;
        kept::show(app, (lead, item.id), (&kept, &shared)).await?;
    }
    Ok(())
}

async fn begin(
    app: &App,
    who: &Who,
    (Shown { item, content, .. }, shared): (&Shown, &Shared),
    (kept, members): (&Kept, Vec<(Option<Uuid>, TeamRole)>),
) -> Result<(), Refused> {
    let place = content.facts.pointer("/responsible/0").and_then(Value::as_str);
    let start = Start {
        title: content.title.clone(),
        place: place.unwrap_or_default().to_owned(),
        place_id: None,
        centre_id: item.centre_id,
        lang: item.lang.clone(),
        item_id: Some(item.id),
        aim: Aim {
            what: shared.aim.what.clone(),
            whom: shared.aim.whom.clone(),
            much: shared.aim.much.clone(),
            by: shared.aim.by,
        },
    };
    let status = match content.facts.get("status").and_then(Value::as_str) {
        Some("completed") => Status::Finished,
        Some("planned") => Status::Planned,
        Some("stopped") => Status::Stopped,
        _ => Status::Active,
    };
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        let (start, shared) = (start.clone(), shared.clone());
        let (kept, members) = (kept.clone(), members.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            let work = writer.begin(start).await?;
            writer.bring(work, &shared).await?;
            Box::pin(kept::write(&writer, work, (&kept, members.as_slice()), &clock)).await?;
            writer.set_status(work, status, kept.progress).await
        })
    })
    .await
}
