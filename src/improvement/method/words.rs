//! What a team, or the programme that it is in, calls the phases and steps of its method.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::choose::{followed, frame};
use super::place;
use crate::app::App;
use crate::db;
use crate::error::Reply;
use crate::forms::{Field, Filled, Form, RegisterNames, View, Wording};
use crate::i18n::Text;
use crate::improvement::{Id, LIMIT, LINE, SEEN, again, path, received, refused, seen};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::method::{Followed, Method, Said};
use crate::work::{Open, Refused, Writer};

#[derive(Template)]
#[template(path = "improvement/method/words.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    seen: i32,
    fields: View,
    /// Another has written them meanwhile.
    is_stale: bool,
}

/// All parts that may be called something else, by their ids.
fn parts(method: &Method) -> Vec<(&str, &Said)> {
    let mut parts = Vec::new();
    for phase in &method.phases {
        parts.push((phase.id.as_str(), &phase.title));
        parts.extend(phase.steps.iter().map(|step| (step.id.as_str(), &step.title)));
    }
    parts
}

fn form(method: &Method) -> Form {
    let field = |(id, title): (&str, &Said)| Field::line(id, Wording::Words(title.clone()), LINE);
    let fields: Vec<Field> = parts(method).into_iter().map(field).collect();
    Form::new(LIMIT, fields).hiding([SEEN])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (open, followed) = followed(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    for (id, words) in &followed.own {
        filled.typed.set(id, words.as_str());
    }
    page(&app, &visit, (&open, &followed), &filled, false)
}

fn page(
    app: &App,
    visit: &Visit,
    (open, followed): (&Open, &Followed),
    filled: &Filled,
    is_stale: bool,
) -> Reply {
    let t = visit.t;
    let action = format!("{}/metode/ord", path(t.lang, open.work.id));
    let mut frame = frame(app, visit, open, &t.plain("improvement-method-own"), &action);
    frame.refused = filled.is_refused() || is_stale;
    let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
    let fields = View::new(t, &form(followed.method), filled, &RegisterNames::default());
    let seen = followed.number;
    crate::web::page(status, &Page { t, frame, action, seen, fields, is_stale })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let (open, before) = followed(&app, &visit, id).await?;
    let form = form(before.method);
    let filled = received(&app, &visit, request, &form).await?;
    let seen = seen(&filled);
    if !filled.is_good() {
        return page(&app, &visit, (&open, &before), &filled, false);
    }
    match save(&app, &visit, (id, seen), (&before, &filled)).await {
        Ok(()) => Ok(crate::web::see_other(&format!("{}?lagret=1", place(visit.lang(), id)))),
        Err(Refused::Stale) => {
            let (open, now) = followed(&app, &visit, id).await?;
            page(&app, &visit, (&open, &now), &filled, true)
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, (&open, &before), filled, false)
        }),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    (work, seen): (Uuid, i32),
    (before, filled): (&Followed, &Filled),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let method = before.method;
    // Words for parts of another method stay as they are.
    let mut own: BTreeMap<String, String> = before.own.clone();
    for (id, _) in parts(method) {
        match filled.text(id) {
            "" => own.remove(id),
            words => own.insert(id.to_owned(), words.to_owned()),
        };
    }
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, own) = (app.clock.clone(), who.clone(), own.clone());
        Box::pin(
            async move { Writer::new(tx, &clock, &who).set_method(work, seen, method, &own).await },
        )
    })
    .await
}
