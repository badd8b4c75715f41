//! What the script sends while somebody writes. The same form, the same rights and checks as by the
//! button; it says «saved» only when it is.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::desk::{Desk, mine, open, others, saved, told_saved};
use super::edit::sending;
use super::form::PERSON;
use super::meeting::{Met, meet};
use super::save::{Halt, Sending, be_seen, save};
use super::{Id, form, lost, may, numbers, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::{Working, WriteError};
use crate::library::fields::LIMIT;
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Visit, WholePage};

/// The answer: all its words are for the reader.
#[derive(Default, Serialize)]
struct Told {
    saved: bool,
    /// The revision that the next save is to name; to who has the page open, the newest of their own.
    number: i32,
    said: String,
    /// Who else is here.
    others: String,
    /// The ids of the fields where something was masked.
    masked: Vec<String>,
    /// The same fields with what is kept of each, so that none shows a number that is not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shown: Vec<(String, String)>,
    /// What another has changed meanwhile: the names of the inputs, and what they hold now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<(String, Vec<String>)>,
    /// Where two texts are joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    join: Option<String>,
    /// Whoever is logged in now is another than the page was made for: it is not for them to read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    away: bool,
    /// They can't write in this text any more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    lost: bool,
}

fn answer(status: StatusCode, told: Told) -> Response {
    let mut response = (status, Json(told)).into_response();
    response.extensions_mut().insert(WholePage);
    response
}

async fn said_of_others(
    app: &App,
    t: Text,
    item: &Working,
    but: uuid::Uuid,
) -> Result<String, Error> {
    let names = others(app, t, item.item.id, but).await?;
    if names.is_empty() {
        return Ok(String::new());
    }
    Ok(t.plain_with("editing-others", "names", names.join(", ")))
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let sent = Submitted::receive(request, LIMIT).await;
    let whose = sent.value(PERSON).to_owned();
    let answered = match Desk::open(&app, &visit, id).await {
        Ok(desk) => Box::pin(take(&app, &visit, &desk, sent)).await,
        Err(error) => Err(error),
    };
    answered.or_else(|error| told_lost(&visit, &whose, error))
}

/// Their right to it has ended while they wrote, or it is not there any more: that is told as what it is, and not
/// as if they were logged out. To a page of another nothing is told.
fn told_lost(visit: &Visit, whose: &str, error: Error) -> Reply {
    let said = lost::said(&error).filter(|_| visit.who.is_some());
    let Some(said) = said else { return Err(error) };
    if known(visit)?.id.to_string() != whose {
        return Err(error);
    }
    let said = visit.t.plain(said);
    Ok(answer(error.status(), Told { said, lost: true, ..Told::default() }))
}

async fn take(app: &App, visit: &Visit, desk: &Desk, mut sent: Submitted) -> Reply {
    let (t, id) = (visit.t, desk.item.item.id);
    form::one_line(&mut sent);
    let known = numbers::of(&app.db, &desk.item.item).await?;
    let (masked, spared) = numbers::mask(&app.seal, id, &known, &mut sent);
    let filled = Filled::of_sent(sent, &desk.form, &desk.known);
    let filled = desk.looked_through(filled);
    let shown = shown(&desk.form, &filled.typed, &masked);
    let masked: Vec<String> = shown.iter().map(|(id, _)| id.clone()).collect();
    let others = said_of_others(app, t, &desk.item, desk.who.id).await?;
    let number = desk.item.number();
    let not_saved = Told { number, others, masked, shown, ..Told::default() };
    let mut why = String::new();
    if filled.is_refused() {
        why = View::new(t, &desk.form, &filled, &desk.known).summary.in_line();
    }
    let Some(kept) = desk.kept(&filled) else {
        // Of a row that was asked for there is nothing to say: nothing is meant to be saved.
        let is_told = filled.is_refused();
        let said =
            if is_told { t.plain_with("editing-not-saved", "why", why) } else { String::new() };
        let status = if is_told { filled.status() } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok(answer(status, Told { said, ..not_saved }));
    };
    let sending = Sending { spared, ..sending(app, desk, &filled, kept, true).await? };
    match save(app, &sending).await {
        Ok(number) => {
            let told = Told { saved: true, number, said: saved_now(app, t, &why), ..not_saved };
            Ok(answer(StatusCode::OK, told))
        }
        Err(Halt::Write(WriteError::Stale { .. })) => {
            let met = Box::pin(meet(app, visit, &sending)).await?;
            Ok(told_of_both(app, t, id, met, (why.as_str(), not_saved)))
        }
        Err(Halt::HandedIn) => {
            let said = t.plain("editing-handed-in-by-itself");
            Ok(answer(StatusCode::CONFLICT, Told { said, ..not_saved }))
        }
        Err(halt) => Err(halt.into()),
    }
}

