//! Taking roles away, saying that they are still right, taking invitations back, closing accounts.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::{At, LIMIT, path, show};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::login::known;
use crate::people::{Refused, factors, invitations, roles};
use crate::web::Visit;
use crate::web::visit::Named;

/// What a button asks for, with the row that it stands at.
#[derive(Clone, Copy, Debug)]
enum Change {
    Take(Uuid),
    Confirm(Uuid),
    Withdraw(Uuid),
    Close(Uuid),
    Open(Uuid),
    /// Of the second steps: they are lost.
    Reset(Uuid),
}

/// The names of the buttons.
type Buttons = &'static [(&'static str, fn(Uuid) -> Change)];

const OF_ROLES: Buttons =
    &[("ta", Change::Take), ("bekreft", Change::Confirm), ("trekk", Change::Withdraw)];
const OF_ACCOUNTS: Buttons =
    &[("steng", Change::Close), ("apne", Change::Open), ("nullstill", Change::Reset)];

pub async fn everywhere(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    send(&app, &visit, None, OF_ROLES, request).await
}

pub async fn at(
    State(app): State<App>,
    visit: Visit,
    Named(At { at }): Named<At>,
    request: Request,
) -> Reply {
    send(&app, &visit, Some(at), OF_ROLES, request).await
}

pub async fn account(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    send(&app, &visit, None, OF_ACCOUNTS, request).await
}

async fn send(
    app: &App,
    visit: &Visit,
    place: Option<Uuid>,
    buttons: Buttons,
    request: Request,
) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(buttons.iter().map(|(name, _)| *name));
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let pressed = buttons
        .iter()
        .find_map(|(name, change)| Uuid::try_parse(filled.typed.value(name)).ok().map(change));
    let change = pressed.ok_or(Error::NotUnderstood("knapp"))?;
    let notice = match make(app, visit, place, change).await {
        Ok(()) => return Ok(crate::web::see_other(&path(visit.lang().code(), place))),
        Err(Refused::LastAdministrator) => "access-last-administrator",
        Err(Refused::NotThere) => "access-not-there",
        Err(Refused::NotTheirs) => return Err(Error::Forbidden),
        Err(Refused::Database(error)) => return Err(error.into()),
    };
    show::page(app, visit, place, &Filled::empty(), Some(notice)).await
}

async fn make(
    app: &App,
    visit: &Visit,
    place: Option<Uuid>,
    change: Change,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::NotTheirs)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            match change {
                Change::Take(id) => roles::take(tx, &clock, id, place, &who).await,
                Change::Confirm(id) => roles::confirm(tx, &clock, id, place, &who).await,
                Change::Withdraw(id) => invitations::withdraw(tx, &clock, (id, place), &who).await,
                Change::Close(id) => roles::close(tx, &clock, id, who.id).await,
                Change::Open(id) => roles::open(tx, &clock, id, who.id).await,
                Change::Reset(id) => factors::reset(tx, &clock, id, Some(who.id)).await,
            }
        })
    })
    .await
}
