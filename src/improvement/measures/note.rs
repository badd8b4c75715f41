//! Something that happened, for the chart of one measure alone.

use axum::extract::{Request, State};
use serde_json::Value;
use time::Date;

use super::super::note::{DAY, WORDS, day, form};
use super::super::{again, received, refused};
use super::{Asked, At, found};
use crate::app::App;
use crate::db;
use crate::error::Reply;
use crate::forms::Filled;
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Measured, Open, Refused, Standing, Writer};

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Advises).await?;
    page(&app, &visit, (&open, &measured), &Filled::empty())
}

fn page(app: &App, visit: &Visit, (open, measured): (&Open, &Measured), filled: &Filled) -> Reply {
    let asked = Asked::of(open, measured, "improvement-note", visit.t).to("merke");
    asked.page(app, visit, &form(), filled)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Advises).await?;
    let mut filled = received(&app, &visit, request, &form()).await?;
    let read = filled.value.get(DAY).and_then(Value::as_str).map(|text| day(&app, text));
    let mut on = None;
    match read {
        Some(Ok(day)) => on = Some(day),
        Some(Err(fault)) => filled = filled.and([fault]),
        None => {}
    }
    let Some(day) = on.filter(|_| filled.is_good()) else {
        return page(&app, &visit, (&open, &measured), &filled);
    };
    match save(&app, &visit, at, (day, filled.text(WORDS))).await {
        Ok(()) => Ok(crate::web::see_other(&at.path(visit.lang()))),
        Err(error) => {
            again(refused(error), filled, |filled| page(&app, &visit, (&open, &measured), filled))
        }
    }
}

async fn save(app: &App, visit: &Visit, at: At, (day, words): (Date, &str)) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, words) = (app.clock.clone(), who.clone(), words.to_owned());
        Box::pin(async move {
            Writer::new(tx, &clock, &who).note(at.id, Some(at.measure), day, words).await?;
            Ok(())
        })
    })
    .await
}
