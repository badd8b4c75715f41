//! Taking the second step with a passkey: a page that asks the browser for it, and what the browser signed.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::step::{self, proof, sent, taken};
use super::{LIMIT, has_passkeys, here, with_passkeys};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, WHOLE};
use crate::i18n::Text;
use crate::login::{PARAMETER, There, unkept};
use crate::people::Token;
use crate::people::factors::{Shown, Step, passkeys};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/show_key.html")]
struct ShowKey {
    t: Text,
    frame: Frame,
    action: String,
    back: String,
    there: Option<There>,
    proof: String,
    /// What the browser is asked, as JSON.
    options: String,
}

const ANSWER: &str = "svar";

fn form() -> Form {
    Form::new(LIMIT, Vec::<Field>::new()).hiding([PARAMETER, ANSWER])
}

pub async fn ask(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers = request.headers().clone();
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let (open, filled) = match sent(&app, &visit, &headers, filled).await? {
        Ok(sent) => sent,
        Err(answer) => return Ok(answer),
    };
    if open.held.passkeys.is_empty() || !has_passkeys(&app) {
        return Err(Error::NotFound);
    }
    let at = here(&app, open.person.id, open.session.id);
    let options = db::transaction::<serde_json::Value, Error, _>(&app.db, |tx| {
        let (clock, at) = (app.clock.clone(), at.clone());
        Box::pin(async move { Ok(passkeys::begin_show(tx, &clock, &at).await?) })
    })
    .await?;
    let t = visit.t;
    let heading = t.plain("second-key-heading");
    let back = format!("/{}/logg-inn/trinn-to", t.lang.code());
    let mut frame = Frame::new(&app, &visit, &heading).form();
    frame = frame.under(t.plain("second-heading"), &back).under(&heading, "");
    let page = ShowKey {
        t,
        frame,
        action: format!("{back}/nokkel/svar"),
        back,
        there: There::parse(filled.typed.value(PARAMETER)),
        proof: proof(&app, &open.token),
        options: options.to_string(),
    };
    Ok(with_passkeys(unkept(crate::web::page(StatusCode::OK, &page)?)))
}

pub async fn answer(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers = request.headers().clone();
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let (open, filled) = match sent(&app, &visit, &headers, filled).await? {
        Ok(sent) => sent,
        Err(answer) => return Ok(answer),
    };
    let at = here(&app, open.person.id, open.session.id);
    let result = db::transaction::<Result<Token, Shown>, Error, _>(&app.db, |tx| {
        let (app, at, session) = (app.clone(), at.clone(), open.session.clone());
        let answer = filled.typed.value(ANSWER).to_owned();
        Box::pin(async move {
            let shown = if has_passkeys(&app) {
                passkeys::show(tx, &app.clock, &at, &answer).await?
            } else {
                Shown::Wrong
            };
            step::settle(tx, &app, session, Step::Passkey, shown).await
        })
    })
    .await?;
    match result {
        Ok(token) => Ok(taken(&visit, token, &filled)),
        Err(Shown::Wait(seconds)) => {
            let fault = step::fault(WHOLE, Shown::Wait(seconds));
            step::page(&app, &visit, Some(&open), &filled.and([fault]))
        }
        Err(_) => {
            let fault = crate::text::Fault::new(WHOLE, "second-fault-key");
            step::page(&app, &visit, Some(&open), &filled.and([fault]))
        }
    }
}
