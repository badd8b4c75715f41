//! The aim: what is to be better, for whom, how much, and by when.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::Value;
use time::Date;

use super::sure::{self, SURE};
use super::{Id, LIMIT, LINE, PROSE, SEEN, again, frame_under, open, path, read_of, refused, seen};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Aim, Open, Refused, Standing, Work, Writer};

#[derive(Template)]
#[template(path = "improvement/aim.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    seen: i32,
    fields: View,
    /// What stands now, when another has changed it meanwhile.
    now: Option<Work>,
}

/// What is asked of an aim, here and when a work begins.
pub fn fields() -> [Field; 4] {
    [
        Field::text("hva", "improvement-aim-what", PROSE, 3)
            .needed()
            .helped("improvement-aim-what-help"),
        Field::line("hvem", "improvement-aim-whom", LINE),
        Field::line("mye", "improvement-aim-much", LINE).helped("improvement-aim-much-help"),
        Field::new("innen", "improvement-aim-by", FieldKind::Date)
            .helped("improvement-aim-by-help"),
    ]
}

/// The aim of a form that is filled in rightly.
pub fn of(filled: &Filled) -> Aim {
    Aim {
        what: filled.text("hva").to_owned(),
        whom: filled.text("hvem").to_owned(),
        much: filled.text("mye").to_owned(),
        by: filled.value.get("innen").and_then(Value::as_str).and_then(|by| by.parse().ok()),
    }
}

/// Has the day been that it is to be reached by?
pub fn is_past(filled: &Filled, today: Date) -> bool {
    of(filled).by.is_some_and(|by| by.last_day() < today)
}

fn form(asks_sure: bool) -> Form {
    let title = Field::line("tittel", "improvement-title", LINE).needed();
    let mut fields: Vec<Field> = std::iter::once(title).chain(fields()).collect();
    let mut hidden = vec![SEEN];
    if asks_sure {
        fields.push(sure::field(SURE));
    } else {
        hidden.push(SURE);
    }
    Form::new(LIMIT, fields).hiding(hidden)
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let work = &open.work;
    let mut filled = Filled::empty();
    let by = work.aim_by.clone().unwrap_or_default();
    for (name, value) in [
        ("tittel", &work.title),
        ("hva", &work.aim_what),
        ("hvem", &work.aim_whom),
        ("mye", &work.aim_much),
        ("innen", &by),
    ] {
        filled.typed.set(name, value.as_str());
    }
    page(&app, &visit, &open, &filled, (work.aim_number, false))
}

fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    filled: &Filled,
    (seen, is_stale): (i32, bool),
) -> Reply {
    let t = visit.t;
    let action = format!("{}/mal", path(t.lang, open.work.id));
    let mut frame = frame_under(app, visit, open, &t.plain("improvement-aim"), &action);
    frame.refused = filled.is_refused() || is_stale;
    let form = form(sure::is_asked(&filled.typed, SURE));
    let fields = View::new(t, &form, filled, &RegisterNames::default());
    let now = is_stale.then(|| open.work.clone());
    let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &Page { t, frame, action, seen, fields, now })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let before = open(&app, &visit, id).await?;
    let sent = Submitted::receive(request, LIMIT).await;
    let form = form(sure::is_asked(&sent, SURE));
    let mut filled = read_of(&app, &visit, sent, &form).await?;
    let seen = seen(&filled);
    let has_been = is_past(&filled, oslo_day(app.clock.now()));
    let is_as_before = before.work.aim_by.as_deref() == filled.value["innen"].as_str();
    if has_been && !is_as_before && !sure::is_said(&filled.typed, SURE) {
        sure::ask(&mut filled.typed, SURE);
        filled = filled.and([Fault::new("innen", sure::PAST)]);
    }
    if !filled.is_good() {
        return page(&app, &visit, &before, &filled, (seen, false));
    }
    match save(&app, &visit, (id, seen), &filled).await {
        Ok(()) => Ok(crate::web::see_other(&path(visit.lang(), id))),
        Err(Refused::Stale) => {
            // Both are shown: what stands now, and what was typed. Sent again it takes its place.
            let now = open(&app, &visit, id).await?;
            page(&app, &visit, &now, &filled, (now.work.aim_number, true))
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, &before, filled, (seen, false))
        }),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    (work, seen): (uuid::Uuid, i32),
    filled: &Filled,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let (title, aim) = (filled.text("tittel").to_owned(), of(filled));
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        let (title, aim) = (title.clone(), aim.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).set_aim(work, seen, title, aim).await })
    })
    .await
}
