//! What somebody sent when their session was over, or in another's: kept for a day, for them alone.

use std::pin::Pin;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

use super::desk::{at, frame};
use super::form::{PERSON, SHOW};
use super::{Id, numbers};
use crate::app::App;
use crate::clock::Clock;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, PROOF, RegisterNames, Submitted};
use crate::i18n::Text;
use crate::items::held::MOST;
pub use crate::items::held::{CARRIED, WAITS, arrived, forget, named, of};
use crate::items::held_form::{Column, Entity, Model};
use crate::jobs::{self, Job};
use crate::limits::{Declared, per_hour};
use crate::login::{PARAMETER, known};
use crate::people::persons;
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};

/// So much of a form is kept.
const LIMIT: usize = 1024 * 1024;
/// So long; after that whoever wrote it has gone home.
const LASTS: Duration = Duration::DAY;
/// Forms of those who are not logged in cost room: so many from one network.
pub const HELD: Declared = Declared { name: "forms_held", shared: false, quota: |_| per_hour(60) };

#[derive(Template)]
#[template(path = "editing/out.html")]
struct Out {
    t: Text,
    frame: Frame,
    log_in: String,
    /// Somebody else is logged in here.
    is_anothers: bool,
}

#[derive(Template)]
#[template(path = "editing/held.html")]
struct Held {
    t: Text,
    frame: Frame,
    here: String,
    action: String,
    fields: Vec<(String, String)>,
    /// What they wrote, where it is sent as it is.
    words: Vec<String>,
    /// It is shown in its form, and not sent as it is.
    is_shown: bool,
    at: String,
}

/// What answers a form of this room that comes without a session.
pub fn without<'a>(
    app: &'a App,
    visit: &'a Visit,
    request: Request,
) -> Pin<Box<dyn Future<Output = Reply> + Send + 'a>> {
    Box::pin(async move { hold(app, visit, Submitted::receive(request, LIMIT).await).await })
}

/// Keeps it for whoever it was made for, and shows nothing of it.
async fn hold(app: &App, visit: &Visit, mut sent: Submitted) -> Reply {
    let whose = Uuid::try_parse(sent.value(PERSON)).map_err(|_| Error::Forbidden)?;
    // The address is kept along with it.
    if !visit.has_lang || !norsk::identity::look_alikes(&visit.path).is_empty() {
        return Err(Error::NotFound);
    }
    app.limits.count(&HELD, &visit.asker)?;
    persons::by_id(&app.db, whose).await?.ok_or(Error::Forbidden)?;
    numbers::mask_of_address(app, &visit.path, &mut sent).await?;
    let row = Model {
        id: app.clock.new_id(),
        person_id: whose,
        address: address(visit),
        fields: pairs(&sent)?,
        made_at: app.clock.now().into(),
    };
    let id = row.id;
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, row) = (app.clock.clone(), row.clone());
        Box::pin(async move { Ok(keep(tx, &clock, row).await?) })
    })
    .await?;
    let t = visit.t;
    let code = t.lang.code();
    let there = format!("/{code}/skriv/ventet/{id}");
    let heading = t.plain("editing-out");
    let page = Out {
        t,
        frame: Frame::new(app, visit, &heading).form(),
        log_in: format!("/{code}/logg-inn{}", Query::default().with(PARAMETER, &there)),
        is_anothers: visit.who.is_some(),
    };
    crate::web::page(StatusCode::FORBIDDEN, &page).map(crate::login::unkept)
}

/// Where it was sent to: what it is a form for may stand behind the path.
fn address(visit: &Visit) -> String {
    let Visit { path, query, .. } = visit;
    if query.is_empty() { path.clone() } else { format!("{path}?{query}") }
}

/// Names and values as they are stored, but for what proves who sent them, and for names that no input of
/// ours has. No database keeps a zero byte
/// in a text.
fn pairs(sent: &Submitted) -> Result<serde_json::Value, Error> {
    let kept = |text: &str| text.replace('\0', "");
    let is_ours = |name: &&str| norsk::identity::look_alikes(name).is_empty();
    let named = sent.names().filter(|name| !matches!(*name, PROOF | SHOW | WAITS)).filter(is_ours);
    let each = named.flat_map(|name| sent.values(name).iter().map(move |value| (name, value)));
    let all: Vec<(String, String)> = each.map(|(name, value)| (kept(name), kept(value))).collect();
    serde_json::to_value(all).map_err(|error| Error::Internal(error.to_string()))
}

async fn keep(tx: &impl ConnectionTrait, clock: &Clock, row: Model) -> Result<(), DbErr> {
    let person = row.person_id;
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let theirs = Entity::find().select_only().column(Column::Id);
    let older: Vec<Uuid> = theirs
        .filter(Column::PersonId.eq(person))
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id)
        .offset(MOST)
        .limit(100)
        .into_tuple()
        .all(tx)
        .await?;
    Entity::delete_many().filter(Column::Id.is_in(older)).exec(tx).await?;
    jobs::enqueue_at(tx, clock, &DropHeld {}, clock.now() + LASTS).await
}

/// What nobody came back for.
#[derive(Debug, Serialize, Deserialize)]
pub struct DropHeld {}

impl Job for DropHeld {
    const NAME: &'static str = "drop-held-forms";
}

pub async fn drop_old(app: App, _: DropHeld) -> Result<(), String> {
    let old = Entity::delete_many().filter(Column::MadeAt.lte(app.clock.now() - LASTS));
    old.exec(&app.db).await.map(|_| ()).map_err(|error| error.to_string())
}

async fn find(app: &App, visit: &Visit, id: Uuid) -> Result<Model, Error> {
    let who = known(visit)?;
    let row = Entity::find_by_id(id).one(&app.db).await?;
    row.filter(|row| row.person_id == who.id).ok_or(Error::NotFound)
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let t = visit.t;
    let row = find(&app, &visit, id).await?;
    let code = t.lang.code();
    let mut fields: Vec<(String, String)> =
        serde_json::from_value(row.fields).map_err(|error| Error::Internal(error.to_string()))?;
    let last = row.address.rsplit('/').next().unwrap_or_default();
    let is_shown = Uuid::try_parse(last).is_ok();
    let words = if is_shown { Vec::new() } else { words(&fields) };
    fields.push((WAITS.to_owned(), id.to_string()));
    if is_shown {
        fields.push((SHOW.to_owned(), "1".to_owned()));
    }
    let (heading, here) = (t.plain("editing-held"), format!("/{code}/skriv/ventet/{id}"));
    let page = Held {
        t,
        frame: frame(&app, &visit, &heading).under(&heading, &here),
        here,
        action: format!("/{code}/{}", row.address),
        fields,
        words,
        is_shown,
        at: at(t, *row.made_at),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// What somebody has written, and not what their form carried or where they chose.
fn words(fields: &[(String, String)]) -> Vec<String> {
    let is_written = |(name, value): &&(String, String)| {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        let is_code =
            value.len() <= 3 || value.bytes().all(is_plain) || Uuid::try_parse(value).is_ok();
        !CARRIED.contains(&name.as_str()) && !is_code
    };
    fields.iter().filter(is_written).map(|(_, value)| value.clone()).collect()
}

/// They do not want it.
pub async fn discard(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let form = Form::new(4 * 1024, Vec::<Field>::new());
    Filled::receive(request, &form, &RegisterNames::default()).await;
    let row = find(&app, &visit, id).await?;
    Entity::delete_by_id(row.id).exec(&app.db).await?;
    Ok(crate::web::see_other(&format!("/{}/skriv", visit.lang().code())))
}
