//! Making a passkey: a page that asks the browser for one, and what the browser has made.

use askama::Template;
use axum::extract::{Request, State};

use super::added::{self, Added, added};
use super::manage::{self, may_change};
use super::{LIMIT, has_passkeys, here, with_passkeys};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::{known, unkept};
use crate::people::factors::{Step, passkeys};
use crate::people::{Refused, persons};
use crate::rights::Who;
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/key.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    /// What the browser is asked, as JSON.
    options: String,
    fields: View,
}

const NAME: &str = "navn";
const ANSWER: &str = "svar";

fn form() -> Form {
    let name = Field::line(NAME, "second-key-name", 60)
        .needed()
        .helped("second-key-name-help")
        .saying(MISSING, "second-fault-name");
    Form::new(LIMIT, [name]).hiding([ANSWER])
}

pub async fn ask(State(app): State<App>, visit: Visit) -> Reply {
    if !may_change(&app, known(&visit)?).await? {
        return manage::page(&app, &visit, Some("second-not-fresh")).await;
    }
    page(&app, &visit, Filled::empty()).await
}

/// A new question each time: what was asked before can't be answered any more.
async fn page(app: &App, visit: &Visit, mut filled: Filled) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    if !has_passkeys(app) {
        return Err(Error::NotFound);
    }
    filled.typed.take(ANSWER);
    persons::by_id(&app.db, who.id).await?.ok_or(Error::NotFound)?;
    let addresses = persons::addresses(&app.db, who.id).await?;
    let account = addresses.first().cloned().unwrap_or_default();
    let called = if who.name.is_empty() { account.clone() } else { who.name.clone() };
    let at = here(app, who.id, who.session);
    let options = db::transaction::<serde_json::Value, Error, _>(&app.db, |tx| {
        let (clock, at) = (app.clock.clone(), at.clone());
        let (account, called) = (account.clone(), called.clone());
        Box::pin(async move {
            let names = (account.as_str(), called.as_str());
            Ok(passkeys::begin(tx, &clock, &at, names).await?)
        })
    })
    .await?;
    let heading = t.plain("second-key-add");
    let back = format!("/{}/min-side/trinn-to", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("second-manage-heading"), &back).under(&heading, "");
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        action: format!("{back}/nokkel/svar"),
        options: options.to_string(),
        fields: View::new(t, &form(), &filled, &RegisterNames::default()),
    };
    Ok(with_passkeys(unkept(crate::web::page(filled.status(), &page)?)))
}

pub async fn answer(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, filled).await;
    }
    if !may_change(&app, who).await? || !has_passkeys(&app) {
        return manage::page(&app, &visit, Some("second-not-fresh")).await;
    }
    match keep(&app, who, filled.typed.value(ANSWER), filled.text(NAME)).await {
        Ok(Some(added)) => added::page(&app, &visit, added),
        Ok(None) => {
            let fault = Fault::new(crate::forms::WHOLE, "second-fault-key");
            page(&app, &visit, filled.and([fault])).await
        }
        Err(Refused::Database(error)) => Err(error.into()),
        Err(_) => manage::page(&app, &visit, Some("second-not-there")).await,
    }
}

/// None where the browser's answer was none to what was asked.
async fn keep(app: &App, who: &Who, answer: &str, name: &str) -> Result<Option<Added>, Refused> {
    let at = here(app, who.id, who.session);
    db::transaction::<Option<Added>, Refused, _>(&app.db, |tx| {
        let (app, who, at) = (app.clone(), who.clone(), at.clone());
        let (answer, name) = (answer.to_owned(), name.to_owned());
        Box::pin(async move {
            if passkeys::of(tx, who.id).await?.len() >= passkeys::MOST {
                return Err(Refused::NotThere);
            }
            if !passkeys::finish(tx, &app.clock, &at, (&answer, &name)).await? {
                return Ok(None);
            }
            Ok(Some(added(tx, &app, &who, Step::Passkey).await?))
        })
    })
    .await
}
