//! A mark, a goal or a note that is taken away; what it said stays in the log.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::super::{LIMIT, refused};
use super::{At, found};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::Submitted;
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Refused, Standing, Writer};

/// What is sent along: the id of one of these.
const MARK: &str = "inndeling";
const GOAL: &str = "mal";
const NOTE: &str = "merke";

#[derive(Clone, Copy)]
enum Gone {
    Mark(Uuid),
    Goal(Uuid),
    Note(Uuid),
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    found(&app, &visit, at, Standing::Writes).await?;
    let sent = Submitted::receive(request, LIMIT).await;
    let id = |name: &str| Uuid::try_parse(sent.value(name)).ok();
    let gone = id(MARK).map(Gone::Mark).or_else(|| id(GOAL).map(Gone::Goal));
    let gone = gone.or_else(|| id(NOTE).map(Gone::Note)).ok_or(Error::NotUnderstood("bort"))?;
    save(&app, &visit, at, gone).await.map_err(refused)?;
    Ok(crate::web::see_other(&at.path(visit.lang())))
}

async fn save(app: &App, visit: &Visit, at: At, gone: Gone) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match gone {
                Gone::Mark(mark) => writer.drop_mark(at.id, (at.measure, mark)).await,
                Gone::Goal(goal) => writer.drop_goal(at.id, (at.measure, goal)).await,
                Gone::Note(note) => writer.drop_note(at.id, note).await,
            }
        })
    })
    .await
}
