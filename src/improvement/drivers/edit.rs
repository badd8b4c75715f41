//! One driver: its words, how near to the aim it is, what it serves, what shows it and what tries it.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::form::{Desk, MEASURES, TAKE, TESTS, UNDER};
use super::page::TAKEN;
use super::{At, Told, anchor, place};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::Text;
use crate::improvement::{Id, LIMIT, SEEN, frame_under, masked_but, open, refused};
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Cycle, Measured, Open, Refused, SetDriver, Standing, Writer};

#[derive(Template)]
#[template(path = "improvement/drivers/edit.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: String,
    action: String,
    seen: i32,
    fields: View,
    /// What stands now, when another has written it meanwhile.
    now: Option<Now>,
    may_take: bool,
}

/// What another has done with it since it was seen.
enum Now {
    Reworded(String),
    Gone,
    /// Something that a new one was to hang together with is away.
    Beside,
}

/// What the measures and tests of a work are, for the desk to lean on.
struct Beside {
    measures: Vec<Measured>,
    cycles: Vec<Cycle>,
}

async fn writes(app: &App, visit: &Visit, id: Uuid) -> Result<(Open, Beside), Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let measures = open.measures(&app.db).await?;
    let cycles = open.cycles(&app.db).await?;
    Ok((open, Beside { measures, cycles }))
}

async fn told<'a>(app: &App, open: &Open, beside: &'a Beside) -> Result<Told<'a>, Error> {
    let outline = open.outline(&app.db).await?;
    Ok(Told { outline, measures: &beside.measures, cycles: &beside.cycles })
}

impl Desk<'_> {
    fn page(&self, filled: &Filled, now: Option<Now>) -> Reply {
        let (t, here) = (self.visit.t, place(self.visit.lang(), self.open.work.id));
        let (heading, action) = match self.driver {
            Some(driver) => ("improvement-drivers-change", format!("{here}/{}", driver.id)),
            None => ("improvement-drivers-add", format!("{here}/ny")),
        };
        let heading = t.plain(heading);
        let frame = frame_under(
            self.app,
            self.visit,
            self.open,
            &t.plain("improvement-drivers-heading"),
            &here,
        );
        let mut frame = frame.under(&heading, &action);
        frame.title.clone_from(&heading);
        frame.refused = filled.is_refused() || now.is_some();
        let status = if now.is_some() { StatusCode::CONFLICT } else { filled.status() };
        let fields = View::new(t, &self.form(), filled, &RegisterNames::default());
        let seen = self.driver.map_or(0, |driver| driver.number);
        let may_take = self.driver.is_some();
        crate::web::page(status, &Page { t, frame, heading, action, seen, fields, now, may_take })
    }

    /// Writes it, or with none takes it away.
    async fn save(&self, seen: i32, set: Option<SetDriver>) -> Result<Uuid, Refused> {
        let who = known(self.visit).map_err(|_| Refused::May)?;
        let (work, driver) = (self.open.work.id, self.driver.map(|driver| (driver.id, seen)));
        db::transaction::<Uuid, Refused, _>(&self.app.db, |tx| {
            let (clock, who, set) = (self.app.clock.clone(), who.clone(), set.clone());
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &who);
                match (set, driver) {
                    (Some(set), driver) => writer.write_driver(work, driver, set).await,
                    (None, Some(driver)) => {
                        writer.set_driver(work, driver, None).await?;
                        Ok(driver.0)
                    }
                    (None, None) => Err(Refused::NotThere),
                }
            })
        })
        .await
    }
}

pub async fn show_new(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (open, beside) = writes(&app, &visit, id).await?;
    let told = told(&app, &open, &beside).await?;
    let desk = Desk { app: &app, visit: &visit, open: &open, told: &told, driver: None };
    let under = visit.parameters()?;
    let under = under.get(UNDER).and_then(|id| Uuid::try_parse(id).ok());
    desk.page(&desk.prefilled(under), None)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(At { id, driver }): Named<At>,
) -> Reply {
    let (open, beside) = writes(&app, &visit, id).await?;
    let told = told(&app, &open, &beside).await?;
    let driver = Some(told.outline.driver(driver).ok_or(Error::NotFound)?);
    let desk = Desk { app: &app, visit: &visit, open: &open, told: &told, driver };
    desk.page(&desk.prefilled(None), None)
}

pub async fn send_new(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    sent(&app, &visit, (id, None), request).await
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(At { id, driver }): Named<At>,
    request: Request,
) -> Reply {
    sent(&app, &visit, (id, Some(driver)), request).await
}

async fn sent(
    app: &App,
    visit: &Visit,
    (id, named): (Uuid, Option<Uuid>),
    request: Request,
) -> Reply {
    let (open, beside) = writes(app, visit, id).await?;
    let told = told(app, &open, &beside).await?;
    let driver = named.and_then(|driver| told.outline.driver(driver));
    let desk = Desk { app, visit, open: &open, told: &told, driver };
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked_but(app, visit, &mut sent, &[UNDER, MEASURES, TESTS]).await?;
    let seen = sent.value(SEEN).parse().unwrap_or(0);
    let is_taken_away = !sent.value(TAKE).is_empty();
    let mut filled = Filled::of_sent(sent, &desk.form(), &RegisterNames::default()).and(faults);
    let here = place(visit.lang(), id);
    if let Some(gone) = named.filter(|_| driver.is_none()) {
        // Another took it away meanwhile: what was typed may still be added as a new one.
        let away = || Ok(crate::web::see_other(&format!("{here}?{TAKEN}={gone}")));
        return if is_taken_away { away() } else { desk.page(&filled, Some(Now::Gone)) };
    }
    let change = match desk.set(&filled) {
        _ if is_taken_away => None,
        Ok(change) => Some(change),
        Err(fault) => {
            filled = filled.and([fault]);
            None
        }
    };
    if !is_taken_away && !filled.is_good() {
        return desk.page(&filled, None);
    }
    match desk.save(seen, change).await {
        Ok(id) => Ok(crate::web::see_other(&after(&here, id, (named.is_some(), is_taken_away)))),
        Err(Refused::Full) => {
            let full = Fault::new(WHOLE, "improvement-drivers-fault-full");
            desk.page(&filled.and([full]), None)
        }
        Err(Refused::Stale | Refused::NotThere | Refused::Round) => {
            changed(&desk, named, &filled).await
        }
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            desk.page(&filled.unsaved(), None).map(crate::web::unsaved)
        }
    }
}

/// The form again, beside what another has made of the driver meanwhile. Sent again it takes its place.
async fn changed(desk: &Desk<'_>, named: Option<Uuid>, filled: &Filled) -> Reply {
    let (open, beside) = writes(desk.app, desk.visit, desk.open.work.id).await?;
    let told = told(desk.app, &open, &beside).await?;
    let driver = named.and_then(|driver| told.outline.driver(driver));
    let now = match (named, driver) {
        (_, Some(driver)) => Now::Reworded(driver.words.clone()),
        (Some(_), None) => Now::Gone,
        (None, None) => Now::Beside,
    };
    let desk = Desk { app: desk.app, visit: desk.visit, open: &open, told: &told, driver };
    desk.page(filled, Some(now))
}

fn after(here: &str, id: Uuid, (was_there, takes): (bool, bool)) -> String {
    match (was_there, takes) {
        (_, true) => format!("{here}?{TAKEN}={id}"),
        (true, false) => format!("{here}?lagret={id}#{}", anchor(id)),
        (false, false) => format!("{here}?lagt_til={id}#{}", anchor(id)),
    }
}
