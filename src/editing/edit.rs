//! The page where a text is written. It works without script: each button sends the form.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::desk::{self, Beside, Desk};
use super::form::{HAND_IN, NEXT, NUMBER, SHOW};
use super::meeting::{Met, meet};
use super::numbers::{Spared, Unsaid};
use super::receipts::Receipt;
use super::save::{Halt, Sending, save};
use super::seek::{self, FIND};
use super::units::Kept;
use super::{Id, aside, form, handing, join, lost, numbers, path, unsaved};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Submitted};
use crate::items::WriteError;
use crate::library::fields::LIMIT;
use crate::web::visit::Named;
use crate::web::{Query, Visit};

/// Names the inputs where something was masked, in the address of the page after.
const MASKED: &str = "skjult";

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = match Desk::open(&app, &visit, id).await {
        Ok(desk) => desk,
        Err(error) => return led_on(&app, &visit, id, error).await,
    };
    let waiting = aside::of(&app.db, id, desk.who.id).await?;
    let unsaved = unsaved::of(&app.db, id, desk.who.id).await?;
    let filled = unsaved::over(&desk, desk.filled(&desk.content), &unsaved);
    let masked = visit.parameters()?.all(MASKED).map(str::to_owned).collect();
    let is_partly = filled.is_refused();
    let aside = waiting.map(|row| row.base);
    let beside = Beside { masked, aside, is_partly, ..Beside::default() };
    desk.page(&app, &visit, (StatusCode::OK, &filled), beside).await
}

/// Whoever may read it and not write is led to where they do: its address is what colleagues send each other.
async fn led_on(app: &App, visit: &Visit, id: Uuid, error: Error) -> Reply {
    if !matches!(error, Error::Forbidden) || desk::open(app, visit, id).await.is_err() {
        return Err(error);
    }
    Ok(crate::web::see_other(&format!("{}/steg", path(visit.lang().code(), id))))
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let mut sent = Submitted::receive(request, LIMIT).await;
    form::one_line(&mut sent);
    match Desk::open(&app, &visit, id).await {
        Ok(desk) => Box::pin(take(&app, &visit, desk, sent)).await,
        Err(error) => lost::answer(&app, &visit, &sent, error),
    }
}

/// Saves what came, or shows the form again with what is wrong.
pub async fn take(app: &App, visit: &Visit, desk: Desk, mut sent: Submitted) -> Reply {
    let id = desk.item.item.id;
    let unsaid = Unsaid::of(&sent);
    let known = numbers::of(&app.db, &desk.item.item).await?;
    let (masked, spared) = numbers::mask(&app.seal, id, &known, &mut sent);
    let unsaid = unsaid.or_absent(&app.seal, &known, (&sent, spared.as_ref()));
    let filled = Filled::of_sent(sent, &desk.form, &desk.known);
    let is_shown = [SHOW, FIND].iter().any(|name| !filled.typed.value(name).is_empty());
    if is_shown {
        // What a browser had kept, or what was looked for: on the page, and not saved yet.
        let filled = Filled::unread(filled.typed);
        let beside = Beside { masked, ..Beside::default() };
        return desk.page(app, visit, (StatusCode::OK, &filled), beside).await;
    }
    let filled = desk.looked_through(filled);
    let kept = desk.kept(&filled);
    let Some(kept) = kept.filter(|_| filled.is_good() && unsaid.is_nothing()) else {
        let beside = Beside { masked, unsaid, ..Beside::default() };
        return Box::pin(refused(app, visit, desk, (filled, spared), beside)).await;
    };
    let sending = sending(app, &desk, &filled, kept, false).await?;
    let sending = Sending { spared, ..sending };
    match save(app, &sending).await {
        Ok(number) => Ok(crate::web::see_other(&after(visit, (id, number), &filled, &masked))),
        Err(Halt::Write(WriteError::Stale { .. })) => {
            Box::pin(met(app, visit, &sending, &masked)).await
        }
        Err(halt) => match Error::from(halt) {
            error if error.will_pass() => {
                let filled = filled.unsaved();
                let beside = Beside { masked, ..Beside::default() };
                let page = desk.page(app, visit, (filled.status(), &filled), beside).await;
                page.map(crate::web::unsaved)
            }
            error => lost::answer(app, visit, &filled.typed, error),
        },
    }
}

