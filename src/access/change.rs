//! Taking roles away, saying that they are still right, taking invitations back, closing accounts.

use axum::extract::{Request, State};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{At, LIMIT, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::login::{known, leave_teams};
use crate::people::{self, Refused, factors, invitations, places, roles};
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Visit, receipt};

/// What a button asks for, with the row that it stands at.
#[derive(Clone, Copy, Debug)]
enum Change {
    /// With who gets what they were writing there; all who have a role there, where nobody is named.
    Take(Uuid, Option<Uuid>),
    Confirm(Uuid),
    Withdraw(Uuid),
    Close(Uuid),
    Open(Uuid),
    /// Of the second steps: they are lost.
    Reset(Uuid),
}

impl Change {
    /// What is said of it when it is done.
    fn receipt(self) -> &'static str {
        match self {
            Self::Take(..) => "tatt-bort",
            Self::Confirm(_) => "bekreftet",
            Self::Withdraw(_) => "trukket",
            Self::Close(_) => "stengt",
            Self::Open(_) => "apnet",
            Self::Reset(_) => "nullstilt",
        }
    }
}

/// Who gets what somebody was writing.
const HEIR: &str = "til";

/// The names of the buttons.
type Buttons = &'static [(&'static str, fn(Uuid) -> Change)];

const OF_ROLES: Buttons = &[
    ("ta", |id| Change::Take(id, None)),
    ("bekreft", Change::Confirm),
    ("trekk", Change::Withdraw),
];
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
    let names = buttons.iter().map(|(name, _)| *name).chain([HEIR]);
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(names);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let pressed = buttons
        .iter()
        .find_map(|(name, change)| Uuid::try_parse(filled.typed.value(name)).ok().map(change));
    let change = match pressed.ok_or(Error::NotUnderstood("knapp"))? {
        Change::Take(role, _) => Change::Take(role, heir(filled.typed.value(HEIR))?),
        other => other,
    };
    let notice = match make(app, visit, place, change).await {
        Ok(()) => return Ok(receipt::done(&path(visit.lang().code(), place), change.receipt())),
        Err(Refused::LastAdministrator) => "access-last-administrator",
        Err(Refused::NotThere) => "access-not-there",
        Err(Refused::NotTheirs) => return Err(Error::Forbidden),
        Err(Refused::Database(error)) => return Err(error.into()),
    };
    show::page(app, visit, place, &Filled::empty(), Some(notice)).await
}

/// Nobody is named by an empty value.
fn heir(value: &str) -> Result<Option<Uuid>, Error> {
    if value.is_empty() {
        return Ok(None);
    }
    Uuid::try_parse(value).map(Some).map_err(|_| Error::NotUnderstood(HEIR))
}

async fn make(
    app: &App,
    visit: &Visit,
    place: Option<Uuid>,
    change: Change,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::NotTheirs)?;
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let named = place.and_then(|at| places::name(&network, at, today));
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        let (named, network) = (named.map(str::to_owned), network.clone());
        Box::pin(async move {
            match change {
                Change::Take(id, heir) => {
                    let from = (place, named.as_deref());
                    take(tx, &clock, (id, from), heir, (&who, &network)).await
                }
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

/// Takes a role, and with the last one at a place what they did there: texts and teams pass on, also those that are of
/// what came of the place.
async fn take(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (id, (place, named)): (Uuid, (Option<Uuid>, Option<&str>)),
    heir: Option<Uuid>,
    (who, network): (&Who, &Network),
) -> Result<(), Refused> {
    let taken = roles::take(tx, clock, (id, place), named, heir, who).await?;
    let Some(left) = taken else { return Ok(()) };
    let over = people::over(network, oslo_day(clock.now()));
    leave_teams(tx, clock, &over, left, (heir, Some(who.id))).await
}
