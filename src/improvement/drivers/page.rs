//! The page of the diagram: the aim, the drawing, and the outline that is moved about in.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::branch::{Branch, Maker};
use super::{Told, anchor, draw, own, place};
use crate::app::App;
use crate::dates::PartialDate;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, LIMIT, frame_under, masked_but, open, path, refused};
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Move, Open, Refused, Standing, Writer};

const UP: &str = "opp";
const DOWN: &str = "ned";
const BACK: &str = "angre";
/// What has just been done, said on the page: with the driver that it was done with.
const DONE: [(&str, &str); 3] = [
    ("lagt_til", "improvement-drivers-added"),
    ("lagret", "improvement-drivers-saved"),
    ("flyttet", "improvement-drivers-moved"),
];
pub const TAKEN: &str = "bort";

#[derive(Template)]
#[template(path = "improvement/drivers/page.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: Parts,
    here: String,
    summary: View,
    /// What was just done.
    said: Option<Words>,
    /// A driver that was just taken away, and may be put back.
    taken: Option<Uuid>,
    work: String,
    aim: Words,
    whom: Words,
    much: Words,
    by: Option<String>,
    lacks_much: bool,
    figure: Option<String>,
    primary: Vec<Branch>,
    loose: Vec<Branch>,
    may_write: bool,
}

fn form() -> Form {
    Form::new(LIMIT, Vec::new()).hiding([UP, DOWN, BACK])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    page(&app, &visit, &open, &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, open: &Open, filled: &Filled) -> Reply {
    let t = visit.t;
    let (measures, cycles) = (open.measures(&app.db).await?, open.cycles(&app.db).await?);
    let outline = open.outline(&app.db).await?;
    let told = Told { outline, measures: &measures, cycles: &cycles };
    let here = place(t.lang, open.work.id);
    let mut frame = frame_under(app, visit, open, &t.plain("improvement-drivers-heading"), &here);
    frame.refused = filled.is_refused();
    let may_write = open.standing >= Standing::Writes;
    let mut maker = Maker { t, open, told: &told, may_write, seen: BTreeSet::new() };
    let (primary, loose) = (maker.primary(), maker.loose());
    let by = open.work.aim_by.as_deref().and_then(|by| by.parse::<PartialDate>().ok());
    let page = Page {
        t,
        frame,
        parts: Parts::above(t, open, "/drivere"),
        summary: View::new(t, &form(), filled, &RegisterNames::default()),
        said: said(visit, open, &told)?,
        taken: taken(visit, &told)?.filter(|_| may_write),
        work: path(t.lang, open.work.id),
        aim: own(t, open, &open.work.aim_what),
        whom: own(t, open, &open.work.aim_whom),
        much: own(t, open, &open.work.aim_much),
        lacks_much: open.work.aim_much.is_empty() || by.is_none(),
        by: by.map(|date| t.partial(&date)),
        figure: draw::svg(t, open, &told.outline, &cycles),
        primary,
        loose,
        may_write,
        here,
    };
    crate::web::page(filled.status(), &page)
}

/// What was just done, and with which driver.
fn said(visit: &Visit, open: &Open, told: &Told<'_>) -> Result<Option<Words>, Error> {
    let (t, query) = (visit.t, visit.parameters()?);
    for (name, key) in DONE {
        let id = query.get(name).and_then(|id| Uuid::try_parse(id).ok());
        if let Some(driver) = id.and_then(|id| told.outline.driver(id)) {
            let words = own(t, open, &driver.words);
            return Ok(Some(t.with(key, "driver", words.as_str())));
        }
    }
    Ok(None)
}

/// The driver that was just taken away, while it is away.
fn taken(visit: &Visit, told: &Told<'_>) -> Result<Option<Uuid>, Error> {
    let id = visit.parameters()?.get(TAKEN).and_then(|id| Uuid::try_parse(id).ok());
    Ok(id.filter(|id| told.outline.driver(*id).is_none()))
}

/// What a button asks for.
#[derive(Clone, Copy)]
enum Asked {
    Moved(Uuid, Move),
    Back(Uuid),
}

impl Asked {
    fn of(sent: &Submitted) -> Option<Self> {
        let id = |name: &str| Uuid::try_parse(sent.value(name)).ok();
        let up = id(UP).map(|id| Self::Moved(id, Move::Up));
        let down = || id(DOWN).map(|id| Self::Moved(id, Move::Down));
        up.or_else(down).or_else(|| id(BACK).map(Self::Back))
    }
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = open(&app, &visit, id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked_but(&app, &visit, &mut sent, &[UP, DOWN, BACK]).await?;
    let asked = Asked::of(&sent);
    let filled = Filled::of_sent(sent, &form(), &RegisterNames::default()).and(faults);
    let fault = |filled: Filled, key| filled.and([Fault::new(WHOLE, key)]);
    let Some(asked) = asked.filter(|_| filled.is_good()) else {
        let filled = fault(filled, "improvement-drivers-fault-button");
        return page(&app, &visit, &open, &filled).await;
    };
    let here = place(visit.lang(), id);
    let filled = match save(&app, &visit, id, asked).await {
        Ok(()) => return Ok(crate::web::see_other(&after(&here, asked))),
        Err(Refused::Full) => fault(filled, "improvement-drivers-fault-full"),
        Err(Refused::NotThere) => fault(filled, "improvement-drivers-fault-gone"),
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            let shown = page(&app, &visit, &open, &filled.unsaved()).await;
            return shown.map(crate::web::unsaved);
        }
    };
    page(&app, &visit, &open, &filled).await
}

/// The outline, at the driver, with a word of what was done.
fn after(here: &str, asked: Asked) -> String {
    let (id, name) = match asked {
        Asked::Moved(id, _) => (id, "flyttet"),
        Asked::Back(id) => (id, "lagt_til"),
    };
    format!("{here}?{name}={id}#{}", anchor(id))
}

async fn save(app: &App, visit: &Visit, work: Uuid, asked: Asked) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match asked {
                Asked::Moved(id, towards) => writer.move_driver(work, id, towards).await,
                Asked::Back(id) => writer.restore_driver(work, id).await,
            }
        })
    })
    .await
}
