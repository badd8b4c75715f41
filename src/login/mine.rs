//! One's own page: the one thing that waits first, what one writes, and the account.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::LIMIT;
use super::acting::{Suggested, suggested};
use super::drafts::{self, Draft, Published};
use super::waits::{self, Waits};
use super::works::{self, Row as WorkRow};
use crate::app::App;
use crate::centres::Network;
use crate::config::Provider;
use crate::dates::{Local, oslo_day};
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::held::{self, CARRIED};
use crate::people::letter::role_key;
use crate::people::{
    Entry, Refused, What, erasure, identities, invitations, persons, places, roles, sessions,
};
use crate::rights::{Role, RoleKind, Who};
use crate::text::MISSING;
use crate::web::receipt::{self, Receipts};
use crate::web::{Frame, Visit};
use crate::work;

#[derive(Template)]
#[template(path = "login/mine.html")]
struct Mine {
    t: Text,
    frame: Frame,
    action: String,
    addresses: Vec<String>,
    /// Those who vouch for people, and whether they do for this one.
    providers: Vec<(String, String, bool)>,
    roles: Vec<Held>,
    /// The way to who is trusted with what in all the country.
    access: bool,
    /// The way to what only who runs the site sees.
    runs: bool,
    /// The way to the registers, for who looks after some of them.
    register: bool,
    /// Organisations that others say they act for.
    suggested: Vec<Suggested>,
    next: Next,
    drafts: Vec<Draft>,
    published: Vec<Published>,
    works: Vec<WorkRow>,
    sessions: Vec<Session>,
    /// The day that the account is erased, of one who has asked for it.
    leaving: Option<String>,
    /// What they sent when they were logged out: where it waits, and when it came.
    unsent: Vec<(String, String)>,
    /// Something did not go as it was asked for.
    notice: Option<Words>,
    fields: View,
    /// The form has waited for them to log in.
    waited: String,
}

/// The one thing that waits first, and what follows.
struct Next {
    /// An invitation comes before all else.
    invitation: Option<Waiting>,
    first: Option<Waits>,
    /// How much follows.
    follows: usize,
    invitations: Vec<Waiting>,
    /// As many as stand beside.
    waits: Vec<Waits>,
    /// The rest, folded.
    more: Vec<Waits>,
}

/// So much stands beside the first.
const BESIDE: usize = 3;

impl Next {
    fn new(invitations: Vec<Waiting>, waits: Vec<Waits>) -> Self {
        let (mut invitations, mut waits) = (invitations.into_iter(), waits.into_iter());
        let invitation = invitations.next();
        let first = if invitation.is_none() { waits.next() } else { None };
        let invitations: Vec<Waiting> = invitations.collect();
        let beside = BESIDE.saturating_sub(invitations.len());
        let follows = invitations.len() + waits.len();
        let of_waits = waits.by_ref().take(beside).collect();
        Self { invitation, first, follows, invitations, waits: of_waits, more: waits.collect() }
    }
}

/// A role as the page tells it.
struct Held {
    name: Words,
    /// Empty for everywhere.
    place: String,
    /// Its own page, for a centre.
    centre: Option<String>,
    since: String,
    /// The last day of it.
    until: Option<String>,
    /// The way to who is trusted with what there, for who looks after it.
    access: Option<Uuid>,
}

struct Waiting {
    id: Uuid,
    words: Words,
    until: String,
    /// The last day of the role.
    last: Option<String>,
}

/// A browser that they are logged in in.
struct Session {
    /// Empty for one that says nothing of itself.
    device: String,
    is_this: bool,
    begun: String,
}

const NAME: usize = 100;
/// So many browsers are named; a page of their own has them all.
const BROWSERS: usize = 4;

/// What the page says of what has just been done.
const DONE: Receipts =
    &[("navn", "login-done-name"), ("ja", "login-done-yes"), ("nei", "login-done-no")];

fn form() -> Form {
    let name = Field::line("navn", "login-name", NAME)
        .needed()
        .helped("login-name-help")
        .autocompleted("name")
        .saying(MISSING, "login-fault-name-missing");
    Form::new(LIMIT, [name]).hiding(CARRIED)
}

