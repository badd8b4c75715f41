//! Who in the leadership stands behind the work: by role, when, and what they said yes to.

use askama::Template;
use axum::extract::{Request, State};
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use super::own;
use crate::app::App;
use crate::centres::of_person;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::improvement::note::{DAY, day};
use crate::improvement::parts::Parts;
use crate::improvement::{
    Id, LIMIT, LINE, PROSE, again, frame_under, open, path, read_of, refused,
};
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Anchor, Open, Refused, Standing, Writer};

#[derive(Template)]
#[template(path = "improvement/team/anchor.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: Parts,
    action: String,
    anchors: Vec<Row>,
    /// The form of one more, for who may write.
    fields: Option<View>,
}

struct Row {
    id: Uuid,
    role: Words,
    day: String,
    words: Words,
}

const ROLE: &str = "rolle";
const WORDS: &str = "hva";
/// A button at one that is taken away.
const DROP: &str = "bort";

fn form() -> Form {
    let role = Field::line(ROLE, "team-anchor-role", LINE).needed();
    let day = Field::new(DAY, "team-anchor-day", FieldKind::Date).needed();
    Form::new(
        LIMIT,
        [
            role.helped("team-anchor-role-help"),
            day.helped("improvement-note-day-help"),
            Field::text(WORDS, "team-anchor-words", PROSE, 2).helped("team-anchor-words-help"),
        ],
    )
    .hiding([DROP])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    let anchors = open.anchors(&app.db).await?;
    page(&app, &visit, &open, &anchors, &Filled::empty())
}

fn page(app: &App, visit: &Visit, open: &Open, anchors: &[Anchor], filled: &Filled) -> Reply {
    let t = visit.t;
    let action = format!("{}/forankring", path(t.lang, open.work.id));
    let mut frame = frame_under(app, visit, open, &t.plain("team-anchor"), &action);
    frame.refused = filled.is_refused();
    let row = |one: &Anchor| Row {
        id: one.id,
        role: own(t, &open.work, &one.role),
        day: t.date(one.said_on),
        words: own(t, &open.work, &one.words),
    };
    let may_write = open.standing >= Standing::Writes;
    let page = Page {
        t,
        frame,
        parts: Parts::above(t, open, "/forankring"),
        action,
        anchors: anchors.iter().map(row).collect(),
        fields: may_write.then(|| View::new(t, &form(), filled, &RegisterNames::default())),
    };
    crate::web::page(filled.status(), &page)
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
    let sent = Submitted::receive(request, LIMIT).await;
    if let Ok(anchor) = Uuid::try_parse(sent.value(DROP)) {
        return drop_one(&app, &visit, id, anchor).await;
    }
    let mut filled = read_of(&app, &visit, sent, &form()).await?;
    if of_person(filled.text(ROLE)).is_some() {
        filled = filled.and([Fault::new(ROLE, "team-fault-person")]);
    }
    let mut on = None;
    match filled.value.get(DAY).and_then(Value::as_str).map(|text| day(&app, text)) {
        Some(Ok(day)) => on = Some(day),
        Some(Err(fault)) => filled = filled.and([fault]),
        None => {}
    }
    let Some(on) = on.filter(|_| filled.is_good()) else {
        let anchors = open.anchors(&app.db).await?;
        return page(&app, &visit, &open, &anchors, &filled);
    };
    match save(&app, &visit, id, (filled.text(ROLE), on, filled.text(WORDS))).await {
        Ok(()) => Ok(after(&visit, id)),
        Err(error) => {
            // Where nothing can be written, what stands may not be readable either.
            let anchors = open.anchors(&app.db).await.unwrap_or_default();
            again(refused(error), filled, |filled| page(&app, &visit, &open, &anchors, filled))
        }
    }
}

fn after(visit: &Visit, work: Uuid) -> axum::response::Response {
    crate::web::see_other(&format!("{}/forankring", path(visit.lang(), work)))
}

async fn save(
    app: &App,
    visit: &Visit,
    work: Uuid,
    (role, day, words): (&str, Date, &str),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        let (role, words) = (role.to_owned(), words.to_owned());
        Box::pin(async move {
            Writer::new(tx, &clock, &who).anchor(work, role, (day, words)).await?;
            Ok(())
        })
    })
    .await
}

/// One that is gone already is gone.
async fn drop_one(app: &App, visit: &Visit, work: Uuid, anchor: Uuid) -> Reply {
    let who = known(visit)?;
    let dropped = db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).drop_anchor(work, anchor).await })
    })
    .await;
    match dropped {
        Ok(()) | Err(Refused::NotThere) => Ok(after(visit, work)),
        Err(error) => Err(refused(error)),
    }
}
