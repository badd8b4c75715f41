//! Words that stand beside the texts: in the registers, on themes, in what is said of use, in requests for
//! roles, in improvement work and in reports of barriers. Each area is looked at and struck by itself.

mod inside;
mod places;
mod sweep;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::find::{self, FORMS, WORDS};
use super::{LIMIT, OUTSIDE_STRUCK, REASON, STEP, SURE, clean, frame, path};
use crate::app::App;
use crate::centres::Refused;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::{Text, Words};
use crate::items::Passage;
use crate::login::known;
use crate::people::{Entry, What};
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit, receipt};

use inside::Without;
use places::Area;
use sweep::Found;

const AREA: &str = "sted";

#[derive(Template)]
#[template(path = "strikes/outside.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    words: String,
    has_forms: bool,
    area: &'static str,
    label: Words,
    stands: Words,
    fields: View,
    notice: Option<Words>,
}

/// An area that has the words.
pub struct Row {
    pub area: &'static str,
    pub label: Words,
    pub stands: Words,
}

/// What is to be struck, and where.
struct Asked {
    area: Area,
    without: Without,
    found: Found,
}

fn form() -> Form {
    let reason = Field::line(REASON, "strikes-reason", 300);
    let sure = Field::new(SURE, "strikes-sure", FieldKind::Tick).needed();
    let asked = [
        reason.needed().helped("strikes-reason-log-help"),
        sure.saying(MISSING, "strikes-fault-sure"),
    ];
    Form::new(LIMIT, asked).hiding([WORDS, FORMS, AREA, STEP])
}

/// The areas that have the words. What stands there is not shown: much of it is not public.
pub async fn rows(app: &App, t: Text, passage: &Passage) -> Result<Vec<Row>, Error> {
    let without = sweep::without(&app.db, passage.clone()).await?;
    let mut rows = Vec::new();
    for area in Area::ALL {
        let found = sweep::look(&app.db, area, &without).await?;
        if !found.is_nothing() {
            let stands = t.with("strikes-places", "places", found.places);
            rows.push(Row { area: area.name(), label: t.get(area.label()), stands });
        }
    }
    Ok(rows)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let sent = Submitted::receive(request, LIMIT).await;
    let area = Area::named(sent.value(AREA)).ok_or(Error::NotUnderstood(AREA))?;
    let passage = find::passage(&sent).map_err(|_| Error::NotUnderstood(WORDS))?;
    let without = sweep::without(&app.db, passage).await?;
    // All that takes long is looked at first: while the transaction lasts, others wait to write.
    let found = sweep::look(&app.db, area, &without).await?;
    let asked = Asked { area, without, found };
    if sent.value(STEP).is_empty() {
        let filled = Filled::unread(sent);
        return page(&app, &visit, &asked, (filled.status(), &filled), None);
    }
    let filled = Filled::refusing(sent, &form(), &RegisterNames::default());
    let repeats = asked.without.passage.clone().with_forms().is_in(filled.text(REASON));
    let filled = filled.and(repeats.then(|| Fault::new(REASON, "strikes-fault-repeats")));
    if !filled.is_good() {
        return page(&app, &visit, &asked, (filled.status(), &filled), None);
    }
    match strike(&app, known(&visit)?.id, &asked, filled.text(REASON)).await {
        Ok(0) => {
            let shown = (StatusCode::CONFLICT, &filled);
            page(&app, &visit, &asked, shown, Some("strikes-nothing"))
        }
        Ok(_) => Ok(receipt::done(&path(&visit), OUTSIDE_STRUCK)),
        Err(Refused::Database(error)) => match Error::from(error) {
            error if error.will_pass() => {
                let filled = filled.unsaved();
                let shown = (filled.status(), &filled);
                page(&app, &visit, &asked, shown, None).map(crate::web::unsaved)
            }
            error => Err(error),
        },
        // A rule of the register would be broken: without that name something has none.
        Err(_) => {
            let filled = filled.and([Fault::new(WHOLE, "strikes-fault-register")]);
            page(&app, &visit, &asked, (filled.status(), &filled), None)
        }
    }
}

/// Tells in how many places it was struck.
async fn strike(app: &App, by: Uuid, asked: &Asked, reason: &str) -> Result<i32, Refused> {
    db::transaction::<i32, Refused, _>(&app.db, |tx| {
        let (app, reason) = (app.clone(), reason.to_owned());
        let (area, found) = (asked.area, asked.found.clone());
        let without = asked.without.clone();
        Box::pin(async move {
            let places = sweep::strike(tx, &app.clock, (area, &found), &without).await?;
            if places == 0 {
                return Ok(0);
            }
            let told = json!({ "reason": reason, "places": places, "in": area.name() });
            let entry = Entry::of(What::PassageStruck).by(Some(by));
            entry.telling(told).write(tx, &app.clock).await?;
            clean::later(tx, &app).await?;
            Ok(places)
        })
    })
    .await
}

fn page(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    (status, filled): (StatusCode, &Filled),
    notice: Option<&str>,
) -> Reply {
    let (t, here) = (visit.t, path(visit));
    let mut frame = frame(app, visit).under(t.plain("strikes-look"), &here);
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        action: format!("{here}/annet"),
        words: filled.typed.value(WORDS).to_owned(),
        has_forms: !filled.typed.value(FORMS).is_empty(),
        area: asked.area.name(),
        label: t.get(asked.area.label()),
        stands: t.with("strikes-places", "places", asked.found.places),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        notice: notice.map(|key| t.get(key)),
    };
    crate::web::page(status, &page)
}
