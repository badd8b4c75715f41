//! A measure that is paused, taken up again, or ended.

use axum::extract::{Request, State};

use super::super::{LIMIT, SEEN, refused};
use super::{At, found};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::Submitted;
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Counting, Refused, Standing, Writer};

/// The button, which says what is to be.
pub const STATE: &str = "telles";
/// In the address of the page: somebody had changed it meanwhile, and nothing was written.
pub const STALE: &str = "imens";

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    found(&app, &visit, at, Standing::Writes).await?;
    let sent = Submitted::receive(request, LIMIT).await;
    let seen = sent.value(SEEN).parse().unwrap_or(0);
    let wanted = Counting::named(sent.value(STATE)).ok_or(Error::NotUnderstood(STATE))?;
    let here = at.path(visit.lang());
    match save(&app, &visit, at, (seen, wanted)).await {
        Ok(()) => Ok(crate::web::see_other(&here)),
        Err(Refused::Stale) => Ok(crate::web::see_other(&format!("{here}?{STALE}=ja"))),
        Err(error) => Err(refused(error)),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    at: At,
    (seen, wanted): (i32, Counting),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            writer.set_counting(at.id, (at.measure, seen), wanted).await
        })
    })
    .await
}
