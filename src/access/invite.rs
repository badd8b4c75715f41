//! Inviting somebody to a role: they get a letter, and say yes or no when they have logged in.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::{At, INVITATIONS, LIMIT, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, Format, RegisterNames};
use crate::jobs;
use crate::login::known;
use crate::people::letter::{self, Invited, role_key};
use crate::people::{Address, invitations, places};
use crate::rights::{Role, RoleKind, Who};
use crate::text::{Fault, MISSING};
use crate::web::Visit;
use crate::web::visit::Named;

const EMAIL: usize = 254;

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
    Some(Form::new(LIMIT, [email, role]))
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
    if !filled.is_good() {
        return show::page(app, visit, place, &filled, None).await;
    }
    let Some(to) = Address::parse(filled.text("epost")) else {
        let filled = filled.and([Fault::new("epost", "forms-fault-email")]);
        return show::page(app, visit, place, &filled, None).await;
    };
    // The form has no other roles than those that they may give; it is asked once more all the same.
    let kind = RoleKind::of(filled.text("rolle")).filter(|kind| who.may_give(*kind, place));
    let role = Role { kind: kind.ok_or(Error::Forbidden)?, at: place };
    match app.limits.count(&INVITATIONS, &visit.asker) {
        Ok(()) => {}
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new("epost", "access-fault-too-many").filled("max", minutes);
            let mut answer = show::page(app, visit, place, &filled.and([fault]), None).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            return Ok(answer);
        }
        Err(error) => return Err(error),
    }
    invite(app, visit, &to, role, who.id).await?;
    Ok(crate::web::see_other(&path(visit.lang().code(), place)))
}

/// The invitation and its letter, both or neither.
async fn invite(app: &App, visit: &Visit, to: &Address, role: Role, by: Uuid) -> Result<(), Error> {
    let (t, today) = (visit.t, oslo_day(app.clock.now()));
    let network = Network::load(&app.db).await?;
    let place = match role.at {
        None => None,
        Some(at) => Some(places::name(&network, at, today).ok_or(Error::NotFound)?.to_owned()),
    };
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (app, to, place) = (app.clone(), to.clone(), place.clone());
        Box::pin(async move {
            let App { clock, settings, .. } = &app;
            let of = (&to, role, Some(by));
            let waiting = invitations::invite(tx, clock, &settings.people, of).await?;
            let invited = Invited {
                to: &to,
                role: role.kind,
                place: place.as_deref(),
                expires_at: waiting.expires_at,
            };
            let letter = letter::invitation(t, clock, &app.public_url(), &invited);
            Ok(jobs::enqueue(tx, clock, &letter).await?)
        })
    })
    .await
}
