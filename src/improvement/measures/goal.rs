//! What is aimed at, from a day on: the goals before it stay in the chart.

use axum::extract::{Request, State};
use serde_json::Value;

use super::super::{LIMIT, again, read_of, refused, said, sure};
use super::{Asked, At, found, plan};
use crate::app::App;
use crate::dates::PartialDate;
use crate::db;
use crate::error::Reply;
use crate::forms::{Field, FieldKind, Filled, Form, Submitted};
use crate::login::known;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Measured, Open, Refused, Shape, Standing, Writer};

const VALUE: &str = "verdi";
const FROM: &str = "fra";
const BY: &str = "innen";

/// The number of a field as a chart has it: a share is typed in per cent, and kept as one of one.
pub fn value(filled: &Filled, key: &str, shape: Shape) -> Option<f64> {
    let typed = filled.value.get(key).and_then(Value::as_f64)?;
    Some(if shape == Shape::Share { typed / 100.0 } else { typed })
}

/// What is to be reached before it is aimed at.
fn backwards(filled: &Filled) -> Option<Fault> {
    let date = |key: &str| filled.value.get(key)?.as_str()?.parse::<PartialDate>().ok();
    let (from, by) = (date(FROM)?, date(BY)?);
    (by.last_day() < from.first_day()).then(|| Fault::new(BY, "measures-fault-backwards"))
}

fn form() -> Form {
    let number = FieldKind::Number { min: -plan::MOST, max: plan::MOST, decimals: 3 };
    let value = Field::new(VALUE, "improvement-goal", number).needed();
    Form::new(
        LIMIT,
        [
            value.helped("improvement-goal-help"),
            Field::new(FROM, "measures-goal-from", FieldKind::Date)
                .helped("measures-goal-from-help"),
            Field::new(BY, "improvement-aim-by", FieldKind::Date).helped("improvement-aim-by-help"),
        ],
    )
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    page(&app, &visit, (&open, &measured), &Filled::empty())
}

fn page(app: &App, visit: &Visit, (open, measured): (&Open, &Measured), filled: &Filled) -> Reply {
    let asked = Asked::of(open, measured, "measures-goal", visit.t).to("mal");
    asked.page(app, visit, &form(), filled)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let unit = measured.definition.unit.as_str();
    let doubt = sure::goal(&mut sent, VALUE, (Some(said::shape(&measured)), unit));
    let filled = read_of(&app, &visit, sent, &form()).await?.and(doubt);
    let backwards = backwards(&filled);
    let filled = filled.and(backwards);
    let aimed = value(&filled, VALUE, said::shape(&measured)).filter(|_| filled.is_good());
    let Some(aimed) = aimed else {
        return page(&app, &visit, (&open, &measured), &filled);
    };
    match save(&app, &visit, at, (aimed, &filled)).await {
        Ok(()) => Ok(crate::web::see_other(&at.path(visit.lang()))),
        Err(error) => {
            again(refused(error), filled, |filled| page(&app, &visit, (&open, &measured), filled))
        }
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    at: At,
    (aimed, filled): (f64, &Filled),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let date = |key: &str| -> Option<PartialDate> {
        filled.value.get(key).and_then(Value::as_str).and_then(|date| date.parse().ok())
    };
    let (from, by) = (date(FROM).map(PartialDate::first_day), date(BY));
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            writer.set_goal(at.id, at.measure, (aimed, from), by).await
        })
    })
    .await
}
