//! Asking for a code: the same page, the same letter and the same time, whoever has an account.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

use super::there::PARAMETER;
use super::{ASKED, LIMIT, There, cookies, letter, unkept};
use crate::app::App;
use crate::config::Provider;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, Format, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::jobs;
use crate::people::attempts::{self, Asked, Begun};
use crate::people::ended::{self, Ended};
use crate::people::{Address, is_admitted};
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "login/ask.html")]
struct Ask {
    t: Text,
    frame: Frame,
    action: String,
    /// The page that they want to see.
    there: Option<There>,
    fields: View,
    /// Others who vouch for people: in addresses, and on the button.
    providers: Vec<(String, String)>,
    /// Why this browser is logged in no more.
    ended: Option<Words>,
}

const EMAIL: usize = 254;

fn form() -> Form {
    let email = Field::formatted("epost", "login-email", EMAIL, Format::Email)
        .needed()
        .helped("login-email-help")
        .autocompleted("email")
        .saying(MISSING, "login-fault-email-missing");
    Form::new(LIMIT, [email]).hiding([PARAMETER])
}

pub async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Reply {
    let mut filled = Filled::empty();
    // What can't be read of an address that somebody was sent to is no reason to turn them away.
    let query = visit.parameters().unwrap_or_default();
    filled.typed.set(PARAMETER, query.get(PARAMETER).unwrap_or_default());
    // Who was logged in here a while ago is not to wonder why they are no more.
    let ended = ended::why(&app.db, &app.clock, &app.settings.people, &headers).await;
    let ended = ended.unwrap_or_default();
    page(&app, &visit, &filled, ended.filter(|_| visit.who.is_none()))
}

fn page(app: &App, visit: &Visit, filled: &Filled, ended: Option<Ended>) -> Reply {
    let t = visit.t;
    let heading = t.plain("login-heading");
    let action = format!("/{}/logg-inn", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().under(&heading, &action);
    frame.refused = filled.is_refused();
    // The address of the page says nothing more: other languages lead to the plain one.
    frame.query.clear();
    let there = There::parse(filled.typed.value(PARAMETER));
    let fields = View::new(t, &form(), filled, &RegisterNames::default());
    let providers = named(&app.settings.providers);
    let ended = ended.map(|why| t.get(why.key()));
    let page = Ask { t, frame, action, there, fields, providers, ended };
    Ok(unkept(crate::web::page(filled.status(), &page)?))
}

/// What they are called, in addresses and on buttons.
fn named(providers: &[Provider]) -> Vec<(String, String)> {
    providers.iter().map(|one| (one.name.clone(), one.label().to_owned())).collect()
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers = request.headers().clone();
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled, None);
    }
    let Some(address) = Address::parse(filled.text("epost")) else {
        let fault = Fault::new("epost", "forms-fault-email");
        return page(&app, &visit, &filled.and([fault]), None);
    };
    let is_known = cookies::is_known_for(&app.seal, &address, &headers);
    // Whoever has been logged in here before is held up by nobody in the same network.
    let counted = if is_known {
        app.limits.count_for(&ASKED, address.as_str())
    } else {
        app.limits.count(&ASKED, &visit.asker)
    };
    if let Err(error) = counted {
        return too_many(&app, &visit, filled, error);
    }
    let there = There::parse(filled.typed.value(PARAMETER));
    let begun = begin(&app, &visit, &address, there, is_known).await?;
    let mut response =
        unkept(crate::web::see_other(&format!("/{}/logg-inn/kode", visit.lang().code())));
    cookies::ATTEMPT.set(&mut response, &begun.secret);
    Ok(response)
}

/// The attempt and its letter, both or neither.
async fn begin(
    app: &App,
    visit: &Visit,
    address: &Address,
    there: Option<There>,
    is_known: bool,
) -> Result<Begun, Error> {
    let t = visit.t;
    db::transaction::<Begun, Error, _>(&app.db, |tx| {
        let (app, address, network) = (app.clone(), address.clone(), visit.asker.network.clone());
        let there = there.clone();
        Box::pin(async move {
            let App { clock, seal, settings, .. } = &app;
            let return_to = there.as_ref().map(There::as_str);
            let (lang, address, network) = (t.lang, &address, &network);
            let asked = Asked { address, network, lang, return_to, is_known };
            let begun = attempts::begin(tx, clock, seal, asked).await?;
            let may = is_admitted(tx, &settings.people, address, clock.now()).await?;
            if let Some(code) = &begun.code {
                let code = may.then_some(code.as_str());
                jobs::enqueue(tx, clock, &letter::with_code(t, clock, address, code)).await?;
            }
            Ok(begun)
        })
    })
    .await
}

/// The same page with what was typed, and when it may be tried again.
fn too_many(app: &App, visit: &Visit, filled: Filled, error: Error) -> Reply {
    let Error::TooMany { retry_after } = error else { return Err(error) };
    let fault = Fault::new("epost", "login-fault-busy").filled("max", retry_after.div_ceil(60));
    let mut answer = page(app, visit, &filled.and([fault]), None)?;
    *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
    Ok(answer)
}
