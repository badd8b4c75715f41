//! Tells somebody about a page, by a letter from us: made so that nobody can send anything else by it.

mod letter;
mod links;
mod meters;
mod samples;
mod target;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};

use crate::app::{App, OwnPages};
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::Text;
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::seal::{Sent, send_once};
use crate::web::{Frame, Query, Visit};

use letter::{Limit, NotSent};
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
struct SentPage {
    t: Text,
    frame: Frame,
    target: TipPage,
}

fn frame(app: &App, visit: &Visit, key: &str) -> Frame {
    let heading = visit.t.plain(key);
    let here = format!("/{}/{}", visit.lang().code(), visit.path);
    Frame::new(app, visit, &heading).form().under(&heading, here)
}

async fn show(
    State(app): State<App>,
    Extension(pages): Extension<OwnPages>,
    visit: Visit,
) -> Reply {
    let target = TipPage::read(&app, pages, &visit).await?;
    page(&app, &visit, target, &Filled::empty())
}

fn page(app: &App, visit: &Visit, target: TipPage, filled: &Filled) -> Reply {
    let (purpose, before) = (purpose(&target), filled.typed.value("stempel"));
    let stamp = if filled.is_refused() {
        app.seal.renewed(&purpose, before, &app.clock)
    } else {
        app.seal.stamp(&purpose, &app.clock)
    };
    stamped(app, visit, target, filled, stamp)
}

/// The same form again, with the stamp that it came with: should the tip have been saved after all, it
/// still goes once.
fn unsaved(app: &App, visit: &Visit, target: TipPage, filled: Filled) -> Reply {
    let filled = filled.unsaved();
    let stamp = filled.typed.value("stempel").to_owned();
    stamped(app, visit, target, &filled, stamp).map(crate::web::unsaved)
}

fn stamped(app: &App, visit: &Visit, target: TipPage, filled: &Filled, stamp: String) -> Reply {
    let t = visit.t;
    let mut frame = frame(app, visit, "tips-heading");
    frame.refused = filled.is_refused();
    let page = Form {
        t,
        frame,
        action: format!("/{}/tips{}", t.lang.code(), side(&target)),
        stamp,
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

async fn send(
    State(app): State<App>,
    Extension(pages): Extension<OwnPages>,
    visit: Visit,
    request: Request,
) -> Reply {
    let (target, is_read) = match TipPage::read(&app, pages, &visit).await {
        // The page could not be made just now; what was typed is not lost for that.
        Err(Error::TooSlow) => (TipPage::unread(&app, &visit)?, false),
        target => (target?, true),
    };
    let form = letter::form();
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let filled = letter::look_through(filled);
    if !is_read {
        return unsaved(&app, &visit, target, filled);
    }
    // Every try counts here, so that no robot learns by trying what gets through.
    let tried = app.limits.count(&meters::TRIES, &visit.asker);
    if let Err(why) = letter::at(Limit::Tries, tried) {
        return not_sent(&app, &visit, target, filled, why);
    }
    if !filled.is_good() {
        return page(&app, &visit, target, &filled);
    }
    let stamp = filled.typed.value("stempel");
    let stamp = match app.seal.check(&purpose(&target), stamp, app.clock.now()) {
        Ok(stamp) => stamp,
        Err(broken) => {
            return page(&app, &visit, target, &filled.and([letter::fault_of_stamp(broken)]));
        }
    };
    let there = format!("/{}/tips/sendt{}", visit.lang().code(), side(&target));
    let there = crate::web::see_other(&there);
    // A field that people don't see: what fills it in is told that all went well.
    if !filled.typed.value("nettsted").is_empty() {
        return Ok(there);
    }
    let letter = letter::write(&app, visit.t, &target, &filled);
    let sent = send_once::<NotSent, _>(&app.db, &app.clock, stamp, &letter, |tx| {
        let (limits, asker, tip) = (app.limits.clone(), visit.asker.clone(), filled.clone());
        Box::pin(async move { letter::within_limits(tx, &limits, &asker, &tip).await })
    });
    match sent.await {
        Ok(Sent::Now | Sent::Before) => Ok(there),
        Ok(Sent::Other) => page(&app, &visit, target, &filled.and([letter::fault_of_another()])),
        Err(why) => not_sent(&app, &visit, target, filled, why),
    }
}

/// The same page again with what was typed, and when it may be sent.
fn not_sent(app: &App, visit: &Visit, target: TipPage, mut filled: Filled, why: NotSent) -> Reply {
    let reached = match why {
        NotSent::TooMany(reached) => reached,
        NotSent::Failed(error) if error.will_pass() => {
            return unsaved(app, visit, target, filled);
        }
        NotSent::Failed(error) => return Err(error),
    };
    filled.faults = vec![letter::fault_of_limit(reached, visit.t)];
    let mut answer = page(app, visit, target, &filled)?;
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(reached.seconds));
    Ok(answer)
}

async fn sent(
    State(app): State<App>,
    Extension(pages): Extension<OwnPages>,
    visit: Visit,
) -> Reply {
    let target = TipPage::read(&app, pages, &visit).await?;
    let page = SentPage { t: visit.t, frame: frame(&app, &visit, "tips-sent-heading"), target };
    crate::web::page(StatusCode::OK, &page)
}