/// Who is known: the right of the route has seen to it.
pub fn known(visit: &Visit) -> Result<&Who, Error> {
    visit.who.as_deref().ok_or(Error::Forbidden)
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let who = known(&visit)?;
    let mut filled = Filled::empty();
    filled.typed.set("navn", who.name.as_str());
    page(&app, &visit, &filled, None).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled, notice: Option<&str>) -> Reply {
    let (t, who, today) = (visit.t, known(visit)?, oslo_day(app.clock.now()));
    let network = Network::load(&app.db).await?;
    let addresses = persons::addresses(&app.db, who.id).await?;
    let trusted = roles::of(&app.db, who.id, today).await?;
    let next = next(app, visit, &network, &addresses).await?;
    let drafts = drafts::of(app, visit, &network, who).await?;
    let published = drafts::published(app, t, who).await?;
    let works = works::of(app, t, who).await?;
    let (providers, suggested) = vouched(app, t, &network, (who.id, &trusted)).await?;
    let heading = t.plain("web-my-page");
    let action = format!("/{}/min-side", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().under(&heading, &action);
    frame = frame.saying(visit, DONE);
    frame.refused = notice.is_some() || filled.is_refused();
    let notice = notice.map(|key| t.get(key));
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    let unsent = held::of(&app.db, who.id).await?.into_iter().map(|row| {
        let there = format!("/{}/skriv/ventet/{}", t.lang.code(), row.id);
        (there, t.local(Local::at(*row.made_at)))
    });
    let access = who.is(RoleKind::Coordinator) || who.is(RoleKind::Administrator);
    let page = Mine {
        t,
        frame,
        action,
        addresses,
        providers,
        roles: trusted.iter().filter_map(|row| role(t, &network, row, today)).collect(),
        access,
        runs: who.is(RoleKind::Administrator),
        register: access || who.is(RoleKind::CentreLeader),
        suggested,
        next,
        drafts,
        published,
        works,
        sessions: browsers(app, t, who).await?,
        leaving: erasure::of(&app.db, who.id).await?.map(|row| t.day(*row.due_at)),
        unsent: unsent.collect(),
        notice,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        waited: held::carried(&filled.typed),
    };
    crate::web::page(status, &page)
}

async fn next(
    app: &App,
    visit: &Visit,
    network: &Network,
    addresses: &[String],
) -> Result<Next, Error> {
    let now = app.clock.now();
    let name = |at: Option<Uuid>| at.and_then(|at| places::name(network, at, oslo_day(now)));
    let waiting = invitations::waiting(&app.db, addresses, now).await?;
    let teams = works::invited(app, visit.t, &waiting).await?;
    let invitations = waiting.iter().filter_map(|row| {
        if row.in_team().is_none() {
            return invited(visit.t, row, name);
        }
        let words = teams.get(&row.id).cloned()?;
        Some(Waiting { id: row.id, words, until: visit.t.day(*row.expires_at), last: None })
    });
    let invitations = invitations.collect();
    Ok(Next::new(invitations, waits::of(app, visit, network).await?))
}

/// What others say of them; nothing is asked where there are no such others.
async fn vouched(
    app: &App,
    t: Text,
    network: &Network,
    (who, held): (Uuid, &[roles::Model]),
) -> Result<(Vec<(String, String, bool)>, Vec<Suggested>), Error> {
    let all = &app.settings.providers;
    if all.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let vouching = identities::of(&app.db, who).await?;
    let provider = |one: &Provider| {
        let is_known = vouching.iter().any(|identity| identity.issuer == one.issuer);
        (one.name.clone(), one.label().to_owned(), is_known)
    };
    let suggested = suggested(app, t, network, who, held).await?;
    Ok((all.iter().map(provider).collect(), suggested))
}

fn role(t: Text, network: &Network, row: &roles::Model, today: Date) -> Option<Held> {
    let Role { kind, at } = row.role()?;
    let place = at.and_then(|at| places::name(network, at, today)).unwrap_or_default();
    let until = row.valid_to.and_then(Date::previous_day);
    Some(Held {
        name: t.get(role_key(kind)),
        place: place.to_owned(),
        centre: at.and_then(|at| centre(network, t, at)),
        since: t.date(row.valid_from),
        until: until.map(|last| t.date(last)),
        access: at.filter(|_| !kind.gives().is_empty()),
    })
}

/// This browser first, then those that were used last.
async fn browsers(app: &App, t: Text, who: &Who) -> Result<Vec<Session>, Error> {
    let rows = sessions::of(&app.db, &app.settings.people, who, app.clock.now()).await?;
    let session = |row: sessions::Model| Session {
        is_this: row.id == who.session,
        begun: t.local(Local::at(*row.begun_at)),
        device: row.device,
    };
    let mut all: Vec<Session> = rows.into_iter().map(session).collect();
    all.sort_by_key(|one| !one.is_this);
    all.truncate(BROWSERS);
    Ok(all)
}

fn centre(network: &Network, t: Text, place: Uuid) -> Option<String> {
    let found = network.centres().iter().find(|centre| centre.id == place)?;
    Some(format!("/{}/sentre/{}", t.lang.code(), found.slug))
}

fn invited<'n>(
    t: Text,
    row: &invitations::Model,
    name: impl Fn(Option<Uuid>) -> Option<&'n str>,
) -> Option<Waiting> {
    let Role { kind, at } = row.role()?;
    let role = t.plain(role_key(kind));
    let words = match name(at) {
        Some(place) => t.with2("login-invited-at", "role", role, "place", place),
        None => t.with("login-invited", "role", role),
    };
    let last = row.valid_to.and_then(Date::previous_day).map(|last| t.date(last));
    Some(Waiting { id: row.id, words, until: t.day(*row.expires_at), last })
}

