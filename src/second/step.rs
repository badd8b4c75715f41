//! Taking the second step: by a code of the app, or one that was written down.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use sea_orm::ConnectionTrait;

use super::{LIMIT, has_passkeys};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, PROOF, RegisterNames, View, WHOLE};
use crate::i18n::Text;
use crate::login::{PARAMETER, SESSION, There, lead_in, unkept};
use crate::people::factors::{self, Held, Shown, Step as Way, recovery, totp};
use crate::people::sessions;
use crate::people::{Person, Token, What};
use crate::text::{Fault, MISSING};
use crate::web::headers::is_said_to_be_ours;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/step.html")]
struct Step {
    t: Text,
    frame: Frame,
    action: String,
    again: String,
    there: Option<There>,
    /// Is there a step to take in this browser?
    is_open: bool,
    has_keys: bool,
    proof: String,
    fields: View,
}

/// The session in which a step is to be taken, and whose.
pub struct Open {
    pub token: Token,
    pub session: sessions::Model,
    pub person: Person,
    pub held: Held,
}

const CODE: &str = "kode";
const RECOVERY: &str = "reserve";

pub async fn open(app: &App, headers: &HeaderMap) -> Result<Option<Open>, Error> {
    let Some(token) = SESSION.read(headers) else { return Ok(None) };
    let found = sessions::pending(&app.db, &token, app.clock.now()).await?;
    let Some((session, person)) = found else { return Ok(None) };
    let held = factors::of(&app.db, person.id).await?;
    Ok(Some(Open { token, session, person, held }))
}

fn form(held: Option<&Held>) -> Form {
    let code = Field::line(CODE, "second-code", 40)
        .helped("second-code-help")
        .autocompleted("one-time-code")
        .or_another()
        .saying(MISSING, "second-fault-missing");
    let spare = Field::line(RECOVERY, "second-recovery", 60)
        .helped("second-recovery-help")
        .autocompleted("off")
        .saying(MISSING, "second-fault-missing");
    // Where nobody is known to have an app it may be asked for as well.
    let has_app = held.is_none_or(|held| held.app.is_some());
    let fields = if has_app { vec![code, spare.or_another()] } else { vec![spare.needed()] };
    Form::new(LIMIT, fields).hiding([PARAMETER])
}

pub async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Reply {
    let mut filled = Filled::empty();
    let query = visit.parameters().unwrap_or_default();
    filled.typed.set(PARAMETER, query.get(PARAMETER).unwrap_or_default());
    let open = open(&app, &headers).await?;
    page(&app, &visit, open.as_ref(), &filled)
}

/// The page of the step, with what was typed and what is wrong.
pub fn page(app: &App, visit: &Visit, open: Option<&Open>, filled: &Filled) -> Reply {
    let t = visit.t;
    let heading = t.plain("second-heading");
    let again = format!("/{}/logg-inn", t.lang.code());
    let action = format!("{again}/trinn-to");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("second-log-in"), &again).under(&heading, &action);
    frame.refused = filled.is_refused();
    frame.query.clear();
    let page = Step {
        t,
        frame,
        action,
        again,
        there: There::parse(filled.typed.value(PARAMETER)),
        is_open: open.is_some(),
        has_keys: open.is_some_and(|open| !open.held.passkeys.is_empty()) && has_passkeys(app),
        proof: open.map(|open| proof(app, &open.token)).unwrap_or_default(),
        fields: View::new(t, &form(open.map(|open| &open.held)), filled, &RegisterNames::default()),
    };
    Ok(unkept(crate::web::page(filled.status(), &page)?))
}

/// What the forms carry where a browser does not say where they come from.
pub fn proof(app: &App, token: &Token) -> String {
    app.seal.digest("second step", token.as_str())
}

