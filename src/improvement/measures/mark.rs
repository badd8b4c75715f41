//! Something said of a place on the chart, with a reason: a new part, lines that are frozen, a number left
//! out.

use axum::extract::{Request, State};
use time::Date;

use super::super::{LIMIT, LINE, again, received, refused, said};
use super::{Asked, At, found};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::Reply;
use crate::forms::{Field, Filled, Form, alternatives};
use crate::i18n::Text;
use crate::login::known;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{
    MarkKind, Measured, Open, Refused, Standing, Unread, Writer, chart_of, read_period,
};

const KIND: &str = "hva";
const WHEN: &str = "tid";
const WHY: &str = "grunn";

fn form() -> Form {
    let kinds = alternatives(MarkKind::NAMES, |name| MarkKind::named(name).map(MarkKind::key));
    let when = Field::line(WHEN, "measures-mark-when", 40).needed();
    let why = Field::line(WHY, "measures-mark-why", LINE).needed();
    Form::new(
        LIMIT,
        [
            Field::choice(KIND, "measures-mark-kind", kinds).needed(),
            when.helped("improvement-when-other-help"),
            why.helped("measures-mark-why-help"),
        ],
    )
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    page(&app, &visit, (&open, &measured), &Filled::empty())
}

fn page(app: &App, visit: &Visit, (open, measured): (&Open, &Measured), filled: &Filled) -> Reply {
    let t = visit.t;
    let asked = Asked::of(open, measured, "measures-mark", t).to("inndeling");
    let lead = t.get("measures-mark-lead");
    Asked { lead, ..asked }.page(app, visit, &form(), filled)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    let mut filled = received(&app, &visit, request, &form()).await?;
    let today = oslo_day(app.clock.now());
    let mut place = None;
    if filled.is_good() {
        match read(visit.t, &measured, &filled, today) {
            Ok(read) => place = Some(read),
            Err(fault) => filled = filled.and([fault]),
        }
    }
    let Some(place) = place else {
        return page(&app, &visit, (&open, &measured), &filled);
    };
    match save(&app, &visit, at, (place, filled.text(WHY))).await {
        Ok(()) => Ok(crate::web::see_other(&at.path(visit.lang()))),
        Err(error) => {
            again(refused(error), filled, |filled| page(&app, &visit, (&open, &measured), filled))
        }
    }
}

/// A place on the chart, or why there is none.
fn read(
    t: Text,
    measured: &Measured,
    filled: &Filled,
    today: Date,
) -> Result<(MarkKind, Date), Fault> {
    let kind = MarkKind::named(filled.text(KIND)).ok_or_else(|| Fault::missing(KIND))?;
    let frequency = said::frequency(measured);
    let day = read_period(frequency, filled.text(WHEN), today).map_err(unread)?;
    let drawn = chart_of(measured, &[], &[]);
    let Some((first, last)) = drawn.and_then(|drawn| drawn.days()) else {
        return Err(Fault::new(WHEN, "measures-fault-no-numbers"));
    };
    let is_there = (first..=last).contains(&day);
    // Before the first point no part ends.
    if !is_there || kind == MarkKind::Split && day == first {
        let period = |day| said::period(t, frequency, day);
        let fault = Fault::new(WHEN, "measures-fault-outside");
        return Err(fault.filled("first", period(first)).filled("last", period(last)));
    }
    // There is nothing to leave out.
    let has_number = || measured.on(day).is_some_and(|one| one.value.is_some());
    if kind == MarkKind::Exclude && !has_number() {
        return Err(Fault::new(WHEN, "measures-fault-no-number"));
    }
    Ok((kind, day))
}

fn unread(why: Unread) -> Fault {
    let key = match why {
        Unread::Date(fault) => fault.key(),
        Unread::TooRough => "improvement-fault-rough",
        Unread::NoWeek => "improvement-fault-week",
    };
    Fault::new(WHEN, key)
}

async fn save(
    app: &App,
    visit: &Visit,
    at: At,
    ((kind, day), why): ((MarkKind, Date), &str),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, why) = (app.clock.clone(), who.clone(), why.to_owned());
        Box::pin(async move {
            Writer::new(tx, &clock, &who).mark(at.id, at.measure, (kind, day), &why).await?;
            Ok(())
        })
    })
    .await
}

/// The name of a period on a chart, for the lists below it.
pub fn period(t: Text, measured: &Measured, day: Date) -> String {
    let frequency = said::frequency(measured);
    said::period(t, frequency, frequency.first(day))
}
