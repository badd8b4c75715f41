//! The page that asks for which period.

use askama::Template;
use axum::extract::State;
use time::Date;
use uuid::Uuid;

use super::{At, gather};
use crate::app::App;
use crate::dates::{PartialDate, oslo_day};
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "archive/page.html")]
struct Page {
    t: Text,
    frame: Frame,
    place: String,
    action: String,
    fields: View,
}

const LIMIT: usize = 16 * 1024;
const FROM: &str = "fra";
const TO: &str = "til";

fn form() -> Form {
    let fields = [
        Field::new(FROM, "archive-from", FieldKind::Date).sure().needed(),
        Field::new(TO, "archive-to", FieldKind::Date).sure().needed(),
    ];
    Form::new(LIMIT, fields)
}

pub async fn show(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    let place = place(&app, at).await?;
    page(&app, &visit, (at, &place), &Filled::empty())
}

/// What it is called today.
pub async fn place(app: &App, at: Uuid) -> Result<String, Error> {
    let today = oslo_day(app.clock.now());
    gather::named(&app.db, at, today).await?.ok_or(Error::NotFound)
}

pub fn page(app: &App, visit: &Visit, (at, place): (Uuid, &str), filled: &Filled) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain("archive-heading"));
    let access = format!("/{}/tilgang/{at}", t.lang.code());
    let here = format!("{access}/arkiv");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()));
    frame = frame.under(place, access).under(&heading, &here);
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        place: place.to_owned(),
        action: format!("{here}.zip"),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

/// The period of the address: the first day and the last, or what is wrong with them.
pub fn period(query: &Query) -> (Filled, Option<(Date, Date)>) {
    let mut typed = Submitted::default();
    for (name, value) in query.pairs() {
        typed.add(name, value);
    }
    let filled = Filled::read(&form(), typed, &RegisterNames::default());
    if filled.is_refused() {
        return (filled, None);
    }
    let date = |name| filled.text(name).parse::<PartialDate>().ok();
    let period = date(FROM).zip(date(TO)).map(|(from, to)| (from.first_day(), to.last_day()));
    match period {
        Some((from, to)) if from <= to => (filled, Some((from, to))),
        _ => (filled.and([Fault::new(TO, "archive-fault-order")]), None),
    }
}
