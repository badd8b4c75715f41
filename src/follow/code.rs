//! Typing the code of the letter: from then on the address follows.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::followed::Followed;
use super::subscriptions::{self, Held, LASTS, MOST, attempt};
use super::{ATTEMPT, CODES_TYPED, LIMIT, unkept};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View, WHOLE};
use crate::i18n::Text;
use crate::library::listing;
use crate::people::Token;
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "follow/code.html")]
struct Code {
    t: Text,
    frame: Frame,
    action: String,
    again: String,
    /// What the page holds, and to where the code went, while it can be typed.
    attempt: String,
    address: Option<String>,
    minutes: i64,
    fields: View,
}

#[derive(Template)]
#[template(path = "follow/done.html")]
struct Done {
    t: Text,
    frame: Frame,
    heading: String,
    lead: String,
    there: String,
    /// The button by which it is left again; none when it has been.
    leave: Option<String>,
}

const LENGTH: usize = 6;

fn form() -> Form {
    let code = Field::line("kode", "follow-code", 40)
        .needed()
        .helped("follow-code-help")
        .autocompleted("one-time-code")
        .saying(MISSING, "follow-fault-code-missing");
    Form::new(LIMIT, [code]).hiding([ATTEMPT])
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let query = visit.parameters()?;
    let secret = Token::read(query.get(ATTEMPT).unwrap_or_default());
    page(&app, &visit, secret.as_ref(), &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, secret: Option<&Token>, filled: &Filled) -> Reply {
    let t = visit.t;
    let waiting = match secret {
        Some(secret) => subscriptions::waiting(&app.db, secret, app.clock.now()).await?,
        None => None,
    };
    let (heading, lang) = (t.plain("follow-code-heading"), t.lang.code());
    let followed = waiting.as_ref().map(|one| one.followed.clone()).unwrap_or_default();
    let again = format!("/{lang}/folg/epost{followed}");
    let action = format!("/{lang}/folg/epost/kode");
    let mut frame = Frame::new(app, visit, &heading)
        .form()
        .under(t.plain("follow-heading"), format!("/{lang}/folg"))
        .under(t.plain("follow-email-heading"), &again)
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Code {
        t,
        frame,
        action,
        again,
        attempt: secret.map(|secret| secret.as_str().to_owned()).unwrap_or_default(),
        address: waiting.map(|attempt: attempt::Model| attempt.address),
        minutes: LASTS.whole_minutes(),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    Ok(unkept(crate::web::page(filled.status(), &page)?))
}

/// Six digits, with spaces wherever somebody likes them.
fn digits(typed: &str) -> Option<String> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    (code.len() == LENGTH && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let secret = Token::read(filled.typed.value(ATTEMPT));
    if !filled.is_good() {
        return page(&app, &visit, secret.as_ref(), &filled).await;
    }
    let Some(secret) = &secret else {
        let filled = filled.and([Fault::new(WHOLE, "follow-fault-over")]);
        return page(&app, &visit, None, &filled).await;
    };
    let Some(typed) = digits(filled.text("kode")) else {
        let filled = filled.and([Fault::new("kode", "follow-fault-code-form")]);
        return page(&app, &visit, Some(secret), &filled).await;
    };
    match app.limits.count(&CODES_TYPED, &visit.asker) {
        Ok(()) => {}
        Err(Error::TooMany { retry_after }) => {
            let fault = Fault::new("kode", "follow-fault-many");
            let filled = filled.and([fault.filled("max", retry_after.div_ceil(60))]);
            let answer = page(&app, &visit, Some(secret), &filled).await?;
            return Ok(crate::web::too_many(answer, retry_after));
        }
        Err(error) => return Err(error),
    }
    let held = db::transaction::<Held, Error, _>(&app.db, |tx| {
        let (app, secret, typed) = (app.clone(), secret.clone(), typed.clone());
        Box::pin(async move {
            Ok(subscriptions::hold(tx, &app.clock, &app.seal, &secret, &typed).await?)
        })
    })
    .await?;
    let fault = match held {
        Held::Right(row) => return done(&app, &visit, &row.followed).await,
        Held::Wrong { left } => Fault::new("kode", "follow-fault-wrong").filled("max", left),
        Held::Full => Fault::new(WHOLE, "follow-fault-full").filled("max", MOST),
        Held::Over => Fault::new(WHOLE, "follow-fault-over"),
    };
    page(&app, &visit, Some(secret), &filled.and([fault])).await
}

/// What was followed, as it is called now; all of it, where that is no more.
pub async fn named(app: &App, t: Text, parameters: &str) -> Result<(String, String), Error> {
    let query = Query::parse(parameters.trim_start_matches('?')).unwrap_or_default();
    let registers = listing::registers(app, &query).await?;
    let query = listing::as_now(&registers, &query).unwrap_or(query);
    let lang = t.lang.code();
    Ok(match Followed::read(app, t, &query, &registers) {
        Ok(followed) => (followed.title(&registers, t), format!("/{lang}/{}", followed.page())),
        Err(_) => (t.plain("web-feed-all"), format!("/{lang}/folg")),
    })
}

async fn done(app: &App, visit: &Visit, parameters: &str) -> Reply {
    let t = visit.t;
    let (title, there) = named(app, t, parameters).await?;
    let lead = t.plain_with("follow-done-lead", "title", title);
    told(app, visit, "follow-done-heading", (lead, there), None)
}

/// A page that says that something has been done, or is about to be.
pub fn told(
    app: &App,
    visit: &Visit,
    heading: &str,
    (lead, there): (String, String),
    leave: Option<String>,
) -> Reply {
    let t = visit.t;
    let heading = t.plain(heading);
    let mut frame = Frame::new(app, visit, &heading)
        .form()
        .under(t.plain("follow-heading"), format!("/{}/folg", t.lang.code()))
        .under(&heading, "");
    // Its address holds what nobody else is to know.
    frame.query.clear();
    let page = Done { t, frame, heading, lead, there, leave };
    Ok(unkept(crate::web::page(StatusCode::OK, &page)?))
}
