//! Adding an address of one's own: typed, and shown to be theirs by the code that comes there.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::{ADDRESSES, LIMIT, path, show as held};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, Format, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::held::{CARRIED, arrived, carried};
use crate::jobs;
use crate::login::known;
use crate::people::addresses::{self, Held};
use crate::people::{Address, letter, persons};
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "privacy/address.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    lead: Words,
    action: String,
    send: Words,
    fields: View,
    /// The form has waited for them to log in.
    waited: String,
}

const ADDRESS: &str = "epost";
const CODE: &str = "kode";

fn address_form() -> Form {
    let field = Field::formatted(ADDRESS, "privacy-new-address", 254, Format::Email)
        .needed()
        .autocompleted("email")
        .saying(MISSING, "privacy-fault-address");
    Form::new(LIMIT, [field]).hiding(CARRIED)
}

fn code_form() -> Form {
    let field = Field::line(CODE, "privacy-code", 20)
        .needed()
        .helped("privacy-code-help")
        .autocompleted("one-time-code")
        .saying(MISSING, "privacy-fault-code");
    Form::new(LIMIT, [field]).hiding(CARRIED)
}

fn page(
    app: &App,
    visit: &Visit,
    (form, filled): (&Form, &Filled),
    (part, lead, send): (&str, Words, &'static str),
) -> Reply {
    let (t, heading) = (visit.t, visit.t.get("privacy-address-heading"));
    let all = path(t.lang.code());
    let action = format!("{all}/{part}");
    let mut frame = Frame::new(app, visit, heading.as_str()).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()));
    frame = frame.under(t.plain("privacy-heading"), all).under(heading.as_str(), &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, form, filled, &RegisterNames::default());
    let waited = carried(&filled.typed);
    let page = Page { t, frame, heading, lead, action, send: t.get(send), fields, waited };
    crate::web::page(filled.status(), &page)
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    ask(&app, &visit, &Filled::empty())
}

fn ask(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let lead = visit.t.get("privacy-address-lead");
    page(app, visit, (&address_form(), filled), ("adresse", lead, "privacy-send-code"))
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let person = held::person(&app, &visit).await?.id;
    let filled = Filled::receive(request, &address_form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return ask(&app, &visit, &filled);
    }
    let Some(address) = Address::parse(filled.text(ADDRESS)) else {
        return ask(&app, &visit, &filled.and([Fault::new(ADDRESS, Format::NO_EMAIL)]));
    };
    let own = persons::addresses(&app.db, person).await?;
    if own.iter().any(|one| one == address.as_str()) {
        return ask(&app, &visit, &filled.and([Fault::new(ADDRESS, "privacy-fault-own")]));
    }
    let sent = db::transaction::<(), Error, _>(&app.db, |tx| {
        let (app, address, asker, t) = (app.clone(), address.clone(), visit.asker.clone(), visit.t);
        Box::pin(async move {
            app.limits.count_in(tx, &ADDRESSES, &asker).await?;
            let of = (person, &address);
            let code = addresses::begin(tx, &app.clock, &app.seal, of).await?;
            let letter = letter::address_code(t, &app.clock, address.as_str(), &code);
            Ok(jobs::enqueue(tx, &app.clock, &letter).await?)
        })
    });
    match sent.await {
        Ok(()) => {
            arrived(&app.db, person, &filled.typed).await?;
            Ok(crate::web::see_other(&format!("{}/kode", path(visit.lang().code()))))
        }
        Err(Error::TooMany { retry_after }) => {
            let fault = Fault::new(ADDRESS, "privacy-fault-many");
            let fault = fault.filled("max", retry_after.div_ceil(60));
            let mut answer = ask(&app, &visit, &filled.and([fault]))?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) => Err(error),
    }
}

pub async fn show_code(State(app): State<App>, visit: Visit) -> Reply {
    type_code(&app, &visit, &Filled::empty()).await
}

/// The page that takes the code; where none waits, the one that asks for one.
async fn type_code(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let who = known(visit)?.id;
    let Some(address) = addresses::waiting(&app.db, who, app.clock.now()).await? else {
        if filled.is_refused() {
            let over = Filled::empty().and([Fault::new(ADDRESS, "privacy-fault-over")]);
            return ask(app, visit, &over);
        }
        return Ok(crate::web::see_other(&format!("{}/adresse", path(visit.lang().code()))));
    };
    let lead = visit.t.with("privacy-code-lead", "address", address);
    page(app, visit, (&code_form(), filled), ("kode", lead, "privacy-add-address"))
}

pub async fn hold(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let person = held::person(&app, &visit).await?.id;
    let filled = Filled::receive(request, &code_form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return type_code(&app, &visit, &filled).await;
    }
    let typed: String = filled.text(CODE).chars().filter(char::is_ascii_digit).collect();
    // The address stays in its field, should another code have to be asked for.
    let mut anew = Filled::empty();
    if let Some(address) = addresses::waiting(&app.db, person, app.clock.now()).await? {
        anew.typed.set(ADDRESS, address);
    }
    let fault = match hold_code(&app, person, typed).await? {
        Held::Right => {
            return Ok(receipt::done(&path(visit.lang().code()), "adresse-lagt-til"));
        }
        Held::Wrong { left } => Fault::new(CODE, "privacy-fault-wrong").filled("max", left),
        Held::Over => {
            let over = Fault::new(ADDRESS, "privacy-fault-over");
            return ask(&app, &visit, &anew.and([over]));
        }
        Held::Taken => {
            let taken = Fault::new(ADDRESS, "privacy-fault-taken");
            return ask(&app, &visit, &anew.and([taken]));
        }
    };
    type_code(&app, &visit, &filled.and([fault])).await
}

/// Their other addresses are told, so that somebody else who did it is found out.
async fn hold_code(app: &App, person: Uuid, typed: String) -> Result<Held, Error> {
    db::transaction::<Held, Error, _>(&app.db, |tx| {
        let (app, typed) = (app.clone(), typed.clone());
        Box::pin(async move {
            let before = persons::addresses(tx, person).await?;
            let held = addresses::hold(tx, &app.clock, &app.seal, person, &typed).await?;
            let found = persons::by_id(tx, person).await?;
            if let (Held::Right, Some(found)) = (&held, found) {
                let t = Text::new(found.lang());
                for to in before {
                    let letter = letter::address_added(t, &app.clock, &to);
                    jobs::enqueue(tx, &app.clock, &letter).await?;
                }
            }
            Ok(held)
        })
    })
    .await
}
