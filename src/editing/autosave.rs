//! What the script sends while somebody writes. The same form, the same rights and checks as by the
//! button; it says «saved» only when it is.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::desk::{Desk, open, others, saved};
use super::form::PERSON;
use super::save::{Halt, Sending, be_seen, save, set_aside};
use super::{Id, form, numbers, path, seek};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted};
use crate::i18n::Text;
use crate::items::{Working, WriteError};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Visit, WholePage};

/// The answer: all its words are for the reader.
#[derive(Default, Serialize)]
struct Told {
    saved: bool,
    /// The revision that the next save is to name.
    number: i32,
    said: String,
    /// Who else is here.
    others: String,
    /// The ids of the fields where something was masked.
    masked: Vec<String>,
    /// Where two texts are joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    join: Option<String>,
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
    let t = visit.t;
    let desk = Desk::open(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, desk.form.limit).await;
    form::one_line(&mut sent);
    let spared = numbers::of(&app.db, id).await?;
    let (masked, spared) = numbers::mask(&app.seal, id, &spared, &mut sent);
    let filled = Filled::of_sent(sent, &desk.form, &desk.known);
    let filled = desk.looked_through(filled);
    let fields = masked.iter().filter_map(|path| desk.form.named(path)).map(|(_, id)| id);
    // Which number they are telling of stays while they type: it is kept nowhere.
    let reason = masked.iter().filter(|input| *input == numbers::REASON).cloned();
    let masked: Vec<String> = fields.chain(reason).collect();
    let others = said_of_others(&app, t, &desk.item, desk.who.id).await?;
    let number = desk.item.number();
    let not_saved = Told { number, others, masked, ..Told::default() };
    if let Some(fault) = filled.faults.first() {
        let field = desk.form.named(&fault.path).map(|(label, _)| label.say(t));
        let words = fault.words(t);
        let why = field.map_or_else(
            || words.as_str().to_owned(),
            |field| format!("{}: {}", field.as_str(), words.as_str()),
        );
        let said = t.plain_with("editing-not-saved", "why", why);
        return Ok(answer(filled.status(), Told { said, ..not_saved }));
    }
    if !filled.is_good() {
        // A row was asked for: nothing is meant to be saved.
        return Ok(answer(StatusCode::UNPROCESSABLE_ENTITY, not_saved));
    }
    let mut sending = Sending { spared, ..desk.sending(&filled, true) };
    if let Some(uses) = seek::chosen(&app, &desk, &filled.typed).await? {
        sending.written.draft.content.uses = uses;
    }
    match save(&app, &sending).await {
        Ok(number) => {
            let now = app.clock.now();
            let said = t.plain_with("editing-saved", "at", saved(t, now, now));
            Ok(answer(StatusCode::OK, Told { saved: true, number, said, ..not_saved }))
        }
        Err(Halt::Write(WriteError::Stale { .. })) => {
            set_aside(&app, &sending).await?;
            let join = Some(format!("{}/forskjeller", path(t.lang.code(), id)));
            let said = t.plain("editing-met");
            Ok(answer(StatusCode::CONFLICT, Told { said, join, ..not_saved }))
        }
        Err(Halt::HandedIn) => {
            let said = t.plain("editing-handed-in-by-itself");
            Ok(answer(StatusCode::CONFLICT, Told { said, ..not_saved }))
        }
        Err(halt) => Err(halt.into()),
    }
}

/// They have the page open: others are told, and they are told of others.
pub async fn here(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let (item, _) = open(&app, &visit, id).await?;
    let who = known(&visit)?;
    let form = Form::new(4 * 1024, Vec::<Field>::new()).hiding([PERSON]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    if filled.typed.value(PERSON) != who.id.to_string() {
        return Err(Error::Forbidden);
    }
    be_seen(&app, id, who.id).await?;
    let others = said_of_others(&app, visit.t, &item, who.id).await?;
    let told = Told { number: item.number(), others, ..Told::default() };
    Ok(answer(StatusCode::OK, told))
}
