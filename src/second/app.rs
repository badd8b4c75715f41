//! Setting up an app that makes codes: its key as a picture and as text, and the first code as proof that it works.

use askama::Template;
use axum::extract::{Request, State};

use super::added::{self, Added, added};
use super::manage::{self, may_change};
use super::{LIMIT, qr};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::{known, unkept};
use crate::people::factors::{Shown, Step, totp};
use crate::people::{Refused, persons};
use crate::rights::Who;
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/app.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    /// SVG of ours.
    picture: Option<String>,
    key: String,
    address: String,
    fields: View,
}

const CODE: &str = "kode";

fn form() -> Form {
    let code = Field::line(CODE, "second-code", 40)
        .needed()
        .helped("second-first-code-help")
        .autocompleted("one-time-code")
        .saying(MISSING, "second-fault-missing");
    Form::new(LIMIT, [code])
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let addresses = persons::addresses(&app.db, who.id).await?;
    let account = addresses.first().map_or(who.name.as_str(), String::as_str);
    let site = t.plain("web-name");
    let key = totp::key(&app.db, &app.seal, (who.id, account, &site)).await?;
    let Some(key) = key else {
        return manage::page(app, visit, Some("second-not-there")).await;
    };
    let heading = t.plain("second-app-heading");
    let back = format!("/{}/min-side/trinn-to", t.lang.code());
    let action = format!("{back}/app");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("second-manage-heading"), &back).under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        action,
        picture: qr::svg(&key.address, &t.plain("second-app-picture")),
        key: key.text,
        address: key.address,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    Ok(unkept(crate::web::page(filled.status(), &page)?))
}

pub async fn confirm(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled).await;
    }
    if !may_change(&app, who).await? {
        return manage::page(&app, &visit, Some("second-not-fresh")).await;
    }
    let code: String = filled.text(CODE).chars().filter(|c| !c.is_whitespace()).collect();
    match hold(&app, who, &code).await {
        Ok(Ok(added)) => added::page(&app, &visit, added),
        Ok(Err(Shown::Wait(seconds))) => {
            let fault = Fault::new(CODE, "second-fault-wait").filled("max", seconds);
            page(&app, &visit, &filled.and([fault])).await
        }
        Ok(Err(_)) => {
            let fault = Fault::new(CODE, "second-fault-first");
            page(&app, &visit, &filled.and([fault])).await
        }
        Err(Refused::Database(error)) => Err(error.into()),
        Err(_) => Err(Error::Forbidden),
    }
}

async fn hold(app: &App, who: &Who, code: &str) -> Result<Result<Added, Shown>, Refused> {
    db::transaction::<Result<Added, Shown>, Refused, _>(&app.db, |tx| {
        let (app, who, code) = (app.clone(), who.clone(), code.to_owned());
        Box::pin(async move {
            let of = (who.id, code.as_str());
            match totp::hold(tx, &app.clock, &app.seal, of, true).await? {
                Shown::Right => Ok(Ok(added(tx, &app, &who, Step::App).await?)),
                shown => Ok(Err(shown)),
            }
        })
    })
    .await
}
