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
use crate::i18n::{Lang, Text, Words};
use crate::items::Item;
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
    /// What they write that is not public, and what becomes of each.
    texts: Vec<Left>,
    fields: View,
    notice: Option<Words>,
}

/// A text that is not public, and what becomes of it by each choice; by the one that is made, where it is.
struct Left {
    title: String,
    lang: &'static str,
    ways: Vec<Words>,
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
        texts: texts(app, t, who.id, &form).await?,
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

/// What becomes of each text, as the round that erases does it.
async fn texts(app: &App, t: Text, who: Uuid, form: &Form) -> Result<Vec<Left>, Error> {
    let today = oslo_day(app.clock.now());
    let network = Network::load(&app.db).await?;
    let wish = erasure::of(&app.db, who).await?;
    let heir = wish.as_ref().and_then(|wish| wish.heir_id);
    let heirs = persons::called(&app.db, t, heir.as_slice()).await?;
    let all = erasure::texts(&app.db, who).await?;
    let heir = heirs.into_iter().next().map(|(_, name)| name);
    let name = |place: Uuid| places::name(&network, place, today).map(str::to_owned);
    let offers = |prefix: &str| {
        let kind = form.fields.iter().find(|field| field.key == DRAFTS).map(|field| &field.kind);
        let Some(FieldKind::Choice { options, .. }) = kind else { return false };
        options.iter().any(|option| option.value.starts_with(prefix))
    };
    let offered = (offers("sted-"), offers("person-"));
    let told = |(item, is_alone): (Item, bool)| {
        let centre = item.centre_id.and_then(name);
        let ways = match &wish {
            Some(wish) => vec![made(t, wish, (centre, is_alone), (heir.clone(), &name))],
            None => choices(t, (centre, is_alone), offered),
        };
        let lang = Lang::parse(&item.lang).filter(|lang| *lang != t.lang).map_or("", Lang::code);
        Left { title: item.title, lang, ways }
    };
    Ok(all.into_iter().map(told).collect())
}

/// By each choice that they have.
fn choices(
    t: Text,
    (centre, is_alone): (Option<String>, bool),
    (has_places, has_heirs): (bool, bool),
) -> Vec<Words> {
    let mut ways = Vec::new();
    if has_places {
        ways.push(match &centre {
            Some(place) => t.with("privacy-leave-if-at", "place", place.as_str()),
            None => t.get("privacy-leave-if-at-chosen"),
        });
    }
    if has_heirs {
        ways.push(t.get("privacy-leave-if-to"));
    }
    ways.push(match (is_alone, &centre) {
        (true, _) => t.get("privacy-leave-if-nothing"),
        (false, Some(place)) => t.with("privacy-leave-if-nothing-at", "place", place.as_str()),
        (false, None) => t.get("privacy-leave-if-nothing-coordinators"),
    });
    ways
}

/// By the one that is made, as the text is now.
fn made(
    t: Text,
    wish: &erasure::Model,
    (centre, is_alone): (Option<String>, bool),
    (heir, name): (Option<String>, &dyn Fn(Uuid) -> Option<String>),
) -> Words {
    if let Some(heir) = heir {
        return t.with("privacy-leave-goes-to", "to", heir);
    }
    if wish.is_thrown_away && is_alone {
        return t.get("privacy-leave-goes-away");
    }
    match centre.or_else(|| wish.place_id.and_then(name)) {
        Some(place) => t.with("privacy-leave-goes-to", "to", place),
        None => t.get("privacy-leave-goes-coordinators"),
    }
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
