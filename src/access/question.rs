//! Asks before something is done that throws somebody out: nothing happens before they have said yes.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::respond::called;
use super::{At, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::Filled;
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::people::letter::role_key;
use crate::people::{factors, persons, places, roles};
use crate::rights::RoleKind;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "access/question.html")]
struct Question {
    t: Text,
    frame: Frame,
    heading: Words,
    lead: Words,
    /// What the button says.
    sure: Words,
    about: About,
    /// Where a yes goes, and by which button.
    action: String,
    button: &'static str,
    back: String,
}

/// Whom or what it is about.
struct About {
    /// The row that the button is for.
    id: Uuid,
    who: String,
    /// Of a role: which, and where unless it is everywhere.
    role: Option<Words>,
    place: Option<String>,
    /// Who can take over what they are writing.
    heirs: Vec<(Uuid, String)>,
    /// Places that they lead, and nobody else.
    unled: Vec<String>,
}

/// What is asked, in words, and the button that does it.
struct Asks {
    button: &'static str,
    /// Behind the page that it is asked from.
    rest: &'static str,
    heading: &'static str,
    lead: &'static str,
    sure: &'static str,
}

const TAKE: Asks = Asks {
    button: "ta",
    rest: "roller",
    heading: "access-take-heading",
    lead: "access-take-lead",
    sure: "access-take-sure",
};
const CLOSE: Asks = Asks {
    button: "steng",
    rest: "konto",
    heading: "access-close-heading",
    lead: "access-accounts-lead",
    sure: "access-close-sure",
};
const RESET: Asks = Asks {
    button: "nullstill",
    rest: "konto",
    heading: "access-reset-heading",
    lead: "access-reset-lead",
    sure: "access-reset-sure",
};

pub async fn everywhere(State(app): State<App>, visit: Visit) -> Reply {
    take(&app, &visit, None).await
}

pub async fn at(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    take(&app, &visit, Some(at)).await
}

/// Which row the address names.
fn named(visit: &Visit, asks: &Asks) -> Result<Uuid, Error> {
    let query = visit.parameters()?;
    let value = query.get(asks.button).unwrap_or_default();
    Uuid::try_parse(value).map_err(|_| Error::NotUnderstood(asks.button))
}

/// It is done already: the page as it is now.
async fn gone(app: &App, visit: &Visit, place: Option<Uuid>) -> Reply {
    show::page(app, visit, place, &Filled::empty(), Some("access-not-there")).await
}

async fn take(app: &App, visit: &Visit, place: Option<Uuid>) -> Reply {
    let (t, who, today) = (visit.t, known(visit)?, oslo_day(app.clock.now()));
    let id = named(visit, &TAKE)?;
    let Some(row) = roles::one_at(&app.db, (id, place), today).await? else {
        return gone(app, visit, place).await;
    };
    let role = row.role().filter(|role| who.may_give(role.kind, role.at));
    let role = role.ok_or(Error::Forbidden)?;
    let network = Network::load(&app.db).await?;
    let name = place.and_then(|at| places::name(&network, at, today));
    let about = About {
        id,
        who: called(app, t, row.person_id).await?,
        role: Some(t.get(role_key(role.kind))),
        place: name.map(str::to_owned),
        heirs: heirs(app, t, place, row.person_id).await?,
        unled: unled(app, &network, std::slice::from_ref(&row), today).await?,
    };
    page(app, visit, place, &TAKE, about)
}

/// What the places are called that nobody leads without these roles of one person.
async fn unled(
    app: &App,
    network: &Network,
    rows: &[roles::Model],
    today: Date,
) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for row in rows {
        let led = row.role().filter(|role| role.kind == RoleKind::CentreLeader);
        let Some(at) = led.and_then(|role| role.at) else { continue };
        if !roles::is_led(&app.db, (at, Some(row.person_id)), today).await? {
            names.extend(places::name(network, at, today).map(str::to_owned));
        }
    }
    Ok(names)
}

/// The others at the place who can log in; what is everywhere passes to nobody.
async fn heirs(
    app: &App,
    t: Text,
    place: Option<Uuid>,
    but: Uuid,
) -> Result<Vec<(Uuid, String)>, Error> {
    let Some(place) = place else { return Ok(Vec::new()) };
    let held = roles::at(&app.db, Some(place), oslo_day(app.clock.now())).await?;
    let mut others: Vec<Uuid> = held.iter().map(|row| row.person_id).collect();
    others.retain(|other| *other != but);
    others.sort_unstable();
    others.dedup();
    // Closed accounts have no name here.
    Ok(persons::called(&app.db, t, &others).await?)
}

pub async fn account(State(app): State<App>, visit: Visit) -> Reply {
    let is_reset = visit.parameters()?.get(RESET.button).is_some();
    let asks = if is_reset { &RESET } else { &CLOSE };
    let id = named(&visit, asks)?;
    let found = persons::by_id(&app.db, id).await?.filter(|person| !person.is_disabled());
    if found.is_none() || is_reset && !factors::of(&app.db, id).await?.any() {
        return gone(&app, &visit, None).await;
    }
    let who = called(&app, visit.t, id).await?;
    let unled = if is_reset {
        Vec::new()
    } else {
        let (network, today) = (Network::load(&app.db).await?, oslo_day(app.clock.now()));
        unled(&app, &network, &roles::of(&app.db, id, today).await?, today).await?
    };
    let about = About { id, who, role: None, place: None, heirs: Vec::new(), unled };
    page(&app, &visit, None, asks, about)
}

fn page(app: &App, visit: &Visit, place: Option<Uuid>, asks: &Asks, about: About) -> Reply {
    let t = visit.t;
    let heading = t.plain(asks.heading);
    let back = path(t.lang.code(), place);
    let action = format!("{back}/{}", asks.rest);
    let above = about.place.clone().unwrap_or_else(|| t.plain("access-heading"));
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()));
    frame = frame.under(above, &back);
    frame = frame.under(&heading, format!("{action}?{}={}", asks.button, about.id));
    let page = Question {
        t,
        frame,
        heading: t.get(asks.heading),
        lead: t.get(asks.lead),
        sure: t.get(asks.sure),
        about,
        action,
        button: asks.button,
        back,
    };
    crate::web::page(StatusCode::OK, &page)
}
