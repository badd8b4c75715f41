//! Erasing one's own account: asked for in a session that has just begun, done some days later, taken back
//! until then.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::Duration;
use uuid::Uuid;

use super::{LIMIT, leaving, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, RegisterNames, View, Wording};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::people::erasure::{self, Leave};
use crate::people::{Refused, persons, places, roles, sessions};
use crate::rights::Who;
use crate::text::MISSING;
use crate::web::{Frame, Query, Visit, receipt};

#[derive(Template)]
#[template(path = "privacy/leave.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    /// When it is done, of one who has asked.
    due: Option<String>,
    /// They must log in anew first: the way there and back.
    log_in: Option<String>,
    days: i64,
    fields: View,
    notice: Option<Words>,
}

/// Who wants to be erased has logged in so lately: a browser that was left open is not enough.
const FRESH: Duration = Duration::minutes(30);

const DRAFTS: &str = "utkast";
const SURE: &str = "sikker";
/// The button of one who has thought again.
const KEEP: &str = "behold";

/// What the choices are called where they are sent.
const NOTHING: &str = "slett";

async fn form(app: &App, t: Text, who: &Who) -> Result<Form, Error> {
    let today = oslo_day(app.clock.now());
    let network = Network::load(&app.db).await?;
    let named = |name: String| Wording::Words(BTreeMap::from([(t.lang, name)]));
    let mut places: Vec<Uuid> =
        roles::of(&app.db, who.id, today).await?.iter().filter_map(|row| row.place_id).collect();
    places.dedup();
    let mut options = Vec::new();
    for place in places {
        let Some(name) = places::name(&network, place, today) else { continue };
        let label = t.plain_with("privacy-leave-at", "place", name);
        options.push(Alternative { value: format!("sted-{place}"), label: named(label) });
    }
    let heirs = erasure::heirs(&app.db, &app.clock, who.id).await?;
    for (id, name) in persons::called(&app.db, t, &heirs).await? {
        let label = t.plain_with("privacy-leave-to", "name", name.as_str());
        options.push(Alternative { value: format!("person-{id}"), label: named(label) });
    }
    options.push(Alternative::new(NOTHING, "privacy-leave-nothing"));
    let fields = [
        Field::choice(DRAFTS, "privacy-leave-drafts", options)
            .needed()
            .helped("privacy-leave-drafts-help"),
        Field::new(SURE, "privacy-leave-sure", FieldKind::Tick)
            .needed()
            .saying(MISSING, "privacy-fault-sure"),
    ];
    Ok(Form::new(LIMIT, fields).hiding([KEEP]))
}

/// What was chosen. A value that is none of ours has been refused before.
fn chosen(value: &str) -> Option<Leave> {
    let id = |prefix: &str| Uuid::try_parse(value.strip_prefix(prefix)?).ok();
    if value == NOTHING {
        return Some(Leave::Nothing);
    }
    id("sted-").map(Leave::At).or_else(|| id("person-").map(Leave::To))
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, &Filled::empty(), None).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled, notice: Option<&str>) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let due = erasure::of(&app.db, who.id).await?.map(|row| t.day(*row.due_at));
    let here = leaving(t.lang.code());
    let log_in = Query::default().with("til", &here);
    let log_in = format!("/{}/logg-inn{log_in}", t.lang.code());
    let heading = t.plain("privacy-leave-heading");
    let mut frame = Frame::new(app, visit, &heading).form();
    let mine = format!("/{}/min-side", t.lang.code());
    frame = frame.under(t.plain("web-my-page"), mine);
    frame = frame.under(t.plain("privacy-heading"), path(t.lang.code())).under(&heading, &here);
    frame.refused = notice.is_some() || filled.is_refused();
    let form = form(app, t, who).await?;
    let page = Page {
        t,
        frame,
        action: here,
        log_in: (due.is_none() && !is_fresh(app, who).await?).then_some(log_in),
        due,
        days: app.settings.people.erasure().whole_days(),
        fields: View::new(t, &form, filled, &RegisterNames::default()),
        notice: notice.map(|key| t.get(key)),
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &page)
}

/// Have they just shown who they are?
async fn is_fresh(app: &App, who: &Who) -> Result<bool, Error> {
    let session = sessions::by_id(&app.db, (who.id, who.session)).await?;
    let shown = session.map(|session| session.proved_at.max(Some(session.begun_at)));
    Ok(shown.flatten().is_some_and(|at| app.clock.now() - *at < FRESH))
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = form(&app, visit.t, who).await?;
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let person = show::person(&app, &visit).await?.id;
    if !filled.typed.value(KEEP).is_empty() {
        keep(&app, person).await?;
        return Ok(receipt::done(&path(visit.lang().code()), "beholdt"));
    }
    if !is_fresh(&app, who).await? {
        return page(&app, &visit, &filled, Some("privacy-leave-anew")).await;
    }
    if !filled.is_good() {
        return page(&app, &visit, &filled, None).await;
    }
    let leave = chosen(filled.text(DRAFTS)).ok_or(Error::NotUnderstood(DRAFTS))?;
    match ask(&app, person, leave).await {
        // The page says until when they can think again.
        Ok(()) => Ok(crate::web::see_other(&leaving(visit.lang().code()))),
        Err(Refused::Database(error)) => Err(error.into()),
        Err(Refused::LastAdministrator) => {
            page(&app, &visit, &filled, Some("privacy-leave-last-administrator")).await
        }
        Err(_) => page(&app, &visit, &filled, Some("privacy-leave-not-there")).await,
    }
}

async fn ask(app: &App, person: Uuid, leave: Leave) -> Result<(), Refused> {
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, settings) = (app.clock.clone(), app.settings.clone());
        Box::pin(async move { erasure::ask(tx, &clock, &settings.people, person, leave).await })
    })
    .await
}

async fn keep(app: &App, person: Uuid) -> Result<bool, Error> {
    db::transaction::<bool, Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { Ok(erasure::take_back(tx, &clock, person).await?) })
    })
    .await
}
