//! Keeps a table that is understood, all of it or nothing, and takes it back in one step.

use std::collections::BTreeSet;

use axum::extract::{Request, State};
use uuid::Uuid;

use super::{Asked, At, DIFFERS, Desk, INSTEAD, REPLACE, SENT, Table, WHY, found, kept};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Submitted, WHOLE};
use crate::improvement::{again, refused};
use crate::login::known;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Import, Imported, Refused, Writer};

/// What came along with the fields.
pub struct Given {
    sent: Uuid,
    /// The numbers that were shown as different.
    instead: BTreeSet<Uuid>,
}

impl Given {
    pub fn of(sent: &Submitted, app: &App) -> Self {
        let ids = sent.value(INSTEAD).split(',').filter_map(|id| Uuid::try_parse(id).ok());
        Self {
            sent: Uuid::try_parse(sent.value(SENT)).unwrap_or_else(|_| app.clock.random_id()),
            instead: ids.collect(),
        }
    }
}

pub(super) async fn keep(
    desk: &Desk<'_>,
    (table, asked): (&Table, &Asked),
    (filled, given): (Filled, Given),
) -> Reply {
    let (numbers, notes) = asked.outcome.as_ref().map(kept).unwrap_or_default();
    let replaces = filled.text(DIFFERS) == REPLACE;
    let import = Import {
        measure: desk.at.measure,
        sent: given.sent,
        numbers,
        notes,
        seen: given.instead,
        reason: replaces.then(|| filled.text(WHY).to_owned()),
    };
    let fault = match write(desk.app, desk.visit, desk.at.id, &import).await {
        Ok(done) => {
            let is_new = done.new + done.corrected > 0;
            let said = if is_new { "lagret" } else { "likt" };
            return Ok(crate::web::see_other(&format!("{}?{said}=ja", desk.here())));
        }
        Err(Refused::Twice(_)) => return changed(desk, table, filled).await,
        Err(Refused::Doubt(doubt)) => Fault::new(WHOLE, doubt.key()),
        Err(error) => {
            let page = |filled: &Filled| desk.second(table, asked, filled);
            return again(refused(error), filled, page);
        }
    };
    desk.second(table, asked, &filled.and([fault]))
}

/// Somebody has written one of them since it was shown: it is shown as it is now.
async fn changed(desk: &Desk<'_>, table: &Table, filled: Filled) -> Reply {
    let (open, measured) = found(desk.app, desk.visit, desk.at).await?;
    let desk = Desk { open: &open, measured: &measured, ..*desk };
    let mut typed = filled.typed;
    let asked = desk.asked(table, &mut typed);
    let fault = Fault::new(WHOLE, "improvement-paste-fault-changed");
    desk.second(table, &asked, &Filled::unread(typed).and([fault]))
}

async fn write(app: &App, visit: &Visit, work: Uuid, import: &Import) -> Result<Imported, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<Imported, Refused, _>(&app.db, |tx| {
        let (clock, who, import) = (app.clock.clone(), who.clone(), import.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).import(work, &import).await })
    })
    .await
}

/// Takes back all that came with one table.
pub(super) async fn undo(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, &at).await?;
    let sent = Submitted::receive(request, crate::improvement::LIMIT).await;
    let import = Uuid::try_parse(sent.value(SENT)).map_err(|_| Error::NotUnderstood(SENT))?;
    let who = known(&visit)?;
    let reason = visit.t.plain("improvement-paste-undo-reason");
    let undone = db::transaction::<usize, Refused, _>(&app.db, |tx| {
        let (clock, who, reason) = (app.clock.clone(), who.clone(), reason.clone());
        let (work, measure) = (at.id, at.measure);
        Box::pin(async move {
            Writer::new(tx, &clock, &who).undo_import(work, (measure, import), &reason).await
        })
    });
    undone.await.map_err(refused)?;
    let desk = Desk { app: &app, visit: &visit, at: &at, open: &open, measured: &measured };
    Ok(crate::web::see_other(&format!("{}?angret=ja", desk.here())))
}
