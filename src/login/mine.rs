//! One's own page: name, addresses, roles, and the invitations that wait for an answer.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::LIMIT;
use super::acting::{Suggested, suggested};
use super::waits::{self, Waits};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Lang, Text, Words};
use crate::items::working;
use crate::people::letter::role_key;
use crate::people::{Entry, Refused, What, identities, invitations, persons, places, roles};
use crate::rights::{Role, RoleKind, Who};
use crate::text::MISSING;
use crate::web::{Frame, Visit};

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
    /// The way to the registers, for who looks after some of them.
    register: bool,
    invitations: Vec<Waiting>,
    /// Organisations that others say they act for.
    suggested: Vec<Suggested>,
    waits: Vec<Waits>,
    drafts: Vec<Draft>,
    /// Something did not go as it was asked for.
    notice: Option<Words>,
    fields: View,
}

/// A text that they are writing: its title, the language of that where it is another, the way there.
type Draft = (String, &'static str, String);

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
}

const NAME: usize = 100;

fn form() -> Form {
    let name = Field::line("navn", "login-name", NAME)
        .needed()
        .helped("login-name-help")
        .autocompleted("name")
        .saying(MISSING, "login-fault-name-missing");
    Form::new(LIMIT, [name])
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
    let (t, who, now) = (visit.t, known(visit)?, app.clock.now());
    let today = oslo_day(now);
    let network = Network::load(&app.db).await?;
    let addresses = persons::addresses(&app.db, who.id).await?;
    let name = |at: Option<Uuid>| at.and_then(|at| places::name(&network, at, today));
    let vouching = identities::of(&app.db, who.id).await?;
    let providers = app.settings.providers.iter().map(|one| {
        let is_known = vouching.iter().any(|identity| identity.issuer == one.issuer);
        (one.name.clone(), one.label().to_owned(), is_known)
    });
    let providers = providers.collect();
    let held = roles::of(&app.db, who.id, today).await?;
    let suggested = suggested(app, t, &network, who.id, &held).await?;
    let waiting = invitations::waiting(&app.db, &addresses, now).await?;
    let roles = held.iter().filter_map(|row| {
        let Role { kind, at } = row.role()?;
        let (place, since) = (name(at).unwrap_or_default().to_owned(), t.date(row.valid_from));
        let centre = at.and_then(|at| centre(&network, t, at));
        let access = at.filter(|_| !kind.gives().is_empty());
        let until = row.valid_to.and_then(Date::previous_day).map(|last| t.date(last));
        Some(Held { name: t.get(role_key(kind)), place, centre, since, until, access })
    });
    let invitations = waiting.iter().filter_map(|row| invited(t, row, name));
    let (roles, invitations) = (roles.collect(), invitations.collect());
    let waits = waits::of(app, t, who).await?;
    let drafts = drafts(app, t, who.id).await?;
    let heading = t.plain("web-my-page");
    let action = format!("/{}/min-side", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().under(&heading, &action);
    frame.refused = filled.is_refused();
    let notice = notice.map(|key| t.get(key));
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    let fields = View::new(t, &form(), filled, &RegisterNames::default());
    let access = who.is(RoleKind::Coordinator) || who.is(RoleKind::Administrator);
    let register = access || who.is(RoleKind::CentreLeader);
    let page = Mine {
        t,
        frame,
        action,
        addresses,
        providers,
        roles,
        access,
        register,
        invitations,
        suggested,
        waits,
        drafts,
        notice,
        fields,
    };
    crate::web::page(status, &page)
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
    Some(Waiting { id: row.id, words, until: t.day(*row.expires_at) })
}

/// What they are writing.
async fn drafts(app: &App, t: Text, who: Uuid) -> Result<Vec<Draft>, Error> {
    let mine = working::by(&app.db, who).await?;
    let draft = |(item, text): working::Draft| {
        let lang = Lang::parse(&item.lang).filter(|lang| *lang != t.lang).map_or("", Lang::code);
        let title = text.content().unwrap_or_default().title;
        (title, lang, format!("/{}/skriv/{}", t.lang.code(), item.id))
    };
    Ok(mine.into_iter().map(draft).collect())
}

pub async fn rename(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?.id;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled, None).await;
    }
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, name) = (app.clock.clone(), filled.text("navn").to_owned());
        Box::pin(async move {
            persons::set_name(tx, who, &name).await?;
            let entry = Entry::of(What::NameChanged).by(Some(who)).on("person", who);
            Ok(entry.write(tx, &clock).await?)
        })
    })
    .await?;
    Ok(crate::web::see_other(&format!("/{}/min-side", visit.lang().code())))
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
    let person = who.id;
    let answered = db::transaction::<(), Refused, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { invitations::answer(tx, &clock, (id, person), is_yes).await })
    })
    .await;
    match answered {
        Ok(()) => Ok(crate::web::see_other(&format!("/{}/min-side", visit.lang().code()))),
        Err(Refused::Database(error)) => Err(error.into()),
        Err(_) => told(&app, &visit, "login-invitation-over").await,
    }
}

/// The page, and what did not go as it was asked for.
pub async fn told(app: &App, visit: &Visit, notice: &str) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set("navn", known(visit)?.name.as_str());
    page(app, visit, &filled, Some(notice)).await
}
