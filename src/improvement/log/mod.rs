//! What a team writes beside its numbers: small tests of change, its status, meetings and decisions, tasks, how users
//! and next of kin took part; and who changed what.

mod changes;
mod cycles;
mod form;
mod involved;
mod past;
mod plan;
mod sheet;
mod sheets;
mod status;
mod study;
#[cfg(test)]
mod tests;

use axum::extract::Request;
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use super::{LIMIT, SEEN, SENT, open, read_but, seen};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::forms::{Filled, Form, Submitted};
use crate::i18n::{Lang, Text, Words};
use crate::rights::Right;
use crate::room::{Route, Sample};
use crate::text::Fault;
use crate::web::Visit;
use crate::work::{Frequency, Open, Standing, Work, read_period};

pub use status::{Scale, scale};

/// Fields whose value is the id of a person or a row.
const WHO: &str = "hvem";
const IDEA: &str = "ide";
/// The number of the test that a new one goes on from.
const AFTER: &str = "etter";
/// Buttons: it is done; it is taken away.
const DONE: &str = "ferdig";
const DROP: &str = "ta_bort";
const HIDDEN: [&str; 5] = [SENT, SEEN, AFTER, DONE, DROP];

pub const SAMPLES: &[Sample] = &[Sample::of("involved", "/nb/medvirkning")];

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    let mut routes = vec![
        Route::get("/{lang}/arbeid/{id}/utprovinger", KNOWN, cycles::list),
        Route::get("/{lang}/arbeid/{id}/utprovinger/ny", KNOWN, plan::show),
        Route::post("/{lang}/arbeid/{id}/utprovinger/ny", KNOWN, plan::send),
        Route::get("/{lang}/arbeid/{id}/utprovinger/{nth}", KNOWN, cycles::show),
        Route::post("/{lang}/arbeid/{id}/utprovinger/{nth}", KNOWN, study::send),
        Route::get("/{lang}/arbeid/{id}/utprovinger/{nth}/plan", KNOWN, plan::show_old),
        Route::post("/{lang}/arbeid/{id}/utprovinger/{nth}/plan", KNOWN, plan::send_old),
        Route::get("/{lang}/arbeid/{id}/status", KNOWN, status::show),
        Route::post("/{lang}/arbeid/{id}/status", KNOWN, status::send),
        Route::get("/{lang}/arbeid/{id}/endringer", KNOWN, changes::show),
    ];
    routes.extend(sheets::routes());
    routes.push(Route::get("/{lang}/medvirkning", Right::Anybody, involved::show));
    routes
}

/// The work, for those who write in it.
async fn writable(app: &App, visit: &Visit, id: Uuid) -> Result<Open, Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Writes { Err(Error::Forbidden) } else { Ok(open) }
}

/// What the team wrote, in the language that they wrote it in.
fn own(t: Text, work: &Work, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&work.lang).unwrap_or(t.lang))
}

fn today(app: &App) -> Date {
    oslo_day(app.clock.now())
}

/// A form that was sent. What looks like an identity number is masked before anything is read of it, and
/// persons are stopped; an id that a choice has is none.
async fn received(
    app: &App,
    visit: &Visit,
    request: Request,
    form: &Form,
) -> Result<Filled, Error> {
    let sent = Submitted::receive(request, LIMIT).await;
    let is_id = |name: &&str| Uuid::try_parse(sent.value(name)).is_ok();
    let ids: Vec<&str> = HIDDEN.into_iter().chain([WHO, IDEA].into_iter().filter(is_id)).collect();
    read_but(app, visit, sent, form, &ids).await
}

/// What the sender calls it; without script the form carries it.
fn sent(app: &App, filled: &Filled) -> Uuid {
    Uuid::try_parse(filled.typed.value(SENT)).unwrap_or_else(|_| app.clock.random_id())
}

/// A day, or the first of a month.
fn day(app: &App, filled: &Filled, key: &'static str) -> Result<Option<Date>, Fault> {
    let Some(text) = filled.value.get(key).and_then(Value::as_str) else { return Ok(None) };
    let today = today(app);
    let read = read_period(Frequency::Day, text, today);
    let read = read.or_else(|_| read_period(Frequency::Month, text, today));
    read.map(Some).map_err(|_| Fault::new(key, "improvement-fault-day"))
}
