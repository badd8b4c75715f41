//! The page of whose consent a picture is shown by: for those who look after it, and no one else.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::consents::{self, Model, kind_key};
use super::form::{self, SURE, WITHDRAW};
use super::list::{Shown, shown};
use super::take_down::TakeDown;
use super::{Of, open_to_write, path, ready};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::editing;
use crate::editing::desk::frame;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::jobs;
use crate::login::known;
use crate::people::{Entry, What};
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/uploads/consent.html")]
struct Consents {
    t: Text,
    frame: Frame,
    /// The page of the picture.
    here: String,
    action: String,
    picture: Option<Shown>,
    given: Vec<Given>,
    fields: View,
}

struct Given {
    id: Uuid,
    who: String,
    kind: Words,
    told: Words,
    is_written: bool,
    /// It holds no more: the picture is on its way out of everything.
    is_over: bool,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(of): Named<Of>) -> Reply {
    page(&app, &visit, &of, &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, of: &Of, filled: &Filled) -> Reply {
    let t = visit.t;
    let (item, _) = open_to_write(app, visit, of.id).await?;
    let (row, file) = picture(app, of).await?;
    let (code, today) = (t.lang.code(), oslo_day(app.clock.now()));
    let heading = t.plain("editing-consents");
    let here = format!("{}/{}", path(code, of.id), of.upload);
    let action = format!("{here}/samtykke");
    let mut frame = frame(app, visit, &heading)
        .under(item.content().title, editing::path(code, of.id))
        .under(t.plain("editing-uploads"), path(code, of.id))
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    let given = consents::of(&app.db, file).await?;
    let page = Consents {
        t,
        frame,
        here,
        action,
        picture: shown(t, &row),
        given: given.into_iter().filter_map(|one| told(t, one, today)).collect(),
        fields: View::new(t, &form::consent(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

#[derive(Template)]
#[template(path = "editing/uploads/withdraw.html")]
struct Withdraw {
    t: Text,
    frame: Frame,
    action: String,
    picture: Option<Shown>,
    consent: Uuid,
    who: String,
}

/// Asks before a consent is withdrawn: what goes with it, and that it can't be undone.
async fn ask(app: &App, visit: &Visit, of: &Of, consent: Model) -> Reply {
    let t = visit.t;
    let (item, _) = open_to_write(app, visit, of.id).await?;
    let (row, _) = picture(app, of).await?;
    let code = t.lang.code();
    let heading = t.plain("editing-consent-withdraw-ask");
    let action = format!("{}/{}/samtykke", path(code, of.id), of.upload);
    let frame = frame(app, visit, &heading)
        .under(item.content().title, editing::path(code, of.id))
        .under(t.plain("editing-uploads"), path(code, of.id))
        .under(t.plain("editing-consents"), &action)
        .under(&heading, &action);
    let page = Withdraw {
        t,
        frame,
        action,
        picture: shown(t, &row),
        consent: consent.id,
        who: consent.who,
    };
    crate::web::page(StatusCode::OK, &page)
}

async fn picture(app: &App, of: &Of) -> Result<(super::store::Model, Uuid), Error> {
    let (row, file) = ready(app, of).await?;
    if row.is_picture() { Ok((row, file)) } else { Err(Error::NotFound) }
}

fn told(t: Text, one: Model, today: Date) -> Option<Given> {
    let until = one.until.map(|last| t.date(last)).unwrap_or_default();
    Some(Given {
        id: one.id,
        kind: t.get(kind_key(&one.kind)?),
        told: t.with2("editing-consent-told", "given", t.date(one.given_on), "until", until),
        is_written: one.is_written,
        is_over: one.is_over(today),
        who: one.who,
    })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(of): Named<Of>,
    request: Request,
) -> Reply {
    open_to_write(&app, &visit, of.id).await?;
    let (_, file) = picture(&app, &of).await?;
    let who = known(&visit)?.id;
    let names = RegisterNames::default();
    let form = form::consent();
    let mut sent = Submitted::receive(request, form.limit).await;
    let masked = sent.mask();
    let filled = Filled::of_sent(sent, &form, &names);
    let code = visit.lang().code();
    let there = format!("{}/{}/samtykke", path(code, of.id), of.upload);
    if let Ok(consent) = Uuid::try_parse(filled.typed.value(WITHDRAW)) {
        let found = consents::by_id(&app.db, consent).await?;
        let found = found.filter(|one| one.file_id == file).ok_or(Error::NotFound)?;
        if filled.typed.value(SURE).is_empty() {
            return ask(&app, &visit, &of, found).await;
        }
        withdraw(&app, (file, consent), who).await?;
        return Ok(crate::web::see_other(&there));
    }
    let filled = looked_through(&app, file, filled).await?;
    let filled = filled.and(form.told_of(&masked));
    if !filled.is_good() {
        return page(&app, &visit, &of, &filled).await;
    }
    match add(&app, file, who, &filled).await.map_err(Error::from) {
        Ok(()) => Ok(crate::web::see_other(&there)),
        Err(error) if error.will_pass() => {
            page(&app, &visit, &of, &filled.unsaved()).await.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

async fn looked_through(app: &App, file: Uuid, filled: Filled) -> Result<Filled, Error> {
    let faults = form::consent_faults(&filled, oslo_day(app.clock.now()));
    let known = consents::of(&app.db, file).await?.len() as u64;
    let full = (known >= consents::MOST).then(|| Fault::new("who", "editing-fault-consents"));
    Ok(filled.and(faults).and(full))
}

async fn add(app: &App, file: Uuid, who: Uuid, filled: &Filled) -> Result<(), DbErr> {
    let row = Model {
        id: app.clock.new_id(),
        file_id: file,
        who: filled.text("who").to_owned(),
        kind: filled.text("kind").to_owned(),
        is_written: form::is_ticked(filled, "is_written"),
        given_on: form::day(filled, "given_on").unwrap_or_else(|| oslo_day(app.clock.now())),
        until: form::day(filled, "until"),
        recorded_by: who,
        made_at: app.clock.now().into(),
        withdrawn_at: None,
        told_at: None,
        replaced_at: None,
    };
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, row) = (app.clock.clone(), row.clone());
        Box::pin(async move {
            consents::add(tx, row).await?;
            let entry = Entry::of(What::ConsentRecorded).by(Some(who)).on("file", file);
            entry.write(tx, &clock).await
        })
    })
    .await
}

/// It holds no more, and the picture goes from everywhere.
async fn withdraw(app: &App, (file, consent): (Uuid, Uuid), who: Uuid) -> Result<(), Error> {
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move {
            consents::withdraw(tx, consent, clock.now()).await?;
            let entry = Entry::of(What::ConsentWithdrawn).by(Some(who)).on("file", file);
            entry.write(tx, &clock).await?;
            jobs::enqueue(tx, &clock, &TakeDown { file }).await
        })
    })
    .await?;
    Ok(())
}
