//! The plan of a measure written anew: in other words, or with another meaning from now on.

use axum::extract::{Request, State};

use super::super::{LIMIT, SEEN, again, received, refused, seen};
use super::{Asked, At, found, plan};
use crate::app::App;
use crate::db;
use crate::error::Reply;
use crate::forms::{Alternative, Field, Filled, Form};
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{MeasureChange, Measured, Open, Refused, Standing, Writer};

const MEANS: &str = "betyr";
const SAME: &str = "samme";
const OTHER: &str = "noe_annet";

fn form(measured: &Measured) -> Form {
    let mut fields = plan::fields();
    if !measured.numbers.is_empty() {
        let same = Alternative::new(SAME, "measures-means-same");
        let other = Alternative::new(OTHER, "measures-means-other");
        let means = Field::choice(MEANS, "measures-means", vec![same, other]);
        fields.push(means.needed().helped("measures-means-help"));
    }
    Form::new(LIMIT, fields).hiding([SEEN])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    let filled = plan::filled(&measured);
    page(&app, &visit, (&open, &measured), &filled, (measured.row.number, false))
}

fn page(
    app: &App,
    visit: &Visit,
    (open, measured): (&Open, &Measured),
    filled: &Filled,
    (seen, is_stale): (i32, bool),
) -> Reply {
    let t = visit.t;
    let asked = Asked::of(open, measured, "measures-change", t).to("endre");
    let now = is_stale.then(|| plan::facts(t, open, measured));
    Asked { seen: Some(seen), now, ..asked }.page(app, visit, &form(measured), filled)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let before = found(&app, &visit, at, Standing::Writes).await?;
    let before = (&before.0, &before.1);
    let form = form(before.1);
    let filled = received(&app, &visit, request, &form).await?;
    let seen = seen(&filled);
    if !filled.is_good() {
        return page(&app, &visit, before, &filled, (seen, false));
    }
    match save(&app, &visit, at, (seen, &filled)).await {
        Ok(()) => Ok(crate::web::see_other(&at.path(visit.lang()))),
        Err(Refused::Stale) => {
            // Both are shown: what stands now, and what was typed. Sent again it takes its place.
            let (open, now) = found(&app, &visit, at, Standing::Writes).await?;
            page(&app, &visit, (&open, &now), &filled, (now.row.number, true))
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, before, filled, (seen, false))
        }),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    at: At,
    (seen, filled): (i32, &Filled),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let (kind, better, definition) = plan::of(visit.t, filled);
    let means_other = filled.text(MEANS) == OTHER;
    let new = MeasureChange { kind, better, definition, means_other };
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, new) = (app.clock.clone(), who.clone(), new.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            writer.change_measure(at.id, (at.measure, seen), new).await?;
            Ok(())
        })
    })
    .await
}