pub async fn rename(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?.id;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled, None).await;
    }
    let waited = held::named(&filled.typed);
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, name) = (app.clock.clone(), filled.text("navn").to_owned());
        Box::pin(async move {
            persons::set_name(tx, who, &name).await?;
            held::forget(tx, who, waited).await?;
            let entry = Entry::of(What::NameChanged).by(Some(who)).on("person", who);
            Ok(entry.write(tx, &clock).await?)
        })
    })
    .await?;
    Ok(receipt::done(&format!("/{}/min-side", visit.lang().code()), "navn"))
}

pub async fn answer(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["invitasjon", "svar"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let id = Uuid::try_parse(filled.typed.value("invitasjon"));
    let is_yes = match filled.typed.value("svar") {
        "ja" => Some(true),
        "nei" => Some(false),
        _ => None,
    };
    let (Ok(id), Some(is_yes)) = (id, is_yes) else {
        return Err(Error::NotUnderstood("svar"));
    };
    match answer_one(&app, who, id, is_yes).await {
        Ok(()) => {
            let here = format!("/{}/min-side", visit.lang().code());
            Ok(receipt::done(&here, if is_yes { "ja" } else { "nei" }))
        }
        Err(Refused::Database(error)) => Err(error.into()),
        Err(_) => told(&app, &visit, "login-invitation-over").await,
    }
}

/// A yes gives the role, or takes them into the team.
async fn answer_one(app: &App, who: &Who, id: Uuid, is_yes: bool) -> Result<(), Refused> {
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let answered = invitations::answer(tx, &clock, (id, who.id), is_yes).await?;
            if is_yes && answered.in_team().is_some() {
                let joined = work::Writer::new(tx, &clock, &who).accept(&answered).await;
                joined.map_err(|error| match error {
                    work::Refused::Database(error) => Refused::Database(error),
                    _ => Refused::NotThere,
                })?;
            }
            Ok(())
        })
    })
    .await
}

/// The page, and what did not go as it was asked for.
pub async fn told(app: &App, visit: &Visit, notice: &str) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set("navn", known(visit)?.name.as_str());
    page(app, visit, &filled, Some(notice)).await
}