/// The session for which a form was sent; a page that says so where there is none.
pub async fn sent(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    filled: Filled,
) -> Result<Result<(Open, Filled), Response>, Error> {
    let Some(open) = open(app, headers).await? else {
        let filled = filled.and([Fault::new(WHOLE, "second-fault-over")]);
        return Ok(Err(page(app, visit, None, &filled)?));
    };
    let is_it = |given: &String| app.seal.is_digest("second step", open.token.as_str(), given);
    let is_proved = filled.typed.values(PROOF).iter().any(is_it);
    if !is_proved && !is_said_to_be_ours(headers, &app.public_url()) {
        return Err(Error::Forbidden);
    }
    Ok(Ok((open, filled)))
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers = request.headers().clone();
    let held = open(&app, &headers).await?.map(|open| open.held);
    let filled = Filled::receive(request, &form(held.as_ref()), &RegisterNames::default()).await;
    let (open, filled) = match sent(&app, &visit, &headers, filled).await? {
        Ok(sent) => sent,
        Err(answer) => return Ok(answer),
    };
    if !filled.is_good() {
        return page(&app, &visit, Some(&open), &filled);
    }
    let digits: String = filled.text(CODE).chars().filter(|c| !c.is_whitespace()).collect();
    let spare = filled.text(RECOVERY).to_owned();
    let (way, code) = match (digits.as_str(), spare.as_str()) {
        ("", "") => {
            let field = if open.held.app.is_some() { CODE } else { RECOVERY };
            return page(&app, &visit, Some(&open), &filled.and([Fault::missing(field)]));
        }
        ("", _) => (Way::Recovery, spare),
        _ => (Way::App, digits),
    };
    let field = if way == Way::App { CODE } else { RECOVERY };
    match take(&app, &open, way, &code).await? {
        Ok(token) => Ok(taken(&visit, token, &filled)),
        Err(shown) => {
            let answer = page(&app, &visit, Some(&open), &filled.and([fault(field, shown)]))?;
            Ok(match shown {
                Shown::Wait(seconds) => crate::web::too_many(answer, seconds),
                Shown::Wrong | Shown::Right => answer,
            })
        }
    }
}

/// Into the site, and to the page that was wanted.
pub fn taken(visit: &Visit, token: Token, filled: &Filled) -> Response {
    let there = There::parse(filled.typed.value(PARAMETER));
    lead_in(visit, &token, false, there.as_ref())
}

pub fn fault(field: &str, shown: Shown) -> Fault {
    match shown {
        Shown::Wait(seconds) => Fault::new(field, "second-fault-wait").filled("max", seconds),
        Shown::Wrong | Shown::Right if field == RECOVERY => {
            Fault::new(field, "second-fault-wrong-recovery")
        }
        Shown::Wrong | Shown::Right => Fault::new(field, "second-fault-wrong"),
    }
}

/// The new secret of the session; or why there is none.
async fn take(app: &App, open: &Open, way: Way, code: &str) -> Result<Result<Token, Shown>, Error> {
    db::transaction::<Result<Token, Shown>, Error, _>(&app.db, |tx| {
        let (app, session, code) = (app.clone(), open.session.clone(), code.to_owned());
        Box::pin(async move {
            let App { clock, seal, .. } = &app;
            let of = (session.person_id, code.as_str());
            let shown = match way {
                Way::App => totp::hold(tx, clock, seal, of, false).await?,
                _ => recovery::hold(tx, clock, seal, of).await?,
            };
            settle(tx, &app, session, way, shown).await
        })
    })
    .await
}

/// Writes down what came of a step, and lets the session in where it was right. In the transaction that
/// held it.
pub async fn settle(
    tx: &impl ConnectionTrait,
    app: &App,
    session: sessions::Model,
    way: Way,
    shown: Shown,
) -> Result<Result<Token, Shown>, Error> {
    let person = session.person_id;
    match shown {
        Shown::Right => {
            // Another tab may have been first; what it was shown is used up all the same.
            let is_open = sessions::by_id(tx, (person, session.id)).await?.is_some();
            if !is_open {
                return Ok(Err(Shown::Wrong));
            }
            let by = (person, Some(person));
            factors::log(tx, &app.clock, What::StepShown, by, way).await?;
            Ok(Ok(sessions::prove(tx, &app.clock, session, way).await?.0))
        }
        Shown::Wrong => {
            factors::log(tx, &app.clock, What::StepWrong, (person, None), way).await?;
            Ok(Err(shown))
        }
        Shown::Wait(_) => Ok(Err(shown)),
    }
}
