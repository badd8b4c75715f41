//! Whoever can't use something here says so, without logging in: it goes by letter to those who run the
//! site, and is kept for them until they have seen to it.

mod letter;
mod list;
mod samples;
mod store;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::Text;
use crate::kinds::Kinds;
use crate::limits::{Declared, per_hour};
use crate::people::{persons, roles};
use crate::rights::{Right, RoleKind};
use crate::room::{Room, Route};
use crate::seal::{Sent, send_once};
use crate::web::{Frame, Visit};

pub const ROOM: Room = Room {
    name: "barriers",
    routes,
    meters: &[&REPORTS],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// Reports that are sent: a form that is refused costs nothing.
const REPORTS: Declared = Declared {
    name: "barrier_reports",
    shared: true,
    quota: |limits| per_hour(limits.forms_per_hour),
};

fn routes(_: &Kinds) -> Vec<Route> {
    const OPERATOR: Right = Right::WithRole(&[RoleKind::Administrator]);
    vec![
        Route::get("/{lang}/meld-hinder", Right::Anybody, show),
        Route::post("/{lang}/meld-hinder", Right::Anybody, send),
        Route::get("/{lang}/meld-hinder/sendt", Right::Anybody, sent),
        Route::get("/{lang}/meldte-hindre", OPERATOR, list::show),
        Route::post("/{lang}/meldte-hindre", OPERATOR, list::send),
    ]
}

#[derive(Template)]
#[template(path = "barriers/form.html")]
struct Form {
    t: Text,
    frame: Frame,
    action: String,
    stamp: String,
    fields: View,
}

#[derive(Template)]
#[template(path = "barriers/sent.html")]
struct SentPage {
    t: Text,
    frame: Frame,
}

/// What the stamp of the form is for.
const PURPOSE: &str = "barriers";

/// No address of ours that is worth telling of is longer.
const LONGEST: usize = 300;

fn path(lang: &str) -> String {
    format!("/{lang}/meld-hinder")
}

fn frame(app: &App, visit: &Visit, key: &str) -> Frame {
    let heading = visit.t.plain(key);
    Frame::new(app, visit, &heading).form().under(&heading, path(visit.lang().code()))
}

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let mut filled = Filled::empty();
    // The page that they come from, as its foot tells it. It is shown as it is typed, and can be changed.
    let query = visit.parameters()?;
    let from: String = query.get("side").unwrap_or_default().chars().take(LONGEST).collect();
    if !from.is_empty() {
        filled.typed.set(letter::WHERE, format!("/{}/{from}", visit.lang().code()));
    }
    page(&app, &visit, &filled)
}

fn page(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let stamp = app.seal.renewed(PURPOSE, filled.typed.value("stempel"), &app.clock);
    stamped(app, visit, filled, stamp)
}

/// The same form again, with the stamp that it came with: should it have been saved after all, it still
/// goes once.
fn unsaved(app: &App, visit: &Visit, filled: Filled) -> Reply {
    let filled = filled.unsaved();
    let stamp = filled.typed.value("stempel").to_owned();
    stamped(app, visit, &filled, stamp).map(crate::web::unsaved)
}

fn stamped(app: &App, visit: &Visit, filled: &Filled, stamp: String) -> Reply {
    let t = visit.t;
    let mut frame = frame(app, visit, "barriers-heading");
    frame.refused = filled.is_refused();
    let page = Form {
        t,
        frame,
        action: path(t.lang.code()),
        stamp,
        fields: View::new(t, &letter::form(), filled, &RegisterNames::default()),
    };
    let mut response = crate::web::page(filled.status(), &page)?;
    // The stamp is for this reader and this moment.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let filled = Filled::receive(request, &letter::form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled);
    }
    let stamp = filled.typed.value("stempel");
    let stamp = match app.seal.check(PURPOSE, stamp, app.clock.now()) {
        Ok(stamp) => stamp,
        Err(broken) => {
            return page(&app, &visit, &filled.and([letter::fault_of_stamp(broken)]));
        }
    };
    let there = crate::web::see_other(&format!("{}/sendt", path(visit.lang().code())));
    // A field that people don't see: what fills it in is told that all went well.
    if !filled.typed.value("nettsted").is_empty() {
        return Ok(there);
    }
    let to = match operator(&app).await {
        Ok(to) => to,
        Err(error) if error.will_pass() => return unsaved(&app, &visit, filled),
        Err(error) => return Err(error),
    };
    let letter = letter::write(&app, visit.t, &to, &filled);
    let report = letter::report(&app, &filled);
    let sent = send_once::<Error, _>(&app.db, &app.clock, stamp, &letter, |tx| {
        let (limits, asker) = (app.limits.clone(), visit.asker.clone());
        let report = report.clone();
        Box::pin(async move {
            limits.count_in(tx, &REPORTS, &asker).await?;
            // The letter may come to nobody, or only after a day: the report is there at once.
            Ok(store::keep(tx, report).await?)
        })
    });
    match sent.await {
        Ok(Sent::Now | Sent::Before) => Ok(there),
        Ok(Sent::Other) => page(&app, &visit, &filled.and([letter::fault_of_another()])),
        Err(Error::TooMany { retry_after }) => {
            let mut answer =
                page(&app, &visit, &filled.and([letter::fault_of_limit(retry_after)]))?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) if error.will_pass() => unsaved(&app, &visit, filled),
        Err(error) => Err(error),
    }
}

/// Who runs the site: the address that the settings name, else the first administrator, else whoever
/// letters come from. So what is sent always reaches somebody.
async fn operator(app: &App) -> Result<String, Error> {
    if let Some(address) = &app.settings.feedback_address {
        return Ok(address.clone());
    }
    let today = oslo_day(app.clock.now());
    let held = roles::at(&app.db, None, today).await?;
    let administrators = held.iter().filter(|row| row.kind == RoleKind::Administrator.name());
    let administrators: Vec<Uuid> = administrators.map(|row| row.person_id).collect();
    let open = persons::open(&app.db, administrators.iter().copied().collect()).await?;
    let able = administrators.into_iter().filter(|person| open.contains(person));
    for person in able.take(MOST_ASKED) {
        if let Some(address) = persons::addresses(&app.db, person).await?.first() {
            return Ok(address.clone());
        }
    }
    Ok(letter::address_in(&app.settings.mail_from))
}

/// So many administrators are looked at for one who has an address.
const MOST_ASKED: usize = 5;

async fn sent(State(app): State<App>, visit: Visit) -> Reply {
    let page = SentPage { t: visit.t, frame: frame(&app, &visit, "barriers-sent-heading") };
    crate::web::page(StatusCode::OK, &page)
}
