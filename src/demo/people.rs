//! Example people, one for each role, and the page by which anybody becomes one of them with a click.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Lang, Text, Words};
use crate::login;
use crate::people::letter::role_key;
use crate::people::sessions::Way;
use crate::people::{Address, persons, places, roles};
use crate::rights::{Role, RoleKind, Who};
use crate::web::{Frame, Visit};

/// Behind the language.
pub const PATH: &str = "eksempelfolk";

/// Where those have their role who have it somewhere.
const PLACE: &str = "usht-hedmark";

const LIMIT: usize = 16 * 1024;

/// Nobody is called so.
fn name(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Member => "Mona Eksempel",
        RoleKind::TeamLead => "Tore Eksempel",
        RoleKind::Editor => "Rita Eksempel",
        RoleKind::Reviewer => "Geir Eksempel",
        RoleKind::CentreLeader => "Siri Eksempel",
        RoleKind::Coordinator => "Knut Eksempel",
        RoleKind::Administrator => "Anne Eksempel",
    }
}

fn address(kind: RoleKind) -> Option<Address> {
    Address::parse(&format!("{}@example.org", kind.name()))
}

/// The account of the example of a role.
pub async fn id(app: &App, kind: RoleKind) -> Result<Option<Uuid>, Error> {
    let Some(address) = address(kind) else { return Ok(None) };
    Ok(persons::by_address(&app.db, &address).await?.map(|person| person.id))
}

/// Somebody of them, as they write in the workspace of their team.
pub fn who(id: Uuid) -> Who {
    let (name, proof) = (String::new(), String::new());
    Who { id, name, roles: Vec::new(), waits: false, session: Uuid::nil(), proof }
}

pub async fn fill(app: &App) -> Result<(), Error> {
    let network = Network::load(&app.db).await?;
    let place = places::by_slug(&network, PLACE);
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move {
            for kind in RoleKind::ALL {
                make(tx, &clock, kind, place).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn make(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    kind: RoleKind,
    place: Option<Uuid>,
) -> Result<(), Error> {
    let Some(address) = address(kind) else { return Ok(()) };
    // A database that is given may have them already.
    let person = match persons::by_address(tx, &address).await? {
        Some(person) => person,
        None => persons::make(tx, clock, Some(&address), Lang::Nb).await?,
    };
    persons::set_name(tx, person.id, name(kind)).await?;
    let at = place.filter(|_| !kind.is_everywhere());
    Ok(roles::give(tx, clock, person.id, Role { kind, at }, None).await?)
}

#[derive(Template)]
#[template(path = "demo/people.html")]
struct Offer {
    t: Text,
    frame: Frame,
    action: String,
    people: Vec<Example>,
}

struct Example {
    kind: &'static str,
    name: &'static str,
    role: Words,
    /// Empty for everywhere.
    place: String,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let network = Network::load(&app.db).await?;
    let place = places::by_slug(&network, PLACE);
    let place = place.and_then(|at| places::name(&network, at, oslo_day(app.clock.now())));
    let example = |kind: RoleKind| Example {
        kind: kind.name(),
        name: name(kind),
        role: t.get(role_key(kind)),
        place: place.filter(|_| !kind.is_everywhere()).unwrap_or_default().to_owned(),
    };
    let people = RoleKind::ALL.into_iter().map(example).collect();
    let heading = t.plain("examples-heading");
    let action = format!("/{}/{PATH}", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading).form().under(&heading, &action);
    crate::web::page(StatusCode::OK, &Offer { t, frame, action, people })
}

pub async fn become_one(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let headers: HeaderMap = request.headers().clone();
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["rolle"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let kind = RoleKind::of(filled.typed.value("rolle"));
    let address = kind.and_then(address).ok_or(Error::NotUnderstood("rolle"))?;
    let person = persons::by_address(&app.db, &address).await?.ok_or(Error::NotFound)?;
    login::begin_as(&app, &visit, &headers, person.id, Way::Example).await
}