/// The fields where something was masked, by their ids, with what is left of each. Which number they are telling of
/// stays while they type: it is kept nowhere.
fn shown(form: &Form, typed: &Submitted, masked: &[String]) -> Vec<(String, String)> {
    let fields = masked.iter().filter_map(|path| Some((form.named(path)?.1, path)));
    let reason = masked.iter().filter(|input| *input == numbers::REASON);
    let all = fields.chain(reason.map(|input| (input.clone(), input)));
    all.map(|(id, path)| (id, typed.value(path).to_owned())).collect()
}

/// Saved now, but for what is wrong.
fn saved_now(app: &App, t: Text, why: &str) -> String {
    let now = app.clock.now();
    told_saved(t, &saved(t, now, now), why)
}

/// Another has saved meanwhile: what of theirs has been joined with it, or where both stand.
fn told_of_both(
    app: &App,
    t: Text,
    id: uuid::Uuid,
    met: Met,
    (why, not_saved): (&str, Told),
) -> Response {
    match met {
        Met::Joined { number, taken, fields } => {
            let names: Vec<&str> = taken.iter().map(Words::as_str).collect();
            let mut said = saved_now(app, t, why);
            if !names.is_empty() {
                said += ". ";
                said += &t.plain_with("editing-joined-in", "fields", names.join(", "));
            }
            let told = Told { saved: true, number, said, fields, ..not_saved };
            answer(StatusCode::OK, told)
        }
        Met::Apart => {
            let join = Some(format!("{}/forskjeller", path(t.lang.code(), id)));
            let said = t.plain("editing-met");
            answer(StatusCode::CONFLICT, Told { said, join, ..not_saved })
        }
        // What may not be kept of it is shown once, to who sends it by the button: till then the page has it.
        Met::Struck(_) => {
            let said = t.plain("editing-met-struck");
            answer(StatusCode::CONFLICT, Told { said, ..not_saved })
        }
    }
}

/// They have the page open: others are told, and they are told of others.
pub async fn here(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let who = known(&visit)?;
    let form = Form::new(4 * 1024, Vec::<Field>::new()).hiding([PERSON]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    // Before it is asked whether they may read it: they are told the same of every text.
    if filled.typed.value(PERSON) != who.id.to_string() {
        return Ok(answer(StatusCode::FORBIDDEN, Told { away: true, ..Told::default() }));
    }
    let whose = filled.typed.value(PERSON);
    let item = match open(&app, &visit, id).await {
        Ok((item, _)) if may::write(who, &item) => item,
        Ok(_) => return told_lost(&visit, whose, Error::Forbidden),
        Err(error) => return told_lost(&visit, whose, error),
    };
    be_seen(&app, id, who.id).await?;
    let others = said_of_others(&app, visit.t, &item, who.id).await?;
    // Whether what they sent has come: of what another has saved it says nothing.
    let told = Told { number: mine(&item, who.id), others, ..Told::default() };
    Ok(answer(StatusCode::OK, told))
}
