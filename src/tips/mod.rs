//! Tells somebody about a page, by a letter from us: made so that nobody can send anything else by it.

mod letter;
mod links;
mod meters;
mod samples;
mod target;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};

use crate::app::App;
use crate::db::{self, DbErr};
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::Text;
use crate::jobs;
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::{Frame, Query, Visit};

use letter::{Limit, Reached, Refused};
use target::TipPage;

pub const ROOM: Room =
    Room { name: "tips", routes, meters: meters::METERS, samples: samples::SAMPLES, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/{lang}/tips", Right::Anybody, show),
        Route::post("/{lang}/tips", Right::Anybody, send),
        Route::get("/{lang}/tips/sendt", Right::Anybody, sent),
    ]
}

#[derive(Template)]
#[template(path = "tips/form.html")]
struct Form {
    t: Text,
    frame: Frame,
    target: TipPage,
    action: String,
    stamp: String,
    fields: View,
    /// Just what the letter will say, so that nobody sends what they have not read.
    sample: String,
    /// So many to one address in a day, and so many from one sender.
    limits: Option<(u32, u32)>,
}

#[derive(Template)]
#[template(path = "tips/sent.html")]
struct Sent {
    t: Text,
    frame: Frame,
    target: TipPage,
}

fn frame(app: &App, visit: &Visit, key: &str) -> Frame {
    let heading = visit.t.plain(key);
    let here = format!("/{}/{}", visit.lang().code(), visit.path);
    Frame::new(app, visit, &heading).form().under(&heading, here)
}

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let target = TipPage::read(&app, &visit).await?;
    page(&app, &visit, target, &Filled::empty())
}

fn page(app: &App, visit: &Visit, target: TipPage, filled: &Filled) -> Reply {
    let t = visit.t;
    let mut frame = frame(app, visit, "tips-heading");
    frame.refused = filled.is_refused();
    let page = Form {
        t,
        frame,
        action: format!("/{}/tips{}", t.lang.code(), side(&target)),
        stamp: app.seal.stamp(&purpose(&target), app.clock.now()),
        sample: letter::sample(t, &target),
        limits: Some(app.settings.limits)
            .filter(|limits| limits.on)
            .map(|limits| (limits.tips_per_address_per_day, limits.tips_per_sender_per_day)),
        target,
        fields: View::new(t, &letter::form(), filled, &RegisterNames::default()),
    };
    let mut response = crate::web::page(filled.status(), &page)?;
    // A form holds a stamp of its own, and maybe what somebody typed.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn side(target: &TipPage) -> Query {
    Query::default().with("side", &target.path)
}

/// A stamp is good for a tip about this one page.
fn purpose(target: &TipPage) -> String {
    format!("tips:{}", target.path)
}

async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let target = TipPage::read(&app, &visit).await?;
    let form = letter::form();
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let mut filled = letter::look_through(filled);
    if filled.is_good() {
        let stamp = filled.typed.value("stempel");
        let stamp = app.seal.check(&purpose(&target), stamp, app.clock.now());
        filled.faults.extend(stamp.err().map(letter::fault_of_stamp));
    }
    // Every try counts here, so that no robot learns by trying what gets through.
    let tried = app.limits.count(&meters::TRIES, &visit.asker);
    if let Err(refused) = letter::at(Limit::Tries, tried) {
        return too_many(&app, &visit, target, filled, refused);
    }
    if !filled.is_good() {
        return page(&app, &visit, target, &filled);
    }
    let there = format!("/{}/tips/sendt{}", visit.lang().code(), side(&target));
    let there = crate::web::see_other(&there);
    // A field that people don't see: what fills it in is told that all went well.
    if !filled.typed.value("nettsted").is_empty() {
        return Ok(there);
    }
    if let Err(refused) = letter::within_limits(&app, &visit.asker, &filled) {
        return too_many(&app, &visit, target, filled, refused);
    }
    let letter = letter::write(&app, visit.t, &target, &filled);
    let clock = app.clock.clone();
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (letter, clock) = (letter.clone(), clock.clone());
        Box::pin(async move { jobs::enqueue(tx, &clock, &letter).await })
    })
    .await?;
    Ok(there)
}

/// The same page again with what was typed, and when it may be sent.
fn too_many(
    app: &App,
    visit: &Visit,
    target: TipPage,
    mut filled: Filled,
    refused: Refused,
) -> Reply {
    let (limit, Error::TooMany { retry_after: wait }) = refused else { return Err(refused.1) };
    let reached = Reached { limit, seconds: wait };
    filled.faults = vec![letter::fault_of_limit(reached, visit.t)];
    let mut answer = page(app, visit, target, &filled)?;
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    Ok(answer)
}

async fn sent(State(app): State<App>, visit: Visit) -> Reply {
    let target = TipPage::read(&app, &visit).await?;
    let page = Sent { t: visit.t, frame: frame(&app, &visit, "tips-sent-heading"), target };
    crate::web::page(StatusCode::OK, &page)
}
