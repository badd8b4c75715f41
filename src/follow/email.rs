//! «Få det nye på e-post»: whom, and how often. A code goes to the address, so that nobody signs up another.

use askama::Template;
use axum::extract::{Request, State};

use super::followed::Followed;
use super::subscriptions::{self, Asked};
use super::{CODES_FROM, CODES_IN_ALL, CODES_TO, LIMIT, letter};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, Format, RegisterNames, View};
use crate::i18n::Text;
use crate::jobs;
use crate::library::listing;
use crate::mail::Often;
use crate::people::{Address, Token};
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "follow/email.html")]
struct Email {
    t: Text,
    frame: Frame,
    title: String,
    action: String,
    fields: View,
}

const OFTEN: &str = "hvor_ofte";

/// Nobody follows what takes more to say.
const LONGEST: usize = 1_000;

pub fn form() -> Form {
    let often = vec![
        Alternative::new(Often::Day.name(), "follow-often-day"),
        Alternative::new(Often::Week.name(), "follow-often-week"),
    ];
    let fields = [
        Field::formatted("epost", "follow-email", 254, Format::Email)
            .needed()
            .helped("follow-email-help")
            .autocompleted("email")
            .saying(MISSING, "follow-fault-email-missing"),
        Field::choice(OFTEN, "follow-often", often).needed(),
    ];
    Form::new(LIMIT, fields)
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set(OFTEN, Often::Week.name());
    page(&app, &visit, &filled).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let t = visit.t;
    let query = visit.parameters()?;
    let registers = listing::registers(app, &query).await?;
    if let Some(elsewhere) = listing::moved(&registers, visit, &query).filter(|_| visit.is_read) {
        return Ok(elsewhere);
    }
    let query = listing::as_now(&registers, &query).unwrap_or(query);
    let followed = Followed::read(app, t, &query, &registers)?;
    let (heading, lang) = (t.plain("follow-email-heading"), t.lang.code());
    let action = format!("/{lang}/folg/epost{}", followed.parameters());
    let there = format!("/{lang}/folg{}", followed.parameters());
    let mut frame = Frame::new(app, visit, &heading)
        .form()
        .under(t.plain("follow-heading"), there)
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    let title = followed.title(&registers, t);
    let fields = View::new(t, &form(), filled, &RegisterNames::default());
    crate::web::page(filled.status(), &Email { t, frame, title, action, fields })
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let query = visit.parameters()?;
    let registers = listing::registers(&app, &query).await?;
    let query = listing::as_now(&registers, &query).unwrap_or(query);
    let followed = Followed::read(&app, visit.t, &query, &registers)?;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled).await;
    }
    let Some(address) = Address::parse(filled.text("epost")) else {
        let fault = Fault::new("epost", Format::NO_EMAIL);
        return page(&app, &visit, &filled.and([fault])).await;
    };
    let often = Often::named(filled.text(OFTEN)).ok_or(Error::NotUnderstood(OFTEN))?;
    let parameters = followed.parameters().to_string();
    if parameters.len() > LONGEST {
        return Err(Error::NotUnderstood("q"));
    }
    let title = followed.title(&registers, visit.t);
    let asked = Asked { address, lang: visit.t.lang, followed: parameters, often };
    match begin(&app, &visit, asked, title).await {
        Ok(secret) => {
            let held = Query::default().and(super::ATTEMPT, secret.as_str());
            let there = format!("/{}/folg/epost/kode{held}", visit.lang().code());
            Ok(super::unkept(crate::web::see_other(&there)))
        }
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new("epost", "follow-fault-many").filled("max", minutes);
            let answer = page(&app, &visit, &filled.and([fault])).await?;
            Ok(crate::web::too_many(answer, retry_after))
        }
        Err(error) if error.will_pass() => {
            page(&app, &visit, &filled.unsaved()).await.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

/// The attempt and its letter, both or neither; counted so that nobody's mailbox is filled.
async fn begin(app: &App, visit: &Visit, asked: Asked, title: String) -> Result<Token, Error> {
    db::transaction::<Token, Error, _>(&app.db, |tx| {
        let (app, visitor, t) = (app.clone(), visit.asker.clone(), visit.t);
        let (asked, title) = (asked.clone(), title.clone());
        Box::pin(async move {
            let App { clock, seal, limits, .. } = &app;
            let (secret, code) = subscriptions::begin(tx, clock, seal, &asked).await?;
            let letter = letter::with_code(t, clock, &asked.address, &title, &code);
            jobs::enqueue(tx, clock, &letter).await?;
            limits.count_for_in(tx, &CODES_TO, asked.address.as_str()).await?;
            limits.count_in(tx, &CODES_FROM, &visitor).await?;
            // The one that all share comes last, for it is locked until the letter is written.
            limits.count_for_in(tx, &CODES_IN_ALL, "all").await?;
            Ok(secret)
        })
    })
    .await
}
