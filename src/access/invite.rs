//! Inviting somebody to a role: they get a letter, and say yes or no when they have logged in.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use time::Date;
use uuid::Uuid;

use super::{At, INVITATIONS, LIMIT, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::dates::{PartialDate, oslo_day};
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, Format, RegisterNames};
use crate::items::held::{self, CARRIED};
use crate::jobs;
use crate::login::known;
use crate::people::invitations::{self, Offer};
use crate::people::letter::{self, Invited, role_key};
use crate::people::{Address, persons, places, roles};
use crate::rights::{Role, RoleKind, Who};
use crate::text::{Fault, MISSING};
use crate::web::visit::Named;
use crate::web::{Visit, receipt};

const EMAIL: usize = 254;
/// The last day of the role.
const UNTIL: &str = "til";

/// The form for who may give a role here; none for others.
pub fn form(who: &Who, place: Option<Uuid>) -> Option<Form> {
    let given = RoleKind::ALL.into_iter().filter(|kind| who.may_give(*kind, place));
    let options: Vec<Alternative> =
        given.map(|kind| Alternative::new(kind.name(), role_key(kind))).collect();
    if options.is_empty() {
        return None;
    }
    let email = Field::formatted("epost", "access-email", EMAIL, Format::Email)
        .needed()
        .helped("access-email-help")
        .saying(MISSING, "access-fault-email-missing");
    let role = Field::choice("rolle", "access-role", options)
        .needed()
        .saying(MISSING, "access-fault-role-missing");
    let until =
        Field::new(UNTIL, "access-until-day", FieldKind::Date).sure().helped("access-until-help");
    Some(Form::new(LIMIT, [email, role, until]).hiding(CARRIED))
}

pub async fn everywhere(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    send(&app, &visit, None, request).await
}

pub async fn at(
    State(app): State<App>,
    visit: Visit,
    Named(At { at }): Named<At>,
    request: Request,
) -> Reply {
    send(&app, &visit, Some(at), request).await
}

async fn send(app: &App, visit: &Visit, place: Option<Uuid>, request: Request) -> Reply {
    let who = known(visit)?;
    let form = form(who, place).ok_or(Error::Forbidden)?;
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    // The form has no other roles than those that they may give; it is asked once more all the same.
    let kind = RoleKind::of(filled.text("rolle")).filter(|kind| who.may_give(*kind, place));
    let until = end(kind, filled.text(UNTIL), oslo_day(app.clock.now()));
    let to = Address::parse(filled.text("epost"));
    // All that is wrong is said at once.
    let is_told = filled.faults.iter().any(|fault| fault.path == "epost");
    let unread = (to.is_none() && !is_told).then(|| Fault::new("epost", "forms-fault-email"));
    let filled = filled.and(unread).and(until.err().map(|key| Fault::new(UNTIL, key)));
    if !filled.is_good() {
        return show::page(app, visit, place, &filled, None).await;
    }
    let (Some(to), Some(kind), Ok(until)) = (to, kind, until) else { return Err(Error::Forbidden) };
    let role = Role { kind, at: place };
    if holds(app, &to, (role, until)).await? {
        let filled = filled.and([Fault::new("epost", "access-fault-has-role")]);
        return show::page(app, visit, place, &filled, None).await;
    }
    match invite(app, visit, Offer { to: &to, role, until, by: Some(who.id) }).await {
        Ok(()) => {
            held::arrived(&app.db, who.id, &filled.typed).await?;
            Ok(receipt::done(&path(visit.lang().code(), place), "invitert"))
        }
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new("epost", "access-fault-too-many").filled("max", minutes);
            let mut answer = show::page(app, visit, place, &filled.and([fault]), None).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) => Err(error),
    }
}

/// Has whoever has the address that role there already, for just as long? A yes would change nothing.
async fn holds(
    app: &App,
    address: &Address,
    (role, until): (Role, Option<Date>),
) -> Result<bool, Error> {
    let Some(person) = persons::by_address(&app.db, address).await? else { return Ok(false) };
    let held = roles::of(&app.db, person.id, oslo_day(app.clock.now())).await?;
    Ok(held.iter().any(|row| row.role() == Some(role) && row.valid_to == until))
}

/// The first day that the role no longer holds, by the last that somebody has written; none where
/// nothing is. The role may be lacking still.
pub fn end(
    kind: Option<RoleKind>,
    written: &str,
    today: Date,
) -> Result<Option<Date>, &'static str> {
    // Others have read it already.
    let Ok(last) = written.parse::<PartialDate>() else { return Ok(None) };
    if kind == Some(RoleKind::Administrator) {
        return Err("access-fault-administrator-until");
    }
    if last.last_day() < today {
        return Err("access-fault-until-past");
    }
    Ok(last.last_day().next_day())
}

/// The invitation and its letter, both or neither.
async fn invite(app: &App, visit: &Visit, offer: Offer<'_>) -> Result<(), Error> {
    let Offer { to, role, until, by } = offer;
    let (t, today) = (visit.t, oslo_day(app.clock.now()));
    let network = Network::load(&app.db).await?;
    let place = match role.at {
        None => None,
        Some(at) => Some(places::name(&network, at, today).ok_or(Error::NotFound)?.to_owned()),
    };
    let sender = known(visit)?.id;
    let sender = persons::called(&app.db, t, &[sender]).await?.into_iter().next();
    let sender = sender.map(|(_, name)| name);
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (app, to, place) = (app.clone(), to.clone(), place.clone());
        let sender = sender.clone();
        let asker = visit.asker.clone();
        Box::pin(async move {
            let App { clock, settings, limits, .. } = &app;
            limits.count_in(tx, &INVITATIONS, &asker).await?;
            let offer = Offer { to: &to, role, until, by };
            let waiting = invitations::invite(tx, clock, &settings.people, offer).await?;
            let (role, place, expires_at) = (role.kind, place.as_deref(), waiting.expires_at);
            let by = sender.as_deref();
            let invited = Invited { to: &to, role, place, by, until, expires_at };
            let letter = letter::invitation(t, clock, &app.public_url(), &invited);
            Ok(jobs::enqueue(tx, clock, &letter).await?)
        })
    })
    .await
}
