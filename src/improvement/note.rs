//! Something that happened, for the charts: a day and a few words.

use askama::Template;
use axum::extract::{Request, State};
use serde_json::Value;
use time::Date;

use super::{Id, LIMIT, LINE, again, frame_under, open, path, received, refused};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Frequency, Open, Refused, Standing, Writer, read_period};

#[derive(Template)]
#[template(path = "improvement/note.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    fields: View,
}

pub const DAY: &str = "dag";
pub(super) const WORDS: &str = "hva";

pub(super) fn form() -> Form {
    let day = Field::new(DAY, "improvement-note-day", FieldKind::Date);
    let words = Field::line(WORDS, "improvement-note-words", LINE);
    let words = words.needed().helped("improvement-note-words-help");
    Form::new(LIMIT, [words, day.needed().helped("improvement-note-day-help")])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    if open.standing < Standing::Advises {
        return Err(Error::Forbidden);
    }
    page(&app, &visit, &open, &Filled::empty())
}

fn page(app: &App, visit: &Visit, open: &Open, filled: &Filled) -> Reply {
    let t = visit.t;
    let action = format!("{}/merke", path(t.lang, open.work.id));
    let heading = t.plain("improvement-note");
    let mut frame = frame_under(app, visit, open, &heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, &form(), filled, &RegisterNames::default());
    crate::web::page(filled.status(), &Page { t, frame, action, fields })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = open(&app, &visit, id).await?;
    let mut filled = received(&app, &visit, request, &form()).await?;
    let read = filled.value.get(DAY).and_then(Value::as_str).map(|text| day(&app, text));
    let mut on = None;
    match read {
        Some(Ok(day)) => on = Some(day),
        Some(Err(fault)) => filled = filled.and([fault]),
        None => {}
    }
    let Some(day) = on.filter(|_| filled.is_good()) else {
        return page(&app, &visit, &open, &filled);
    };
    match save(&app, &visit, &open, day, filled.text(WORDS)).await {
        Ok(()) => Ok(crate::web::see_other(&path(visit.lang(), id))),
        Err(error) => again(refused(error), filled, |filled| page(&app, &visit, &open, filled)),
    }
}

/// A chart has room for a day, or for the first of a month.
pub fn day(app: &App, text: &str) -> Result<Date, Fault> {
    let today = oslo_day(app.clock.now());
    let read = read_period(Frequency::Day, text, today);
    let read = read.or_else(|_| read_period(Frequency::Month, text, today));
    let fault = |key| Fault::new(DAY, key);
    let day = read.map_err(|_| fault("improvement-fault-day"))?;
    if day > today { Err(fault("work-doubt-future")) } else { Ok(day) }
}

async fn save(
    app: &App,
    visit: &Visit,
    open: &Open,
    day: Date,
    words: &str,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let work = open.work.id;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, words) = (app.clock.clone(), who.clone(), words.to_owned());
        Box::pin(async move {
            Writer::new(tx, &clock, &who).note(work, None, day, words).await?;
            Ok(())
        })
    })
    .await
}