/// What is to be saved, with what the text makes use of.
pub async fn sending(
    app: &App,
    desk: &Desk,
    filled: &Filled,
    kept: Kept,
    by_itself: bool,
) -> Result<Sending, Error> {
    let mut sending = desk.sending(&filled.typed, kept, by_itself);
    if let Some(uses) = seek::chosen(app, desk, &filled.typed).await? {
        sending.written.draft.content.uses = uses;
    }
    Ok(sending)
}

/// The page once more, with what is wrong. What is right does not wait for it: it is saved, as the script
/// would, and what they say of a number with it; only what others read is taken back by no form that is not good.
async fn refused(
    app: &App,
    visit: &Visit,
    desk: Desk,
    (mut filled, spared): (Filled, Option<Spared>),
    mut beside: Beside,
) -> Reply {
    // Something else may be wrong than the fields: what is said of a number.
    let is_told = filled.is_refused() || !filled.is_sent();
    let status = if is_told { filled.status() } else { StatusCode::UNPROCESSABLE_ENTITY };
    let Some(kept) = desk.kept(&filled) else {
        return desk.page(app, visit, (status, &filled), beside).await;
    };
    let is_spared = spared.is_some();
    let sending = Sending { spared, ..sending(app, &desk, &filled, kept, true).await? };
    let saved = save(app, &sending).await;
    beside.is_partly = saved.is_ok();
    if let Ok(number) = saved {
        // The next is written on what was saved just now.
        filled.typed.set(NUMBER, number.to_string());
        // It is known from now on, and another may be told of.
        for input in [numbers::WHICH, numbers::REASON].into_iter().filter(|_| is_spared) {
            filled.typed.set(input, "");
        }
    }
    let desk = Desk::open(app, visit, desk.item.item.id).await?;
    desk.page(app, visit, (status, &filled), beside).await
}

/// Somebody has saved meanwhile: what joins itself is joined, and else both texts are kept, and stand side
/// by side.
async fn met(app: &App, visit: &Visit, sending: &Sending, masked: &[String]) -> Reply {
    let here = path(visit.lang().code(), sending.item);
    match meet(app, visit, sending).await? {
        // Before they go on they see what they have not written themselves.
        Met::Joined { .. } if masked.is_empty() => {
            Ok(crate::web::see_other(&Receipt::Joined.on(&here)))
        }
        Met::Joined { .. } => Ok(crate::web::see_other(&told_of_masked(&here, masked))),
        Met::Apart => join::apart(app, visit, sending.item, Vec::new()).await,
        Met::Struck(unkept) => join::apart(app, visit, sending.item, unkept).await,
    }
}

/// Where a text is written, with what was masked in it.
pub fn told_of_masked(here: &str, masked: &[String]) -> String {
    let told = masked.iter().fold(Query::default(), |query, name| query.and(MASKED, name));
    format!("{here}{told}")
}

/// Where the button leads that was pressed.
fn after(visit: &Visit, (id, number): (Uuid, i32), filled: &Filled, masked: &[String]) -> String {
    let here = path(visit.lang().code(), id);
    match filled.typed.value(NEXT) {
        // Nobody goes on before they have been told.
        _ if !masked.is_empty() => told_of_masked(&here, masked),
        HAND_IN => handing::address(&here, number),
        "forhandsvis" => format!("{here}/forhandsvis"),
        "steg" => Receipt::Saved.on(&format!("{here}/steg")),
        _ => Receipt::Saved.on(&here),
    }
}
