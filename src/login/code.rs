//! Typing the code, in the browser that asked for it.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use time::OffsetDateTime;

use super::enter::{Entered, enter, lead_in};
use super::{LIMIT, TRIED, There, cookies, unkept};
use crate::app::App;
use crate::dates::Local;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, PROOF, RegisterNames, View, WHOLE};
use crate::i18n::{Text, Words};
use crate::people::attempts::{self, DIGITS, LONG, Letter, Tried, Waiting};
use crate::people::sessions::Begun;
use crate::people::{Address, Token};
use crate::text::{Fault, MISSING};
use crate::web::headers::is_said_to_be_ours;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "login/code.html")]
struct Code {
    t: Text,
    frame: Frame,
    action: String,
    again: String,
    /// Where the code is, while it can be typed in this browser.
    lead: Option<Words>,
    /// What to do where it is not there.
    late: Words,
    proof: String,
    fields: View,
}

fn form() -> Form {
    let code = Field::line("kode", "login-code", 40)
        .needed()
        .helped("login-code-help")
        .autocompleted("one-time-code")
        .saying(MISSING, "login-fault-code-missing");
    Form::new(LIMIT, [code])
}

pub async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Reply {
    page(&app, &visit, cookies::ATTEMPT.read(&headers).as_ref(), &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, secret: Option<&Token>, filled: &Filled) -> Reply {
    let t = visit.t;
    let waiting = match secret {
        Some(secret) => attempts::waiting(&app.db, secret, app.clock.now()).await?,
        None => None,
    };
    let heading = t.plain("login-code-heading");
    let again = format!("/{}/logg-inn", t.lang.code());
    let action = format!("{again}/kode");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("login-heading"), &again).under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Code {
        t,
        frame,
        action,
        again,
        late: late(t, waiting.as_ref(), app.clock.now()),
        lead: waiting.map(|waiting| lead(t, &waiting)),
        proof: secret.map(|secret| proof(app, secret)).unwrap_or_default(),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    Ok(unkept(crate::web::page(filled.status(), &page)?))
}

/// Where the code is. Past the usual number of letters the last of them has one that fits here too.
fn lead(t: Text, waiting: &Waiting) -> Words {
    let address = waiting.address.as_str();
    let clock =
        |at: OffsetDateTime| Local::at(at).time().map(|time| t.clock(time)).unwrap_or_default();
    match waiting.letter {
        Letter::Own => {
            let minutes = attempts::LASTS.whole_minutes();
            t.with2("login-code-lead", "address", address, "minutes", minutes)
        }
        Letter::Shared { sent, until, .. } => {
            let (sent, until) = (clock(sent), clock(until));
            t.with3("login-code-shared", "address", address, "at", sent, "until", until)
        }
        Letter::Gone => t.with("login-code-gone", "address", address),
    }
}

fn late(t: Text, waiting: Option<&Waiting>, now: OffsetDateTime) -> Words {
    match waiting.map(|waiting| &waiting.letter) {
        Some(Letter::Shared { next, .. }) if *next > now => {
            let minutes = (*next - now).whole_seconds().max(1).unsigned_abs().div_ceil(60);
            t.with("login-code-shared-next", "max", minutes)
        }
        Some(_) => t.get("login-code-late"),
        None => t.get("login-code-none"),
    }
}

/// What the form carries where a browser does not say where it comes from: another site can't make
/// somebody log in as another.
fn proof(app: &App, secret: &Token) -> String {
    app.seal.digest("log-in", secret.as_str())
}

fn is_proved(app: &App, secret: &Token, filled: &Filled) -> bool {
    let is_it = |given: &String| app.seal.is_digest("log-in", secret.as_str(), given);
    filled.typed.values(PROOF).iter().any(is_it)
}

/// Six digits, or twelve, with spaces wherever somebody likes them.
fn digits(typed: &str) -> Option<String> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let is_long_enough = matches!(code.len(), DIGITS | LONG);
    (is_long_enough && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers = request.headers().clone();
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let secret = cookies::ATTEMPT.read(&headers);
    if !filled.is_good() {
        return page(&app, &visit, secret.as_ref(), &filled).await;
    }
    let Some(secret) = &secret else {
        let filled = filled.and([Fault::new(WHOLE, "login-fault-over")]);
        return page(&app, &visit, None, &filled).await;
    };
    if !is_said_to_be_ours(&headers, &app.public_url()) && !is_proved(&app, secret, &filled) {
        return Err(Error::Forbidden);
    }
    let Some(typed) = digits(filled.text("kode")) else {
        let filled = filled.and([Fault::new("kode", "login-fault-code-form")]);
        return page(&app, &visit, Some(secret), &filled).await;
    };
    match count(&app, &visit, secret).await {
        Ok(()) => {}
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new("kode", "login-fault-busy").filled("max", minutes);
            let mut answer = page(&app, &visit, Some(secret), &filled.and([fault])).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            return Ok(answer);
        }
        Err(error) => return Err(error),
    }
    match told(enter(&app, &visit, &headers, secret, &typed).await?) {
        Err(fault) => page(&app, &visit, Some(secret), &filled.and([fault])).await,
        Ok((begun, address, there)) => {
            let mut response = lead_in(&visit, &begun.token, begun.is_pending, there.as_ref());
            cookies::ATTEMPT.forget(&mut response);
            if let Some(known) = cookies::known_for(&app.seal, &address) {
                cookies::KNOWN.set(&mut response, &known);
            }
            Ok(response)
        }
    }
}

/// Counted by the network; by the address for a browser that has been logged in with it before, which its
/// neighbours do not hold up.
async fn count(app: &App, visit: &Visit, secret: &Token) -> Result<(), Error> {
    let waiting = attempts::waiting(&app.db, secret, app.clock.now()).await?;
    match waiting.filter(|one| one.is_known) {
        Some(known) => app.limits.count_for(&TRIED, &known.address),
        None => app.limits.count(&TRIED, &visit.asker),
    }
}

/// What came of the code, or what is said of it.
fn told(entered: Entered) -> Result<(Begun, Address, Option<There>), Fault> {
    Err(match entered {
        Entered::Now(begun, address, there) => return Ok((begun, address, there)),
        Entered::Not(Tried::Wrong { left }) => {
            Fault::new("kode", "login-fault-wrong").filled("max", left)
        }
        Entered::Not(Tried::Wait { seconds }) => {
            Fault::new("kode", "login-fault-wait").filled("max", seconds)
        }
        Entered::Not(Tried::Over | Tried::Right { .. }) => Fault::new(WHOLE, "login-fault-over"),
        Entered::NotAdmitted => Fault::new(WHOLE, "login-fault-not-admitted"),
        Entered::Closed => Fault::new(WHOLE, "login-fault-closed"),
    })
}
